"""The letter to who decides: what is asked, why, on which articles, by when, and what happens otherwise."""

import re
from dataclasses import dataclass
from datetime import date

from doorbraak.model.catalogue import fold
from doorbraak.model.documents import wording
from doorbraak.model.documents.confirmation_letter import confirmation_of, contact_of, granted, signed
from doorbraak.model.documents.document import Block, Bullets, Document, Paragraph, Section, marks_of
from doorbraak.model.documents.justification_paper import own_cost
from doorbraak.model.documents.one_doorbraak import (
    OneDoorbraak,
    article_of,
    doorbraak_of,
    not_filled_in,
)
from doorbraak.model.documents.reasons_to_decide import reasons_of
from doorbraak.model.documents.sources import Sources
from doorbraak.model.documents.whole_sentences import first_sentences, sentences_of
from doorbraak.model.dossier.letters import Letter
from doorbraak.model.dossier.tasks import Kind
from doorbraak.model.insight import mandates, names, objection
from doorbraak.model.insight.letters_asking import asks
from doorbraak.model.shortening import cut

_LONGEST, _ROOMY = 300, 600
_MOST_DAYS, _MOST_GROUNDS = 3, 5
_LAST_DAY = "laatste dag om te doen wat een brief vraagt"
_OTHERWISE = re.compile(
    r"^(?:zonder\b|anders\b|als (?:we|wij|er|niemand|jullie|u) niets\b|als (?:dit|het) niet\b|doen (?:we|wij) niets\b)",
    re.IGNORECASE,
)
"""How a sentence begins that says what comes when nobody decides."""
_OF_OTHERS: frozenset[Kind] = frozenset({"deadline", "objection", "payment"})
"""Tasks with a day that others set."""


@dataclass(frozen=True, slots=True)
class _Day:
    """`planned`: a step of the plan, by who has to decide or another outside."""

    on: date
    words: str
    planned: bool = False


def request_letter_of(sources: Sources, intervention_id: int) -> Document:
    """Raises LookupError for a doorbraak of another household."""
    doorbraak = doorbraak_of(sources, intervention_id)
    household = sources.dossier.household
    if granted(doorbraak):
        return confirmation_of(doorbraak)
    days = _days(doorbraak)
    return Document(
        title=f"Verzoek huishouden {household.number}",
        subtitle=household.name,
        on=sources.today,
        marks=marks_of(household),
        sections=(
            Section(f"Aan: {_decider(doorbraak)}", _opening(doorbraak)),
            Section("Wat vragen wij?", _asked(doorbraak)),
            Section("Waarom vragen wij dit?", (Bullets(reasons_of(doorbraak, _LONGEST, _ROOMY)),)),
            Section("Waarom mag dit?", _law(doorbraak)),
            Section("Wanneer hebben wij uw antwoord nodig?", _by_when(days)),
            Section("Wat gebeurt er zonder besluit?", _otherwise(doorbraak)),
            Section("Heeft u vragen?", _closing(sources)),
        ),
    )


def _decider(doorbraak: OneDoorbraak) -> str:
    return cut(doorbraak.one.decider, _LONGEST) or "nog niet ingevuld wie beslist"


