import re
from datetime import date

import pytest

from doorbraak.model import catalogue as lists
from doorbraak.model.dossier.interventions import Intervention, StatusChange
from doorbraak.model.dossier.justification import GroundRole, LegalGround
from doorbraak.model.dossier.local_mandates import LocalMandate
from doorbraak.model.insight.mandates import (
    TEAM_MAY_NOT,
    MandateWarning,
    against,
    bodies_of,
    laws_of,
    mandates_of,
    may_be,
    to_look_at,
    warnings,
)
from tests.model.insight.records import dossier, intervention, made

OWN = lists.load()
LOOKED = date(2026, 10, 1)


def ground(article: str, role: GroundRole = "carries", **given: int) -> LegalGround:
    return made(LegalGround, **{"intervention": 1, **given}, article=article, role=role)


def local(law: str, decider: str, id_: int = 1, **given: object) -> LocalMandate:
    return made(LocalMandate, **{"checked_on": LOOKED, **given}, id=id_, law=law, decider=decider)


def said(
    one: Intervention, *grounds: LegalGround, here: tuple[LocalMandate, ...] = (), **parts: tuple[object, ...]
) -> tuple[MandateWarning, ...]:
    return warnings(one, dossier(grounds=grounds, **parts), OWN, here)


def codes(found: tuple[MandateWarning, ...]) -> list[str]:
    return [one.code for one in found]


def test_that_laws_are_those_of_grounds_that_carry_or_give_room_and_after_them_those_of_the_kind() -> None:
    one = intervention(kind="niet-saneerbare-schuld-oplossen")
    assert laws_of(one, dossier(), OWN) == OWN.interventions["niet-saneerbare-schuld-oplossen"].laws
    blocks = ground("participatiewet:13:1_onder_g", "blocks")
    other = ground("wmo2015:2.3.5:5", "room", intervention=2)
    assert laws_of(one, dossier(grounds=(blocks, other)), OWN)[0] == "wgs"
    chosen = (blocks, ground("jeugdwet:2.3:1", "room"), ground("wgs:3:1"), ground("wgs:5:1_en_2", "room"))
    assert laws_of(one, dossier(grounds=chosen), OWN) == ("jeugdwet", "wgs", "participatiewet", "awb")


def test_that_what_a_kind_usually_rests_on_is_shown_beside_its_articles_and_warns_only_without_them() -> None:
    one, articles = intervention(kind="niet-saneerbare-schuld-oplossen"), ("participatiewet:49", "participatiewet:35:1")
    held = dossier(grounds=tuple(ground(article) for article in articles))
    shown = [of_law.law for of_law in mandates_of(one, held, OWN, ()) if of_law.rows]
    assert shown[:2] == ["participatiewet", "wgs"]
    assert {warning.law for warning in warnings(one, held, OWN, ())} == {"participatiewet"}
    assert "wgs" in {warning.law for warning in warnings(one, dossier(), OWN, ())}


def test_that_an_article_that_vanished_keeps_its_law_and_an_own_one_has_none() -> None:
    one = intervention(kind="")
    assert laws_of(one, dossier(grounds=(ground("wgs:999:9"), ground(""))), OWN) == ("wgs",)
    assert laws_of(one, dossier(grounds=(ground("verdwenen:1"),)), OWN) == ()


def test_that_what_this_gemeente_says_stands_first_and_in_place_of_the_usual() -> None:
    here = (
        local(
            "participatiewet", "Klantmanager inkomen", 7, decision="bijzondere bijstand  toekennen", source="Bijlage 2"
        ),
        local("wgs", "Teamleider"),
    )
    (found,) = mandates_of(intervention(), dossier(grounds=(ground("participatiewet:49"),)), OWN, here)
    first, *rest = found.rows
    assert (first.decider, first.source, first.checked_on, first.local) == (
        "Klantmanager inkomen", "Bijlage 2", LOOKED, 7,
    )  # fmt: skip
    assert "valkuil" in first.trap
    assert len(rest) == len(found.usual) - 1
    assert all(row.checked_on is None and row.local is None and row.hint for row in rest)
    assert len({row.id for row in found.rows}) == len(found.rows)


