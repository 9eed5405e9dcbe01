import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_args, get_type_hints

import pytest
from msgspec import inspect

from doorbraak import paths
from doorbraak.model.dossier import casefile, dossier, household
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier.casefile_limits import MOST_BYTES, MOST_REFERENCES
from doorbraak.model.dossier.casefile_lists import LISTS
from doorbraak.model.errors import CaseFileRefused, InputError
from tests.model.dossier.conftest import TODAY, dump
from tests.model.dossier.small_case import as_bytes, cost, ground, person, problem, small

CASUS = (paths.resources() / "cases" / "casus-01.json").read_bytes()
SECRET = "Zwartewaterlandsestraat"


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
        (spoil(("goals",), small()["goals"] * 201), "goals"),
        (spoil(("problems", 0, "kind"), SECRET), "problems nummer 1, kind"),
        (spoil(("problems", 0, "life_domain"), SECRET), "problems nummer 1, life_domain"),
        (spoil(("problems", 0, "owner"), SECRET), "problems nummer 1, owner"),
        (spoil(("problems", 0, "people"), ["p1", "p9"]), "problems nummer 1, people"),
        (spoil(("problems", 0, "people"), ["p1", "p1"]), "problems nummer 1, people"),
        (spoil(("agencies", 0, "contacts_e2"), -1), "agencies nummer 1, contacts_e2"),
        (spoil(("agencies", 0, "law"), SECRET), "agencies nummer 1, law"),
        (spoil(("agencies", 0, "payer"), SECRET), "agencies nummer 1, payer"),
        (spoil(("agencies", 0, "problems"), ["q9"]), "agencies nummer 1, problems"),
        (spoil(("interventions", 0, "status"), SECRET), "interventions nummer 1, status"),
        (spoil(("interventions", 0, "kind"), SECRET), "interventions nummer 1, kind"),
        (spoil(("grounds", 0, "article"), SECRET), "grounds nummer 1, article"),
        (spoil(("grounds", 0, "intervention"), "i2"), "grounds nummer 1, intervention"),
        (spoil(("events", 0, "chance_plan"), 101), "events nummer 1, chance_plan"),
        (spoil(("events", 0, "kind"), SECRET), "events nummer 1, kind"),
        (spoil(("costs", 0, "price"), SECRET), "costs nummer 1, price"),
        (spoil(("costs", 0, "price_cents"), -1), "costs nummer 1, price_cents"),
        (spoil(("costs", 0, "price_cents"), 10**20), "costs nummer 1, price_cents"),
        (spoil(("costs", 0, "transfer"), 1), "costs nummer 1, transfer"),
        (spoil(("costs", 0, "chances"), None), "costs nummer 1, chances"),
        (spoil(("costs", 0, "chances", "plan"), 101), "costs nummer 1, chances, plan"),
        (spoil(("costs", 0, "agency"), "a9"), "costs nummer 1, agency"),
        (spoil(("costs", 1, "intervention"), "i1"), "costs nummer 2, event"),
        (spoil(("costs", 1, "chances"), cost("c9")["chances"]), "costs nummer 2, chances"),
        (spoil(("costs", 2, "attribution"), 99), "costs nummer 3, attribution"),
        (spoil(("costs", 0, "beneficiary"), SECRET), "costs nummer 1, beneficiary"),
        (spoil(("costs", 0, "effect"), SECRET), "costs nummer 1, effect"),
        (spoil(("costs", 0, "problem"), "q9"), "costs nummer 1, problem"),
        (spoil(("costs", 1, "id"), "c1"), "costs nummer 2, id"),
        (spoil(("confirmations", 0, "cost_line"), "c9"), "confirmations nummer 1, cost_line"),
        (spoil(("confirmations", 1, "after"), "3"), "confirmations nummer 2, after"),
        (spoil(("payments", 0, "cents"), 0), "payments nummer 1, cents"),
        (spoil(("refusals", 0, "agency"), None), "refusals nummer 1"),
        (spoil(("refusals", 0, "problem"), "q1"), "refusals nummer 1"),
        (lambda case: case["refusals"].append(case["refusals"][0]), "refusals nummer 5"),
        (spoil(("household", "retention"), SECRET), "household, retention"),
        (spoil(("household", "close_reason"), ""), "household, close_reason"),
        (spoil(("household", "closed"), None), "household, close_reason"),
        (lambda case: case["household"].update(closed=None, close_reason=""), "household, close_words"),
        (spoil(("people", 1, "role"), "samenwonend"), "people nummer 2, role"),
        (spoil(("relations", 0, "kind"), "moeder"), "relations nummer 1, kind"),
        (spoil(("relations", 0, "kind"), ""), "relations nummer 1, kind"),
        (spoil(("relations", 0, "person"), None), "relations nummer 1, person"),
        (spoil(("problems", 1, "rank"), 1), "problems nummer 2, rank"),
        (spoil(("problems", 0, "waits_for"), ["q1"]), "problems nummer 1, waits_for"),
        (spoil(("agencies", 1, "merges_into"), "a2"), "agencies nummer 2, merges_into"),
        (spoil(("agencies", 1, "future"), "stop"), "agencies nummer 2, merges_into"),
        (spoil(("letters", 0, "contradicts"), ["l2", "l2"]), "letters nummer 1, contradicts"),
        (spoil(("considerations", 0, "words"), "\u200b "), "considerations nummer 1, words"),
        (lambda case: case["considerations"].append(case["considerations"][0]), "considerations nummer 2, part"),
        (spoil(("measurements", 0, "measure"), SECRET), "measurements nummer 1, measure"),
        (spoil(("measurements", 0, "value_e2"), 1001), "measurements nummer 1, value_e2"),
        (spoil(("measurements", 1, "answer"), SECRET), "measurements nummer 2, value_e2"),
        (spoil(("visits", 0, "minutes_with_people"), 1441), "visits nummer 1, minutes_with_people"),
        (spoil(("visits", 0, "private_note"), SECRET), "visits nummer 1"),
        (spoil(("tasks", 0, "intervention"), "i2"), "tasks nummer 1, intervention"),
        (spoil(("signals", 0, "article"), SECRET), "signals nummer 1, article"),
        (spoil(("sharing", 0, "law"), SECRET), "sharing nummer 1, law"),
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
        (lambda case: case["problems"].append(problem("q9", kind="alcohol")), "problems nummer 3, kind"),
        (lambda case: case["agencies"].append(case["agencies"][0] | {"id": "a9"}), "agencies nummer 3, kind"),
        (spoil(("interventions", 0, "kind"), ""), "interventions nummer 1, words"),
        (lambda case: case["grounds"].append(ground()), "grounds nummer 3, article"),
        (lambda case: case["grounds"].append(case["grounds"][1]), "grounds nummer 3, article"),
        (spoil(("grounds", 1, "title"), "\u2800"), "grounds nummer 2, article"),
        (spoil(("household", "closed"), "2026-10-04"), "household, closed"),
        (spoil(("household", "wijk"), "wijk noord"), "household, wijk"),
        (spoil(("household", "plan_date"), "2199-01-01"), "household, plan_date"),
        (spoil(("goals", 0, "noted_on"), "1899-01-01"), "goals nummer 1, noted_on"),
        (spoil(("people", 1, "birth_year"), 2199), "people nummer 2, birth_year"),
        (lambda case: case["relations"].append(case["relations"][0]), "relations nummer 2, kind"),
        (spoil(("relations", 0, "other"), "p1"), "relations nummer 1, other"),
        (spoil(("custody", 0, "holder"), "p1"), "custody nummer 1, holder"),
        (spoil(("life_events", 0, "year"), 2199), "life_events nummer 1, year"),
        (spoil(("workers", 0, "name"), " "), "workers nummer 1, name"),
        (spoil(("letters", 1, "sender"), " "), "letters nummer 2, sender"),
        (spoil(("measurements", 0, "on_day"), "1850-01-01"), "measurements nummer 1, on_day"),
        (lambda case: case["corrections"][0].update(old_text="", new_text=""), "corrections nummer 1, new_text"),
        (spoil(("events", 0, "reason"), " "), "events nummer 1, reason"),
        (spoil(("events", 0, "outcome"), ""), "events nummer 1, outcome"),
        (spoil(("events", 0, "threatening_low"), 41), "events nummer 1, chance"),
        (spoil(("costs", 0, "price_year"), 2199), "costs nummer 1, price_year"),
        (spoil(("costs", 0, "price_high_cents"), 99), "costs nummer 1, price"),
        (spoil(("costs", 0, "price_low_cents"), None), "costs nummer 1, price"),
        (lambda case: case["costs"][1].update(chance_low=1, chance_high=9), "costs nummer 2, chance"),
        (lambda case: case["costs"][2].update(attribution_low=1, attribution_high=100), "costs nummer 3, attribution"),
        (spoil(("confirmations", 0, "actual_cents"), 1), "confirmations nummer 1, actual_cents"),
        (spoil(("confirmations", 1, "actual_cents"), None), "confirmations nummer 2, actual_cents"),
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


