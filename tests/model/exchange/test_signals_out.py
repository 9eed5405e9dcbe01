"""What a letter may say of the households with a knelpunt."""

import ast
import dataclasses
from pathlib import Path
from typing import Any

import pytest

import doorbraak
from doorbraak.model import catalogue
from doorbraak.model.dossier.household import Household
from doorbraak.model.dossier.signals import Signal
from doorbraak.model.exchange.signals_out import ProtectedSignal, protect
from doorbraak.model.insight.shared_signals import shared_signals
from tests.model.insight.records import dossier, household, made


def out(inside: int, of: int, *, wijk: str = "", sums: tuple[int, ...] = (), **told: Any) -> ProtectedSignal:
    """`inside` of `of` households have it; the first ones cost these hundredths of hours and cents."""
    homes: list[Household] = [household(number=at + 1, wijk=wijk) for at in range(of)]
    known = [{"hours_e2": sums[at], "lost_cents": sums[at]} if at < len(sums) else {} for at in range(inside)]
    dossiers = [
        dossier(of=homes[at], signals=(made(Signal, id=at + 1, words="Nee", theme="t", **known[at], **told),))
        for at in range(inside)
    ]
    (shared,) = shared_signals(dossiers, catalogue.load())
    return protect(shared, homes, example=False)


@pytest.mark.parametrize(("inside", "of", "said"), [
    (1, 1, ""), (9, 100, ""), (10, 10, ""), (10, 19, ""), (10, 20, "minstens 10"), (50, 100, "minstens 10"),
    (95, 100, "minstens 10"), (85, 90, "minstens 10"), (12, 14, ""),
])  # fmt: skip
def test_that_the_number_is_at_least_ten_or_nothing(inside: int, of: int, said: str) -> None:
    assert out(inside, of).households == said


def test_that_the_number_is_never_exact() -> None:
    assert {out(inside, 100).households for inside in range(1, 100, 7)} == {"", "minstens 10"}


def test_that_sums_are_a_class_and_only_of_enough_households() -> None:
    assert out(10, 40, sums=(10_000,) * 10).hours == "tussen 1.000 uur en 2.500 uur"
    assert out(10, 40, sums=(200_000,) * 10).euros == "tussen €\u00a010.000 en €\u00a025.000"
    few = out(12, 40, sums=(10_000,) * 9)
    assert (few.households, few.hours, few.euros) == ("minstens 10", "", "")
    assert out(10, 40, sums=(1,) * 10).hours == "minder dan 10 uur"
    assert out(10, 40, sums=(10**12,) * 10).euros == "minstens €\u00a050.000.000"


def test_that_a_sum_in_which_one_household_stands_out_is_not_told() -> None:
    assert out(12, 40, sums=(*(7_000,) * 10, 30_000)).hours != ""
    assert out(12, 40, sums=(*(6_999,) * 10, 30_000)).hours == ""


def test_that_a_hidden_number_hides_its_sums_and_wijken_too() -> None:
    """25 of 30: it is neither few nor nearly all. Known sums of 12 would tell that it is not few."""
    nearly = out(25, 30, wijk="OOST", sums=(10_000,) * 12)
    assert (nearly.households, nearly.hours, nearly.euros, nearly.wijken) == ("", "", "", ())


def test_that_a_wijk_is_named_only_when_enough_households_of_it_have_it() -> None:
    assert out(9, 40, wijk="OOST").wijken == ()
    assert out(12, 40, wijk="OOST").wijken == ("OOST",)


def test_that_nobody_else_can_make_or_alter_one() -> None:
    with pytest.raises(TypeError):
        ProtectedSignal("", "", "", "minstens 10", "", "", (), False, object())
    with pytest.raises((TypeError, ValueError)):
        dataclasses.replace(out(1, 40), households="3")
    makers = {
        path.name
        for path in Path(doorbraak.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "ProtectedSignal"
    }
    assert makers == {"signals_out.py"}