@pytest.mark.parametrize(
    ("decider", "listed", "may"),
    [
        ("Klantmanager Wmo, mevrouw Bos", "klantmanager wmo", True),
        ("De kántonrechter", "Kantonrechter, op verzoek", True),
        ("College van burgemeester en wethouders", "College van B en W", True),
        ("B&W", "het college", True),
        ("college", "Kredietbank of college van B en W", True),
        ("Teamleider", "Teamleider Wmo", True),
        ("Manager", "Klantmanager", False),
        ("Team", "Manager team schulden", False),
        ("Officier van justitie", "Rechter, op verzoek van de officier van justitie", False),
        ("Teamleider Jeugd", "Teamleider Wmo", False),
        ("Kredietbankier", "Kredietbank", False),
        ("", "Teamleider", False),
        ("Teamleider", " ; ", False),
    ],
)
def test_that_a_function_is_compared_folded_and_as_whole_words(decider: str, listed: str, may: bool) -> None:
    assert may_be(decider, listed) is may


def test_that_a_decider_who_is_not_in_the_list_is_named_with_who_may() -> None:
    here = (local("wgs", "Teamleider schulden"), local("wgs", "Kredietbank", 2))
    (found,) = said(intervention(decider="Wijkteam"), ground("wgs:3:1"), here=here)
    assert (found.code, found.law) == ("not-listed", "wgs")
    assert found.sentence == (
        "Wgs: volgens de lijst van deze gemeente mag “Wijkteam” dit niet besluiten. "
        "Wel: Teamleider schulden of Kredietbank."
    )
    assert said(intervention(decider="De kredietbank"), ground("wgs:3:1"), here=here) == ()
    assert said(intervention(decider=""), ground("wgs:3:1"), here=here) == ()


def test_that_a_law_that_nobody_looked_up_says_who_it_usually_is() -> None:
    (found,) = said(intervention(), ground("wgs:3:1"), here=(local("jeugdwet", "Jeugdteam"),))
    assert found.code == "look-up"
    assert "Meestal: College van B en W" in found.sentence
    copied = local("wgs", "College van B en W", checked_on=None)
    assert codes(said(intervention(), ground("wgs:3:1"), here=(copied,))) == ["unchecked"]


def test_that_a_general_law_asks_nothing_beside_another() -> None:
    assert codes(said(intervention(), ground("awb:4:84"))) == ["look-up"]
    both = said(intervention(), ground("awb:4:84"), ground("ivrk:3:1"), ground("wgs:3:1"))
    assert [(one.code, one.law) for one in both] == [("look-up", "wgs")]


def test_that_the_trap_of_the_participatiewet_is_always_said_and_settled_by_the_own_list() -> None:
    of_law = ground("participatiewet:49", "room")
    trap = said(intervention(), of_law)[0]
    assert (trap.code, trap.law, trap.settled) == ("team", TEAM_MAY_NOT, False)
    assert "stichting of zorgaanbieder" in trap.sentence
    here = (local("participatiewet", "Klantmanager"),)
    assert [(one.code, one.settled) for one in said(intervention(decider="Klantmanager"), of_law, here=here)] == [
        ("team", True)
    ]
    found = said(intervention(decider="Wijkteam"), of_law, here=here)
    assert (codes(found), to_look_at(found)) == (["may-not", "not-listed"], 2)


