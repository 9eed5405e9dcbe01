"""Wat als: turn a chance or an attribution and see the sums follow, from a copy. Written only when that is asked."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from doorbraak.model import money
from doorbraak.model.documents.reasons import PARTS, Reason, cents_of
from doorbraak.model.documents.result_table import AMOUNTS, AMOUNTS_HEADER, Cell, Table, amounts_row
from doorbraak.model.dossier import costs, events
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names, what_if
from doorbraak.model.insight.savings import LineSum, Saving, saving_of
from doorbraak.model.insight.what_if import KNOBS, Handle, Knob
from doorbraak.model.insight.why import Part
from doorbraak.model.workspace.store import Store
from doorbraak.ui.household.costs_figures import WhyTable
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import button, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox


class WhatIfBlock(QWidget):
    """The sums of the household that `page` shows, beside those of a copy in which something is turned.

    `asked` gives the reason of a figure.
    """

    asked = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._dossier: Dossier | None = None
        self._trial: Dossier | None = None
        self._which = ChoiceBox(self.tr("Welke dreiging of kostenpost?"))
        self._which.chosen.connect(lambda _: self._show_knobs())
        was = self.tr("was %d%%")
        self._knobs = {
            "threatening": _Knob(self.tr("Kans als er niets verandert"), was),
            "plan": _Knob(self.tr("Kans met het plan"), was),
            "attribution": _Knob(self.tr("Door het plan"), was),
        }
        turning = QGridLayout()
        turning.setHorizontalSpacing(12)
        turning.setColumnStretch(1, 1)
        for at, (key, knob) in enumerate(self._knobs.items()):
            knob.slider.valueChanged.connect(partial(self._turn, key))
            for column, widget in enumerate((knob.label, knob.slider, knob.value, knob.was)):
                turning.addWidget(widget, at, column)
        self._table = WhyTable()
        self._table.asked.connect(self.asked)
        self._turned = quiet()
        self._write_button = button(self.tr("Zo o&pslaan"), self._write)
        self._back_button = button(self.tr("&Terug naar zoals het is"), self._back)
        self._empty = quiet(self.tr("Nog geen kosten of dreiging om te draaien. Vul ze in bij Kosten."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("Wat als een kans anders is?"), self._which))
        column.addWidget(self._empty)
        column.addWidget(self._which)
        column.addLayout(turning)
        column.addWidget(self._table)
        column.addWidget(self._turned)
        buttons = QHBoxLayout()
        buttons.addWidget(self._write_button)
        buttons.addWidget(self._back_button)
        buttons.addStretch()
        column.addLayout(buttons)
        column.addStretch()

    def show_dossier(self, dossier: Dossier) -> None:
        """What was turned stays while nothing that it rests on changed."""
        known = self._dossier
        same = known is not None and (known.costs, known.events, known.household.id) == (
            dossier.costs,
            dossier.events,
            dossier.household.id,
        )
        self._dossier = dossier
        if not same or self._trial is None:
            self._trial = dossier
        handles = what_if.handles_of(dossier)
        self._which.offer([(handle, self._name(handle)) for handle in handles])
        self._empty.setVisible(not handles)
        for only in (self._which, self._table):
            only.setVisible(bool(handles))
        self._show_knobs()

    def _name(self, handle: Handle) -> str:
        assert self._dossier is not None
        if handle.kind == "event":
            event = next(one for one in self._dossier.events if one.id == handle.id)
            return self.tr("Dreiging: %s") % names.event_name(event, self._page.session.catalogue)
        return next(line.words for line in self._dossier.costs if line.id == handle.id)

    def _show_knobs(self) -> None:
        handle: Handle | None = self._which.value
        before, now = {}, {}
        if handle is not None and self._dossier is not None and self._trial is not None:
            before, now = what_if.knobs_of(self._dossier, handle), what_if.knobs_of(self._trial, handle)
        for key in KNOBS:
            self._knobs[key].show_value(now.get(key), before.get(key))
        self._show_sums()

    def _turn(self, key: Knob, value: int) -> None:
        handle: Handle | None = self._which.value
        if handle is None or self._trial is None or what_if.knobs_of(self._trial, handle).get(key) in (None, value):
            return
        self._trial = what_if.turned(self._trial, handle, key, value)
        self._show_sums()

    def _show_sums(self) -> None:
        if self._dossier is None or self._trial is None or not self._which.count():
            self._write_button.setEnabled(False)
            self._back_button.setEnabled(False)
            return
        now = self._page.session.saving(self._page.household)
        found = what_if.differences(self._dossier, self._trial)
        other = saving_of(self._trial, now.catalogue, level=now.level) if found else now
        header = (self.tr("Som over 12 maanden"), *AMOUNTS_HEADER)
        rows = (
            amounts_row(self.tr("Zoals het is"), now.public_lines, now),
            amounts_row(self.tr("Wat als"), other.public_lines, other),
            (Cell(self.tr("Verschil")), *(_difference(part, now, other) for part, _ in AMOUNTS), Cell("")),
        )
        self._table.show_table(Table(self.tr("Zoals het is, en wat als"), header, rows))
        self._table.setFixedHeight(self._table.needed)
        said = self.tr("Veranderd: %s.") % "; ".join(self._name(handle) for handle, _ in found)
        self._turned.setText(
            said if found else self.tr("Nog niets gedraaid. Er wordt niets opgeslagen zolang je draait.")
        )
        for only in (self._write_button, self._back_button):
            only.setEnabled(bool(found))

    def _write(self) -> None:
        if self._dossier is not None and self._trial is not None:
            found, self._trial = what_if.differences(self._dossier, self._trial), None
            self._page.attempt(self.tr("Kansen wijzigen"), write, self._dossier, found)

    def _back(self) -> None:
        self._trial = self._dossier
        self._show_knobs()
        self._which.setFocus()


class _Knob:
    """A number of per cents with a slider, and what it is in the file. Arrows go by one, Page Up and Down by ten."""

    def __init__(self, name: str, was: str) -> None:
        self.label, self.value, self.was = QLabel(name), QLabel(), quiet()
        self._words = was
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setMinimumHeight(28)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(name)
        self.label.setBuddy(self.slider)
        self.value.setMinimumWidth(self.value.fontMetrics().horizontalAdvance("100%"))
        self.slider.valueChanged.connect(lambda value: self.value.setText(f"{value}%"))

    def show_value(self, now: int | None, before: int | None) -> None:
        """None: this can't be turned here."""
        for part in (self.label, self.slider, self.value, self.was):
            part.setVisible(now is not None)
        with QSignalBlocker(self.slider):
            self.slider.setValue(now or 0)
        self.value.setText(f"{now}%")
        self.was.setText(self._words % before if before is not None else "")


