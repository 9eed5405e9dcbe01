"""What one does with the genogram: people added next to somebody, lines drawn, gezag said. Each is one step back."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QMenu, QScrollArea, QVBoxLayout, QWidget

from doorbraak.model.dossier import custody, people, relations
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.people import LIVING, Person
from doorbraak.model.insight import names
from doorbraak.model.insight.genogram import genogram_of
from doorbraak.ui.household.people_custody import maybe_under_age
from doorbraak.ui.household.people_genogram import GenogramView
from doorbraak.ui.household.people_kin import Kin, add_kin, bonds
from doorbraak.ui.page import Page
from doorbraak.ui.selection import Chosen
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.plain import entry


class GenogramBlock(QWidget):
    """The drawing of who `page` shows, with its menus. `added` tells who is new: a name can be typed then."""

    added = Signal(int)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, self._session = page, page.session
        self._dossier: Dossier | None = None
        self._menu: QMenu | None = None  # kept while it is open
        self.view = GenogramView(self.tr("Genogram"))
        self._keys: dict[int, tuple[str, str, Callable[[], object]]] = {
            Qt.Key.Key_P: ("P", self.tr("&Partner erbij"), lambda: self._add("partner")),
            Qt.Key.Key_X: ("X", self.tr("E&x-partner erbij"), lambda: self._add("former")),
            Qt.Key.Key_K: ("K", self.tr("&Kind erbij"), lambda: self._add("child")),
            Qt.Key.Key_O: ("O", self.tr("&Ouder erbij"), lambda: self._add("parent")),
            Qt.Key.Key_A: ("A", self.tr("Iemand &anders erbij"), lambda: self._add("other")),
            Qt.Key.Key_R: ("R", self.tr("&Relatie met…"), self.view.join),
            Qt.Key.Key_G: ("G", self.tr("Wie heeft &gezag?"), self._ask_authority),
            Qt.Key.Key_Space: (self.tr("Spatie"), self.tr("&Woont hier, deels of niet"), self._move),
            Qt.Key.Key_Delete: ("Delete", self.tr("Weg&halen"), self._remove),
        }
        self.view.keys = frozenset(int(key) for key in self._keys)
        self.view.let_go.connect(self._session.selection.clear)
        self.view.picked.connect(lambda person: self._session.selection.choose("person", person))
        self.view.line_picked.connect(lambda relation: self._session.selection.choose("relation", relation))
        self.view.pressed.connect(self._press)
        self.view.joined.connect(self._ask_relation)
        self.view.asked.connect(self._ask)
        self._session.selection.changed.connect(self._follow)
        self._empty = quiet(self.tr("Nog geen tekening. Voeg iemand toe, dan staat hij of zij hier."))
        self._letters = self.tr(
            "Kies iemand. P partner, X ex, K kind, O ouder, A ander, R relatie, G gezag, spatie woont hier."
        )
        self._help = quiet(self._letters)
        self._button = button(self.tr("Tekening aan&vullen…"), self._ask_here)
        room = QScrollArea()
        room.setWidget(self.view)
        room.setWidgetResizable(True)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room = room
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            block((heading(self.tr("Hoe ziet dat eruit?"), self.view), self._button), self._help, self._empty, room)
        )

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self.view.show_genogram(genogram_of(dossier, self._session.catalogue, date.today()))
        self._help.setVisible(bool(dossier.people))
        self._empty.setVisible(not dossier.people)
        self._follow(self._session.selection.chosen)

    def _follow(self, chosen: Chosen | None) -> None:
        if self._person() is not None or (chosen is not None and chosen[0] == "person"):
            self._say()
        if chosen is not None and chosen[0] == "person":
            self.view.choose(chosen[1])
            at = self.view.rect_of(chosen[1]).center().toPoint()
            self._room.ensureVisible(at.x(), at.y(), 60, 60)

    def _person(self) -> Person | None:
        people_ = self._dossier.people if self._dossier else ()
        return next((person for person in people_ if person.id == self.view.chosen), None)

    def _called(self, person: Person) -> str:
        return entry(names.person_called(person, self._session.catalogue))

    def _press(self, key: int) -> None:
        """A letter is about who is chosen. Without anybody chosen it does nothing: it may be the start of a name."""
        if key in self._keys and self._may(key):
            self._keys[key][2]()
        else:
            self._say(self.tr("Nu is niemand gekozen. Klik iemand aan of druk op een pijl, dan werken de letters."))

    def _say(self, sentence: str = "") -> None:
        """What to do first, where the letters are explained; without a sentence that explanation."""
        self._help.setText(sentence or self._letters)
        self._help.setProperty("quiet", not sentence)
        self._help.style().polish(self._help)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, sentence))

    def _may(self, key: int) -> bool:
        nobody_yet = self._dossier is not None and not self._dossier.people
        return self._person() is not None or (key == Qt.Key.Key_A and nobody_yet)

    def _open(self, menu: QMenu, at: QPoint) -> None:
        """Shown, not waited for; it goes away when another one opens."""
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu
        menu.popup(at)
        first = next((action for action in menu.actions() if action.isEnabled() and not action.isSeparator()), None)
        if first is not None:
            menu.setActiveAction(first)

    def _beside(self) -> QPoint:
        person = self._person()
        at = self.view.rect_of(person.id).bottomRight().toPoint() if person else self.view.rect().center()
        return self.view.mapToGlobal(at)

    def _ask_here(self) -> None:
        if self._person() is None and self._dossier and self._dossier.people:
            self.view.setFocus()
        self._ask(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def _ask(self, at: QPoint) -> None:
        menu = QMenu(self)
        for key, (shown, words, work) in self._keys.items():
            action = self._action(menu, f"{words}\t{shown}", work)
            action.setEnabled(self._person() is not None or key == Qt.Key.Key_A)  # a menu is no slip of the keys
            if key in (Qt.Key.Key_A, Qt.Key.Key_G):
                menu.addSeparator()
        self._open(menu, at)

    def _action(self, menu: QMenu, words: str, work: Callable[[], object]) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(lambda: work())
        return action

    def _add(self, kin: Kin) -> None:
        person = self._person()
        if self._dossier is None:
            return
        ties = bonds(self._dossier, person.id if person else None, kin)
        if self._page.attempt(self.tr("Persoon toevoegen"), add_kin, self._page.household, kin, ties):
            new = self._session.dossier(self._page.household).people[-1].id
            self._session.selection.choose("person", new)
            self.added.emit(new)

    def _move(self) -> None:
        person = self._person()
        if person is not None:
            following = LIVING[(LIVING.index(person.lives_here) + 1) % len(LIVING)]
            self._page.attempt(self.tr("Woont hier wijzigen"), people.set_living, person.id, following)

    def _remove(self) -> None:
        person = self._person()
        if person is not None:
            self._page.attempt(self.tr("Persoon weghalen"), people.remove, person.id)

    def _ask_relation(self, one: int, other: int) -> None:
        """The usual kinds at once, the rest of the list behind the last entry."""
        menu = QMenu(self)
        usual = (
            (self.tr("&Ouder van"), "ouder-kind", one, other),
            (self.tr("&Kind van"), "ouder-kind", other, one),
            (self.tr("&Gehuwd"), "gehuwd", one, other),
            (self.tr("S&amenwonend"), "samenwonend", one, other),
            (self.tr("&Uit elkaar"), "uit-elkaar", one, other),
            (self.tr("Ges&cheiden"), "gescheiden", one, other),
            (self.tr("&Stiefouder van"), "stiefouder-kind", one, other),
            (self.tr("&Pleegouder van"), "pleegouder-kind", one, other),
            (self.tr("A&doptieouder van"), "adoptieouder-kind", one, other),
            (self.tr("&Broer of zus"), "broer-zus", one, other),
            (self.tr("&Hechte band"), "hecht", one, other),
            (self.tr("Con&flict"), "conflict", one, other),
            (self.tr("Ge&weld tegen"), "geweld-tegen", one, other),
            (self.tr("&Verbroken contact"), "verbroken-contact", one, other),
        )
        for words, kind, first, second in usual:
            self._action(menu, words, lambda kind=kind, first=first, second=second: self._tie(first, second, kind))
        rest = menu.addMenu(self.tr("I&ets anders"))
        shown = {kind for _, kind, _, _ in usual}
        for role in self._session.catalogue.roles.values():
            if role.kind == "relatie" and role.id not in shown:
                self._action(rest, entry(role.name), lambda kind=role.id: self._tie(one, other, kind))
        self._open(menu, self._beside())

    def _tie(self, one: int, other: int, kind: str) -> None:
        if self._page.attempt(self.tr("Relatie toevoegen"), relations.add, one, other, kind):
            new = self._session.dossier(self._page.household).relations[-1].id
            self._session.selection.choose("relation", new)

    def _ask_authority(self) -> None:
        """Over a child: a mark before who has it; choosing takes it away or gives it."""
        child = self._person()
        if child is None or self._dossier is None:
            return
        menu = QMenu(self)
        year = date.today().year
        if not maybe_under_age(child, year):
            menu.addAction(self.tr("Alleen over een kind onder de 18 is er gezag")).setEnabled(False)
        else:
            held = {one.holder: one.id for one in self._dossier.custody if one.person == child.id}
            for person in self._dossier.people:
                unborn_or_child = person.year_of_18 is not None and maybe_under_age(person, year)
                if person.id != child.id and not person.died and not (unborn_or_child and person.id not in held):
                    action = self._action(menu, self._called(person), self._authority(child.id, person.id, held))
                    action.setCheckable(True)
                    action.setChecked(person.id in held)
            other = self._action(menu, self.tr("&Iemand anders"), self._authority(child.id, None, held))
            other.setCheckable(True)
            other.setChecked(None in held)
        self._open(menu, self._beside())

    def _authority(self, child: int, holder: int | None, held: dict[int | None, int]) -> Callable[[], object]:
        if holder in held:
            return lambda: self._page.attempt(self.tr("Gezag weghalen"), custody.remove, held[holder])
        return lambda: self._page.attempt(self.tr("Gezag toevoegen"), custody.add, child, holder=holder)
