"""One more measurement: of which moment and day, of whom, and what was found."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from doorbraak.model.catalogue import Catalogue, Measure
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.measurements import Moment
from doorbraak.model.errors import InputError, UserError
from doorbraak.model.insight import choice_names, measuring, names
from doorbraak.ui.household.measurements_figure import Found, answers_of, typed_found
from doorbraak.ui.widgets.blocks import quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.notice import Notice, mark
from doorbraak.ui.widgets.numbers import shown_day, typed_day


@dataclass(frozen=True, slots=True)
class Filled:
    moment: Moment
    on_day: date
    person: int | None
    found: Found


class NewMeasurement(QDialog):
    """Calls `save` with what was filled in; what is refused is said here, and nothing typed is lost."""

    def __init__(
        self, measure: Measure, dossier: Dossier, catalogue: Catalogue, save: Callable[[Filled], object],
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(self.tr("Meting toevoegen"))
        self._measure, self._save = measure, save
        self.notice = Notice()
        self.found: QLineEdit | ChoiceBox
        answers = answers_of(measure)
        if answers:
            self.found = ChoiceBox(measure.name, answers, nothing=self.tr("Kies een woord"))
        else:
            self.found = QLineEdit()
        self.moment = ChoiceBox(self.tr("Moment"), list(choice_names.MOMENTS.items()))
        self.moment.choose(measuring.moment_now(dossier.household, date.today()))
        self.on_day = QLineEdit(shown_day(date.today()))
        people = [(person.id, names.person_name(person, catalogue)) for person in dossier.people]
        self.person = ChoiceBox(self.tr("Van wie"), [(None, self.tr("Het huishouden")), *people])
        self._lay_out()
        self.found.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.addRow(self.notice)
        form.addRow(quiet(f"{self._measure.name}: {measuring.scale_words(self._measure)}"))
        form.addRow(quiet(self._measure.explanation))
        for text, field in (
            (self.tr("&Wat kwam eruit?"), self.found),
            (self.tr("&Moment"), self.moment),
            (self.tr("&Dag"), self.on_day),
            (self.tr("&Van wie"), self.person),
        ):
            field.setAccessibleName(text.replace("&", ""))
            form.addRow(text, field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("&Goed"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("&Annuleren"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        self.setMinimumWidth(480)

    def accept(self) -> None:
        fields: dict[str, QWidget] = {"value_e2": self.found, "on_day": self.on_day}
        for field in fields.values():
            mark(field, None)
        try:
            self._save(self._filled_in())
        except UserError as error:
            self.notice.show_error(error)
            wrong = fields.get(error.field if isinstance(error, InputError) else "")
            if wrong is not None:
                mark(wrong, error)
                wrong.setFocus()
            return
        super().accept()

    def _filled_in(self) -> Filled:
        text = self.found.text() if isinstance(self.found, QLineEdit) else str(self.found.value or "")
        if not text.strip():
            raise InputError("Vul in wat er gemeten is.", "value_e2")
        found = typed_found(self._measure, text)
        on = typed_day(self.on_day.text(), "on_day")
        if on is None:
            raise InputError("Hier hoort een datum. Schrijf hem zo: 31-12-2026.", "on_day")
        return Filled(self.moment.value, on, self.person.value, found)
