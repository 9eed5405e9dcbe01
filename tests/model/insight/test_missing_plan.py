"""What a plan lacks for those who read it."""

from doorbraak.model.insight.missing_plan import GOAL, missing
from tests.model.insight.records import dossier, problem


def test_that_an_empty_plan_lacks_a_goal_and_a_doorbraak() -> None:
    assert [one.code for one in missing(dossier())] == ["plan-goal", "plan-doorbraak"]
    assert missing(dossier())[0] is GOAL


def test_that_problems_of_nobody_are_counted_in_words() -> None:
    def said(*owners: str) -> list[str]:
        home = dossier(problems=tuple(problem(at, owner=owner) for at, owner in enumerate(owners, 1)))
        return [one.what for one in missing(home) if one.code == "plan-owner"]

    assert said("household", "system") == []
    assert said("household", "") == ["Bij 1 probleem staat nog niet wie het los kan maken."]
    assert said("", "") == ["Bij 2 problemen staat nog niet wie ze los kan maken."]
