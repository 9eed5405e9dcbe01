import re
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from doorbraak.ui import map_files
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets import ask

SVG, A4, A3, PNG = map_files.filters()
NAME = "huishouden-1-kaart"


@pytest.mark.parametrize(
    ("typed", "filter_", "name", "kind"),
    [
        (f"{NAME}.svg", SVG, f"{NAME}.svg", "svg"),
        (f"{NAME}.svg", A4, f"{NAME}.pdf", "a4"),
        (f"{NAME}.svg", A3, f"{NAME}-a3.pdf", "a3"),
        (f"{NAME}.svg", PNG, f"{NAME}.png", "png"),
        (f"{NAME}.pdf", A3, f"{NAME}.pdf", "a3"),
        (f"{NAME}.PDF", A4, f"{NAME}.PDF", "a4"),
        ("bord.png", SVG, "bord.png", "png"),
        ("bord.pdf", SVG, "bord.pdf", "a4"),
        ("bord-a3.pdf", SVG, "bord-a3.pdf", "a3"),
        ("bord", SVG, "bord.svg", "svg"),
        ("bord", A3, "bord-a3.pdf", "a3"),
        ("v1.2 van maart", PNG, "v1.2 van maart.png", "png"),
        ("bord.svg", "", "bord.svg", "svg"),
    ],
)
def test_that_the_chosen_kind_gives_the_file_its_name(typed: str, filter_: str, name: str, kind: str) -> None:
    assert map_files.map_file(Path("/map") / typed, filter_) == map_files.MapFile(Path("/map") / name, kind)


def action(window: MainWindow, text: str) -> QAction:
    return next(one for one in window.findChildren(QAction) if one.text().replace("&", "") == text)


def save(window: MainWindow, monkeypatch: pytest.MonkeyPatch, path: Path, filter_: str) -> list[str]:
    """Choose in the menu and answer the dialog; the name that it proposed."""
    proposed: list[str] = []

    def answer(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(path), filter_

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    action(window, "Kaart opslaan…").trigger()
    return proposed


@pytest.mark.parametrize(
    ("filter_", "name", "starts"),
    [
        (SVG, "kaart.svg", b"<?xml"),
        (A4, "kaart.pdf", b"%PDF"),
        (A3, "kaart-a3.pdf", b"%PDF"),
        (PNG, "kaart.png", b"\x89PNG"),
    ],
)
def test_that_the_map_is_saved_as_chosen_and_logged_by_number(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, filter_: str, name: str, starts: bytes
) -> None:
    assert save(window, monkeypatch, tmp_path / "kaart.svg", filter_) == ["huishouden-1-kaart.svg"]
    content = (tmp_path / name).read_bytes()
    assert content.startswith(starts)
    if name.endswith(".pdf"):
        width = float(re.findall(rb"/MediaBox \[0 0 ([\d.]+)", content)[0])
        assert round(width) == (1191 if "a3" in name else 842)
    entry = window.session.store.log_entries()[-1]
    assert (entry.action, entry.object) == ("uitvoeren", "huishouden 1")
    assert str(tmp_path / name) in window.statusBar().currentMessage()


def test_that_nothing_is_saved_when_the_dialog_is_closed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    action(window, "Kaart opslaan…").trigger()
    assert all(entry.action != "uitvoeren" for entry in window.session.store.log_entries())


def test_that_the_map_never_goes_into_the_workspace_itself(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    place = window.session.store.folder / "kaart.svg"
    save(window, monkeypatch, place, SVG)
    assert not place.exists()
    assert window.view.notice.text()


@pytest.mark.parametrize("yes", [False, True])
def test_that_another_file_than_the_dialog_asked_about_is_not_replaced_unasked(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, yes: bool
) -> None:
    older = tmp_path / "kaart-a3.pdf"
    older.write_text("van iemand")
    monkeypatch.setattr(ask, "sure", lambda *_: yes)
    save(window, monkeypatch, tmp_path / "kaart.svg", A3)
    assert older.read_bytes().startswith(b"%PDF") is yes


def test_that_the_map_can_be_saved_and_printed_only_of_an_open_household(window: MainWindow) -> None:
    for text in ("Kaart opslaan…", "Kaart afdrukken…"):
        assert action(window, text).isEnabled()
    window.lock()
    for text in ("Kaart opslaan…", "Kaart afdrukken…"):
        assert not action(window, text).isEnabled()