@pytest.mark.parametrize(
    "decider",
    [
        "Wijkteamlid", "teamlid", "Hulpverlener", "Medewerker wijkteam", "de begeleider", "Casusregisseur",
        "Wijkteammedewerker Jansen", "Wijkteam", "Sociaal team", "Woonbegeleider", "Cliëntondersteuner",
        "Wijkteamlid namens het college",
    ],
)  # fmt: skip
def test_that_somebody_of_a_team_is_told_at_once_and_first(decider: str) -> None:
    other, of_law = ground("wgs:3:1"), ground("participatiewet:49", "room")
    found = said(intervention(decider=decider), other, of_law)
    assert found[0].sentence.startswith("Een wijkteamlid mag hier niet over bijstand besluiten.")
    assert (found[0].code, found[0].law, found[0].settled) == ("may-not", TEAM_MAY_NOT, False)
    assert against(found)[0] == found[0].sentence
    assert "team" not in codes(found)
    assert "may-not" not in codes(said(intervention(decider=decider), other))


@pytest.mark.parametrize(
    "decider",
    ["Klantmanager in het wijkteam", "Teamleider wijkteam", "Medewerker belastingen", "Team schulden", "Wmo-consulent"],
)
def test_that_somebody_in_office_is_no_team_member(decider: str) -> None:
    found = said(intervention(decider=decider), ground("participatiewet:49", "room"))
    assert codes(found) == ["team", "unusual"]
    assert found[1].sentence == f"PW: meestal besluit College van B en W; kijk na of “{decider}” dit mag."


def test_that_the_usual_decider_is_said_to_be_usual_and_the_trap_does_not_count() -> None:
    found = said(intervention(decider="college van b&w"), ground("participatiewet:49", "room"))
    assert [(one.code, one.settled) for one in found] == [("usual", False), ("team", True)]
    assert found[0].sentence.startswith("PW: college van b&w besluit. Zo is het meestal; kijk het na")
    assert (to_look_at(found), against(found)) == (1, ())


INSURER = "Zorgverzekeraar (directeur zorg), samen met het college van B en W"


@pytest.mark.parametrize(
    ("decider", "bodies"),
    [
        (INSURER, ("Zorgverzekeraar (directeur zorg)", "het college van B en W")),
        ("Gemeente en zorgverzekeraar", ("Gemeente", "zorgverzekeraar")),
        ("Burgemeester en wethouders en de corporatie", ("Burgemeester en wethouders", "de corporatie")),
        ("Sociale Verzekeringsbank, met het ministerie", ("Sociale Verzekeringsbank", "het ministerie")),
        ("UWV, DUO en CIZ", ("UWV", "DUO", "CIZ")),
        ("UWV/DUO", ("UWV", "DUO")),
        ("Manager werk en inkomen", ("Manager werk en inkomen",)),
        ("Wmo/jeugd-consulent", ("Wmo/jeugd-consulent",)),
        ("Bank (zorg en welzijn, met spoed)", ("Bank (zorg en welzijn, met spoed)",)),
        ("Klantmanager Wmo, mevrouw Bos", ("Klantmanager Wmo",)),
        ("Medewerker met volmacht", ("Medewerker met volmacht",)),
        ("Wethouder wonen, na advies van het college", ("Wethouder wonen",)),
        ("Zorgverzekeraar in overleg met het college van B en W", ("Zorgverzekeraar",)),
        ("College van B en W, in mandaat: manager jeugd", ("College van B en W",)),
        ("b&w", ("b&w",)),
        (" , ; ", ()),
        ("", ()),
    ],
)  # fmt: skip
def test_that_who_decide_together_are_told_apart(decider: str, bodies: tuple[str, ...]) -> None:
    assert bodies_of(decider, OWN.mandates) == bodies


def test_that_of_who_decide_together_each_law_has_the_one_that_fits_it() -> None:
    grounds = (ground("wgs:3:1"), ground("participatiewet:49", "room"), ground("zvw:11:1"))
    found = {one.law: one for one in said(intervention(decider=INSURER), *grounds) if one.code == "usual"}
    assert {law: one.sentence.partition(" besluit.")[0] for law, one in found.items()} == {
        "wgs": "Wgs: het college van B en W",
        "participatiewet": "PW: het college van B en W",
        "zvw": "Zvw: Zorgverzekeraar (directeur zorg)",
    }


