"""Proposed cost lines that somebody refused: they are not proposed again."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier import checks, columns, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.links import same_household
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.workspace.store import Store

TABLE = columns.record_table(
    "refusal",
    columns.belongs_to("household"),
    columns.code("price", "never"),
    columns.may_name("agency", "agency", gone="CASCADE"),
    columns.may_name("problem", "problem", gone="CASCADE"),
    columns.may_name("event", "threatening_event", gone="CASCADE"),
    columns.may_name("intervention", "intervention", gone="CASCADE"),
    constraints=(
        "CHECK ((agency IS NOT NULL) + (problem IS NOT NULL) + (event IS NOT NULL) + (intervention IS NOT NULL) = 1)",
    ),
    indexes=("agency", "problem", "event", "intervention"),
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """The price (an id of the catalogue, empty for a doorbraak's own cost) that one record of the four asked for."""

    id: int
    household: int
    price: str
    agency: int | None
    problem: int | None
    event: int | None
    intervention: int | None
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Refusal, ...]:
    return reading.records(store, TABLE, Refusal, household)


def add(
    store: Store, household: int, *, price: str = "", agency: int | None = None, problem: int | None = None,
    event: int | None = None, intervention: int | None = None, noted: Noted = NOW,
) -> int:  # fmt: skip
    """What was refused before stays refused once. Raises ValueError unless exactly one record asks for it."""
    asks = {"agency": agency, "problem": problem, "event": event, "intervention": intervention}
    if sum(row is not None for row in asks.values()) != 1:
        raise ValueError("exactly one record proposes a cost line")
    same_household(
        store, household, agency=agency, problem=problem, threatening_event=event, intervention=intervention
    )  # fmt: skip
    code = checks.code(price, "price")
    known = store.rows(
        "SELECT id FROM refusal WHERE household = ? AND price = ? AND agency IS ? AND problem IS ? AND event IS ? "
        "AND intervention IS ?",
        [household, code, *asks.values()],
    )
    if known:
        return int(known[0][0])
    return store.insert("refusal", household=household, price=code, **asks, **values(noted))


def remove(store: Store, refusal: int) -> None:
    """It is proposed again."""
    store.delete("refusal", refusal)
