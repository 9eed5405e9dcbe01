"""How a doorbraak was weighed: effects, values, four sides, what stood in the way, earlier cases, who decides."""

import re
from collections.abc import Iterator

from doorbraak.model.documents import wording
from doorbraak.model.documents.document import Block, Bullets, Column, Paragraph, Section, Subheading, Table
from doorbraak.model.documents.one_doorbraak import (
    ANSWERS,
    NOT_FILLED_IN,
    OneDoorbraak,
    not_filled_in,
    without_numbers,
)
from doorbraak.model.dossier.comparisons import Comparison
from doorbraak.model.dossier.considerations import Part
from doorbraak.model.dossier.interventions import ALLOWED
from doorbraak.model.dossier.local_mandates import LocalMandate
from doorbraak.model.dossier.perspectives import SIDES
from doorbraak.model.insight import choice_names, names, objection
from doorbraak.model.insight.mandates import mandates_of, warnings
from doorbraak.model.insight.value_triangle import NONE, Fact, Value, value_triangle

_HOUSEHOLD = re.compile(r"\bhuishouden\s+(\d{1,9})\b", re.IGNORECASE)
_EFFECTS: tuple[tuple[str, Part, Part], ...] = (
    ("Huishouden", "effects-short", "effects-long"),
    ("Anderen", "others-short", "others-long"),
    ("Wie betaalt", "payer-short", "payer-long"),
)
_FACTS = (Column("Feit", 34), Column("Nu", 24), Column("Dreigt", 18), Column("Met het plan", 24))
_VALUES: tuple[tuple[str, Value], ...] = (
    ("Legitimiteit: mag het?", "legitimacy"),
    ("Betrokkenheid: wil en kan het huishouden dit?", "involvement"),
    ("Rendement: wat levert het op?", "return"),
)


def weighing_sections(doorbraak: OneDoorbraak) -> tuple[Section, ...]:
    """In the order in which somebody decides: what happens, whether it may, what it is worth, and who thinks so."""
    return (
        Section("Gevolgen", _effects(doorbraak)),
        Section("Juridische toets", _words(doorbraak, "legal-test", "de juridische toets")),
        Section("Drie waarden", _values(doorbraak)),
        Section("Vier kanten", _sides(doorbraak)),
        Section("Afweging", _words(doorbraak, "weighing", "de afweging")),
        Section("Wat in de weg staat of stond", _barriers(doorbraak)),
        Section("Gelijke gevallen", _earlier(doorbraak)),
    )


def decision_section(doorbraak: OneDoorbraak) -> Section:
    return Section("Besluit en mandaat", (*_decision(doorbraak), *_mandates(doorbraak), *_course(doorbraak)))


def verdicts(doorbraak: OneDoorbraak) -> str:
    """ "2 keer voor, 1 keer tegen"; empty while nobody judged."""
    given = [one.verdict for one in doorbraak.sides]
    counted = ((name, given.count(verdict)) for verdict, name in choice_names.VERDICTS.items() if verdict)
    return "; ".join(f"{count} keer {name.lower()}" for name, count in counted if count)


def _words(doorbraak: OneDoorbraak, part: Part, called: str) -> tuple[Block, ...]:
    words = doorbraak.part(part)
    return (Paragraph(words) if words else not_filled_in(called),)


