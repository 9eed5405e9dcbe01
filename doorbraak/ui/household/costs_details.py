"""More about one cost line: all that is known of it, with what it comes to while one types."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from doorbraak.model.dossier import cost_ranges, costs
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.store import Store
from doorbraak.ui.household import costs_said
from doorbraak.ui.household.costs_form import CostForm
from doorbraak.ui.household.costs_ranges import ranges_of
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import quiet
from doorbraak.ui.widgets.form_dialog import FormDialog

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
    for part, ends in ranges_of(edited).items():
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
        self._level = page.session.saving(page.household).level
        self.asked = CostForm(page, line, dossier)
        self.fields |= self.asked.fields
        self.amounts = quiet()
        self.amounts.setAccessibleName(self.tr("Wat deze post is"))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setWidget(self.asked)
        self.form.addRow(self._area)
        self.form.addRow(self.amounts)
        self.finish(ok)
        self.asked.changed.connect(self._reckon)
        self._reckon()
        self.resize(self.sizeHint())  # by itself a dialog takes two thirds of the screen at most
        start = self.fields[first]
        start.setFocus()
        if isinstance(start, QLineEdit):
            start.selectAll()

    def sizeHint(self) -> QSize:
        """As large as all fields need, within the window that it belongs to."""
        inside, screen = self.asked.sizeHint(), self.parentWidget().window().size()
        wide, high = max(_WIDE, inside.width() + 60), max(_HIGH, inside.height() + 170)
        return QSize(min(wide, screen.width() - 40), min(high, screen.height() - 60))

    def _reckon(self) -> None:
        """What it comes to as it stands here, before anything is written."""
        try:
            saving = costs_said.alone(self.asked.edited(), self._dossier, self._page.session.catalogue, self._level)
        except InputError as error:
            self.amounts.setText(self.tr("Zo valt nog niet te rekenen. %s") % error.sentence)
            return
        row = saving.lines[0]
        said = [costs_said.sentence(row)]
        weak = costs_said.weak(row, saving)
        if weak:
            said.append(self.tr("Let op: %s.") % ", ".join(weak))
        event, intervention = self.asked.owner.which
        if event is not None:
            said.append(self.tr("De kans is die van de dreiging."))
        elif intervention is not None:
            said.append(self.tr("Kosten van de doorbraak zelf tellen altijd voor 100% mee."))
        self.amounts.setText(" ".join(said))

    def save(self) -> None:
        made = self.asked.edited()
        if made.starts and made.ends and made.ends < made.starts:
            raise InputError("Het einde ligt voor het begin. Kijk de data na.", "ends")
        if made != self._line or not self._line.id:
            self._save(made)

    def accept(self) -> None:
        super().accept()
        wrong = self.focusWidget()
        if self.isVisible() and wrong is not None and self._area.isAncestorOf(wrong):
            self._area.ensureWidgetVisible(wrong)