def _opening(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    decider = doorbraak.one.decider
    alone = len(mandates.bodies_of(decider, doorbraak.catalogue.mandates)) < 2 and not mandates.names_team(decider)
    body = next((one for one in ("college", "bestuur") if alone and one in fold(decider).split()[:2]), "")
    greeting = f"Geacht {body}," if body else "Geachte heer of mevrouw,"
    return (
        Paragraph(greeting),
        Paragraph(f"Wij vragen uw besluit voor huishouden {_number(doorbraak)}."),
        *_standing(doorbraak),
    )


def _number(doorbraak: OneDoorbraak) -> int:
    return doorbraak.dossier.household.number


def _standing(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    """Where it stands already: who reads the letter must not wonder. What was granted asks nothing: `granted`."""
    decided = doorbraak.decided
    if doorbraak.one.status == "withdrawn":
        return (Paragraph("Let op: deze vraag is ingetrokken."),)
    if doorbraak.help_came_first:
        return (Paragraph("De hulp is al begonnen, omdat wachten niet kon. Daarom vragen wij uw besluit achteraf."),)
    if decided is None:
        return _asked_before(doorbraak)
    on = f" op {wording.day(decided.on)}" if decided.on else ""
    last = objection.last_day(doorbraak.one, doorbraak.dossier.statuses)
    until = f" Bezwaar kan meestal tot en met {wording.day(last)}." if last else ""
    return (Paragraph(f"De vraag is{on} afgewezen. Wij vragen u om opnieuw te kijken.{until}"),)


def _asked_before(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    """Who has the request already must not take the letter for a second one."""
    asked = [one.on_day for one in doorbraak.statuses if one.status == "requested"]
    if doorbraak.one.status != "requested" or not asked or asked[-1] >= doorbraak.sources.today:
        return ()
    return (Paragraph(f"Op {wording.day(asked[-1])} vroegen wij dit al aan. Wij hebben nog geen besluit."),)


def _asked(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    words = (Paragraph(first_sentences(doorbraak.words, _ROOMY)),) if doorbraak.words else ()
    cost = own_cost(doorbraak)
    payer = names.payer_name(doorbraak.one.payer, doorbraak.catalogue) if doorbraak.one.payer else ""
    paid = f" De betaler is: {payer}." if payer else ""
    said = (Paragraph(f"Dit kost {cost}.{paid}"),) if cost else ()
    return (Paragraph(cut(doorbraak.name, _LONGEST), "strong"), *words, *said)


def _law(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    grounds = doorbraak.grounds_that("carries", "room")
    if not grounds:
        return (not_filled_in("een artikel dat dit draagt of ruimte geeft"),)
    known = doorbraak.catalogue.articles
    listed = tuple(
        ": ".join(
            (article_of(one, doorbraak.catalogue), *((known[one.article].title,) if one.article in known else ()))
        )
        for one in grounds[:_MOST_GROUNDS]
    )
    more = len(grounds) - len(listed)
    test = doorbraak.part("legal-test")
    return (
        Paragraph("Wij baseren dit op:"),
        Bullets((*listed, *((f"En nog {more}: zie de onderbouwing.",) if more > 0 else ()))),
        *((Paragraph(first_sentences(test, _ROOMY)),) if test else ()),
    )


def _days(doorbraak: OneDoorbraak) -> tuple[_Day, ...]:
    """Days to come that do not wait: of this doorbraak, of letters that ask something, and what threatens.

    What we ourselves, or the household, do by then is no reason for somebody else to hurry.
    """
    dossier, today = doorbraak.dossier, doorbraak.sources.today
    found = [_Day(task.due, task.words) for task in dossier.tasks
             if task.intervention == doorbraak.one.id and task.kind in _OF_OTHERS
             and task.done_on is None and task.due]  # fmt: skip
    found += [_Day(step.due, step.words, planned=True) for step in doorbraak.steps
              if step.owner == "system" and step.done_on is None and step.due]  # fmt: skip
    about = _letters_about(doorbraak)
    found += [
        _Day(letter.last_day, f"{_LAST_DAY} (afzender: {sender})" if sender else _LAST_DAY)
        for letter in dossier.letters
        if letter.id in about and letter.settled_on is None and letter.last_day and asks(letter)
        for sender in (names.letter_sender(letter, dossier.agencies, doorbraak.catalogue),)
    ]
    found += [_Day(event.expected_on, names.event_name(event, doorbraak.catalogue)) for event in doorbraak.threats]
    return tuple(sorted((day for day in found if day.on > today), key=lambda day: (day.on, day.planned, day.words)))


def _letters_about(doorbraak: OneDoorbraak) -> set[int]:
    """Letters that have to do with what is asked: from an agency that works on one of the problems of the doorbraak,
    that works differently by it, or that decides on it. Without problems nobody can tell: then all of them.
    """
    letters, problems = doorbraak.dossier.letters, set(doorbraak.one.problems)
    if not problems:
        return {letter.id for letter in letters}
    decider = fold(doorbraak.one.decider)
    related = {
        agency.id
        for agency in doorbraak.dossier.agencies
        if agency.id in doorbraak.one.agencies
        or not problems.isdisjoint(agency.problems)
        or fold(names.agency_name(agency, doorbraak.catalogue)) in decider
    }
    return {
        letter.id
        for letter in letters
        if letter.agency in related or (letter.sender and fold(letter.sender) in decider)
    }


def _by_when(days: tuple[_Day, ...]) -> tuple[Block, ...]:
    """The first day that counts; where the plan has a later one, the reader sees which is which."""
    if not days:
        return (Paragraph("Er is geen uiterste dag bekend. Laat ons weten wanneer wij uw besluit krijgen."),)
    listed = tuple(
        f"{wording.day(day.on)}{' (zo staat het in het plan)' if day.planned else ''}: {cut(day.words, 160)}"
        for day in days[:_MOST_DAYS]
    )
    by = "uiterlijk op" if days[0].planned else "voor"
    return (
        Paragraph(f"Wij hebben uw antwoord nodig {by} {wording.day(days[0].on)}.", "strong"),
        Paragraph("Dat is de eerste dag die telt. Deze dagen komen eraan:"),
        Bullets(listed),
    )


def _otherwise(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    """What the sum knows; else the words of who wrote the effects; else days of letters. Nothing is made up."""
    if not doorbraak.threats:
        return _said_otherwise(doorbraak) or _letters_go_on(doorbraak) or (not_filled_in("wat er dan gebeurt"),)
    catalogue = doorbraak.catalogue
    listed = tuple(
        f"{cut(names.event_name(event, catalogue), 120)}, rond {wording.day(event.expected_on)}. "
        f"De kans is {wording.percent(event.chance_threatening)}."
        for event in doorbraak.threats[:_MOST_DAYS]
    )
    return (Paragraph("Dan dreigt:"), Bullets(listed))


def _said_otherwise(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    """The effects tell of the plan too: only the sentences that are about no decision."""
    written = (doorbraak.part("effects-short"), doorbraak.part("effects-long"))
    found = [one for words in written for one in sentences_of(words) if _OTHERWISE.search(one)]
    return (Paragraph(first_sentences(" ".join(found), _ROOMY)),) if found else ()


def _letters_go_on(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    """Whatever they say or ask: their day does not wait for a decision."""
    about, today = _letters_about(doorbraak), doorbraak.sources.today
    ahead = [(one.last_day, one) for one in doorbraak.dossier.letters
             if one.id in about and one.settled_on is None and one.last_day and one.last_day > today]  # fmt: skip
    if not ahead:
        return ()
    ahead.sort(key=lambda one: (one[0], one[1].id))
    listed = tuple(f"{wording.day(on)}: {_letter_said(one, doorbraak)}" for on, one in ahead[:_MOST_DAYS])
    return (Paragraph("Deze brieven lopen door. Dit is de laatste dag die erin staat:"), Bullets(listed))


def _letter_said(letter: Letter, doorbraak: OneDoorbraak) -> str:
    sender = names.letter_sender(letter, doorbraak.dossier.agencies, doorbraak.catalogue)
    demand = " ".join(letter.demand.split())
    said = f"“{first_sentences(demand, 160)}”" if demand else "zonder nadere tekst"
    return f"{said} (afzender: {sender})" if sender else said


def _closing(sources: Sources) -> tuple[Block, ...]:
    return (
        *contact_of(sources),
        *signed(sources),
        Paragraph("Bijlage: de onderbouwing, met alle gronden, afwegingen en bedragen.", "muted"),
    )
