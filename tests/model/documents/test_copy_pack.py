from datetime import date

import pytest

from doorbraak import paths
from doorbraak.model.catalogue import Catalogue, fold, load
from doorbraak.model.documents.copy_pack import LABELS, Piece, arranged, as_one_text, copy_pack
from doorbraak.model.documents.document import EXAMPLE
from doorbraak.model.dossier import casefile, visits
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.considerations import Consideration
from doorbraak.model.dossier.copy_blocks import CopyBlock
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.goals import Goal
from doorbraak.model.dossier.interventions import StatusChange
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.dossier.measurements import Measurement
from doorbraak.model.dossier.outcomes import Outcome
from doorbraak.model.dossier.perspectives import Perspective
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.dossier.sharing import Sharing
from doorbraak.model.dossier.visits import Visit
from doorbraak.model.dossier.workers import Worker
from doorbraak.model.insight.pseudonyms import LEFT_OUT
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.workspace.store import Store
from tests.model.documents.tricky_names import STORIES, TRACES, names_left, traces_left, with_tricky_names
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
    problem,
    step,
    task,
)

CATALOGUE = load()
TODAY = date(2026, 11, 22)
FIRST, LAST = date(2026, 9, 7), date(2026, 11, 9)
CASES = sorted(path.name for path in (paths.resources() / "cases").glob("*.json"))
MARKERS = {
    "household": "Brinkhorstje",
    "mother": "Zwaluwina",
    "surname": "Kwartelaar",
    "son": "Fazantijn",
    "worker": "Eksterika",
    "lead": "Merelina",
    "decider": "Spreeuward",
    "by_role": "Roodborstine",
    "own": "Nachtegaliaan",
}
STORY = (
    "Zwaluwina Kwartelaar en Fazantijns vader waren er, met Eksterika, merelina en nachtegaliaan. "
    "Mevrouw Kwartelaar belt. Familie Brinkhorstje woont er. Tante Wielewaaltje ook. "
    "Bel 06 12345678, mail z.kwartelaar@post.nl, BSN 111222333, Vogelstraat 12, 1234 AB 5."
)


def pack(
    found: Dossier, visit: int | None = None, blocks: tuple[CopyBlock, ...] = (), catalogue: Catalogue = CATALOGUE
) -> tuple[Piece, ...]:
    return copy_pack(found, catalogue, visit, TODAY, blocks, saving_of(found, catalogue), Profile("Nachtegaliaan"))


def said(found: Dossier, part: str, visit: int | None = None) -> list[str]:
    return next((one.text for one in pack(found, visit) if one.part == part), "").splitlines()


def with_names() -> Dossier:
    """Every text that somebody types, full of names and of what stands beside them."""
    return dossier(
        line(100_000, words=STORY, source=STORY),
        of=household(name=f"Familie {MARKERS['household']}", note=STORY, lead=MARKERS["lead"]),
        people=(
            person(id=1, name=f"{MARKERS['mother']} {MARKERS['surname']}", role="moeder"),
            person(id=2, name=MARKERS["son"], role="zoon"),
            person(id=3, name="", role="zoon"),
        ),
        workers=(made(Worker, id=1, agency=1, name=MARKERS["worker"], function="consulent", phone="06 12345678"),),
        goals=(made(Goal, id=1, words=STORY, first=True), made(Goal, id=2, words=STORY)),
        problems=(problem(1, words=STORY, life_domain="geld", people=(1,), rank=1, lead=MARKERS["lead"]),),
        agencies=(agency(1, words=STORY, ends_when=STORY, contacts_e2=130),),
        letters=(letter(1, agency=1, demand=STORY), letter(2, sender=STORY, demand=STORY)),
        visits=(made(Visit, id=1, on_day=LAST, report=STORY, private_note="Geheimpje", minutes_with_people=75),),
        tasks=(task(1, words=STORY, lead=MARKERS["lead"]), task(2, words="Bellen", lead="een onbekende Klauwier")),
        events=(event(40, 5, words=STORY),),
        interventions=(intervention(words=STORY, status="refused", decider=f"{MARKERS['decider']}, teamleider"),),
        statuses=(made(StatusChange, id=1, status="refused", on_day=LAST, reason=STORY),),
        steps=(step(1, words=STORY, lead=MARKERS["lead"]),),
        grounds=(made(LegalGround, id=1, title=STORY, reason=STORY, text=STORY),),
        considerations=(made(Consideration, id=1, part="weighing", words=STORY),),
        perspectives=(
            made(Perspective, id=1, side="legal", verdict="for", by_role=f"Jurist {MARKERS['by_role']}", reason=STORY),
        ),
        sharing=(made(Sharing, id=1, on_day=LAST, with_whom=STORY, what=STORY, why=STORY, why_untold=STORY),),
        measurements=(
            made(Measurement, id=1, measure="ervaren-grip", on_day=LAST, words=STORY, value_e2=300, person=1),
        ),
        outcomes=(made(Outcome, id=1, on_day=LAST, worked="yes", why=STORY),),
    )


