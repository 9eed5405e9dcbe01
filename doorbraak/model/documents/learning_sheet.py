"""The sheet for a learning circle of colleagues: what was stuck, what was done, what blocked, and did it work.

Pseudonymised: it holds no name, no date, no year of birth and no exact amount. One household stays personal data, so
that it says of itself, and giving it away is an act of sharing.
"""

from datetime import date

from doorbraak.model import money
from doorbraak.model.documents import wording
from doorbraak.model.documents.document import (
    CONFIDENTIAL,
    EXAMPLE,
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
)
from doorbraak.model.documents.learning_names import (
    LEFT_OUT,
    Pseudonyms,
    age_band,
    agency_called,
    pseudonyms_of,
)
from doorbraak.model.documents.one_doorbraak import ANSWERS, OneDoorbraak, article_of, doorbraak_of
from doorbraak.model.documents.sources import Sources
from doorbraak.model.dossier.considerations import Part
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.insight import choice_names
from doorbraak.model.insight.knots import knots_of

PSEUDONYMISED = "Gepseudonimiseerd - persoonsgegevens"
OWN = "Iets in eigen woorden"
OWN_ARTICLE = "Een regel die niet in de lijst staat"
MOST_KNOTS = 3
PET = "huisdier"
_NOTHING = Paragraph("Nog niet ingevuld.", "muted")
_QUESTIONS = (
    "Wat herkennen jullie uit eigen huishoudens?",
    "Wat had eerder gekund?",
    "Welk artikel hadden jullie gekozen?",
    "Wat doen we een volgende keer anders?",
)


def learning_sheet_of(sources: Sources, intervention_id: int) -> Document:
    """Raises LookupError for a doorbraak of another household."""
    doorbraak = doorbraak_of(sources, intervention_id)
    said = pseudonyms_of(sources.dossier, sources.catalogue)
    return Document(
        title="Leerkringblad",
        subtitle=_kind(doorbraak),
        on=sources.today,
        marks=_marks(sources),
        sections=(
            Section("Het huishouden", _household(doorbraak, said)),
            Section("Wat vastzat", _stuck(doorbraak, said)),
            Section("Wat er gedaan is", _done(doorbraak, said)),
            Section("Op welke gronden", _grounds(doorbraak)),
            Section("Wat blokkeerde", _blocked(doorbraak)),
            Section("Werkte het?", _worked(doorbraak)),
            Section("Wat het kost en bespaart", _sum(doorbraak)),
            Section("Vragen voor de leerkring", (Bullets(_questions(doorbraak)),)),
            Section("Bij dit blad", _closing()),
        ),
    )


def _marks(sources: Sources) -> tuple[str, ...]:
    """Two of them: more do not fit beside the title."""
    return (EXAMPLE, PSEUDONYMISED) if sources.dossier.household.example else (PSEUDONYMISED, CONFIDENTIAL)


def _kind(doorbraak: OneDoorbraak) -> str:
    known = doorbraak.catalogue.interventions.get(doorbraak.one.kind)
    return known.name if known else "Een doorbraak in eigen woorden"


def _household(doorbraak: OneDoorbraak, said: Pseudonyms) -> tuple[Block, ...]:
    dossier, year = doorbraak.dossier, doorbraak.sources.today.year
    figures = KeyFigures(
        (
            _counted(sum(one.role != PET for one in dossier.people), "mens", "mensen"),
            _counted(sum(one.solved_on is None for one in dossier.problems), "probleem nu", "problemen nu"),
            _counted(sum(one.ended_on is None for one in dossier.agencies), "instantie nu", "instanties nu"),
        )
    )
    if not dossier.people:
        return (figures,)
    rows = tuple(
        (said.people[one.id], "–" if one.died else age_band(one.birth_year, year), choice_names.LIVING[one.lives_here])
        for one in dossier.people
    )
    return (figures, Table((Column("Wie", 50), Column("Leeftijd", 25), Column("Woont hier", 25)), rows))


def _counted(number: int, one: str, more: str) -> KeyFigure:
    return KeyFigure(str(number), one if number == 1 else more)


def _stuck(doorbraak: OneDoorbraak, said: Pseudonyms) -> tuple[Block, ...]:
    catalogue = doorbraak.catalogue
    shown = doorbraak.problems or doorbraak.dossier.problems
    if not shown:
        return (_NOTHING,)

    def domain(problem: Problem) -> str:
        known = catalogue.life_domains.get(problem.life_domain)
        return known.name if known else "–"

    rows = tuple(
        (
            domain(one),
            _problem(one, doorbraak),
            ", ".join(said.people[id_] for id_ in one.people if id_ in said.people),
            choice_names.OWNERS[one.owner],
        )
        for one in shown
    )
    columns = (Column("Leefgebied", 22), Column("Wat zat vast", 36), Column("Bij wie", 24), Column("Eigenaar", 18))
    return (Table(columns, rows), *_knots(doorbraak))


def _problem(problem: Problem, doorbraak: OneDoorbraak) -> str:
    """As the list calls it: own words may hold anything."""
    known = doorbraak.catalogue.problems.get(problem.kind)
    return known.name if known else OWN


