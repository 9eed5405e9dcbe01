"""Made-up households for the map: 1 to 60 problems and agencies, any links, waits and names."""

from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.people import Person
from doorbraak.model.dossier.problems import Problem
from tests.model.insight.records import dossier, made, person

CATALOGUE = load()
KINDS = list(CATALOGUE.problems.values())
AGENCIES = list(CATALOGUE.agencies)

FONTS = st.sampled_from([11.0, 14.0, 22.0])
ROOMS = st.sampled_from([None, (1150.0, 560.0), (1800.0, 900.0), (300.0, 200.0)])


def problem(id_: int, kind: int, words: str = "", **given: object) -> Problem:
    listed = KINDS[kind % len(KINDS)]
    return made(Problem, id=id_, kind=listed.id, words=words, life_domain=listed.life_domain, **given)


def agency(
    id_: int, problems: tuple[int, ...] = (), contacts_e2: int = 100, words: str = "", **given: object
) -> Agency:  # fmt: skip
    kind = AGENCIES[id_ * 7 % len(AGENCIES)]
    return made(Agency, id=id_, kind=kind, words=words, contacts_e2=contacts_e2, problems=problems, **given)


def people(count: int) -> tuple[Person, ...]:
    return tuple(person(id=at, name=f"Persoon {at}") for at in range(1, count + 1))


@st.composite
def households(draw: st.DrawFn) -> Dossier:
    """Now and then very long or unbroken words, somebody tied to no problem, and knots."""
    words = st.sampled_from(["", "", "", "x" * 200, "Die ene kleine schuld " * 9]) | st.text("aé ïW.", max_size=200)
    some = draw(st.integers(1, 60))
    ids = st.lists(st.integers(1, some), max_size=5, unique=True).map(tuple)
    waits = st.lists(st.integers(1, some), max_size=2, unique=True).map(tuple)
    waiting = draw(st.booleans())
    problems = tuple(
        problem(
            at + 1,
            draw(st.integers(0, len(KINDS))),
            draw(words).strip(),
            waits_for=draw(waits) if waiting and at % 3 == 0 else (),
        )
        for at in range(some)
    )
    agencies = tuple(
        agency(
            at + 1,
            draw(ids),
            draw(st.integers(0, 50_000)),
            draw(words).strip(),
            people=(1,) if at % 5 == 0 else (),
        )
        for at in range(draw(st.integers(1, 60)))
    )
    return dossier(problems=problems, agencies=agencies, people=people(draw(st.integers(0, 6))))
