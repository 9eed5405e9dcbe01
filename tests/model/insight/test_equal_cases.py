from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model import catalogue
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.dossier.precedents import Precedent, Tried
from doorbraak.model.insight.equal_cases import (
    SharedProblem,
    Worked,
    came_of,
    can_be_compared,
    case_name,
    equal_cases,
    reasons,
    worked_for,
)
from tests.model.insight.records import agency, dossier, intervention, made, problem

KNOWN = catalogue.load()
KINDS = ("huurachterstand", "schuld-cjib", "stress", "alcohol", "verzuim", "werkloos")
WORKED = (None, "yes", "partly", "no", "too-early")


def tried(kind: str = "schulden-afkopen", worked: str | None = None, *, status: str = "done", to: str = "") -> Tried:
    return Tried(1, kind, "", status, frozenset(to.split()), (), worked, "")  # type: ignore[arg-type]


def precedent(number: int, kinds: str, *interventions: Tried) -> Precedent:
    return Precedent(number * 10, number, frozenset(kinds.split()), 20, interventions or (tried(),))


@st.composite
def precedents(draw: st.DrawFn) -> list[Precedent]:
    some = st.lists(st.sampled_from(KINDS), max_size=6).map(frozenset)
    steps = st.builds(
        Tried, st.integers(1, 9), st.sampled_from(["", "a", "b"]), st.just(""),
        st.sampled_from(["proposed", "granted", "refused", "done"]), some, st.just(()),
        st.sampled_from(WORKED), st.just(""),
    )  # fmt: skip
    return [
        Precedent(at, at, draw(some), 5, tuple(draw(st.lists(steps, max_size=3))))
        for at in range(2, draw(st.integers(2, 9)))
    ]


HERE = dossier(problems=(problem(1, "stress"), problem(2, "alcohol"), problem(3, "verzuim"), problem(4)))


def laws(*kinds: str) -> set[str]:
    return {law for kind in kinds for law in KNOWN.problems[kind].laws}


def numbers(*others: Precedent, chosen: str = "", here: object = HERE) -> list[int]:
    wanted = intervention(kind=chosen) if chosen else None
    return [case.number for case in equal_cases(here, others, KNOWN, wanted)]  # type: ignore[arg-type]


def test_that_cases_come_by_the_number_of_shared_problems_and_then_the_rarest() -> None:
    found = equal_cases(
        HERE,
        [
            precedent(2, "stress"),
            precedent(3, "verzuim werkloos"),
            precedent(4, "stress alcohol werkloos"),
            precedent(5, "stress"),
        ],
        KNOWN,
    )
    assert [case.number for case in found] == [4, 3, 2, 5]
    assert found[0].shared == (SharedProblem("alcohol", 1), SharedProblem("stress", 3))
    assert (found[0].here, found[0].there, found[0].agencies) == (3, 3, 20)


def test_that_with_a_chosen_doorbraak_the_same_kind_goes_first() -> None:
    other, same = precedent(2, "stress alcohol verzuim"), precedent(3, "stress", tried("briefadres"))
    assert numbers(other, same) == [2, 3]
    assert numbers(other, same, chosen="briefadres") == [3, 2]
    assert numbers(other, same, chosen="woning-met-voorrang") == [2, 3]
    own_words = intervention(kind="", words="Iets eigens")
    assert not any(case.same_kind for case in equal_cases(HERE, [precedent(4, "stress", tried(""))], KNOWN, own_words))


def test_that_the_same_kind_alone_is_enough() -> None:
    empty, same = dossier(), precedent(2, "", tried("briefadres", status="refused"))
    assert equal_cases(empty, [same], KNOWN) == ()
    (case,) = equal_cases(empty, [same], KNOWN, intervention(kind="briefadres"))
    assert (case.same_kind, case.shared, case.laws) == ("briefadres", (), ())


def test_that_laws_come_from_problems_agencies_and_grounds_of_both() -> None:
    law = KNOWN.agencies["uwv"].law
    assert law
    there = replace(precedent(2, ""), agency_kinds=frozenset({"uwv"}))
    (case,) = equal_cases(dossier(agencies=(agency(1, "uwv"),)), [there], KNOWN)
    assert case.laws == (law,)
    article = next(one for one in KNOWN.articles.values() if one.law == "participatiewet")
    on_ground = precedent(3, "", replace(tried(), articles=(article.id,)))
    ground = made(LegalGround, intervention=1, article=article.id)
    (case,) = equal_cases(dossier(grounds=(ground,)), [on_ground], KNOWN, intervention(id=1))
    assert case.laws == ("participatiewet",)
    assert equal_cases(dossier(grounds=(ground,)), [on_ground], KNOWN, intervention(id=2)) == ()
    (case,) = equal_cases(HERE, [precedent(4, "werkloos stress")], KNOWN)
    assert set(case.laws) == laws("stress", "alcohol", "verzuim") & laws("werkloos", "stress") - {"awb"}


