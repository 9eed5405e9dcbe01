"""All measurements, also of single people and of other measures than the six."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.catalogue import Hit, Measure
from doorbraak.model.dossier import measurements
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.measurements import Measurement
from doorbraak.model.insight import choice_names, measuring, names
from doorbraak.ui.household.measurements_new import Filled, NewMeasurement
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, heading, quiet
from doorbraak.ui.widgets.measured import answers_of, typed_found
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.type_ahead import TypeAhead

if TYPE_CHECKING:
    from doorbraak.ui.page import Page


class MeasurementList(QWidget):
    """The list of the household that `page` shows."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._dossier: Dossier | None = None
        session = page.session
        self._measure = TypeAhead(
            session,
            self.tr("Meting toevoegen: typ drie letters"),
            "add:measurement",
            ("measure",),
            own=False,
            describe=lambda hit: f"{hit.name} · {session.catalogue.measures[hit.id].scale}",
        )
        self._measure.picked.connect(self._ask)
        self._table = RecordTable(session, "measurement", self.tr("Metingen"), self._columns(), self)
        self._table.removal.connect(page.removes(self.tr("Meting weghalen"), measurements.remove))
        self._empty = quiet(self.tr("Nog geen metingen. Hier kun je ook per persoon meten, of iets anders dan de zes."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            block(heading(self.tr("Wat is er gemeten?"), self._measure), self._measure, self._empty, self._table)
        )

    def _columns(self) -> list[Column]:
        page, catalogue = self._page, self._page.session.catalogue
        return [
            Column(
                "measure",
                self.tr("Wat"),
                lambda one: names.measure_name(one.measure, catalogue),
                tip=self._explained,
            ),
            Column(
                "found",
                self.tr("Uitkomst"),
                lambda one: measuring.found_words(one.value_e2, one.answer),
                self._write,
                choices_for=lambda one: answers_of(self._listed(one)),
                start=lambda one: measuring.typed_words(one.value_e2, one.answer),
                numeric=True,
                width=84,
                sort=lambda one: (one.value_e2 is None, one.value_e2 or 0, one.answer),
                tip=self._explained,
            ),
            columns.choice(
                page,
                "moment",
                self.tr("Moment"),
                self.tr("Moment van de meting wijzigen"),
                measurements.set_moment,
                choice_names.MOMENTS,
                width=102,
            ),
            columns.day(
                page,
                "on_day",
                self.tr("Dag"),
                self.tr("Dag van de meting wijzigen"),
                measurements.set_day,
                needed=True,
                width=84,
            ),
            columns.one_of(
                page,
                "person",
                self.tr("Van wie"),
                self.tr("Van wie de meting is"),
                measurements.set_person,
                self._people,
                nobody=self.tr("Het huishouden"),
                width=92,
                hint=self.tr("Leeg: van het hele huishouden"),
            ),
            columns.text(
                page,
                "words",
                self.tr("Opmerking"),
                self.tr("Opmerking bij de meting wijzigen"),
                measurements.reword,
                width=104,
            ),
            columns.origin(page, "measurement"),
        ]

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._table.show_records(dossier.measurements)
        self._table.show_again()  # people may have got another name
        self._empty.setVisible(not dossier.measurements)

    def _listed(self, one: Measurement) -> Measure | None:
        return self._page.session.catalogue.measures.get(one.measure)

    def _explained(self, one: Measurement) -> str:
        measure = self._listed(one)
        return f"{measure.name}: {measuring.scale_words(measure)}.\n{measure.explanation}" if measure else one.measure

    def _people(self) -> list[tuple[int, str]]:
        catalogue = self._page.session.catalogue
        return [(p.id, names.person_name(p, catalogue)) for p in (self._dossier.people if self._dossier else ())]

    def _write(self, one: Measurement, typed: str) -> None:
        found = typed_found(self._listed(one), typed)
        self._page.run(self.tr("Meting wijzigen"), measurements.set_found, one.id, *found)

    def _ask(self, hit: Hit) -> None:
        if self._dossier is None:
            return
        page, catalogue = self._page, self._page.session.catalogue

        def save(filled: Filled) -> None:
            value, answer = filled.found
            page.run(
                self.tr("Meting toevoegen"),
                measurements.add,
                page.household,
                hit.id,
                moment=filled.moment,
                on_day=filled.on_day,
                value_e2=value,
                answer=answer,
                person=filled.person,
            )

        dialog = NewMeasurement(catalogue.measures[hit.id], self._dossier, catalogue, save, self)
        if dialog.exec() == NewMeasurement.DialogCode.Accepted:
            self._measure.added()
            self._table.select(page.session.dossier(page.household).measurements[-1].id)
        dialog.deleteLater()
        self._measure.setFocus()
