import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model import catalogue as lists
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.dossier.precedents import Precedent, Tried
from doorbraak.model.insight.ground_roles import role_of
from doorbraak.model.insight.suggested_grounds import MOST, ORDER, Suggestion, suggested
from doorbraak.model.insight.tensions import GENERAL
from tests.model.insight.ecomap_measures import published
from tests.model.insight.records import agency, dossier, intervention, made, problem

OWN = lists.load()


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Dossier]:
    return published(tmp_path_factory.mktemp("zes") / "werkmap")


def ids(found: tuple[Suggestion, ...]) -> list[str]:
    return [one.article for one in found]


def reasons(found: tuple[Suggestion, ...], article: str) -> tuple[str, ...]:
    return next(one.reasons for one in found if one.article == article)


def tried(articles: str, kind: str = "schulden-afkopen", worked: str | None = None, **given: object) -> Tried:
    values = {"status": "done", "problem_kinds": frozenset(), **given}
    return made(Tried, id=1, kind=kind, articles=tuple(articles.split()), worked=worked, **values)


def elsewhere(*some: Tried) -> list[Precedent]:
    return [Precedent(99, 5, frozenset(), 3, some)]


HERE = intervention(id=1, kind="schulden-afkopen", problems=(1,))
HOME = dossier(problems=(problem(1, "huurachterstand"), problem(2, "gepest")), interventions=(HERE,))


def test_that_the_debt_of_casus_01_gets_what_a_professional_would_look_for(cases: dict[str, Dossier]) -> None:
    casus = cases["casus-01"]
    found = suggested(casus, casus.interventions[0], OWN)
    assert {"wgs:5:1_en_2", "awb:4:94a", "participatiewet:58:7_en_8", "fw:287a:1_en_5"} <= set(ids(found))
    assert reasons(found, "awb:4:94a") == (
        "Gaat over het probleem “Schuld die niet in een regeling mag”.",
        "Awb hoort bij deze soort doorbraak.",
    )


def test_that_a_way_out_of_what_blocks_comes_first_and_says_of_what(cases: dict[str, Dossier]) -> None:
    casus = cases["casus-10"]
    unsolved = replace(casus, grounds=tuple(one for one in casus.grounds if one.article != "awb:3:4:2"))
    found = suggested(unsolved, casus.interventions[0], OWN)
    assert set(ids(found)[:3]) == {"awb:4:84", "awb:3:4:2", "participatiewet:16:1"}
    assert reasons(found, "participatiewet:16:1")[0] == "Uitweg nu PW 14 hier blokkeert."


def test_that_a_solved_tension_asks_for_nothing_more() -> None:
    blocking = made(LegalGround, id=1, article="participatiewet:13:1_onder_g", role="blocks")
    solving = made(LegalGround, id=2, article="participatiewet:49", role="room")
    one, two = dossier(grounds=(blocking,)), dossier(grounds=(blocking, solving))
    own = intervention(id=1)
    assert "Uitweg nu PW 13 lid 1 onder g hier blokkeert." in reasons(suggested(one, own, OWN), "participatiewet:49")
    assert not any(reason.startswith("Uitweg") for found in suggested(two, own, OWN) for reason in found.reasons)


def test_that_all_cases_get_at_most_twelve_new_ones_with_short_reasons(cases: dict[str, Dossier]) -> None:
    asked = 0
    for casus in cases.values():
        for one in casus.interventions:
            found = suggested(casus, one, OWN)
            chosen = {ground.article for ground in casus.grounds if ground.intervention == one.id}
            assert 0 < len(found) <= MOST
            assert len(set(ids(found))) == len(found)
            assert not chosen & set(ids(found))
            assert all(row.role == role_of(OWN.articles[row.article]) for row in found)
            for row in found:
                assert row.reasons
                assert len(set(row.reasons)) == len(row.reasons)
                assert all(len(reason.split()) <= 20 and reason.endswith(".") for reason in row.reasons)
            assert found == suggested(casus, one, OWN)
            asked += 1
    assert asked > 10


def test_that_no_reason_shows_a_word_that_is_for_search_only(cases: dict[str, Dossier]) -> None:
    """Those of a problem can be harsh. What the doorbraak itself says, and names, may be shown."""
    for casus in cases.values():
        for one in casus.interventions:
            hidden = {
                word for problem in casus.problems if problem.kind in OWN.problems
                for word in OWN.problems[problem.kind].synonyms
            }  # fmt: skip
            kind = OWN.interventions.get(one.kind)
            shown = f"{one.words} {kind.name if kind else ''}".lower()
            for row in suggested(casus, one, OWN):
                for quoted in re.findall("Gaat over “([^”]*)”, net als", " ".join(row.reasons)):
                    assert quoted not in hidden or quoted.lower() in shown