def _effects(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    rows = tuple((who, *_now_and_later(doorbraak, short, long)) for who, short, long in _EFFECTS)
    return (Table((Column("Voor wie", 16), Column("Nu", 42), Column("Later", 42)), rows),)


def _now_and_later(doorbraak: OneDoorbraak, short: Part, long: Part) -> tuple[str, str]:
    """Not everything lasts, so for others and for who pays one of the two is enough."""
    now, later = doorbraak.part(short), doorbraak.part(long)
    needed = short == "effects-short" or not (now or later)
    return now or (NOT_FILLED_IN if needed else "–"), later or (NOT_FILLED_IN if needed else "–")


def _values(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    sources = doorbraak.sources
    facts = value_triangle(doorbraak.dossier, doorbraak.one, doorbraak.catalogue, sources.saving, sources.today)
    blocks: list[Block] = []
    for title, value in _VALUES:
        words = doorbraak.part(value)
        alone = tuple((one.what, one.plan) for one in facts[value] if not one.compares)
        blocks += [Subheading(title), Paragraph(words) if words else not_filled_in("wat wij hiervan vinden")]
        blocks += _compared(tuple(one for one in facts[value] if one.compares))
        blocks += [Table((Column("Rechtsgronden", 40), Column("Stand", 60)), alone)] if alone else []
    return tuple(blocks)


def _compared(facts: tuple[Fact, ...]) -> Iterator[Table]:
    """Facts that say the same kind of thing share a table, and no column of it is empty."""

    def kind(fact: Fact) -> int:
        return 0 if fact.threatens != NONE else 1 if fact.now == NONE and fact.plan != NONE else 2

    for wanted in range(3):
        rows = [(one.what, one.now, one.threatens, one.plan) for one in facts if kind(one) == wanted]
        used = [at for at in range(len(_FACTS)) if any(row[at] != NONE for row in rows)]
        if rows:
            yield Table(tuple(_FACTS[at] for at in used), tuple(tuple(row[at] for at in used) for row in rows))


def _sides(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    """All four, also those that nobody judged from."""
    rows: list[tuple[str, ...]] = []
    for side in SIDES:
        judged = [one for one in doorbraak.sides if one.side == side]
        name = choice_names.SIDES[side]
        if not judged:
            rows.append((name, NOT_FILLED_IN, "", ""))
        for one in judged:
            when = wording.day(one.on_day) if one.on_day else ""
            by = ", ".join(part for part in (one.by_role, when) if part)
            rows.append((name, choice_names.VERDICTS[one.verdict], one.reason, by or "–"))
    columns = (Column("Kant", 16), Column("Oordeel", 18), Column("Waarom", 42), Column("Door wie, wanneer", 24))
    return (Table(columns, tuple(rows)),)


def _barriers(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    if not doorbraak.barriers:
        return (Paragraph("Er is niets opgeschreven dat in de weg stond."),)
    rows = tuple(
        (
            choice_names.RUNGS[one.rung] if one.rung else NOT_FILLED_IN,
            one.words,
            one.tried or "–",
            f"Weg op {wording.day(one.gone_on)}" if one.gone_on else "Staat er nog",
        )
        for one in doorbraak.barriers
    )
    columns = (Column("Trede", 16), Column("Wat", 34), Column("Wat is geprobeerd", 34), Column("Stand", 16))
    ladder = ", ".join(name.lower() if name != "ICT" else name for rung, name in choice_names.RUNGS.items() if rung)
    return (Table(columns, rows), Paragraph(f"De ladder gaat van hard naar zacht: {ladder}.", "muted"))


def _earlier(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph(said) for said in (_tried(doorbraak),) if said]
    if not doorbraak.comparisons:
        return (*blocks, not_filled_in("een vergelijking met een eerder geval"))
    rows = tuple(
        (
            without_numbers(one.other),
            _known_from(one, doorbraak),
            choice_names.COMPARED[one.verdict],
            without_numbers(one.why) or "–",
        )
        for one in doorbraak.comparisons
    )
    columns = (Column("Vergeleken met", 27), Column("Komt van", 19), Column("Oordeel", 12), Column("Waarom", 42))
    return (*blocks, Table(columns, rows))


def _known_from(one: Comparison, doorbraak: OneDoorbraak) -> str:
    """Where somebody can look the earlier case up, or who told of it."""
    numbers = {int(number) for number in _HOUSEHOLD.findall(one.other)}
    if numbers & {case.number for case in doorbraak.sources.precedents}:
        return "Een huishouden op deze computer"
    if one.origin == "published":
        return "Gepubliceerd, zie de bronnen"
    if one.origin == "example":
        return "Voorbeeld, verzonnen"
    return f"Opgegeven door {doorbraak.dossier.household.lead or 'het team'}"


def _tried(doorbraak: OneDoorbraak) -> str:
    """How often the same kind of doorbraak was tried in other households, and what came of it."""
    kind = doorbraak.one.kind
    if kind not in doorbraak.catalogue.interventions:
        return ""
    tried = [one for case in doorbraak.sources.precedents for one in case.interventions if one.kind == kind]
    if not tried:
        compared = " De vergelijkingen hieronder gaan over gevallen die erop lijken." if doorbraak.comparisons else ""
        return f"In ons eigen team is deze soort doorbraak niet eerder gevraagd.{compared}"
    allowed = sum(one.status in ALLOWED for one in tried)
    refused = sum(one.status == "refused" for one in tried)
    worked = sum(one.worked in ("yes", "partly") for one in tried)
    return (
        f"Op deze computer is deze soort doorbraak eerder {len(tried)} keer gevraagd. "
        f"Toegekend: {allowed}. Afgewezen: {refused}. Het werkte, soms deels: {worked}."
    )


def _decision(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    one, decided = doorbraak.one, doorbraak.decided
    on = wording.day(decided.on) if decided and decided.on else ""
    rows = [("Wie beslist", one.decider or NOT_FILLED_IN)]
    rows.append(("Besluit", ANSWERS[decided.answer] if decided else "Nog geen besluit"))
    if decided:
        rows += [("Datum", on or NOT_FILLED_IN), ("Reden", decided.reason or "–")]
    rows.append(("Wie betaalt", names.payer_name(one.payer, doorbraak.catalogue) if one.payer else "–"))
    blocks: list[Block] = [Table((Column("Vraag", 24), Column("Antwoord", 76)), tuple(rows))]
    if doorbraak.help_came_first:
        blocks.append(Paragraph("De hulp is er al. Het besluit volgt nog."))
    if last := objection.last_day(one, doorbraak.dossier.statuses):
        blocks.append(Paragraph(f"Bezwaar kan meestal tot en met {wording.day(last)}."))
    return tuple(blocks)


def _mandates(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    """Who may decide here, as the team looked it up; then what to look at before somebody decides."""
    catalogue, asked = doorbraak.catalogue, (doorbraak.one, doorbraak.dossier, doorbraak.catalogue)
    local = doorbraak.sources.mandates
    rows = tuple(
        (names.law_name(of_law.law, catalogue), one.decision or "Alles", one.decider, _read(one))
        for of_law in mandates_of(*asked, local)
        for one in of_law.local
    )
    columns = (Column("Wet", 16), Column("Welk besluit", 28), Column("Wie mag dit besluiten", 28), Column("Bron", 28))
    to_look_at = tuple(one.sentence for one in warnings(*asked, local) if not one.settled)
    found = (*((Table(columns, rows),) if rows else ()), *((Bullets(to_look_at),) if to_look_at else ()))
    return (Subheading("Wie mag besluiten in deze gemeente"), *found) if found else ()


def _read(mandate: LocalMandate) -> str:
    on = f"gelezen op {wording.day(mandate.checked_on)}" if mandate.checked_on else "nakijken"
    return ", ".join(part for part in (mandate.source, on) if part)


def _course(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    if not doorbraak.statuses:
        return ()
    rows = tuple((wording.day(one.on_day), choice_names.STATUSES[one.status], one.reason) for one in doorbraak.statuses)
    columns = (Column("Datum", 22), Column("Stand", 18), Column("Reden", 60))
    return (Subheading("Verloop"), Table(columns, rows))
