from dataclasses import replace
from typing import Any

import pytest

from doorbraak.model import catalogue as lists
from doorbraak.model.dossier.barriers import Barrier
from doorbraak.model.dossier.comparisons import Comparison
from doorbraak.model.dossier.considerations import PARTS, Consideration
from doorbraak.model.dossier.dossier import TABLES, Dossier
from doorbraak.model.dossier.interventions import StatusChange
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.dossier.local_mandates import LocalMandate
from doorbraak.model.dossier.perspectives import SIDES, Perspective
from doorbraak.model.insight import names
from doorbraak.model.insight.missing_parts import Missing, missing, to_check, without_way_out
from doorbraak.model.insight.tensions import tensions_of
from tests.model.insight.records import START, dossier, event, intervention, line, made, problem

OWN = lists.load()
SURE = next(one.id for one in OWN.articles.values() if not one.needs_check)
UNSURE = next(one.id for one in OWN.articles.values() if one.needs_check)


def ground(id_: int, article: str = SURE, **given: Any) -> LegalGround:
    return made(LegalGround, **{"role": "carries", "reason": "Past hier", **given}, id=id_, article=article)


def whole(**given: Any) -> Dossier:
    """A dossier of which the justification is complete, but for what is given."""
    parts: dict[str, Any] = {
        "interventions": (intervention(id=1, goals=(1,), decider="College"),),
        "costs": (line(0, intervention=1),),
        "grounds": (ground(1),),
        "considerations": tuple(
            made(Consideration, id=at, part=part, words="Tekst") for at, part in enumerate(PARTS, 1)
        ),
        "perspectives": tuple(
            made(Perspective, id=at, side=side, verdict="for", by_role="Jurist") for at, side in enumerate(SIDES, 1)
        ),
        "comparisons": (made(Comparison, other="Huishouden 14", verdict="equal"),),
        **given,
    }
    return dossier(*parts.pop("costs"), **parts)


def found(known: Dossier, *local: LocalMandate) -> list[tuple[str, str, int]]:
    return [(one.code, one.part, one.row) for one in missing(known, 1, OWN, local)]


def test_that_nothing_is_missing_when_all_is_there() -> None:
    assert missing(whole(), 1, OWN) == ()


def test_that_an_empty_doorbraak_misses_everything_once_in_the_order_of_work() -> None:
    known = dossier(interventions=(intervention(id=1),))
    listed = missing(known, 1, OWN)
    assert [one.code for one in listed if one.code not in ("part", "side")] == [
        "purpose", "own-cost", "decider", "carrying-ground", "comparison",
    ]  # fmt: skip
    assert [one.part for one in listed if one.code == "part"] == [
        "wanted-effect", "purpose-of-laws", "effects-short", "effects-long", "others-short", "payer-short",
        "legal-test", "legitimacy", "involvement", "return", "weighing",
    ]  # fmt: skip
    assert [one.part for one in listed if one.code == "side"] == list(SIDES)
    assert len(set(listed)) == len(listed) == 20


def test_that_a_doorbraak_of_another_household_misses_nothing() -> None:
    assert missing(dossier(), 1, OWN) == ()


def test_that_problems_or_goals_are_purpose_enough() -> None:
    for one, lacks in (
        (intervention(id=1, decider="College"), True),
        (intervention(id=1, decider="College", problems=(3,)), False),
        (intervention(id=1, decider="College", goals=(3,)), False),
    ):
        assert (("purpose", "", 1) in found(whole(interventions=(one,)))) is lacks


def test_that_a_cost_of_nought_is_an_answer_and_that_of_another_doorbraak_is_none() -> None:
    assert found(whole(costs=())) == [("own-cost", "", 0)]
    assert found(whole(costs=(line(600, intervention=2),))) == [("own-cost", "", 0)]
    assert found(whole(costs=(line(600),))) == [("own-cost", "", 0)]


def test_that_who_may_decide_here_is_said_with_the_decider_that_is_missing() -> None:
    law = OWN.articles[SURE].law
    local = LocalMandate(1, law, "", "Teammanager inkomen", "", None)
    other = LocalMandate(2, next(id_ for id_ in OWN.laws if id_ != law), "", "Wethouder", "", None)
    (one,) = missing(whole(interventions=(intervention(id=1, goals=(1,)),)), 1, OWN, (local, other))
    assert one.code == "decider"
    assert one.why.endswith("Volgens jullie lijst: Teammanager inkomen.")
    (bare,) = missing(whole(interventions=(intervention(id=1, goals=(1,)),)), 1, OWN)
    assert "lijst" not in bare.why


@pytest.mark.parametrize("status", ["proposed", "requested", "withdrawn"])
def test_that_before_a_decision_no_day_is_asked(status: Any) -> None:
    assert found(whole(interventions=(intervention(id=1, goals=(1,), decider="College", status=status),))) == []


