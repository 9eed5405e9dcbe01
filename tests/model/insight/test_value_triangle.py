from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from doorbraak.model import catalogue as lists
from doorbraak.model.dossier.costs import Chances
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.goals import Goal
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.dossier.measurements import Measurement
from doorbraak.model.dossier.relations import Relation
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.insight.value_triangle import NO_COSTS, NONE, VALUES, Fact, Value, value_triangle
from tests.model.insight.records import (
    START,
    agency,
    dossier,
    event,
    intervention,
    letter,
    line,
    made,
    person,
    problem,
    step,
    task,
)

OWN = lists.load()
TODAY = date(2026, 6, 1)


def facts(known: Dossier, value: Value) -> dict[str, Fact]:
    found = value_triangle(known, known.interventions[0], OWN, saving_of(known, OWN), TODAY)
    assert tuple(found) == VALUES
    return {fact.what: fact for fact in found[value]}


def of(**given: Any) -> Dossier:
    costs = given.pop("costs", ())
    return dossier(*costs, **{"interventions": (intervention(id=1),), **given})


def ground(id_: int, article: str, role: str) -> LegalGround:
    return made(LegalGround, id=id_, article=article, role=role)


def test_that_an_empty_household_has_facts_without_a_verdict() -> None:
    for value in VALUES:
        assert facts(of(), value)
    assert facts(of(), "return")["Publieke kosten in 12 maanden"].now == NO_COSTS
    assert facts(of(), "return")["Kosten van deze doorbraak"].plan == NO_COSTS
    assert facts(of(), "involvement")["Vertrouwen in hulp en overheid, cijfer 0-10"].now == "nog niet gemeten"
    assert facts(of(), "involvement")["Eerste keus van het huishouden"].now == "nog niet gevraagd"


def test_that_legitimacy_counts_articles_by_role_and_their_laws() -> None:
    grounds = (
        ground(1, "wgs:3:1", "carries"),
        ground(2, "participatiewet:13:1_onder_g", "blocks"),
        ground(3, "", "carries"),
        made(LegalGround, id=4, intervention=2, article="awb:4:84", role="room"),
    )
    found = facts(of(grounds=grounds), "legitimacy")
    assert found["Artikelen die het dragen"].plan == "2 uit 1 wet"
    assert found["Artikelen die ruimte geven"].plan == "0"
    assert found["Artikelen die blokkeren"].plan == "1 uit 1 wet, 1 zonder uitweg"
    assert found["Artikelen om na te kijken"].plan == "1"
    open_ = facts(of(grounds=(*grounds, ground(5, "participatiewet:49", "room"))), "legitimacy")
    assert open_["Artikelen die blokkeren"].plan == "1 uit 1 wet, met een uitweg"


def test_that_the_decision_is_told_with_its_day() -> None:
    for status, on, said in (
        ("requested", None, "Aangevraagd, nog geen besluit"),
        ("granted", START, "Toegekend, besluit van 1-1-2026"),
        ("done", None, "Uitgevoerd, nog geen dag van besluit"),
        ("withdrawn", None, "Ingetrokken"),
    ):
        one = intervention(id=1, status=status, decided_on=on)  # type: ignore[arg-type]
        assert facts(of(interventions=(one,)), "legitimacy")["Besluit"].plan == said


def test_that_the_first_choice_is_quoted_and_whether_it_is_for_that() -> None:
    goals = (made(Goal, id=1, words="Rust"), made(Goal, id=2, words="De huur\nbetaald", first=True))
    what = "Eerste keus van het huishouden"
    assert facts(of(goals=goals), "involvement")[what] == Fact(what, "“De huur betaald”", NONE, NONE)
    other = of(goals=goals, interventions=(intervention(id=1, goals=(1,)),))
    assert facts(other, "involvement")[what].plan == "deze doorbraak is gekoppeld aan een andere wens"
    chosen = of(goals=goals, interventions=(intervention(id=1, goals=(2,)),))
    assert facts(chosen, "involvement")[what].plan == "deze doorbraak is hiervoor"
    long = (made(Goal, id=2, words="woord " * 150, first=True),)
    assert len(facts(of(goals=long), "involvement")[what].now) < 100


def test_that_with_the_plan_the_problems_that_it_is_for_are_solved() -> None:
    problems = (
        problem(1, owner="household"),
        problem(2, owner="system"),
        problem(3),
        problem(4, owner="system", solved_on=START),
    )
    known = of(problems=problems, interventions=(intervention(id=1, problems=(2, 3)),))
    fact = facts(known, "involvement")["Problemen, naar wie aan zet is"]
    assert (fact.now, fact.plan) == ("huishouden 1, systeem 1, nog niet gekozen 1", "huishouden 1")


