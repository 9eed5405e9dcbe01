from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model import money
from doorbraak.model.catalogue import load
from doorbraak.model.documents import chart_payers, chart_waterfall
from doorbraak.model.documents.chart import MOST_ROWS, Chart
from doorbraak.model.documents.chart_list import KINDS, of_household
from doorbraak.model.dossier.confirmations import Confirmation
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.events import ThreateningEvent
from doorbraak.model.insight.payback import payback_month
from doorbraak.model.insight.savings import Saving, saving_of
from tests.model.insight.records import agency, dossier, event, household, intervention, line, made

CATALOGUE = load()
TODAY = date(2026, 6, 1)
GOES, THREAT, OWN = Chances(100, 100, 0), Chances(0, 40, 5), Chances(0, 0, 100)
WATERFALL, PAYERS, FOLLOWED, TORNADO, MONTHS, CONTACTS = range(6)
ALL = pytest.mark.parametrize("at", range(6), ids=[kind.key for kind in KINDS])


def home(*costs: CostLine, example: bool = False, **parts: Any) -> Dossier:
    return dossier(*costs, of=household(example=example), **{"events": (event(40, 5),), **parts})


def full(*, example: bool = False) -> Dossier:
    """Something in every chart: a saving, a threat, the doorbraak's own cost and agencies."""
    return home(
        line(1_000_000, chances=GOES),
        line(4_000_000, id_=2, event=1, chances=THREAT, law="wmo2015", words="Opvang"),
        line(200_000, id_=3, intervention=1, once=True, chances=OWN, law="participatiewet", words="De schuld betalen"),
        example=example,
        interventions=(intervention(),),
        agencies=(agency(1, contacts_e2=800, future="stop"), agency(2, contacts_e2=250), agency(3, future="keep")),
    )


def chart(at: int, of: Dossier, *, today: date = TODAY, months: int = 12) -> Chart:
    return KINDS[at].make(of_household(of, saving_of(of, CATALOGUE, months), today))


def waterfall(*costs: CostLine) -> Chart:
    return chart(WATERFALL, home(*costs))


def saved(shown: Chart) -> dict[str, int]:
    """Per row of the waterfall what its steps save."""
    return {
        row.name: sum(piece.end - piece.start for lane in row.lanes for piece in lane)
        for row in shown.panels[0].rows[1:-1]
    }


def test_that_the_published_millions_per_law_come_out_as_three_bars_and_a_title() -> None:
    shown = waterfall(
        line(1_800_000_000, law="zvw", payer="zorgverzekeraar", chances=GOES),
        line(800_000_000, law="wmo2015", chances=GOES),
        line(700_000_000, law="jeugdwet", chances=GOES),
    )
    assert saved(shown) == {
        "Zorgverzekeringswet (Zvw)": 1_800_000_000,
        "Wet maatschappelijke ondersteuning 2015 (Wmo 2015)": 800_000_000,
        "Jeugdwet (Jw)": 700_000_000,
    }
    assert shown.title.replace("\u00a0", " ") == (
        "Het plan bespaart € 33.000.000 publiek geld in 12 maanden: "
        "Zvw € 18.000.000, Wmo 2015 € 8.000.000, Jw € 7.000.000"
    )


MONEY = st.tuples(
    st.integers(0, 10**9), st.sampled_from(["jeugdwet", "zvw", ""]), st.sampled_from([None, 1]), st.integers(0, 100)
)


@given(st.lists(MONEY))
def test_that_the_steps_lead_from_what_threatens_to_the_plan(drawn: list[tuple[int, str, int | None, int]]) -> None:
    """Also when only a part is by the plan, and when a law costs more."""
    costs = [
        line(cents, law=law, event=of, attribution=share, chances=Chances(10, 40, 60 if cents % 2 else 5))
        for cents, law, of, share in drawn
    ]
    public = saving_of(home(*costs), CATALOGUE).public
    shown = waterfall(*costs)
    if not costs:
        assert shown.panels == ()
        return
    rows = shown.panels[0].rows
    at = public.threatening
    for row in rows[1:-1]:
        for (piece,) in row.lanes:
            assert at in (piece.start, piece.end)
            at = piece.start if at == piece.end else piece.end
    assert (rows[0].lanes[0][0].end, rows[-1].lanes[0][0].end, at) == (public.threatening, public.plan, public.plan)


