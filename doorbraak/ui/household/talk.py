"""Gesprek: the conversation at the kitchen table. One stage in view, in any order, and nothing that has to be done."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.visits import Conversation
from doorbraak.model.insight import choice_names
from doorbraak.model.insight.guide import conversation_of, visit_of
from doorbraak.ui.household.talk_back import BackStage
from doorbraak.ui.household.talk_doing import DoingStage
from doorbraak.ui.household.talk_first import FirstStage
from doorbraak.ui.household.talk_grades import GradesStage
from doorbraak.ui.household.talk_own_words import OwnWordsStage
from doorbraak.ui.household.talk_stage import Stage
from doorbraak.ui.household.talk_visit import choose_conversation, within_visit
from doorbraak.ui.household.talk_year import YearStage
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import button, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox


class TalkPage(Page):
    tables = frozenset(
        {
            "household",
            "person",
            "goal",
            "own_words",
            "problem",
            "problem_waits_for",
            "agency",
            "letter",
            "visit",
            "intervention",
            "step",
            "task",
            "measurement",
        }
    )

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._dossier: Dossier | None = None
        self._chosen: Conversation | None = None  # before there is a visit to write it down with
        self._kind = ChoiceBox(
            self.tr("Soort gesprek"), [(kind, name) for kind, name in choice_names.CONVERSATIONS.items() if kind]
        )
        self._kind.setMinimumContentsLength(18)  # letters: the names of the three are read, not guessed
        self._kind.chosen.connect(self._choose)
        self._written = quiet()
        self._stack = QStackedWidget()
        self._stages: list[Stage] = []
        self._buttons: list[QPushButton] = []
        for title, stage in (
            (self.tr("&Eigen woorden"), OwnWordsStage(self)),
            (self.tr("Over een &jaar"), YearStage(self)),
            (self.tr("&Cijfers"), GradesStage(self)),
            (self.tr("Wat ee&rst"), FirstStage(self)),
            (self.tr("W&at doen we"), DoingStage(self)),
            (self.tr("Terug&lezen"), BackStage(self)),
        ):
            self._add_stage(title, stage)
        self._lay_out()
        self._mark(0)

    def _add_stage(self, title: str, stage: Stage) -> None:
        at = len(self._stages)
        to = button(title, lambda: self.go_to(at))
        to.setCheckable(True)
        self._stages.append(stage)
        self._buttons.append(to)
        self._stack.addWidget(stage)

    def _lay_out(self) -> None:
        guide = QVBoxLayout()
        guide.setSpacing(8)
        guide.addWidget(quiet(self.tr("Alles mag, niets moet.")))
        for to in self._buttons:
            guide.addWidget(to)
        guide.addStretch()
        if not self.session.at_table:
            guide.addWidget(quiet(self.tr("Praat je langer? F11, aan tafel, vergrendelt pas na 20 minuten.")))
            guide.addSpacing(8)
        guide.addWidget(quiet(self.tr("Welk gesprek is dit?")))
        guide.addWidget(self._kind)
        guide.addWidget(self._written)
        left = QWidget()
        left.setLayout(guide)
        left.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        guide.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(24)
        row.addWidget(left)
        row.addWidget(self._stack, 1)

    # -- going about ----------------------------------------------------------------------------------

    def go_to(self, at: int) -> None:
        """A stage of the talk; what was typed in the one that goes is kept first."""
        self.session.flush()
        self._stack.setCurrentIndex(at)
        self._mark(at)
        if self._dossier is not None:
            self._stages[at].show_dossier(self._dossier, date.today())
        self._stages[at].take_focus()

    def _mark(self, shown: int) -> None:
        for at, to in enumerate(self._buttons):
            to.setChecked(at == shown)
            to.setProperty("main", at == shown)
            to.style().unpolish(to)
            to.style().polish(to)

    def take_focus(self) -> None:
        self._stages[self._stack.currentIndex()].take_focus()

    def part(self) -> tuple[int, ...]:
        """The stage, the kind of conversation, which decides what is asked, and what the stage asks now."""
        at = self._stack.currentIndex()
        return at, self._kind.currentIndex(), self._stages[at].part()

    def back_to_part(self, part: tuple[int, ...]) -> None:
        at, kind, within = part
        self._kind.setCurrentIndex(kind)
        self._chosen = self._kind.value
        self.go_to(at)
        self._stages[at].back_to_part(within)

    # -- what is written ------------------------------------------------------------------------------

    @property
    def conversation(self) -> Conversation:
        return self._kind.value or "plan"

    def note(self, label: str, verb: Callable[..., object], *args: object, **values: object) -> object:
        """A verb within the visit of today, which the first one makes: one step together. Raises UserError."""
        return self.run(label, within_visit, self.household, self.conversation, verb, *args, **values)

    def noted(self, label: str, verb: Callable[..., object], *args: object, **values: object) -> bool:
        """The same with a refusal shown above the page."""
        return self.attempt(label, within_visit, self.household, self.conversation, verb, *args, **values)

    def _choose(self, kind: Conversation) -> None:
        self._chosen = kind
        self.attempt(self.tr("Soort gesprek wijzigen"), choose_conversation, self.household, kind)
        if self._dossier is not None:
            self.refresh(self.session.dossier(self.household))

    def refresh(self, dossier: Dossier) -> None:
        today = date.today()
        if self._dossier is None or self._dossier.household.id != dossier.household.id:
            self._chosen = None
            self._stack.setCurrentIndex(0)  # another family begins with its own words
            self._mark(0)
        self._dossier = dossier
        visit = visit_of(dossier.visits, today)
        known = visit.conversation if visit is not None else ""
        self._kind.choose(known or self._chosen or conversation_of(dossier, today))
        self._written.setText(
            self.tr("Het bezoek van vandaag staat bij Bezoeken.")
            if visit is not None
            else self.tr("Nog niets opgeschreven vandaag.")
        )
        self._stages[self._stack.currentIndex()].show_dossier(dossier, today)