# -- names ----------------------------------------------------------------------------------------


def test_that_no_name_is_in_any_block_and_roles_stand_there_instead() -> None:
    found = pack(with_names())
    assert {one.part for one in found} == set(LABELS) - {"steps"}, "the steps of what was refused are off"
    text = as_one_text(found)
    for name in (*MARKERS.values(), "Wielewaaltje", "Klauwier", "Geheimpje", "Familie "):
        assert fold(name) not in fold(text), name
    for beside in ("12345678", "post.nl", "111222333", "1234 AB", "Vogelstraat"):
        assert beside not in text, beside
    assert said(with_names(), "report")[-1] == (
        "Verslag: Moeder en zoons vader waren er, met een hulpverlener, een hulpverlener en een hulpverlener. "
        "Moeder belt. Het gezin woont er. Tante [weggelaten] ook. "
        "Bel [weggelaten], mail [weggelaten], BSN [weggelaten], [weggelaten], [weggelaten]."
    )


def test_that_who_does_something_is_a_role_a_function_or_a_hulpverlener() -> None:
    names = ("Noor", "Moeder", "Teamleider wijkteam", "College van B en W", "noor", "UWV", "")
    found = dossier(
        tasks=tuple(task(at, words="Bellen", lead=name) for at, name in enumerate(names)),
        people=(person(id=1, name="Noor", role="moeder"),),
    )
    assert [one.partition("(")[2].rstrip(")") for one in said(found, "tasks")] == [
        "moeder", "moeder", "teamleider wijkteam", "college van B en W", "moeder", "UWV", "",
    ]  # fmt: skip


def test_that_a_description_is_no_name() -> None:
    found = dossier(
        people=(
            person(id=1, name="Vader van de kinderen", role="vader"),
            person(id=2, name="Oudste zoon", role="zoon"),
        ),
        visits=(made(Visit, id=1, on_day=LAST, report="De oudste zoon van de buren speelt met de kinderen in huis."),),
    )
    assert said(found, "report")[-1] == "Verslag: De oudste zoon van de buren speelt met de kinderen in huis."


@pytest.mark.parametrize("hidden", ["Fazan\u200btijn", "Fazan\u00adtijn", "\u202eFazantijn", "FAZANTIJN"])
def test_that_signs_that_can_not_be_seen_hide_no_name(hidden: str) -> None:
    found = dossier(
        people=(person(id=1, name="Fazantijn", role="zoon"),),
        visits=(made(Visit, id=1, on_day=LAST, report=f"Vandaag was {hidden} thuis."),),
    )
    assert said(found, "report")[-1] == "Verslag: Vandaag was zoon thuis."


@pytest.mark.parametrize(
    "text", ["NL91 ABNA 0417 1643 00", "Lange Vogellaan 3a", "06-12345678", "a.b@c.nl", "1234AB 5", "111222333"]
)
def test_that_what_points_at_one_house_or_person_is_visibly_left_out(text: str) -> None:
    found = dossier(visits=(made(Visit, id=1, on_day=LAST, report=f"Het is {text}, zegt zij."),))
    assert said(found, "report")[-1] == f"Verslag: Het is {LEFT_OUT}, zegt zij."