def test_that_a_field_named_like_a_place_is_not_taken_for_one(catalogue) -> None:
    case = small()
    case[f"x` - at `$.{SECRET}"] = 1
    assert SECRET not in refusal(as_bytes(case), catalogue)
    case = small()
    case["people"][0][f"x` - at `$.{SECRET.lower()}"] = 1
    assert SECRET.lower() not in refusal(as_bytes(case), catalogue)


@pytest.mark.parametrize("name", list(LISTS))
def test_that_a_text_that_is_needed_is_refused_when_nothing_of_it_can_be_seen(store, home, catalogue, name) -> None:
    (kind,) = (get_args(hint)[0] for field, hint in get_type_hints(form.CaseFile).items() if field == name)
    needed = [field.name for field in inspect.type_info(kind).fields if getattr(field.type, "min_length", None)]
    for field in needed:
        case = small()
        case[name][0][field] = " \u200b\u2800 "
        before = dump(store)
        with pytest.raises(CaseFileRefused, match=f"Bij {name} nummer 1, {field} "), store.change("Casus"):
            casefile.take_in(store, casefile.read(as_bytes(case), catalogue))
        assert dump(store) == before


def test_that_references_have_a_limit_together(catalogue) -> None:
    case = small()
    case["problems"] = [problem(f"q{number}", words="w") for number in range(200)]
    case["people"] = [person(f"p{number}", name="n") for number in range(101)]
    for row in case["problems"]:
        row["people"] = [each["id"] for each in case["people"]]
    case["interventions"][0]["problems"] = case["agencies"][0]["problems"] = []
    assert f"{MOST_REFERENCES} verwijzingen" in refusal(as_bytes(case), catalogue)


