"""What is in the menus of a coordinator's workspace: what holds for any workspace, and its own pages."""

from typing import TYPE_CHECKING

from doorbraak.ui import menu_entries
from doorbraak.ui.menu_entries import Entry, Menu
from doorbraak.ui.pages import COORDINATION

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


def bar(window: "MainWindow") -> tuple[Menu, ...]:
    """As they stand in the menu bar."""
    return _file(window), _view(window), _extra(window), menu_entries.help_(window)


def _file(window: "MainWindow") -> Menu:
    tr = window.tr
    return Menu(
        tr("&Bestand"),
        (
            Entry(tr("&Nieuwe werkmap…"), window.ask_new),
            Entry(tr("Werkmap &openen…"), window.ask_open, ("Ctrl+O",)),
            menu_entries.publication(window),
            None,
            *menu_entries.keeping(window),
        ),
    )


def _view(window: "MainWindow") -> Menu:
    tr = window.tr
    pages = (
        Entry(kind.entry, lambda at=kind.at: window.show_page(at), (kind.keys,), needs="open") for kind in COORDINATION
    )
    return Menu(
        tr("Beel&d"),
        (
            *pages,
            Entry(tr("Af&zender zoeken"), window.find, ("Ctrl+F",), "open"),
            None,
            menu_entries.colours(window),
            Entry(tr("Scherm a&fdekken"), lambda: window.neutral.toggle(), ("F12",), repeats=False),
            None,
            *menu_entries.sizes(window),
        ),
    )


def _extra(window: "MainWindow") -> Menu:
    return Menu(window.tr("E&xtra"), menu_entries.copying(window))
