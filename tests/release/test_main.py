"""`make dist`: in which order, and what it says; what is built is tried by itself, on demand."""

import hashlib
import importlib
from pathlib import Path

import pytest

import run
from release import audit, frozen, packing, parts
from tests.release.conftest import ANSWER, OURS, PARTS, told

making = importlib.import_module("release.__main__")


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a wheel, and with the checksums of another build."""
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / f"doorbraak-{making.__version__}-py3-none-any.whl").write_bytes(b"wheel")
    (folder / making.SUMS).write_text("oud", encoding="utf-8")
    monkeypatch.setattr(making, "DIST", folder)
    monkeypatch.setattr(parts, "program", lambda: OURS)
    monkeypatch.setattr(parts, "shipped", lambda: PARTS)
    monkeypatch.setattr(frozen, "build", lambda into, work: tmp_path)
    monkeypatch.setattr(frozen, "try_out", lambda folder: "Het programma is compleet.")
    (tmp_path / frozen.PARTS).mkdir()

    def pack(built: Path, into: Path, work: Path) -> list[Path]:
        made = into / "doorbraak-linux.tar.xz"
        made.write_bytes(b"pakket")
        return [made]

    monkeypatch.setattr(packing, "pack", pack)
    return folder


def test_that_a_wheel_of_which_the_parts_are_sound_gets_checksums_of_all(
    built: Path, answering: ANSWER, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "provided", lambda: answering(told()))
    assert making.main([]) == 0
    assert "None has a known vulnerability" in capsys.readouterr().err
    lines = (built / making.SUMS).read_text(encoding="utf-8").splitlines()
    names = {path.name for path in built.iterdir()} - {making.SUMS}
    assert len(names) == len(lines) == 3
    for name in names:
        assert f"{hashlib.sha256((built / name).read_bytes()).hexdigest()}  {name}" in lines


def test_that_a_known_vulnerability_fails_in_a_sentence_and_leaves_no_checksums(
    built: Path, answering: ANSWER, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "provided", lambda: answering(told("eerste")))
    assert making.main([]) == 1
    assert "known vulnerabilities: eerste 1.0 PYSEC-2026-1" in capsys.readouterr().err
    assert not (built / making.SUMS).exists()


def test_that_without_network_it_says_that_nothing_was_checked_and_fails(
    built: Path, answering: ANSWER, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "provided", lambda: answering(None))
    assert making.main([]) == 1
    said = capsys.readouterr().err
    assert "Nothing was checked" in said
    assert "Failed to resolve pypi.org" in said
    assert "ARGS=--no-audit" in said
    assert not (built / making.SUMS).exists()


def test_that_an_environment_that_can_not_be_made_says_the_same(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object) -> None:
        raise run.Missing("Making .venv-audit failed, see above.")

    monkeypatch.setattr(run, "provide_environment", fails)
    assert making.main([]) == 1
    assert "Nothing was checked for known vulnerabilities: Making .venv-audit failed" in capsys.readouterr().err


def test_that_a_build_without_network_takes_an_explicit_word(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "provided", lambda: pytest.fail("it asked"))
    assert making.main(["--no-audit"]) == 0
    assert "Nothing was checked for known vulnerabilities, as asked" in capsys.readouterr().err
    assert len((built / making.SUMS).read_text(encoding="utf-8").splitlines()) == 3
    assert making.main(["--noaudit"]) == 2


def test_that_the_word_reaches_it_from_run_and_make() -> None:
    assert run.TASKS["dist"][-1] == [run.PYTHON, "-m", "release"]


def test_that_a_build_that_fails_its_own_test_is_not_handed_out(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(folder: Path) -> str:
        raise frozen.Failed("The self-test inside the build failed: geen kaart")

    monkeypatch.setattr(frozen, "try_out", fails)
    assert making.main(["--no-audit"]) == 1
    assert "geen kaart" in capsys.readouterr().err
    assert not (built / making.SUMS).exists()
