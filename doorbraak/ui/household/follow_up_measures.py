"""The six core measures of one moment in a row: Enter goes on to the next."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from doorbraak.model.dossier import measurements
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.measurements import CORE, Measurement, Moment
from doorbraak.model.insight import measuring, names
from doorbraak.model.insight.measuring import found_words, typed_words
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.line_field import LineField
from doorbraak.ui.widgets.measured import answers_of, typed_found
from doorbraak.ui.widgets.plain import tooltip
from doorbraak.ui.widgets.short_label import ShortLabel
from doorbraak.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from doorbraak.ui.page import Page


class MeasuresRow(QWidget):
    """Emits `done` when the last field is left by Enter."""

    done = Signal()

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._moment: Moment = "start"
        self._today = date.min
        self._dossier: Dossier | None = None
        self._found: dict[str, Measurement] = {}
        self._fields: dict[str, LineField | ChoiceBox] = {}
        self._under: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for at, measure in enumerate(CORE):
            known = page.session.catalogue.measures.get(measure)
            title = names.measure_name(measure, page.session.catalogue)
            label, under = WrappedLabel(title), ShortLabel(least=60)
            under.setProperty("quiet", True)
            field = self._field(measure, title)
            field.setToolTip(tooltip(f"{measuring.scale_words(known)}. {known.explanation}" if known else title))
            label.setBuddy(field)
            self._fields[measure], self._under[measure] = field, under
            grid.addWidget(label, 0, at)
            grid.addWidget(field, 1, at)
            grid.addWidget(under, 2, at)
            grid.setColumnStretch(at, 1)

    def _field(self, measure: str, title: str) -> LineField | ChoiceBox:
        answers = answers_of(self._page.session.catalogue.measures.get(measure))
        if answers:
            box = ChoiceBox(title, [("", self.tr("Niet gemeten")), *answers])
            box.chosen.connect(lambda answer: self._choose(measure, answer))
            return box
        line = LineField(self._page.session, title, lambda typed: self._write(measure, typed))
        line.returnPressed.connect(lambda: self._on(measure))
        return line

    def take_focus(self) -> bool:
        """At the first that is not measured; whether there is one."""
        for measure, field in self._fields.items():
            if measure not in self._found:
                field.setFocus()
                return True
        return False

    def show_dossier(self, dossier: Dossier, moment: Moment, today: date) -> None:
        self._dossier, self._moment, self._today = dossier, moment, today
        rows = {row.measure: row for row in measuring.core_rows(dossier.measurements)}
        listed = measuring.from_dossier(dossier, today)
        self._found = {measure: row.found[moment] for measure, row in rows.items() if moment in row.found}
        for measure, field in self._fields.items():
            found = self._found.get(measure)
            if isinstance(field, ChoiceBox):
                field.choose(found.answer if found else "")
            else:
                place = f"household:{dossier.household.id}:follow-up-{moment}:{measure}"
                field.show_value(place, typed_words(found.value_e2, found.answer) if found else "")
            row, said = rows[measure], []
            began = [row.found["start"]] if "start" in row.found else [*reversed(row.of_people.get("start", ()))]
            if began and moment != "start":  # of several people: each his own
                said.append(self.tr("begin: %s") % " en ".join(found_words(one.value_e2, one.answer) for one in began))
            if measure in listed:
                said.append(self.tr("lijst nu: %s") % found_words(listed[measure]))
            self._under[measure].setText(" · ".join(said))

    # -- writing ----------------------------------------------------------------------------------------

    def _on(self, measure: str) -> None:
        """To the next field, unless this one was refused."""
        field = self._fields[measure]
        if isinstance(field, LineField):
            field.finish()
        if field.property("wrong"):
            return
        after = CORE.index(measure) + 1
        if after == len(CORE):
            self.done.emit()
        else:
            self._fields[CORE[after]].setFocus()

    def _choose(self, measure: str, answer: str) -> None:
        page, found = self._page, self._found.get(measure)
        if not answer:
            if found is not None:
                page.attempt(self.tr("Meting weghalen"), measurements.remove, found.id)
        elif found is None or found.answer != answer:
            self._keep(measure, None, answer)

    def _write(self, measure: str, typed: str) -> None:
        """Raises InputError."""
        found = self._found.get(measure)
        if typed.strip():
            self._keep(measure, *typed_found(self._page.session.catalogue.measures.get(measure), typed))
        elif found is not None:
            self._page.run(self.tr("Meting weghalen"), measurements.remove, found.id)

    def _keep(self, measure: str, value_e2: int | None, answer: str) -> None:
        page, found = self._page, self._found.get(measure)
        if found is not None:
            page.run(self.tr("Meting wijzigen"), measurements.set_found, found.id, value_e2, answer)
            return
        page.run(
            self.tr("Meting toevoegen"),
            measurements.add,
            page.household,
            measure,
            moment=self._moment,
            on_day=self._day(),
            value_e2=value_e2,
            answer=answer,
        )

    def _day(self) -> date:
        """Of the others at this moment; else today, or the day of a moment that is long past."""
        if self._found:
            return max(one.on_day for one in self._found.values())
        if self._dossier is None or measuring.moment_now(self._dossier, self._today) == self._moment:
            return self._today
        return measuring.moment_days(self._dossier)[self._moment]
