"""One more measurement: of which moment and day, of whom, and what was found."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from doorbraak.model.catalogue import Catalogue, Measure
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.measurements import Moment
from doorbraak.model.errors import InputError
from doorbraak.model.insight import choice_names, measuring, names
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.measured import Found, answers_of, typed_found
from doorbraak.ui.widgets.numbers import shown_day, typed_day


@dataclass(frozen=True, slots=True)
class Filled:
    moment: Moment
    on_day: date
    person: int | None
    found: Found


class NewMeasurement(FormDialog):
    """Calls `save` with what was filled in."""

    def __init__(
        self, measure: Measure, dossier: Dossier, catalogue: Catalogue, save: Callable[[Filled], object],
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(self.tr("Meting toevoegen"), parent)
        self._measure, self._save = measure, save
        self.found: QLineEdit | ChoiceBox
        answers = answers_of(measure)
        if answers:
            self.found = ChoiceBox(measure.name, answers, nothing=self.tr("Kies een woord"))
        else:
            self.found = QLineEdit()
        self.moment = ChoiceBox(self.tr("Moment"), list(choice_names.MOMENTS.items()))
        self.moment.choose(measuring.moment_now(dossier, date.today()))
        self.on_day = QLineEdit(shown_day(date.today()))
        people = [(person.id, names.person_name(person, catalogue)) for person in dossier.people]
        self.person = ChoiceBox(self.tr("Van wie"), [(None, self.tr("Het huishouden")), *people])
        self.say(f"{measure.name}: {measuring.scale_words(measure)}")
        self.say(measure.explanation)
        self.ask("value_e2", self.tr("&Wat kwam eruit?"), self.found)
        self.ask("moment", self.tr("&Moment"), self.moment)
        self.ask("on_day", self.tr("&Dag"), self.on_day)
        self.ask("person", self.tr("&Van wie"), self.person)
        self.finish()
        self.found.setFocus()

    def save(self) -> None:
        text = self.found.text() if isinstance(self.found, QLineEdit) else str(self.found.value or "")
        if not text.strip():
            raise InputError("Vul in wat er gemeten is.", "value_e2")
        found = typed_found(self._measure, text)
        on = typed_day(self.on_day.text(), "on_day")
        if on is None:
            raise InputError("Hier hoort een datum. Schrijf hem zo: 31-12-2026.", "on_day")
        self._save(Filled(self.moment.value, on, self.person.value, found))
