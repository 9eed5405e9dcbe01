import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from doorbraak import paths
from doorbraak.model.catalogue import load
from doorbraak.model.documents.fridge_card import CardPart, FridgeCard, Sign, fridge_card_of, shorter
from doorbraak.model.documents.fridge_card_doing import with_verb
from doorbraak.model.documents.fridge_card_names import with_article
from doorbraak.model.dossier import casefile
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.goals import Goal
from doorbraak.model.dossier.own_words import OwnWords
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.dossier.tasks import Kind
from doorbraak.model.dossier.visits import Visit
from doorbraak.model.dossier.workers import Worker
from doorbraak.model.errors import InputError
from doorbraak.model.insight.talk_words import in_plain_words
from doorbraak.model.workspace.store import Store
from tests.model.dossier.drawn_cases import cases
from tests.model.dossier.test_casefile_round_trip import CALM
from tests.model.insight.records import (
    agency,
    dossier,
    event,
    household,
    intervention,
    letter,
    line,
    made,
    person,
    step,
    task,
)

CATALOGUE = load()
TODAY = date(2026, 11, 22)
OWN = Profile("Noor", "casusregisseur", "06 1234 5678", "T-4")
CASES = sorted(path.name for path in (paths.resources() / "cases").glob("*.json"))
CANARY = "Qwizzelfant"
SHORT = 12
"""Words in a sentence of ours. What people agreed on stays as they said it."""
LATE = "Dit had al gedaan moeten zijn."
MOST: dict[Sign, int] = {"goal": 2, "step": 6, "day": 3, "phone": 2, "pause": 3}
SHOWN = {
    "Household": {"lead"},
    "Goal": {"words"},
    "Step": {"words", "lead"},
    "Task": {"words", "lead"},
    "Agency": {"kind", "words", "ends_when"},
    "Letter": {"sender"},
    "Person": {"name"},
}
"""All texts of a dossier that may come on the card; a person's name says who lives here."""


def card(found: Dossier, profile: Profile = OWN, today: date = TODAY) -> FridgeCard:
    return fridge_card_of(found, CATALOGUE, today, profile)


def part(found: Dossier, sign: Sign, profile: Profile = OWN) -> CardPart:
    return next(one for one in card(found, profile).parts if one.sign == sign)


def said(found: Dossier, sign: Sign, profile: Profile = OWN) -> list[str]:
    return [one.text for one in part(found, sign, profile).lines]


def closing(found: Dossier, sign: Sign) -> tuple[str, ...]:
    return card(found).closing(part(found, sign))


def published(store: Store, case: str) -> Dossier:
    content = (paths.resources() / "cases" / case).read_bytes()
    with store.change("Casus invoeren"):
        return dossiers.read(store, casefile.take_in(store, casefile.read(content, CATALOGUE)))


def not_their_own(shown: FridgeCard) -> list[str]:
    """Every piece on the card that the household did not say itself."""
    pieces = [shown.heading, shown.mark]
    for one in shown.parts:
        pieces += [one.heading, one.hint, *shown.closing(one)]
        pieces += [text for each in one.lines if not each.own for text in (each.start, each.words, each.end)]
    return [piece for piece in pieces if piece]


def test_that_the_household_wants_comes_first_in_its_own_words() -> None:
    goals = (
        made(Goal, id=1, words="Een  eigen huis."),
        made(Goal, id=2, words="De indicatie moet weg.", first=True),
    )
    shown = card(dossier(goals=goals))
    assert shown.parts[0].sign == "goal"
    assert [one.text for one in shown.parts[0].lines] == ["“De indicatie moet weg.”"]
    assert shown.closing(shown.parts[0]) == ("Uw andere wensen staan in het plan.",)
    assert said(dossier(goals=goals[:1]), "goal") == ["“Een eigen huis.”"]


def test_that_who_does_what_by_when_is_said_the_households_own_first() -> None:
    found = dossier(
        interventions=(intervention(),),
        people=(person(name="Moeder"),),
        steps=(
            step(1, words="Bellen met de bank", owner="professional", lead="Noor", due=TODAY),
            step(2, words="Pasfoto maken.", owner="household", lead="Moeder", due=date(2026, 12, 4)),
        ),
        tasks=(
            task(1, words="Post openen", due=date(2026, 11, 2)),
            task(2, words="Klaar", lead="Noor", done_on=TODAY),
        ),
    )
    assert said(found, "step") == [
        "Moeder: Pasfoto maken. Voor vrijdag 4 december.",
        "Noor: Bellen met de bank. Op zondag 22 november.",
        f"U: Post openen. {LATE}",
    ]
    assert closing(found, "step") == ()