def test_that_no_address_number_or_day_of_birth_is_in_any_block() -> None:
    for trace in TRACES:
        assert traces_left(trace)
        found = dossier(
            visits=(made(Visit, id=1, on_day=LAST, report=f"Zij {trace}, zegt zij."),),
            tasks=(task(1, words=f"Nu {trace}, zegt zij."),),
        )
        text = as_one_text(pack(found))
        assert traces_left(text.replace("9 november 2026", "")) == [], trace
        assert text.count(LEFT_OUT) == 2, trace


def test_that_a_day_of_an_appointment_stays_and_a_day_of_birth_goes() -> None:
    found = dossier(
        people=(person(id=1, role="zoon", birth_year=2024),),
        visits=(made(Visit, id=1, on_day=LAST, report="Op 3-5-2026 en 4 mei 2027 komen. Zoon is van 3 mei 2024."),),
    )
    assert said(found, "report")[-1] == f"Verslag: Op 3-5-2026 en 4 mei 2027 komen. Zoon is van {LEFT_OUT}."


def test_that_who_was_typed_as_sender_partner_lead_or_decider_is_known_by_name() -> None:
    found = dossier(
        of=household(lead="piet"),
        sharing=(
            made(Sharing, id=1, on_day=LAST, with_whom="Fuut Jansen", what="Iets", why="omdat Jansen Fuut vroeg"),
        ),
        interventions=(intervention(words="Iets voor Fuut Jansen", decider="fatima van buren"),),
        letters=(letter(1, sender="Jan Pieters", demand="Bel Jan."),),
        tasks=(task(1, words="bel fatima, Fatima van Buren of Piet", lead="fatima van buren"),),
    )
    text = as_one_text(pack(found))
    for name in ("fuut", "jansen", "fatima", "buren", "pieters", "jan.", "piet"):
        assert name not in text.lower(), name
    assert said(found, "letters") == ["Iemand: Bel iemand."]
    assert "Wie beslist: een hulpverlener" in text.splitlines()
    assert "Iets voor iemand" in text
    assert "Waarom: omdat iemand vroeg." in text


@pytest.mark.parametrize(
    "sender",
    [
        "UWV",
        "Gemeente Utrecht",
        "Eneco",
        "Zilveren Kruis",
        "Syncasso Gerechtsdeurwaarders",
        "Stichting Fuut Zorg",
        "ziggo",
    ],
)
def test_that_an_organisation_keeps_its_name(sender: str) -> None:
    found = dossier(
        letters=(letter(1, sender=sender, demand="Betaal."),),
        sharing=(made(Sharing, id=1, on_day=LAST, with_whom=sender, what="Iets", why=f"{sender} vroeg het"),),
    )
    text = as_one_text(pack(found))
    assert f"{sender}: Betaal." in text
    assert f"Met {sender}." in text


@pytest.mark.parametrize(("called", "said"), [
    ("Petra Jansen", "Een instantie"), ("oom Ben", "Oom een instantie"), ("Buurvrouw Toos", "Buurvrouw een instantie"),
    ("Kim", "Een instantie"), ("Petra (WMO)", "Een instantie (WMO)"), ("Taxi Hassan", "Een taxibedrijf"),
    ("Fatima Yilmaz (bso)", "Een instantie (bso)"), ("Gemeente, mw. Bakker", "Gemeente, een instantie"),
])  # fmt: skip
def test_that_an_agency_that_is_called_as_a_person_is_a_role(called: str, said: str) -> None:
    text = f"Vandaag belde {called} weer."
    found = dossier(
        letters=(letter(1, agency=1, demand="Betaal."),), agencies=(agency(1, words=called),),
        visits=(made(Visit, id=1, on_day=LAST, report=text),),
    )  # fmt: skip
    text = as_one_text(pack(found))
    for name in ("Petra", "Jansen", "Ben ", "Toos", "Kim", "Bakker", "Hassan", "Fatima", "Yilmaz"):
        assert name not in text, name


