"""Cost lines: what something costs, how much of it, by which law, paid by whom, in which scenario.

A line is one of three: of an event (its chances are the event's), of an intervention (only in the plan,
for certain), or plain (a chance per scenario of its own).
"""

from dataclasses import dataclass, fields
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, confirmations, cost_ranges, payments, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.links import household_of, same_household
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.errors import InputError
from doorbraak.model.money import MOST_CENTS
from doorbraak.model.workspace.store import Store

Recurrence = Literal["yearly", "once"]
RECURRENCES: tuple[Recurrence, ...] = ("yearly", "once")
Effect = Literal["", "cash", "capacity"]
EFFECTS: tuple[Effect, ...] = ("", "cash", "capacity")

MOST_QUANTITY_E4 = 10**6 * 10**4

TABLE = columns.record_table(
    "cost_line",
    columns.belongs_to("household"),
    columns.words("words"),
    columns.code("price", "never"),
    columns.number("price_cents", 0, MOST_CENTS, "summed"),
    columns.maybe_number("price_year", 1990, 2200, "never"),
    columns.words("source"),
    columns.words("unit"),
    columns.number("quantity_e4", 0, MOST_QUANTITY_E4, "summed"),
    columns.choice("recurrence", RECURRENCES, "never"),
    columns.code("law", "counted"),
    columns.code("payer", "counted"),
    columns.code("beneficiary", "counted"),
    columns.choice("effect", EFFECTS, "counted"),
    columns.flag("transfer", "counted"),
    columns.maybe_number("chance_current", 0, 100, "summed"),
    columns.maybe_number("chance_threatening", 0, 100, "summed"),
    columns.maybe_number("chance_plan", 0, 100, "summed"),
    columns.number("attribution", 0, 100, "summed"),
    *cost_ranges.COLUMNS,
    columns.maybe_day("starts", "never"),
    columns.maybe_day("ends", "never"),
    columns.may_name("person", "person"),
    columns.may_name("problem", "problem"),
    columns.may_name("agency", "agency"),
    columns.may_name("event", "threatening_event", gone="CASCADE"),
    columns.may_name("intervention", "intervention", gone="CASCADE"),
    constraints=(
        "CHECK (event IS NULL OR intervention IS NULL)",
        "CHECK ((event IS NULL AND intervention IS NULL) = (chance_current IS NOT NULL))",
        "CHECK ((chance_current IS NULL) = (chance_threatening IS NULL))",
        "CHECK ((chance_current IS NULL) = (chance_plan IS NULL))",
        "CHECK (chance_low IS NULL OR chance_plan IS NOT NULL)",
        *cost_ranges.CONSTRAINTS,
    ),
    indexes=("person", "problem", "agency", "event", "intervention"),
)


@dataclass(frozen=True, slots=True)
class Chances:
    """Whole per cents: the chance of the cost in each scenario."""

    current: int
    threatening: int
    plan: int


@dataclass(frozen=True, slots=True)
class CostLine:
    """Yearly cost in cents = price_cents x quantity_e4 / 10,000; quantity is units a year, or in all when once.

    `price` is an id of the catalogue's prices or empty; `source` says where an own price comes from.
    `chances` are already those of the event or intervention that the line belongs to.
    `starts` and `ends` (inclusive) bound a yearly line; a line that comes once falls on `starts`.
    `beneficiary`: who gains when it is no longer spent; empty is the payer. `effect`: whether that is money that
    can be spent otherwise ("cash") or time of people ("capacity"); empty when nobody chose.
    Lowest and highest are None where nobody gave them; `chance_low` and `chance_high` are of the chance in the plan.
    """

    id: int
    household: int
    words: str
    price: str
    price_cents: int
    price_year: int | None
    source: str
    unit: str
    quantity_e4: int
    recurrence: Recurrence
    law: str
    payer: str
    beneficiary: str
    effect: Effect
    transfer: bool
    chances: Chances
    attribution: int
    price_low_cents: int | None
    price_high_cents: int | None
    quantity_low_e4: int | None
    quantity_high_e4: int | None
    chance_low: int | None
    chance_high: int | None
    attribution_low: int | None
    attribution_high: int | None
    starts: date | None
    ends: date | None
    person: int | None
    problem: int | None
    agency: int | None
    event: int | None
    intervention: int | None
    origin: Origin
    noted_on: date


