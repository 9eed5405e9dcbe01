"""A talk sheet of one page for one payer or winner: what it pays now, what threatens, what the plan asks and brings.

For somebody outside the household's circle: the family has a number here. No name, no word of its own and nothing that
was typed about it: services, events and doorbraken go by their names in the lists.
"""

from collections import Counter, defaultdict
from datetime import date

from doorbraak.model import money
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import wording
from doorbraak.model.documents.document import (
    Block,
    Bullets,
    Column,
    Document,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Section,
    Table,
    marks_of,
)
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.events import ThreateningEvent
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.savings import Amounts, LineSum, Saving, added
from doorbraak.model.shortening import cut

NOBODY = Profile()
MOST_ROWS, MOST_BULLETS = 4, 2
"""In a table and a list; what is left stands together in the last one, so that all fits on one page."""
MOST_NAMED = 4
"""Parties in one sentence."""
LONGEST = 46
"""Signs of a service's name: what fits on one line."""
OWN_WORDS, OTHER = "Een doorbraak op maat", "Overig"


def parties_of(saving: Saving) -> tuple[str, ...]:
    """Who pays or wins in these sums and can be talked with, what wins most first."""
    won: dict[str, int] = defaultdict(int)
    for row in _counting(saving):
        won[row.line.payer] += 0
        won[row.winner] += 0 if row.line.intervention is not None else row.amounts.saving
    found = [id_ for id_ in won if id_ in saving.catalogue.payers and not _is_family(id_, saving.catalogue)]
    return tuple(sorted(found, key=lambda id_: (-won[id_], id_)))


def talk_sheet_of(
    dossier: Dossier, catalogue: Catalogue, saving: Saving, party: str, today: date, profile: Profile = NOBODY
) -> Document:
    """`party` is an id of the payers; `saving` over 12 months of the same dossier; `profile`: whom to call."""
    name = names.payer_name(party, catalogue)
    lines = _counting(saving)
    mine = tuple(row for row in lines if row.line.payer == party)
    won = tuple(row for row in lines if row.winner == party and row.line.intervention is None)
    return Document(
        title=f"Gespreksblad huishouden {dossier.household.number}",
        subtitle=f"Voor: {name}",
        on=today,
        marks=marks_of(dossier.household),
        sections=(
            Section("Wie betaalt, wie wint", _pockets(saving, catalogue, party)),
            Section("Wat u betaalt en wint", (*_at_a_glance(saving, mine, won), *_paid(mine, catalogue))),
            Section(
                "Wat er dreigt en wat het plan vraagt",
                (*_threats(dossier, catalogue, lines, party), *_asked(dossier, catalogue, lines, party)),
            ),
            Section("Hoe zeker is dit", (*_certainty(saving, _together(mine, won), won), *_contact(profile))),
        ),
    )


def _counting(saving: Saving) -> tuple[LineSum, ...]:
    """All but published totals; a corporatie is no public payer and counts here too."""
    return tuple(row for row in saving.lines if row.counts)


def _together(mine: tuple[LineSum, ...], won: tuple[LineSum, ...]) -> tuple[LineSum, ...]:
    known = {row.line.id for row in mine}
    return (*mine, *(row for row in won if row.line.id not in known))


def _at_a_glance(saving: Saving, mine: tuple[LineSum, ...], won: tuple[LineSum, ...]) -> tuple[Block, ...]:
    paid, wins = added(mine), added(won)
    return (
        KeyFigures(
            (
                KeyFigure(money.whole(paid.current), "betaalt u nu"),
                KeyFigure(money.whole(paid.threatening), "dreigt voor u"),
                KeyFigure(money.whole(paid.plan), "met het plan"),
                KeyFigure(money.whole(wins.direct), "wint u direct"),
                KeyFigure(money.whole(wins.prevented), "wint u: voorkomen"),
            )
        ),
        Paragraph(f"Over {saving.months} maanden vanaf {wording.day(saving.start)}, in hele euro’s.", "muted"),
    )


