"""What is in the menus: each entry with its letter, its keys and what it needs. What it opens is loaded when chosen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from doorbraak.ui.pages import OVERVIEWS, PAGES

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Entry:
    """`needs` is what has to be there: nothing, a workspace that is "open", a "household" that is, or a step to "undo"
    or "redo". Without `at_table` it can't be chosen there. `ticked` is None for what has no tick. `name` is for who
    asks for this one.
    """

    text: str
    work: Callable[[], object]
    keys: tuple[str, ...] = ()
    needs: str = ""
    at_table: bool = True
    ticked: bool | None = None
    repeats: bool = True
    name: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """None among the entries is a line between them. Of `one_of_them` one entry has the tick."""

    title: str
    entries: "tuple[Entry | Menu | None, ...]"
    one_of_them: bool = False


def bar(window: "MainWindow") -> tuple[Menu, ...]:
    """As they stand in the menu bar."""
    return _file(window), _edit(window), _view(window), _household(window), _extra(window), help_(window)


def _at_desk(text: str, work: Callable[[], object], *keys: str, needs: str = "", name: str = "") -> Entry:
    """Not for eyes of others: at the table it is grey."""
    return Entry(text, work, keys, needs, at_table=False, name=name)


def _file(window: "MainWindow") -> Menu:
    tr, on_paper = window.tr, window.at_table.on_paper
    return Menu(
        tr("&Bestand"),
        (
            _at_desk(tr("&Nieuwe werkmap…"), window.ask_new),
            _at_desk(tr("Werkmap &openen…"), window.ask_open, "Ctrl+O"),
            publication(window),
            None,
            _at_desk(tr("Huishouden &invoeren…"), lambda: window.outgoing.take_case(), "Ctrl+I", needs="open"),
            _at_desk(tr("&Huishouden naar een bestand…"), lambda: window.outgoing.give_case(), needs="household"),
            None,
            _at_desk(
                tr("&Plan of papier afdrukken…"),
                lambda: window.on_paper.print_in_sight(),
                "Ctrl+P",
                needs="household",
            ),
            Entry(tr("Kaa&rt afdrukken…"), lambda: on_paper(lambda: window.on_paper.print_map()), needs="household"),
            Entry(tr("&Kaart opslaan…"), lambda: on_paper(lambda: window.on_paper.save_map()), needs="household"),
            _at_desk(tr("Do&cumenten maken…"), lambda: window.on_paper.documents(), "Ctrl+D", needs="household"),
            _at_desk(tr("&Samenvatting maken…"), lambda: window.outgoing.summary(), needs="open"),
            _at_desk(tr("A&gendabestand opslaan…"), lambda: window.outgoing.calendar(), needs="open"),
            None,
            *keeping(window),
        ),
    )


def publication(window: "MainWindow") -> Entry:
    """Of any workspace, and of none."""
    return _at_desk(window.tr("Pu&blicatie openen…"), lambda: window.publications.ask())


def keeping(window: "MainWindow") -> tuple[Entry, ...]:
    """Of any workspace: its copies, its keys, and leaving it."""
    tr = window.tr
    return (
        _at_desk(tr("R&eservekopieën…"), lambda: _show_backups(window), "Ctrl+Shift+R", needs="open", name="backups"),
        _at_desk(tr("&Wachtzin en herstelcode…"), lambda: _manage_keys(window), needs="open"),
        Entry(tr("&Vergrendelen"), window.lock, ("Ctrl+L",), "open"),
        Entry(tr("&Afsluiten"), window.close, ("Ctrl+Q",)),
    )


def _edit(window: "MainWindow") -> Menu:
    tr = window.tr
    return Menu(
        tr("Be&werken"),
        (
            Entry(tr("&Ongedaan maken"), window.undo, ("Ctrl+Z",), "undo", name="undo"),
            Entry(tr("O&pnieuw doen"), window.redo, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", name="redo"),
            None,
            Entry(tr("&Snel invoeren"), lambda: window.view.quick.take_focus(), ("Ctrl+E",), "household"),
            Entry(tr("&Lijst plakken…"), lambda: window.view.quick.paste(), needs="household"),
            Entry(tr("Instanties a&antikken…"), lambda: window.view.quick.show_tiles(), ("Ctrl+T",), "household"),
            None,
            _at_desk(tr("&Zoeken in alle huishoudens"), window.find, "Ctrl+F", needs="open"),
        ),
    )


def _view(window: "MainWindow") -> Menu:
    tr = window.tr
    overviews = (
        _at_desk(kind.entry, lambda at=kind.at: window.show_page(at), kind.keys, needs="open") for kind in OVERVIEWS
    )
    return Menu(
        tr("Beel&d"),
        (
            *overviews,
            None,
            _pages(window),
            colours(window),
            None,
            Entry(
                tr("&Aan tafel"), lambda: window.at_table.toggle(), ("F11",), "household", ticked=False, name="at_table"
            ),
            Entry(tr("Scherm a&fdekken"), lambda: window.neutral.toggle(), ("F12",), repeats=False),
            None,
            *sizes(window),
            _room(window),
        ),
    )


def _room(window: "MainWindow") -> Menu:
    """Of what can be dragged wider, too."""
    tr = window.tr
    return Menu(
        tr("Ruimte op het &blad"),
        (
            Entry(tr("Dit deel &groter"), lambda: _widen(window, "part", 1), ("Alt++",), "open"),
            Entry(tr("Dit deel &kleiner"), lambda: _widen(window, "part", -1), ("Alt+-",), "open"),
            None,
            Entry(tr("Deze kolom &breder"), lambda: _widen(window, "column", 1), ("Alt+.",), "open"),
            Entry(tr("Deze kolom &smaller"), lambda: _widen(window, "column", -1), ("Alt+,",), "open"),
        ),
    )


def sizes(window: "MainWindow") -> tuple[Entry, ...]:
    """Of the letters."""
    tr = window.tr
    return (
        Entry(tr("&Groter"), lambda: window.appearance.zoom(1), ("Ctrl++",)),
        Entry(tr("&Kleiner"), lambda: window.appearance.zoom(-1), ("Ctrl+-",)),
    )


def _pages(window: "MainWindow") -> Menu:
    """In a menu of their own: with all else they would not fit on a low screen."""
    texts: list[str] = []
    for at, kind in enumerate(PAGES, 1):
        texts.append(f"&{at} {kind.title}" if at < 10 else _with_own_letter(kind.title, texts))
    entries = (
        Entry(text, lambda at=at: window.show_page(at), _page_keys(at), "household", at_table=kind.at_table)
        for at, (text, kind) in enumerate(zip(texts, PAGES, strict=True), 1)
    )
    return Menu(window.tr("Pag&ina’s van dit huishouden"), tuple(entries))


def _page_keys(at: int) -> tuple[str, ...]:
    """There are twenty digits with Ctrl, one of which is the list; further pages have their letter in the menu."""
    if at < 10:
        return (f"Ctrl+{at}",)
    return (f"Ctrl+Shift+{(at - 9) % 10}",) if at < 20 else ()


def _with_own_letter(title: str, others: list[str]) -> str:
    """From the tenth page on there is no digit left: the first letter of the title that is free in the menu, if any."""
    taken = {text[text.index("&") + 1].lower() for text in others if "&" in text}
    at = next((at for at, letter in enumerate(title) if letter.isalpha() and letter.lower() not in taken), None)
    return title if at is None else f"{title[:at]}&{title[at:]}"


def colours(window: "MainWindow") -> Menu:
    tr = window.tr
    themes = (
        ("", tr("Kleuren van het &systeem")),
        ("light", tr("&Licht")),
        ("dark", tr("&Donker")),
        ("contrast", tr("&Hoog contrast")),
    )
    entries = (
        Entry(text, lambda name=name: window.appearance.use_theme(name), ticked=name == window.appearance.theme_name)
        for name, text in themes
    )
    return Menu(tr("K&leuren"), tuple(entries), one_of_them=True)


def _household(window: "MainWindow") -> Menu:
    tr = window.tr
    return Menu(
        tr("&Huishouden"),
        (
            _at_desk(tr("&Nieuw huishouden"), lambda: window.household.open_new(), "Ctrl+N", needs="open"),
            _at_desk(tr("N&aam wijzigen…"), lambda: window.household.rename(), "Ctrl+R", needs="household"),
            _at_desk(tr("&Inzage geven…"), lambda: window.view.show_paper("inzage"), "Ctrl+Shift+I", needs="household"),
            None,
            _at_desk(tr("&Overdragen aan een collega…"), lambda: _hand_over(window), needs="household"),
            _at_desk(tr("&Dossier innemen…"), lambda: _take_dossier(window), needs="open"),
            _at_desk(tr("Mijn ontvangst&sleutel…"), lambda: _write_key(window), needs="open"),
            _at_desk(tr("Sleutels van &collega’s…"), lambda: _show_colleagues(window), needs="open"),
            None,
            _at_desk(tr("&Weghalen uit de lijst"), lambda: window.household.remove(), needs="household"),
            _at_desk(tr("&Voorgoed wissen…"), lambda: window.household.erase(), needs="household"),
        ),
    )


def _extra(window: "MainWindow") -> Menu:
    tr = window.tr
    return Menu(
        tr("E&xtra"),
        (
            *copying(window),
            _at_desk(tr("&Mijn gegevens…"), lambda: _edit_profile(window), needs="open"),
            _at_desk(tr("&Aannames van de rekensom…"), lambda: _edit_assumptions(window), needs="open"),
            _at_desk(tr("Wie mag wat &besluiten…"), lambda: _edit_local_mandates(window), needs="open"),
            _at_desk(tr("&Plakpakket: volgorde en namen…"), lambda: _edit_copy_blocks(window), needs="open"),
            _at_desk(tr("&Lijsten bijwerken…"), lambda: _update_catalogue(window), needs="open"),
        ),
    )


def copying(window: "MainWindow") -> tuple[Entry, ...]:
    """Of any workspace: a copy of it, and whether it is whole."""
    tr = window.tr
    return (
        Entry(tr("Nu een &kopie maken"), window.back_up, ("Ctrl+K",), "open"),
        Entry(tr("&Werkmap controleren"), window.information.check, needs="open"),
    )


def help_(window: "MainWindow") -> Menu:
    tr = window.tr
    return Menu(
        tr("H&ulp"),
        (
            Entry(tr("&Handleiding"), lambda: _show_manual(window), ("F1",)),
            Entry(tr("&Sneltoetsen"), window.information.show_shortcuts, ("Ctrl+F1",)),
            Entry(tr("&Wat is er nieuw"), lambda: _show_news(window)),
            None,
            _at_desk(tr("S&tap voor stap"), lambda: window.view.guide.begin(), needs="household"),
            _at_desk(tr("&Rondkijken met voorbeelden"), window.look_around),
            None,
            Entry(tr("Laptop &kwijt…"), lambda: _show_lost_laptop(window)),
            Entry(tr("&Beleid van de beheerder"), lambda: _show_policy(window)),
            Entry(tr("&Over Doorbraak"), window.information.show_about),
        ),
    )


# -- what is loaded when it is chosen: a start needs none of it -----------------------------------------------


def _widen(window: "MainWindow", what: Literal["part", "column"], way: int) -> None:
    from doorbraak.ui import room_by_keys

    (room_by_keys.part if what == "part" else room_by_keys.column)(window, way)


def _show_backups(window: "MainWindow") -> None:
    from doorbraak.ui.backups import show_backups

    show_backups(window)


def _manage_keys(window: "MainWindow") -> None:
    from doorbraak.ui.passphrase_menu import manage

    manage(window)


def _hand_over(window: "MainWindow") -> None:
    from doorbraak.ui.handover import Handover

    if window.view is not None and window.view.household is not None:
        Handover(window).hand_over(window.view.household)


def _show_colleagues(window: "MainWindow") -> None:
    from doorbraak.ui.colleagues import show_colleagues

    show_colleagues(window)


def _show_lost_laptop(window: "MainWindow") -> None:
    from doorbraak.ui.lost_laptop import show_lost_laptop

    show_lost_laptop(window)


def _show_policy(window: "MainWindow") -> None:
    from doorbraak.ui.policy_shown import show_policy

    show_policy(window)


def _show_manual(window: "MainWindow") -> None:
    from doorbraak.ui.manual import show_manual

    show_manual(window)


def _show_news(window: "MainWindow") -> None:
    from doorbraak.ui.news import show_news

    show_news(window)


def _take_dossier(window: "MainWindow") -> None:
    from doorbraak.ui.handover import Handover

    Handover(window).take()


def _write_key(window: "MainWindow") -> None:
    from doorbraak.ui.handover import Handover

    Handover(window).write_key()


def _edit_profile(window: "MainWindow") -> None:
    from doorbraak.ui.profile import edit_profile

    edit_profile(window)


def _edit_assumptions(window: "MainWindow") -> None:
    from doorbraak.ui.assumptions import edit_assumptions

    edit_assumptions(window)


def _edit_local_mandates(window: "MainWindow") -> None:
    from doorbraak.ui.local_mandates import edit_local_mandates

    edit_local_mandates(window)


def _edit_copy_blocks(window: "MainWindow") -> None:
    from doorbraak.ui.copy_blocks import edit_copy_blocks

    if window.session is not None:
        edit_copy_blocks(window.session, window)


def _update_catalogue(window: "MainWindow") -> None:
    from doorbraak.ui.catalogue_update import update_catalogue

    update_catalogue(window)