def test_that_a_law_that_none_of_them_fits_asks_to_look_at_it() -> None:
    one = intervention(decider="Zorgverzekeraar, samen met de corporatie")
    for article in ("wgs:3:1", "participatiewet:49"):
        (found,) = (warning for warning in said(one, ground(article)) if warning.code != "team")
        assert found.code == "unusual"
        assert found.sentence.endswith(
            "meestal besluit College van B en W; kijk na of “Zorgverzekeraar” of “de corporatie” dit mag."
        )
        assert against((found,)) == (found.sentence,)


def test_that_who_is_only_heard_does_not_decide() -> None:
    one = intervention(decider="Zorgverzekeraar, na advies van het college van B en W")
    assert codes(said(one, ground("wgs:3:1"))) == ["unusual"]


def test_that_beside_the_college_a_team_is_told_what_it_may_not_and_in_its_name_it_may_not_at_all() -> None:
    of_law = ground("participatiewet:49", "room")
    together = said(intervention(decider="Wijkteam, samen met het college van B en W"), of_law)
    assert [(one.code, one.settled) for one in together] == [("team", False), ("usual", False)]
    assert together[1].sentence.startswith("PW: het college van B en W besluit.")
    three = said(intervention(decider="College van B en W, kredietbank en wijkteam"), of_law)
    assert ("team", False) in [(one.code, one.settled) for one in three]
    assert ("team", True) in [(one.code, one.settled) for one in said(intervention(decider="College"), of_law)]
    assert "may-not" in codes(said(intervention(decider="Wijkteam namens het college"), of_law))


def test_that_a_mandate_named_behind_the_college_is_found_in_the_own_list() -> None:
    here = (local("jeugdwet", "Manager jeugd"),)
    one = intervention(decider="Zorgverzekeraar, in mandaat: manager jeugd")
    assert said(one, ground("jeugdwet:2.3:1"), here=here) == ()


def test_that_a_team_member_whom_the_own_list_names_is_not_held_back() -> None:
    of_law = ground("participatiewet:49", "room")
    here = (local("participatiewet", "Wijkteamlid"),)
    assert to_look_at(said(intervention(decider="Wijkteamlid"), of_law, here=here)) == 0
    unread = (local("participatiewet", "Wijkteamlid", checked_on=None),)
    assert codes(said(intervention(decider="Wijkteamlid"), of_law, here=unread)) == ["may-not", "unchecked"]


def test_that_what_the_decision_itself_lacks_is_said() -> None:
    asked = made(StatusChange, intervention=1, status="requested", on_day=date(2026, 10, 6))
    other = made(StatusChange, intervention=2, status="requested", on_day=date(2026, 12, 6))
    day = date(2026, 10, 7)
    assert codes(said(intervention(status="granted", decided_on=day))) == ["no-decider"]
    assert codes(said(intervention(status="refused", decider="College"))) == ["no-day"]
    assert codes(said(intervention(status="requested", decider="College"))) == []
    early = intervention(status="partly", decided_on=date(2026, 10, 5), decider="College")
    assert codes(said(early, statuses=(other, asked))) == ["too-early"]
    on_time = intervention(status="partly", decided_on=date(2026, 10, 6), decider="College")
    assert said(on_time, statuses=(other, asked)) == ()


def test_that_a_withdrawn_one_asks_nothing() -> None:
    assert said(intervention(status="withdrawn", decided_on=LOOKED), ground("participatiewet:49")) == ()


def test_that_each_sentence_is_short_and_names_its_law() -> None:
    """With every law of the list, as if it were the only one."""
    for law in OWN.laws:
        one = intervention(decider="Wijkteam", status="granted")
        chosen = ground(f"{law}:1")
        found = [*said(one, chosen), *said(one, chosen, here=(local(law, "College", checked_on=None),))]
        assert {warning.law for warning in found} == {"", law}
        for warning in found:
            assert max(len(part.split()) for part in re.split(r"(?<=\.) ", warning.sentence)) <= 20, warning.sentence
            assert warning.sentence[0].isupper()
