"""The self-test says what it did, and fails when something is missing."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from doorbraak.cli import window
from tests.cli.conftest import Command


def test_that_it_says_each_thing_that_it_tried_and_leaves_nothing(
    doorbraak: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    said = doorbraak("selftest")
    assert (said.code, said.err) == (0, "")
    assert said.out.count("Goed: ") == 8
    assert list(tmp_path.iterdir()) == []


def test_that_missing_resources_make_it_fail(
    doorbraak: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("doorbraak.paths.resources", lambda: tmp_path)
    assert doorbraak("selftest").code == 1


def test_that_a_file_that_is_not_encrypted_makes_it_fail(doorbraak: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("doorbraak.cli.selftest_workspace._readable", lambda folder: any(folder.rglob("*.db")))
    said = doorbraak("selftest")
    assert said.code == 1
    assert "versleutelen" in said.sentence


def test_that_it_says_whether_a_window_can_open_and_nothing_else(doorbraak: Command, qapp: QApplication) -> None:
    said = doorbraak("selftest", "--window")
    assert (said.code, said.err, said.out.count("Goed: ")) == (0, "", 1)


def test_that_a_screen_that_does_not_answer_is_no_place_for_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt ends the process then: that is why another one is asked."""
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":9876")
    assert not window.opens()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert window.opens()
