"""Every field of every record comes back as it was written, and what can't be is refused by its field."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import pytest

from doorbraak.model.dossier import (
    agencies,
    barriers,
    considerations,
    corrections,
    custody,
    interventions,
    justification,
    letters,
    life_events,
    measurements,
    outcomes,
    own_words,
    people,
    perspectives,
    profile,
    relations,
    sharing,
    signals,
    statements,
    steps,
    tasks,
    visits,
    workers,
)
from doorbraak.model.dossier.noted import Noted
from doorbraak.model.errors import InputError, NotFound
from tests.model.dossier.verbs import functions

DAY, LATER, NEVER = date(2026, 5, 1), date(2026, 6, 1), date(1, 1, 1)
SAID = Noted("household", date(2026, 4, 30))


@dataclass(frozen=True)
class Home:
    """A household with one or two of what records hang on."""

    household: int
    person: int
    other: int
    agency: int
    intervention: int


def furnish(do: Callable[..., Any], household: int) -> Home:
    return Home(
        household,
        do(people.add, household, name="Oom"),
        do(people.add, household, name="Sam"),
        do(agencies.add, household, words="De kerk"),
        do(interventions.add, household, words="Betalen"),
    )


@pytest.fixture
def at_home(do, home) -> Home:
    return furnish(do, home)


@pytest.fixture
def next_door(do, elsewhere) -> Home:
    return furnish(do, elsewhere)


# Module -> what it belongs to, and all that `add` takes; a value that names a field of Home is that row.
ADDED: dict[Any, tuple[str, dict[str, Any]]] = {
    own_words: ("household", {"question": "self", "words": "Ik kan\nkoken", "person": "@person"}),
    relations: ("person", {"other": "@other", "kind": "ouder", "words": "Wel streng", "since": 2011}),
    custody: ("person", {"authority": "guardian", "holder": "@other", "words": "Sinds mei"}),
    life_events: (
        "household",
        {"kind": "job", "year": 2020, "month": 12, "words": "Bij\nde bakker", "person": "@person"},
    ),
    workers: ("agency", {"name": "Fatma", "function": "Klerk", "phone": "020 1", "mail": "f@example.org"}),
    letters: (
        "household",
        {"agency": "@agency", "sender": "De kerk", "dated": DAY, "demand": "Kom\nlangs", "amount_cents": 5_001,
         "last_day": LATER, "settled_on": LATER},
    ),
    visits: (
        "household",
        {"on_day": DAY, "place": "phone", "conversation": "look-back", "minutes_with_people": 1440,
         "minutes_at_keyboard": 3, "report": "Koffie\ngehad"},
    ),
    steps: (
        "intervention",
        {"words": "Bellen", "owner": "professional", "lead": "Fatma", "due": DAY, "done_on": LATER},
    ),
    outcomes: ("intervention", {"worked": "too-early", "on_day": DAY, "why": "Nog\nniet"}),
    perspectives: (
        "intervention",
        {"side": "societal", "verdict": "conditions", "reason": "Als\nhet kan", "by_role": "Jurist", "on_day": DAY},
    ),
    barriers: ("intervention", {"words": "Het\nformulier", "rung": "ict", "tried": "Op papier", "gone_on": DAY}),
    measurements: (
        "household",
        {"measure": "ervaren-grip", "moment": "3", "on_day": DAY, "value_e2": -650, "person": "@person",
         "words": "Na het bezoek"},
    ),
    tasks: (
        "household",
        {"words": "Bezwaar", "kind": "objection", "lead": "Sam", "due": DAY, "done_on": LATER,
         "intervention": "@intervention"},
    ),
    signals: (
        "household",
        {"words": "Mocht\nniet", "rung": "habit", "article": "awb:4:84", "agency": "@agency",
         "intervention": "@intervention", "theme": "Het formulier", "hours_e2": 150, "lost_cents": 9_900,
         "fixing": "busy", "solving": "promised", "proposal": "Anders",
         "told_to": "De raad", "told_on": DAY},
    ),
    sharing: (
        "household",
        {"what": "De\nschuld", "on_day": DAY, "agency": "@agency", "with_whom": "Wim", "why": "Voor hulp",
         "ground": "public-task", "law": "wmo2015", "told_on": LATER, "why_untold": "Nog\nniet"},
    ),
    corrections: (
        "household",
        {"on_day": DAY, "place": "Plan", "old_text": "Was\nzo", "new_text": "Is zo", "asked_by": "Oom",
         "person": "@person", "decision": "partly", "reason": "Deels",
         "decided_on": LATER},
    ),
    statements: ("household", {"words": "Ik zeg\nnee", "on_day": DAY, "person": "@person", "by_whom": "Oma"}),
}  # fmt: skip
NAMES = {module: module.__name__.rsplit(".", 1)[1] for module in ADDED}
EACH = pytest.mark.parametrize("module", ADDED, ids=list(NAMES.values()))


def filled(given: dict[str, Any], at: Home) -> dict[str, Any]:
    rows = asdict(at)
    return {name: rows[v[1:]] if isinstance(v, str) and v.startswith("@") else v for name, v in given.items()}


def add(do, module: Any, at: Home, **other: Any) -> int:
    owner, given = ADDED[module]
    return int(do(module.add, getattr(at, owner), **{**filled(given, at), **other}))


def only(store, module: Any, at: Home) -> Any:
    (found,) = module.of_household(store, at.household)
    return found


@EACH
def test_that_every_field_comes_back_as_it_was_added(store, do, at_home, next_door, module) -> None:
    row = add(do, module, at_home, noted=SAID)
    owner, given = ADDED[module]
    found = asdict(only(store, module, at_home))
    assert (found["id"], found[owner]) == (row, getattr(at_home, owner))
    assert {name: found[name] for name in given} == filled(given, at_home)
    assert (found["origin"], found["noted_on"]) == (SAID.origin, SAID.on)
    assert module.of_household(store, next_door.household) == ()


@EACH
def test_that_a_record_can_be_taken_off_and_comes_back_by_undo(store, do, at_home, module) -> None:
    row = add(do, module, at_home)
    before = only(store, module, at_home)
    do(module.remove, row)
    assert module.of_household(store, at_home.household) == ()
    store.undo()
    assert only(store, module, at_home) == before


# Verb -> its arguments after the row, and the fields that they become; `None` stands for the argument's own field.
SET: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {
    "own_words.reword": (("Anders",), {"words": "Anders"}),
    "own_words.set_question": (("went-well",), {"question": "went-well"}),
    "own_words.set_person": ((None,), {"person": None}),
    "relations.set_kind": (("partner",), {"kind": "partner"}),
    "relations.reword": (("",), {"words": ""}),
    "relations.set_since": ((None,), {"since": None}),
    "custody.set_authority": (("unknown",), {"authority": "unknown"}),
    "custody.set_holder": ((None,), {"holder": None}),
    "custody.reword": (("",), {"words": ""}),
    "life_events.set_kind": (("birth",), {"kind": "birth"}),
    "life_events.reword": (("",), {"words": ""}),
    "life_events.set_when": ((1999, None), {"year": 1999, "month": None}),
    "life_events.set_person": ((None,), {"person": None}),
    "workers.rename": (("",), {"name": ""}),
    "workers.set_function": (("",), {"function": ""}),
    "workers.set_phone": (("",), {"phone": ""}),
    "workers.set_mail": (("",), {"mail": ""}),
    "letters.set_agency": ((None,), {"agency": None}),
    "letters.set_sender": (("",), {"sender": ""}),
    "letters.set_dated": ((None,), {"dated": None}),
    "letters.set_demand": (("",), {"demand": ""}),
    "letters.set_amount": ((None,), {"amount_cents": None}),
    "letters.set_last_day": ((None,), {"last_day": None}),
    "letters.settle": ((None,), {"settled_on": None}),
    "letters.set_contradicts": (((),), {"contradicts": ()}),
    "visits.set_day": ((LATER,), {"on_day": LATER}),
    "visits.set_place": (("office",), {"place": "office"}),
    "visits.set_conversation": (("",), {"conversation": ""}),
    "visits.set_minutes_with_people": ((0,), {"minutes_with_people": 0}),
    "visits.set_minutes_at_keyboard": ((0,), {"minutes_at_keyboard": 0}),
    "visits.add_minutes": ((5, 1), {"minutes_with_people": 1440, "minutes_at_keyboard": 4}),
    "visits.set_report": (("",), {"report": ""}),
    "visits.write_private_note": (("Let\nop", DAY), {"private_note": "Let\nop", "note_since": DAY}),
    "steps.reword": (("Mailen",), {"words": "Mailen"}),
    "steps.set_owner": (("",), {"owner": ""}),
    "steps.set_lead": (("",), {"lead": ""}),
    "steps.set_due": ((None,), {"due": None}),
    "steps.finish": ((None,), {"done_on": None}),
    "outcomes.set_worked": (("yes",), {"worked": "yes"}),
    "outcomes.set_day": ((LATER,), {"on_day": LATER}),
    "outcomes.set_why": (("",), {"why": ""}),
    "perspectives.set_side": (("legal",), {"side": "legal"}),
    "perspectives.set_verdict": (("",), {"verdict": ""}),
    "perspectives.set_reason": (("",), {"reason": ""}),
    "perspectives.set_by_role": (("",), {"by_role": ""}),
    "perspectives.set_day": ((None,), {"on_day": None}),
    "barriers.reword": (("De balie",), {"words": "De balie"}),
    "barriers.set_rung": (("",), {"rung": ""}),
    "barriers.set_tried": (("",), {"tried": ""}),
    "barriers.set_gone_on": ((None,), {"gone_on": None}),
    "measurements.set_found": ((None, "ja"), {"value_e2": None, "answer": "ja"}),
    "measurements.set_moment": (("12",), {"moment": "12"}),
    "measurements.set_day": ((LATER,), {"on_day": LATER}),
    "measurements.set_person": ((None,), {"person": None}),
    "measurements.reword": (("",), {"words": ""}),
    "tasks.reword": (("Bellen",), {"words": "Bellen"}),
    "tasks.set_kind": (("payment",), {"kind": "payment"}),
    "tasks.set_lead": (("",), {"lead": ""}),
    "tasks.set_due": ((None,), {"due": None}),
    "tasks.finish": ((None,), {"done_on": None}),
    "tasks.set_intervention": ((None,), {"intervention": None}),
    "signals.reword": (("Anders",), {"words": "Anders"}),
    "signals.set_rung": (("",), {"rung": ""}),
    "signals.set_article": (("",), {"article": ""}),
    "signals.set_agency": ((None,), {"agency": None}),
    "signals.set_theme": (("Briefadres",), {"theme": "Briefadres"}),
    "signals.set_hours": ((None,), {"hours_e2": None}),
    "signals.set_lost": ((0,), {"lost_cents": 0}),
    "signals.set_fixing": (("done",), {"fixing": "done"}),
    "signals.set_solving": (("changed",), {"solving": "changed"}),
    "signals.set_proposal": (("",), {"proposal": ""}),
    "signals.set_told_to": (("",), {"told_to": ""}),
    "signals.set_told_on": ((None,), {"told_on": None}),
    "sharing.set_day": ((LATER,), {"on_day": LATER}),
    "sharing.set_agency": ((None,), {"agency": None}),
    "sharing.set_with_whom": (("",), {"with_whom": ""}),
    "sharing.set_what": (("Alles",), {"what": "Alles"}),
    "sharing.set_why": (("",), {"why": ""}),
    "sharing.set_ground": (("",), {"ground": ""}),
    "sharing.set_law": (("",), {"law": ""}),
    "sharing.set_told_on": ((None,), {"told_on": None}),
    "sharing.set_why_untold": (("",), {"why_untold": ""}),
    "corrections.set_place": (("",), {"place": ""}),
    "corrections.set_old_text": (("",), {"old_text": ""}),
    "corrections.set_new_text": (("",), {"new_text": ""}),
    "corrections.set_asked_by": (("",), {"asked_by": ""}),
    "corrections.set_person": ((None,), {"person": None}),
    "corrections.set_day": ((LATER,), {"on_day": LATER}),
    "corrections.decide": (("done", DAY), {"decision": "done", "decided_on": DAY}),
    "corrections.set_decided_on": ((DAY,), {"decided_on": DAY}),
    "corrections.set_reason": (("",), {"reason": ""}),
    "statements.reword": (("Ja",), {"words": "Ja"}),
    "statements.set_person": ((None,), {"person": None}),
    "statements.set_by_whom": (("",), {"by_whom": ""}),
    "statements.set_day": ((LATER,), {"on_day": LATER}),
}


def test_that_every_setter_of_these_records_is_tried() -> None:
    other = {f"{name}.{verb}" for name in NAMES.values() for verb in ("add", "remove")} | {
        "visits.expire_private_notes",
        "letters.let_go_of_agency",
    }
    mine = {name for name in functions() if name.split(".")[0] in NAMES.values()}
    assert mine - other == set(SET)


@pytest.mark.parametrize("verb", SET)
def test_that_a_field_is_set_alone_and_the_others_stay(store, do, at_home, verb) -> None:
    module, call = functions()[verb]
    row = add(do, module, at_home)
    before = asdict(only(store, module, at_home))
    given, becomes = SET[verb]
    do(call, row, *given)
    assert asdict(only(store, module, at_home)) == {**before, **becomes}


STAYS = ((relations, "other"), (signals, "intervention"))  # who it is about, and where it came up, never changes
ROWS = [(module, name) for module, (_, given) in ADDED.items() for name, v in given.items() if str(v).startswith("@")]


@pytest.mark.parametrize(("module", "field"), ROWS, ids=[f"{NAMES[module]}.{field}" for module, field in ROWS])
def test_that_a_row_of_another_household_is_refused(do, at_home, next_door, contents, module, field) -> None:
    theirs = filled(ADDED[module][1], next_door)[field]
    before = contents()
    with pytest.raises(NotFound):
        add(do, module, at_home, **{field: theirs})
    row, setter = add(do, module, at_home), getattr(module, f"set_{field}", None)
    assert setter or (module, field) in STAYS
    if setter:
        before = contents()
        with pytest.raises(NotFound):
            do(setter, row, theirs)
        assert contents() == before


# What no field takes: every text too long, every choice, code and day; and what has to be there.
def _wrong(module: Any) -> list[tuple[str, Any]]:
    wrong: list[tuple[str, Any]] = []
    for name, value in ADDED[module][1].items():
        column = next(one for one in module.TABLE.columns if one.name == name)
        if isinstance(value, date):
            wrong.append((name, NEVER))
        elif " IN ('" in column.declaration:
            wrong.append((name, "bestaat-niet"))
        elif isinstance(value, str) and not value.startswith("@"):
            wrong.append((name, "x" * 10_001))
        elif isinstance(value, int):
            wrong.append((name, 10**15))
            wrong.append((name, -(10**15)))
    return wrong


REFUSED = [(module, name, value) for module in ADDED for name, value in _wrong(module)]
NEEDED = [
    (own_words, "words"), (relations, "kind"), (steps, "words"), (barriers, "words"), (measurements, "measure"),
    (tasks, "words"), (signals, "words"), (sharing, "what"), (statements, "words"),
]  # fmt: skip


REFUSED += [(module, field, " \u200b ") for module, field in NEEDED]


@pytest.mark.parametrize(
    ("module", "field", "value"), REFUSED, ids=[f"{NAMES[module]}.{field}" for module, field, _ in REFUSED]
)
def test_that_what_a_field_cannot_hold_is_refused(do, at_home, refused, module, field, value) -> None:
    with refused(field):
        add(do, module, at_home, **{field: value})


@pytest.mark.parametrize("verb", [verb for verb, (given, _) in SET.items() if any(isinstance(v, date) for v in given)])
def test_that_a_day_that_cannot_be_is_refused_afterwards_too(do, at_home, refused, verb) -> None:
    module, call = functions()[verb]
    row = add(do, module, at_home)
    given, becomes = SET[verb]
    (field,) = (name for name, value in becomes.items() if isinstance(value, date))
    with refused(field):
        do(call, row, *(NEVER if isinstance(value, date) else value for value in given))


def test_that_a_relation_is_between_two_and_there_once(do, at_home, refused) -> None:
    with refused("other"):
        add(do, relations, at_home, other=at_home.person)
    first = add(do, relations, at_home)
    with refused("kind"):
        add(do, relations, at_home)
    add(do, relations, at_home, kind="partner")
    with refused("kind"):
        do(relations.set_kind, first, "partner")
    do(relations.set_kind, first, "ouder")


def test_that_nobody_has_authority_over_themselves(do, at_home, refused) -> None:
    with refused("holder"):
        add(do, custody, at_home, holder=at_home.person)
    row = add(do, custody, at_home)
    with refused("holder"):
        do(custody.set_holder, row, at_home.person)


def test_that_a_worker_has_a_name_or_a_function(do, at_home, refused) -> None:
    with refused("name"):
        do(workers.add, at_home.agency, phone="020 1")
    named = do(workers.add, at_home.agency, name="Fatma")
    with refused("name"):
        do(workers.rename, named, "")
    known = do(workers.add, at_home.agency, function="Klerk")
    with refused("name"):
        do(workers.set_function, known, "")


def test_that_a_letter_always_says_which_one_it_is(do, at_home, refused) -> None:
    with refused("sender"):
        do(letters.add, at_home.household, amount_cents=100)
    sent = do(letters.add, at_home.household, sender="De kerk")
    with refused("sender"):
        do(letters.set_sender, sent, "")
    asks = do(letters.add, at_home.household, demand="Betaal")
    with refused("demand"):
        do(letters.set_demand, asks, "")
    known = do(letters.add, at_home.household, agency=at_home.agency)
    with refused("agency"):
        do(letters.set_agency, known, None)


def test_that_letters_contradict_others_of_the_household_only(store, do, at_home, next_door) -> None:
    first, second = add(do, letters, at_home), add(do, letters, at_home)
    theirs = add(do, letters, next_door)
    do(letters.set_contradicts, first, (first, second, theirs))
    assert [one.contradicts for one in letters.of_household(store, at_home.household)] == [(second,), ()]


def test_that_a_correction_has_an_old_or_a_new_text(do, at_home, refused) -> None:
    with refused("new_text"):
        do(corrections.add, at_home.household, on_day=DAY, place="Plan")
    old = do(corrections.add, at_home.household, on_day=DAY, old_text="Was")
    with refused("old_text"):
        do(corrections.set_old_text, old, "")
    new = do(corrections.add, at_home.household, on_day=DAY, new_text="Is")
    with refused("new_text"):
        do(corrections.set_new_text, new, "")


def test_that_a_measurement_is_a_figure_or_an_answer_and_never_both(do, at_home, refused) -> None:
    row = add(do, measurements, at_home)
    for value, answer in ((None, ""), (100, "ja")):
        with refused("value_e2"):
            add(do, measurements, at_home, value_e2=value, answer=answer)
        with refused("value_e2"):
            do(measurements.set_found, row, value, answer)


def test_that_the_six_core_measures_are_in_the_catalogue(catalogue) -> None:
    assert len(set(measurements.CORE)) == 6
    assert set(measurements.CORE) <= set(catalogue.measures)


def test_that_going_on_writing_makes_a_private_note_neither_older_nor_younger(store, do, at_home) -> None:
    visit = add(do, visits, at_home)
    do(visits.write_private_note, visit, "Let op", DAY)
    do(visits.write_private_note, visit, "Let op de hond", LATER)
    found = only(store, visits, at_home)
    assert (found.private_note, found.note_since) == ("Let op de hond", DAY)
    do(visits.write_private_note, visit, " ", LATER)
    assert (only(store, visits, at_home).private_note, only(store, visits, at_home).note_since) == ("", None)
    do(visits.write_private_note, visit, "Opnieuw", LATER)
    assert only(store, visits, at_home).note_since == LATER


def test_that_a_private_note_past_its_length_is_refused(do, at_home, refused) -> None:
    visit = add(do, visits, at_home)
    with refused("private_note"):
        do(visits.write_private_note, visit, "n" * (visits.LONGEST_NOTE + 1), DAY)


def test_that_each_part_of_the_weighing_is_there_once_and_goes_when_emptied(store, do, at_home, refused) -> None:
    step = at_home.intervention
    for part in considerations.PARTS:
        do(considerations.write, step, part, f"Over {part}", noted=SAID)
    assert [(one.part, one.words) for one in considerations.of_household(store, at_home.household)] == [
        (part, f"Over {part}") for part in considerations.PARTS
    ]
    first = considerations.of_household(store, at_home.household)[0]
    assert (first.intervention, first.origin, first.noted_on) == (step, SAID.origin, SAID.on)
    do(considerations.write, step, first.part, "Anders\ngezegd")
    again = considerations.of_household(store, at_home.household)[0]
    assert (again.id, again.words, again.origin) == (first.id, "Anders\ngezegd", SAID.origin)
    do(considerations.write, step, first.part, "  ")
    do(considerations.write, step, first.part, "")
    assert len(considerations.of_household(store, at_home.household)) == len(considerations.PARTS) - 1
    with refused("part"):
        do(considerations.write, step, "bestaat-niet", "Iets")
    with refused("words"):
        do(considerations.write, step, "weighing", "w" * (considerations.LONGEST + 1))


def test_that_the_profile_is_empty_until_written_and_there_once(store, do) -> None:
    assert profile.read(store) == profile.Profile()
    mine = profile.Profile("Fatma", "Wijkteam", "020 1", "team-3")
    do(profile.write, mine)
    assert profile.read(store) == mine
    do(profile.write, profile.Profile(" Fatma  Y "))
    assert profile.read(store) == profile.Profile("Fatma Y")
    assert store.rows("SELECT count(*) FROM profile") == [(1,)]


@pytest.mark.parametrize(
    ("field", "text"),
    [("name", "n" * 101), ("function", "n" * 101), ("phone", "n" * 101), ("team", "Team Zuid"), ("team", "t" * 21)],
)
def test_that_what_a_profile_cannot_hold_is_refused(do, refused, field, text) -> None:
    with refused(field):
        do(profile.write, profile.Profile(**{field: text}))


@pytest.mark.parametrize(("module", "field"), ROWS, ids=[f"{NAMES[module]}.{field}" for module, field in ROWS])
def test_that_a_record_outlives_what_it_names_unless_it_is_between_two_people(
    store, do, at_home, module, field
) -> None:
    add(do, module, at_home)
    named = {"person": people, "other": people, "holder": people, "agency": agencies, "intervention": interventions}
    do(named[field].remove, filled(ADDED[module][1], at_home)[field])
    left = [getattr(one, field) for one in module.of_household(store, at_home.household)]
    assert left == ([] if field in ("other", "holder") else [None])


def test_that_an_own_article_can_be_written_and_one_of_the_list_can_not(do, store, at_home) -> None:
    own = do(justification.add, at_home.intervention, "", title="Eigen regel")
    listed = do(justification.add, at_home.intervention, "awb:4:84", title="Afwijken", text="Oud")
    do(justification.set_title, own, "Beleidsregel 3")
    do(justification.set_text, own, "Wie\ndakloos is")
    do(justification.set_text_version, own, "mei 2026")
    for verb in (justification.set_title, justification.set_text, justification.set_text_version):
        with pytest.raises(InputError):
            do(verb, listed, "Anders")
    found = {one.id: (one.title, one.text, one.text_version) for one in justification.of_household(store, 1)}
    assert found == {own: ("Beleidsregel 3", "Wie\ndakloos is", "mei 2026"), listed: ("Afwijken", "Oud", "")}
    with pytest.raises(InputError):
        do(justification.set_title, own, " ")
    do(justification.add, at_home.intervention, "", title="Nog een")
    with pytest.raises(InputError):
        do(justification.set_title, own, "Nog een")


def test_that_a_signal_names_a_barrier_of_its_own_household(do, store, at_home, next_door) -> None:
    barrier = do(barriers.add, at_home.intervention, "Formulier")
    signal = do(signals.add, at_home.household, "Mocht niet", barrier=barrier)
    assert signals.of_household(store, at_home.household)[0].barrier == barrier
    with pytest.raises(NotFound):
        do(signals.add, next_door.household, "Mocht niet", barrier=barrier)
    do(barriers.remove, barrier)
    assert [(one.id, one.barrier) for one in signals.of_household(store, at_home.household)] == [(signal, None)]
    for hours in (-1, signals.MOST_HOURS_E2 + 1):
        with pytest.raises(InputError):
            do(signals.set_hours, signal, hours)