_CHANCES = [field.name for field in fields(CostLine)].index("chances")


def of_household(store: Store, household: int) -> tuple[CostLine, ...]:
    rows = store.rows(
        "SELECT c.id, c.household, c.words, c.price, c.price_cents, c.price_year, c.source, c.unit, c.quantity_e4, "
        "c.recurrence, c.law, c.payer, c.beneficiary, c.effect, c.transfer, "
        "CASE WHEN c.event IS NOT NULL OR c.intervention IS NOT NULL THEN 0 ELSE c.chance_current END, "
        "CASE WHEN c.event IS NOT NULL THEN e.chance_threatening WHEN c.intervention IS NOT NULL THEN 0 "
        "ELSE c.chance_threatening END, "
        "CASE WHEN c.event IS NOT NULL THEN e.chance_plan WHEN c.intervention IS NOT NULL THEN 100 "
        "ELSE c.chance_plan END, "
        f"c.attribution, {cost_ranges.SELECTED}, "
        "c.starts, c.ends, c.person, c.problem, c.agency, c.event, c.intervention, c.origin, c.noted_on "
        "FROM cost_line c LEFT JOIN threatening_event e ON e.id = c.event WHERE c.household = ? ORDER BY c.id",
        [household],
    )
    return tuple(
        reading.made(CostLine, (*row[:_CHANCES], Chances(*row[_CHANCES : _CHANCES + 3]), *row[_CHANCES + 3 :]))
        for row in rows
    )


