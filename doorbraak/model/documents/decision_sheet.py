"""The decision about one doorbraak on one page: what is asked, why, what it costs, and lines to sign.

What does not fit is cut where it says so; all of it stands in the justification.
"""

from doorbraak.model import money
from doorbraak.model.documents import wording
from doorbraak.model.documents.document import (
    Block,
    Bullets,
    Column,
    Document,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Section,
    Subheading,
    Table,
    marks_of,
)
from doorbraak.model.documents.fridge_card_words import cut
from doorbraak.model.documents.one_doorbraak import (
    ANSWERS,
    NOT_FILLED_IN,
    OneDoorbraak,
    article_of,
    doorbraak_of,
    not_filled_in,
    on_one_line,
)
from doorbraak.model.documents.one_page import fits
from doorbraak.model.documents.reasons_to_decide import reasons_of
from doorbraak.model.documents.sources import Sources
from doorbraak.model.insight import names

_LONGEST = (*range(320, 60, -20), 60, 50, 40, 30, 20, 15, 10)
"""Signs of one text; the next one when the sheet takes more than a page."""
_SHORT = 45
"""Names of articles and functions are cut last."""
_MOST_ARTICLES = 6
_MOST_CONDITIONS = 3
_BOXES = "☐  ja        ☐  deels        ☐  nee"
_LINES = ("Reden", ""), ("", "")
_SIGNED = ("Datum", "", "Handtekening", ""), ("", "", "", "")


def decision_sheet_of(sources: Sources, intervention_id: int) -> Document:
    """Raises LookupError for a doorbraak of another household."""
    doorbraak = doorbraak_of(sources, intervention_id)
    for most in _LONGEST:
        sheet = _sheet(doorbraak, most)
        if fits(sheet):
            break
    return sheet


def _sheet(doorbraak: OneDoorbraak, most: int) -> Document:
    household = doorbraak.dossier.household
    return Document(
        title=f"Besluitblad huishouden {household.number}",
        subtitle=_cut(household.name, 2 * min(_SHORT, 2 * most)),
        on=doorbraak.sources.today,
        marks=marks_of(household),
        sections=(
            Section(
                "Wat wij vragen",
                (
                    *_asked(doorbraak, most),
                    Subheading("Waarom"),
                    Bullets(reasons_of(doorbraak, most)),
                    Subheading("Wat het kost en bespaart"),
                    *_costs(doorbraak),
                    Subheading("Voorwaarden"),
                    *_conditions(doorbraak, most),
                    Subheading("Besluit"),
                    *_decision(doorbraak, most),
                ),
            ),
        ),
    )


def _cut(words: str, most: int) -> str:
    return cut(on_one_line(words), most)


def _named(most: int) -> int:
    return max(most // 2, min(_SHORT, 2 * most))


def _asked(doorbraak: OneDoorbraak, most: int) -> tuple[Block, ...]:
    one = doorbraak.one
    payer = names.payer_name(one.payer, doorbraak.catalogue) if one.payer else ""
    rows = (
        ("Op grond van", articles(doorbraak, most) or NOT_FILLED_IN),
        ("Wie betaalt", _cut(payer, _named(most)) or NOT_FILLED_IN),
    )
    words = (Paragraph(_cut(doorbraak.words, most)),) if doorbraak.words else ()
    return (
        Paragraph(_cut(doorbraak.name, max(most, _named(most))), "strong"),
        *words,
        Table((Column("Aan", 18), Column(_cut(one.decider, _named(most)) or NOT_FILLED_IN, 82)), rows),
    )


def articles(doorbraak: OneDoorbraak, most: int) -> str:
    """What carries it and gives room: "Wgs artikel 3 lid 1, Pw artikel 49"."""
    grounds = doorbraak.grounds_that("carries", "room")
    shown = [
        _cut(article_of(ground, doorbraak.catalogue), min(_SHORT, 2 * most)) for ground in grounds[:_MOST_ARTICLES]
    ]
    more = len(grounds) - len(shown)
    return ", ".join(shown) + (f" en nog {more} in de onderbouwing" if more > 0 else "")


def _costs(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    """What it costs itself beside what the whole plan does."""
    saving, cost = doorbraak.sources.saving, doorbraak.own_cost
    open_ = () if cost else (not_filled_in("wat deze doorbraak zelf kost"),)
    if not saving.lines:
        return open_
    public, band = saving.public, saving.band
    own = (KeyFigure(money.whole(cost.plan), "kost dit zelf"),) if cost else ()
    spread = f" Besparing: {money.whole(band.low)} tot {money.whole(band.high)}." if band.low != band.high else ""
    several = " Alle doorbraken samen." if len(doorbraak.dossier.interventions) > 1 else ""
    return (
        *open_,
        KeyFigures(
            (
                *own,
                KeyFigure(money.whole(public.threatening), "zonder plan"),
                KeyFigure(money.whole(public.plan), "met het plan"),
                KeyFigure(money.whole(public.direct), "direct bespaard"),
                KeyFigure(money.whole(public.prevented), "voorkomen"),
            )
        ),
        Paragraph(f"Publiek geld in {saving.months} maanden.{spread}{several}", "muted"),
    )


def _conditions(doorbraak: OneDoorbraak, most: int) -> tuple[Block, ...]:
    """What those ask who are for it when something else is done too."""
    asked = [one for one in doorbraak.sides if one.verdict == "conditions"]
    if not asked:
        said = "Niemand vroeg om een voorwaarde." if doorbraak.sides else not_filled_in("een oordeel").text
        return (Paragraph(said),)
    shown = [
        f"{_cut(one.by_role, _named(most)) or 'Iemand'}: {_cut(one.reason, most) or 'zonder uitleg'}"
        for one in asked[:_MOST_CONDITIONS]
    ]
    more = len(asked) - len(shown)
    return (Bullets((*shown, *((f"En nog {more}: zie de onderbouwing.",) if more > 0 else ()))),)


def _decision(doorbraak: OneDoorbraak, most: int) -> tuple[Block, ...]:
    decided = doorbraak.decided
    if decided:
        columns = (Column("Besluit", 18), Column(ANSWERS[decided.answer], 82))
        filled = (
            ("Reden", _cut(decided.reason, most) or NOT_FILLED_IN),
            ("Door", _cut(doorbraak.one.decider, _named(most)) or NOT_FILLED_IN),
            ("Datum", wording.day(decided.on) if decided.on else NOT_FILLED_IN),
        )
        return (Table(columns, filled), _questions(doorbraak, most))
    first: tuple[Block, ...] = ()
    if doorbraak.one.status == "withdrawn":
        first = (Paragraph("Deze vraag is ingetrokken."),)
    elif doorbraak.help_came_first:
        first = (Paragraph("De hulp is er al. Het besluit volgt nog."),)
    return (
        *first,
        Table((Column("Besluit", 18), Column(_BOXES, 82)), _LINES),
        Table((Column("Naam", 18), Column("", 32), Column("Functie", 18), Column("", 32)), _SIGNED),
        _questions(doorbraak, most),
    )


def _questions(doorbraak: OneDoorbraak, most: int) -> Paragraph:
    said = _cut(wording.contact(doorbraak.sources.profile), max(most, 2 * _named(most)))
    asked = f"Vragen: {said}. " if said else ""
    return Paragraph(f"{asked}Meer staat in de onderbouwing. Geen juridisch advies.", "muted")
