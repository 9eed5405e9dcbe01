from dataclasses import replace
from datetime import date
from typing import Any

from doorbraak.model.documents.confirmation_letter import TO_FILL_IN
from doorbraak.model.documents.document import text_of
from doorbraak.model.documents.one_doorbraak import SEVERAL
from doorbraak.model.documents.request_letter import request_letter_of
from doorbraak.model.documents.whole_sentences import MORE
from doorbraak.model.dossier.considerations import Consideration
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Status, StatusChange
from doorbraak.model.dossier.justification import LegalGround
from tests.model.documents.doorbraak_papers import OWN, TODAY, sources
from tests.model.insight.records import agency, dossier, event, intervention, letter, line, made, problem, step, task


def said(found: Dossier) -> str:
    return text_of(request_letter_of(sources(found, profile=OWN), 1))


def test_that_it_is_addressed_to_who_decides() -> None:
    def to(decider: str) -> str:
        return said(dossier(interventions=(intervention(decider=decider),)))

    assert "Aan: College van B en W\nGeacht college," in to("College van B en W")
    assert "Aan: Teammanager\nGeachte heer of mevrouw," in to("Teammanager")
    assert "Geacht college," in to("College van B en W, afdeling Zuid")
    for more in ("College van B en W, kredietbank en wijkteam", "college en wijkteam", "Het college samen met het UWV"):
        assert f"Aan: {more}\nGeachte heer of mevrouw," in to(more)
    assert "Aan: nog niet ingevuld wie beslist" in to("")
    assert "Bijlage: de onderbouwing" in to("")


def test_that_the_answer_is_needed_before_the_first_day_that_counts() -> None:
    found = dossier(
        interventions=(intervention(), intervention(id=2)),
        agencies=(agency(1, "uwv"),),
        letters=(
            letter(1, agency=1, demand="Betaal 100 euro.", last_day=date(2026, 12, 4)),
            letter(2, agency=1, demand="Betaal 100 euro.", last_day=date(2026, 11, 24), settled_on=TODAY),
            letter(3, agency=1, demand="Betaal 100 euro.", last_day=date(2026, 11, 1)),
        ),
        steps=(
            step(1, words="Besluit nemen", owner="system", due=date(2026, 12, 8)),
            step(2, words="Klaar", owner="system", due=TODAY, done_on=TODAY),
        ),
        tasks=(task(1, words="Van een ander", kind="deadline", due=date(2026, 11, 25), intervention=2),),
        events=(event(40, 5, on=date(2027, 2, 1)),),
    )
    text = said(found)
    assert "Wij hebben uw antwoord nodig voor 4 december 2026." in text
    assert (
        "4 december 2026: laatste dag om te doen wat een brief vraagt (afzender: UWV)\n"
        "8 december 2026 (zo staat het in het plan): Besluit nemen\n1 februari 2027" in text
    )
    assert "Van een ander" not in text
    assert "Er is geen uiterste dag bekend." in said(dossier(interventions=(intervention(),)))


def test_that_it_says_what_happens_otherwise() -> None:
    found = dossier(interventions=(intervention(),), events=(event(40, 5, on=date(2027, 2, 1)),))
    assert "Dan dreigt:\nHuisuitzetting, rond 1 februari 2027. De kans is 40%." in said(found)
    over = replace(found, events=(event(40, 5, outcome="averted", outcome_on=TODAY),))
    assert "Wat gebeurt er zonder besluit?\nNog niet ingevuld: wat er dan gebeurt." in said(over)


def test_that_without_a_threat_the_author_says_what_happens_otherwise_and_never_the_good_that_is_hoped_for() -> None:
    def otherwise(words: str, **given: Any) -> str:
        part = made(Consideration, id=1, part="effects-short", words=words)
        text = said(dossier(interventions=(intervention(),), considerations=(part,), **given))
        return text.partition("Wat gebeurt er zonder besluit?\n")[2].partition("\nHeeft u vragen?")[0]

    both = "De deurwaarder stopt. Zonder besluit staan zij in januari op straat."
    assert otherwise(both) == "Zonder besluit staan zij in januari op straat."
    out = letter(1, sender="Woonstad", demand="Wij ontruimen de woning.", last_day=date(2026, 12, 4))
    assert otherwise(both, letters=(out,)) == otherwise(both)
    assert otherwise("De deurwaarder stopt.", letters=(out,)) == (
        "Deze brieven lopen door. Dit is de laatste dag die erin staat:\n"
        "4 december 2026: “Wij ontruimen de woning.” (afzender: Woonstad)"
    )
    for over in (replace(out, settled_on=TODAY), replace(out, last_day=TODAY)):
        assert otherwise("De deurwaarder stopt.", letters=(over,)) == "Nog niet ingevuld: wat er dan gebeurt."


def test_that_nobody_is_threatened_with_a_day_that_has_been() -> None:
    past = event(100, 0, on=date(2026, 11, 21))
    text = said(dossier(interventions=(intervention(),), events=(past,)))
    assert "Huisuitzetting" not in text
    assert "Dan dreigt" not in text