def test_that_a_well_known_organisation_keeps_its_name_also_when_it_looks_like_a_person() -> None:
    letters = (letter(1, sender="Albert Heijn", demand="Betaal."),)
    assert said(dossier(letters=letters), "letters") == ["Albert Heijn: Betaal."]
    found = dossier(agencies=(agency(1, words="Zilveren Kruis"), agency(2, words="Basisschool De Wegwijzer")))
    assert "Basisschool De Wegwijzer" in as_one_text(pack(found))


def test_that_an_office_that_is_called_after_who_works_there_is_a_role() -> None:
    letters = (letter(1, sender="Deurwaarder Roodborst & Zn", demand="Bel tandarts Pimpelmees."),)
    found = dossier(letters=letters, agencies=(agency(1, words="Tandarts Pimpelmees"),))
    assert said(found, "letters") == ["Een deurwaarder: Bel een tandarts."]
    assert "Pimpelmees" not in as_one_text(pack(found))


@pytest.mark.parametrize("case", CASES)
def test_that_the_published_households_say_no_name(store: Store, case: str) -> None:
    content = (paths.resources() / "cases" / case).read_bytes()
    with store.change("Casus invoeren"):
        id_ = casefile.take_in(store, casefile.read(content, CATALOGUE))
        visit = dossiers.read(store, id_).visits[-1].id
        visits.write_private_note(store, visit, "Geheimpje", TODAY)
    found = dossiers.read(store, id_)
    text = as_one_text(pack(found, visit))
    assert len(pack(found)) >= 15
    for worker in found.workers:
        assert not worker.name or fold(worker.name) not in fold(text).split(), worker.function
    assert found.household.name not in text
    for never in ("Geheimpje", EXAMPLE, "\t", "**", "<", "  "):
        assert never not in text, never
    assert "een hulpverlener" in text


@pytest.mark.parametrize("case", CASES)
def test_that_no_name_however_tricky_is_in_any_block(store: Store, case: str) -> None:
    content = (paths.resources() / "cases" / case).read_bytes()
    with store.change("Casus invoeren"):
        id_ = casefile.take_in(store, casefile.read(content, CATALOGUE))
    found = dossiers.read(store, id_)
    for story in STORIES:
        text = as_one_text(pack(with_tricky_names(found, story)))
        assert names_left(text) == []
        assert "oeder" in text
        assert len(names_left(story)) >= 6, "a story without names proves nothing"


# -- what the blocks say --------------------------------------------------------------------------


def test_that_the_chosen_visit_is_told_and_else_the_last_one() -> None:
    found = dossier(
        visits=(
            made(Visit, id=2, on_day=LAST, place="phone", report="Gebeld.\n\nKort."),
            made(Visit, id=1, on_day=FIRST, place="home", conversation="first", minutes_with_people=75),
        )
    )
    last = [
        "Datum: 9 november 2026",
        "Soort gesprek: Gewoon bezoek",
        "Plaats: Telefoon",
        "Verslag: Gebeld.",
        "",
        "Kort.",
    ]
    assert said(found, "report") == last
    assert said(found, "report", 99) == last
    assert said(found, "report", 1) == [
        "Datum: 7 september 2026", "Soort gesprek: Eerste gesprek", "Plaats: Thuis", "Duur: 75 minuten",
    ]  # fmt: skip


def test_that_empty_blocks_are_left_out() -> None:
    assert pack(dossier()) == ()
    assert [one.part for one in pack(dossier(people=(person(id=1, role="moeder"),)))] == ["people"]


def test_that_people_are_numbered_roles() -> None:
    found = dossier(
        people=(
            person(id=1, name="Anna", role="moeder"),
            person(id=2, name="Bas", role="zoon", lives_here="partly"),
            person(id=3, name="Cas", role="zoon", died=True),
        ),
        problems=(problem(1, words="Geen geld.", life_domain="geld", people=(1, 3), owner="system"),),
    )
    assert said(found, "people") == ["Moeder: woont hier", "Zoon 1: woont hier deels", "Zoon 2: overleden"]
    assert said(found, "domains") == ["Geld en schulden: Geen geld (bij moeder, zoon 2, eigenaar systeem)"]


