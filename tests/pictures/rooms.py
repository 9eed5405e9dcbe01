"""The pictures of the manual: each is a place in the real program, with the published households in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QTabWidget, QWidget

from doorbraak.model import catalogue
from doorbraak.model.dossier import casefile, dossier, household, published_cases
from doorbraak.model.exchange import receiving, senders
from doorbraak.model.workspace.store import Store
from doorbraak.ui.backups import BackupsDialog
from doorbraak.ui.lost_laptop import LostLaptopDialog
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.overview.caseload import CaseloadPage
from doorbraak.ui.page_stack import PageStack
from doorbraak.ui.pages import CASELOAD, EXCHANGE, LIST, PUBLICATION, RECEIVING, SENDERS
from doorbraak.ui.publication.room import PublicationRoom
from tests.conftest import CHEAP, PASSPHRASE
from tests.fixed_day import DAY
from tests.model.exchange.coordination import Laptop, begun
from tests.ui.conftest import page_named

Open = Callable[[Path], MainWindow]
Taken = Iterator[tuple[str, QWidget]]
"""The name of each picture, and what is in sight when it is asked for."""

USUAL, LOW = (1366, 768), (1100, 600)
"""A small laptop; and as low as a window may be, for a page with little on it."""

EXAMPLE = Path(__file__).parent / "doorbraak-2026Q3.zip"
"""Of `doorbraak demo --coordinator`: twelve laptops with 400 synthetic households."""

_NOWHERE = Path("/home/sam/Doorbraak")  # shown, and never made
_TEAMS = ("Team Noord", "Team Oost", "Team West")
_HOMES = 6


def begin(open_: Open, folder: Path) -> Taken:
    """Before there is a workspace."""
    window = open_(_NOWHERE)
    yield "eerste-start", _card(window)
    window.ask_new()
    yield "nieuwe-werkmap", _card(window)
    window.publications.open(EXAMPLE)
    room = window.findChildren(PublicationRoom)[0]
    room.page.chapters.setCurrentRow(1)
    yield "publicatie", window


def first_household(open_: Open, folder: Path) -> Taken:
    """Of somebody who begins."""
    Store.create(folder, PASSPHRASE, dossier.TABLES, title="Mijn werkmap", cost=CHEAP)[0].close()
    window = open_(folder)
    window.resize(*LOW)
    window.open_with(PASSPHRASE)
    window.household.open_new()
    yield "eerste-huishouden", window
    QTest.keyClicks(_line(window), "huu")
    yield "snel-invoeren", window


def six(open_: Open, folder: Path) -> Taken:
    """The published households."""
    store, _ = Store.create(folder, PASSPHRASE, dossier.TABLES, title="Mijn werkmap", cost=CHEAP, example=True)
    known = catalogue.load()
    for path in published_cases.files():
        with store.change("Huishouden invoeren"):
            casefile.take_in(store, casefile.read(path.read_bytes(), known))
    store.close()
    window = open_(folder)
    window.open_with(PASSPHRASE)
    assert window.session is not None
    assert window.view is not None
    yield from _overviews(window)
    window.view.open_household(household.all_of(window.session.store)[0].id)
    yield from _pages(window)
    yield from _dialogs(window)


def _overviews(window: MainWindow) -> Taken:
    for at, name in ((LIST, "huishoudens"), (CASELOAD, "besparingen"), (EXCHANGE, "uitwisselen")):
        window.show_page(at)
        shown = window.findChildren(PageStack)[0].currentWidget()
        while isinstance(shown, CaseloadPage) and shown._reading.going:
            QApplication.processEvents()
        yield name, window


def _pages(window: MainWindow) -> Taken:
    for title, name in (
        ("Vandaag", "vandaag"),
        ("Kaart", "kaart"),
        ("Gesprek", "gesprek"),
        ("Problemen en instanties", "problemen"),
        ("Wat eerst?", "wat-eerst"),
        ("Doorbraak", "doorbraak"),
        ("Onderbouwing", "onderbouwing"),
        ("Rekensom", "rekensom"),
        ("Papieren", "papieren"),
    ):
        page_named(window, title)
        yield name, window
    page_named(window, "Rekensom").findChildren(QTabWidget)[0].setCurrentIndex(2)
    yield "rekensom-uitkomst", window


def _dialogs(window: MainWindow) -> Taken:
    for dialog, name in ((BackupsDialog(window), "reservekopieen"), (LostLaptopDialog(window), "laptop-kwijt")):
        dialog.show()
        yield name, dialog
        dialog.close()
        dialog.deleteLater()


def coordinators(open_: Open, folder: Path) -> Taken:
    """Three laptops that sent and are believed, and one that waits."""
    store = begun(folder)
    for at, name in enumerate((*_TEAMS, ""), 1):
        laptop, path = Laptop(at), folder.parent / f"uitwisseling-{at}.doorbraak"
        path.write_bytes(laptop.file(store, range(at * _HOMES, (at + 1) * _HOMES)))
        number = receiving.receive(store, [path], DAY)[0].sender
        assert number is not None
        if name:
            receiving.confirm(store, number, laptop.spoken, DAY)
            senders.label(store, number, name)
    store.close()
    window = open_(folder)
    window.open_with(PASSPHRASE)
    window.resize(*LOW)
    for page, name in ((SENDERS, "afzenders"), (RECEIVING, "ontvangen"), (PUBLICATION, "publicatie-maken")):
        window.show_page(page)
        yield name, window


def _card(window: MainWindow) -> QWidget:
    """The form in the middle: around it is nothing."""
    return next(found for found in window.findChildren(QFrame, "card") if found.isVisible())


def _line(window: MainWindow) -> QLineEdit:
    """Where a key is typed that is heard: a dialog was over the window."""
    assert window.view is not None
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    window.view.quick.take_focus()
    return next(found for found in window.view.quick.findChildren(QLineEdit) if found.isVisible())


ROOMS = (begin, first_household, six, coordinators)
