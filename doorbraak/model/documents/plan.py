"""The plan of one household: who, the goal first, what is stuck, the doorbraak, what threatens, the sum, the steps."""

from datetime import date

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import plan_sum, wording
from doorbraak.model.documents.document import (
    Block,
    Bullets,
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
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.events import ThreateningEvent
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.insight import choice_names, names, objection
from doorbraak.model.insight.savings import Saving

NOTHING = Paragraph("Nog niet ingevuld.", "muted")
NOBODY = Profile()
NO_LEGAL_ADVICE = (
    "Geen juridisch advies. De uitleg bij artikelen is in eigen woorden geschreven en gelezen op de datum die "
    "erbij staat. Kijk voor een besluit de tekst van de wet na."
)


def plan_of(dossier: Dossier, catalogue: Catalogue, saving: Saving, today: date, profile: Profile = NOBODY) -> Document:
    """`saving` over 12 months of the same dossier; `today` is the date on the document; `profile`: whose plan it is."""
    household = dossier.household
    return Document(
        title=f"Plan huishouden {household.number}",
        subtitle=household.name,
        on=today,
        marks=marks_of(household),
        sections=(
            *_about_the_example(dossier),
            Section("Wat het huishouden wil", _goals(dossier)),
            Section("Wie", _people(dossier, catalogue)),
            Section("Wat er vastzit", _problems(dossier, catalogue)),
            Section("Instanties", _agencies(dossier, catalogue)),
            Section("De doorbraak", _interventions(dossier, catalogue)),
            Section("Wat er dreigt", _events(dossier, catalogue)),
            Section("De rekensom", plan_sum.sum_blocks(saving, catalogue)),
            Section("Eerste stappen", _first_steps(dossier, catalogue)),
            *_contact(profile),
            Section("Kostenposten en bronnen", plan_sum.source_blocks(dossier, catalogue, saving)),
            Section("Bij dit plan", (Paragraph(f"{NO_LEGAL_ADVICE} Plan van {wording.day(today)}."),)),
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
    if not dossier.problems:
        return (NOTHING,)
    order = {id_: at for at, id_ in enumerate(catalogue.life_domains)}
    people = {person.id: person.name or names.person_name(person, catalogue) for person in dossier.people}
    rows: list[tuple[str, ...]] = []
    previous: str | None = None
    for problem in sorted(
        dossier.problems, key=lambda problem: (order.get(problem.life_domain, len(order)), problem.id)
    ):
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
    return (Table(columns, tuple(rows)),)


def _agencies(dossier: Dossier, catalogue: Catalogue) -> tuple[Block, ...]:
    if not dossier.agencies:
        return (NOTHING,)
    ordered = sorted(dossier.agencies, key=lambda agency: (-agency.contacts_e2, names.agency_name(agency, catalogue)))
    rows = tuple(
        (
            names.agency_name(agency, catalogue),
            names.law_name(agency.law, catalogue) if agency.law else "–",
            names.payer_name(agency.payer, catalogue),
            names.contacts(agency.contacts_e2),
        )
        for agency in ordered
    )
    all_contacts = names.contacts(sum(agency.contacts_e2 for agency in ordered))
    columns = (
        Column("Instantie", 42),
        Column("Wet", 20),
        Column("Betaler", 22),
        Column("Contacten per maand", 16, number=True),
    )
    return (
        KeyFigures(
            (
                KeyFigure(str(len(ordered)), "instantie" if len(ordered) == 1 else "instanties"),
                KeyFigure(all_contacts, "contacten per maand"),
            )
        ),
        Table(columns, rows, ("Alle instanties samen", "", "", all_contacts)),
    )


def _interventions(dossier: Dossier, catalogue: Catalogue) -> tuple[Block, ...]:
    if not dossier.interventions:
        return (NOTHING,)
    blocks: list[Block] = []
    for step in dossier.interventions:
        name = names.intervention_name(step, catalogue)
        decided = f", besluit van {wording.day(step.decided_on)}" if step.decided_on else ""
        blocks.append(Subheading(name))
        if step.words and step.words != name:
            blocks.append(Paragraph(step.words))
        blocks.append(Paragraph(f"Stand: {choice_names.STATUSES[step.status].lower()}{decided}.", "muted"))
        blocks += _grounds(dossier, catalogue, step)
    return tuple(blocks)


def _grounds(dossier: Dossier, catalogue: Catalogue, step: Intervention) -> tuple[Block, ...]:
    rows = []
    for ground in dossier.grounds:
        if ground.intervention != step.id:
            continue
        article = catalogue.articles.get(ground.article)
        read = wording.text_version(article.text_version if article else ground.text_version)
        check = " – nakijken" if article is None or article.needs_check else ""
        rows.append(
            (
                names.ground_name(ground, catalogue),
                choice_names.GROUND_ROLES[ground.role],
                ground.reason or (article.what if article else ground.text),
                f"{read}{check}",
            )
        )
    if not rows:
        return (Paragraph("Nog geen rechtsgrond gekozen.", "muted"),)
    columns = (Column("Artikel", 32), Column("Rol", 16), Column("Waarom hier", 36), Column("Tekst van", 16))
    return (Table(columns, tuple(rows)),)


def _events(dossier: Dossier, catalogue: Catalogue) -> tuple[Block, ...]:
    if not dossier.events:
        return (Paragraph("Er is niets ingevuld dat dreigt. Dan rekenen we met hoe het nu gaat."),)
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
            _when(event),
            event.reason,
            wording.percent(event.chance_threatening),
            wording.percent(event.chance_plan),
        )
        for event in sorted(dossier.events, key=lambda event: (event.expected_on, event.id))
    )
    return (Table(columns, rows),)


def _when(event: ThreateningEvent) -> str:
    """The day on which it threatens, or what came of it."""
    if event.outcome_on is None:
        return wording.day(event.expected_on)
    return f"{choice_names.EVENT_OUTCOMES[event.outcome]} op {wording.day(event.outcome_on)}"


def _first_steps(dossier: Dossier, catalogue: Catalogue) -> tuple[Block, ...]:
    steps = [f"Eerst, zegt het huishouden: “{goal.words}”" for goal in dossier.goals if goal.first]
    steps += [said for step in dossier.interventions if (said := _step(step, dossier, catalogue))]
    steps += [
        f"Voor {wording.day(event.expected_on)}: voorkom {names.event_name(event, catalogue).lower()}."
        for event in sorted(dossier.events, key=lambda event: (event.expected_on, event.id))
        if not event.outcome
    ]
    if without := sum(not problem.owner for problem in dossier.problems):
        steps.append(f"Kies een eigenaar voor {wording.count(without, 'probleem', 'problemen')}.")
    return (Bullets(tuple(steps)),) if steps else (NOTHING,)


def _step(step: Intervention, dossier: Dossier, catalogue: Catalogue) -> str:
    """What has to happen next for a doorbraak, from where it stands now; empty when nothing has."""
    name = names.intervention_name(step, catalogue)
    match step.status:
        case "proposed":
            return f"Vraag een besluit over: {name}."
        case "requested":
            return f"Vraag wanneer het besluit komt over: {name}."
        case "granted" | "partly":
            return f"Voer uit: {name}."
        case "refused":
            last = objection.last_day(step, dossier.statuses)
            until = f" Bezwaar kan meestal tot en met {wording.day(last)}." if last else ""
            return f"Bekijk of bezwaar helpt tegen de afwijzing van: {name}.{until}"
        case "done":
            return f"Kijk samen terug of het werkte: {name}."
        case _:
            return ""
