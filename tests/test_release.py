"""What lies beside the wheel. PyPI is not asked here: a program in its place answers as pip-audit does."""

import hashlib
import json
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

import release
import run

OURS = release.Part("doorbraak", release.__version__, ("eerste",))
PARTS = (release.Part("eerste", "1.0", ("tweede",)), release.Part("tweede", "2.5", ()))
ANSWER = Callable[[object], Path]


@pytest.fixture
def answering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ANSWER:
    """The Python that finds this in the place of pip-audit. None: it writes nothing, as when there is no network."""

    def make(answer: object) -> Path:
        writes = f"pathlib.Path(sys.argv[-1]).write_text({json.dumps(answer)!r}); " if answer is not None else ""
        text = f"import pathlib, sys; {writes}sys.exit('Failed to resolve pypi.org')"
        (tmp_path / "pip_audit.py").write_text(text, encoding="utf-8")
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        return Path(sys.executable)

    return make


def told(*vulnerable: str) -> dict[str, object]:
    known = [{"id": "PYSEC-2026-1", "fix_versions": ["2.6"], "aliases": [], "description": ""}]
    return {
        "dependencies": [
            {"name": part.name, "version": part.version, "vulns": known if part.name in vulnerable else []}
            for part in PARTS
        ],
        "fixes": [],
    }


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a wheel, and with the checksums of another build."""
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / f"doorbraak-{release.__version__}-py3-none-any.whl").write_bytes(b"wheel")
    (folder / release.SUMS).write_text("oud", encoding="utf-8")
    monkeypatch.setattr(release, "DIST", folder)
    monkeypatch.setattr(release, "program", lambda: OURS)
    monkeypatch.setattr(release, "shipped", lambda: PARTS)
    return folder


def test_that_what_goes_along_is_all_that_is_asked_for_in_turn_in_the_versions_of_the_lock() -> None:
    parts = {part.name: part for part in release.shipped()}
    assert {"pyside6-essentials", "matplotlib", "pycparser", "tzdata"} <= set(parts), "also what those bring along"
    assert set(parts).isdisjoint({"pip", "pytest", "ruff", "mypy", "hypothesis"})
    assert set(release.program().needs) < set(parts)
    lock = run.LOCK.read_text(encoding="utf-8").lower().replace("_", "-")
    assert all(f"{part.name}=={part.version}\n" in lock for part in parts.values())
    assert all(name in parts for part in parts.values() for name in part.needs)


def test_that_what_another_system_needs_goes_along_too() -> None:
    assert release._names(["a; sys_platform == 'win32'", "b; extra == 'more'", "c>=1"]) == ("a", "c")


def test_that_the_list_names_every_part_as_a_package_url_and_what_it_needs() -> None:
    content = json.loads(release.sbom(OURS, PARTS))
    assert (content["bomFormat"], content["specVersion"]) == ("CycloneDX", "1.6")
    assert [one["purl"] for one in content["components"]] == ["pkg:pypi/eerste@1.0", "pkg:pypi/tweede@2.5"]
    assert content["metadata"]["component"]["version"] == release.__version__
    assert {one["ref"]: one["dependsOn"] for one in content["dependencies"]} == {
        f"pkg:pypi/doorbraak@{release.__version__}": ["pkg:pypi/eerste@1.0"],
        "pkg:pypi/eerste@1.0": ["pkg:pypi/tweede@2.5"],
        "pkg:pypi/tweede@2.5": [],
    }


def test_that_the_licence_in_the_list_is_that_of_the_project() -> None:
    project = tomllib.loads((run.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ours = json.loads(release.sbom(OURS, PARTS))["metadata"]["component"]
    assert ours["licenses"] == [{"expression": project["license"]}]


def test_that_a_vulnerability_is_named_with_where_it_is_mended(answering: ANSWER) -> None:
    assert release.vulnerabilities(PARTS, answering(told())) == []
    found = release.vulnerabilities(PARTS, answering(told("tweede")))
    assert found == ["tweede 2.5 PYSEC-2026-1 (mended in: 2.6)"]


@pytest.mark.parametrize("answer", [None, [], {}, {"dependencies": None}])
def test_that_no_answer_is_not_taken_for_a_good_one(answering: ANSWER, answer: object) -> None:
    with pytest.raises(release.NotChecked, match="no answer"):
        release.vulnerabilities(PARTS, answering(answer))


def test_that_a_part_that_pypi_does_not_know_is_not_taken_for_a_good_one(answering: ANSWER) -> None:
    answer = told()
    answer["dependencies"][1] = {"name": "tweede", "skip_reason": "Dependency not found on PyPI"}  # type: ignore[index]
    with pytest.raises(release.NotChecked, match="no answer about tweede"):
        release.vulnerabilities(PARTS, answering(answer))


def test_that_a_wheel_of_which_the_parts_are_sound_gets_checksums_of_all(
    built: Path, answering: ANSWER, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(release, "provided", lambda: answering(told()))
    assert release.main([]) == 0
    assert "None has a known vulnerability" in capsys.readouterr().err
    lines = (built / release.SUMS).read_text(encoding="utf-8").splitlines()
    names = {path.name for path in built.iterdir()} - {release.SUMS}
    assert len(names) == len(lines) == 2
    for name in names:
        assert f"{hashlib.sha256((built / name).read_bytes()).hexdigest()}  {name}" in lines


def test_that_a_known_vulnerability_fails_in_a_sentence_and_leaves_no_checksums(
    built: Path, answering: ANSWER, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(release, "provided", lambda: answering(told("eerste")))
    assert release.main([]) == 1
    assert "known vulnerabilities: eerste 1.0 PYSEC-2026-1" in capsys.readouterr().err
    assert not (built / release.SUMS).exists()


def test_that_without_network_it_says_that_nothing_was_checked_and_fails(
    built: Path, answering: ANSWER, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(release, "provided", lambda: answering(None))
    assert release.main([]) == 1
    said = capsys.readouterr().err
    assert "Nothing was checked" in said
    assert "Failed to resolve pypi.org" in said
    assert "ARGS=--no-audit" in said
    assert not (built / release.SUMS).exists()


def test_that_an_environment_that_can_not_be_made_says_the_same(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object) -> None:
        raise run.Missing("Making .venv-audit failed, see above.")

    monkeypatch.setattr(run, "provide_environment", fails)
    assert release.main([]) == 1
    assert "Nothing was checked for known vulnerabilities: Making .venv-audit failed" in capsys.readouterr().err


def test_that_a_build_without_network_takes_an_explicit_word(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(release, "provided", lambda: pytest.fail("it asked"))
    assert release.main(["--no-audit"]) == 0
    assert "Nothing was checked for known vulnerabilities, as asked" in capsys.readouterr().err
    assert len((built / release.SUMS).read_text(encoding="utf-8").splitlines()) == 2
    assert release.main(["--noaudit"]) == 2


def test_that_the_word_reaches_it_from_run_and_make() -> None:
    assert run.TASKS["dist"][-1] == [run.PYTHON, "-m", "release"]
