from typing import Any

from doorbraak.model import catalogue
from doorbraak.model.dossier.barriers import Barrier
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.signals import Signal
from doorbraak.model.insight.shared_signals import SharedSignal, shared_signals
from tests.model.insight.records import agency, dossier, household, made

KNOWN = catalogue.load()


def home(number: int, *told: dict[str, Any], wijk: str = "", kind: str = "") -> Dossier:
    """With one agency, which every signal names unless it says otherwise."""
    listed = tuple(
        made(Signal, **{"words": "Dat mocht niet", "agency": 1, "id": 100 * number + at, **one})
        for at, one in enumerate(told)
    )
    return dossier(of=household(number=number, wijk=wijk), signals=listed, agencies=(agency(1, kind),))


def found(*homes: Dossier) -> tuple[SharedSignal, ...]:
    return shared_signals(homes, KNOWN)


def rules(*homes: Dossier) -> list[tuple[str, tuple[int, ...]]]:
    return [(one.rule, one.households) for one in found(*homes)]


def test_that_one_theme_is_one_knelpunt_however_it_is_written() -> None:
    one, two = {"theme": "Briefadres", "article": "x"}, {"theme": " briefadrés", "rung": "law"}
    assert rules(home(1, one), home(2, two)) == [("theme", (1, 2))]


def test_that_without_a_theme_the_same_article_is_one_knelpunt() -> None:
    one, two = {"article": "awb:4:84", "rung": "law"}, {"article": "awb:4:84", "rung": "habit"}
    assert rules(home(1, one), home(2, two)) == [("article", (1, 2))]


def test_that_without_both_the_same_rung_at_the_same_kind_of_agency_is_one_knelpunt() -> None:
    told = {"rung": "habit"}
    assert rules(home(1, told, kind="ggz"), home(2, told, kind="ggz")) == [("rung-agency", (1, 2))]
    assert [rule for rule, _ in rules(home(1, told, kind="ggz"), home(2, told, kind="uwv"))] == ["rung-agency"] * 2


def test_that_nothing_alike_stands_alone() -> None:
    nothing, no_agency = {"rung": ""}, {"rung": "habit", "agency": None}
    assert [rule for rule, _ in rules(home(1, nothing, kind="ggz"), home(2, no_agency, nothing))] == ["alone"] * 3


def test_that_a_theme_does_not_drag_the_same_article_along() -> None:
    one, two = {"theme": "Briefadres", "article": "awb:4:84"}, {"article": "awb:4:84"}
    assert rules(home(1, one), home(2, two)) == [("theme", (1,)), ("article", (2,))]


def test_that_households_are_counted_once_and_the_most_shared_comes_first() -> None:
    told = {"theme": "Adres"}
    listed = found(home(1, told, told), home(2, told), home(3, {"theme": "Anders"}))
    assert [(one.words, one.households, len(one.told)) for one in listed] == [
        ("Adres", (1, 2), 3),
        ("Anders", (3,), 1),
    ]


def test_that_sums_are_of_what_is_known_and_say_of_how_many() -> None:
    (one,) = found(
        home(1, {"theme": "t", "hours_e2": 100, "lost_cents": 0}, {"theme": "t", "hours_e2": 250}),
        home(2, {"theme": "t", "hours_e2": 200}),
        home(3, {"theme": "t"}),
    )
    assert (one.hours_e2.total, one.hours_e2.households, one.hours_e2.most) == (550, 2, 350)
    assert (one.lost_cents.total, one.lost_cents.households) == (0, 1)


def test_that_two_households_of_one_wijk_are_more_often() -> None:
    told = {"theme": "t"}
    (one,) = found(
        home(1, told, wijk="OOST"), home(2, told, told, wijk="OOST"), home(3, told, wijk="WEST"), home(4, told)
    )
    assert one.wijken == {"OOST": 2, "WEST": 1}
    assert one.more_often == ("OOST",)


def test_that_what_is_named_most_is_shown_and_of_two_rungs_the_harder() -> None:
    (one,) = found(home(1, {"theme": "t", "rung": "habit"}), home(2, {"theme": "t", "rung": "law"}))
    assert one.rung == "law"
    (one,) = found(home(1, *[{"theme": "t", "rung": "habit"}] * 2), home(2, {"theme": "t", "rung": "law"}))
    assert one.rung == "habit"


def test_that_helping_and_mending_are_counted_apart_and_not_said_is_left_out() -> None:
    (one,) = found(
        home(1, {"theme": "t", "fixing": "done", "solving": "told"}), home(2, {"theme": "t", "fixing": "open"}),
        home(3, {"theme": "t"}),
    )  # fmt: skip
    assert one.fixing == {"open": 1, "done": 1}
    assert one.solving == {"told": 1}


def test_that_what_was_tried_comes_from_its_barrier() -> None:
    at = dossier(
        of=household(number=1),
        signals=(made(Signal, words="Nee", barrier=7),),
        barriers=(made(Barrier, id=7, tried="Gebeld"),),
    )
    assert found(at)[0].told[0].tried == "Gebeld"


def test_that_an_agency_in_own_words_is_alike_by_them_and_no_kind_of_the_catalogue() -> None:
    def own(number: int, words: str) -> Dossier:
        listed = (made(Signal, id=number, words="Nee", rung="habit", agency=1),)
        return dossier(of=household(number=number), signals=listed, agencies=(agency(1, words=words),))

    (one,) = found(own(1, "De Stadsbank"), own(2, "de stadsbank"))
    assert (one.rule, one.agency, one.agency_kind) == ("rung-agency", "De Stadsbank", "")
