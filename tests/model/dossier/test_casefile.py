import json
import random
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doorbraak import paths
from doorbraak.model.dossier import casefile, dossier, household
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier.casefile_reading import MOST_BYTES
from doorbraak.model.errors import CaseFileRefused
from tests.model.dossier.conftest import TODAY, dump

CASUS = (paths.resources() / "cases" / "casus-01.json").read_bytes()
SECRET = "Zwartewaterlandsestraat"


def small() -> dict[str, Any]:
    """A case file with one of everything, to spoil."""
    return {
        "format": "doorbraak-casus",
        "version": 1,
        "notice": "bevat persoonsgegevens",
        "household": {"name": "A", "opened": "2026-10-05", "plan_date": None, "example": False, "note": ""},
        "goals": [{"words": "Rust", "first": True}],
        "people": [
            {"id": "p1", "name": "Oom", "role": "", "birth_year": None, "lives_here": "no"},
            {"id": "p2", "name": "", "role": "moeder", "birth_year": 1980, "lives_here": "yes"},
        ],
        "problems": [
            {"id": "q1", "kind": "alcohol", "words": "", "life_domain": "verslaving", "owner": "", "people": ["p1"]}
        ],
        "agencies": [
            {
                "id": "a1", "kind": "uwv", "words": "", "contacts_e2": 50, "law": "wia", "payer": "uwv",
                "problems": ["q1"], "people": ["p1", "p2"],
            }
        ],
        "interventions": [
            {"id": "i1", "kind": "briefadres", "words": "", "status": "granted", "decided_on": "2026-10-06"}
        ],
        "grounds": [{"intervention": "i1", "article": "awb:4:84", "role": "room", "reason": "Het knelt"}],
        "events": [
            {
                "id": "e1", "kind": "huisuitzetting", "words": "", "expected_on": "2027-01-01", "reason": "Vonnis",
                "chance_threatening": 40, "chance_plan": 5,
            }
        ],
        "costs": [cost(agency="a1"), cost(chances=None, event="e1"), cost(chances=None, intervention="i1")],
    }  # fmt: skip


def cost(**values: Any) -> dict[str, Any]:
    return {
        "words": "Post", "price": "", "price_cents": 100, "price_year": None, "source": "De rekening",
        "unit": "per jaar", "quantity_e4": 10_000, "recurrence": "yearly", "law": "wia", "payer": "uwv",
        "transfer": False, "chances": {"current": 100, "threatening": 90, "plan": 50}, "attribution": 100,
        "starts": None, "ends": None, "agency": None, "event": None, "intervention": None,
    } | values  # fmt: skip


def as_bytes(case: dict[str, Any]) -> bytes:
    return json.dumps(case, ensure_ascii=False).encode()


def refusal(content: bytes, catalogue: Any) -> str:
    with pytest.raises(CaseFileRefused) as refused:
        casefile.read(content, catalogue)
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None, "what the decoder says may quote the file"
    return refused.value.sentence


# -- round trips ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [CASUS, as_bytes(small())], ids=["casus-01", "small"])
def test_that_a_case_taken_in_is_written_as_the_same_case(store, catalogue, content) -> None:
    case = casefile.read(content, catalogue)
    with store.change("Casus"):
        of = casefile.take_in(store, case)
    written = casefile.write(dossier.read(store, of))
    assert written == casefile.to_bytes(case)
    assert casefile.read(written, catalogue) == case


def test_that_the_published_case_is_stored_as_the_program_writes_it(catalogue) -> None:
    assert casefile.to_bytes(casefile.read(CASUS, catalogue)) == CASUS
    assert CASUS.endswith(b"}\n")


names = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
percents = st.integers(0, 100)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@st.composite
def cases(draw: Callable[..., Any]) -> dict[str, Any]:
    """Small households in which anything that the format allows may stand."""
    case = small()
    case["household"]["note"] = draw(names)
    case["household"]["plan_date"] = draw(st.none() | days.map(date.isoformat))
    case["goals"] = [{"words": f"g{draw(names)}", "first": draw(st.booleans())} for _ in range(draw(st.integers(0, 3)))]
    for person in case["people"]:
        person["name"] = f"n{draw(names)}"
    chosen = draw(st.sets(st.sampled_from(["p1", "p2"])))
    case["problems"][0]["people"] = sorted(chosen)
    case["agencies"][0]["contacts_e2"] = draw(st.integers(0, 50_000))
    for line in case["costs"]:
        line["price_cents"] = draw(st.integers(0, 10**13))
        line["quantity_e4"] = draw(st.integers(0, 10**10))
        line["transfer"] = draw(st.booleans())
    case["costs"][0]["chances"] = {name: draw(percents) for name in ("current", "threatening", "plan")}
    case["costs"][1]["attribution"] = draw(percents)
    case["events"][0] |= {"chance_threatening": draw(percents), "expected_on": draw(days).isoformat()}
    return case


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases())
def test_that_what_is_written_is_read_back_the_same(store, catalogue, case) -> None:
    with store.change("Casus"):
        of = casefile.take_in(store, casefile.read(as_bytes(case), catalogue))
    written = casefile.write(dossier.read(store, of))
    with store.change("Casus"):
        again = casefile.take_in(store, casefile.read(written, catalogue))
    assert casefile.write(dossier.read(store, again)) == written


def test_that_a_household_gets_the_next_free_number(store, catalogue, home) -> None:
    with store.change("Casus"):
        of = casefile.take_in(store, casefile.read(CASUS, catalogue))
    assert household.read(store, of).number == 2
    assert b"number" not in CASUS


def test_that_taking_in_is_one_step_that_undo_takes_back(store, catalogue, home) -> None:
    before = dump(store)
    with store.change("Casus"):
        casefile.take_in(store, casefile.read(CASUS, catalogue))
    after = dump(store)
    store.undo()
    assert dump(store) == before
    store.redo()
    assert dump(store) == after


@pytest.mark.parametrize(("example", "notice"), [(False, form.PERSONAL), (True, form.EXAMPLE)], ids=["real", "example"])
def test_that_a_file_says_whether_it_holds_personal_data(store, do, catalogue, example, notice) -> None:
    of = do(household.open_dossier, "A", opened=TODAY, example=example)
    written = casefile.write(dossier.read(store, of))
    assert json.loads(written)["notice"] == notice
    spoiled = written.replace(form.PERSONAL.encode(), b"@").replace(form.EXAMPLE.encode(), b"#")
    spoiled = spoiled.replace(b"@", form.EXAMPLE.encode()).replace(b"#", form.PERSONAL.encode())
    assert "Bij notice" in refusal(spoiled, catalogue)


# -- refusals -------------------------------------------------------------------------------------------

HEAD = b'{"format": "doorbraak-casus", "version": 1, '


@pytest.mark.parametrize(
    ("content", "sign"),
    [
        (b" " * (MOST_BYTES + 1), "5 MB"),
        (b"\xef\xbb\xbf" + CASUS, "BOM"),
        (CASUS.decode().encode("utf-16"), "BOM"),
        (CASUS.replace(b"Vader", b"Vad\xff"), "geen UTF-8"),
        (b"", "Regel 1 "),
        (b"{\n  ?\n}", "Regel 2 "),
        (CASUS[:-20], "geen geldige JSON"),
        (b"PK\x03\x04", "geen geldige JSON"),
        (b"[]", "geen casusbestand"),
        (b"{}", "geen casusbestand"),
        (b'{"format": "iets anders", "version": 1}', "geen casusbestand"),
        (b'{"format": "doorbraak-casus"}', "Bij version "),
        (b'{"format": "doorbraak-casus", "version": true}', "Bij version "),
        (b'{"format": "doorbraak-casus", "version": 0}', "Bij version "),
        (b'{"format": "doorbraak-casus", "version": 2}', "nieuwere versie"),
        (HEAD + b'"x": ' + b"[" * 100_000, "te diep"),
        (HEAD + b'"goals": ' + b"[" * 50 + b"]" * 50 + b"}", "Bij goals nummer 1"),
        (CASUS.replace(b'"birth_year": 1985', b'"birth_year": NaN'), "geen geldige JSON"),
        (CASUS.replace(b'"birth_year": 1985', b'"birth_year": 1e999'), "Bij people nummer 1, birth_year "),
        (CASUS.replace(b'"birth_year": 1985', b'"birth_year": 19850101'), "Bij people nummer 1, birth_year "),
        (CASUS.replace(b'"birth_year": 1985', b'"birth_year": "1985"'), "Bij people nummer 1, birth_year "),
        (CASUS.replace(b'"birth_year": 1985', b'"birth_year": 1985.5'), "Bij people nummer 1, birth_year "),
        (CASUS.replace(b'"Vader"', b'"Va\\u0000der"'), "Bij people nummer 1, name "),
        (CASUS.replace(b'"Vader"', b'"Va\\ud800der"'), "geen geldige JSON"),
        (CASUS.replace(b'"name": "Vader"', b'"name": "X", "name": "Vader"'), "Bij people nummer 1, name "),
        (CASUS.replace(b'"version": 1', b'"version": 1, "version": 1'), "Bij version "),
    ],
)  # fmt: skip
def test_that_bytes_that_are_no_case_file_are_refused_by_place(catalogue, content, sign) -> None:
    assert sign in refusal(content, catalogue)