def test_that_the_law_that_holds_for_every_decision_makes_no_equal_case() -> None:
    ground = made(LegalGround, intervention=1, article="awb:4:84")
    there = precedent(2, "", replace(tried(), articles=("awb:4:84",)))
    assert equal_cases(dossier(grounds=(ground,)), [there], KNOWN) == ()


def test_that_at_equal_problems_the_most_shared_laws_decide() -> None:
    more = replace(precedent(9, "stress"), agency_kinds=frozenset({"uwv"}))
    here = dossier(problems=(problem(1, "stress"),), agencies=(agency(1, "uwv"),))
    assert KNOWN.agencies["uwv"].law not in laws("stress")
    assert numbers(precedent(2, "stress"), more, here=here) == [9, 2]


def test_that_a_case_says_what_was_done_and_whether_it_worked_also_when_it_was_refused() -> None:
    done, refused = tried(worked="partly"), tried("woning-met-voorrang", status="refused")
    (case,) = equal_cases(HERE, [precedent(2, "stress", done, refused)], KNOWN)
    assert case.interventions == (done, refused)
    assert came_of(replace(done, why="De rest bleef")) == "Werkte het? Deels. De rest bleef"
    assert came_of(replace(refused, refused_because="Geen woning vrij")) == "Afgewezen: Geen woning vrij"
    assert came_of(refused) == "Afgewezen, zonder reden erbij."
    assert came_of(tried()) == "Of het werkte, is nog niet gezegd."


def test_that_the_reasons_are_spelled_out_in_the_order_in_which_they_count() -> None:
    (case,) = equal_cases(
        HERE, [precedent(2, "stress alcohol", tried("briefadres"))], KNOWN, intervention(kind="briefadres")
    )
    kind, shared, law = reasons(case, KNOWN)
    assert kind == f"Zelfde soort doorbraak: {KNOWN.interventions['briefadres'].name}."
    assert shared.startswith("Deelt 2 van de 3 soorten problemen, het zeldzaamste eerst: ")
    assert all(KNOWN.problems[one].name in shared for one in ("stress", "alcohol"))
    assert law.startswith("Zelfde wet")
    assert case_name(case.number) == "Huishouden 2"


def test_that_a_long_reason_says_how_many_it_leaves_out() -> None:
    kinds = list(KNOWN.problems)[:9]
    here = dossier(problems=tuple(problem(at, kind) for at, kind in enumerate(kinds)))
    (case,) = equal_cases(here, [precedent(2, " ".join(kinds))], KNOWN)
    assert " en nog 3." in reasons(case, KNOWN)[0]


def test_that_every_case_has_a_reason_and_kinds_that_left_the_lists_keep_their_id() -> None:
    here = dossier(problems=(problem(1, "oud-probleem"),))
    (case,) = equal_cases(
        here, [precedent(2, "oud-probleem", tried("oude-soort"))], KNOWN, intervention(kind="oude-soort")
    )
    assert reasons(case, KNOWN) == (
        "Zelfde soort doorbraak: oude-soort.", "Deelt de enige soort probleem: oud-probleem.",
    )  # fmt: skip


def test_that_nothing_in_common_nothing_done_or_the_household_itself_is_no_equal_case() -> None:
    assert equal_cases(HERE, [precedent(2, "oud"), Precedent(3, 3, frozenset({"stress"}), 1, ())], KNOWN) == ()
    assert equal_cases(HERE, [Precedent(HERE.household.id, 12, frozenset({"stress"}), 1, (tried(),))], KNOWN) == ()
    assert equal_cases(dossier(problems=(problem(1),)), [precedent(2, "")], KNOWN) == ()


def test_that_something_from_the_lists_is_needed_to_compare() -> None:
    assert not can_be_compared(dossier(problems=(problem(1),)), KNOWN, None)
    assert not can_be_compared(dossier(), KNOWN, intervention(kind=""))
    assert can_be_compared(dossier(), KNOWN, intervention(kind="briefadres"))
    assert can_be_compared(dossier(agencies=(agency(1, "uwv"),)), KNOWN, None)
    assert can_be_compared(HERE, KNOWN, None)


def test_that_there_are_no_more_cases_than_asked() -> None:
    many = [precedent(number, "stress") for number in range(2, 40)]
    assert [case.number for case in equal_cases(HERE, many, KNOWN, most=3)] == [2, 3, 4]
    assert len(equal_cases(HERE, many, KNOWN)) == 10


