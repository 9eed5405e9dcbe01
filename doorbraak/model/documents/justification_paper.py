"""The complete justification of one doorbraak: why it may, why it helps, who decides, and what it rests on.

It has to hold before a judge, an accountant and a council. What is missing stands in it, at its top too.
"""

from doorbraak.model import money
from doorbraak.model.documents import justification_costs, plan_past, plan_sum, sum_words, wording
from doorbraak.model.documents.chart import result
from doorbraak.model.documents.document import (
    Block,
    Bullets,
    Column,
    Document,
    Paragraph,
    Quote,
    Section,
    Subheading,
    Table,
    marks_of,
)
from doorbraak.model.documents.justification_grounds import ground_sections, rests_on, tension_sources
from doorbraak.model.documents.justification_weighing import decision_section, verdicts, weighing_sections
from doorbraak.model.documents.one_doorbraak import (
    NOT_FILLED_IN,
    SEVERAL,
    OneDoorbraak,
    doorbraak_of,
    not_filled_in,
)
from doorbraak.model.documents.sources import Sources
from doorbraak.model.documents.whole_sentences import MORE, both_ends
from doorbraak.model.documents.year_one import begins_earlier
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import OFF
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.enumeration import listed
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.figures import present_agencies
from doorbraak.model.insight.knots import knots_of
from doorbraak.model.insight.missing_parts import Missing, missing
from doorbraak.model.shortening import on_one_line

NO_LEGAL_ADVICE = (
    "Geen juridisch advies. De uitleg bij artikelen is in eigen woorden geschreven en gelezen op de datum die "
    "erbij staat. Kijk voor een besluit de tekst van de wet na."
)
MOST_KNOTS = 3
_SHORT = 450


def justification_paper_of(sources: Sources, intervention_id: int) -> Document:
    """Raises LookupError for a doorbraak of another household."""
    doorbraak = doorbraak_of(sources, intervention_id)
    household = sources.dossier.household
    told = (
        Section("Gewenst effect", _wanted(doorbraak)),
        Section("Wat er vastzit", _stuck(doorbraak)),
        Section("De doorbraak", _steps(doorbraak)),
        *ground_sections(doorbraak),
        *weighing_sections(doorbraak),
        Section("De rekensom", _sum(doorbraak)),
        decision_section(doorbraak),
    )
    lacks = missing(sources.dossier, intervention_id, sources.catalogue, sources.mandates)
    return Document(
        title=f"Onderbouwing huishouden {household.number}",
        subtitle=household.name,
        on=sources.today,
        marks=marks_of(household),
        sections=(
            Section("In het kort", (*_incomplete(lacks), *_in_short(doorbraak))),
            *told,
            Section("Wat er nog ontbreekt", _listed(lacks, doorbraak)),
            *_about_the_example(sources),
            Section("Bronnen", _sources(doorbraak)),
            *_contact(sources),
            Section("Bij deze onderbouwing", _closing(sources)),
        ),
    )


def _incomplete(lacks: tuple[Missing, ...]) -> tuple[Block, ...]:
    if not lacks:
        return ()
    parts = wording.count(len(lacks), "onderdeel ontbreekt", "onderdelen ontbreken")
    return (Paragraph(f"Deze onderbouwing is nog niet compleet: {parts}. Welke, staat achteraan.", "strong"),)