def test_that_tasks_and_letters_done_since_the_visit_stay_and_older_ones_go() -> None:
    found = dossier(
        visits=(made(Visit, id=1, on_day=FIRST), made(Visit, id=2, on_day=LAST)),
        tasks=(
            task(1, words="Oud", done_on=date(2026, 9, 8)),
            task(2, words="Nieuw", done_on=LAST),
            task(3, words="Bellen", due=date(2026, 12, 1), kind="promise"),
        ),
        letters=(letter(1, sender="UWV", demand="Stuur het formulier.", amount_cents=12_000, last_day=TODAY),),
    )
    assert said(found, "tasks") == ["Uiterlijk 1 december 2026: Belofte: Bellen", "Gedaan op 9 november 2026: Nieuw"]
    assert len(said(found, "tasks", 1)) == 3
    assert said(found, "letters") == ["UWV: Stuur het formulier. Bedrag € 120,00. Uiterlijk 22 november 2026."]


def test_that_a_refusal_says_why_and_until_when_one_can_object() -> None:
    found = dossier(
        interventions=(intervention(status="refused", decider="College van B en W"),),
        statuses=(made(StatusChange, id=1, status="refused", on_day=LAST, reason="Past niet."),),
        steps=(step(1, words="Vragen"),),
    )
    assert said(found, "decision") == [
        "Doorbraak: De schuld betalen", "Besluit: afgewezen", "Datum: 9 november 2026",
        "Genomen door: college van B en W", "Reden: Past niet.", "Bezwaar kan tot en met: 21 december 2026",
    ]  # fmt: skip
    assert said(found, "steps") == []


def test_that_costs_stand_in_no_block_but_those_about_money() -> None:
    found = dossier(
        line(100_000_00, words="Jeugdhulp"),
        measurements=(made(Measurement, id=1, measure="kosten-per-jaar", on_day=LAST, value_e2=26_900_000),),
        visits=(made(Visit, id=1, on_day=LAST),),
    )
    assert [one.part for one in pack(found)] == ["report", "sum"]
    assert [one.part for one in copy_pack(found, CATALOGUE, None, TODAY, ())] == ["report"], "without a sum no costs"


def test_that_every_line_of_a_published_household_is_a_label_and_a_value(store: Store) -> None:
    content = (paths.resources() / "cases" / CASES[0]).read_bytes()
    with store.change("Casus invoeren"):
        id_ = casefile.take_in(store, casefile.read(content, CATALOGUE))
    for piece in pack(dossiers.read(store, id_)):
        assert all(": " in one or not one for one in piece.text.splitlines()), piece.part


def test_that_a_text_of_ten_thousand_signs_is_read_at_once() -> None:
    for text in ("a-" * 5000, "Van de " * 1400, "Fazantijn " * 1000, "oom Bep " * 1200, "A" * 10_000, "1 " * 5000):
        found = dossier(
            people=(person(id=1, name="Fazantijn", role="zoon"),), visits=(made(Visit, id=1, on_day=LAST, report=text),)
        )
        assert pack(found)


# -- order and labels -----------------------------------------------------------------------------


def test_that_order_labels_and_what_is_shown_follow_the_gemeente() -> None:
    found = dossier(
        people=(person(id=1, role="moeder"),),
        visits=(made(Visit, id=1, on_day=LAST),),
        goals=(made(Goal, id=1, words="Rust"),),
    )
    chosen = (CopyBlock("goals", "Hulpvraag"), CopyBlock("report", shown=False), CopyBlock("bestaat-niet", "x"))
    assert [(one.part, one.label) for one in pack(found, blocks=chosen)] == [
        ("goals", "Hulpvraag"), ("people", "Gezinssamenstelling"),
    ]  # fmt: skip
    assert [one.part for one in arranged(chosen)][:3] == ["goals", "report", "people"]
    assert len(arranged(chosen)) == len(LABELS) == len(arranged(()))


def test_that_all_blocks_are_one_text_under_their_labels() -> None:
    two = (Piece("report", "Verslag", "Datum: x"), Piece("goals", "Doelen", "Doel: y"))
    assert as_one_text(two) == "Verslag\nDatum: x\n\nDoelen\nDoel: y"