def test_that_more_agreements_than_fit_are_counted() -> None:
    own = tuple(task(at, words=f"Taak {at}", due=TODAY + timedelta(at)) for at in range(1, 21))
    others = tuple(task(at, words=f"Taak {at}", lead="Noor", due=TODAY + timedelta(at)) for at in range(21, 41))
    shown = said(dossier(tasks=(*own, *others)), "step")
    assert [text.split(".")[0] for text in shown] == [
        "U: Taak 1", "U: Taak 2", "U: Taak 3", "Noor: Taak 21"
    ]  # fmt: skip
    assert closing(dossier(tasks=(*own, *others)), "step") == ("En nog 36 afspraken: vraag het aan Noor.",)
    assert len(said(dossier(tasks=own), "step")) == 4


def test_that_at_most_two_that_are_past_their_day_stand_there_and_never_before_what_is_ahead() -> None:
    ahead = tuple(task(at, words=f"Taak {at}", lead="Noor", due=TODAY + timedelta(at)) for at in range(1, 5))
    late = tuple(task(at, words=f"Taak {at}", lead="Noor", due=TODAY - timedelta(at)) for at in range(11, 16))
    shown = said(dossier(tasks=(*late, *ahead)), "step")
    assert [text.startswith(f"Noor: Taak {at}. Voor ") for text, at in zip(shown, range(1, 5), strict=False)] == [
        True
    ] * 4
    assert shown[4:] == [f"Noor: Taak 15. {LATE}", f"Noor: Taak 14. {LATE}"]
    assert closing(dossier(tasks=(*late, *ahead)), "step") == ("En nog 3 afspraken: vraag het aan Noor.",)
    assert said(dossier(tasks=late[:1]), "step") == [f"Noor: Taak 11. {LATE}"]
    fewer = shorter(card(dossier(tasks=(*late, *ahead))))
    assert fewer is not None
    assert [one.text for one in fewer.parts[1].lines] == shown[:5]


def test_that_somebody_of_the_household_is_first_also_where_it_only_pays_or_goes_somewhere() -> None:
    others = tuple(task(at, words=f"Taak {at}", lead="Noor", due=TODAY) for at in range(1, 9))
    school = task(11, words="Gesprek op school", lead="Moeder", kind="appointment", due=date(2026, 11, 25))
    rent = task(12, words="Huur", kind="payment", due=date(2026, 11, 27))
    theirs = task(13, words="Overleg", lead="Noor", kind="appointment", due=date(2026, 11, 24))
    people = (person(name="Moeder"),)
    found = dossier(people=people, tasks=(*others, school, rent, theirs))
    assert said(found, "step")[0] == "U: Huur betalen. Voor vrijdag 27 november."
    assert said(found, "day") == [
        "Dinsdag 24 november: Overleg (Noor).",
        "Woensdag 25 november: Gesprek op school (Moeder).",
    ]
    found = dossier(people=people, tasks=(*others, school))
    assert said(found, "step")[0] == "Moeder: Gesprek op school. Op woensdag 25 november."
    assert not any(one.words for one in part(found, "day").lines)
    found = dossier(people=people, tasks=(*others, school, task(14, words="Post openen")))
    assert said(found, "step")[0] == "U: Post openen."
    assert said(found, "day") == ["Woensdag 25 november: Gesprek op school (Moeder)."]


