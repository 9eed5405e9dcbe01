from dataclasses import replace
from datetime import date

import pytest

from doorbraak.model.documents.document import Document, Paragraph, Quote, Subheading, Table, text_of
from doorbraak.model.documents.justification_costs import cost_blocks
from doorbraak.model.documents.justification_paper import justification_paper_of
from doorbraak.model.dossier.comparisons import Comparison
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.goals import Goal
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.dossier.local_mandates import LocalMandate
from doorbraak.model.dossier.perspectives import Perspective
from doorbraak.model.dossier.precedents import Precedent, Tried
from doorbraak.model.insight import choice_names
from doorbraak.model.insight.missing_parts import missing
from doorbraak.model.insight.tensions import tensions_of
from doorbraak.model.workspace.store import Store
from tests.model.documents.doorbraak_papers import CASES, CATALOGUE, published, sources
from tests.model.insight.records import agency, dossier, household, intervention, line, made, person, problem

LACKS = "Deze onderbouwing is nog niet compleet"


def paper(found: Dossier, **given: object) -> Document:
    return justification_paper_of(sources(found, **given), 1)


def said(found: Dossier, **given: object) -> str:
    return text_of(paper(found, **given))


def section(document: Document, heading: str) -> str:
    (found,) = [one for one in document.sections if one.heading == heading]
    return text_of(replace(document, title="", subtitle="", marks=(), sections=(found,)))


def of_doorbraak(found: Dossier, one: Intervention) -> tuple[str, ...]:
    """Every text that belongs to the justification of one doorbraak."""
    listed = [record.reason for record in (*found.grounds, *found.perspectives) if record.intervention == one.id]
    listed += [record.words for record in found.considerations if record.intervention == one.id]
    listed += [text for each in found.barriers if each.intervention == one.id for text in (each.words, each.tried)]
    listed += [step.words for step in found.steps if step.intervention == one.id]
    return tuple(filter(None, listed))


@pytest.mark.parametrize("case", CASES)
def test_that_all_that_was_weighed_is_in_it(store: Store, case: str) -> None:
    found = published(store, case)
    for one in found.dossier.interventions:
        document = justification_paper_of(found, one.id)
        text = text_of(document)
        for words in of_doorbraak(found.dossier, one):
            assert words in text
        for ground in found.dossier.grounds:
            article = CATALOGUE.articles.get(ground.article)
            if ground.intervention == one.id and article:
                assert article.what in text
                assert article.url in text
        grounds = [ground for ground in found.dossier.grounds if ground.intervention == one.id]
        for tension in tensions_of(grounds, CATALOGUE):
            assert " ".join(tension.way_out.split()) in text
        for side in choice_names.SIDES.values():
            assert side in section(document, "Vier kanten")


@pytest.mark.parametrize("case", CASES)
def test_that_it_says_what_is_missing_at_its_top_and_its_end(store: Store, case: str) -> None:
    found = published(store, case)
    for one in found.dossier.interventions:
        document = justification_paper_of(found, one.id)
        lacks = missing(found.dossier, one.id, CATALOGUE)
        assert (LACKS in section(document, "In het kort")) == bool(lacks)
        for each in lacks:
            assert each.what in section(document, "Wat er nog ontbreekt")
        if not lacks:
            assert "Nog niet ingevuld" not in text_of(document)