def wrong_pocket(saving: Saving, catalogue: Catalogue, party: str) -> str:
    """Plainly: "U betaalt € 2.000 aan de doorbraak en wint € 500. Gemeente betaalt niets en wint € 20.000.".

    Who pays nothing and wins stands together with the others that do so: naming one of them would hide the rest.
    """
    costs, wins = _balance(_counting(saving))
    said = [f"U betaalt {_or_nothing(costs[party])} aan de doorbraak en {_wins(wins[party])}."]
    known = [id_ for id_ in {**costs, **wins} if id_ != party and not _is_family(id_, catalogue)]
    others = [id_ for id_ in known if costs[id_] or wins[id_]]
    payers = sorted(id_ for id_ in others if costs[id_])[:MOST_BULLETS]
    said += [f"{names.payer_name(id_, catalogue)} betaalt {money.whole(costs[id_])} en {_wins(wins[id_])}."
             for id_ in payers]  # fmt: skip
    free = sorted((id_ for id_ in others if not costs[id_] and wins[id_] > 0), key=lambda id_: (-wins[id_], id_))
    if free:
        said.append(_free_winners([names.payer_name(id_, catalogue) for id_ in free], sum(wins[id_] for id_ in free)))
    return " ".join(said)


def _free_winners(called: list[str], cents: int) -> str:
    if len(called) == 1:
        return f"{called[0]} betaalt niets en wint {money.whole(cents)}."
    shown = called if len(called) <= MOST_NAMED else [*called[: MOST_NAMED - 1], f"nog {len(called) - MOST_NAMED + 1}"]
    return f"{', '.join(shown[:-1])} en {shown[-1]} betalen niets en winnen samen {money.whole(cents)}."


def _or_nothing(cents: int) -> str:
    return money.whole(cents) if cents else "niets"


def _wins(cents: int) -> str:
    if cents < 0:
        return f"is {money.whole(-cents)} meer kwijt"
    return f"wint {_or_nothing(cents)}"


def _balance(lines: tuple[LineSum, ...]) -> tuple[dict[str, int], dict[str, int]]:
    """By party: what it pays for the doorbraken, and what it wins."""
    costs: dict[str, int] = defaultdict(int)
    wins: dict[str, int] = defaultdict(int)
    for row in lines:
        if row.line.intervention is not None:
            costs[row.line.payer] -= row.amounts.saving
        else:
            wins[row.winner] += row.amounts.saving
    return costs, wins


def _paid(mine: tuple[LineSum, ...], catalogue: Catalogue) -> tuple[Block, ...]:
    found: dict[str, Amounts] = defaultdict(Amounts)
    for row in mine:
        found[_service(row, catalogue)] += row.amounts
    if not found:
        return (Paragraph("U betaalt niets in deze rekensom."),)
    ordered = sorted(found.items(), key=lambda one: (-max(one[1].threatening, one[1].plan), one[0]))
    shown = ordered if len(ordered) <= MOST_ROWS else ordered[: MOST_ROWS - 1]
    if rest := ordered[len(shown) :]:
        shown.append((f"Nog {len(rest)} soorten", sum((amounts for _, amounts in rest), Amounts())))
    columns = (
        Column("Waarvoor", 52),
        *(Column(title, 16, number=True) for title in ("Nu", "Dreigend", "Met het plan")),
    )
    total = sum(found.values(), Amounts())
    rows = tuple((name, *_euros(amounts)) for name, amounts in shown)
    return (Table(columns, rows, ("Samen", *_euros(total))),)


def _service(row: LineSum, catalogue: Catalogue) -> str:
    """From the lists: what was typed may name somebody."""
    if row.line.intervention is not None:
        return "De doorbraak zelf"
    price = catalogue.prices.get(row.line.price)
    if price is not None:
        return cut(price.name, LONGEST)
    if row.line.law not in catalogue.laws:
        return OTHER
    whole = wording.law(row.line.law, catalogue)
    return whole if len(whole) <= LONGEST else names.law_name(row.line.law, catalogue)


def _euros(amounts: Amounts) -> tuple[str, str, str]:
    return money.whole(amounts.current), money.whole(amounts.threatening), money.whole(amounts.plan)