@pytest.mark.parametrize(
    ("words", "kind", "shown"),
    [
        ("Formulier voor de Belastingdienst", "task", "Formulier voor de Belastingdienst regelen"),
        ("Nieuwe pasfoto", "promise", "Nieuwe pasfoto regelen"),
        ("Eerste 60 euro huurachterstand", "payment", "Eerste 60 euro huurachterstand betalen"),
        ("Eerste deel terugbetalen aan de bank", "payment", "Eerste deel terugbetalen aan de bank"),
        ("620 euro: uitstel vragen", "payment", "620 euro: uitstel vragen"),
        ("Bellen met de bank", "task", "Bellen met de bank"),
        ("Vraag om uitstel", "task", "Vraag om uitstel"),
        ("Besluit over de 6.000 euro", "task", "Besluit over de 6.000 euro"),
        ("Brief van de bank komt", "task", "Brief van de bank komt"),
        ("Met de hond uitgaan", "task", "Met de hond uitgaan"),
        ("Gesprek op school", "appointment", "Gesprek op school"),
        ("Laatste dag voor bezwaar", "objection", "Laatste dag voor bezwaar"),
        ("Laatste dag voor de kachel", "task", "Laatste dag voor de kachel"),
        ("", "task", ""),
    ],
)
def test_that_a_thing_without_a_verb_gets_one_and_everything_else_stays(words: str, kind: Kind, shown: str) -> None:
    assert with_verb(words, kind) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Woningcorporatie", "de woningcorporatie"),
        ("Belastingdienst", "de Belastingdienst"),
        ("Dienst Toeslagen", "Dienst Toeslagen"),
        ("UWV", "het UWV"),
        ("GGD", "de GGD"),
        ("Centraal Justitieel Incassobureau (CJIB)", "het Centraal Justitieel Incassobureau (CJIB)"),
        ("Raad voor de Kinderbescherming", "de Raad voor de Kinderbescherming"),
        ("Gemeente (algemeen)", "de gemeente"),
        ("Wijkteam / sociaal team", "het wijkteam"),
        ("Het Juridisch Loket", "het Juridisch Loket"),
        ("Urgentiecommissie wonen", "de urgentiecommissie wonen"),
        ("Steunpunt mantelzorg", "het steunpunt mantelzorg"),
        ("Sociale dienst (Werk en Inkomen)", "de sociale dienst"),
        ("Landelijk loket als veel tegelijk vastloopt", "het landelijk loket"),
    ],
)
def test_that_an_organisation_has_its_article_in_a_sentence(name: str, shown: str) -> None:
    assert with_article(name, listed=True) == shown


def test_that_what_we_cannot_tell_stays_as_it_was_typed() -> None:
    for name in ("Noor", "Stichting De Brug", "Bakker & Zn", "Van Buren Incasso"):
        assert with_article(name, listed=False) == name
    assert with_article("Bewonersvereniging", listed=False) == "de bewonersvereniging"


def test_that_a_function_is_asked_with_its_article_and_a_person_without() -> None:
    for lead, asked in (("Wijkcoach", "de wijkcoach"), ("Maatschappelijk werker", "de maatschappelijk werker"),
                        ("Wijkteam", "het wijkteam"), ("Noor (wijkteam)", "Noor (wijkteam)")):  # fmt: skip
        assert card(dossier(of=household(lead=lead)), Profile()).ask == f"vraag het aan {asked}"


def test_that_one_thing_has_one_word() -> None:
    found = dossier(tasks=(task(1, words="Elke instantie bellen, ook Instanties ver weg", lead="Noor"),))
    assert said(found, "step") == ["Noor: Elke organisatie bellen, ook Organisaties ver weg."]


def test_that_what_is_far_ahead_is_counted_unless_there_is_no_more() -> None:
    now, later = task(1, words="Nu", due=TODAY), task(2, words="Later", due=date(2027, 6, 1))
    assert said(dossier(tasks=(now, later)), "step") == ["U: Nu. Op zondag 22 november."]
    assert closing(dossier(tasks=(now, later)), "step") == ("En nog 1 afspraak: vraag het aan Noor.",)
    assert said(dossier(tasks=(later,)), "step") == ["U: Later. Voor dinsdag 1 juni."]


def test_that_steps_of_a_refused_doorbraak_are_not_on_it() -> None:
    found = dossier(
        interventions=(intervention(status="refused"),), steps=(step(1, words="Bezwaar", owner="household"),)
    )
    assert "Bezwaar" not in card(found).text