def test_that_what_we_do_ourselves_is_no_reason_for_another_to_hurry() -> None:
    own = (
        step(1, words="Bezwaar schrijven", owner="professional", due=date(2026, 11, 24)),
        step(2, words="Bezwaar tekenen", owner="household", due=date(2026, 11, 24)),
    )
    tasks = tuple(
        task(at, words=f"Zelf {kind}", kind=kind, due=date(2026, 11, 24), intervention=1)
        for at, kind in enumerate(("task", "promise", "appointment"), start=1)
    )
    alone = dossier(interventions=(intervention(),), steps=own, tasks=tasks)
    assert "Er is geen uiterste dag bekend." in said(alone)
    last = task(9, words="Laatste dag voor bezwaar", kind="objection", due=date(2026, 12, 9), intervention=1)
    text = said(replace(alone, tasks=(*tasks, last)))
    assert "Wij hebben uw antwoord nodig voor 9 december 2026." in text
    assert "24 november" not in text


def test_that_a_day_of_the_plan_is_a_day_that_the_answer_may_come_on() -> None:
    decide = step(1, words="Besluit nemen", owner="system", due=date(2026, 12, 1))
    text = said(dossier(interventions=(intervention(),), steps=(decide,)))
    assert "Wij hebben uw antwoord nodig uiterlijk op 1 december 2026." in text


def test_that_a_request_that_was_filed_before_is_called_to_mind() -> None:
    def asked(on: date, status: Status = "requested") -> str:
        history = (made(StatusChange, id=1, status="requested", on_day=on),)
        return said(dossier(interventions=(intervention(status=status),), statuses=history))

    assert "Op 6 oktober 2026 vroegen wij dit al aan." in asked(date(2026, 10, 6))
    for fresh in (asked(TODAY), asked(date(2026, 10, 6), "proposed")):
        assert "vroegen wij dit al aan" not in fresh


def test_that_the_saving_of_all_doorbraken_is_not_given_for_that_of_one() -> None:
    one, two = intervention(), intervention(id=2)
    assert SEVERAL in said(dossier(line(900_00), interventions=(one, two)))
    assert SEVERAL not in said(dossier(line(900_00), interventions=(one,)))


def test_that_a_long_weighing_says_in_the_letter_what_we_think_and_how_it_ends() -> None:
    def weighing(words: str) -> str:
        part = made(Consideration, id=1, part="weighing", words=words)
        return said(dossier(interventions=(intervention(),), considerations=(part,)))

    assert "Onze afweging: “Het mag. Het helpt.”" in weighing("Het mag. Het helpt.")
    long = weighing(f"Wij vinden dat het kan. {'Zo is het nu eenmaal hier. ' * 40}Tegen: het kost veel.")
    assert f"Onze afweging: “Wij vinden dat het kan.” {MORE} “Zo is" in long
    assert "Tegen: het kost veel.”" in long


def test_that_it_names_the_articles_that_help() -> None:
    grounds = (
        made(LegalGround, id=1, article="awb:4:84", role="room"),
        made(LegalGround, id=2, article="participatiewet:14", role="blocks"),
        made(LegalGround, id=3, role="carries", title="Verordening Oost 7"),
    )
    text = said(dossier(interventions=(intervention(),), grounds=grounds))
    assert "Verordening Oost 7\nAwb artikel 4:84: Afwijken van beleidsregel" in text
    assert "PW artikel 14" not in text


def test_that_a_letter_about_what_is_decided_says_so() -> None:
    def of(status: str) -> str:
        return said(dossier(interventions=(intervention(status=status, decided_on=date(2026, 11, 2)),)))  # type: ignore[arg-type]

    assert "U besloot op 2 november 2026 om ja te zeggen voor huishouden" in of("granted")
    refused = of("refused")
    assert "De vraag is op 2 november 2026 afgewezen. Wij vragen u om opnieuw te kijken." in refused
    assert "Bezwaar kan meestal tot en met 14 december 2026." in refused
    assert "deze vraag is ingetrokken" in of("withdrawn")


def test_that_a_granted_doorbraak_gets_a_confirmation_that_asks_nothing() -> None:
    for status in ("granted", "partly", "done", "evaluated"):
        found = dossier(interventions=(intervention(status=status, decided_on=date(2026, 11, 2)),))  # type: ignore[arg-type]
        text = said(found)
        assert "Wij bevestigen wat is afgesproken. Deze brief vraagt niets." in text
        assert "Wij vragen" not in text
        assert "Wij hebben uw antwoord nodig" not in text


def test_that_only_letters_that_have_to_do_with_it_hurry_the_answer() -> None:
    found = dossier(
        interventions=(intervention(problems=(1,), decider="UWV"),),
        problems=(problem(1), problem(2)),
        agencies=(agency(1, "uwv"), agency(2, words="Bank", problems=(1,)), agency(3, words="Kapper", problems=(2,))),
        letters=tuple(
            letter(of, agency=of, demand="Betaal 100 euro.", last_day=date(2026, 12, of)) for of in (1, 2, 3)
        ),
    )
    text = said(found)
    assert "afzender: UWV" in text
    assert "afzender: Bank" in text
    assert "Kapper" not in text


def test_that_who_did_not_fill_in_a_name_and_a_phone_sees_that() -> None:
    for status in ("requested", "granted"):
        found = dossier(interventions=(intervention(status=status),))  # type: ignore[arg-type]
        assert TO_FILL_IN in text_of(request_letter_of(sources(found), 1))
        assert TO_FILL_IN not in said(found)
