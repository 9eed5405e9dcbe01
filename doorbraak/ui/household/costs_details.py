"""More about one cost line: all that is known of it, with what it comes to while one types."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QCompleter, QFormLayout, QHBoxLayout, QLineEdit, QScrollArea, QWidget

from doorbraak.model import money
from doorbraak.model.dossier import cost_ranges, costs
from doorbraak.model.dossier.cost_ranges import Part, Range
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import InputError
from doorbraak.model.insight import names
from doorbraak.model.insight.choice_names import EFFECTS, RECURRENCES
from doorbraak.model.insight.uncertainty import ASSUMED_RANGE, price_of
from doorbraak.model.workspace.store import Store
from doorbraak.ui.household import costs_columns, costs_said
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import choices
from doorbraak.ui.widgets.blocks import quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox, choice_row
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.numbers import shown_day, typed_day, typed_percent, typed_year

Owner = tuple[int | None, int | None]  # an event's id, or an intervention's, or neither
_WIDE, _HIGH = 1040, 560  # pixels of the dialog with letters of the usual size


def write(store: Store, line: CostLine, edited: CostLine) -> None:
    """All that differs, as one step. Raises InputError."""
    if (edited.price_cents, edited.price_year) != (line.price_cents, line.price_year):
        costs.set_price(
            store, line.id, edited.price_cents, source=edited.source, price_year=edited.price_year
        )  # fmt: skip
    costs.reword(store, line.id, edited.words)
    costs.set_source(store, line.id, edited.source)
    costs.set_unit(store, line.id, edited.unit)
    costs.set_quantity(store, line.id, edited.quantity_e4)
    costs.set_recurrence(store, line.id, edited.recurrence)
    costs.set_law(store, line.id, edited.law)
    costs.set_payer(store, line.id, edited.payer)
    costs.set_beneficiary(store, line.id, edited.beneficiary)
    costs.set_effect(store, line.id, edited.effect)
    costs.set_transfer(store, line.id, edited.transfer)
    costs.set_about(store, line.id, person=edited.person, problem=edited.problem, agency=edited.agency)
    costs.attach(store, line.id, event=edited.event, intervention=edited.intervention)
    if edited.event is None and edited.intervention is None:
        costs.set_chances(store, line.id, edited.chances)
    costs.set_attribution(store, line.id, edited.attribution)
    costs.set_period(store, line.id, edited.starts, edited.ends)
    for part, ends in _ranges(edited).items():
        cost_ranges.set_range(store, line.id, part, ends)


def add(store: Store, line: CostLine) -> int:
    """A line that is not in the file yet. Raises InputError."""
    return costs.add(store, line.household, **costs_said.values_of(line))


class CostDetails(FormDialog):
    """Calls `save` with the line as it was filled in. `line` may be one that is not in the file yet."""

    def __init__(
        self, page: Page, line: CostLine, dossier: Dossier, save: Callable[[CostLine], object], parent: QWidget, *,
        title: str = "", ok: str = "", first: str = "words",
    ) -> None:  # fmt: skip
        super().__init__(title or self.tr("Meer over deze kosten"), parent)
        self._page, self._line, self._dossier, self._save = page, line, dossier, save
        self._catalogue = page.session.catalogue
        self._saving = page.session.saving(page.household)
        self._make_fields()
        self._fill_in()
        self.amounts = quiet()
        self.amounts.setAccessibleName(self.tr("Wat deze post is"))
        inside = QWidget()
        sides = QHBoxLayout(inside)
        sides.setContentsMargins(0, 0, 8, 0)
        sides.setSpacing(24)
        left, right = QFormLayout(), QFormLayout()
        for side in (left, right):
            side.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
            side.setVerticalSpacing(6)  # else these take the room that is between the two sides
            side.setHorizontalSpacing(10)
            sides.addLayout(side, 1)
        self._ask_left(left)
        self._ask_right(right)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setWidget(inside)
        self.form.addRow(self._area)
        self.form.addRow(self.amounts)
        self.finish(ok)
        self._reckon()
        self.resize(self.sizeHint())  # by itself a dialog takes two thirds of the screen at most
        start = self.fields[first]
        start.setFocus()
        if isinstance(start, QLineEdit):
            start.selectAll()

    def sizeHint(self) -> QSize:
        """As large as all fields need, within the window that it belongs to."""
        inside, screen = self._area.widget().sizeHint(), self.parentWidget().window().size()
        wide, high = max(_WIDE, inside.width() + 60), max(_HIGH, inside.height() + 170)
        return QSize(min(wide, screen.width() - 40), min(high, screen.height() - 60))

    # -- the fields ------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        dossier, catalogue = self._dossier, self._catalogue
        self.words, self.price, self.year, self.source, self.unit, self.quantity = (QLineEdit() for _ in range(6))
        self.starts, self.ends, self.attribution = QLineEdit(), QLineEdit(), QLineEdit()
        self.unit.setCompleter(QCompleter(costs_columns.UNITS, self.unit))
        self.recurrence = ChoiceBox(self.tr("Hoe vaak"), list(RECURRENCES.items()))
        self.law = ChoiceBox(self.tr("Wet"), choices.laws(catalogue))
        self.payer = ChoiceBox(self.tr("Betaler"), choices.payers(catalogue))
        self.winner = ChoiceBox(self.tr("Wie wint"), costs_columns.winners(self._page))
        self.effect = ChoiceBox(self.tr("Kasbaar of capaciteit"), list(EFFECTS.items()))
        self.transfer = QCheckBox(self.tr("Uitkering of &toeslag: geen winst voor de samenleving"))
        self._owners = _owners(dossier)
        owners = [(at, self._owner_name(owner)) for at, owner in enumerate(self._owners)]
        self.owner = ChoiceBox(self.tr("Hoort bij"), owners)
        nobody = (None, self.tr("Niemand in het bijzonder"))
        self.person = ChoiceBox(
            self.tr("Voor wie"), [nobody, *((p.id, names.person_name(p, catalogue)) for p in dossier.people)]
        )
        self.problem = ChoiceBox(
            self.tr("Probleem"),
            [(None, self.tr("Geen")), *((p.id, names.problem_name(p, catalogue)) for p in dossier.problems)],
        )
        self.agency = ChoiceBox(
            self.tr("Instantie"),
            [(None, self.tr("Geen")), *((a.id, names.agency_name(a, catalogue)) for a in dossier.agencies)],
        )
        self.now, self.threat, self.plan = QLineEdit(), QLineEdit(), QLineEdit()
        self.ranges: dict[Part, tuple[QLineEdit, QLineEdit]] = {
            part: (QLineEdit(), QLineEdit()) for part in ("price", "quantity", "chance", "attribution")
        }

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
        self.owner.choose(self._owners.index((line.event, line.intervention)))
        for box, row in ((self.person, line.person), (self.problem, line.problem), (self.agency, line.agency)):
            box.setCurrentIndex(max(0, box.findData(row)))
        self.starts.setText(shown_day(line.starts))
        self.ends.setText(shown_day(line.ends))
        self.attribution.setText(str(line.attribution))
        for field, chance in zip(self._chances, _parts(line.chances), strict=True):
            field.setText(str(chance))
        for part, (low, high) in self.ranges.items():
            ends = _ranges(line)[part]
            shown = [_SHOWN[part](end) for end in ends] if ends else ["", ""]
            low.setText(shown[0])
            high.setText(shown[1])

    @property
    def _chances(self) -> tuple[QLineEdit, ...]:
        return self.now, self.threat, self.plan

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
        self.starts.setPlaceholderText(self.tr("dag-maand-jaar, of leeg"))
        self.ends.setPlaceholderText(self.tr("dag-maand-jaar, of leeg"))
        self.year.setPlaceholderText(self.tr("onbekend: niet omgerekend"))
        known = self._catalogue.prices.get(self._line.price)
        if known is not None:
            self.source.setPlaceholderText(self.tr("Prijslijst: %s") % known.source_title)
            self.source.setToolTip(self.tr("Uit de prijslijst. Hier kunt u iets toevoegen."))
        else:
            self.source.setPlaceholderText(self.tr("Waar komt deze prijs vandaan?"))

    def _ask_right(self, form: QFormLayout) -> None:
        self._row(form, "owner", self.tr("&Hoort bij"), self.owner)
        self._row(form, "person", self.tr("V&oor wie"), self.person)
        self._row(form, "problem", self.tr("Probleem"), self.problem)
        self._row(form, "agency", self.tr("Instantie"), self.agency)
        titles = (self.tr("Kans nu (%)"), self.tr("Kans als het dreigt (%)"), self.tr("Kans met het plan (%)"))
        for key, title, field in zip(_CHANCES, titles, self._chances, strict=True):
            self._row(form, key, title, field)
        self._row(form, "attribution", self.tr("&Door het plan (%)"), self.attribution)
        assumed = costs_said.alone(self._line, self._dossier, self._catalogue, self._saving.level)
        band = price_of(assumed.lines[0], self._catalogue)
        ends = (money.exact(round(self._line.price_cents * share)) for share in (band.low, band.high))
        whose = self.tr("aangenomen") if band.assumed else self.tr("uit de lijst")
        empty: dict[Part, str] = {
            "price": f"{whose}: " + self.tr("%s tot %s") % tuple(ends),
            "quantity": self.tr("leeg: het aantal staat vast"),
            "chance": self.tr("leeg: de kans staat vast"),
            "attribution": self.tr("leeg: dit deel staat vast"),
        }
        asked: dict[Part, str] = {
            "price": self.tr("Prijs van – tot"),
            "quantity": self.tr("Aantal van – tot"),
            "chance": self.tr("Kans plan van – tot"),
            "attribution": self.tr("Door plan van – tot"),
        }
        for part, (low, high) in self.ranges.items():
            low.setAccessibleName(self.tr("%s: laagste") % asked[part])
            low.setAccessibleDescription(empty[part])
            high.setAccessibleName(self.tr("%s: hoogste") % asked[part])
            low.setPlaceholderText(self.tr("laagste"))
            high.setPlaceholderText(self.tr("hoogste"))
            for end in (low, high):
                end.setToolTip(empty[part])
                end.textChanged.connect(self._reckon)
            self.fields[f"{part}_range"] = low
            form.addRow(asked[part], choice_row(low, high))
        form.addRow(quiet(self.tr("Leeg: prijs %s; de rest staat vast.") % empty["price"]))
        if not band.assumed and self._line.price_low_cents is None:
            return
        form.addRow(quiet(self.tr("Zonder eigen band of lijst: prijs ±%d%%, aangenomen.") % ASSUMED_RANGE))

    def _row(self, form: QFormLayout, key: str, text: str, field: QWidget) -> None:
        field.setAccessibleName(text.replace("&", ""))
        self.fields[key] = field
        form.addRow(text, field)
        if isinstance(field, QLineEdit):
            field.textChanged.connect(self._reckon)
        elif isinstance(field, ChoiceBox):
            field.currentIndexChanged.connect(self._reckon)

    # -- what was filled in ----------------------------------------------------------------------------

    def edited(self) -> CostLine:
        """Raises InputError with the field that it is about."""
        event, intervention = self._owners[self.owner.value]
        bound = event is not None or intervention is not None
        cents, year = costs_columns.typed_price(self.price.text()), typed_year(self.year.text(), "price_year")
        chances = self._line.chances
        if not bound:
            read = zip(_CHANCES, self._chances, strict=True)
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
        own: dict[Part, int | None] = {
            "price": cents, "quantity": made.quantity_e4, "chance": None if bound else made.chances.plan,
            "attribution": None if intervention is not None else made.attribution,
        }  # fmt: skip
        found = {part: self._range(part, middle) for part, middle in own.items()}
        return replace(made, **cost_ranges.written(found))

    def _range(self, part: Part, middle: int | None) -> Range:
        """Nothing where this line has no such number of its own: its fields are off."""
        if middle is None:
            return None
        key = f"{part}_range"
        ends = [self._end(part, field.text(), key) for field in self.ranges[part]]
        try:
            return cost_ranges.checked(part, (ends[0], ends[1]), middle)
        except InputError as error:
            raise InputError(error.sentence, key) from error

    def _end(self, part: Part, text: str, key: str) -> int | None:
        if not text.strip():
            return None
        if part == "price":
            return costs_columns.typed_price(text, key)
        if part == "quantity":
            return costs_columns.typed_quantity(text, costs_columns.unit_of(self._line), key)
        return typed_percent(text, key)

    def _reckon(self) -> None:
        """What it comes to as it stands here, before anything is written."""
        if not hasattr(self, "amounts"):
            return
        event, intervention = self._owners[self.owner.value]
        bound = event is not None or intervention is not None
        for field in (*self._chances, *self.ranges["chance"]):
            field.setEnabled(not bound)
        for field in (self.attribution, *self.ranges["attribution"]):
            field.setEnabled(intervention is None)
        try:
            saving = costs_said.alone(self.edited(), self._dossier, self._catalogue, self._saving.level)
        except InputError as error:
            self.amounts.setText(self.tr("Zo valt nog niet te rekenen. %s") % error.sentence)
            return
        row = saving.lines[0]
        said = [costs_said.sentence(row)]
        weak = costs_said.weak(row, saving)
        if weak:
            said.append(self.tr("Let op: %s.") % ", ".join(weak))
        if bound:
            said.append(
                self.tr("De kans is die van de dreiging.") if event is not None
                else self.tr("Kosten van de doorbraak zelf tellen altijd voor 100% mee.")
            )  # fmt: skip
        self.amounts.setText(" ".join(said))

    def save(self) -> None:
        made = self.edited()
        if made.starts and made.ends and made.ends < made.starts:
            raise InputError("Het einde ligt voor het begin. Kijk de data na.", "ends")
        if made != self._line or not self._line.id:
            self._save(made)

    def accept(self) -> None:
        super().accept()
        wrong = self.focusWidget()
        if self.isVisible() and wrong is not None and self._area.isAncestorOf(wrong):
            self._area.ensureWidgetVisible(wrong)

    def _owner_name(self, owner: Owner) -> str:
        for event in self._dossier.events:
            if owner[0] == event.id:
                return self.tr("Dreiging: %s") % names.event_name(event, self._catalogue)
        for step in self._dossier.interventions:
            if owner[1] == step.id:
                return self.tr("Doorbraak: %s") % names.intervention_name(step, self._catalogue)
        return self.tr("Gewone kosten")


_CHANCES = ("chance_current", "chance_threatening", "chance_plan")
_SHOWN: dict[Part, Callable[[int], str]] = {
    "price": money.typed, "quantity": names.quantity, "chance": str, "attribution": str,
}  # fmt: skip


def _parts(chances: Chances) -> tuple[int, int, int]:
    return chances.current, chances.threatening, chances.plan


def _ranges(line: CostLine) -> dict[Part, Range]:
    pairs: dict[Part, tuple[int | None, int | None]] = {
        "price": (line.price_low_cents, line.price_high_cents),
        "quantity": (line.quantity_low_e4, line.quantity_high_e4),
        "chance": (line.chance_low, line.chance_high),
        "attribution": (line.attribution_low, line.attribution_high),
    }
    return {part: (low, high) if low is not None and high is not None else None for part, (low, high) in pairs.items()}


def _owners(dossier: Dossier) -> list[Owner]:
    events: list[Owner] = [(event.id, None) for event in dossier.events]
    return [(None, None), *events, *((None, step.id) for step in dossier.interventions)]
