"""The six core measures beside the moments at which they are measured: a figure is typed in its place."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.catalogue import Measure
from doorbraak.model.dossier import measurements
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.measurements import CORE, Measurement, Moment
from doorbraak.model.errors import InputError
from doorbraak.model.insight import choice_names, measuring, names
from doorbraak.model.insight.measuring import CORE_MOMENTS, CoreRow, found_words, typed_words
from doorbraak.model.workspace.store import Store
from doorbraak.ui import theme
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.measured import answers_of, typed_found
from doorbraak.ui.widgets.numbers import shown_day, typed_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from doorbraak.ui.page import Page


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the grid. `id` is its own in the whole workspace, for what was typed and refused.

    The first row has no measure: it shows the day of each moment.
    """

    id: int
    measure: str
    title: str
    scale: str
    listed: str
    core: CoreRow


class CoreGrid(QWidget):
    """The grid of the household that `page` shows."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._dossier: Dossier | None = None
        self._rows: tuple[CoreRow, ...] = ()
        self.table = RecordTable(page.session, "core_measure", self.tr("Zes vragen"), self._columns(), self)
        self.table.keep_at(lambda line: f"household:{page.household}:core-{line.measure}")
        self.table.setSortingEnabled(False)  # the rows have their order, and the first one is no measure
        self.table.removal.connect(lambda line: self._remove(line))
        self._due = quiet()
        self._listed = quiet()
        self._take = button("", self._take_over)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            block(
                heading(self.tr("Hoe staat het ervoor?"), self.table),
                self._due,
                self.table,
                (self._listed, self._take),
            )
        )
        self._fit()

    def _fit(self) -> None:
        """As high as its seven rows: nothing scrolls."""
        zoom = theme.zoom()
        self.table.setFixedHeight(round(28 * zoom) * (len(CORE) + 1) + round(36 * zoom))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "table"):
            self._fit()

    def _columns(self) -> list[Column]:
        return [
            Column("title", self.tr("Wat"), lambda line: line.title, tip=self._explained),
            Column("scale", self.tr("Schaal"), lambda line: line.scale, width=250, tip=self._explained),
            *(self._moment(moment) for moment in CORE_MOMENTS),
            Column(
                "listed",
                self.tr("Nu in de lijst"),
                lambda line: line.listed,
                numeric=True,
                width=110,
                hint=self.tr("Wat volgt uit de lijst met instanties"),
            ),
        ]

    def _moment(self, moment: Moment) -> Column:
        return Column(
            moment,
            choice_names.MOMENTS[moment],
            lambda line: self._shown(line, moment),
            lambda line, typed: self._write(line, moment, typed),
            choices_for=lambda line: self._choices(line),
            start=lambda line: self._start(line, moment),
            numeric=True,
            width=128,
            hint=self.tr("Typ een cijfer. Een leeg vakje haalt de meting weg."),
            tip=self._explained,
        )

    # -- what stands in a place -------------------------------------------------------------------------

    def show_dossier(self, dossier: Dossier, today: date) -> None:
        catalogue = self._page.session.catalogue
        listed = measuring.from_dossier(dossier, today)
        self._dossier, self._rows = dossier, measuring.core_rows(dossier.measurements)
        first = dossier.household.id * (len(CORE) + 1)
        lines = [Line(first, "", self.tr("Gemeten op"), "", "", CoreRow(""))]
        for at, row in enumerate(self._rows, 1):
            measure = catalogue.measures.get(row.measure)
            lines.append(
                Line(
                    first + at,
                    row.measure,
                    names.measure_name(row.measure, catalogue),
                    measuring.scale_words(measure) if measure else "",
                    found_words(listed.get(row.measure)),
                    row,
                )
            )
        self.table.show_records(lines)
        self.table.show_again()  # the first row shows days of other rows
        self._show_due(dossier, today)
        self._show_listed(listed, today)

    def _show_due(self, dossier: Dossier, today: date) -> None:
        after = measuring.next_follow_up(dossier, today)
        lines = []
        if not dossier.measurements:
            lines.append(self.tr("Nog niets gemeten. Vraag het aan het huishouden en typ het cijfer in zijn vakje."))
        if after is not None:
            which, day = choice_names.MOMENTS[after.moment].lower(), shown_day(after.on)
            due = self.tr("De meting %s kan nu: het is zover sinds %s.") if after.on <= today else ""
            if after.due:
                lines.append((due or self.tr("De meting %s kan deze maand, vanaf %s.")) % (which, day))
            else:
                lines.append(self.tr("De meting %s kan vanaf %s.") % (which, day))
        self._due.setText(" ".join(lines))
        self._due.setVisible(bool(lines))

    def _show_listed(self, listed: dict[str, int], today: date) -> None:
        """What the dossier itself answers is offered, and never filled in by itself."""
        self._offer = {}
        self._offer_moment: Moment = "start"
        if listed and self._dossier is not None:
            self._offer_moment = measuring.moment_now(self._dossier, today)
            measured = {row.measure for row in self._rows if self._offer_moment in row.found}
            self._offer = {measure: value for measure, value in listed.items() if measure not in measured}
        self._listed.setText(
            self.tr("Volgens de lijst nu. Instanties: %s. Contacten per maand: %s.")
            % tuple(found_words(listed[measure]) for measure in ("aantal-instanties", "contacten-per-maand"))
            if listed
            else ""
        )
        self._listed.setVisible(bool(listed))
        self._take.setVisible(bool(listed))
        self._take.setEnabled(bool(self._offer))
        self._take.setText(self.tr("Neem &over bij “%s”") % choice_names.MOMENTS[self._offer_moment])

    def _measure(self, line: Line) -> Measure | None:
        return self._page.session.catalogue.measures.get(line.measure)

    def _explained(self, line: Line) -> str:
        measure = self._measure(line)
        if measure is None:
            return self.tr("De dag van de meting. Een andere datum geldt voor de hele kolom.")
        parts = [f"{measure.name}: {measuring.scale_words(measure)}.", measure.explanation]
        for moment, found in line.core.of_people.items():
            each = [f"{self._whose(one)} {found_words(one.value_e2, one.answer)}" for one in found]
            parts.append(f"{choice_names.MOMENTS[moment]}: {', '.join(each)}.")
        return "\n".join(parts)

    def _choices(self, line: Line) -> list[tuple[str, str]]:
        answers = answers_of(self._measure(line))
        return [("", self.tr("Niet gemeten")), *answers] if answers else []

    def _at(self, moment: Moment) -> list[Measurement]:
        return [row.found[moment] for row in self._rows if moment in row.found]

    def _day(self, moment: Moment) -> date | None:
        return max((one.on_day for one in self._at(moment)), default=None)

    def _shown(self, line: Line, moment: Moment) -> str:
        if line.measure:
            return self._figure(line, moment)
        several = len({one.on_day for one in self._at(moment)}) > 1
        return self._start(line, moment) + (self.tr(" e.a.") if several else "")

    def _start(self, line: Line, moment: Moment) -> str:
        if not line.measure:
            return shown_day(self._day(moment))
        found = line.core.found.get(moment)
        return typed_words(found.value_e2, found.answer) if found else ""

    def _figure(self, line: Line, moment: Moment) -> str:
        """The household's figure; without one, that there are figures of people."""
        found, people = line.core.found.get(moment), line.core.of_people.get(moment, ())
        if found:
            return found_words(found.value_e2, found.answer)
        if len(people) > 1:
            return self.tr("%s mensen") % len(people)
        return f"{self._whose(people[0])}: {found_words(people[0].value_e2, people[0].answer)}" if people else ""

    def _whose(self, one: Measurement) -> str:
        listed = self._dossier.people if self._dossier else ()
        person = next((person for person in listed if person.id == one.person), None)
        return names.person_name(person, self._page.session.catalogue) if person else ""

    # -- writing in it ----------------------------------------------------------------------------------

    def _write(self, line: Line, moment: Moment, typed: str) -> None:
        """Raises InputError."""
        page, known = self._page, line.core.found.get(moment)
        if not line.measure:
            self._write_day(moment, typed)
        elif not typed.strip():
            if known:
                page.run(self.tr("Meting weghalen"), measurements.remove, known.id)
        elif known:
            found = typed_found(self._measure(line), typed)
            page.run(self.tr("Meting wijzigen"), measurements.set_found, known.id, *found)
        else:
            value, answer = typed_found(self._measure(line), typed)
            page.run(
                self.tr("Meting toevoegen"),
                measurements.add,
                page.household,
                line.measure,
                moment=moment,
                on_day=self._day(moment) or date.today(),
                value_e2=value,
                answer=answer,
            )

    def _write_day(self, moment: Moment, typed: str) -> None:
        on, there = typed_day(typed, "on_day"), self._at(moment)
        if not there:
            raise InputError("Hier is nog niets gemeten. Typ eerst een cijfer.", "on_day")
        if on is None:
            raise InputError("Hier hoort een datum. Schrijf hem zo: 31-12-2026.", "on_day")
        self._page.run(self.tr("Dag van de meting wijzigen"), _set_days, [one.id for one in there], on)

    def _remove(self, line: Line) -> None:
        """What stands in the place in focus."""
        at = self.table.currentIndex().column() - 2
        found = line.core.found.get(CORE_MOMENTS[at]) if 0 <= at < len(CORE_MOMENTS) else None
        if found:
            self._page.attempt(self.tr("Meting weghalen"), measurements.remove, found.id)

    def _take_over(self) -> None:
        self._page.attempt(
            self.tr("Cijfers uit de lijst overnemen"),
            self._add_offered,
            self._offer_moment,
            self._day(self._offer_moment) or date.today(),
            dict(self._offer),
        )

    def _add_offered(self, store: Store, moment: Moment, on: date, figures: dict[str, int]) -> None:
        for key, value_e2 in figures.items():
            measure = self._page.session.catalogue.measures.get(key)
            if measure:
                measuring.on_scale(measure, value_e2)
            measurements.add(store, self._page.household, key, moment=moment, on_day=on, value_e2=value_e2)


def _set_days(store: Store, found: list[int], on: date) -> None:
    for measurement in found:
        measurements.set_day(store, measurement, on)
