"""The begroting and the households of the own gemeente, which its manager fills in: kept on this computer alone."""

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from doorbraak.model.errors import InputError
from doorbraak.model.exchange import published_views_own
from doorbraak.model.exchange.published_views import OwnFigures
from doorbraak.model.exchange.published_views_pieces import Seen
from doorbraak.ui.widgets.notice import mark

_BUDGET, _HOMES = "publication/budget_euro", "publication/households"
_MOST = 10**12


def kept(settings: QSettings) -> OwnFigures:
    """What was filled in before; nothing for what is no number."""
    found = [str(settings.value(key, "")) for key in (_BUDGET, _HOMES)]
    budget, homes = (int(text) if text.isascii() and text.isdigit() else None for text in found)
    return OwnFigures(budget or None, homes or None)


class OwnFields(QWidget):
    """Two whole numbers. `changed` when what is in a field that is left can be used. `seen`: what is a part of them."""

    changed = Signal()
    refused = Signal(object)

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self.seen: Seen | None = None
        self.budget, self.homes = QLineEdit(), QLineEdit()
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        for title, field, width in (
            (self.tr("&Begroting van de gemeente per jaar, in euro"), self.budget, 180),
            (self.tr("&Huishoudens in de gemeente"), self.homes, 180),
        ):
            field.setFixedWidth(width)
            field.setAccessibleName(title.replace("&", ""))
            field.editingFinished.connect(self._finish)
            label = QLabel(title)
            label.setBuddy(field)
            rows.addRow(label, field)
        self._show(kept(settings))

    def _show(self, own: OwnFigures) -> None:
        for field, value in ((self.budget, own.budget_euro), (self.homes, own.households)):
            field.setText("" if value is None else f"{value:,}".replace(",", "."))

    def _finish(self) -> None:
        before = kept(self._settings)
        wrong = None
        for field, key, check in (
            (self.budget, _BUDGET, published_views_own.check_budget),
            (self.homes, _HOMES, published_views_own.check_households),
        ):
            error = None
            try:
                value = _typed(field.text())
                if self.seen is not None:
                    check(self.seen, value)
            except InputError as problem:
                error = wrong = problem
            else:
                self._settings.setValue(key, "" if value is None else str(value))
            mark(field, error)
        self.refused.emit(wrong)
        after = kept(self._settings)
        if wrong is None and after != before:
            self._show(after)
            self.changed.emit()


def _typed(text: str) -> int | None:
    """ "50.000.000". Raises InputError."""
    bare = text.strip().removeprefix("€").replace(".", "").replace(" ", "")
    if not bare:
        return None
    if not bare.isascii() or not bare.isdigit() or not 0 < int(bare[:14]) < _MOST:
        raise InputError("Dit is geen heel getal. Schrijf alleen cijfers, zonder centen.", "own")
    return int(bare)