def _came(event: ThreateningEvent) -> str:
    """What came of it since. The sums stay what could be expected when it was decided."""
    return f" ({choice_names.EVENT_OUTCOMES[event.outcome].lower()})" if event.outcome else ""


def _threats(dossier: Dossier, catalogue: Catalogue, lines: tuple[LineSum, ...], party: str) -> tuple[Block, ...]:
    said = []
    for event in sorted(dossier.events, key=lambda one: (one.expected_on, one.id)):
        kind = catalogue.events.get(event.kind)
        lost = added(row for row in lines if row.line.event == event.id and row.winner == party).prevented
        said.append(
            f"{kind.name if kind else 'Iets anders'}{_came(event)}, verwacht rond {wording.day(event.expected_on)}. "
            "Kans nu "
            f"{event.chance_threatening}%, met het plan {event.chance_plan}%. "
            + (f"Dat scheelt u naar verwachting {money.whole(lost)}." if lost else "Dat raakt uw kosten niet.")
        )
    if not said:
        return (Paragraph("Bij de Rekensom staat nog geen dreiging. Dreigend is hier gelijk aan nu."),)
    return (_bullets(said, "dreigingen"),)


def _asked(dossier: Dossier, catalogue: Catalogue, lines: tuple[LineSum, ...], party: str) -> tuple[Block, ...]:
    """What each doorbraak costs whom, what this party pays first; those that cost nothing stand together."""
    said: list[tuple[int, str]] = []
    free = 0
    for step in dossier.interventions:
        if step.status in ("refused", "withdrawn"):
            continue
        kind = catalogue.interventions.get(step.kind)
        costs, _ = _balance(tuple(row for row in lines if row.line.intervention == step.id))
        paid = _shares(costs, catalogue, party)
        free += not paid
        status = choice_names.STATUSES[step.status].lower()
        if paid:
            words = f"{kind.name if kind else OWN_WORDS} ({status}): {', '.join(paid)}."
            said.append((-costs.get(party, 0), words))
    ordered = [words for _, words in sorted(said, key=lambda one: one[0])]
    without = f"{wording.count(free, 'doorbraak', 'doorbraken')} zonder eigen kosten." if free else ""
    if not ordered:
        return (Paragraph(without or "Nog geen doorbraak gekozen."),)
    shown = _bullets(ordered, "doorbraken")
    return (Bullets((*shown.items, f"Verder {without}")) if without else shown,)


def _shares(costs: dict[str, int], catalogue: Catalogue, party: str) -> list[str]:
    """ "u betaalt € 2.000", "Gemeente betaalt € 500", "anderen betalen € 100"."""
    paying = sorted((payer for payer in costs if costs[payer]), key=lambda one: (one != party, -costs[one], one))
    called = [(payer, "u" if payer == party else names.payer_name(payer, catalogue)) for payer in paying]
    said = [f"{name} betaalt {money.whole(costs[payer])}" for payer, name in called[:MOST_BULLETS]]
    others = sum(costs[payer] for payer in paying[MOST_BULLETS:])
    return [*said, f"anderen betalen {money.whole(others)}"] if others else said


def _bullets(said: list[str], rest: str) -> Bullets:
    if len(said) <= MOST_BULLETS:
        return Bullets(tuple(said))
    shown = said[: MOST_BULLETS - 1]
    return Bullets((*shown, f"En nog {len(said) - len(shown)} {rest}."))


