"""Inzage: all of it for the household, and for one person nothing of another."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from doorbraak.model.documents import subject_access
from doorbraak.model.documents.document import marks_of, text_of
from doorbraak.model.documents.sources import Sources
from doorbraak.model.documents.subject_access import NOT_SHOWN, inzage_of, to_read
from doorbraak.model.documents.subject_access_item import NOT_YOURS_ALONE
from doorbraak.model.documents.subject_access_names import LEFT_OUT
from doorbraak.model.dossier import casefile, people, visits
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.considerations import Consideration
from doorbraak.model.dossier.corrections import Correction
from doorbraak.model.dossier.costs import Chances
from doorbraak.model.dossier.custody import Custody
from doorbraak.model.dossier.dossier import PARTS, Dossier
from doorbraak.model.dossier.goals import Goal
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.dossier.own_words import OwnWords
from doorbraak.model.dossier.people import Person
from doorbraak.model.dossier.relations import Relation
from doorbraak.model.dossier.statements import Statement
from doorbraak.model.dossier.visits import Visit
from doorbraak.model.dossier.workers import Worker
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.workspace.store import Store
from tests import whole_dossier
from tests.model.documents.doorbraak_papers import CASES, CATALOGUE, OWN, TODAY, published, sources
from tests.model.documents.sentences import too_long
from tests.model.dossier.drawn_cases import cases
from tests.model.dossier.test_casefile_round_trip import CALM
from tests.model.insight.records import agency, dossier, household, intervention, made, problem

ONE, TWO = made(Person, id=1, name="Sanne"), made(Person, id=2, name="Quirijn Zwaluwstaart")
OWNERS = {"id", "household"}
"""Fields that say where a record belongs."""


def text(found: Dossier, person: int | None = None, **given: Any) -> str:
    return text_of(inzage_of(sources(found, **given), person))


# -- all of it --------------------------------------------------------------------------------------------


@pytest.fixture
def filled(store: Store) -> Sources:
    """A record of every kind, each text of which is another one."""
    with store.change("Alles"):
        home = whole_dossier.make(store, "x")
    seen = iter(range(1, 10_000))

    def told(record: Any) -> Any:
        typed = {name for name, kind in get_type_hints(type(record)).items() if kind is str}
        return replace(record, **{name: f"woord{next(seen)}w" for name in typed})

    found = dossiers.read(store, home)
    parts = {name: getattr(found, name) for name in PARTS}
    kept = {name: told(one) if is_dataclass(one) else tuple(map(told, one)) for name, one in parts.items()}
    return Sources(replace(found, **kept), CATALOGUE, saving_of(found, CATALOGUE), TODAY)


def records(found: Dossier) -> list[tuple[str, int | None, Any]]:
    """Each with its part and its place in it; the household has none."""
    listed: list[tuple[str, int | None, Any]] = [("household", None, found.household)]
    for part in PARTS:
        if part != "household":
            listed += [(part, at, one) for at, one in enumerate(getattr(found, part))]
    return listed


def changed(found: Dossier, part: str, at: int | None, record: Any) -> Dossier:
    if at is None:
        return replace(found, household=record)
    rows = getattr(found, part)
    return replace(found, **{part: (*rows[:at], record, *rows[at + 1 :])})


def others(kind: Any, value: Any, ids: set[int]) -> list[Any]:
    """What else could stand there."""
    if get_origin(kind) is Literal:
        return [one for one in get_args(kind) if one != value]
    if kind is Chances:
        return [replace(value, **{one.name: getattr(value, one.name) // 2 + 1}) for one in fields(value)]
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, str):
        return ["iets heel anders"]
    if isinstance(value, date) or date in get_args(kind):
        return [date(2030, 1, 1) if value is None else value + timedelta(days=400)]
    if isinstance(value, tuple):
        return [(), tuple(sorted(ids - {*value}))[:1]] if value else [tuple(sorted(ids))[:1]]
    if value is None:
        return [min(ids) if ids else 5]
    if ids:
        return [None] if NoneType in get_args(kind) else sorted(ids - {value})[:1]
    return [value + 1]


REFERS = {
    "person": "people", "people": "people", "other": "people", "holder": "people", "agency": "agencies",
    "agencies": "agencies", "merges_into": "agencies", "problem": "problems", "problems": "problems",
    "waits_for": "problems", "goals": "goals", "contradicts": "letters", "event": "events", "barrier": "barriers",
    "intervention": "interventions", "cost_line": "costs",
}  # fmt: skip


def test_that_a_change_of_any_field_of_any_record_can_be_read_in_it(filled: Sources) -> None:
    """Made from the records themselves: a new field that nobody put in inzage fails here, until it says why not."""
    before = text_of(inzage_of(filled, None))
    silent = set()
    for part, at, record in records(filled.dossier):
        table = PARTS[part].tables[0].name
        for name, kind in get_type_hints(type(record)).items():
            if name in OWNERS or f"{table}.{name}" in NOT_SHOWN:
                continue
            value = getattr(record, name)
            to = REFERS.get(name) if not isinstance(value, str) else None
            own = {record.id} if to == part else set()
            ids = {one.id for one in getattr(filled.dossier, to)} - own if to else set()
            for other in others(kind, value, ids):
                now = changed(filled.dossier, part, at, replace(record, **{name: other}))
                if text_of(inzage_of(replace(filled, dossier=now), None)) == before:
                    silent.add(f"{table}.{name}")
    assert silent == set(), "show it, or say in NOT_SHOWN why not"


def test_that_every_word_that_somebody_typed_stands_in_it(filled: Sources) -> None:
    said = text_of(inzage_of(filled, None))
    missing = {
        f"{PARTS[part].tables[0].name}.{name}"
        for part, _, record in records(filled.dossier)
        for name, kind in get_type_hints(type(record)).items()
        if kind is str and getattr(record, name) not in said
    }
    assert missing == {"visit.private_note"}


def test_that_every_column_is_of_a_record_or_is_said_not_to_be_shown(store: Store, filled: Sources) -> None:
    links = {table.name for part in PARTS.values() for table in part.tables[1:]}
    known = {"cost_line.chance_current", "cost_line.chance_threatening", "cost_line.chance_plan"}  # its chances
    of = {PARTS[part].tables[0].name: record for part, _, record in records(filled.dossier)}
    columns = {
        f"{table.name}.{column.name}"
        for part in PARTS.values()
        for table in part.tables
        if table.name not in links or table.name in of
        for column in table.columns
    }
    fields_of = {f"{table}.{one.name}" for table, record in of.items() for one in fields(record)}
    assert columns - fields_of - known == {"household.exchange_secret"} <= set(NOT_SHOWN)
    assert set(NOT_SHOWN) <= columns, "a column that is no longer there"


def test_that_each_item_says_from_whom_and_since_when() -> None:
    goal = made(Goal, words="Rust", origin="agency", noted_on=date(2026, 3, 4))
    assert "Rust\tEen instantie,\n4 maart 2026" in text(dossier(goals=(goal,)))


def test_that_a_working_note_is_not_shown_and_said_to_be_there_and_until_when() -> None:
    note = made(Visit, on_day=TODAY, private_note="Kwikstaart", note_since=date(2026, 11, 2))
    for person in (None, 1):
        said = text(dossier(visits=(note,), people=(ONE,)), person)
        assert "Kwikstaart" not in said
        assert "Er is nu 1 werknotitie" in said
        assert "wordt op 2 december 2026 gewist" in said
    assert "Er zijn nu geen werknotities" in text(dossier())


def test_that_the_note_goes_on_the_day_that_is_said(store: Store, casus: int) -> None:
    with store.change("Bezoek"):
        visit = visits.add(store, casus, TODAY)
        visits.write_private_note(store, visit, "Kwikstaart", date(2026, 11, 2))
    assert visits.with_expired_note(store, date(2026, 12, 1)) == ()
    assert visits.with_expired_note(store, date(2026, 12, 2)) == (visit,)


def test_that_an_empty_household_is_told_of_every_part_that_nothing_is_there() -> None:
    document = inzage_of(sources(dossier()), None)
    empty = [one.heading for one in document.sections if "Hierover is niets opgeschreven." in str(one.blocks)]
    assert len(empty) == 12
    assert document.marks == marks_of(household())


def test_that_it_says_who_keeps_it_what_may_be_asked_and_what_else_there_is() -> None:
    said = text(dossier(), profile=OWN)
    for part in ("Noor, casusregisseur", "verbeteren", "eigen verklaring", "Autoriteit", "logboek", "Reservekopieën"):
        assert part in said


@pytest.mark.parametrize("case", CASES)
def test_that_our_sentences_are_short(store: Store, case: str) -> None:
    found = published(store, case)
    for person in (None, *(one.id for one in found.dossier.people)):
        document = inzage_of(found, person)
        assert too_long(document, (found.dossier, found.profile), CATALOGUE) == []


@hypothesis_settings(CALM, max_examples=25)
@given(case=cases(most=3))
def test_that_inzage_of_any_household_can_be_made_for_all_and_for_each(store: Store, case: form.CaseFile) -> None:
    with store.change("Casus"):
        of = casefile.take_in(store, case)
    found = sources(dossiers.read(store, of), profile=OWN)
    for person in (None, *(one.id for one in found.dossier.people)):
        document = inzage_of(found, person)
        assert all(section.blocks for section in document.sections)
        assert document == inzage_of(found, person)
        assert all(number > 0 for _, number in to_read(found, person))


# -- for one person ---------------------------------------------------------------------------------------

MARKER = "Zwaluwstaart"


def points_at(record: Any) -> set[int]:
    """People whom the record names itself."""
    found = {getattr(record, name, None) for name in ("person", "other", "holder")} - {None}
    return {one for one in found if isinstance(one, int)} | set(getattr(record, "people", ()))


def of_others(found: Dossier, person: int) -> set[tuple[str, int]]:
    """Records that are about others only: they name others, or belong to such a record alone."""
    theirs = {("people", one.id) for one in found.people if one.id != person}
    for _ in range(4):  # a payment of a line of an agency of a problem
        for part, _, record in records(found)[1:]:
            if part == "people":
                continue
            if named := points_at(record):
                if person not in named:
                    theirs.add((part, record.id))
                continue
            to = {
                (REFERS[name], id_)
                for name in ("agency", "problem", "problems", "intervention", "cost_line", "barrier")
                if (value := getattr(record, name, None))
                for id_ in (value if isinstance(value, tuple) else (value,))
            }
            if to and to <= theirs:
                theirs.add((part, record.id))
    return theirs


@pytest.mark.parametrize("at", range(7))
def test_that_inzage_of_one_person_shows_nothing_of_another(store: Store, at: int) -> None:
    """A marker in every text that is of others only; a name of another in every text that is of more people."""
    found = published(store, "casus-01.json")
    person = found.dossier.people[at].id
    theirs = of_others(found.dossier, person)
    assert len(theirs) > 50
    parts: dict[str, Any] = {}
    for part, _, record in records(found.dossier):
        typed = [name for name, kind in get_type_hints(type(record)).items() if kind is str]
        if (part, record.id) in theirs:
            record = replace(record, **dict.fromkeys(typed, f"Quirijn {MARKER}"))
        elif part != "people":
            words = [name for name in typed if getattr(record, name) and name not in CODES]
            said = {name: f"{getattr(record, name)} Quirijn {MARKER} zei nee. {MARKER}s brief." for name in words}
            record = replace(record, **{} if points_at(record) == {person} and part in SAID else said)
        parts.setdefault(part, []).append(record)
    home = parts.pop("household")[0]
    marked = replace(found.dossier, household=home, **{part: tuple(rows) for part, rows in parts.items()})
    assert MARKER in text_of(inzage_of(replace(found, dossier=marked), None))
    said = text_of(inzage_of(replace(found, dossier=marked), person))
    assert MARKER.lower() not in said.lower()
    assert "Quirijn" not in said


CODES = frozenset(
    ("kind", "role", "life_domain", "law", "payer", "beneficiary", "price", "article", "measure", "wijk", "retention")
)
"""Texts that are chosen from a list."""
SAID = frozenset(("own_words", "statements", "corrections"))
"""What somebody said in person stays word for word, for whoever said it."""


def test_that_what_is_about_several_is_shown_with_the_others_as_role() -> None:
    aunt = made(Person, id=3, name="Riet", lives_here="no")
    kin = made(Relation, id=1, person=1, other=2, kind="gehuwd")
    shared = problem(1, words="Te veel post", people=(1, 2, 3))
    said = text(dossier(people=(ONE, TWO, aunt), problems=(shared,), relations=(kin,)), 1)
    assert "Bij wie: Sanne, een gezinslid, een betrokkene" in said
    assert "Tussen: Sanne en een gezinslid" in said
    assert all(name not in said for name in ("Quirijn", "Riet"))


def test_that_what_refers_to_a_record_of_another_does_not_name_it() -> None:
    hidden, mine = problem(1, words="Drinkt te veel", people=(2,)), problem(2, "", 1, words="Moe", people=(1,))
    clinic = agency(1, words="Kliniek De Vink", people=(2,))
    care = agency(2, words="Wijkzorg", people=(1,), merges_into=1, problems=(1, 2))
    said = text(dossier(people=(ONE, TWO), problems=(hidden, mine), agencies=(clinic, care)), 1)
    assert all(words not in said for words in ("Drinkt", "Kliniek", "Vink"))
    assert "Wacht op: iets van een ander" in said
    assert "Voor welk probleem: iets van een ander; Moe" in said


def test_that_one_person_reads_the_function_of_who_helps_and_not_the_name() -> None:
    care = agency(1, words="Wijkzorg", people=(1,))
    named = made(Worker, id=1, agency=1, name="Petra de Wit", function="wijkverpleegkundige", phone="06 1234 5678")
    found = dossier(people=(ONE, TWO), agencies=(care,), workers=(named, made(Worker, id=2, agency=1, name="Otto")))
    assert "Petra de Wit" in text(found)
    said = text(found, 1)
    assert all(words not in said for words in ("Petra", "06 1234", "Otto"))
    assert "wijkverpleegkundige\tWerkt bij: Wijkzorg" in said
    assert "Hoe hulpverleners heten" in said


def test_that_the_own_words_stay_as_they_were_said_for_whoever_said_them() -> None:
    mine = made(Statement, id=1, person=1, words="Quirijn liegt over mij.", on_day=TODAY)
    theirs = made(OwnWords, id=1, person=2, words="Zij geeft te veel uit.", question="problem")
    found = dossier(people=(ONE, TWO), statements=(mine,), own_words=(theirs,))
    assert "Quirijn liegt over mij." in text(found, 1)
    assert "ook als u een ander noemde" in text(found, 1), "since others are a role everywhere else"
    assert "te veel uit" not in text(found, 1)
    assert "liegt" not in text(found, 2)
    assert "te veel uit" in text(found, 2)


@pytest.mark.parametrize(
    ("asked_by", "person", "said"), [("Sanne", 1, False), ("Sanne", None, True), ("Jurist", 1, True)]
)
def test_that_who_asked_for_a_correction_is_named_once(asked_by: str, person: int | None, said: bool) -> None:
    asked = made(Correction, id=1, person=person, asked_by=asked_by, place="Schulden", on_day=TODAY)
    found = dossier(people=(replace(ONE, role="moeder"), TWO), corrections=(asked,))
    assert ("Gevraagd door een ander: " + asked_by in text(found)) is said
    assert ("Gevraagd door: Sanne" in text(found)) is (person == 1)


def test_that_why_a_doorbraak_may_be_is_read_by_one_person_only_when_it_is_about_nobody_else() -> None:
    """No rule sees whose "uninsured car" it was; that a text stood there is said."""
    why = made(Consideration, id=1, intervention=1, part="weighing", words="Rijden zonder verzekering telt hier niet.")
    whole = dossier(people=(ONE, TWO), interventions=(intervention(),), considerations=(why,))
    assert "zonder verzekering" in text(whole)
    assert "zonder verzekering" not in text(whole, 1)
    assert NOT_YOURS_ALONE in text(whole, 1)
    mine = replace(whole, problems=(problem(1, people=(1,)),), interventions=(intervention(problems=(1,)),))
    assert "zonder verzekering" in text(mine, 1)
    assert "zonder verzekering" in text(replace(whole, people=(ONE,)), 1), "there is nobody else"


def test_that_words_about_gezag_are_shown_or_said_to_be_left_out() -> None:
    words = "De kinderrechter heeft toezicht opgelegd. Samen met Quirijn."
    found = dossier(people=(ONE, TWO), custody=(made(Custody, id=1, person=1, holder=None, words=words),))
    assert f"Erbij gezegd: De kinderrechter heeft toezicht opgelegd. {LEFT_OUT}" in text(found, 1)


def test_that_of_which_day_a_law_was_read_is_never_left_out() -> None:
    ground = made(LegalGround, id=1, intervention=1, article="eigen", title="Een regel", text_version="2002-11-18")
    found = dossier(people=(ONE, TWO), interventions=(intervention(),), grounds=(ground,))
    assert "Tekst van: 18 november 2002" in text(found, 1)


def test_that_who_is_not_of_the_household_gets_no_paper() -> None:
    with pytest.raises(LookupError):
        inzage_of(sources(dossier(people=(ONE,))), 5)


def test_that_what_somebody_has_to_read_first_is_told_by_its_place() -> None:
    goal, mine = made(Goal, id=1, words="Rust in huis"), problem(1, words="Moe", people=(1,))
    found = sources(dossier(people=(ONE, TWO), goals=(goal,), problems=(mine,)))
    assert to_read(found, 1) == (("Wat het huishouden wil en zegt", 1),)
    assert to_read(found, None) == ()


def test_that_a_person_of_the_store_gets_a_paper_too(store: Store, casus: int) -> None:
    with store.change("Persoon"):
        person = people.add(store, casus, name="Wilhelmina")
    document = inzage_of(sources(dossiers.read(store, casus)), person)
    assert document.subtitle == "Voor Wilhelmina"
    assert "Wilhelmina" not in document.title
    assert subject_access.TITLE in document.title
