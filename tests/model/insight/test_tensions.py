from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from doorbraak.model import catalogue as lists
from doorbraak.model.dossier.justification import GroundRole, LegalGround
from doorbraak.model.insight.ground_roles import role_of
from doorbraak.model.insight.tensions import GENERAL, tensions_of
from tests.model.insight.ecomap_measures import published
from tests.model.insight.records import made

OWN = lists.load()


def ground(id_: int, article: str, role: GroundRole | None = None, **given: str) -> LegalGround:
    known = OWN.articles.get(article)
    return made(LegalGround, id=id_, article=article, role=role or (role_of(known) if known else "blocks"), **given)


def test_that_two_grounds_of_a_known_pair_bring_up_the_way_out() -> None:
    (found,) = tensions_of([ground(1, "zvw:11:1"), ground(2, "wgs:4a:1_en_3")], OWN)
    assert found.between == (1, 2)
    assert found.sentence.startswith("De GGZ wil pas behandelen")
    assert found.way_out.startswith("Wgs 5 (afkoelingsperiode)")
    assert found.articles[:3] == ("wgs:5:1_en_2", "zvw:11:1", "wmo2015:2.3.3")
    assert found.source_url


def test_that_grounds_that_go_together_bring_up_nothing() -> None:
    assert tensions_of([], OWN) == ()
    assert tensions_of([ground(1, "awb:3:4:2"), ground(2, "wgs:3:1")], OWN) == ()
    assert tensions_of([ground(1, "wgs:4a:1_en_3")], OWN) == ()


def test_that_one_that_blocks_is_enough() -> None:
    (found,) = tensions_of([ground(1, "wgs:7:1")], OWN)
    assert found.between == (1,)
    assert found.articles == ("wgs:7:1", "bw1:431:1", "fw:284:4")
    assert (found.chosen, found.solved) == (("wgs:7:1",), False)


def test_that_a_pair_that_names_one_paragraph_leaves_the_others_alone() -> None:
    for article, where in (
        ("participatiewet:13:1_onder_e", "participatiewet:49"),  # a stay abroad is not about debts
        ("participatiewet:13:2_onder_c", "participatiewet:49"),
        ("wmo2015:2.3.5:6", "participatiewet:18:1"),  # refusing for the Wlz is not about who shares a home
        ("participatiewet:18:4_en_5", "awir:3:8"),
    ):
        found = tensions_of([ground(1, article, "blocks")], OWN)
        assert found
        assert all(where not in one.articles for one in found)
    exception = [ground(1, "participatiewet:22a:4"), ground(2, "wmo2015:2.3.5:4")]
    assert tensions_of(exception, OWN) == ()


def test_that_a_pair_by_number_means_each_paragraph() -> None:
    (found,) = tensions_of([ground(1, "participatiewet:13:1_onder_g"), ground(2, "wgs:3:1")], OWN)
    assert "participatiewet:49" in found.articles


def test_that_a_way_out_that_carries_or_gives_room_solves_it_and_one_that_blocks_does_not() -> None:
    blocking = ground(1, "participatiewet:13:1_onder_g")
    assert not tensions_of([blocking], OWN)[0].solved
    for role, solved in (("room", True), ("carries", True), ("blocks", False)):
        found = tensions_of([blocking, ground(2, "participatiewet:16:1", role)], OWN)[0]  # type: ignore[arg-type]
        assert (found.solved, found.chosen) == (solved, ("participatiewet:16:1",))


def test_that_what_blocks_without_a_known_pair_shows_what_its_own_example_names() -> None:
    (found,) = tensions_of([ground(1, "participatiewet:14")], OWN)
    assert found.articles == ("participatiewet:16:1", *GENERAL)
    assert "PW 16 lid 1 (Bijstand bij zeer dringende redenen)" in found.way_out
    assert "Awb 3:4 lid 2" in found.way_out
    assert (found.sentence, found.source_url) == (OWN.articles["participatiewet:14"].what, "")


def test_that_the_same_article_goes_before_the_rest_of_the_law() -> None:
    (found,) = tensions_of([ground(1, "fw:288:2")], OWN)
    assert found.articles == ("fw:288:3",)
    (found,) = tensions_of([ground(1, "awir:23:1")], OWN)
    assert found.articles == ("awir:47:1", *GENERAL)


def test_that_an_exception_is_not_offered_to_whom_it_shuts_out() -> None:
    for article in ("participatiewet:11:2", "participatiewet:16:2"):
        (found,) = tensions_of([ground(1, article)], OWN)
        assert "participatiewet:16:1" not in found.articles
        assert "evrm:8:1_en_2" in found.articles


def test_that_a_judge_is_not_held_to_the_rules_for_public_bodies() -> None:
    for article in ("bw7:274:1", "fw:288:1_onder_b"):
        (found,) = tensions_of([ground(1, article)], OWN)
        assert not set(GENERAL) & set(found.articles)
        assert "overheid" not in found.way_out


@pytest.mark.parametrize("kept", [{"title": "Verordening 3"}, {"article": "weg:1", "title": "Wet weg", "text": "Nee."}])
def test_that_an_own_or_vanished_article_that_blocks_has_the_general_way_out(kept: dict[str, str]) -> None:
    (found,) = tensions_of([ground(1, **{"article": "", **kept})], OWN)
    assert found.sentence == kept.get("text", kept["title"])
    assert found.articles == GENERAL


def test_that_without_those_articles_there_is_still_a_question_to_ask() -> None:
    empty = replace(OWN, articles=MappingProxyType({}), tensions=())
    (found,) = tensions_of([ground(1, "", "blocks", title="Verordening 3")], empty)
    assert (found.articles, found.solved) == ((), False)
    assert found.way_out.startswith("Vraag of de regel echt uit de wet komt")


def test_that_every_article_that_blocks_brings_up_a_way_out_of_articles_that_exist() -> None:
    for article in OWN.articles.values():
        if role_of(article) == "blocks":
            found = tensions_of([ground(1, article.id)], OWN)
            assert found
            assert all(one.way_out and set(one.articles) <= set(OWN.articles) for one in found)


def test_that_known_pairs_come_first_and_nothing_is_told_twice() -> None:
    some = [ground(3, "participatiewet:14"), ground(1, "participatiewet:22a:1"), ground(2, "wmo2015:2.3.5:4")]
    found = tensions_of(some, OWN)
    assert [one.between for one in found] == [(1, 2), (1,), (3,)]
    assert found[0].solved
    assert len({one.sentence for one in found}) == 3


def test_that_the_debt_of_casus_01_is_a_tension_that_is_solved(tmp_path: Path) -> None:
    casus = published(tmp_path / "werkmap")["casus-01"]
    first = casus.interventions[0]
    (found,) = tensions_of([one for one in casus.grounds if one.intervention == first.id], OWN)
    assert found.solved
    assert found.chosen == ("participatiewet:49",)


def test_that_the_signature_for_a_briefadres_opens_with_the_duty_of_the_municipality() -> None:
    grounds = [
        ground(1, "brp:2.45:2", "blocks"),
        ground(2, "brp:2.23:2_en_3", "carries"),
        ground(3, "awb:3:4:2", "room"),
    ]
    (found,) = tensions_of(grounds, OWN)
    assert found.solved
    assert found.chosen == ("brp:2.23:2_en_3",)
    assert "vooraf" not in tensions_of(grounds[:1], OWN)[0].way_out