def test_that_the_network_is_counted_only_where_a_tie_is_known() -> None:
    what = "Mensen buiten het huis met een goede band"
    people = (person(id=1), person(id=2, lives_here="no"))
    assert what not in facts(of(people=people), "involvement")
    for kind, said in (("hecht", "1"), ("conflict", "nog niemand genoteerd")):
        tie = made(Relation, person=1, other=2, kind=kind)
        assert facts(of(people=people, relations=(tie,)), "involvement")[what].now == said


def test_that_what_is_asked_of_the_household_is_counted_without_and_with_this_doorbraak() -> None:
    known = of(
        steps=(step(1, owner="household", words="Bonnen"), step(2, owner="professional"), step(3, intervention=2,
            owner="household")),
        tasks=(task(1, words="Bellen"), task(2, words="Brief", intervention=1), task(3, lead="Noor")),
        letters=(letter(1, demand="Betaal nu"), letter(2, demand="Afgewezen")),
        interventions=(intervention(id=1), intervention(id=2)),
    )  # fmt: skip
    fact = facts(known, "involvement")["Open taken van het huishouden"]
    assert (fact.now, fact.plan) == ("3 (1 stap, 1 brief, 1 taak)", "5, waarvan 2 door deze doorbraak")
    none = facts(of(letters=(letter(1, demand="Betaal nu"),)), "involvement")["Open taken van het huishouden"]
    assert (none.now, none.plan) == ("1 (1 brief)", "1, geen nieuwe taak")


def test_that_contacts_and_agencies_are_told_now_and_with_the_plan() -> None:
    agencies = (
        agency(1, contacts_e2=400, future="stop"),
        agency(2, contacts_e2=130, future="keep"),
        agency(3, contacts_e2=900, ended_on=TODAY - timedelta(days=1)),
    )
    known = of(agencies=agencies)
    contacts = facts(known, "involvement")["Contacten per maand, op 1-6-2026"]
    assert (contacts.now, contacts.plan) == ("5,3", "1,3")
    agencies_ = facts(known, "return")["Instanties, op 1-6-2026"]
    assert (agencies_.now, agencies_.plan) == ("2", "1 (1 minder)")


def test_that_a_measure_is_told_first_and_last_of_each_person_and_names_nobody() -> None:
    def grip(id_: int, cents: int, day: int, who: int | None) -> Measurement:
        return made(
            Measurement, id=id_, measure="ervaren-grip", moment="start", on_day=START + timedelta(days=day),
            value_e2=cents, person=who,
        )  # fmt: skip

    known = of(
        people=(person(id=1, name="Fatima"),),
        measurements=(grip(1, 500, 90, 1), grip(2, 200, 0, 1), grip(3, 350, 50, 1), grip(4, 600, 10, None)),
    )
    said = facts(known, "involvement")["Grip op het eigen leven, cijfer 0-10"].now
    assert said == "5 (bij het begin 2); 6"


def test_that_the_return_keeps_direct_and_prevented_apart_with_the_band() -> None:
    known = of(
        costs=(
            line(10_000_00, id_=1, chances=Chances(100, 100, 50)),
            line(20_000_00, id_=2, event=1, chances=Chances(0, 40, 10)),
            line(1_000_00, id_=3, intervention=1, chances=Chances(0, 0, 100), once=True),
            line(500_00, id_=4, intervention=2, chances=Chances(0, 0, 100), once=True),
        ),
        events=(event(40, 10, id=1, on=date(2026, 7, 1)),),
        interventions=(intervention(id=1), intervention(id=2)),
    )
    saving, found = saving_of(known, OWN), facts(known, "return")
    assert found["Kans op huisuitzetting"] == Fact("Kans op huisuitzetting", NONE, "40%, rond 1-7-2026", "10%")
    assert "waarschijnlijk" in found["Besparing van alle doorbraken samen"].plan
    cents = {what: int("".join(c for c in found[what].plan if c.isdigit())) for what in (
        "Waarvan direct", "Waarvan voorkomen", "Kosten van deze doorbraak")}  # fmt: skip
    assert cents["Waarvan direct"] == round(saving.public.direct / 100)
    assert cents["Waarvan voorkomen"] == round(saving.public.prevented / 100)
    assert cents["Kosten van deze doorbraak"] == 1000
    costs = found["Publieke kosten, 12 maanden vanaf 1-1-2026"]
    assert NONE not in (costs.now, costs.threatens, costs.plan)
    assert costs.now.endswith("zonder plan"), "money is of the first day, contacts are of today"


def test_that_what_is_over_threatens_no_more() -> None:
    over = replace(event(40, 10, id=1), outcome="averted", outcome_on=START)
    assert not [what for what in facts(of(events=(over,)), "return") if what.startswith("Kans op")]