CHOSEN = st.sampled_from([None, intervention(kind=""), intervention(kind="a"), intervention(kind="b")])


def of(kinds: set[str]) -> object:
    return dossier(problems=tuple(problem(at, kind) for at, kind in enumerate(sorted(kinds))))


@given(precedents(), st.sets(st.sampled_from(KINDS)), CHOSEN, st.randoms())
def test_that_the_order_in_which_they_are_read_does_not_matter(
    others: list[Precedent], kinds: set[str], chosen: object, random: object
) -> None:
    here, mixed = of(kinds), list(others)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    found = equal_cases(here, others, KNOWN, chosen, most=99)  # type: ignore[arg-type]
    assert found == equal_cases(here, mixed, KNOWN, chosen, most=99)  # type: ignore[arg-type]
    by_number = {one.number: one for one in others}
    for case in found:
        assert reasons(case, KNOWN)
        assert {shared.kind for shared in case.shared} == by_number[case.number].problem_kinds & kinds
        for shared in case.shared:
            assert shared.households == sum(shared.kind in one.problem_kinds for one in others)
    places = [(not case.same_kind, -len(case.shared)) for case in found]
    assert places == sorted(places)
    for kind in KINDS:
        assert worked_for(kind, others) == worked_for(kind, mixed)


@given(precedents(), st.sets(st.sampled_from(KINDS)), CHOSEN)
def test_that_the_own_household_is_never_an_equal_case_and_counts_for_nothing(
    others: list[Precedent], kinds: set[str], chosen: object
) -> None:
    here = of(kinds)
    itself = Precedent(here.household.id, 12, frozenset(KINDS), 1, (tried("a"), tried("b")))  # type: ignore[attr-defined]
    found = equal_cases(here, [itself, *others], KNOWN, chosen, most=99)  # type: ignore[arg-type]
    assert found == equal_cases(here, others, KNOWN, chosen, most=99)  # type: ignore[arg-type]


@given(precedents(), st.sets(st.sampled_from(KINDS), min_size=1), CHOSEN, st.data())
def test_that_one_more_shared_problem_never_lowers_a_case(
    others: list[Precedent], kinds: set[str], chosen: object, data: st.DataObject
) -> None:
    """Whether the case turns out to have it too, or this household does: nobody without it comes to stand above."""
    here = of(kinds)

    def above(number: int, listed: list[Precedent], asked: object) -> set[int]:
        order = [case.number for case in equal_cases(asked, listed, KNOWN, chosen, most=99)]  # type: ignore[arg-type]
        return set(order[: order.index(number)]) if number in order else {one.number for one in listed}

    one = data.draw(st.sampled_from(others)) if others else None
    if one is None or not one.interventions:
        return
    kind = data.draw(st.sampled_from(sorted(kinds)))
    richer = [replace(each, problem_kinds=each.problem_kinds | {kind}) if each == one else each for each in others]
    assert above(one.number, richer, here) <= above(one.number, others, here) | {one.number}
    extra = data.draw(st.sampled_from(KINDS))
    if extra in one.problem_kinds:
        now = above(one.number, others, of(kinds | {extra}))
        assert now <= above(one.number, others, here) | {one.number}


@given(precedents(), st.sampled_from(KINDS))
def test_that_every_answer_is_counted_once(others: list[Precedent], kind: str) -> None:
    rows = worked_for(kind, others)
    counted = [
        step
        for one in others
        for step in one.interventions
        if kind in step.problem_kinds and (step.status in ("granted", "done") or step.worked)
    ]
    assert sum(row.tried for row in rows) == len(counted)
    assert sum(row.unanswered for row in rows) == sum(step.worked is None for step in counted)
    assert sum(row.partly for row in rows) == sum(step.worked == "partly" for step in counted)


def test_that_which_step_worked_is_told_per_kind_of_doorbraak() -> None:
    others = [
        precedent(2, "", tried("a", "yes", to="stress"), tried("b", "no", to="stress alcohol")),
        precedent(3, "", tried("a", "too-early", to="stress"), tried("a", status="granted", to="stress")),
        precedent(4, "", tried("", "partly", to="stress"), tried("", "yes", to="stress"), tried("c", to="alcohol")),
        precedent(5, "", tried("a", status="refused", to="stress"), tried("a", status="proposed", to="stress")),
    ]
    rows = worked_for("stress", others)
    assert rows == (Worked("a", 3, 1, 0, 0, 1), Worked("b", 1, 0, 0, 1, 0), Worked("", 2, 1, 1, 0, 0))
    assert [row.unanswered for row in rows] == [1, 0, 0]
