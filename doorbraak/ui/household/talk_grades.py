"""Cijfers: 0 to 10, for who wants. Who gives none, gives none: nothing is stored and nothing is asked again."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.measurements import Moment
from doorbraak.model.insight import choice_names, measuring, names
from doorbraak.model.insight.talk import GRADES, grade_before, grade_today
from doorbraak.model.insight.talk_promise import short_day
from doorbraak.ui.household.talk_numbers import NumberRow
from doorbraak.ui.household.talk_stage import Stage
from doorbraak.ui.household.talk_visit import grade
from doorbraak.ui.widgets.blocks import quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox, choice_row

if TYPE_CHECKING:
    from doorbraak.ui.household.talk import TalkPage


class GradesStage(Stage):
    """One row of numbers for each measure, of the household or of one person."""

    def __init__(self, page: "TalkPage") -> None:
        super().__init__(page)
        self._dossier: Dossier | None = None
        self._today = date.today()
        self._moment: Moment = "start"
        self._turn = 0  # keys for one row in a row are one step
        asked = QLabel(self.tr("Welk cijfer geeft u? Alleen als u wilt."))
        asked.setProperty("letters", "title")
        asked.setWordWrap(True)
        self._who = ChoiceBox(self.tr("Van wie is het cijfer"))
        self._who.chosen.connect(lambda _: self._show())
        self._about = quiet()
        self._rows: dict[str, NumberRow] = {}
        self._earlier: dict[str, QLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(asked)
        column.addWidget(choice_row(self._who))
        for measure in GRADES:
            title = QLabel(self._asks()[measure])
            title.setProperty("letters", "name")
            title.setWordWrap(True)
            row = self.large(NumberRow(title.text()), 1.3)
            row.chosen.connect(lambda figure, measure=measure: self._give(measure, figure))
            self._rows[measure], self._earlier[measure] = row, quiet()
            column.addSpacing(6)
            column.addWidget(title)
            column.addWidget(row)
            column.addWidget(self._earlier[measure])
        column.addWidget(self._about)
        column.addStretch(1)

    def _asks(self) -> dict[str, str]:
        return dict(
            zip(
                GRADES,
                (
                    self.tr("Welk cijfer geeft u uw leven nu?"),
                    self.tr("Hoeveel grip heeft u op uw leven?"),
                    self.tr("Hoeveel heeft u aan de hulp?"),
                    self.tr("Hoeveel vertrouwen heeft u in hulp en overheid?"),
                ),
                strict=True,
            )
        )

    def take_focus(self) -> None:
        self._rows[GRADES[0]].setFocus()

    def part(self) -> int:
        return self._who.value or 0

    def back_to_part(self, part: int) -> None:
        self._who.choose(part)
        self._show()

    def show_dossier(self, dossier: Dossier, today: date) -> None:
        catalogue = self.page.session.catalogue
        self._dossier, self._today = dossier, today
        self._moment = measuring.moment_now(dossier, today)
        self._who.offer(
            [(0, self.tr("Het hele huishouden")), *((p.id, names.person_name(p, catalogue)) for p in dossier.people)]
        )
        self._show()

    def _show(self) -> None:
        if self._dossier is None:
            return
        person, measured = self._who.value or None, self._dossier.measurements
        for measure, row in self._rows.items():
            given = grade_today(measured, measure, self._moment, person, self._today)
            value = given.value_e2 if given is not None else None
            row.show_figure(value // 100 if value is not None else None)
            before = grade_before(measured, measure, person, self._today)
            self._earlier[measure].setText(
                self.tr("Op %s: %s") % (short_day(before.on_day), measuring.found_words(before.value_e2, before.answer))
                if before is not None
                else self.tr("Nog geen eerder cijfer.")
            )
        self._about.setText(
            self.tr("Dit telt als meting: %s. Toets een cijfer, of Delete voor liever niet. Dan bewaren we niets.")
            % choice_names.MOMENTS[self._moment].lower()
        )

    def _give(self, measure: str, figure: int | None) -> None:
        if self._dossier is None:
            return
        row = self._rows[measure]
        if figure is None and row.figure is None:
            return
        if figure != 10 or row.figure != 1:  # a 10 is a 1 and then a 0: one step
            self._turn += 1
        label = self.tr("Cijfer geven") if figure is not None else self.tr("Cijfer weghalen")
        self.page.noted(
            label, grade, self._dossier.household.id, measure, self._moment, self._who.value or None, figure,
            merge=f"talk_grade {measure} {self._turn}",
        )  # fmt: skip
