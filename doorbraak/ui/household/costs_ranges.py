"""Lowest and highest of the numbers of one cost line: empty where nobody knows more than the middle."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from doorbraak.model import money
from doorbraak.model.dossier import cost_ranges
from doorbraak.model.dossier.cost_ranges import Part, Range
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.errors import InputError
from doorbraak.model.insight import names
from doorbraak.ui.household import costs_columns
from doorbraak.ui.widgets.choice_box import choice_row
from doorbraak.ui.widgets.numbers import typed_percent

_PARTS: tuple[Part, ...] = ("price", "quantity", "chance", "attribution")
_SHOWN: dict[Part, Callable[[int], str]] = {
    "price": money.typed, "quantity": names.quantity, "chance": str, "attribution": str,
}  # fmt: skip


def ranges_of(line: CostLine) -> dict[Part, Range]:
    pairs: dict[Part, tuple[int | None, int | None]] = {
        "price": (line.price_low_cents, line.price_high_cents),
        "quantity": (line.quantity_low_e4, line.quantity_high_e4),
        "chance": (line.chance_low, line.chance_high),
        "attribution": (line.attribution_low, line.attribution_high),
    }
    return {part: (low, high) if low is not None and high is not None else None for part, (low, high) in pairs.items()}


class RangeFields(QObject):
    """Two fields for each part: `price` says what counts while those of the price are empty."""

    def __init__(self, line: CostLine, price: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._unit = costs_columns.unit_of(line)
        self._price = price
        self.pairs: dict[Part, tuple[QLineEdit, QLineEdit]] = {part: (QLineEdit(), QLineEdit()) for part in _PARTS}
        for part, found in ranges_of(line).items():
            if found:
                for field, end in zip(self.pairs[part], found, strict=True):
                    field.setText(_SHOWN[part](end))

    def __iter__(self) -> Iterator[QLineEdit]:
        for pair in self.pairs.values():
            yield from pair

    def ask(self, form: QFormLayout) -> dict[str, QWidget]:
        """A row for each part. Returns the field that a refusal of it stands at."""
        asked: dict[Part, str] = {
            "price": self.tr("Prijs van – tot"),
            "quantity": self.tr("Aantal van – tot"),
            "chance": self.tr("Kans plan van – tot"),
            "attribution": self.tr("Door plan van – tot"),
        }
        empty: dict[Part, str] = {
            "price": self._price,
            "quantity": self.tr("leeg: het aantal staat vast"),
            "chance": self.tr("leeg: de kans staat vast"),
            "attribution": self.tr("leeg: dit deel staat vast"),
        }
        for part, (low, high) in self.pairs.items():
            low.setAccessibleName(self.tr("%s: laagste") % asked[part])
            low.setAccessibleDescription(empty[part])
            high.setAccessibleName(self.tr("%s: hoogste") % asked[part])
            low.setPlaceholderText(self.tr("laagste"))
            high.setPlaceholderText(self.tr("hoogste"))
            for end in (low, high):
                end.setToolTip(empty[part])
            form.addRow(asked[part], choice_row(low, high))
        return {_key(part): low for part, (low, _) in self.pairs.items()}

    def allow(self, *, chance: bool, attribution: bool) -> None:
        """A line of a threat or doorbraak has no such number of its own."""
        allowed: dict[Part, bool] = {"chance": chance, "attribution": attribution}
        for part, on in allowed.items():
            for field in self.pairs[part]:
                field.setEnabled(on)

    def read(self, middles: dict[Part, int | None]) -> dict[Part, Range]:
        """Nothing where there is no middle. Raises InputError with the field that it is about."""
        return {part: self._read(part, middle) for part, middle in middles.items()}

    def _read(self, part: Part, middle: int | None) -> Range:
        if middle is None:
            return None
        low, high = (self._end(part, field.text()) for field in self.pairs[part])
        try:
            return cost_ranges.checked(part, (low, high), middle)
        except InputError as error:
            raise InputError(error.sentence, _key(part)) from error

    def _end(self, part: Part, text: str) -> int | None:
        if not text.strip():
            return None
        if part == "price":
            return costs_columns.typed_price(text, _key(part))
        if part == "quantity":
            return costs_columns.typed_quantity(text, self._unit, _key(part))
        return typed_percent(text, _key(part))


def _key(part: Part) -> str:
    return f"{part}_range"