@pytest.mark.parametrize("status", ["granted", "partly", "refused", "done", "evaluated"])
def test_that_a_decision_needs_its_day(status: Any) -> None:
    one = intervention(id=1, goals=(1,), decider="College", status=status)
    assert found(whole(interventions=(one,))) == [("decision-day", "", 1)]
    assert found(whole(interventions=(replace(one, decided_on=START),))) == []


def test_that_help_first_and_paper_later_is_said_without_blame() -> None:
    one = intervention(id=1, goals=(1,), decider="College", status="done")
    (said,) = missing(whole(interventions=(one,)), 1, OWN)
    assert said.what == "De hulp is er al. Het besluit staat er nog niet bij."
    assert "Eerst helpen mag." in said.why


def test_that_grounds_need_one_that_carries_a_reason_an_answer_and_a_text_that_was_read() -> None:
    assert found(whole(grounds=(ground(1, role="room"),))) == [("carrying-ground", "", 0)]
    assert found(whole(grounds=(ground(1), ground(2, reason=""), ground(3, reason="")))) == [("ground-reason", "", 2)]
    assert found(whole(grounds=(ground(1), ground(2, role="blocks")))) == [("blocking-ground", "", 2)]
    assert found(whole(grounds=(ground(1), ground(2, role="blocks"), ground(3, role="room")))) == []
    for article in (UNSURE, "", "oude-wet:1"):
        assert found(whole(grounds=(ground(1), ground(2, article)))) == [("ground-check", "", 2)]


def test_that_how_many_is_said_in_plain_dutch() -> None:
    def said(*grounds: LegalGround) -> str:
        (one,) = missing(whole(grounds=(ground(9), *grounds)), 1, OWN)
        return one.what

    assert said(ground(1, reason="")) == "Bij één artikel staat nog niet waarom het hier past."
    assert said(ground(1, reason=""), ground(2, reason="")) == "Bij 2 artikelen staat nog niet waarom het hier past."
    assert said(ground(1, UNSURE)) == "Eén artikel is nog na te kijken."
    assert said(ground(1, UNSURE), ground(2, "")) == "2 artikelen zijn nog na te kijken."
    assert said(ground(1, role="blocks")) == "Eén artikel blokkeert, en een uitweg is nog niet gekozen."


def test_that_of_effects_on_others_and_the_payer_one_time_is_enough() -> None:
    every = whole().considerations
    for part in PARTS:
        left = tuple(one for one in every if one.part != part)
        either = part.startswith(("others", "payer"))
        assert found(whole(considerations=left)) == ([] if either else [("part", part, 0)]), part
    neither = tuple(one for one in every if not one.part.startswith("others"))
    assert found(whole(considerations=neither)) == [("part", "others-short", 0)]


def test_that_a_reason_without_a_verdict_is_no_judgement() -> None:
    open_ = tuple(replace(one, verdict="", reason="Twijfel") for one in whole().perspectives if one.side == "legal")
    sides = tuple(one for one in whole().perspectives if one.side != "legal")
    assert found(whole(perspectives=(*sides, *open_))) == [("side", "legal", 0)]


def test_that_a_barrier_needs_its_rung_and_none_is_fine() -> None:
    barriers = (made(Barrier, id=4, rung="law"), made(Barrier, id=5), made(Barrier, id=6, intervention=2))
    assert found(whole(barriers=barriers)) == [("barrier-rung", "", 5)]


def test_that_what_belongs_to_another_doorbraak_does_not_count() -> None:
    other = {
        part: tuple(replace(one, intervention=2) for one in getattr(whole(), part))
        for part in ("grounds", "considerations", "perspectives", "comparisons")
    }
    codes = {code for code, _, _ in found(whole(**other))}
    assert codes == {"carrying-ground", "part", "side", "comparison"}


def every() -> tuple[Missing, ...]:
    empty = dossier(interventions=(intervention(id=1, status="granted"),))
    done = dossier(interventions=(intervention(id=1, status="done"),))
    bad = whole(
        grounds=(ground(1, UNSURE, role="blocks", reason=""), ground(2, "", role="blocks", reason="")),
        barriers=(made(Barrier, id=5), made(Barrier, id=6)),
    )
    return tuple(one for known in (empty, done, bad) for one in missing(known, 1, OWN))


def test_that_each_says_what_and_why_in_short_sentences_without_blame() -> None:
    for one in every():
        for sentence in (*one.what.split(". "), *one.why.split(". ")):
            assert 3 <= len(sentence.split()) <= 20, sentence
        assert one.what.endswith(".")
        assert one.why[-1] in ".?"
        assert not any(
            word in f"{one.what} {one.why}".casefold() for word in ("vergeten", "fout", "verplicht", "moet je")
        )


def test_that_each_says_where_it_stands() -> None:
    tables = {table.name for table in TABLES}
    assert {one.table for one in every()} <= tables
    assert {one.part for one in every()} - {""} <= {*PARTS, *SIDES}


