from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.dossier.precedents import Precedent, Tried
from doorbraak.model.insight.equal_cases import SharedProblem, Worked, equal_cases, worked_for
from tests.model.insight.records import dossier, problem

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


def test_that_cases_come_by_the_number_of_shared_problems_and_then_the_rarest() -> None:
    found = equal_cases(
        HERE,
        [
            precedent(2, "stress"),
            precedent(3, "verzuim werkloos"),
            precedent(4, "stress alcohol werkloos"),
            precedent(5, "stress"),
        ],
    )
    assert [case.number for case in found] == [4, 3, 2, 5]
    assert found[0].shared == (SharedProblem("alcohol", 1), SharedProblem("stress", 3))
    assert (found[0].here, found[0].there, found[0].agencies) == (3, 3, 20)


def test_that_a_case_says_what_was_done_and_whether_it_worked_also_when_it_was_refused() -> None:
    done, refused = tried(worked="partly"), tried("woning-met-voorrang", status="refused")
    (case,) = equal_cases(HERE, [precedent(2, "stress", done, refused)])
    assert case.interventions == (done, refused)


def test_that_nothing_in_common_nothing_done_or_the_household_itself_is_no_equal_case() -> None:
    assert equal_cases(HERE, [precedent(2, "werkloos"), Precedent(3, 3, frozenset({"stress"}), 1, ())]) == ()
    assert equal_cases(HERE, [Precedent(HERE.household.id, 12, frozenset({"stress"}), 1, (tried(),))]) == ()
    assert equal_cases(dossier(problems=(problem(1),)), [precedent(2, "")]) == ()


def test_that_there_are_no_more_cases_than_asked() -> None:
    many = [precedent(number, "stress") for number in range(2, 40)]
    assert [case.number for case in equal_cases(HERE, many, most=3)] == [2, 3, 4]
    assert len(equal_cases(HERE, many)) == 10


@given(precedents(), st.sets(st.sampled_from(KINDS)), st.randoms())
def test_that_the_order_in_which_they_are_read_does_not_matter(
    others: list[Precedent], kinds: set[str], random: object
) -> None:
    here = dossier(problems=tuple(problem(at, kind) for at, kind in enumerate(sorted(kinds))))
    mixed = list(others)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    found = equal_cases(here, others, most=99)
    assert found == equal_cases(here, mixed, most=99)
    by_number = {one.number: one for one in others}
    assert {case.number for case in found} == {
        one.number for one in others if one.interventions and one.problem_kinds & kinds
    }
    for case in found:
        assert {shared.kind for shared in case.shared} == by_number[case.number].problem_kinds & kinds
        for shared in case.shared:
            assert shared.households == sum(shared.kind in one.problem_kinds for one in others)
    assert [len(case.shared) for case in found] == sorted((len(case.shared) for case in found), reverse=True)
    for kind in KINDS:
        assert worked_for(kind, others) == worked_for(kind, mixed)


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
