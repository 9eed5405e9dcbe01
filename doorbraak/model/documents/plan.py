"""The plan of one household: the wishes first, who, what is stuck, the doorbraak, what was agreed, what threatens.

It is for the household and whoever helps, so it is short: laws and cost lines stand in the justification.
"""

from collections.abc import Iterable
from datetime import date
from itertools import takewhile

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import plan_agreed, plan_past, plan_sum, wording
from doorbraak.model.documents.document import (
    Block,
    Column,
    Document,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Quote,
    Section,
    Subheading,
    Table,
    marks_of,
)
from doorbraak.model.documents.justification_costs import without_price
from doorbraak.model.documents.one_doorbraak import doorbraak_of
from doorbraak.model.documents.sources import Sources
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.events import ThreateningEvent
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.figures import figures_of, present_agencies
from doorbraak.model.insight.savings import Saving
from doorbraak.model.shortening import on_one_line

NOTHING = Paragraph("Nog niet ingevuld.", "muted")
NOBODY = Profile()
_NO_LAW = "overig"
_OF_ITS_LIST = ", niet uitgesplitst"  # what the list of payers says of itself


def plan_of(dossier: Dossier, catalogue: Catalogue, saving: Saving, today: date, profile: Profile = NOBODY) -> Document:
    """`saving` over 12 months of the same dossier; `today` is the date on the document; `profile`: whose plan it is."""
    household = dossier.household
    return Document(
        title=f"Plan huishouden {household.number}",
        subtitle=household.name,
        on=today,
        marks=marks_of(household),
        sections=(
            Section("Wat het huishouden wil", _goals(dossier)),
            Section("Wie", _people(dossier, catalogue)),
            Section("Wat er vastzit", _problems(dossier, catalogue)),
            Section("Instanties", _agencies(dossier, catalogue, saving, today)),
            Section("De doorbraak", _interventions(dossier, catalogue, today)),
            Section("Afspraken", plan_agreed.agreed_blocks(dossier, catalogue, today)),
            Section("Wat er dreigt", _events(dossier, catalogue, today)),
            Section("De rekensom", _sum(Sources(dossier, catalogue, saving, today))),
            *_contact(profile),
            *_about_the_example(dossier),
            Section("Bij dit plan", (Paragraph(f"Geen juridisch advies. Plan van {wording.day(today)}."),)),
        ),
    )


def _contact(profile: Profile) -> tuple[Section, ...]:
    """Whom to call about this plan; nothing while nobody filled it in."""
    said = wording.contact(profile)
    return (Section("Vragen over dit plan", (Paragraph(said),)),) if said else ()


def _about_the_example(dossier: Dossier) -> tuple[Section, ...]:
    if not dossier.household.example:
        return ()
    said = "Dit is een voorbeeld met gepubliceerde of verzonnen gegevens."
    return (Section("Over dit voorbeeld", (Paragraph(f"{said} {dossier.household.note}".strip()),)),)


def _goals(dossier: Dossier) -> tuple[Block, ...]:
    first = [goal for goal in dossier.goals if goal.first]
    later = [goal for goal in dossier.goals if not goal.first]
    blocks: list[Block] = []
    if first:
        blocks += [Subheading("Dit moet eerst"), *(Quote(goal.words) for goal in first)]
    if later:
        blocks += [Subheading("Over een jaar")] if first else []
        blocks += [Quote(goal.words) for goal in later]
    return tuple(blocks) or (NOTHING,)


def _people(dossier: Dossier, catalogue: Catalogue) -> tuple[Block, ...]:
    if not dossier.people:
        return (NOTHING,)
    columns = (Column("Wie", 50), Column("Geboortejaar", 25), Column("Woont hier", 25))
    rows = tuple(
        (
            names.person_name(person, catalogue),
            str(person.birth_year or "–"),
            choice_names.LIVING[person.lives_here],
        )
        for person in dossier.people
    )
    return (Table(columns, rows),)


def _problems(dossier: Dossier, catalogue: Catalogue) -> tuple[Block, ...]:
    """What is open now; what was solved stands below it."""
    if not dossier.problems:
        return (NOTHING,)
    order = {id_: at for at, id_ in enumerate(catalogue.life_domains)}
    people = {person.id: person.name or names.person_name(person, catalogue) for person in dossier.people}
    rows: list[tuple[str, ...]] = []
    previous: str | None = None
    open_ = (problem for problem in dossier.problems if problem.solved_on is None)
    for problem in sorted(open_, key=lambda problem: (order.get(problem.life_domain, len(order)), problem.id)):
        domain = names.life_domain_name(problem.life_domain, catalogue)
        rows.append(
            (
                domain if domain != previous else "",
                names.problem_name(problem, catalogue),
                ", ".join(people[id_] for id_ in problem.people if id_ in people),
                choice_names.OWNERS[problem.owner],
            )
        )
        previous = domain
    columns = (
        Column("Leefgebied", 22),
        Column("Wat zit vast", 34),
        Column("Bij wie", 24),
        Column("Eigenaar", 20),
    )
    now: Block = Table(columns, tuple(rows)) if rows else Paragraph("Alles wat vastzat, is opgelost.")
    return (now, *plan_past.solved_blocks(dossier.problems, catalogue))