def spoil(path: tuple[str | int, ...], value: Any) -> Callable[[dict[str, Any]], None]:
    def change(case: dict[str, Any]) -> None:
        place: Any = case
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (spoil((SECRET,), 1), "het begin"),
        (spoil(("people", 1, SECRET), 1), "people nummer 2"),
        (lambda case: case["people"][1].pop("role"), "people nummer 2"),
        (spoil(("people", 1, "role"), SECRET), "people nummer 2, role"),
        (spoil(("people", 1, "lives_here"), SECRET), "people nummer 2, lives_here"),
        (spoil(("people", 1, "id"), "p1"), "people nummer 2, id"),
        (spoil(("people", 1, "id"), f"p {SECRET}"), "people nummer 2, id"),
        (spoil(("people", 1, "name"), SECRET * 10), "people nummer 2, name"),
        (spoil(("household", "opened"), SECRET), "household, opened"),
        (spoil(("household", "opened"), "2026-02-30"), "household, opened"),
        (spoil(("household", "example"), True), "notice"),
        (spoil(("notice",), SECRET), "notice"),
        (spoil(("goals", 0, "words"), ""), "goals nummer 1, words"),
        (spoil(("goals",), [{"words": "w", "first": False}] * 201), "goals"),
        (spoil(("problems", 0, "kind"), SECRET), "problems nummer 1, kind"),
        (spoil(("problems", 0, "life_domain"), SECRET), "problems nummer 1, life_domain"),
        (spoil(("problems", 0, "owner"), SECRET), "problems nummer 1, owner"),
        (spoil(("problems", 0, "people"), ["p1", "p9"]), "problems nummer 1, people"),
        (spoil(("problems", 0, "people"), ["p1", "p1"]), "problems nummer 1, people"),
        (spoil(("agencies", 0, "contacts_e2"), -1), "agencies nummer 1, contacts_e2"),
        (spoil(("agencies", 0, "law"), SECRET), "agencies nummer 1, law"),
        (spoil(("agencies", 0, "payer"), SECRET), "agencies nummer 1, payer"),
        (spoil(("agencies", 0, "problems"), ["q2"]), "agencies nummer 1, problems"),
        (spoil(("interventions", 0, "status"), SECRET), "interventions nummer 1, status"),
        (spoil(("interventions", 0, "kind"), SECRET), "interventions nummer 1, kind"),
        (spoil(("grounds", 0, "article"), SECRET), "grounds nummer 1, article"),
        (spoil(("grounds", 0, "article"), ""), "grounds nummer 1, article"),
        (spoil(("grounds", 0, "intervention"), "i2"), "grounds nummer 1, intervention"),
        (spoil(("events", 0, "chance_plan"), 101), "events nummer 1, chance_plan"),
        (spoil(("events", 0, "kind"), SECRET), "events nummer 1, kind"),
        (spoil(("costs", 0, "price"), SECRET), "costs nummer 1, price"),
        (spoil(("costs", 0, "price_cents"), -1), "costs nummer 1, price_cents"),
        (spoil(("costs", 0, "price_cents"), 10**20), "costs nummer 1, price_cents"),
        (spoil(("costs", 0, "transfer"), 1), "costs nummer 1, transfer"),
        (spoil(("costs", 0, "chances"), None), "costs nummer 1, chances"),
        (spoil(("costs", 0, "chances", "plan"), 101), "costs nummer 1, chances, plan"),
        (spoil(("costs", 0, "agency"), "a2"), "costs nummer 1, agency"),
        (spoil(("costs", 1, "intervention"), "i1"), "costs nummer 2, event"),
        (spoil(("costs", 1, "chances"), cost()["chances"]), "costs nummer 2, chances"),
        (spoil(("costs", 2, "attribution"), 99), "costs nummer 3, attribution"),
    ],
)
def test_that_what_does_not_belong_is_refused_by_place_and_never_quoted(catalogue, change, where) -> None:
    case = small()
    change(case)
    sentence = refusal(as_bytes(case), catalogue)
    assert f"Bij {where} " in sentence
    assert SECRET not in sentence
    assert "Er is niets veranderd." in sentence


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (spoil(("household", "opened"), "1899-12-31"), "household, opened"),
        (spoil(("goals", 0, "words"), " \u200b "), "goals nummer 1, words"),
        (spoil(("people", 0, "name"), "\u200b"), "people nummer 1, name"),
        (spoil(("problems", 0, "kind"), ""), "problems nummer 1, words"),
        (lambda case: case["problems"].append(case["problems"][0] | {"id": "q2"}), "problems nummer 2, kind"),
        (lambda case: case["agencies"].append(case["agencies"][0] | {"id": "a2"}), "agencies nummer 2, kind"),
        (spoil(("interventions", 0, "kind"), ""), "interventions nummer 1, words"),
        (lambda case: case["grounds"].append(case["grounds"][0]), "grounds nummer 2, article"),
        (spoil(("events", 0, "reason"), " "), "events nummer 1, reason"),
        (spoil(("costs", 0, "price_year"), 2199), "costs nummer 1, price_year"),
        (lambda case: case["costs"][0].update(starts="2026-02-01", ends="2026-01-01"), "costs nummer 1, ends"),
    ],
)
def test_that_what_a_field_refuses_is_said_with_its_place_and_writes_nothing(
    store, home, catalogue, change, where
) -> None:
    case = small()
    change(case)
    trusted = casefile.read(as_bytes(case), catalogue)
    before = dump(store)
    with pytest.raises(CaseFileRefused) as refused, store.change("Casus"):
        casefile.take_in(store, trusted)
    assert f"Bij {where} " in refused.value.sentence
    assert dump(store) == before


