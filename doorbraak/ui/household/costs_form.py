"""All fields of one cost line in two columns: what is known of it, and the line as it was filled in."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QCompleter, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from doorbraak.model import money
from doorbraak.model.dossier import cost_ranges
from doorbraak.model.dossier.cost_ranges import Part
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.insight.choice_names import EFFECTS, RECURRENCES
from doorbraak.model.insight.uncertainty import ASSUMED_RANGE, price_of
from doorbraak.ui.household import costs_columns, costs_said
from doorbraak.ui.household.costs_owner import OwnerBox
from doorbraak.ui.household.costs_ranges import RangeFields
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import choices
from doorbraak.ui.widgets.blocks import form_row, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.numbers import shown_day, typed_day, typed_percent, typed_year

_CHANCES = ("chance_current", "chance_threatening", "chance_plan")


class CostForm(QWidget):
    """`fields` are those that an InputError can name; `changed` says that one of them has other words."""

    changed = Signal()

    def __init__(self, page: Page, line: CostLine, dossier: Dossier) -> None:
        super().__init__()
        self._line, self._dossier, self._catalogue = line, dossier, page.session.catalogue
        self.fields: dict[str, QWidget] = {}
        self._make_fields(page)
        self._fill_in()
        self._say_examples()
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 8, 0)
        sides.setSpacing(24)
        left, right = QFormLayout(), QFormLayout()
        for side in (left, right):
            side.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
            side.setVerticalSpacing(6)  # else these take the room that is between the two sides
            side.setHorizontalSpacing(8)
            sides.addLayout(side, 1)
        self._ask_left(left)
        self._ask_right(right)
        for field in (*self.fields.values(), *self.ranges):
            if isinstance(field, QLineEdit):
                field.textChanged.connect(self.changed)
            elif isinstance(field, ChoiceBox):
                field.currentIndexChanged.connect(self.changed)
        self.owner.currentIndexChanged.connect(self._allow)
        self._allow()

    # -- the fields ------------------------------------------------------------------------------------

    def _make_fields(self, page: Page) -> None:
        line, dossier, catalogue = self._line, self._dossier, self._catalogue
        self.words, self.price, self.year, self.source, self.unit, self.quantity = (QLineEdit() for _ in range(6))
        self.starts, self.ends, self.attribution = QLineEdit(), QLineEdit(), QLineEdit()
        self.unit.setCompleter(QCompleter(costs_columns.UNITS, self.unit))
        self.recurrence = ChoiceBox(self.tr("Hoe vaak"), list(RECURRENCES.items()))
        self.law = ChoiceBox(self.tr("Wet"), choices.laws(catalogue))
        self.payer = ChoiceBox(self.tr("Betaler"), choices.payers(catalogue))
        self.winner = ChoiceBox(self.tr("Wie wint"), costs_columns.winners(page))
        self.effect = ChoiceBox(self.tr("Kasbaar of capaciteit"), list(EFFECTS.items()))
        self.transfer = QCheckBox(self.tr("Uitkering of &toeslag: geen winst voor de samenleving"))
        self.owner = OwnerBox(dossier, catalogue)
        people = [(one.id, names.person_name(one, catalogue)) for one in dossier.people]
        self.person = ChoiceBox(self.tr("Voor wie"), [(None, self.tr("Niemand in het bijzonder")), *people])
        problems = [(one.id, names.problem_name(one, catalogue)) for one in dossier.problems]
        self.problem = ChoiceBox(self.tr("Probleem"), [(None, self.tr("Geen")), *problems])
        agencies = [(one.id, names.agency_name(one, catalogue)) for one in dossier.agencies]
        self.agency = ChoiceBox(self.tr("Instantie"), [(None, self.tr("Geen")), *agencies])
        self.now, self.threat, self.plan = self.chances = QLineEdit(), QLineEdit(), QLineEdit()
        alone = costs_said.alone(line, dossier, catalogue, page.session.saving(page.household).level)
        self._band = price_of(alone.lines[0], catalogue)
        self._price_without = self._range_of(line)
        self.ranges = RangeFields(line, self._price_without, self)

    def _range_of(self, line: CostLine) -> str:
        """What the price is likely to be while nobody filled in a range."""
        low, high = (money.exact(round(line.price_cents * share)) for share in (self._band.low, self._band.high))
        if low == high:
            return self.tr("betaald of bevestigd: %s") % low
        whose = self.tr("aangenomen") if self._band.assumed else self.tr("uit de lijst")
        return f"{whose}: " + self.tr("%s tot %s") % (low, high)

    def _fill_in(self) -> None:
        line = self._line
        self.words.setText(line.words)
        self.price.setText(money.typed(line.price_cents))
        self.year.setText(str(line.price_year or ""))
        self.source.setText(line.source)
        self.unit.setText(line.unit)
        self.quantity.setText(names.quantity(line.quantity_e4))
        self.recurrence.choose(line.recurrence)
        for box, value in ((self.law, line.law), (self.payer, line.payer), (self.winner, line.beneficiary)):
            box.show_value(value)
        self.effect.choose(line.effect)
        self.transfer.setChecked(line.transfer)
        self.owner.choose_owner(line.event, line.intervention)
        for box, row in ((self.person, line.person), (self.problem, line.problem), (self.agency, line.agency)):
            box.setCurrentIndex(max(0, box.findData(row)))
        self.starts.setText(shown_day(line.starts))
        self.ends.setText(shown_day(line.ends))
        self.attribution.setText(str(line.attribution))
        parts = (line.chances.current, line.chances.threatening, line.chances.plan)
        for field, chance in zip(self.chances, parts, strict=True):
            field.setText(str(chance))

    def _say_examples(self) -> None:
        """What to write where nothing stands."""
        for day in (self.starts, self.ends):
            day.setPlaceholderText(self.tr("dag-maand-jaar, of leeg"))
        self.year.setPlaceholderText(self.tr("onbekend: niet omgerekend"))
        known = self._catalogue.prices.get(self._line.price)
        if known is not None:
            self.source.setPlaceholderText(self.tr("Prijslijst: %s") % known.source_title)
            self.source.setToolTip(self.tr("Uit de prijslijst. Hier kun je iets toevoegen."))
        else:
            gone = self.tr("Deze prijs staat niet meer in de lijst") if self._line.price else ""
            self.source.setPlaceholderText(gone or self.tr("Waar komt deze prijs vandaan?"))

    def _ask_left(self, form: QFormLayout) -> None:
        self._row(form, "words", self.tr("&Waarvoor"), self.words)
        self._row(form, "price_cents", self.tr("&Prijs (€)"), self.price)
        self._row(form, "price_year", self.tr("Prijs&jaar"), self.year)
        self._row(form, "source", self.tr("B&ron"), self.source)
        self._row(form, "unit", self.tr("&Eenheid"), self.unit)
        self._row(form, "quantity", self.tr("Aanta&l per jaar"), self.quantity)
        self._row(form, "recurrence", self.tr("Hoe &vaak"), self.recurrence)
        self._row(form, "starts", self.tr("&Begint op"), self.starts)
        self._row(form, "ends", self.tr("&Stopt op"), self.ends)
        self._row(form, "law", self.tr("Wet"), self.law)
        self._row(form, "payer", self.tr("Betaler"), self.payer)
        self._row(form, "beneficiary", self.tr("Wie w&int"), self.winner)
        self._row(form, "effect", self.tr("&Kasbaar of capaciteit"), self.effect)
        form.addRow(self.transfer)

    def _ask_right(self, form: QFormLayout) -> None:
        self._row(form, "owner", self.tr("&Hoort bij"), self.owner)
        self._row(form, "person", self.tr("V&oor wie"), self.person)
        self._row(form, "problem", self.tr("Probleem"), self.problem)
        self._row(form, "agency", self.tr("Instantie"), self.agency)
        titles = (self.tr("Kans nu (%)"), self.tr("Kans als het dreigt (%)"), self.tr("Kans met het plan (%)"))
        for key, title, field in zip(_CHANCES, titles, self.chances, strict=True):
            self._row(form, key, title, field)
        self._row(form, "attribution", self.tr("&Door het plan (%)"), self.attribution)
        self.fields |= self.ranges.ask(form)
        form.addRow(quiet(self.tr("Leeg: prijs %s; de rest staat vast.") % self._price_without))
        if self._band.assumed or self._line.price_low_cents is not None:
            form.addRow(quiet(self.tr("Zonder eigen band of lijst: prijs ±%d%%, aangenomen.") % ASSUMED_RANGE))

    def _row(self, form: QFormLayout, key: str, text: str, field: QWidget) -> None:
        field.setAccessibleName(text.replace("&", ""))
        self.fields[key] = field
        form_row(form, text, field)

    def _allow(self) -> None:
        """The chance of what belongs to a threat is that of the threat; a doorbraak itself counts in full."""
        chance, attribution = not self.owner.bound, self.owner.which[1] is None
        for field in self.chances:
            field.setEnabled(chance)
        self.attribution.setEnabled(attribution)
        self.ranges.allow(chance=chance, attribution=attribution)

    # -- what was filled in ----------------------------------------------------------------------------

    def edited(self) -> CostLine:
        """Raises InputError with the field that it is about."""
        (event, intervention), bound = self.owner.which, self.owner.bound
        cents, year = costs_columns.typed_price(self.price.text()), typed_year(self.year.text(), "price_year")
        chances = self._line.chances
        if not bound:
            read = zip(_CHANCES, self.chances, strict=True)
            chances = Chances(*(typed_percent(field.text(), key) for key, field in read))
        as_it_was = (cents, year) == (self._line.price_cents, self._line.price_year)
        made = replace(
            self._line,
            words=self.words.text(),
            price=self._line.price if as_it_was else "",
            price_cents=cents,
            price_year=year,
            source=self.source.text().strip(),
            unit=self.unit.text().strip(),
            quantity_e4=costs_columns.typed_quantity(self.quantity.text(), costs_columns.unit_of(self._line)),
            recurrence=self.recurrence.value,
            law=self.law.value,
            payer=self.payer.value,
            beneficiary=self.winner.value,
            effect=self.effect.value,
            transfer=self.transfer.isChecked(),
            event=event,
            intervention=intervention,
            person=self.person.value,
            problem=self.problem.value,
            agency=self.agency.value,
            attribution=100 if intervention is not None else typed_percent(self.attribution.text(), "attribution"),
            starts=typed_day(self.starts.text(), "starts"),
            ends=typed_day(self.ends.text(), "ends"),
            chances=chances,
        )
        made = replace(made, chances=costs_said.chances_of(made, self._dossier))
        middles: dict[Part, int | None] = {
            "price": cents, "quantity": made.quantity_e4, "chance": None if bound else made.chances.plan,
            "attribution": None if intervention is not None else made.attribution,
        }  # fmt: skip
        return replace(made, **cost_ranges.written(self.ranges.read(middles)))
