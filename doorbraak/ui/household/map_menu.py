"""What can be done with the chosen thing, as a menu: under the right mouse button, the menu key and in the menu bar."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from doorbraak.model.dossier.agencies import BONDS, FUTURES, Agency
from doorbraak.model.dossier.problems import OWNERS, Problem
from doorbraak.model.insight import choice_names
from doorbraak.ui.widgets.plain import entry

if TYPE_CHECKING:
    from doorbraak.ui.household.map import MapPage

_MOST_CONTACTS = 9  # by digit; more is typed in the table
_NOT_HERE = ("merge",)  # into what is chosen in the table


class MapMenu(QObject):
    """Filled when it opens, for what is chosen at that moment."""

    def __init__(self, page: "MapPage") -> None:
        super().__init__(page)
        self._page = page
        self._popup: QMenu | None = None
        self._top = QMenu(self.tr("Kaar&t"), page)
        self._top.aboutToShow.connect(lambda: self._fill(self._top))

    def enter_bar(self) -> None:
        """In the menu bar while the map is in sight, before the help."""
        window = self._page.window()
        if isinstance(window, QMainWindow):
            present = window.menuBar().actions()
            if self._top.menuAction() not in present:
                self._fill(self._top)
                window.menuBar().insertMenu(present[-1] if present else QAction(self), self._top)

    def leave_bar(self) -> None:
        window = self._page.window()
        if isinstance(window, QMainWindow):
            window.menuBar().removeAction(self._top.menuAction())

    def pop_up(self, at: QPoint) -> None:
        if self._popup is not None:
            self._popup.deleteLater()
        self._popup = QMenu(self._page)
        self._popup.setAccessibleName(self.tr("Kaart"))
        self._fill(self._popup)
        self._popup.popup(at)

    # -- what is in it --------------------------------------------------------------------------------

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for child in menu.findChildren(QMenu):
            child.deleteLater()
        view, edits = self._page.view, self._page.edits
        id_ = view.map.current
        record = edits.record(id_)
        if record is not None:
            self._add(menu, self.tr("&Koppelen aan…"), view.start_linking, "L")
            if isinstance(record, Problem):
                self._add(menu, self.tr("W&acht op…"), view.start_linking, "L")
            self._linked(menu.addMenu(self.tr("On&tkoppelen van")), id_)
        if isinstance(record, Agency):
            self._of_agency(menu, id_, record)
        if isinstance(record, Problem):
            self._choices(
                menu.addMenu(self.tr("E&igenaar")), choice_names.OWNERS, record.owner,
                lambda owner: edits.set_owner(id_, owner),
            )  # fmt: skip
        if isinstance(record, Agency | Problem):
            back = self._add(menu, self.tr("Te&rug naar de eigen plaats"), lambda: edits.place(id_, None), "Backspace")
            back.setEnabled(record.map_x is not None)
        if record is not None:
            self._add(menu, self.tr("&Openen in de tabel"), lambda: view.opened.emit(id_), "Enter")
        if id_.startswith(("link", "wait")) and not id_.endswith(" household"):
            self._add(menu, self.tr("On&tkoppelen"), lambda: edits.remove(id_), "Delete")
        elif record is not None:
            self._add(menu, self.tr("&Weghalen"), lambda: edits.remove(id_), "Delete")
        if menu.actions():
            menu.addSeparator()
        self._add(menu, self.tr("&Groter"), lambda: view.zoom_by(1), "+")
        self._add(menu, self.tr("K&leiner"), lambda: view.zoom_by(-1), "−")
        self._add(menu, self.tr("&Hele kaart in beeld"), view.fit, "0")
        self._add(menu, self.tr("N&u of na de doorbraak"), self._page.bar.turn)

    def _of_agency(self, menu: QMenu, id_: str, record: Agency) -> None:
        edits = self._page.edits
        contacts = menu.addMenu(self.tr("&Contacten per maand"))
        for number in range(_MOST_CONTACTS + 1):
            action = self._add(contacts, f"&{number}", lambda number=number: edits.set_contacts(id_, number))
            action.setCheckable(True)
            action.setChecked(record.contacts_e2 == 100 * number)
        self._choices(
            menu.addMenu(self.tr("&Band")), choice_names.BONDS, record.bond, lambda bond: edits.set_bond(id_, bond)
        )
        futures = {future: choice_names.FUTURES[future] for future in FUTURES if future not in _NOT_HERE}
        self._choices(
            menu.addMenu(self.tr("&Na het plan")), futures, record.future,
            lambda future: edits.set_future(id_, future),
        )  # fmt: skip

    def _linked(self, menu: QMenu, id_: str) -> None:
        edits = self._page.edits
        linked = [(other, edits.name(other)) for other in edits.linked_to(id_)]
        for at, (other, name) in enumerate(linked, 1):
            text = f"&{at} {entry(name)}" if at < 10 else entry(name)
            self._add(menu, text, lambda other=other: edits.link(id_, other))
        menu.setEnabled(bool(linked))

    def _choices(self, menu: QMenu, named: dict[Any, str], now: str, choose: Callable[[Any], object]) -> None:
        """Each with the first letter that is free; owners and bonds show their key on the map."""
        taken: set[str] = set()
        for value, name in named.items():
            at = next((at for at, letter in enumerate(name) if letter.lower() not in taken and letter.isalpha()), 0)
            taken.add(name[at].lower())
            key = name[0] if value in (*OWNERS, *BONDS) and value else ""
            action = self._add(menu, f"{name[:at]}&{name[at:]}", lambda value=value: choose(value), key)
            action.setCheckable(True)
            action.setChecked(value == now)

    def _add(self, menu: QMenu, text: str, work: Callable[[], object], key: str = "") -> QAction:
        """`key` is what does the same on the map itself; the view handles it."""
        action = menu.addAction(f"{text}\t{key}" if key else text)
        action.triggered.connect(lambda: work())
        return action
