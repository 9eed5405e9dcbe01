"""The manual beside what one is doing: at the right part, to be searched, followed and left; it loads nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser
from pytestqt.qtbot import QtBot

from doorbraak import paths
from doorbraak.ui import manual, manual_parts, news
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.manual import Manual
from doorbraak.ui.manual_parts import Part
from doorbraak.ui.pages import COORDINATION, OVERVIEWS, PAGES
from tests.ui.rooms import press

Make = Callable[[Path], MainWindow]
IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow) -> Manual:
    """By the key, from the map."""
    window.show_page(next(at for at, kind in enumerate(PAGES, 1) if kind.title == "Kaart"))
    return by_key(qtbot, window)


def by_key(qtbot: QtBot, window: MainWindow) -> Manual:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F1)
    shown = window.findChild(Manual)
    assert shown is not None
    qtbot.waitUntil(shown.isVisible)
    return shown


def part(shown: Manual) -> Part:
    return shown._seen[-1]


def titles(shown: Manual) -> list[str]:
    return [item.text(0) for item in shown._items()]


@pytest.mark.parametrize(
    ("kind", "first"),
    [(kind, "wijkteamlid") for kind in (*OVERVIEWS, *PAGES)] + [(kind, "coordinator") for kind in COORDINATION],
    ids=lambda value: getattr(value, "title", value),
)
def test_that_every_page_has_a_part(kind: object, first: str) -> None:
    found = manual_parts.about(kind.title, first)  # type: ignore[attr-defined]
    assert found is not None
    assert found.chapter == first


def test_that_the_key_opens_it_at_the_page_in_sight_and_a_second_time_brings_it_there(
    qtbot: QtBot, window: MainWindow, opened: Manual
) -> None:
    assert part(opened).title == "Kaart"
    assert "Kaart" in opened.text.toPlainText()
    assert opened.contents.currentItem().text(0) == "Kaart"
    window.windowHandle().requestActivate()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is window.windowHandle())
    window.show_page(next(at for at, kind in enumerate(PAGES, 1) if kind.title == "Rekensom"))
    assert by_key(qtbot, window) is opened
    qtbot.waitUntil(lambda: part(opened).title == "Rekensom")
    opened.close()


def test_that_before_there_is_a_workspace_it_opens_at_the_first_hour(
    qtbot: QtBot, make_window: Make, tmp_path: Path
) -> None:
    shown = by_key(qtbot, make_window(tmp_path / "leeg"))
    assert part(shown).chapter == "eerste-uur"
    shown.close()


def test_that_one_goes_on_working_beside_it(qtbot: QtBot, window: MainWindow, opened: Manual) -> None:
    assert not opened.isModal()
    assert QApplication.activeModalWidget() is None
    window.lock()
    assert window.session is None
    assert opened.isVisible(), "it holds nothing about anybody"
    opened.close()


def test_that_words_lead_to_the_parts_that_have_them_titles_first(qtbot: QtBot, opened: Manual) -> None:
    qtbot.keyClicks(opened.search, "nameting")
    found = titles(opened)
    assert found[0] == "Nameting"
    assert len(found) > 1
    qtbot.keyClick(opened.search, Qt.Key.Key_Return)
    assert part(opened).title == "Nameting"
    opened.search.setText("qqq zzz")
    assert opened._none.isVisible()
    assert not opened.contents.isVisible()
    opened.search.clear()
    assert titles(opened)[0] == manual_parts.chapters()[0].title
    opened.close()


def test_that_a_link_leads_inside_the_manual_and_back_again(qtbot: QtBot, opened: Manual) -> None:
    before = part(opened)
    opened.text.anchorClicked.emit(QUrl("laptop-kwijt.md"))
    assert part(opened).chapter == "laptop-kwijt"
    press(qtbot, opened, "Terug")
    assert part(opened) == before
    assert not opened.back.isEnabled()
    opened.close()


def test_that_a_link_to_elsewhere_opens_nothing(opened: Manual, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtGui import QDesktopServices

    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pytest.fail("it opened something"))
    before = part(opened)
    for address in ("https://voorbeeld.nl/", "file:///etc/passwd", "../../SECURITY.md", "mailto:a@b.nl"):
        opened.text.anchorClicked.emit(QUrl(address))
        assert part(opened) == before
    opened.close()


def test_that_only_pictures_of_the_manual_are_loaded(opened: Manual, tmp_path: Path) -> None:
    own = next((paths.manual() / "beelden").glob("*.png"))
    assert opened.text.loadResource(IMAGE, QUrl(f"beelden/{own.name}")) is not None
    for address in ("https://voorbeeld.nl/a.png", "/etc/passwd", "../../resources/icons/doorbraak.svg", str(tmp_path)):
        assert opened.text.loadResource(IMAGE, QUrl(address)) is None
    assert opened.text.loadResource(QTextDocument.ResourceType.StyleSheetResource.value, QUrl("a.css")) is None
    opened.close()


def test_that_a_picture_is_as_wide_as_the_words(opened: Manual) -> None:
    own = next((paths.manual() / "beelden").glob("*.png"))
    wide = opened.text.viewport().width()
    image = opened.text.loadResource(IMAGE, QUrl(f"beelden/{own.name}"))
    assert image.deviceIndependentSize().width() <= wide
    opened.resize(opened.width() - 150, opened.height())
    QApplication.processEvents()
    smaller = opened.text.loadResource(IMAGE, QUrl(f"beelden/{own.name}"))
    assert smaller.deviceIndependentSize().width() < image.deviceIndependentSize().width()
    opened.close()


def test_that_every_part_is_shown_whole_and_no_words_are_wider_than_the_page(qtbot: QtBot, opened: Manual) -> None:
    for chapter in manual_parts.chapters():
        for one in chapter.parts:
            opened.show_part(one)
            browser: QTextBrowser = opened.text
            assert one.title in browser.toPlainText()
            assert browser.horizontalScrollBar().maximum() == 0, one.title
    opened.close()


def test_that_escape_closes_it(qtbot: QtBot, opened: Manual) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.isVisible()


def test_that_what_is_new_is_said_once_after_a_new_version_and_never_the_first_time(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(window.status, "say", lambda text, milliseconds=0: said.append(text))
    settings = window._settings
    settings.remove("version")
    news.say_once(window, settings)
    assert said == []
    settings.setValue("version", "0.0.9")
    news.say_once(window, settings)
    news.say_once(window, settings)
    assert len(said) == 1
    assert news.__version__ in said[0]


def test_that_what_is_new_has_a_part_for_this_version(qtbot: QtBot, window: MainWindow) -> None:
    news.show_news(window)
    shown = window.findChild(Manual)
    assert shown is not None
    assert part(shown).chapter == "nieuw"
    chapter = next(one for one in manual_parts.chapters() if one.name == "nieuw")
    assert f"Uitgave {news.__version__}" in [one.title for one in chapter.parts]
    assert manual.show_manual
    shown.close()