# -- what does not fit ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "changed", "sign"),
    [
        ("goals", lambda rows: rows * 201, "goals heeft meer dan 200 regels"),
        ("visits", lambda rows: (replace(rows[0], report="x" * 10_000),) * 600, "groter zijn dan 5 MB"),
        (
            "agencies",
            lambda rows: tuple(replace(rows[0], id=number, problems=rows[0].problems * 50) for number in range(500)),
            "meer dan 20000 verwijzingen",
        ),
    ],
    ids=["rows", "bytes", "references"],
)
def test_that_no_file_is_written_that_could_not_be_read_back(store, catalogue, name, changed, sign) -> None:
    with store.change("Casus"):
        of = casefile.take_in(store, casefile.read(as_bytes(small()), catalogue))
    found = dossier.read(store, of)
    with pytest.raises(InputError, match=sign) as refused:
        casefile.write(replace(found, **{name: changed(getattr(found, name))}))
    assert "Er is niets geschreven" in refused.value.sentence


def test_that_a_workspace_without_a_free_number_is_no_fault_of_the_file(store, catalogue, monkeypatch) -> None:
    monkeypatch.setattr(household, "HIGHEST_NUMBER", 0)
    case = casefile.read(as_bytes(small()), catalogue)
    with pytest.raises(InputError, match="Alle nummers zijn in gebruik"), store.change("Casus"):
        casefile.take_in(store, case)


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
