"""A knelpunt has two sides: this family is helped now, and the rule changes for all. Beside each other."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import signals
from doorbraak.model.dossier.signals import Signal
from doorbraak.model.insight import choice_names
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import beside, block, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.line_field import LineField
from doorbraak.ui.widgets.numbers import shown_day, typed_day
from doorbraak.ui.widgets.record_text import RecordText

_HIGH = 76  # pixels of a text


class SidesBlock(QWidget):
    """Of the signal that is chosen on `page`."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._signal: Signal | None = None
        self.words = RecordText(
            page,
            "signal",
            "words",
            self.tr("Wat wilde je, en wat mocht niet?"),
            self.tr("Signaal wijzigen"),
            signals.reword,
            height=_HIGH,
        )
        self.proposal = RecordText(
            page,
            "signal",
            "proposal",
            self.tr("Wat moet er anders?"),
            self.tr("Voorstel wijzigen"),
            signals.set_proposal,
            hint=self.tr("Welke regel of werkwijze moet anders, voor iedereen?"),
            height=_HIGH,
        )
        self.fixing = ChoiceBox(self.tr("Helpt dit gezin?"), list(choice_names.FIXING.items()))
        self.fixing.chosen.connect(self._set_fixing)
        self.solving = ChoiceBox(self.tr("Verandert de regel?"), list(choice_names.SOLVING.items()))
        self.solving.chosen.connect(self._set_solving)
        session = page.session
        self.told_to = LineField(session, self.tr("Gemeld bij"), self._set_told_to, hint=self.tr("Gemeld bij wie?"))
        self.told_on = LineField(session, self.tr("Gemeld op"), self._set_told_on, hint=self.tr("Op welke dag?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            beside(
                block(
                    heading(self.tr("Is dit gezin geholpen?"), self.fixing),
                    self.fixing,
                    quiet(self.words.accessibleName()),
                    self.words,
                ),
                block(
                    heading(self.tr("Verandert de regel, voor iedereen?"), self.solving),
                    (self.solving, self.told_to, self.told_on),
                    quiet(self.proposal.accessibleName()),
                    self.proposal,
                ),
            )
        )

    def show_signal(self, signal: Signal | None) -> None:
        if (signal and signal.id) != (self._signal and self._signal.id):
            for line in (self.told_to, self.told_on):
                line.finish()  # what was typed is of the signal before
        self._signal = signal
        self.words.show_record(signal)
        self.proposal.show_record(signal)
        self.fixing.choose(signal.fixing if signal else "")
        self.solving.choose(signal.solving if signal else "")
        place = f"signal:{signal.id}:side" if signal else ""
        self.told_to.show_value(f"{place}:told_to" if place else "", signal.told_to if signal else "")
        self.told_on.show_value(f"{place}:told_on" if place else "", shown_day(signal.told_on) if signal else "")
        for control in (self.fixing, self.solving, self.told_to, self.told_on):
            control.setEnabled(signal is not None)

    def _set_fixing(self, chosen: signals.Fixing) -> None:
        if self._signal is not None:
            self._page.attempt(
                self.tr("Of dit gezin geholpen is wijzigen"), signals.set_fixing, self._signal.id, chosen
            )

    def _set_solving(self, chosen: signals.Solving) -> None:
        if self._signal is not None:
            self._page.attempt(self.tr("Of de regel verandert wijzigen"), signals.set_solving, self._signal.id, chosen)

    def _set_told_to(self, typed: str) -> None:
        if self._signal is not None:
            self._page.run(self.tr("Waar het gemeld is wijzigen"), signals.set_told_to, self._signal.id, typed)

    def _set_told_on(self, typed: str) -> None:
        on: date | None = typed_day(typed, "told_on")
        if self._signal is not None:
            self._page.run(self.tr("Datum van melden wijzigen"), signals.set_told_on, self._signal.id, on)