def test_that_direct_and_prevented_are_never_merged() -> None:
    shown = waterfall(line(100_000, chances=Chances(100, 100, 40)), line(50_000, event=1, chances=THREAT))
    (row,) = shown.panels[0].rows[1:-1]
    assert [(piece.tone, piece.end - piece.start) for (piece,) in row.lanes] == [
        ("direct", 60_000),
        ("prevented", 17_500),
    ]
    assert "direct €\u00a0600 minder, voorkomen €\u00a0175 minder" in shown.sentence


def test_that_what_is_not_by_the_plan_has_a_step_of_its_own() -> None:
    rows = waterfall(line(100_000, chances=GOES, attribution=30)).panels[0].rows
    assert rows[-2].name == "Niet door het plan"
    assert rows[-2].lanes[0][0].end == 70_000


def test_that_the_title_states_the_result() -> None:
    assert waterfall(line(100_000, chances=GOES)).title.startswith("Het plan bespaart €\u00a01.000")
    assert waterfall(line(100_000, chances=OWN)).title.startswith("Het plan kost €\u00a01.000 meer")
    assert waterfall(line(100_000)).title.startswith("Het plan kost evenveel")


def test_that_the_smallest_of_many_laws_stand_together_and_the_table_has_each() -> None:
    laws = [id_ for id_, law in CATALOGUE.laws.items() if law.title][: MOST_ROWS + 3]
    shown = waterfall(*(line(100_000 - at, law=law, chances=GOES) for at, law in enumerate(laws)))
    rows = shown.panels[0].rows[1:-1]
    assert len(rows) == MOST_ROWS
    assert rows[-1].name == "4 andere wetten"
    assert len(shown.table) == len(laws) + 1


def test_that_each_payer_has_its_saving_within_its_own_band() -> None:
    of = home(line(100_000, chances=GOES), line(50_000, id_=2, payer="zorgverzekeraar", law="zvw", chances=GOES))
    shown = chart(PAYERS, of)
    spreads = {row.name: row.spread for row in shown.panels[0].rows}
    assert {name: spread.middle for name, spread in spreads.items() if spread} == {
        "Gemeente": 100_000,
        "Zorgverzekeraar": 50_000,
    }
    for spread in spreads.values():
        assert spread is not None
        assert spread.low < spread.middle < spread.high
        assert spread.assumed
    assert shown.title.startswith("Gemeente bespaart het meest: €\u00a01.000, waarschijnlijk €\u00a0")
    assert [row[-1] for row in shown.table] == ["aangenomen"] * 3


def test_that_no_payer_is_named_the_best_when_none_saves() -> None:
    assert chart(PAYERS, home(line(100, chances=OWN))).title.startswith("Geen enkele betaler")


def confirmed(cost_line: int, after: str) -> Confirmation:
    return made(Confirmation, cost_line=cost_line, after=after, state="confirmed")


@pytest.mark.parametrize(
    ("today", "said", "title"),
    [
        (TODAY, (), "Nog niets is gerealiseerd"),
        (TODAY, (confirmed(1, "3"),), "€\u00a0250 is gerealiseerd, €\u00a0750 is nog verwacht"),
        (date(2027, 2, 1), (), "Van de beloofde €\u00a01.000 is niets bevestigd"),
        (date(2027, 2, 1), (confirmed(1, "3"),), "€\u00a0250 is gerealiseerd, €\u00a0750 is niet bevestigd"),
    ],
)
def test_that_what_came_of_it_is_told_apart(today: date, said: tuple[Confirmation, ...], title: str) -> None:
    shown = chart(FOLLOWED, home(line(100_000, chances=GOES), confirmations=said), today=today)
    assert shown.title.startswith(title)
    assert sum(piece.end for row in shown.panels[0].rows for (piece,) in row.lanes) == 100_000
    tones = {piece.tone for row in shown.panels[0].rows for (piece,) in row.lanes}
    assert ("unconfirmed" in tones) == (today > TODAY)


def test_that_direct_and_prevented_of_one_law_are_followed_apart() -> None:
    shown = chart(FOLLOWED, home(line(100_000, chances=GOES), line(100_000, id_=2, event=1, chances=THREAT)))
    assert [row.name for row in shown.panels[0].rows] == ["Jeugdwet (Jw), direct", "Jeugdwet (Jw), voorkomen"]


def test_that_the_tornado_names_the_widest_and_goes_out_from_the_saving() -> None:
    shown = chart(TORNADO, home(line(100_000, chances=GOES, words="Groot"), line(10_000, id_=2, chances=GOES)))
    panel = shown.panels[0]
    assert panel.centre is not None
    assert panel.centre[0] == 110_000
    low, high = panel.rows[0].lanes[0]
    assert (low.start, low.end, high.start, high.end) == (110_000, 85_000, 110_000, 135_000)
    assert low.assumed
    assert "‘Prijs: Groot’" in shown.title
    assert shown.table[0][1:3] == ("75%", "125%")


