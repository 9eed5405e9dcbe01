"""What comes first, and who moves it: a column of cards for the household, the professional and the system."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QHideEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from doorbraak.model.dossier import problems
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.problems import Owner, Problem
from doorbraak.model.insight import board as insight
from doorbraak.model.insight.board import Board, Card
from doorbraak.ui.household.board_card import Marks
from doorbraak.ui.household.board_columns import ORDER, BoardColumns
from doorbraak.ui.household.board_first import FirstBlock
from doorbraak.ui.page import Page
from doorbraak.ui.selection import Chosen
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import button, quiet

_MOST_KNOTS = 3  # that are written out below


class BoardPage(Page):
    tables = frozenset({"household", "problem", "problem_waits_for", "agency", "agency_problem"})

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._board = Board((), None, None, ())
        self._chosen = 0
        self._linking = self._with_solved = False
        self._first = FirstBlock(self)
        self._to_problems = button(self.tr("&Naar de problemen"), lambda: session.wanted.emit("problem"))
        self._below = quiet()
        self._below.setProperty("quiet", False)  # what one is asked, and a knot
        actions = self._actions()
        self._menu = QMenu(self)
        self._menu.addActions(actions)
        self._columns = BoardColumns(self._set_lead, actions, self)
        self._wait = button(self.tr("Wa&cht op…"), self._link)
        self._earlier = button(self.tr("&Eerder"), lambda: self._rank(insight.earlier))
        self._later = button(self.tr("&Later"), lambda: self._rank(insight.later))
        self._more = button(self.tr("&Meer…"), self._show_menu)
        self._solved = button("", self._show_solved)
        self._lay_out()
        columns = self._columns
        columns.chosen.connect(self._come_to)
        columns.picked.connect(self._pick)
        columns.clicked.connect(self._click)
        columns.escaped.connect(self._stop_linking)
        columns.dropped.connect(self._drop)
        columns.linked.connect(self._toggle)
        session.selection.changed.connect(self._follow)

    # -- how it is laid out ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        low = QHBoxLayout()
        low.setSpacing(6)
        for each in (self._wait, self._earlier, self._later, self._more):
            low.addWidget(each)
        low.addStretch()
        low.addWidget(self._solved)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._first)
        column.addWidget(self._to_problems, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._columns, 1)
        column.addWidget(self._below)
        column.addLayout(low)

    def _actions(self) -> list[QAction]:
        """One menu, and the keys of the cards; they work on a card and nowhere else."""
        return [
            self._action(self.tr("Wie &trekt dit?"), "F2", self._edit_lead),
            self._action(self.tr("Wa&cht op…"), "W", self._link),
            self._action(self.tr("&Eerder"), "Ctrl+Up", lambda: self._rank(insight.earlier)),
            self._action(self.tr("&Later"), "Ctrl+Down", lambda: self._rank(insight.later)),
            self._action(self.tr("&Uit de volgorde"), "0", lambda: self._rank(lambda _, __: None)),
            self._action(self.tr("Naar het &huishouden"), "H", lambda: self._give("household")),
            self._action(self.tr("Naar de &professional"), "P", lambda: self._give("professional")),
            self._action(self.tr("Naar het &systeem"), "S", lambda: self._give("system")),
            self._action(self.tr("Een kolom naar l&inks"), "Ctrl+Left", lambda: self._shift(-1)),
            self._action(self.tr("Een kolom naar &rechts"), "Ctrl+Right", lambda: self._shift(1)),
        ]

    def _action(self, text: str, keys: str, work: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: work())
        return action

    # -- what it shows --------------------------------------------------------------------------------

    def refresh(self, dossier: Dossier) -> None:
        self._board = insight.board_of(dossier, self.session.catalogue, date.today())
        solved = sum(card.solved for card in self._board.cards)
        shown = [card for card in self._board.cards if self._with_solved or not card.solved]
        self._columns.show_cards(shown)
        self._first.show_board(self._board, dossier)
        self._to_problems.setVisible(not self._board.cards)
        words = self.tr("&Opgeloste verbergen (%d)") if self._with_solved else self.tr("&Opgeloste tonen (%d)")
        self._solved.setText(words % solved)
        self._solved.setVisible(solved > 0)
        here, elsewhere = {card.id for card in shown}, self.session.selection.chosen or ("", 0)
        if self._chosen not in here:
            self._linking, self._chosen = False, 0
        if elsewhere[0] == "problem" and elsewhere[1] in here and not self._linking:
            self._chosen = elsewhere[1]
        if not self._linking:  # also after an undo the focus stays with the card
            self._columns.go_to(self._chosen, focus=self._columns.has_focus())
        self._show_marks()

    def take_focus(self) -> None:
        first = self._chosen or self._columns.first()
        if first:
            self._stay_with(first, focus=True)
        else:
            self._to_problems.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop_linking()

    def _card(self) -> Card | None:
        return self._board.card(self._chosen)

    def _problems(self) -> tuple[Problem, ...]:
        return self.session.dossier(self.household).problems

    def _show_marks(self) -> None:
        card = self._card()
        waits = next((p.waits_for for p in self._problems() if card is not None and p.id == card.id), ())
        marks = Marks(self._chosen, self._board.tied(self._chosen), frozenset(waits) if self._linking else None)
        self._columns.mark(marks)
        self._below.setText(self._told(card))
        self._below.setVisible(bool(self._board.cards))
        for each in (self._wait, self._earlier, self._later, self._more):
            each.setVisible(bool(self._board.cards))
            each.setEnabled(card is not None)
        for each in (self._earlier, self._later):
            each.setEnabled(card is not None and not card.solved)

    def _told(self, card: Card | None) -> str:
        if card is None:
            return self.tr("Kies een kaart. Sleep hem, of kijk bij Meer welke toetsen er zijn.")
        if self._linking:
            return self.tr(
                "Waar wacht “%s” op? Kies een kaart met de pijlen en Enter, of klik. Nog een keer haalt het weg. "
                "Escape stopt."
            ) % card.name  # fmt: skip
        knots = [self._board.knot(number) for number in card.knots[:_MOST_KNOTS]]
        if len(card.knots) > _MOST_KNOTS:
            knots.append(self.tr("En nog %d andere.") % (len(card.knots) - _MOST_KNOTS))
        return "\n".join(knots) or self.tr("Ctrl en pijl omhoog zet een kaart eerder; W zegt waar hij op wacht.")

    def _show_solved(self) -> None:
        self._with_solved = not self._with_solved
        self.refresh(self.session.dossier(self.household))

    def _show_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(QPoint(0, -self._menu.sizeHint().height())))

    # -- which card -----------------------------------------------------------------------------------

    def _come_to(self, id_: int) -> None:
        if not self._linking:
            self._chosen = id_
            self.session.selection.choose("problem", id_)
            self._show_marks()

    def _follow(self, chosen: Chosen | None) -> None:
        if chosen is None or chosen[0] != "problem" or chosen[1] == self._chosen or self._linking:
            return
        if self._columns.go_to(chosen[1]):
            self._chosen = chosen[1]
            self._show_marks()

    def _stay_with(self, id_: int, *, focus: bool) -> None:
        if self._columns.go_to(id_, focus=focus):
            self._chosen = id_
            self.session.selection.choose("problem", id_)
            self._show_marks()

    # -- edits ----------------------------------------------------------------------------------------

    def _edit(self, id_: int, label: str, verb: Callable[..., object], *args: object) -> None:
        """The focus goes along with the card; a button that was pressed keeps it."""
        self._stop_linking()
        focus = self._columns.has_focus()
        self.attempt(label, verb, id_, *args)
        self._stay_with(id_, focus=focus)

    def _set_lead(self, card: Card, name: str) -> None:
        self.attempt(self.tr("Wie trekt dit wijzigen"), problems.set_lead, card.id, name)

    def _edit_lead(self) -> None:
        self._stop_linking()
        self._columns.edit_lead(self._chosen)

    def _give(self, owner: Owner) -> None:
        card = self._card()
        if card is not None and card.owner != owner:
            self._edit(card.id, self.tr("Eigenaar wijzigen"), problems.set_owner, owner)

    def _shift(self, way: int) -> None:
        card, last = self._card(), len(ORDER) - 2  # what has an owner keeps one
        if card is not None:
            at = ORDER.index(card.owner) + way
            if 0 <= at <= last:
                self._give(ORDER[at])

    def _rank(self, place: Callable[[tuple[Problem, ...], int], int | None]) -> None:
        card = self._card()
        if card is not None and not card.solved:
            self._put(card, place(self._problems(), card.id))

    def _put(self, card: Card, rank: int | None) -> None:
        if rank != card.rank:
            self._edit(card.id, self.tr("Volgorde wijzigen"), problems.set_rank, rank)

    def _drop(self, owner: Owner, id_: int, above: int | None, below: int | None) -> None:
        card = self._board.card(id_)
        if card is None:
            return
        if card.owner == owner:
            if not card.solved:
                self._put(card, insight.place_between(self._problems(), id_, above, below))
        else:
            self._edit(id_, self.tr("Eigenaar wijzigen"), problems.set_owner, owner)

    # -- what waits for what --------------------------------------------------------------------------

    def _link(self) -> None:
        """Pressed once more it stops."""
        if self._linking or self._card() is None:
            self._stop_linking()
        elif self._columns.go_to(self._chosen, focus=True):
            self._linking = True
            self._show_marks()
            self._say()

    def _stop_linking(self) -> None:
        if self._linking:
            self._linking = False
            self._stay_with(self._chosen, focus=self._columns.has_focus())

    def _pick(self, id_: int) -> None:
        if not self._linking:
            self._edit_lead()
        elif id_ != self._chosen:
            self._toggle(self._chosen, id_)

    def _click(self, id_: int) -> None:
        if self._linking:
            self._pick(id_)

    def _toggle(self, id_: int, other: int) -> None:
        problem = next((p for p in self._problems() if p.id == id_), None)
        if problem is not None and id_ != other:
            kept = tuple(each for each in problem.waits_for if each != other)
            waits = kept if other in problem.waits_for else (*kept, other)
            self._edit(id_, self.tr("Wacht op wijzigen"), problems.set_waits_for, waits)
            self._say()

    def _say(self) -> None:
        """What stands below now, to who can't see that it changed."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._below.text()))
