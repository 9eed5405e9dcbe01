"""What stands beside the euros and never inside them: payback, waiting, marks, contacts and quality of life."""

from collections.abc import Callable
from datetime import date

from doorbraak.model import money
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import sum_words, wording
from doorbraak.model.documents.reasons import Reason
from doorbraak.model.documents.result_more import weekly_reason
from doorbraak.model.documents.result_table import Cell, Table
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.measurements import Measurement
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.figures import figures_of
from doorbraak.model.insight.first_day import has_plan
from doorbraak.model.insight.measuring import CORE_MOMENTS, found_words
from doorbraak.model.insight.payback import cumulative_of, payback_month
from doorbraak.model.insight.plausibility import Mark, marks_of
from doorbraak.model.insight.savings import Saving
from doorbraak.model.insight.unpriced import Unpriced, unpriced
from doorbraak.model.insight.waiting import only_prevents, weekly_of
from doorbraak.model.money import round_half_even

LIFE = ("kwaliteit-van-leven", "ervaren-grip", "nut-van-de-hulp", "vertrouwen")
"""What a household says of its own life and of the help."""
_MARKS = {
    "saving": "Let op: hoge besparing",
    "prevented": "Let op: veel voorkomen",
    "return": "Let op: hoge opbrengst",
}
Row = tuple[Cell, ...]


def beside(dossier: Dossier, saving: Saving, today: date) -> Table:
    """`saving` over 12 months of this dossier."""
    rows = (
        *_without_plan(dossier),
        *_money(saving, unpriced(dossier.interventions, saving)),
        *_agencies(dossier, saving, today),
        *_life(dossier, saving.catalogue),
    )
    return Table("Naast de som", ("Naast de som", "Cijfer", "Uitleg"), rows, names=3)


def _without_plan(dossier: Dossier) -> tuple[Row, ...]:
    """That nobody promised this saving yet."""
    if has_plan(dossier):
        return ()
    words = "Er is nog geen doorbraak en geen plandatum. Dit is een berekening, nog geen belofte."
    return (_told("Nog geen plan", "–", words, lambda: Reason("Nog geen plan", "–", (words,))),)


def _money(saving: Saving, open_: Unpriced) -> tuple[Row, ...]:
    month = payback_month(saving)
    nothing = "nog niet te zeggen" if open_.without else "geen eigen kosten"
    paid = {None: f"niet in {saving.months} maanden", 0: nothing}.get(month, f"maand {month}")
    words = " ".join(part for part in (sum_words.payback(saving), open_.said) if part)
    return (
        _told("Terugverdiend", paid, words, lambda: _payback_reason(saving, paid)),
        *_weekly(saving),
        *(
            _told(_MARKS[mark.what], _marked(mark), words)
            for mark, words in zip(marks_of(saving), sum_words.marks(saving), strict=True)
        ),
    )


def _weekly(saving: Saving) -> tuple[Row, ...]:
    """Nothing where all hangs on a day: "€ 0 per week" would say that there is no hurry."""
    if only_prevents(saving):
        return ()
    weekly = money.whole(round_half_even(weekly_of(saving)))
    said = "Wat een week zonder plan niet bespaart."
    return (_told("Wachten per week", weekly, said, lambda: weekly_reason(saving)),)


def _marked(mark: Mark) -> str:
    if mark.what == "prevented":
        return f"{mark.figure}%"
    return money.whole(mark.figure) if mark.what == "saving" else f"{money.exact(mark.figure)} per euro"


def _agencies(dossier: Dossier, saving: Saving, today: date) -> tuple[Row, ...]:
    figures = figures_of(dossier, saving, today=today)
    plan = figures.planned
    if not figures.agencies:
        return ()
    open_ = wording.count(plan.undecided, "instantie", "instanties")
    words = "Nu, en met het plan." + (f" Over {open_} is nog niet gekozen." if plan.undecided else "")
    contacts = f"{names.contacts(figures.contacts_e2)} → {names.contacts(plan.contacts_e2)}"
    return (
        _told("Contacten per maand", contacts, words),
        _told("Instanties", f"{figures.agencies} → {plan.agencies}", words),
    )


def _life(dossier: Dossier, catalogue: Catalogue) -> tuple[Row, ...]:
    found = []
    for measure in LIFE:
        people: list[int | None] = [None, *(one.id for one in dossier.people)]
        for person in people:
            seen = _series(dossier, measure, person)
            if seen:
                figure = " → ".join(found_words(one.value_e2, one.answer) for one in seen)
                moments = ", ".join(choice_names.MOMENTS[one.moment].lower() for one in seen)
                words = f"Gemeten: {moments}. Staat naast de euro’s, niet erin."
                found.append(_told(_measured(dossier, measure, person, catalogue), figure, words))
    return tuple(found) or (_told("Kwaliteit van leven", "–", "Nog niet gemeten. Vul het in bij Metingen."),)


def _series(dossier: Dossier, measure: str, person: int | None) -> list[Measurement]:
    """The latest at each moment."""
    listed = sorted(dossier.measurements, key=lambda one: (one.on_day, one.id))
    found = {one.moment: one for one in listed if one.measure == measure and one.person == person}
    return [found[moment] for moment in CORE_MOMENTS if moment in found]


def _measured(dossier: Dossier, measure: str, person: int | None, catalogue: Catalogue) -> str:
    whose = next((names.person_called(one, catalogue) for one in dossier.people if one.id == person), "")
    name = names.measure_name(measure, catalogue)
    return f"{name}, {whose}" if whose else name


def _payback_reason(saving: Saving, figure: str) -> Reason:
    return Reason(
        "Terugverdiend",
        figure,
        (
            sum_words.payback(saving),
            f"De doorbraak zelf kost {money.exact(-saving.own_cost.saving)}. Dat zit in elke maand.",
            "Terugverdiend is de eerste maand waarna de som niet meer onder nul komt.",
            "Dat is nooit voor de laatste eenmalige kosten.",
        ),
        ("Na maand", "Bespaard tot en met die maand"),
        tuple((str(at), money.exact(cents)) for at, cents in enumerate(cumulative_of(saving), 1)),
    )


def _told(name: str, figure: str, words: str, why: Callable[[], Reason] | None = None) -> Row:
    reason = why or (lambda: Reason(name, figure, (words,)))
    return (Cell(name, reason), Cell(figure, reason), Cell(words, reason))