def _pockets(saving: Saving, catalogue: Catalogue, party: str) -> tuple[Block, ...]:
    lines = _counting(saving)
    costs, wins = _balance(lines)
    known = dict.fromkeys((party, *sorted(wins, key=lambda id_: (-wins[id_], id_)), *costs))
    parties = [id_ for id_ in known if id_ == party or ((costs[id_] or wins[id_]) and not _is_family(id_, catalogue))]
    rows = [_party(names.payer_name(id_, catalogue), costs[id_], wins[id_], mine=id_ == party) for id_ in parties]
    if len(rows) > MOST_ROWS:
        left = parties[MOST_ROWS - 1 :]
        spent, won = sum(costs[id_] for id_ in left), sum(wins[id_] for id_ in left)
        rows = [*rows[: MOST_ROWS - 1], _party(f"Nog {len(left)} partijen", spent, won, mine=False)]
    columns = (
        Column("Wie", 40),
        Column("Betaalt doorbraak", 22, number=True),
        Column("Wint", 19, number=True),
        Column("Per saldo", 19, number=True),
    )
    said = Paragraph(wrong_pocket(saving, catalogue, party), "strong")
    return (said, Table(columns, tuple(rows)), *_between(lines, catalogue, party))


def _is_family(party: str, catalogue: Catalogue) -> bool:
    """The family's own purse is nobody else's business."""
    return party in catalogue.payers and catalogue.payers[party].kind == "huishouden"


def _party(name: str, costs: int, wins: int, *, mine: bool) -> tuple[str, str, str, str]:
    return (f"U ({name})" if mine else name, money.whole(costs), money.whole(wins), money.whole(wins - costs))


def _between(lines: tuple[LineSum, ...], catalogue: Catalogue, party: str) -> tuple[Block, ...]:
    """What one pays and another wins by, where this party is one of the two."""
    pairs: Counter[tuple[str, str]] = Counter()
    for row in lines:
        if row.line.payer != row.winner and party in (row.line.payer, row.winner) and row.line.intervention is None:
            pairs[row.line.payer, row.winner] += row.amounts.saving
    said = [
        f"{'U betaalt' if payer == party else names.payer_name(payer, catalogue) + ' betaalt'}, "
        f"{'u wint' if winner == party else names.payer_name(winner, catalogue) + ' wint'}: {money.whole(cents)}."
        for (payer, winner), cents in sorted(pairs.items(), key=lambda one: (-abs(one[1]), one[0]))
        if cents
    ]
    return (Paragraph(" ".join(said[:MOST_BULLETS])),) if said else ()


def _certainty(saving: Saving, rows: tuple[LineSum, ...], won: tuple[LineSum, ...]) -> tuple[Block, ...]:
    """The band of what this party wins, the price level, and where the prices come from."""
    from doorbraak.model.insight.bands import band_of  # late: numpy takes 0.1 s to import

    band = band_of(won, saving.catalogue)
    said = []
    if band.low != band.high:
        assumed = " Deels is die marge een aanname." if band.assumed else ""
        low, high = money.whole(band.low), money.whole(band.high)
        said.append(f"In 9 van de 10 berekeningen ligt wat u wint tussen {low} en {high}.{assumed}")
    exact = all(saving.level.is_exact(row.line.price_year) for row in rows)
    said.append(f"In prijzen van {saving.level.year}{'' if exact else '; een jaar zonder index gebruikt het naaste'}.")
    said.append(_sources(rows, saving))
    said.append("Dit is een verwachting. Na 3, 6 en 12 maanden kijken we wat ervan uitkwam.")
    return (Paragraph(" ".join(part for part in said if part), "muted"),)


def _sources(rows: tuple[LineSum, ...], saving: Saving, most: int = 2) -> str:
    listed = [saving.catalogue.prices[row.line.price] for row in rows if row.line.price in saving.catalogue.prices]
    own = len(rows) - len(listed)
    titles = list(
        dict.fromkeys(f"{one.source_title.split(',')[0]} ({one.price_year}, {one.quality})" for one in listed)
    )
    more = f" en {len(titles) - most} andere" if len(titles) > most else ""
    said = f"Bronnen van de prijzen: {', '.join(titles[:most])}{more}. " if titles else ""
    if own:
        said += f"{wording.count(own, 'bedrag is', 'bedragen zijn')} een eigen opgave zonder prijslijst."
    return said.strip()


def _contact(profile: Profile) -> tuple[Block, ...]:
    """Whom to call; nothing while nobody filled it in."""
    said = wording.contact(profile)
    return (Paragraph(f"Vragen: {said}."),) if said else ()