def test_that_the_days_that_come_stand_in_order_and_past_ones_are_gone() -> None:
    found = dossier(
        tasks=(
            task(1, words="Op school", lead="Moeder", kind="appointment", due=date(2026, 11, 25)),
            task(2, words="Huur", lead="Moeder", kind="payment", due=date(2026, 11, 24)),
            task(3, words="Gisteren", kind="appointment", due=date(2026, 11, 21)),
            task(4, words="Naar de rechter", lead="Noor", kind="deadline", due=date(2026, 11, 23)),
            task(5, words="Zonder dag", kind="appointment"),
        ),
        agencies=(agency(1, "woningcorporatie"),),
        letters=(
            letter(1, agency=1, demand="Betaal 2.100 euro, anders volgt ontruiming.", last_day=date(2026, 11, 30)),
            letter(2, sender="svb", demand="Stuur een kopie.", last_day=date(2028, 2, 1)),
            letter(3, agency=1, demand="Afgewezen.", last_day=date(2026, 11, 23)),
        ),
    )
    assert said(found, "day") == [
        "Dinsdag 24 november: Huur betalen (Moeder).",
        "Woensdag 25 november: Op school (Moeder).",
        "Maandag 30 november: Samen antwoorden op de brief van de woningcorporatie.",
    ]
    assert closing(found, "day") == ("En nog 1 dag: vraag het aan Noor.",)
    only = replace(found, tasks=(), letters=found.letters[1:2])
    assert said(only, "day") == [
        "Dinsdag 1 februari 2028: Samen antwoorden op de brief van de Sociale Verzekeringsbank (SVB)."
    ]  # fmt: skip


def test_that_whom_to_call_is_on_it_in_plain_words() -> None:
    assert said(dossier(), "phone") == ["Noor, vaste persoon die overzicht houdt", "06 1234 5678"]


def test_that_who_is_the_contact_person_is_called_while_no_profile_is_filled_in() -> None:
    found = dossier(of=household(lead="Samira"))
    name, phone = part(found, "phone", Profile()).lines
    assert (name.words, phone.words, phone.start) == ("Samira", "", "Telefoon")
    assert card(found, Profile()).ask == "vraag het aan Samira"
    assert card(dossier(), Profile()).ask == "vraag het ons"


def test_that_only_what_was_decided_is_said_to_stop() -> None:
    """Who thinks that an agency is gone no longer opens its letters."""
    found = dossier(
        agencies=(
            agency(1, "deurwaarder", future="stop", ends_when="Als de schuld betaald is.", contacts_e2=900),
            agency(2, "uwv", future="pause", ends_when="Een half jaar stil."),
            agency(3, "huisarts", future="keep"),
            agency(4, "politie", future="stop"),
            agency(5, "cak", future="stop", ended_on=TODAY),
            agency(6, "duo", future="pause"),
        ),
        interventions=(
            intervention(id=1, status="requested", agencies=(1,)),
            intervention(id=2, status="granted", decided_on=TODAY, agencies=(2,)),
            intervention(id=3, status="refused", agencies=(4,)),
            intervention(id=4, status="partly", decided_on=TODAY, agencies=(6,)),
        ),
    )
    assert said(found, "pause") == [
        "UWV: pauzeert. Een half jaar stil.",
        "Gerechtsdeurwaarder: kan stoppen als de schuld betaald is.",
        "Dienst Uitvoering Onderwijs (DUO): kan pauzeren.",
    ]


def test_that_at_most_three_agencies_are_named_and_the_others_counted() -> None:
    found = dossier(agencies=tuple(agency(at, words=f"Loket {at}", future="pause") for at in range(1, 10)))
    assert len(said(found, "pause")) == 3
    assert closing(found, "pause") == ("En nog 6 organisaties: zie het plan.",)
    kept = dossier(agencies=(agency(1, "huisarts", future="keep"),))
    assert "pause" not in {one.sign for one in card(kept).parts}


def test_that_who_works_at_an_agency_goes_by_its_name() -> None:
    found = dossier(
        agencies=(agency(1, "ambulante-begeleiding"), agency(2, "wijkteam")),
        workers=(
            made(Worker, id=1, agency=1, name="Els van der Berg"),
            made(Worker, id=2, agency=2, name="Noor"),
        ),
        tasks=(
            task(1, words="Kalender brengen", lead="Els", due=TODAY),
            task(2, words="Bellen met mevrouw Berg over de kamer", lead="Noor"),
        ),
    )
    assert said(found, "step") == [
        "Begeleiding bij u thuis: Kalender brengen. Op zondag 22 november.",
        "Noor: Bellen met iemand van Begeleiding bij u thuis over de kamer.",
    ]


