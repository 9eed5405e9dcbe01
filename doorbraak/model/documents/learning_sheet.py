"""The sheet for a learning circle of colleagues: what was stuck, what was done, what blocked, and did it work.

Pseudonymised: it holds no name, no date, no year of birth and no exact amount. One household stays personal data, so
that it says of itself, and giving it away is an act of sharing.
"""

import re
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
from doorbraak.model.dossier.barriers import Barrier
from doorbraak.model.dossier.considerations import Part
from doorbraak.model.dossier.interventions import OFF, Status
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.knots import knots_of
from doorbraak.model.insight.named_articles import named_articles

PSEUDONYMISED = "Gepseudonimiseerd - persoonsgegevens"
OWN = "Iets in eigen woorden"
OWN_ARTICLE = "Een regel die niet in de lijst staat"
MOST_KNOTS = 3
PET = "huisdier"
_WHAT: dict[Status, str] = {
    "proposed": "Wat het plan is",
    "requested": "Wat er gevraagd is",
    "granted": "Wat er mag",
    "partly": "Wat er voor een deel mag",
    "refused": "Wat er gevraagd was",
    "done": "Wat er gedaan is",
    "evaluated": "Wat er gedaan is",
    "withdrawn": "Wat het plan was",
}
"""Nothing is done before somebody decided, unless the help came first."""
_WORD = re.compile(r"\w+")
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
    said = pseudonyms_of(sources.dossier, sources.catalogue, sources.profile)
    return Document(
        title="Leerkringblad",
        subtitle=_kind(doorbraak),
        on=sources.today,
        marks=_marks(sources),
        sections=(
            Section("Het huishouden", _household(doorbraak, said)),
            Section("Wat vastzat", _stuck(doorbraak, said)),
            Section(_WHAT[doorbraak.one.status], _what(doorbraak, said)),
            Section("Op welke gronden", _grounds(doorbraak)),
            Section("Wat blokkeerde", _blocked(doorbraak, said)),
            Section("Werkte het?", _worked(doorbraak, said)),
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


def _what(doorbraak: OneDoorbraak, said: Pseudonyms) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph(_kind(doorbraak), "strong")]
    if doorbraak.one.kind not in doorbraak.catalogue.interventions and doorbraak.one.words:
        blocks.append(_told(doorbraak.one.words, said))
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
    return (Subheading(title), _told(words, said)) if words else ()


def _told(words: str, said: Pseudonyms) -> Paragraph | Quote:
    shown = said.shown(words)
    return Paragraph(shown, "muted") if shown == LEFT_OUT else Quote(_quotes_inside(shown))


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


def _blocked(doorbraak: OneDoorbraak, said: Pseudonyms) -> tuple[Block, ...]:
    """What was typed, with roles for names; and the article that the lists know it by."""
    if not doorbraak.barriers:
        return (_NOTHING,)
    rows = tuple(
        (
            choice_names.RUNGS[one.rung],
            " ".join((said.shown(one.words), *(f"({rule})" for rule in _rules(one, doorbraak)))),
            said.shown(one.tried) if one.tried else "Niet ingevuld",
            _after(one.gone_on, doorbraak) if one.gone_on else "Nog niet",
        )
        for one in doorbraak.barriers
    )
    columns = (Column("Trede", 16), Column("Wat", 34), Column("Wat is geprobeerd", 34), Column("Weg", 16))
    ladder = "Een trede zegt hoe vast iets zit. Een wet is het hardst, een gewoonte het zachtst."
    return (Table(columns, rows), Paragraph(ladder, "muted"))


def _rules(barrier: Barrier, doorbraak: OneDoorbraak) -> tuple[str, ...]:
    """Articles that the barrier names itself; of the only law in the way those that block, unless it names another."""
    catalogue = doorbraak.catalogue
    found = named_articles(barrier.words, catalogue)
    if not found and [one.rung for one in doorbraak.barriers if one.rung == "law"] == [barrier.rung]:
        words = frozenset(_WORD.findall(barrier.words))
        laws = {id_ for id_, law in catalogue.laws.items() if not words.isdisjoint((law.title, law.abbreviation))}
        blocking = {ground.article for ground in doorbraak.grounds_that("blocks")}
        found = tuple(
            id_ for id_, one in catalogue.articles.items() if id_ in blocking and one.law in (laws or {one.law})
        )
    return tuple(names.article_name(id_, catalogue) for id_ in found)


def _worked(doorbraak: OneDoorbraak, said: Pseudonyms) -> tuple[Block, ...]:
    decided = doorbraak.decided
    answer = f"Besluit: {ANSWERS[decided.answer].lower()}." if decided else "Er is nog geen besluit."
    if not doorbraak.outcomes:
        return (Paragraph(f"{answer} Of het werkte, is nog niet ingevuld."),)
    rows = tuple(
        (_after(one.on_day, doorbraak), choice_names.WORKED[one.worked], said.shown(one.why) if one.why else "–")
        for one in doorbraak.outcomes
    )
    return (Paragraph(answer), Table((Column("Wanneer", 24), Column("Werkte het?", 18), Column("Waarom", 58)), rows))


def _sum(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    """The saving is of the plan: which doorbraak brought which part of it, nobody can tell."""
    saving, cost, status = doorbraak.sources.saving, doorbraak.own_cost, doorbraak.one.status
    if status in OFF:
        return (Paragraph(f"Deze doorbraak is {choice_names.STATUSES[status].lower()}. Zij telt niet mee in de som."),)
    if not saving.lines:
        return (_NOTHING,)
    several = doorbraak.unpriced.counted > 1
    of_all = ", alle doorbraken samen" if several else ""
    figures = [
        KeyFigure(_rounded(saving.public.threatening), "zonder plan"),
        KeyFigure(_rounded(saving.public.plan), "met het plan"),
        KeyFigure(_rounded(saving.public.saving), f"verwacht bespaard{of_all}"),
    ]
    if cost:
        figures.append(KeyFigure(_rounded(cost.plan), "kost deze doorbraak zelf"))
    missing = [] if cost else ["Wat deze doorbraak zelf kost, is nog niet ingevuld."]
    if several and doorbraak.unpriced.said:
        missing.append(doorbraak.unpriced.said)
    rounded = f"Publiek geld in {saving.months} maanden, afgerond op honderden euro’s."
    said = [Paragraph(" ".join(missing))] if missing else []
    return (KeyFigures(tuple(figures)), *said, Paragraph(rounded, "muted"))


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
