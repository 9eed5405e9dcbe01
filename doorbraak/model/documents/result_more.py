"""More of the result: what came of it, what matters most, and what waiting costs."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from doorbraak.model import money
from doorbraak.model.documents import wording
from doorbraak.model.documents.chart_tornado import swing_name
from doorbraak.model.documents.reasons import Reason, story_of, sum_reason
from doorbraak.model.documents.result_table import Cell, Table, View, amount
from doorbraak.model.documents.result_views import GROUPINGS
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.events import ThreateningEvent
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.months import add_months
from doorbraak.model.insight.realised import Followed, Parts, Realised, parts_of
from doorbraak.model.insight.savings import Saving
from doorbraak.model.insight.waiting import Waiting, certain, only_prevents, waiting_of, weekly_of
from doorbraak.model.money import round_half_even

if TYPE_CHECKING:
    from doorbraak.model.insight.tornado import Swing

_FOLLOWED = (
    ("promised", "Beloofd"),
    ("realised", "Gerealiseerd"),
    ("expected", "Verwacht"),
    ("unconfirmed", "Niet bevestigd"),
)
_CERTAINTIES = {"realised": "gerealiseerd", "expected": "verwacht", "unconfirmed": "niet bevestigd"}


def followed(realised: Realised, saving: Saving, *, society: bool) -> View:
    """By law, direct and prevented apart. `realised` and `saving` are over the first year."""
    lines = [one for one in realised.lines if not (society and one.row.line.transfer)]
    groups: dict[tuple[str, bool], list[Followed]] = {}
    for one in lines:
        groups.setdefault((one.row.line.law, one.row.line.event is not None), []).append(one)
    title, _, name = GROUPINGS["law"]
    rows = [
        _followed_row(f"{name(law, saving)}, {'voorkomen' if prevented else 'direct'}", groups[law, prevented])
        for law, prevented in sorted(groups, key=lambda key: (key[1], -_parts(groups[key]).promised, key[0]))
    ]
    for words, prevented in (("Samen direct", False), ("Samen voorkomen", True)):
        rows.append(_followed_row(words, [one for one in lines if (one.row.line.event is not None) == prevented]))
    table = Table("Uitgekomen per wet", (title, *(words for _, words in _FOLLOWED), "Anders dan beloofd"), tuple(rows))
    return View(
        f"Eerste jaar: {_came(lines, prevented=False)} direct, {_came(lines, prevented=True)} voorkomen gerealiseerd.",
        (table,) if lines else (),
        (
            "Gevolgd na 3, 6 en 12 maanden. Wat dan bevestigd of veranderd is, heet gerealiseerd.",
            f"Wat op {wording.day(add_months(saving.start, 12))} niet is bevestigd of veranderd, heet niet bevestigd.",
        ),
    )


def _came(lines: Sequence[Followed], *, prevented: bool) -> str:
    """ "€ 1.000 van € 5.000"."""
    found = _parts([one for one in lines if (one.row.line.event is not None) == prevented])
    return f"{money.whole(found.realised)} van {money.whole(found.promised)}"


def _parts(lines: Sequence[Followed]) -> Parts:
    return sum((parts_of(one) for one in lines), Parts())


def _followed_row(name: str, lines: Sequence[Followed]) -> tuple[Cell, ...]:
    found = _parts(lines)
    cells = (
        amount(getattr(found, key), partial(_followed_reason, name, key, words, lines)) for key, words in _FOLLOWED
    )
    other = amount(found.other, partial(_other_reason, name, lines))
    return (Cell(name, partial(_followed_reason, name, *_FOLLOWED[0], lines)), *cells, other)


def _other_reason(name: str, lines: Sequence[Followed]) -> Reason:
    spans = [(one, span) for one in lines for span in one.spans if span.cents != span.promised]
    figure = money.exact(sum(span.cents - span.promised for _, span in spans))
    rows = tuple(
        (
            one.row.line.words,
            f"tot {span.after} maanden",
            money.exact(span.promised),
            money.exact(span.cents),
            money.exact(span.cents - span.promised),
        )
        for one, span in spans
    )
    return Reason(
        f"{name}: anders dan beloofd",
        figure,
        ("Wat is ingevuld, geldt voor de maanden die zijn nagekeken. Daarna rekent de som weer met het plan.",),
        ("Kostenpost", "Stuk", "Beloofd", "Geworden", "Verschil"),
        rows,
        ("Samen", "", "", "", figure),
        names=2,
    )


def _followed_reason(name: str, key: str, words: str, lines: Sequence[Followed]) -> Reason:
    spans = [(one, span) for one in lines for span in one.spans if key in ("promised", span.certainty)]
    found = [(one, span, span.promised if key == "promised" else span.cents) for one, span in spans]
    rows = tuple(
        (
            one.row.line.words,
            f"tot {span.after} maanden",
            choice_names.CONFIRMATIONS[span.state] if span.state else "Nog niet gevraagd",
            _CERTAINTIES[span.certainty],
            money.exact(cents),
        )
        for one, span, cents in found
        if cents
    )
    figure = money.exact(sum(cents for _, _, cents in found))
    return Reason(
        f"{name}: {words.lower()}",
        figure,
        ("Elke kostenpost is in drie stukken gevolgd: tot 3, tot 6 en tot 12 maanden.",),
        ("Kostenpost", "Stuk", "Gezegd", "Dus", "Bedrag"),
        rows,
        ("Samen", "", "", "", figure),
        names=4,
    )


def matters_most(saving: Saving) -> View:
    """The tornado as a table: the public saving with one uncertainty at its lowest and highest."""
    from doorbraak.model.insight.tornado import tornado_of  # late: numpy takes 0.1 s to import

    swings = tornado_of(saving)
    header = ("Onzeker", "Van – tot", "Grens", "Besparing bij laagste", "Bij hoogste", "Verschil")
    names_ = [swing_name(swing, saving) for swing in swings]
    return View(
        f"Het meest telt: {names_[0]}." if swings else "Nog geen onzekerheid die de besparing verandert.",
        (Table("Onzeker", header, tuple(_swing_row(swing, saving) for swing in swings), names=3),) if swings else (),
        ("Steeds gaat één onzekerheid naar laagste of hoogste. Een prijs die vaker voorkomt is één onzekerheid.",),
    )


def _swing_row(swing: "Swing", saving: Saving) -> tuple[Cell, ...]:
    one, name = swing.uncertainty, swing_name(swing, saving)
    times = 100 if one.what in ("price", "quantity") else 1  # a share of the middle one, as a per cent
    border = "aangenomen" if one.assumed else "opgegeven"

    def why() -> Reason:
        return Reason(
            name,
            f"{money.exact(swing.at_low)} tot {money.exact(swing.at_high)}",
            (
                f"Alleen dit verandert. De besparing in het midden is {money.exact(saving.public.saving)}.",
                f"De grens is {border}.",
            ),
            ("Kostenpost", "Besparing in het midden"),
            tuple((row.line.words, money.exact(row.amounts.saving)) for row in swing.lines),
            stories=tuple(story_of(row, saving) for row in swing.lines),
        )

    words = (name, f"{round(one.low * times)}% tot {round(one.high * times)}%", border)
    cents = (swing.at_low, swing.at_high, swing.width)
    return (*(Cell(text, why) for text in words), *(amount(each, why) for each in cents))


def waiting(dossier: Dossier, saving: Saving, today: date) -> View:
    """What each week costs, and what is at stake on the day of each event."""
    found = waiting_of(saving, dossier.events, today)
    weekly = round_half_even(weekly_of(saving))
    by_id = {event.id: event for event in dossier.events}
    rows = tuple(_waiting_row(one, by_id[one.event.id], saving) for one in found)
    by_week = not only_prevents(saving)
    costs = ("Wachten per week", "Wachten tot dan") if by_week else ()
    header = ("Dreiging", "Wanneer", "Dagen", *costs, "Als het gebeurt", "Voorkomen")
    every = Table(
        "Elke week wachten",
        ("Wat", "Bedrag"),
        (
            (
                Cell("Elke week zonder het plan", partial(weekly_reason, saving)),
                amount(weekly, partial(weekly_reason, saving)),
            ),
        ),
    )
    tables = (*((every,) if by_week else ()), *((Table("Dreiging", header, rows, names=2),) if rows else ()))
    return View(
        _waiting_title(weekly, found, saving),
        tables if saving.public_lines else (),
        (
            *(
                (
                    "Wachten is de directe besparing van het eerste jaar, per week.",
                    "De kosten van de doorbraak zelf tellen hier niet mee.",
                )
                if by_week
                else ("Het plan bespaart hier alleen wat het voorkomt. Na die dag kan dat niet meer.",)
            ),
            "Als het gebeurt: wat het dan kost. Voorkomen: wat het plan daarvan naar verwachting scheelt, naar kans.",
            *(("Er dreigt nog niets, of het is voorbij.",) if not rows else ()),
        ),
    )


def _waiting_title(weekly: int, found: Sequence[Waiting], saving: Saving) -> str:
    """Without a cost of each week: what the nearest day that still comes brings."""
    if weekly > 0:
        return f"Elke week wachten kost {money.whole(weekly)}."
    if (first := next((one for one in found if one.days >= 0 and one.happens > 0), None)) is None:
        return "Wachten kost per week niets extra." if not only_prevents(saving) else "De dag is voorbij."
    name, on = names.event_name(first.event, saving.catalogue), wording.day(first.event.expected_on)
    return f"{name}, {on}: gebeurt het, dan kost dat {money.whole(first.happens)}."


def _waiting_row(one: Waiting, event: ThreateningEvent, saving: Saving) -> tuple[Cell, ...]:
    name = names.event_name(event, saving.catalogue)
    lines = [row for row in saving.public_lines if row.line.event == event.id]
    days = (add_months(saving.start, 12) - saving.start).days

    def until() -> Reason:
        weekly = weekly_of(saving)
        left = "1 dag" if one.days == 1 else f"{max(one.days, 0)} dagen"
        return Reason(
            f"{name}: wachten tot {wording.day(event.expected_on)}",
            money.exact(one.until_then),
            (f"{left}, per week (7 dagen) {money.exact(round_half_even(weekly))}.",
             f"Gerekend uit het hele jaar: {days} dagen, daarna één keer afgerond."),
        )  # fmt: skip

    def happens() -> Reason:
        return Reason(
            f"{name}: als het gebeurt",
            money.exact(one.happens),
            ("Alle kosten van deze dreiging, zonder kans: prijs × index × aantal.",),
            ("Kostenpost", "Als het gebeurt"),
            tuple((row.line.words, money.exact(certain(row))) for row in lines),
            ("Samen", money.exact(one.happens)),
        )

    def prevented() -> Reason:
        return sum_reason(name, "prevented", lines, saving)

    return (
        Cell(name, prevented),
        Cell(wording.day(event.expected_on)),
        Cell(str(one.days) if one.days >= 0 else f"{-one.days} geleden"),
        *(
            ()
            if only_prevents(saving)
            else (amount(one.weekly, partial(weekly_reason, saving)), amount(one.until_then, until))
        ),
        amount(one.happens, happens),
        amount(one.prevented, prevented),
    )


def weekly_reason(saving: Saving) -> Reason:
    lines = [row for row in saving.public_lines if row.line.event is None and row.line.intervention is None]
    found = [(row, row.years[0].direct) for row in lines if row.years[0].direct]
    total, days = sum(cents for _, cents in found), (add_months(saving.start, 12) - saving.start).days
    figure = money.exact(round_half_even(weekly_of(saving)))
    return Reason(
        "Wachten per week",
        figure,
        (f"{money.exact(total)} directe besparing in het eerste jaar × 7 / {days} dagen = {figure}.",
         "Zonder de kosten van de doorbraak zelf."),
        ("Kostenpost", "Direct bespaard in het eerste jaar"),
        tuple((row.line.words, money.exact(cents)) for row, cents in found),
        ("Samen", money.exact(total)),
        tuple(story_of(row, saving) for row, _ in found),
    )  # fmt: skip