def _agencies(dossier: Dossier, catalogue: Catalogue, saving: Saving, today: date) -> tuple[Block, ...]:
    """Those of today, as every other paper counts them; what stopped stands below it."""
    if not dossier.agencies:
        return (NOTHING,)
    figures = figures_of(dossier, saving, today=today)
    present = present_agencies(dossier.agencies, today)
    ordered = sorted(present, key=lambda agency: (-agency.contacts_e2, names.agency_name(agency, catalogue)))
    rows = tuple(
        (
            names.agency_name(agency, catalogue),
            names.law_name(agency.law, catalogue) if agency.law else "–",
            names.payer_name(agency.payer, catalogue).partition(_OF_ITS_LIST)[0],
            names.contacts(agency.contacts_e2),
        )
        for agency in ordered
    )
    all_contacts = names.contacts(figures.contacts_e2)
    columns = (
        Column("Instantie", 42),
        Column("Wet", 20),
        Column("Betaler", 22),
        Column("Contacten per maand", 16, number=True),
    )
    return (
        KeyFigures(
            (
                KeyFigure(str(figures.agencies), "instantie" if figures.agencies == 1 else "instanties"),
                KeyFigure(all_contacts, "contacten per maand"),
            )
        ),
        *((Table(columns, rows, ("Alle instanties samen", "", "", all_contacts)),) if rows else ()),
        *_laws_in_full((agency.law for agency in ordered), catalogue),
        *plan_past.ended_blocks(dossier.agencies, today, catalogue),
    )


def _laws_in_full(laws: Iterable[str], catalogue: Catalogue) -> tuple[Block, ...]:
    """What the short names in the table stand for: the household reads it too."""
    known = {law: catalogue.laws[law] for law in laws if law in catalogue.laws and law != _NO_LAW}
    told = sorted(
        f"{one.abbreviation}: {one.title}" for one in known.values() if one.abbreviation not in ("", one.title)
    )
    return (Paragraph(f"De wetten voluit. {'; '.join(told)}.", "muted"),) if told else ()


def _interventions(dossier: Dossier, catalogue: Catalogue, today: date) -> tuple[Block, ...]:
    if not dossier.interventions:
        return (NOTHING,)
    blocks: list[Block] = []
    for step in dossier.interventions:
        name = plan_agreed.short_name(step, catalogue)
        decided = f", besluit van {wording.day(step.decided_on)}" if step.decided_on else ""
        last = plan_agreed.can_object(step, dossier, today)
        until = f" Bezwaar kan meestal tot en met {wording.day(last)}." if last else ""
        blocks.append(Subheading(name))
        if step.words and on_one_line(step.words).rstrip(". ") != name:
            blocks.append(Paragraph(step.words))
        blocks.append(Paragraph(f"Stand: {choice_names.STATUSES[step.status].lower()}{decided}.{until}", "muted"))
    each = "de onderbouwing van elke doorbraak" if len(dossier.interventions) > 1 else "de onderbouwing"
    return (*blocks, Paragraph(f"Waarom dit mag, en welke wetten daarbij horen, staat in {each}."))


def _events(dossier: Dossier, catalogue: Catalogue, today: date) -> tuple[Block, ...]:
    if not dossier.events:
        return (Paragraph("Bij de Rekensom staat nog geen dreiging. Dan rekenen we met hoe het nu gaat."),)
    columns = (
        Column("Wat", 22),
        Column("Wanneer", 18),
        Column("Waarom", 34),
        Column("Kans zonder plan", 13, number=True),
        Column("Kans met plan", 13, number=True),
    )
    rows = tuple(
        (
            names.event_name(event, catalogue),
            _when(event, today),
            event.reason,
            wording.percent(event.chance_threatening),
            wording.percent(event.chance_plan),
        )
        for event in sorted(dossier.events, key=lambda event: (event.expected_on, event.id))
    )
    return (Table(columns, rows),)


def _when(event: ThreateningEvent, today: date) -> str:
    """The day on which it threatens, or what came of it."""
    if event.outcome_on is None:
        on = wording.day(event.expected_on)
        return on if event.expected_on >= today else f"{on}, die dag is voorbij"
    return f"{choice_names.EVENT_OUTCOMES[event.outcome]} op {wording.day(event.outcome_on)}"


def _sum(sources: Sources) -> tuple[Block, ...]:
    """What comes before its tables, and where those stand."""
    blocks = plan_sum.sum_blocks(sources.saving, sources.catalogue, sources.dossier)
    short = tuple(takewhile(lambda block: not isinstance(block, Subheading), blocks))
    if len(short) == len(blocks):
        return short
    planned = sources.dossier.interventions
    without = without_price(doorbraak_of(sources, planned[0].id)) if planned else ""
    where = "de onderbouwing" if planned else "het werkboek van de rekensom"
    more = f"De bedragen per wet, per betaler en per kostenpost staan in {where}."
    return (*short, *((Paragraph(without),) if without else ()), Paragraph(more))