def write(store: Store, dossier: Dossier, found: tuple[tuple[Handle, dict[Knob, int]], ...]) -> None:
    """All that was turned, as one step. Raises InputError."""
    for handle, values in found:
        if handle.kind == "event":
            if "threatening" in values:
                events.set_chance_threatening(store, handle.id, values["threatening"])
            if "plan" in values:
                events.set_chance_plan(store, handle.id, values["plan"])
            continue
        if "attribution" in values:
            costs.set_attribution(store, handle.id, values["attribution"])
        chances = next(line.chances for line in dossier.costs if line.id == handle.id)
        if "threatening" in values or "plan" in values:
            threatening, plan = values.get("threatening", chances.threatening), values.get("plan", chances.plan)
            costs.set_chances(store, handle.id, costs.Chances(chances.current, threatening, plan))


def _difference(part: Part, now: Saving, other: Saving) -> Cell:
    cents = getattr(other.public, part) - getattr(now.public, part)
    return Cell(_signed(cents, money.whole), partial(_why, part, now, other), cents < 0)


def _why(part: Part, now: Saving, other: Saving) -> Reason:
    """The lines that make the difference."""
    pairs = [(line.line.words, cents_of(line, part), cents_of(new, part)) for line, new in _pairs(now, other)]
    total = _signed(getattr(other.public, part) - getattr(now.public, part), money.exact)
    return Reason(
        QCoreApplication.translate("WhatIfBlock", "Verschil: %s") % PARTS[part].lower(),
        total,
        (),
        ("Kostenpost", "Zoals het is", "Wat als", "Verschil"),
        tuple(
            (words, money.exact(before), money.exact(after), _signed(after - before, money.exact))
            for words, before, after in pairs
            if before != after
        ),
        ("Samen", "", "", total),
    )


def _pairs(now: Saving, other: Saving) -> Iterable[tuple[LineSum, LineSum]]:
    """The same lines, in the same order."""
    return zip(now.public_lines, other.public_lines, strict=True)


def _signed(cents: int, shown: Callable[[int], str]) -> str:
    """A difference has its sign."""
    return f"{'+' if cents > 0 else ''}{shown(cents)}"
