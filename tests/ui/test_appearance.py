"""Colours that follow the desktop while the program runs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibilityHints, QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.ui import appearance, theme
from doorbraak.ui.main_window import MainWindow

Ask = Callable[[Qt.ContrastPreference, Qt.ColorScheme], None]
PLAIN, HIGH = Qt.ContrastPreference.NoPreference, Qt.ContrastPreference.HighContrast
LIGHT, DARK = Qt.ColorScheme.Light, Qt.ColorScheme.Dark


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Ask]:
    """What the desktop asks for from now on, told as Qt tells it."""
    asked = {"contrast": PLAIN, "scheme": LIGHT}
    monkeypatch.setattr(QAccessibilityHints, "contrastPreference", lambda _: asked["contrast"])
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda _: asked["scheme"])

    def ask(contrast: Qt.ContrastPreference, scheme: Qt.ColorScheme) -> None:
        before = dict(asked)
        asked.update(contrast=contrast, scheme=scheme)
        hints = QGuiApplication.styleHints()
        if before["contrast"] != contrast:
            hints.accessibility().contrastPreferenceChanged.emit(contrast)
        if before["scheme"] != scheme:
            hints.colorSchemeChanged.emit(scheme)
        QApplication.processEvents()

    yield ask
    theme.apply(qapp, theme.LIGHT)


def ground(window: MainWindow) -> str:
    return window.palette().color(QPalette.ColorRole.Window).name().upper()


def test_that_high_contrast_and_dark_are_followed_while_the_program_runs(window: MainWindow, desktop: Ask) -> None:
    assert ground(window) == theme.LIGHT.ground
    for contrast, scheme, wanted in (
        (HIGH, LIGHT, theme.CONTRAST),
        (PLAIN, LIGHT, theme.LIGHT),
        (PLAIN, DARK, theme.DARK),
        (HIGH, DARK, theme.CONTRAST),
        (PLAIN, LIGHT, theme.LIGHT),
    ):
        desktop(contrast, scheme)
        assert theme.current() is wanted
        assert ground(window) == wanted.ground


def test_that_who_chose_colours_keeps_them_until_they_follow_the_system_again(window: MainWindow, desktop: Ask) -> None:
    window.appearance.use_theme("light")
    desktop(HIGH, DARK)
    assert theme.current() is theme.LIGHT
    window.appearance.use_theme("")
    assert theme.current() is theme.CONTRAST


def test_that_a_closed_room_follows_too(
    desktop: Ask, make_window: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    window = make_window(tmp_path / "leeg")
    desktop(HIGH, LIGHT)
    assert ground(window) == theme.CONTRAST.ground


def test_that_a_start_has_the_colours_of_before_and_asks_the_desktop_when_the_window_stands_there(
    desktop: Ask, make_window: Callable[[Path], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    """Asking takes a tenth of a start, so that the first window does not wait for it."""
    desktop(PLAIN, DARK)
    assert appearance.at_start() is theme.DARK  # the first time of all there is nothing to go by
    window = make_window(tmp_path / "leeg")
    qtbot.waitUntil(lambda: theme.current() is theme.DARK)
    desktop(PLAIN, LIGHT)
    assert appearance.at_start() is theme.LIGHT
    window.appearance.use_theme("contrast")
    assert appearance.at_start() is theme.CONTRAST  # what was chosen goes before what the desktop asked
    window.appearance.use_theme("")
    appearance.kept().setValue("theme_asked", "none of ours")
    assert appearance.at_start() is theme.LIGHT