def test_that_what_worked_before_goes_before_what_is_only_about_it() -> None:
    used = tried("ivrk:27:1_en_3 awb:4:95:1", worked="yes")
    found = suggested(HOME, HERE, OWN, elsewhere(used, tried("ivrk:27:1_en_3", worked="no")))
    assert set(ids(found)[:2]) == {"ivrk:27:1_en_3", "awb:4:95:1"}
    assert reasons(found, "ivrk:27:1_en_3")[0] == "Werkte eerder (1x), niet (1x): zelfde soort doorbraak."


def test_that_what_was_refused_or_did_not_work_says_so_and_goes_behind() -> None:
    used = [
        tried("ivrk:27:1_en_3", worked="no"), tried("esh:30:onder_a", status="refused"), tried("wgs:8d"),
    ]  # fmt: skip
    found = suggested(HOME, HERE, OWN, elsewhere(*used))
    assert "participatiewet:49" in ids(found)[:3]
    assert reasons(found, "ivrk:27:1_en_3")[0].startswith("Werkte eerder niet (1x): zelfde soort")
    assert reasons(found, "esh:30:onder_a")[0].startswith("Eerder afgewezen (1x): zelfde soort")
    assert reasons(found, "wgs:8d")[0].startswith("Eerder gebruikt, uitkomst onbekend (1x)")


def test_that_the_same_problem_elsewhere_counts_and_another_one_does_not() -> None:
    same = tried("wgs:8d", "", "partly", problem_kinds=frozenset({"huurachterstand"}))
    other = tried("suwi:62:1", "", "yes", problem_kinds=frozenset({"gepest"}))
    found = suggested(HOME, HERE, OWN, elsewhere(same, other))
    assert ids(found)[0] == "wgs:8d"
    assert reasons(found, "wgs:8d")[0] == "Werkte eerder deels (1x): zelfde probleem."
    assert "suwi:62:1" not in ids(found)


def test_that_this_household_and_vanished_articles_teach_nothing() -> None:
    own = [Precedent(HOME.household.id, 12, frozenset(), 1, (tried("wgs:8d", worked="yes"),))]
    assert suggested(HOME, HERE, OWN, own) == suggested(HOME, HERE, OWN)
    assert suggested(HOME, HERE, OWN, elsewhere(tried("weg:1", worked="yes"))) == suggested(HOME, HERE, OWN)


def test_that_only_problems_of_this_doorbraak_and_agencies_that_it_touches_count() -> None:
    home = dossier(problems=HOME.problems, agencies=(agency(1, "svb"), agency(2, "deurwaarder")))
    bare = intervention(id=1, kind="", words="Iets.", agencies=(2,))
    assert ids(suggested(home, bare, OWN)) == ["rv:475fa", *GENERAL]
    assert reasons(suggested(home, bare, OWN), "rv:475fa") == ("Rv hoort bij 1 instantie.",)
    with_problem = suggested(home, intervention(id=1, kind="", problems=(1,)), OWN)
    assert ids(with_problem)[0] == "bw7:280"
    assert "Gaat over het probleem “Achterstand met de huur”." in with_problem[0].reasons


def test_that_own_words_are_heard() -> None:
    found = suggested(dossier(), intervention(id=1, words="Een briefadres van de gemeente."), OWN)
    assert set(ids(found)[:2]) == {"brp:2.23:1", "brp:2.23:2_en_3"}
    assert found[0].reasons == ("Gaat over “briefadres”, net als deze doorbraak.",)


def test_that_a_ground_of_another_doorbraak_may_be_offered_again() -> None:
    of_other = made(LegalGround, id=1, intervention=2, article="bw7:280", role="room")
    home = dossier(problems=HOME.problems, grounds=(of_other,))
    assert "bw7:280" in ids(suggested(home, HERE, OWN))


def test_that_the_order_can_be_said_in_one_sentence() -> None:
    assert ORDER.count(".") == 1
    assert len(ORDER.split()) <= 20


@given(
    st.sampled_from(["", *OWN.interventions]),
    st.lists(st.sampled_from(["", *OWN.problems]), max_size=6),
    st.lists(st.sampled_from(["", *OWN.agencies]), max_size=6),
    st.lists(st.sampled_from(["", "weg:1", *OWN.articles]), max_size=5, unique=True),
    st.text(max_size=30),
)
def test_that_any_household_gets_whole_suggestions(
    kind: str, problems: list[str], agencies: list[str], articles: list[str], words: str
) -> None:
    one: Intervention = intervention(id=1, kind=kind, words=words, problems=tuple(range(6)), agencies=tuple(range(6)))
    home = dossier(
        problems=tuple(problem(at, id_) for at, id_ in enumerate(problems)),
        agencies=tuple(agency(at, id_) for at, id_ in enumerate(agencies)),
        grounds=tuple(
            made(LegalGround, id=at, article=id_, title="Eigen", role=("blocks", "room")[at % 2])
            for at, id_ in enumerate(articles)
        ),
    )
    found = suggested(home, one, OWN)
    assert len(found) <= MOST
    assert not set(articles) & set(ids(found))
    assert all(row.reasons and all(row.reasons) for row in found)
