"""What has to be known of a new threat: nothing of it is made up, so all of it is asked before it is written."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from doorbraak.model.errors import InputError
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.numbers import typed_day, typed_percent


class NewEvent(FormDialog):
    """Calls `save` with date, reason and both chances, as `events.add` takes them."""

    def __init__(self, name: str, save: Callable[[dict[str, Any]], object], parent: QWidget) -> None:
        super().__init__(self.tr("Dreiging toevoegen"), parent)
        self._save = save
        self.on, self.reason, self.now, self.plan = (QLineEdit() for _ in range(4))
        self.on.setPlaceholderText(self.tr("dag-maand-jaar"))
        self.reason.setPlaceholderText(self.tr("bijvoorbeeld: drie maanden huurachterstand"))
        for chance in (self.now, self.plan):
            chance.setPlaceholderText(self.tr("0 tot en met 100"))
        self.setMinimumWidth(560)
        self.say(self.tr("%s. Een schatting mag: alles is later te wijzigen.") % name)
        self.ask("expected_on", self.tr("&Wanneer verwacht je dit?"), self.on)
        self.ask("reason", self.tr("Waarom &dreigt dit?"), self.reason)
        self.ask("chance_threatening", self.tr("Kans als er &niets verandert (%)"), self.now)
        self.ask("chance_plan", self.tr("Kans met het &plan (%)"), self.plan)
        self.finish(self.tr("&Toevoegen"))
        self.on.setFocus()

    def save(self) -> None:
        """Raises InputError at the first field that says too little."""
        self._save(
            {
                "expected_on": self._day(),
                "reason": self._reason(),
                "chance_threatening": _chance(self.now, "chance_threatening"),
                "chance_plan": _chance(self.plan, "chance_plan"),
            }
        )

    def _day(self) -> date:
        found = typed_day(self.on.text(), "expected_on")
        if found is None:
            raise InputError("Schrijf wanneer je dit verwacht, zo: 31-12-2026.", "expected_on")
        return found

    def _reason(self) -> str:
        if not self.reason.text().strip():
            raise InputError("Schrijf waarom dit dreigt: zonder reden telt het niet mee.", "reason")
        return self.reason.text()


def _chance(field: QLineEdit, key: str) -> int:
    if not field.text().strip():
        raise InputError("Kies zelf een kans, van 0 tot en met 100. Een schatting mag.", key)
    return typed_percent(field.text(), key)