def test_that_what_is_to_check_and_what_lacks_a_way_out_is_told_apart() -> None:
    listed = (ground(1), ground(2, UNSURE), ground(3, role="blocks"))
    assert to_check(listed, OWN) == (listed[1],)
    assert without_way_out(listed, OWN) == (listed[2],)
    assert without_way_out((*listed, ground(4, role="room")), OWN) == ()


def test_that_room_for_something_else_does_not_answer_what_blocks() -> None:
    """Debts and bijstand: room in the Leerplichtwet says nothing of it, room in its own law and the list's way do."""
    blocked = ground(1, "participatiewet:13:1_onder_g", role="blocks")
    for article, role, answered in (
        ("leerplichtwet:5_onder_a", "room", False),
        ("participatiewet:18:1", "room", True),  # of the same law
        ("participatiewet:49", "carries", True),  # named by tensions.csv
        ("participatiewet:49", "blocks", False),
        ("participatiewet:11:1", "carries", False),  # the same law, and no room
        ("", "room", False),  # an own article of nobody knows which law
    ):
        assert (without_way_out((blocked, ground(2, article, role=role)), OWN) == ()) is answered, (article, role)
    named = replace(blocked, reason="Hier past Wgs 3: schuldhulp gaat voor.")
    assert without_way_out((named, ground(2, "wgs:3:1")), OWN) == ()
    assert without_way_out((blocked, ground(2, "wgs:3:1")), OWN) == (blocked,)


def test_that_each_that_blocks_needs_its_own_way_out() -> None:
    listed = (ground(1, "participatiewet:14", role="blocks"), ground(2, "awir:23:1", role="blocks"))
    assert without_way_out(listed, OWN) == listed
    assert without_way_out((*listed, ground(3, "participatiewet:16:1", role="room")), OWN) == (listed[1],)


def test_that_the_sheet_to_decide_on_and_the_list_of_what_is_missing_give_one_answer() -> None:
    """Whatever is chosen beside it: of the sheet's cell "nog geen uitweg gekozen" stands there or it does not."""
    blocked = ground(1, "participatiewet:13:1_onder_g", role="blocks")
    for other in OWN.articles.keys() - {blocked.article}:
        for role in ("room", "carries"):
            listed = (blocked, ground(2, other, role=role))
            opens = {id_ for one in tensions_of(listed, OWN) if 1 in one.between for id_ in one.chosen}
            assert (without_way_out(listed, OWN) == ()) is (other in opens), (other, role)


def test_that_a_refusal_needs_its_reason_and_only_the_last_one() -> None:
    one = intervention(id=1, goals=(1,), decider="College", status="refused", decided_on=START)

    def lacks(*reasons: str) -> list[tuple[str, str, int]]:
        said = tuple(
            made(StatusChange, id=at, status="refused", on_day=START, reason=reason)
            for at, reason in enumerate(reasons, 1)
        )
        return found(whole(interventions=(one,), statuses=said))

    assert lacks("", "") == lacks("Past niet", "") == [("refusal-reason", "", 1)]
    assert lacks("Past niet") == lacks("", "Past niet") == []
    asked = replace(one, status="requested", decided_on=None)
    change = made(StatusChange, id=1, status="refused", on_day=START)
    assert found(whole(interventions=(asked,), statuses=(change,))) == []


def test_that_a_verdict_needs_the_role_of_who_gave_it() -> None:
    sides = whole().perspectives
    bare = (*sides[:2], replace(sides[2], by_role=""), *sides[3:])
    assert found(whole(perspectives=bare)) == [("side-role", sides[2].side, sides[2].id)]
    (said,) = missing(whole(perspectives=bare), 1, OWN)
    assert said.what == "Bij één oordeel staat nog niet van wie het is."


def test_that_an_own_article_that_is_one_of_the_list_is_said_to_be_there_twice() -> None:
    own = ground(2, "", title=names.article_name(SURE, OWN), checked_on=START)
    assert found(whole(grounds=(ground(1, role="carries"), own))) == [("ground-twice", "", 2)]
    assert (
        found(
            whole(
                grounds=(ground(1, next(a for a in OWN.articles if a != SURE and not OWN.articles[a].needs_check)), own)
            )
        )
        == []
    )
    other = replace(own, title="Verordening Oost 7")
    assert found(whole(grounds=(ground(1), other))) == []


def test_that_a_problem_that_may_end_badly_asks_what_threatens_until_somebody_says_so() -> None:
    def lacks(kind: str, **given: Any) -> bool:
        known = whole(problems=(problem(1, kind, **given),))
        return ("threat", "", 0) in found(known)

    assert lacks("dreigende-huisuitzetting")
    assert not lacks("dreigende-huisuitzetting", solved_on=START)
    assert not lacks("")
    linked = {id_ for one in OWN.events.values() for id_ in one.problems}
    assert not lacks(next(id_ for id_ in OWN.problems if id_ not in linked))
    known = whole(problems=(problem(1, "dreigende-huisuitzetting"),), events=(event(40, 5),))
    assert found(known) == []