def test_that_an_empty_one_prints_as_incomplete() -> None:
    document = paper(dossier(interventions=(intervention(),)))
    assert document.sections[0].heading == "In het kort"
    first = document.sections[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text.startswith(LACKS)
    assert "Nog niet ingevuld: een artikel dat de doorbraak draagt." in text_of(document)
    assert "Nog niet ingevuld: de afweging." in text_of(document)


def test_that_what_they_want_is_quoted_first() -> None:
    goals = (made(Goal, id=1, words="Rust.", first=True), made(Goal, id=2, words="Een huis."))
    found = dossier(goals=goals, interventions=(intervention(goals=(1, 2)),))
    blocks = next(one for one in paper(found).sections if one.heading == "Gewenst effect").blocks
    assert [block.text for block in blocks if isinstance(block, Quote)] == ["Rust.", "Een huis."]
    assert "Een huis." not in section(paper(dossier(goals=goals, interventions=(intervention(),))), "Gewenst effect")


def test_that_a_knot_of_its_problems_is_told() -> None:
    problems = (problem(1, "", 2, words="Geen huis"), problem(2, "", 1, words="Geen werk"), problem(3, words="Ruzie"))
    found = dossier(problems=problems, interventions=(intervention(problems=(1,)),))
    assert "Geen huis → Geen werk → Geen huis" in said(found)
    assert "→" not in said(replace(found, interventions=(intervention(problems=(3,)),)))


def test_that_an_article_has_its_date_its_link_and_whether_to_check_it() -> None:
    sure = next(one for one in CATALOGUE.articles.values() if not one.needs_check and one.text_version == "2026-07-01")
    unsure = next(one for one in CATALOGUE.articles.values() if one.needs_check)
    grounds = (
        made(LegalGround, id=1, article=sure.id, role="carries", reason="Hier past het."),
        made(LegalGround, id=2, article=unsure.id, role="blocks"),
        made(
            LegalGround,
            id=3,
            article="oude-wet:1",
            role="room",
            title="Oude wet 1",
            text="Het mag.",
            text_version="2020",
        ),
    )
    document = paper(dossier(interventions=(intervention(),), grounds=grounds))
    carries = section(document, "Dit draagt de doorbraak")
    assert "Waarom hier: Hier past het." in carries
    assert f"Tekst van 1 juli 2026. {sure.url}" in carries
    assert "Nakijken" not in carries
    assert "Nakijken: lees eerst de tekst van de wet." in section(document, "Dit blokkeert")
    room = section(document, "Dit geeft ruimte")
    for shown in ("Oude wet 1", "Het mag.", "Tekst van 2020.", "Dit artikel staat niet meer in de lijst."):
        assert shown in room


def test_that_the_first_page_says_what_it_rests_on_who_asks_and_who_lives_there() -> None:
    grounds = (
        made(LegalGround, id=1, article="wgs:3:1", role="carries"),
        made(LegalGround, id=2, article="participatiewet:49", role="room"),
        made(LegalGround, id=3, article="awb:4:84", role="room"),
    )
    people = (person(id=1), person(id=2, lives_here="partly"), person(id=3, lives_here="no"))
    found = dossier(of=household(lead="Noor"), interventions=(intervention(),), grounds=grounds, people=people)
    short = section(paper(found), "In het kort")
    assert "Wgs artikel 3 lid 1 draagt het. PW artikel 49 en Awb artikel 4:84 geven ruimte." in short
    assert "2 mensen in huis, van wie 1 een deel van de tijd" in short
    assert "Wie vraagt het?\tNoor" in short


def test_that_the_article_that_opens_does_not_stand_in_the_way() -> None:
    blocks = made(LegalGround, id=1, article="participatiewet:13:1_onder_g", role="blocks")
    opens = made(LegalGround, id=2, article="participatiewet:49", role="room")
    clash = section(
        paper(dossier(interventions=(intervention(),), grounds=(blocks, opens))), "Wat botst, en de weg eruit"
    )
    assert "\nPW artikel 13 lid 1 onder g\t" in clash
    assert clash.rstrip().endswith("Opgelost met PW artikel 49")


def test_that_what_comes_once_is_so_many_times_a_price() -> None:
    once = line(100_00, once=True, quantity_e4=30_000)
    text = said(dossier(once, line(100_00, id_=2, quantity_e4=30_000), interventions=(intervention(),)))
    assert "\t3 × de prijs per jaar, eenmalig\t" in text
    assert "\t3 × per jaar\t" in text


def test_that_another_household_has_no_number() -> None:
    compared = (
        made(Comparison, id=1, other="Huishouden 14", verdict="equal", why="Net als bij huishouden 1.204 was er rust."),
        made(Comparison, id=2, other="Een zaak uit de krant", verdict="differs", why="Daar was geen kind."),
    )
    text = section(paper(dossier(interventions=(intervention(),), comparisons=compared)), "Gelijke gevallen")
    assert (
        "Een eerder huishouden\tOpgegeven door het team\tGelijk\tNet als bij een eerder huishouden was er rust." in text
    )
    assert "Een zaak uit de krant\tOpgegeven door het team\tAnders\tDaar was geen kind." in text


def test_that_earlier_ones_of_the_same_kind_are_counted() -> None:
    def tried(status: str, worked: str | None) -> Tried:
        return Tried(1, "briefadres", "", status, frozenset(), (), worked, "")  # type: ignore[arg-type]

    earlier = (Precedent(8, 77, frozenset(), 3, (tried("evaluated", "yes"), tried("refused", None))),)
    found = dossier(interventions=(intervention(kind="briefadres"),))
    text = said(found, precedents=earlier)
    assert "eerder 2 keer gevraagd. Toegekend: 1. Afgewezen: 1. Het werkte, soms deels: 1." in text
    assert "77" not in text
    assert "niet eerder gevraagd" in said(found)


def test_that_who_may_decide_here_is_said_with_where_it_stands() -> None:
    grounds = (made(LegalGround, id=1, article="wgs:3:1", role="carries"),)
    found = dossier(interventions=(intervention(decider="Teamleider"),), grounds=grounds)
    here = (LocalMandate(1, "wgs", "", "Teamleider", "Mandaatbesluit 2026", date(2026, 3, 2)),)
    assert "Alles\tTeamleider\tMandaatbesluit 2026, gelezen op 2 maart 2026" in said(found, mandates=here)
    assert "kijk na of “Teamleider” dit mag" in said(found)


def test_that_the_trap_about_team_members_is_printed_for_a_team_member_only() -> None:
    grounds = (made(LegalGround, id=1, article="participatiewet:49", role="room"),)

    def by(decider: str) -> str:
        return said(dossier(interventions=(intervention(decider=decider),), grounds=grounds))

    assert "Een wijkteamlid mag hier niet over bijstand besluiten." in by("Wijkteamlid")
    college = by("College van B en W")
    assert "Zo is het meestal" in college
    assert "teamleden" not in college
    assert "wijkteamlid" not in college


def test_that_refused_says_why_and_until_when_one_can_object() -> None:
    text = said(dossier(interventions=(intervention(status="refused", decided_on=date(2026, 11, 2)),)))
    assert "Besluit\tNee" in text
    assert "Bezwaar kan meestal tot en met 14 december 2026." in text


def test_that_help_that_came_first_is_said() -> None:
    assert "De hulp is er al. Het besluit volgt nog." in said(dossier(interventions=(intervention(status="done"),)))


def test_that_the_three_values_have_facts() -> None:
    document = paper(dossier(interventions=(intervention(),)))
    values = next(one for one in document.sections if one.heading == "Drie waarden")
    assert sum(isinstance(block, Subheading) for block in values.blocks) == 3
    assert "Artikelen die het dragen" in section(document, "Drie waarden")


def test_that_each_comparison_says_where_it_comes_from() -> None:
    compared = (
        made(Comparison, id=1, other="Huishouden 77", verdict="equal"),
        made(Comparison, id=2, other="Uit een rapport", verdict="equal", origin="published"),
        made(Comparison, id=3, other="Van horen zeggen", verdict="equal", origin="professional"),
        made(Comparison, id=4, other="Verzonnen zaak", verdict="equal", origin="example"),
    )
    earlier = (Precedent(8, 77, frozenset(), 3, ()),)
    found = dossier(of=household(lead="Samira"), interventions=(intervention(kind="briefadres"),), comparisons=compared)
    text = section(paper(found, precedents=earlier), "Gelijke gevallen")
    for shown in (
        "Een eerder huishouden\tEen huishouden op deze computer",
        "Uit een rapport\tGepubliceerd, zie de bronnen",
        "Van horen zeggen\tOpgegeven door Samira",
        "Verzonnen zaak\tVoorbeeld, verzonnen",
        "niet eerder gevraagd. De vergelijkingen hieronder gaan over gevallen die erop lijken.",
    ):
        assert shown in text


def test_that_legal_grounds_are_not_compared_with_carrying_on() -> None:
    text = section(paper(dossier(interventions=(intervention(),))), "Drie waarden")
    assert "Rechtsgronden\tStand\nArtikelen die het dragen\t0\n" in text
    assert "Besluit\tVoorgesteld, nog geen besluit" in text


def test_that_the_verdicts_are_counted_apart_from_the_sides() -> None:
    sides = tuple(made(Perspective, id=at, side="legal", verdict="for", by_role=f"Jurist {at}") for at in range(1, 6))
    text = said(dossier(interventions=(intervention(),), perspectives=sides))
    assert "Hoe oordeelden de vier kanten? (5 oordelen)\t5 keer voor" in text


def test_that_the_own_cost_and_that_of_the_whole_plan_stand_together() -> None:
    lines = (line(100_00, once=True, intervention=1), line(900_00, id_=2, once=True, intervention=2))
    text = said(dossier(*lines, interventions=(intervention(), intervention(id=2)))).replace("\u00a0", " ")
    assert "Wat kost het zelf?\t€ 100 in 12 maanden. Het hele plan kost € 1.000." in text
    assert "De besparing hieronder is van alle doorbraken samen, niet van deze alleen." in text


@pytest.mark.parametrize("case", CASES)
def test_that_the_short_weighing_says_what_is_against_it_too(store: Store, case: str) -> None:
    found = published(store, case)
    for one in found.dossier.considerations:
        if one.part == "weighing" and "Tegen: " in one.words:
            counter = one.words.split("Tegen: ")[1].split(".")[0]
            assert counter in section(justification_paper_of(found, one.intervention), "In het kort")


def test_that_doorbraken_without_own_price_are_said_wherever_the_whole_plan_is() -> None:
    own = line(100_00, once=True, intervention=1)
    one, other = intervention(), intervention(id=2)
    document = paper(dossier(own, interventions=(one, other, intervention(id=3, status="withdrawn"))))
    for heading in ("In het kort", "De rekensom", "Wat er nog ontbreekt"):
        text = section(document, heading).replace("\u00a0", " ")
        assert "Van 1 van de 2 doorbraken is de prijs nog niet ingevuld." in text
        assert heading == "Wat er nog ontbreekt" or "Het hele plan kost, voor zover ingevuld, € 100." in text
    assert "prijs nog niet ingevuld" not in said(dossier(own, interventions=(one,)))


def test_that_what_was_solved_stands_apart_from_what_is_stuck_now() -> None:
    problems = (problem(1, "", 2, words="Geen huis"), problem(2, words="Schuld", solved_on=date(2026, 6, 22)))
    found = dossier(problems=problems, interventions=(intervention(problems=(1, 2)),))
    text = section(paper(found), "Wat er vastzit")
    assert "Geen huis\t\tNog niet gekozen\t–" in text  # it waits for nothing any more
    assert "Opgelost sinds het begin:\nSchuld (22 juni 2026)" in text
    solved = section(paper(replace(found, problems=problems[1:])), "Wat er vastzit")
    assert "Wat deze doorbraak moest losmaken, is opgelost." in solved


@pytest.mark.parametrize(("status", "begun"), [("proposed", False), ("granted", False), ("done", True)])
def test_that_nobody_is_said_to_be_stuck_by_a_knot_once_the_doorbraak_is_carried_out(status: str, begun: bool) -> None:
    problems = (problem(1, "", 2, words="Geen huis"), problem(2, "", 1, words="Geen werk"))
    text = said(dossier(problems=problems, interventions=(intervention(status=status, problems=(1,)),)))
    assert ("kan niemand beginnen" not in text) == begun
    assert "Geen huis → Geen werk" in text


def test_that_only_agencies_that_change_are_said_to_change() -> None:
    agencies = (
        agency(1, words="Loket", future="stop"),
        agency(2, words="Coach", future="merge", merges_into=3),
        agency(3, words="Wijkteam", future="keep"),
        agency(4, words="Opvang", future="stop", ended_on=date(2026, 10, 30)),
    )
    found = dossier(agencies=agencies, interventions=(intervention(agencies=(1, 2, 3, 4)),))
    text = section(paper(found), "De doorbraak")
    changes, rest = text.split("Deze instanties blijven:\n")
    assert "Loket\tStoppen\t0" in changes
    assert "Coach\tSamenvoegen met Wijkteam\t0" in changes
    assert rest.rstrip().startswith("Wijkteam\nGestopt sinds het begin:\nOpvang (30 oktober 2026)")
    assert "anders gaan werken" not in said(replace(found, agencies=agencies[2:]))


def test_that_each_source_of_a_price_stands_there_once_and_lines_refer_to_it() -> None:
    lines = tuple(line(100_00, id_=at, words=f"Post {at}", source="Een lang rapport") for at in range(1, 15))
    other = line(100_00, id_=15, words="Post 15", source="Een lang rapport", price_year=2020)
    third = line(100_00, id_=16, words="Post 16", source="Een brief")
    text = said(dossier(*lines, other, third, interventions=(intervention(),)))
    assert text.count("Een lang rapport") == 1
    rows = dict(row.split("\t")[1::6] for row in text.split("\n") if row.count("\t") == 7 and "Post" in row)
    assert [rows[f"Post {at}"] for at in (1, 14, 15, 16)] == ["1", "1", "2", "3"]
    assert "\n1\tEen lang rapport\t" in text
    assert "\n2\tZie bron 1.\t2020" in text
    assert "\n3\tEen brief\t" in text


@pytest.mark.parametrize("case", CASES)
def test_that_every_cost_line_and_its_source_is_in_it(store: Store, case: str) -> None:
    found = published(store, case)
    text = text_of(justification_paper_of(found, found.dossier.interventions[0].id))
    for one in found.dossier.costs:
        assert one.words in text
        assert one.source in text


@pytest.mark.parametrize("case", CASES)
def test_that_no_column_of_the_three_values_says_nothing(store: Store, case: str) -> None:
    found = published(store, case)
    for one in found.dossier.interventions:
        document = justification_paper_of(found, one.id)
        values = next(one for one in document.sections if one.heading == "Drie waarden")
        tables = [block for block in values.blocks if isinstance(block, Table)]
        assert tables
        for table in tables:
            for column in zip(*table.rows, strict=True):
                assert set(column) != {"–"}


def test_that_a_price_of_another_year_stands_there_with_its_index(store: Store) -> None:
    """Whoever reckons it over needs it; prices of the level itself need none."""
    found = published(store, "casus-05.json")
    (costs,) = [one for one in cost_blocks(found.dossier, found.catalogue, found.saving)[:2] if isinstance(one, Table)]
    assert [row[2] for row in costs.rows if "×" in row[2]] == ["€\u00a0163,59 (2024) × 134,56/130,31"]