def test_that_the_chance_of_an_event_is_named_by_the_event() -> None:
    threat: ThreateningEvent = made(
        ThreateningEvent, words="Huisuitzetting", expected_on=TODAY, chance_threatening=40, chance_plan=5,
        threatening_low=10, threatening_high=90,
    )  # fmt: skip
    shown = chart(TORNADO, home(line(100_000, event=1, chances=THREAT), events=(threat,)))
    assert shown.panels[0].rows[0].name == "Kans zonder plan: Huisuitzetting"


@pytest.mark.parametrize("months", [12, 24])
def test_that_the_months_add_up_to_the_saving_and_mark_the_payback(months: int) -> None:
    of = full()
    saving: Saving = saving_of(of, CATALOGUE, months)
    shown = chart(MONTHS, of, months=months)
    together, direct, prevented = (curve.values for curve in shown.panels[0].curves)
    assert len(together) == months + 1
    assert together == tuple(one + two for one, two in zip(direct, prevented, strict=True))
    assert (together[-1], direct[-1], prevented[-1]) == (
        saving.public.saving,
        saving.public.direct,
        saving.public.prevented,
    )
    back = payback_month(saving)
    assert back
    assert shown.panels[0].moment == (back, f"naar verwachting terugverdiend na maand {back}")
    assert shown.title == f"Naar verwachting is het plan na maand {back} terugverdiend"


def test_that_a_plan_that_does_not_pay_back_says_so() -> None:
    own = line(9_000, intervention=1, once=True, chances=OWN)
    of = home(own, line(100, id_=2, chances=GOES), interventions=(intervention(),))
    shown = chart(MONTHS, of)
    assert "nog niet terugverdiend" in shown.title
    assert shown.panels[0].moment is None


def test_that_contacts_are_shown_before_and_after_with_what_nobody_chose_apart() -> None:
    shown = chart(CONTACTS, full())
    assert shown.title == "Het plan haalt 8 van de 10,5 contacten per maand weg"
    contacts, agencies = shown.panels
    assert [row.lanes[0][-1].end for row in contacts.rows] == [1050, 250]
    assert [(piece.tone, piece.end - piece.start) for piece in agencies.rows[1].lanes[0]] == [
        ("expected", 1),
        ("undecided", 1),
    ]
    assert {row[0]: row[1:] for row in shown.table}["Instanties"] == ("3", "2")


@ALL
def test_that_each_chart_has_result_sentence_table_and_source(at: int) -> None:
    shown = chart(at, full())
    assert shown.title
    assert shown.sentence.endswith(".")
    assert shown.panels
    assert {len(row) for row in shown.table} == {len(shown.header)}
    assert shown.source.startswith("Bron: ")
    assert "n = 3" in shown.source
    if at != CONTACTS:
        assert "Periode: 12 maanden vanaf 1 januari 2026." in shown.source
        assert "Prijzen van 2025" in shown.source
    if at in (WATERFALL, PAYERS, TORNADO):
        assert "9 van de 10 van 1.000 trekkingen" in shown.source
        assert "aangenomen: 25%" in shown.source
    assert (shown.key, shown.name) == (KINDS[at].key, KINDS[at].name)


@ALL
def test_that_an_example_and_a_real_household_are_each_marked(at: int) -> None:
    assert chart(at, full(example=True)).mark.startswith("VOORBEELD")
    assert chart(at, full()).mark == "Bevat persoonsgegevens · Vertrouwelijk"


@ALL
def test_that_without_anything_a_calm_sentence_says_what_is_missing(at: int) -> None:
    shown = chart(at, dossier())
    assert shown.panels == ()
    assert shown.empty.startswith("Nog ")
    assert "nog" in shown.title


@ALL
def test_that_what_is_private_is_in_no_chart_of_the_sums(at: int) -> None:
    private = line(123_456_700, payer="huishouden", chances=GOES)
    shown = chart(at, home(private))
    assert not shown.panels
    assert money.exact(123_456_700) not in str(shown.table)


def test_that_the_keys_can_be_part_of_a_file_name() -> None:
    assert all(kind.key.replace("-", "").isalpha() for kind in KINDS)
    assert len({kind.key for kind in KINDS}) == len(KINDS) == 6
    assert {chart_waterfall.KEY, chart_payers.KEY} < {kind.key for kind in KINDS}
