"""The letter about a doorbraak that was granted: nothing is asked any more, what was agreed is confirmed."""

from doorbraak.model.documents import wording
from doorbraak.model.documents.document import Block, Bullets, Document, Paragraph, Section, marks_of
from doorbraak.model.documents.justification_paper import own_cost
from doorbraak.model.documents.one_doorbraak import OneDoorbraak
from doorbraak.model.documents.sources import Sources
from doorbraak.model.documents.whole_sentences import first_sentences
from doorbraak.model.insight import choice_names, names
from doorbraak.model.shortening import cut, on_one_line

TO_FILL_IN = "(vul uw naam en telefoon in: Extra, Mijn gegevens)"
_LONGEST, _MOST_STEPS = 300, 8


def granted(doorbraak: OneDoorbraak) -> bool:
    return doorbraak.decided is not None and doorbraak.decided.answer != "refused"


def confirmation_of(doorbraak: OneDoorbraak) -> Document:
    sources, household = doorbraak.sources, doorbraak.dossier.household
    return Document(
        title=f"Bevestiging huishouden {household.number}",
        subtitle=household.name,
        on=sources.today,
        marks=marks_of(household),
        sections=(
            Section(f"Aan: {cut(doorbraak.one.decider, _LONGEST) or 'wie besliste'}", _opening(doorbraak)),
            Section("Wat is afgesproken?", _agreed(doorbraak)),
            Section("Wat gebeurt er nu?", _steps(doorbraak)),
            Section("Klopt dit niet, of heeft u vragen?", (*contact_of(sources), *signed(sources), _appendix())),
        ),
    )


def contact_of(sources: Sources) -> tuple[Block, ...]:
    """Whom to call; who did not fill that in sees that it is missing."""
    said = on_one_line(wording.contact(sources.profile))
    missing = not (sources.profile.name and sources.profile.phone)
    return (
        Paragraph(f"Bel ons gerust: {said}." if said else "Bel ons gerust."),
        *((Paragraph(TO_FILL_IN, "strong"),) if missing else ()),
    )


def signed(sources: Sources) -> tuple[Block, ...]:
    return (Paragraph("Met vriendelijke groet,"), Paragraph(on_one_line(sources.profile.name) or "\n"))


def _appendix() -> Paragraph:
    return Paragraph("Bijlage: de onderbouwing, met alle gronden, afwegingen en bedragen.", "muted")


def _opening(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    decided = doorbraak.decided
    on = f" op {wording.day(decided.on)}" if decided and decided.on else ""
    answer = "een deel van wat wij vroegen toe te kennen" if decided and decided.answer == "partly" else "ja te zeggen"
    reason = first_sentences(decided.reason, _LONGEST) if decided else ""
    return (
        Paragraph("Geachte heer of mevrouw,"),
        Paragraph(f"U besloot{on} om {answer} voor huishouden {doorbraak.dossier.household.number}."),
        Paragraph("Wij bevestigen wat is afgesproken. Deze brief vraagt niets."),
        *((Paragraph(f"Uw reden: “{reason}”"),) if reason else ()),
    )


def _agreed(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    cost = own_cost(doorbraak)
    payer = names.payer_name(doorbraak.one.payer, doorbraak.catalogue) if doorbraak.one.payer else ""
    paid = f" De betaler is: {payer}." if payer else ""
    return (
        Paragraph(cut(doorbraak.name, _LONGEST), "strong"),
        *((Paragraph(first_sentences(doorbraak.words, 600)),) if doorbraak.words else ()),
        *((Paragraph(f"Dit kost {cost}.{paid}"),) if cost else ()),
    )


def _steps(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    """What was done stays in it: that is what the decision led to."""
    if doorbraak.one.status in ("done", "evaluated"):
        first: tuple[Block, ...] = (Paragraph(f"Stand: {doorbraak.said_status}."),)
    else:
        first = ()
    listed = []
    for one in doorbraak.steps[:_MOST_STEPS]:
        by = f", voor {wording.day(one.due)}" if one.due else ""
        when = f"gedaan op {wording.day(one.done_on)}" if one.done_on else f"nog te doen{by}"
        who = cut(one.lead, 60) or choice_names.OWNERS[one.owner]
        listed.append(f"{cut(one.words, 160)} ({who}): {when}.")
    more = len(doorbraak.steps) - len(listed)
    listed += [f"En nog {more}: zie het plan."] if more > 0 else []
    if not listed:
        return first or (Paragraph("Er zijn geen stappen opgeschreven."),)
    return (*first, Bullets(tuple(listed)))