# -- mutated files --------------------------------------------------------------------------------------


def mutated(content: bytes, draw: random.Random) -> bytes:
    """Bytes changed, taken out, doubled or put in, mostly where JSON has its structure."""
    spoiled = bytearray(content)
    for _ in range(draw.randrange(1, 4)):
        at, length = draw.randrange(len(spoiled)), draw.randrange(1, 30)
        match draw.randrange(5):
            case 0:
                spoiled[at] = draw.randrange(256)
            case 1:
                del spoiled[at : at + length]
            case 2:
                spoiled[at:at] = spoiled[at : at + length]
            case 3:
                spoiled[at:at] = draw.choice([b"{", b"]", b'"', b",", b"null", b"-1", b"\\ud800", b"\\u0000", b"1e9"])
            case _:
                digits = [place for place in range(len(spoiled)) if 48 <= spoiled[place] <= 57]
                spoiled[draw.choice(digits)] = 48 + draw.randrange(10)
    return bytes(spoiled)


@pytest.mark.parametrize("seed", range(8))
def test_that_a_mutated_file_is_taken_whole_or_refused_without_a_trace(store, home, catalogue, seed) -> None:
    draw = random.Random(seed)
    content = casefile.to_bytes(casefile.read(as_bytes(small()), catalogue))
    refusals = 0
    for _ in range(60):
        before = dump(store)
        try:
            case = casefile.read(mutated(content, draw), catalogue)
            with store.change("Casus"):
                casefile.take_in(store, case)
        except CaseFileRefused:
            refusals += 1
            assert dump(store) == before
        else:
            store.undo()
            assert dump(store) == before
    assert refusals > 20, "most mutations have to spoil the file"