def _knots(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    wanted = {one.id for one in doorbraak.problems}
    name = {one.id: _problem(one, doorbraak) for one in doorbraak.dossier.problems}
    rows = tuple(
        (" → ".join(name[id_] for id_ in (*one, one[0])),)
        for one in knots_of(doorbraak.dossier.problems).circuits
        if not wanted or not wanted.isdisjoint(one)
    )
    return (Subheading("Knopen"), Table((Column("Wat wachtte op wat", 100),), rows[:MOST_KNOTS])) if rows else ()


def _done(doorbraak: OneDoorbraak, said: Pseudonyms) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph(_kind(doorbraak), "strong")]
    blocks += _words(doorbraak, "wanted-effect", "Gewenst effect", said)
    if doorbraak.agencies:
        rows = tuple(
            (agency_called(one, doorbraak.catalogue), choice_names.FUTURES[one.future]) for one in doorbraak.agencies
        )
        blocks += [Subheading("Instanties"), Table((Column("Instantie", 60), Column("Met het plan", 40)), rows)]
    if doorbraak.steps:
        done = sum(one.done_on is not None for one in doorbraak.steps)
        own = sum(one.owner == "household" for one in doorbraak.steps)
        steps = wording.count(len(doorbraak.steps), "stap", "stappen")
        were = "was" if len(doorbraak.steps) == 1 else "waren"
        blocks.append(Paragraph(f"Het {were} {steps}. Gedaan: {done}. Door het huishouden zelf: {own}."))
    if doorbraak.statuses:
        course = tuple((_after(one.on_day, doorbraak), choice_names.STATUSES[one.status]) for one in doorbraak.statuses)
        blocks += [Subheading("Verloop"), Table((Column("Wanneer", 40), Column("Stand", 60)), course)]
    blocks += _words(doorbraak, "weighing", "Afweging", said)
    return tuple(blocks)


def _words(doorbraak: OneDoorbraak, part: Part, title: str, said: Pseudonyms) -> tuple[Block, ...]:
    words = doorbraak.part(part)
    if not words:
        return ()
    shown = said.shown(words)
    return (Subheading(title), Paragraph(shown, "muted") if shown == LEFT_OUT else Quote(_quotes_inside(shown)))


def _quotes_inside(words: str) -> str:
    """What is quoted in a quotation has single marks."""
    return words.replace("“", "‘").replace("”", "’")


def _after(on: date, doorbraak: OneDoorbraak) -> str:
    """In months since the start, so that no day can be found back."""
    start = doorbraak.dossier.household.opened
    months = (on.year - start.year) * 12 + on.month - start.month - (on.day < start.day)
    if months < 0:
        return "Voor het begin"
    return f"Na {wording.count(months, 'maand', 'maanden')}" if months else "In de eerste maand"


def _grounds(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    if not doorbraak.grounds:
        return (_NOTHING,)
    rows = []
    for ground in doorbraak.grounds:
        article = doorbraak.catalogue.articles.get(ground.article)
        name = f"{article_of(ground, doorbraak.catalogue)}: {article.title}" if article else OWN_ARTICLE
        rows.append((name, choice_names.GROUND_ROLES[ground.role], article.what if article else ""))
    columns = (Column("Artikel", 34), Column("Rol", 20), Column("Wat het zegt", 46))
    return (Table(columns, tuple(rows)),)


def _blocked(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    """Only on which rung: what stood there was told in own words."""
    if not doorbraak.barriers:
        return (_NOTHING,)
    rows = tuple(
        (
            choice_names.RUNGS[one.rung],
            "Ja" if one.tried else "Niet ingevuld",
            _after(one.gone_on, doorbraak) if one.gone_on else "Nog niet",
        )
        for one in doorbraak.barriers
    )
    return (Table((Column("Trede", 40), Column("Iets geprobeerd", 30), Column("Weg", 30)), rows),)


def _worked(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    decided = doorbraak.decided
    answer = f"Besluit: {ANSWERS[decided.answer].lower()}." if decided else "Er is nog geen besluit."
    if not doorbraak.outcomes:
        return (Paragraph(f"{answer} Of het werkte, is nog niet ingevuld."),)
    rows = tuple((_after(one.on_day, doorbraak), choice_names.WORKED[one.worked]) for one in doorbraak.outcomes)
    return (Paragraph(answer), Table((Column("Wanneer", 40), Column("Werkte het?", 60)), rows))


def _sum(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    saving, cost = doorbraak.sources.saving, doorbraak.own_cost
    if not saving.lines:
        return (_NOTHING,)
    figures = [
        KeyFigure(_rounded(saving.public.threatening), "zonder plan"),
        KeyFigure(_rounded(saving.public.plan), "met het plan"),
        KeyFigure(_rounded(saving.public.saving), "bespaard"),
    ]
    if cost:
        figures.append(KeyFigure(_rounded(cost.plan), "kost dit zelf"))
    rounded = f"Publiek geld in {saving.months} maanden, afgerond op honderden euro’s."
    return (KeyFigures(tuple(figures)), Paragraph(rounded, "muted"))


def _rounded(cents: int) -> str:
    return money.whole(money.quotient(cents, 100_00) * 100_00)


def _questions(doorbraak: OneDoorbraak) -> tuple[str, ...]:
    rungs = {one.rung for one in doorbraak.barriers}
    asked = list(_QUESTIONS)
    if rungs & {"habit", "work-process", "ict"}:
        asked.insert(2, "Hoe breek je door een gewoonte of werkproces heen?")
    if rungs & {"law", "ordinance", "policy-rule"}:
        asked.insert(2, "Welke regel moet anders, en wie kan dat doen?")
    if any(one.worked in ("partly", "no") for one in doorbraak.outcomes):
        asked.append("Waarom werkte het niet helemaal?")
    return tuple(asked)


def _closing() -> tuple[Block, ...]:
    return (
        Paragraph("Namen zijn rollen geworden. Data, geboortejaren en precieze bedragen zijn weggelaten."),
        Paragraph("Dit blad is vertrouwelijk. Het is geen juridisch advies."),
        Paragraph(
            "Wie het gezin kent, kan het herkennen. Deel dit blad alleen in de leerkring en vernietig het daarna."
        ),
    )