def _listed(lacks: tuple[Missing, ...], doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    """Also what the sums of the whole plan lack: those stand in this paper too."""
    without = justification_costs.without_price(doorbraak)
    prices = (Paragraph(without),) if without else ()
    if not lacks:
        in_sum = (*prices, *_unexplained(doorbraak))
        there = Paragraph("Alle onderdelen van deze onderbouwing zijn ingevuld.")
        return (there, Paragraph("In de rekensom ontbreekt nog:"), *in_sum) if in_sum else (there,)
    rows = tuple((one.what, one.why) for one in lacks)
    return (Table((Column("Wat", 50), Column("Waarom dat telt", 50)), rows), *prices, *_unexplained(doorbraak))


def _unexplained(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    number = len(sum_words.remarks(doorbraak.sources.saving)) if doorbraak.sources.saving.lines else 0
    figures = wording.count(number, "getal dat opvalt", "getallen die opvallen")
    return (Paragraph(f"Bij {figures} staat nog geen uitleg."),) if number else ()


def _in_short(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    dossier, saving = doorbraak.dossier, doorbraak.sources.saving
    rows = (
        ("Wat is de vraag?", ". ".join(part for part in (doorbraak.name.rstrip(". "), doorbraak.words) if part)),
        ("Voor wie?", f"Huishouden {dossier.household.number}: {_people(dossier)}"),
        *((("Wie vraagt het?", dossier.household.lead),) if dossier.household.lead else ()),
        ("Waar rust het op?", rests_on(doorbraak) or NOT_FILLED_IN),
        ("Wie beslist?", doorbraak.one.decider or NOT_FILLED_IN),
        ("Hoe staat het ervoor?", doorbraak.said_status),
        *((("Wanneer is het nodig?", when),) if (when := _when(doorbraak)) else ()),
        ("Wat kost het zelf?", _costs(doorbraak) or NOT_FILLED_IN),
        ("Wat bespaart het plan?", _saving(doorbraak) if saving.lines else NOT_FILLED_IN),
        (_how_judged(doorbraak), verdicts(doorbraak) or NOT_FILLED_IN),
        ("Wat is de afweging?", _weighing(doorbraak) or NOT_FILLED_IN),
    )
    return (Table((Column("Vraag", 26), Column("Antwoord", 74)), rows),)


def _people(dossier: Dossier) -> str:
    """ "7 mensen in huis, van wie 1 een deel van de tijd"."""
    living = [one for one in dossier.people if one.lives_here != "no" and not one.died]
    partly = sum(one.lives_here == "partly" for one in living)
    said = f"{wording.count(len(living), 'mens', 'mensen')} in huis"
    return f"{said}, van wie {partly} een deel van de tijd" if partly else said


def _weighing(doorbraak: OneDoorbraak) -> str:
    """What somebody thinks and what comes with it; the rest stands in this paper itself."""
    return both_ends(doorbraak.part("weighing"), _SHORT).replace(MORE, "(meer bij Afweging)")


def _how_judged(doorbraak: OneDoorbraak) -> str:
    """From one side more than one person may judge."""
    given = len(doorbraak.sides)
    return f"Hoe oordeelden de vier kanten? ({wording.count(given, 'oordeel', 'oordelen')})"


def _costs(doorbraak: OneDoorbraak) -> str:
    """With what the whole plan costs beside it: that is what the saving is of."""
    cost = own_cost(doorbraak)
    if not cost or len(doorbraak.dossier.interventions) < 2:
        return cost
    return f"{cost}. {justification_costs.cost_of_plan(doorbraak)}"


def _saving(doorbraak: OneDoorbraak) -> str:
    """Never without its band."""
    saving, several = doorbraak.sources.saving, len(doorbraak.dossier.interventions) > 1
    return " ".join(
        part for part in (f"{result(saving)}.", sum_words.likely(saving), SEVERAL if several else "") if part
    )


def _when(doorbraak: OneDoorbraak) -> str:
    """The first open step with a day, and what threatens."""
    today = doorbraak.sources.today
    open_ = sorted((one.due, one.id, one.words) for one in doorbraak.steps if one.due and not one.done_on)
    step = [f"{on_one_line(words).rstrip('. ')}: {wording.day(due)}." for due, _, words in open_[:1]]
    threats = [
        f"Dreigt: {names.event_name(one, doorbraak.catalogue)}, kans {one.chance_threatening}%, "
        + (f"rond {wording.day(one.expected_on)}." if one.expected_on >= today else "de dag is voorbij.")
        for one in sorted(doorbraak.dossier.events, key=lambda one: (one.expected_on, one.id))
        if not one.outcome
    ]
    return " ".join((*step, *threats))


def own_cost(doorbraak: OneDoorbraak) -> str:
    """ "€ 6.000 in 12 maanden"; empty when nobody wrote it down."""
    cost = doorbraak.own_cost
    return f"{money.whole(cost.plan)} in {doorbraak.sources.saving.months} maanden" if cost else ""


def _about_the_example(sources: Sources) -> tuple[Section, ...]:
    household = sources.dossier.household
    if not household.example:
        return ()
    note = (Paragraph(household.note),) if household.note else ()
    said = Paragraph("Dit is een voorbeeld met gepubliceerde of verzonnen gegevens.")
    return (Section("Over dit voorbeeld", (said, *note)),)


def _wanted(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    """In the household's words: what it said itself, and what that means for this doorbraak."""
    goals = tuple(Quote(goal.words) for goal in doorbraak.goals)
    words = doorbraak.part("wanted-effect")
    said: tuple[Block, ...] = (Paragraph("Het huishouden zegt zelf:"), *goals) if goals else ()
    return (*said, Paragraph(words) if words else not_filled_in("wat deze doorbraak moet bereiken"))


def _stuck(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    if not doorbraak.problems:
        return (not_filled_in("voor welke problemen deze doorbraak is"), *_knots(doorbraak))
    catalogue = doorbraak.catalogue
    all_ = {one.id: one for one in doorbraak.dossier.problems if one.solved_on is None}
    people = {one.id: names.person_called(one, catalogue) for one in doorbraak.dossier.people}

    def waits(problem: Problem) -> str:
        return "; ".join(names.problem_name(all_[id_], catalogue) for id_ in problem.waits_for if id_ in all_)

    rows = tuple(
        (
            names.problem_name(one, catalogue),
            ", ".join(people[id_] for id_ in one.people if id_ in people),
            choice_names.OWNERS[one.owner],
            waits(one) or "–",
        )
        for one in doorbraak.problems
        if one.solved_on is None
    )
    columns = (Column("Wat zit vast", 34), Column("Bij wie", 20), Column("Eigenaar", 16), Column("Wacht op", 30))
    solved = plan_past.solved_blocks(doorbraak.problems, catalogue)
    now: Block = Table(columns, rows) if rows else Paragraph("Wat deze doorbraak moest losmaken, is opgelost.")
    return (now, *solved, *_knots(doorbraak))


def _knots(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    """Circles of waits that this doorbraak is about; without problems of its own: all of them."""
    catalogue, wanted = doorbraak.catalogue, {one.id for one in doorbraak.problems}
    found = [
        circuit
        for circuit in knots_of(doorbraak.dossier.problems).circuits
        if not wanted or not wanted.isdisjoint(circuit)
    ]
    if not found:
        return ()
    name = {one.id: names.problem_name(one, catalogue) for one in doorbraak.dossier.problems}
    rows = tuple((str(at), " → ".join(name[id_] for id_ in (*one, one[0]))) for at, one in enumerate(found, start=1))
    more = len(found) - MOST_KNOTS
    return (
        Subheading("Knopen"),
        Paragraph(_waiting(doorbraak)),
        Table((Column("Nr.", 6, number=True), Column("Wat wacht op wat", 94)), rows[:MOST_KNOTS]),
        *((Paragraph(f"Er zijn nog {wording.count(more, 'knoop', 'knopen')} om dezelfde problemen."),) * (more > 0)),
    )


def _waiting(doorbraak: OneDoorbraak) -> str:
    """Only open problems are in a knot; that of a doorbraak that was carried out has begun to move."""
    if doorbraak.one.status in ("done", "evaluated"):
        return "De doorbraak is uitgevoerd. Deze problemen zijn nog niet opgelost en wachten nog op elkaar."
    return "Deze problemen wachten op elkaar. Zolang dat zo is, kan niemand beginnen."


def _steps(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph(doorbraak.name, "strong")]
    if doorbraak.words:
        blocks.append(Paragraph(doorbraak.words))
    if doorbraak.steps:
        steps = tuple(
            (
                one.words,
                one.lead or choice_names.OWNERS[one.owner],
                wording.day(one.due) if one.due else "–",
                wording.day(one.done_on) if one.done_on else "Nog niet",
            )
            for one in doorbraak.steps
        )
        columns = (Column("Stap", 44), Column("Wie", 20), Column("Voor", 18), Column("Gedaan", 18))
        blocks += [Subheading("Stappen"), Table(columns, steps)]
    else:
        blocks.append(Paragraph("Er zijn geen stappen opgeschreven."))
    return (*blocks, *_agencies(doorbraak))


def _agencies(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    """What changes now, what stays though it belongs to this doorbraak, and what stopped since."""
    catalogue, today = doorbraak.catalogue, doorbraak.sources.today
    present = present_agencies(doorbraak.agencies, today)
    rows = tuple(
        (names.agency_name(one, catalogue), _becomes(one, doorbraak), names.contacts(one.contacts_e2))
        for one in present
        if one.future != "keep"
    )
    stays = tuple(names.agency_name(one, catalogue) for one in present if one.future == "keep")
    ended = plan_past.ended_blocks(doorbraak.agencies, today, catalogue)
    blocks: list[Block] = []
    if rows:
        heads = (Column("Instantie", 46), Column("Met het plan", 32), Column("Contacten per maand", 22, number=True))
        blocks += [Subheading("Instanties die hierdoor anders gaan werken"), Table(heads, rows)]
    elif stays or ended:
        blocks.append(Subheading("Instanties"))
    blocks += [Paragraph("Deze instanties blijven:"), Bullets(stays)] if stays else []
    return (*blocks, *ended)


def _becomes(agency: Agency, doorbraak: OneDoorbraak) -> str:
    """ "Samenvoegen met Wijkteam": who takes over has to be known."""
    said = choice_names.FUTURES[agency.future]
    other = next((one for one in doorbraak.dossier.agencies if one.id == agency.merges_into), None)
    return f"{said} met {names.agency_name(other, doorbraak.catalogue)}" if other else said


def _sum(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    cost, several = own_cost(doorbraak), len(doorbraak.dossier.interventions) > 1
    said = Paragraph(f"Deze doorbraak zelf kost {cost}.") if cost else not_filled_in("wat deze doorbraak zelf kost")
    all_ = "De besparing hieronder is van alle doorbraken samen, niet van deze alleen."
    together = (Paragraph(f"{justification_costs.cost_of_plan(doorbraak)} {all_} {_others(doorbraak)}".strip()),)
    begins = begins_earlier(doorbraak)
    return (
        said,
        *(together if several and doorbraak.sources.saving.lines else ()),
        *((Paragraph(begins),) if begins else ()),
        *plan_sum.sum_blocks(doorbraak.sources.saving, doorbraak.catalogue, doorbraak.dossier),
    )


def _others(doorbraak: OneDoorbraak) -> str:
    """ "Ook in het plan: Alle hulp bij één vaste hulpverlener (toegekend)."; what is off is in no sum."""
    others = [one for one in doorbraak.dossier.interventions if one.id != doorbraak.one.id and one.status not in OFF]
    said = listed(
        [
            f"{on_one_line(names.intervention_name(one, doorbraak.catalogue)).rstrip('. ')} "
            f"({choice_names.STATUSES[one.status].lower()})"
            for one in others
        ]
    )
    return f"Ook in het plan: {said}." if said else ""


def _sources(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    tensions = tension_sources(doorbraak)
    return (
        Paragraph("Bij elk artikel staan het adres en de datum van de tekst die is gelezen."),
        *((Paragraph("Bronnen bij wat botst:"), Bullets(tensions)) if tensions else ()),
        Subheading("Kostenposten"),
        *justification_costs.cost_blocks(doorbraak.dossier, doorbraak.catalogue, doorbraak.sources.saving),
        *((Paragraph(sum_words.CHECKS, "muted"),) if doorbraak.sources.saving.lines else ()),
    )


def _contact(sources: Sources) -> tuple[Section, ...]:
    said = wording.contact(sources.profile)
    return (Section("Vragen over deze onderbouwing", (Paragraph(on_one_line(said)),)),) if said else ()


def _closing(sources: Sources) -> tuple[Block, ...]:
    return (Paragraph(f"{NO_LEGAL_ADVICE} Onderbouwing van {wording.day(sources.today)}."),)