def add(
    store: Store, household: int, *, words: str, price_cents: int, quantity_e4: int = 10_000, unit: str = "per jaar",
    recurrence: Recurrence = "yearly", price: str = "", price_year: int | None = None, source: str = "", law: str = "",
    payer: str = "", beneficiary: str = "", effect: Effect = "", transfer: bool = False,
    chances: Chances | None = None, attribution: int = 100, price_low_cents: int | None = None,
    price_high_cents: int | None = None, quantity_low_e4: int | None = None, quantity_high_e4: int | None = None,
    chance_low: int | None = None, chance_high: int | None = None, attribution_low: int | None = None,
    attribution_high: int | None = None, starts: date | None = None, ends: date | None = None,
    person: int | None = None, problem: int | None = None, agency: int | None = None, event: int | None = None,
    intervention: int | None = None, noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError: no words, negative amount, chance outside 0..100, end before start, a range that does not
    hold its middle.

    Without `chances` a plain line costs the same in every scenario; a line of an event or intervention takes
    its chances from there, and an intervention's own cost is always attributed for 100%.
    """
    bound = event is not None or intervention is not None
    if bound and chances is not None:
        raise ValueError("chances of a line of an event or intervention are the event's or fixed")
    plain = None if bound else chances or Chances(100, 100, 100)
    _order(starts, ends)
    same_household(
        store, household, person=person, problem=problem, agency=agency, threatening_event=event,
        intervention=intervention,
    )  # fmt: skip
    given = {
        "price": (price_low_cents, price_high_cents), "quantity": (quantity_low_e4, quantity_high_e4),
        "chance": (chance_low, chance_high), "attribution": (attribution_low, attribution_high),
    }  # fmt: skip
    middles = {
        "price": price_cents, "quantity": quantity_e4, "chance": plain.plan if plain else None,
        "attribution": None if intervention is not None else attribution,
    }  # fmt: skip
    ranges = {part: cost_ranges.checked(part, given[part], middles[part]) for part in given}
    return store.insert(
        "cost_line",
        household=household,
        words=_words(words),
        price=checks.code(price, "price"),
        price_cents=_price(price_cents),
        price_year=_year(price_year),
        source=checks.line(source, "source", most=500),
        unit=checks.line(unit, "unit", most=40),
        quantity_e4=_quantity(quantity_e4),
        recurrence=checks.one_of(recurrence, RECURRENCES, "recurrence"),
        law=checks.code(law, "law"),
        payer=checks.code(payer, "payer"),
        beneficiary=checks.code(beneficiary, "beneficiary"),
        effect=checks.one_of(effect, EFFECTS, "effect"),
        transfer=int(transfer),
        chance_current=None if plain is None else checks.percent(plain.current, "chance_current"),
        chance_threatening=None if plain is None else checks.percent(plain.threatening, "chance_threatening"),
        chance_plan=None if plain is None else checks.percent(plain.plan, "chance_plan"),
        attribution=100 if intervention is not None else checks.percent(attribution, "attribution"),
        starts=checks.day(starts, "starts"),
        ends=checks.day(ends, "ends"),
        person=person,
        problem=problem,
        agency=agency,
        event=event,
        intervention=intervention,
        **cost_ranges.written(ranges),
        **values(noted),
    )


def reword(store: Store, line: int, words: str) -> None:
    store.update("cost_line", line, words=_words(words))


def set_price(
    store: Store, line: int, price_cents: int, *, source: str, price_year: int | None = None, price: str = ""
) -> None:  # fmt: skip
    """An own price: the line lets go of the catalogue's, and says where the own one comes from, and from which year.

    `price`: an id of the catalogue, when it is the list's own again.
    """
    store.update(
        "cost_line", line, price=checks.code(price, "price"), price_year=_year(price_year),
        price_cents=_price(price_cents), source=checks.line(source, "source", most=500),
    )  # fmt: skip
    cost_ranges.follow(store, line, "price", price_cents)
    confirmations.lapse(store, line)


def set_source(store: Store, line: int, source: str) -> None:
    store.update("cost_line", line, source=checks.line(source, "source", most=500))


def set_quantity(store: Store, line: int, quantity_e4: int) -> None:
    store.update("cost_line", line, quantity_e4=_quantity(quantity_e4))
    cost_ranges.follow(store, line, "quantity", quantity_e4)
    confirmations.lapse(store, line)


def set_unit(store: Store, line: int, unit: str) -> None:
    """What one of the quantity is: "per uur", "per traject"."""
    store.update("cost_line", line, unit=checks.line(unit, "unit", most=40))


def set_recurrence(store: Store, line: int, recurrence: Recurrence) -> None:
    store.update("cost_line", line, recurrence=checks.one_of(recurrence, RECURRENCES, "recurrence"))
    confirmations.lapse(store, line)


def set_law(store: Store, line: int, law: str) -> None:
    store.update("cost_line", line, law=checks.code(law, "law"))


def set_payer(store: Store, line: int, payer: str) -> None:
    store.update("cost_line", line, payer=checks.code(payer, "payer"))


def set_beneficiary(store: Store, line: int, beneficiary: str) -> None:
    """Who gains when it is no longer spent; empty is the payer."""
    store.update("cost_line", line, beneficiary=checks.code(beneficiary, "beneficiary"))


def set_effect(store: Store, line: int, effect: Effect) -> None:
    store.update("cost_line", line, effect=checks.one_of(effect, EFFECTS, "effect"))


def set_about(store: Store, line: int, *, person: int | None, problem: int | None, agency: int | None) -> None:
    """For whom, because of which problem and with which agency it is spent; None is nobody in particular."""
    same_household(store, household_of(store, "cost_line", line), person=person, problem=problem, agency=agency)
    store.update("cost_line", line, person=person, problem=problem, agency=agency)


def set_transfer(store: Store, line: int, transfer: bool) -> None:
    store.update("cost_line", line, transfer=int(transfer))


def set_chances(store: Store, line: int, chances: Chances) -> None:
    """Of a plain line. Raises InputError for a line of an event or intervention, or outside 0..100."""
    event, intervention = store.one("SELECT event, intervention FROM cost_line WHERE id = ?", [line])
    if event is not None:
        raise InputError("De kans hoort bij de dreiging. Wijzig hem daar.", "chance_plan")
    if intervention is not None:
        raise InputError("De kosten van de doorbraak zelf tellen altijd voor 100% mee in het plan.", "chance_plan")
    store.update(
        "cost_line",
        line,
        chance_current=checks.percent(chances.current, "chance_current"),
        chance_threatening=checks.percent(chances.threatening, "chance_threatening"),
        chance_plan=checks.percent(chances.plan, "chance_plan"),
    )
    cost_ranges.follow(store, line, "chance", chances.plan)
    confirmations.lapse(store, line)


def attach(store: Store, line: int, *, event: int | None = None, intervention: int | None = None) -> None:
    """Make it a line of an event, of an intervention, or (with neither) a plain one that keeps its chances."""
    if event is not None and intervention is not None:
        raise ValueError("a line belongs to an event or to an intervention, not to both")
    bound = event is not None or intervention is not None
    if intervention is None:
        payments.refuse_when(payments.is_paid(store, line=line))
    household, *kept = store.one(
        "SELECT household, chance_current, chance_threatening, chance_plan FROM cost_line WHERE id = ?", [line]
    )
    same_household(store, household, threatening_event=event, intervention=intervention)
    current, threatening, plan = (None, None, None) if bound else (100 if c is None else c for c in kept)
    store.update(
        "cost_line",
        line,
        event=event,
        intervention=intervention,
        chance_current=current,
        chance_threatening=threatening,
        chance_plan=plan,
        **(cost_ranges.written({"chance": None}) if bound else {}),
    )
    if intervention is not None:
        store.update("cost_line", line, attribution=100, **cost_ranges.written({"attribution": None}))
    confirmations.lapse(store, line)


def set_attribution(store: Store, line: int, attribution: int) -> None:
    """Raises InputError for an intervention's own cost, which is always attributed in full."""
    own = store.one("SELECT intervention FROM cost_line WHERE id = ?", [line])[0] is not None
    if own and attribution != 100:
        raise InputError("De kosten van de doorbraak zelf tellen altijd voor 100% mee.", "attribution")
    store.update("cost_line", line, attribution=checks.percent(attribution, "attribution"))
    cost_ranges.follow(store, line, "attribution", attribution)
    confirmations.lapse(store, line)


def set_period(store: Store, line: int, starts: date | None, ends: date | None) -> None:
    _order(starts, ends)
    store.update("cost_line", line, starts=checks.day(starts, "starts"), ends=checks.day(ends, "ends"))
    confirmations.lapse(store, line)


def remove(store: Store, line: int) -> None:
    """Raises InputError for a line of which something was paid: that money is spent."""
    payments.refuse_when(payments.is_paid(store, line=line))
    store.delete("cost_line", line)


def _words(words: str) -> str:
    text = checks.line(words, "words")
    if not text:
        raise InputError("Schrijf waar deze kosten voor zijn.", "words")
    return text


def _price(cents: int) -> int:
    return checks.whole(cents, "price_cents", 0, MOST_CENTS, "Een prijs is nul of meer, en kleiner dan 100 miljard.")


def _quantity(quantity_e4: int) -> int:
    return checks.whole(
        quantity_e4, "quantity", 0, MOST_QUANTITY_E4, "Een aantal is nul of meer, en hoogstens een miljoen."
    )


def _year(year: int | None) -> int | None:
    if year is None:
        return None
    return checks.whole(
        year, "price_year", 1990, date.today().year + 1, "Dit prijsjaar klopt niet. Schrijf vier cijfers."
    )


def _order(starts: date | None, ends: date | None) -> None:
    if starts and ends and ends < starts:
        raise InputError("Het einde ligt voor het begin. Kijk de data na.", "ends")