def test_that_a_relative_with_the_name_of_a_worker_keeps_it() -> None:
    found = dossier(
        agencies=(agency(1, "jeugdhulp-ambulant"),),
        workers=(made(Worker, agency=1, name="Tom Bakker"),),
        people=(person(name="Tom"),),
        tasks=(task(1, words="Met Tom naar Bakker", lead="Tom"),),
    )
    assert said(found, "step") == ["Tom: Met Tom naar iemand van Jeugdhulp bij u thuis."]


def test_that_an_example_says_so_and_another_household_does_not() -> None:
    assert "Voorbeeld" in card(dossier(of=household(example=True))).text
    assert "Voorbeeld" not in card(dossier()).text


def test_that_the_title_is_a_number_and_no_name() -> None:
    assert card(dossier(of=household(name="Familie Ganzevoort"))).title == "Koelkastkaart huishouden 12"


def test_that_no_card_is_made_when_paper_is_not_safe() -> None:
    with pytest.raises(InputError, match="niet op papier"):
        card(dossier(of=household(no_paper=True)))


def test_that_an_empty_household_gets_lines_to_write_on() -> None:
    shown = card(dossier(), Profile())
    assert {one.sign: len(one.lines) for one in shown.parts} == {"goal": 2, "step": 3, "day": 2, "phone": 2, "pause": 2}
    assert all(not each.words for one in shown.parts for each in one.lines)
    assert all(not shown.closing(one) for one in shown.parts)
    assert "Wie doet wat, en voor welke dag?" in shown.text


def test_that_no_event_cost_or_private_note_is_on_it() -> None:
    found = dossier(
        line(98_765_43, words=CANARY, event=1),
        events=(event(40, 5, words=CANARY),),
        visits=(made(Visit, private_note=CANARY, report=CANARY),),
        own_words=(made(OwnWords, question="problem", words=CANARY),),
        letters=(letter(1, sender="Loket", demand=CANARY, amount_cents=98_765_43, last_day=date(2026, 12, 1)),),
    )
    assert CANARY not in card(found).text
    assert "98" not in card(found).text
    assert "Samen antwoorden op de brief van het loket." in card(found).text


def test_that_a_text_that_is_cut_says_so() -> None:
    found = dossier(
        goals=(made(Goal, words="Rust. " * 900, first=True),), tasks=(task(1, words="x" * 10_000, lead="Noor"),)
    )
    goal, agreed = part(found, "goal"), part(found, "step")
    assert goal.lines[0].words.startswith("“Rust. Rust.")
    assert goal.lines[0].words.endswith("Rust…”")
    assert agreed.lines[0].words.endswith("…")
    for sign in ("goal", "step"):
        assert closing(found, sign)[0] == "Hier staat niet alles: vraag het aan Noor."


def test_that_a_shorter_card_counts_what_it_leaves_out_and_ends() -> None:
    goals = (made(Goal, words="W" * 900, first=True), made(Goal, id=2, words="W" * 900, first=True))
    found = dossier(
        goals=goals,
        tasks=tuple(
            task(at, words="W" * 500, due=TODAY, kind=kind) for at, kind in enumerate(["task", "payment"] * 20)
        ),
        agencies=tuple(agency(at, words="W" * 90, future="stop", ends_when="W" * 500) for at in range(1, 9)),
    )
    totals = {"goal": 2, "step": 20, "day": 20, "phone": 2, "pause": 8}
    shown: FridgeCard | None = card(found)
    seen = 0
    while shown is not None:
        last, seen = shown, seen + 1
        assert {one.sign: len(one.lines) + one.left for one in shown.parts} == totals
        shown = shorter(shown)
    assert seen > 10
    assert [len(one.lines) for one in last.parts] == [1, 1, 1, 2, 1]
    assert max(len(each.words) for one in last.parts for each in one.lines) <= 30


