"""The menu bar: every action of the window, each with a mnemonic, the frequent ones with a shortcut."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from doorbraak.ui.pages import OVERVIEWS, PAGES

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


class Menus(QObject):
    """Makes the menus once and follows what can be done: `refresh` after each change."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._unlocked: list[QAction] = []
        self._with_household: list[QAction] = []
        self._not_at_table: list[QAction] = []
        self._file()
        self._edit()
        self._view()
        self._household()
        self._extra()
        self._help()
        self.refresh()

    def _menu(self, title: str) -> QMenu:
        return self._window.menuBar().addMenu(title)

    def _add(
        self, menu: QMenu, text: str, work: Callable[[], object], keys: str | QKeySequence.StandardKey = "", *,
        needs: str = "", at_table: bool = True,
    ) -> QAction:  # fmt: skip
        action = QAction(text, self)
        if keys:
            action.setShortcut(keys)
        action.triggered.connect(lambda: work())
        menu.addAction(action)
        if needs:
            self._unlocked.append(action)
        if needs == "household":
            self._with_household.append(action)
        if not at_table:
            self._not_at_table.append(action)
        return action

    def _file(self) -> None:
        menu, window = self._menu(self.tr("&Bestand")), self._window
        self._add(menu, self.tr("&Nieuwe werkmap…"), window.ask_new, at_table=False)
        self._add(menu, self.tr("Werkmap &openen…"), window.ask_open, "Ctrl+O", at_table=False)
        menu.addSeparator()
        self._add(
            menu,
            self.tr("Huishouden &invoeren…"),
            lambda: window.outgoing.take_case(),
            "Ctrl+I",
            needs="open",
            at_table=False,
        )
        self._add(
            menu,
            self.tr("&Huishouden naar een bestand…"),
            lambda: window.outgoing.give_case(),
            needs="household",
            at_table=False,
        )
        menu.addSeparator()
        self._add(
            menu,
            self.tr("&Plan of papier afdrukken…"),
            lambda: window.on_paper.print_in_sight(),
            "Ctrl+P",
            needs="household",
            at_table=False,
        )
        on_paper = window.at_table.on_paper
        self._add(
            menu, self.tr("Kaa&rt afdrukken…"), lambda: on_paper(lambda: window.on_paper.print_map()), needs="household"
        )
        self._add(
            menu, self.tr("&Kaart opslaan…"), lambda: on_paper(lambda: window.on_paper.save_map()), needs="household"
        )
        self._add(
            menu,
            self.tr("Do&cumenten maken…"),
            lambda: window.on_paper.documents(),
            "Ctrl+D",
            needs="household",
            at_table=False,
        )
        self._add(
            menu, self.tr("&Samenvatting maken…"), lambda: window.outgoing.summary(), needs="open", at_table=False
        )
        self._add(
            menu, self.tr("A&gendabestand opslaan…"), lambda: window.outgoing.calendar(), needs="open", at_table=False
        )
        menu.addSeparator()
        self.backups = self._add(
            menu, self.tr("R&eservekopieën…"), self._show_backups, "Ctrl+Shift+R", needs="open", at_table=False
        )
        self._add(menu, self.tr("&Wachtzin en herstelcode…"), self._manage_keys, needs="open", at_table=False)
        self._add(menu, self.tr("&Vergrendelen"), window.lock, "Ctrl+L", needs="open")
        self._add(menu, self.tr("&Afsluiten"), window.close, "Ctrl+Q")

    def _manage_keys(self) -> None:
        from doorbraak.ui.passphrase_menu import manage

        manage(self._window)

    def _edit(self) -> None:
        menu, window = self._menu(self.tr("Be&werken")), self._window
        self.undo = self._add(menu, self.tr("&Ongedaan maken"), window.undo, "Ctrl+Z")
        self.redo = self._add(menu, self.tr("O&pnieuw doen"), window.redo, "Ctrl+Shift+Z")
        self.redo.setShortcuts(["Ctrl+Shift+Z", "Ctrl+Y"])
        menu.addSeparator()
        self._add(menu, self.tr("&Snel invoeren"), lambda: window.view.quick.take_focus(), "Ctrl+E", needs="household")
        self._add(menu, self.tr("&Lijst plakken…"), lambda: window.view.quick.paste(), needs="household")
        self._add(
            menu, self.tr("Instanties a&antikken…"), lambda: window.view.quick.show_tiles(), "Ctrl+T", needs="household"
        )
        menu.addSeparator()
        self._add(menu, self.tr("&Zoeken in alle huishoudens"), window.find, "Ctrl+F", needs="open", at_table=False)

    def _view(self) -> None:
        menu, window = self._menu(self.tr("Beel&d")), self._window
        for kind in OVERVIEWS:
            show = lambda at=kind.at: window.show_page(at)  # noqa: E731
            self._add(menu, kind.entry, show, kind.keys, needs="open", at_table=False)
        menu.addSeparator()
        self._pages(menu.addMenu(self.tr("Pag&ina’s van dit huishouden")))
        colours, group = menu.addMenu(self.tr("K&leuren")), QActionGroup(self)
        for name, text in (
            ("", self.tr("Kleuren van het &systeem")),
            ("light", self.tr("&Licht")),
            ("dark", self.tr("&Donker")),
            ("contrast", self.tr("&Hoog contrast")),
        ):
            action = self._add(colours, text, lambda name=name: window.appearance.use_theme(name))
            action.setCheckable(True)
            action.setChecked(name == window.appearance.theme_name)
            group.addAction(action)
        menu.addSeparator()
        self.at_table = self._add(
            menu, self.tr("&Aan tafel"), lambda: window.at_table.toggle(), "F11", needs="household"
        )
        self.at_table.setCheckable(True)
        hide = self._add(menu, self.tr("Scherm a&fdekken"), lambda: window.neutral.toggle(), "F12")
        hide.setAutoRepeat(False)
        menu.addSeparator()
        self._add(menu, self.tr("&Groter"), lambda: window.appearance.zoom(1), "Ctrl++")
        self._add(menu, self.tr("&Kleiner"), lambda: window.appearance.zoom(-1), "Ctrl+-")

    def _pages(self, menu: QMenu) -> None:
        """In a menu of their own: with all else they would not fit on a low screen."""
        for at, kind in enumerate(PAGES, 1):
            self._add(
                menu,
                f"&{at} {kind.title}" if at < 10 else _with_own_letter(kind.title, menu),
                lambda at=at: self._window.show_page(at),
                _page_keys(at),
                needs="household",
                at_table=kind.at_table,
            )

    def _household(self) -> None:
        menu, window = self._menu(self.tr("&Huishouden")), self._window
        self._add(
            menu,
            self.tr("&Nieuw huishouden"),
            lambda: window.household.open_new(),
            "Ctrl+N",
            needs="open",
            at_table=False,
        )
        self._add(
            menu,
            self.tr("N&aam wijzigen…"),
            lambda: window.household.rename(),
            "Ctrl+R",
            needs="household",
            at_table=False,
        )
        menu.addSeparator()
        self._add(
            menu,
            self.tr("&Weghalen uit de lijst"),
            lambda: window.household.remove(),
            needs="household",
            at_table=False,
        )

    def _extra(self) -> None:
        menu, window = self._menu(self.tr("E&xtra")), self._window
        self._add(menu, self.tr("Nu een &kopie maken"), window.back_up, "Ctrl+K", needs="open")
        self._add(menu, self.tr("&Werkmap controleren"), window.information.check, needs="open")
        self._add(menu, self.tr("&Mijn gegevens…"), self._edit_profile, needs="open", at_table=False)
        self._add(menu, self.tr("&Aannames van de rekensom…"), self._edit_assumptions, needs="open", at_table=False)
        self._add(menu, self.tr("Wie mag wat &besluiten…"), self._edit_local_mandates, needs="open", at_table=False)
        self._add(
            menu, self.tr("&Plakpakket: volgorde en namen…"), self._edit_copy_blocks, needs="open", at_table=False
        )
        self._add(menu, self.tr("&Lijsten bijwerken…"), self._update_catalogue, needs="open", at_table=False)

    def _show_backups(self) -> None:
        from doorbraak.ui.backups import show_backups  # late: a start needs none of it

        show_backups(self._window)

    def _edit_profile(self) -> None:
        from doorbraak.ui.profile import edit_profile  # late: a start needs none of it

        edit_profile(self._window)

    def _edit_assumptions(self) -> None:
        from doorbraak.ui.assumptions import edit_assumptions

        edit_assumptions(self._window)

    def _edit_local_mandates(self) -> None:
        from doorbraak.ui.local_mandates import edit_local_mandates

        edit_local_mandates(self._window)

    def _edit_copy_blocks(self) -> None:
        from doorbraak.ui.copy_blocks import edit_copy_blocks

        if self._window.session is not None:
            edit_copy_blocks(self._window.session, self._window)

    def _update_catalogue(self) -> None:
        from doorbraak.ui.catalogue_update import update_catalogue

        update_catalogue(self._window)

    def _help(self) -> None:
        menu, window = self._menu(self.tr("H&ulp")), self._window
        self._add(menu, self.tr("&Sneltoetsen"), window.information.show_shortcuts, "F1")
        self._add(menu, self.tr("&Over Doorbraak"), window.information.show_about)

    def refresh(self) -> None:
        """Grey what can't be done now, and name what undo and redo would do: not at the table, where others read it."""
        session, view = self._window.session, self._window.view
        for action in self._unlocked:
            action.setEnabled(session is not None)
        for action in self._with_household:
            action.setEnabled(view is not None and view.household is not None)
        for action in self._not_at_table:
            possible = action not in self._unlocked or action.isEnabled()
            action.setEnabled(possible and not self._window.at_table.on)
        self.at_table.setChecked(self._window.at_table.on)
        undo = session.store.undo_label if session else None
        redo = session.store.redo_label if session else None
        self.undo.setEnabled(undo is not None)
        self.redo.setEnabled(redo is not None)
        named = not self._window.at_table.on
        self.undo.setText(self.tr("&Ongedaan maken: %s") % undo if undo and named else self.tr("&Ongedaan maken"))
        self.redo.setText(self.tr("O&pnieuw doen: %s") % redo if redo and named else self.tr("O&pnieuw doen"))

    def shortcuts(self) -> list[tuple[str, str]]:
        """What each shortcut does, for the list under Hulp."""
        listed = []
        for action in self.findChildren(QAction):
            if not action.shortcut().isEmpty():
                text = action.text().replace("&", "").partition(":")[0].rstrip("…").lstrip("0123456789 ")
                listed.append((text, action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)))
        return listed


def _page_keys(at: int) -> str:
    """There are twenty digits with Ctrl, one of which is the list; further pages have their letter in the menu."""
    if at < 10:
        return f"Ctrl+{at}"
    return f"Ctrl+Shift+{(at - 9) % 10}" if at < 20 else ""


def _with_own_letter(title: str, menu: QMenu) -> str:
    """From the tenth page on there is no digit left: the first letter of the title that is free in the menu, if any."""
    texts = [action.text() for action in menu.actions()]
    taken = {text[text.index("&") + 1].lower() for text in texts if "&" in text}
    at = next((at for at, letter in enumerate(title) if letter.isalpha() and letter.lower() not in taken), None)
    return title if at is None else f"{title[:at]}&{title[at:]}"