# -- casus-01 -------------------------------------------------------------------------------------------


@pytest.fixture
def casus(catalogue) -> form.CaseFile:
    return casefile.read(CASUS, catalogue)


def test_that_the_published_case_has_its_published_size(casus) -> None:
    assert (len(casus.agencies), len(casus.problems), len(casus.people)) == (48, 32, 7)
    assert sum(agency.contacts_e2 for agency in casus.agencies) == 24_40
    assert len({agency.kind for agency in casus.agencies}) == 48


def test_that_the_published_case_costs_what_is_published(casus, catalogue) -> None:
    yearly = [line for line in casus.costs if line.chances]
    assert all(line.recurrence == "yearly" and line.quantity_e4 == 10_000 for line in yearly)
    assert all(line.chances.current == line.chances.threatening == 100 for line in yearly)
    public = [line for line in yearly if catalogue.payers[line.payer].public]
    assert len(yearly) == 14
    assert sum(line.price_cents for line in yearly) == 269_000_00
    assert sum(line.price_cents for line in public) == 264_000_00
    assert sum(line.price_cents for line in public if not line.transfer) == 243_000_00
    assert [line.price_cents for line in yearly if line not in public] == [5_000_00]
    assert [line.price_cents for line in yearly if line.transfer] == [21_000_00]


def test_that_the_plan_of_the_published_case_costs_about_what_is_published(casus) -> None:
    event = casus.events[0]
    plan = 0
    for line in casus.costs:
        chance = line.chances.plan if line.chances else event.chance_plan if line.event else 100
        plan += line.price_cents * line.quantity_e4 // 10_000 * chance // 100
    assert abs(plan - 90_000_00) < 1_000_00
    assert [line.price_cents for line in casus.costs if line.intervention] == [6_000_00]
    assert (event.chance_threatening, event.chance_plan) == (40, 5)


def test_that_every_line_of_the_published_case_can_be_accounted_for(casus, catalogue) -> None:
    for line in casus.costs:
        assert line.law
        assert line.payer
        assert line.source
        if line.price:
            listed = catalogue.prices[line.price]
            assert listed.use == "line"
            assert (line.price_cents, line.price_year) == (listed.price_cents, listed.price_year)
            assert line.unit == listed.unit
    of_events = {line.price for line in casus.costs if line.event}
    assert of_events == set(catalogue.events["huisuitzetting"].prices)


def test_that_the_published_case_says_what_of_it_is_example(casus) -> None:
    assert casus.household.example
    assert casus.notice == form.EXAMPLE
    assert "voorbeeld" in casus.household.name
    assert "Voorbeeld, door ons ingevuld" in casus.household.note
    assert "https://publiekewaarden.nl/" in casus.household.note


def test_that_agencies_of_the_published_case_carry_the_problems_that_usually_bring_them(casus, catalogue) -> None:
    kinds = {problem.id: problem.kind for problem in casus.problems}
    for agency in casus.agencies:
        usual = {kind for kind in kinds.values() if agency.kind in catalogue.problems[kind].agencies}
        assert {kinds[name] for name in agency.problems} == usual
        assert agency.law == catalogue.agencies[agency.kind].law
        assert agency.people
    assert all(problem.people for problem in casus.problems)


# -- the document that describes it ---------------------------------------------------------------------


@pytest.fixture
def described() -> str:
    return (paths.resources().parent / "docs" / "file-formats.md").read_text(encoding="utf-8")


def test_that_the_example_in_the_document_is_a_case_file(described, catalogue) -> None:
    example = described.split("```json\n")[1].split("```")[0]
    case = casefile.read(example.encode(), catalogue)
    assert (len(case.problems), len(case.agencies), len(case.costs)) == (1, 1, 1)


def test_that_the_document_names_every_field(described) -> None:
    parts = (
        form.CaseFile, form.Household, form.Goal, form.Person, form.Problem, form.Agency, form.Intervention,
        form.Ground, form.Event, form.Cost, form.Chances,
    )  # fmt: skip
    fields = {field for part in parts for field in part.__struct_fields__}
    section = described.split("## Workspace")[0]
    assert [field for field in sorted(fields) if not re.search(rf"\b{field}\b", section)] == []