@pytest.mark.parametrize("case", CASES)
def test_that_every_example_reads_easily(store: Store, case: str) -> None:
    """Short sentences, plain words, no law, and no name of an agency's worker."""
    found = published(store, case)
    pieces = not_their_own(card(found))
    assert len(pieces) > 8
    for piece in pieces:
        assert max(len(one.split()) for one in re.split(r"[.!?]", piece)) <= SHORT, piece
        assert in_plain_words(piece, CATALOGUE.words) == piece
        assert "€" not in piece
    laws = {law.abbreviation for law in CATALOGUE.laws.values()} | {law.title for law in CATALOGUE.laws.values()}
    text = "\n".join(pieces)
    assert not [law for law in laws if law and re.search(rf"(?<!\w){re.escape(law)}(?!\w)", text)]
    team = {one.id for one in found.agencies if one.kind == "wijkteam"}
    names = [worker.name for worker in found.workers if worker.name and worker.agency not in team]
    assert not [name for name in names if name in text]


def everything_else(found: Dossier) -> Dossier:
    """Each text that has no business on the card is the canary."""

    def marked(record: Any) -> Any:
        allowed = SHOWN.get(type(record).__name__, set())
        texts = {one.name: CANARY for one in fields(record) if one.type in (str, "str") and one.name not in allowed}
        return replace(record, **texts)

    changed: dict[str, Any] = {}
    for one in fields(found):
        value = getattr(found, one.name)
        changed[one.name] = marked(value) if is_dataclass(value) else tuple(map(marked, value))
    return replace(found, **changed)


@pytest.mark.parametrize("case", CASES)
def test_that_no_other_text_of_a_dossier_comes_on_it(store: Store, case: str) -> None:
    assert CANARY not in card(everything_else(published(store, case))).text


@settings(CALM, max_examples=40)
@given(case=cases())
def test_that_any_household_gets_a_card_of_one_pages_worth(store: Store, case: form.CaseFile) -> None:
    with store.change("Casus"):
        of = casefile.take_in(store, case)
    found = dossiers.read(store, of)
    if found.household.no_paper:
        with pytest.raises(InputError):
            card(found)
        return
    shown = card(everything_else(found))
    assert CANARY not in shown.text
    assert shown == card(everything_else(found))
    for one in shown.parts:
        assert 0 < len(one.lines) <= MOST[one.sign]
        assert all(len(each.text) <= 700 for each in one.lines)
    goals = shown.parts[0]
    assert sum(bool(each.words) for each in goals.lines) + goals.left == len(found.goals)


def test_that_a_step_and_a_task_that_say_the_same_stand_there_once() -> None:
    found = dossier(
        interventions=(intervention(),),
        steps=(step(1, words="Offerte voor een auto met plank", lead="Fatima", owner="professional"),),
        tasks=(
            task(1, words="Offerte voor de auto opvragen", lead="Fatima", kind="task"),
            task(2, words="Offerte voor de lift opvragen", lead="Noor", kind="task"),
        ),
    )
    assert said(found, "step") == [
        "Fatima: Offerte voor een auto met plank regelen.",
        "Noor: Offerte voor de lift opvragen.",
    ]


def test_that_every_organisation_that_may_stop_is_said_in_one_way() -> None:
    long = agency(1, "landelijk-maatwerkloket", future="stop", ends_when="Als er rust is.")
    short = agency(2, words="De bank", future="stop", ends_when="Als er rust is.")
    bare = agency(3, "politie", future="stop")
    found = dossier(agencies=(long, short, bare))
    assert set(said(found, "pause")) == {
        "Landelijk loket: kan stoppen als er rust is.",
        "De bank: kan stoppen als er rust is.",
        "Politie: kan stoppen.",
    }
    assert all(one.start for one in part(found, "pause").lines)


def test_that_after_a_refusal_the_day_for_bezwaar_and_what_is_still_to_be_done_stand_there() -> None:
    day = TODAY + timedelta(days=10)
    refused = dossier(
        interventions=(intervention(status="refused"),),
        steps=(step(1, words="Brief sturen", owner="professional", lead="Noor", due=day), step(2, words="Betalen")),
        tasks=(task(1, words="Bezwaar maken", kind="objection", due=day, intervention=1),),
    )
    assert said(refused, "step")[0].startswith("Noor: Brief sturen")
    assert len(said(refused, "step")) == 1
    assert "Bezwaar maken" in said(refused, "day")[0]
    withdrawn = replace(refused, interventions=(intervention(status="withdrawn"),))
    assert not any(said(withdrawn, "step") + said(withdrawn, "day"))
