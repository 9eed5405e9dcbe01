"""Between what the price, quantity, chance and attribution of a cost line may lie: what makes its band."""

from collections.abc import Mapping
from typing import Literal

from doorbraak.model.dossier import checks, columns
from doorbraak.model.errors import InputError
from doorbraak.model.money import MOST_CENTS
from doorbraak.model.workspace.store import Store

Part = Literal["price", "quantity", "chance", "attribution"]
Range = tuple[int, int] | None
"""Lowest and highest, in the unit of the middle; None where nobody gave them."""

_NAMES: Mapping[Part, tuple[str, str, str, int]] = {
    "price": ("price_low_cents", "price_high_cents", "price_cents", MOST_CENTS),
    "quantity": ("quantity_low_e4", "quantity_high_e4", "quantity_e4", 10**10),
    "chance": ("chance_low", "chance_high", "chance_plan", 100),
    "attribution": ("attribution_low", "attribution_high", "attribution", 100),
}
COLUMNS = tuple(
    columns.maybe_number(name, 0, most, "never") for low, high, _, most in _NAMES.values() for name in (low, high)
)
CONSTRAINTS = tuple(f"CHECK (({low} IS NULL) = ({high} IS NULL))" for low, high, _, _ in _NAMES.values())
SELECTED = ", ".join(f"c.{column.name}" for column in COLUMNS)


def checked(part: str, ends: tuple[int | None, int | None], middle: int | None) -> Range:
    """`middle` None: this line has no such number of its own. Raises InputError for half a range, or one that does
    not hold its middle.
    """
    low, high = ends
    if low is None and high is None:
        return None
    if middle is None:
        raise InputError("Deze bandbreedte hoort bij de dreiging of ligt vast. Wijzig hem daar.", part)
    if low is None or high is None or not low <= middle <= high:
        raise InputError("Laagste, midden en hoogste staan niet in volgorde. Kijk ze na.", part)
    if low < 0 or high > _most(part):
        raise InputError("Deze grens kan niet: te laag of te hoog.", part)
    return low, high


def written(ranges: Mapping[str, Range]) -> dict[str, int | None]:
    """The columns of these parts."""
    found: dict[str, int | None] = {}
    for part, (low, high, _, _) in _NAMES.items():
        if part in ranges:
            found[low], found[high] = ranges[part] or (None, None)
    return found


def set_range(store: Store, line: int, part: Part, ends: Range) -> None:
    """None: nobody knows. Raises InputError like `checked`; the chance of an event is the event's."""
    checks.one_of(part, _NAMES, "part")
    event, intervention, middle = store.one(
        f"SELECT event, intervention, {_NAMES[part][2]} FROM cost_line WHERE id = ?", [line]
    )
    own = not (part == "attribution" and intervention is not None) and not (part == "chance" and event is not None)
    found = checked(part, ends or (None, None), middle if own else None)
    store.update("cost_line", line, **written({part: found}))


def follow(store: Store, line: int, part: Part, middle: int) -> None:
    """A range that does not hold its new middle was about another number, and goes."""
    low, high, _, _ = _NAMES[checks.one_of(part, _NAMES, "part")]  # type: ignore[index]
    ends = store.one(f"SELECT {low}, {high} FROM cost_line WHERE id = ?", [line])
    if ends[0] is not None and not ends[0] <= middle <= ends[1]:
        store.update("cost_line", line, **written({part: None}))


def _most(part: str) -> int:
    return next(most for name, (_, _, _, most) in _NAMES.items() if name == part)
