"""Eigen woorden: one large box first, without categories; below it the questions of this conversation, one by one."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.insight.guide import answer_in, asks_of, said_before, said_today, visit_of
from doorbraak.model.insight.talk_promise import short_day
from doorbraak.ui.household.talk_stage import Stage
from doorbraak.ui.household.talk_visit import answer, say
from doorbraak.ui.widgets.blocks import block, button, quiet
from doorbraak.ui.widgets.fields import TextField
from doorbraak.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from doorbraak.ui.household.talk import TalkPage


class OwnWordsStage(Stage):
    """Both keep themselves: the box two seconds after the last key, a line when it is left."""

    def __init__(self, page: "TalkPage") -> None:
        super().__init__(page)
        self._dossier: Dossier | None = None
        self._today = date.today()
        self._at, self._refused = 0, False
        asked = QLabel(self.tr("Wat is volgens u het probleem?"))
        asked.setProperty("letters", "title")
        asked.setWordWrap(True)
        self._problem = self.large(TextField(page.session, asked.text(), self._write_problem), 1.5)
        self._problem.setPlaceholderText(self.tr("Vertel. Wij schrijven het op zoals u het zegt."))
        self._problem.setMinimumHeight(110)
        self._before = quiet()
        self._which = quiet()
        self._question = QLabel()
        self._question.setProperty("letters", "name")
        self._question.setWordWrap(True)
        self._line = self.large(
            LineField(page.session, self.tr("Antwoord op de vraag"), self._write_answer,
                      hint=self.tr("Overslaan mag: Enter gaat naar de volgende vraag")), 1.25,
        )  # fmt: skip
        self._line.returnPressed.connect(lambda: self._go(1))
        self._previous = button(self.tr("&Vorige vraag"), lambda: self._go(-1))
        self._next = button(self.tr("V&olgende vraag"), lambda: self._go(1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(asked)
        column.addWidget(self._problem, 1)
        column.addWidget(self._before)
        column.addSpacing(12)
        column.addWidget(self._which)
        column.addWidget(self._question)
        column.addWidget(block((self._line, self._previous, self._next)))

    def take_focus(self) -> None:
        """The box while it is empty; after that the questions."""
        (self._line if self._problem.toPlainText() else self._problem).setFocus()

    def part(self) -> int:
        return self._at

    def back_to_part(self, part: int) -> None:
        self._line.finish()
        self._at = part
        self._show_question()

    def show_dossier(self, dossier: Dossier, today: date) -> None:
        if self._dossier is None or self._dossier.household.id != dossier.household.id:
            self._line.finish()
            self._at = 0
        self._dossier, self._today = dossier, today
        said = said_today(dossier.own_words, "problem", today)
        self._problem.show_value(f"household:{dossier.household.id}:talk-problem:{today}", said.words if said else "")
        self._before.setText(self._said_before(dossier))
        self._show_question()

    def _said_before(self, dossier: Dossier) -> str:
        before = said_before(dossier.own_words, "problem", self._today)
        if not before:
            return self.tr("Nog geen eerdere woorden van dit huishouden.")
        catalogue = self.page.session.catalogue
        called = {person.id: names.person_called(person, catalogue) for person in dossier.people}
        said = " ".join(
            f"{called[one.person]}: “{one.words}”" if one.person in called else f"“{one.words}”" for one in before[-2:]
        )
        return self.tr("Eerder, op %s. %s") % (short_day(before[-1].noted_on), said)

    # -- the questions --------------------------------------------------------------------------------

    def _show_question(self) -> None:
        if self._dossier is None:
            return
        kind = self.page.conversation
        asks = asks_of(kind)
        self._at = min(self._at, len(asks) - 1)
        ask = asks[self._at]
        if ask.to == "report":
            visit = visit_of(self._dossier.visits, self._today)
            known = answer_in(visit.report, ask) if visit else ""
        else:
            said = said_today(self._dossier.own_words, ask.to, self._today)
            known = " ".join(said.words.split()) if said else ""
        self._which.setText(self.tr("Vraag %d van %d") % (self._at + 1, len(asks)))
        self._question.setText(ask.words)
        self._line.setAccessibleDescription(ask.words)
        self._line.show_value(f"household:{self._dossier.household.id}:talk-ask:{self._today}:{kind}:{self._at}", known)
        self._previous.setEnabled(self._at > 0)
        self._next.setEnabled(self._at < len(asks) - 1)

    def _go(self, by: int) -> None:
        """To another question, once the answer is kept; one that was refused stays in sight."""
        self._refused = False
        self._line.finish()
        wanted = self._at + by
        if self._refused or not 0 <= wanted < len(asks_of(self.page.conversation)):
            return
        self._at = wanted
        self._show_question()
        self._line.setFocus()

    def _write_problem(self, text: str, merge: str) -> None:
        household = int(merge.split(":")[1])  # of the place: another one may be in sight by now
        self.page.note(self.tr("Eigen woorden wijzigen"), say, household, "problem", text, merge=merge)

    def _write_answer(self, text: str) -> None:
        self._refused = True
        if self._dossier is not None:
            kind = self.page.conversation
            ask = asks_of(kind)[self._at]
            self.page.note(self.tr("Antwoord opschrijven"), answer, self._dossier.household.id, kind, ask, text)
        self._refused = False
