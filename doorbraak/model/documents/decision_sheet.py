"""The decision about one doorbraak on one page: what is asked, why, what it costs, and lines to sign.

What speaks against it stands beside what speaks for it. What does not fit ends with a whole sentence and says where
the rest stands: in the justification.
"""

from doorbraak.model import money
from doorbraak.model.documents import sum_words, wording
from doorbraak.model.documents.decision_verdicts import (
    ALL_CONDITIONS,
    LABEL,
    blocking,
    briefly,
    has_conditions,
    weighed,
)
from doorbraak.model.documents.document import (
    Block,
    Column,
    Document,
    Paragraph,
    Section,
    Table,
    marks_of,
)
from doorbraak.model.documents.one_doorbraak import (
    ANSWERS,
    NOT_FILLED_IN,
    OneDoorbraak,
    article_of,
    doorbraak_of,
    not_filled_in,
)
from doorbraak.model.documents.one_page import fits
from doorbraak.model.documents.reasons_to_decide import reasons_of
from doorbraak.model.documents.sources import Sources
from doorbraak.model.documents.whole_sentences import first_sentences
from doorbraak.model.documents.year_one import begins_earlier
from doorbraak.model.insight import names
from doorbraak.model.insight.savings import Saving
from doorbraak.model.shortening import cut

_LONGEST = (*range(320, 60, -20), 60, 50, 40, 30, 20, 15, 10)
"""Signs of one text; the next one when the sheet takes more than a page."""
_READABLE, _WHOLE_SENTENCES = 60, 80
_WEIGHING = (1600, 1300, 1100, 900, 800, 700, 650, 600, 550, 500, 450, 400, 350, 300, 250, 200)
"""Signs of the weighing: what is left of the page is for that one."""
_AT_LEAST = (550, 475, 400, 250, 150)
"""Signs that the weighing has before a text beside it gets a second sentence: it says what we advise, and what is
against that.
"""
_SHORT = 45
"""Names of articles and functions are cut last."""
_WHOLE = 120
"""A warning about who decides is not cut where it begins to tell."""
_MOST_ARTICLES = 6
_BOXES = "☐  ja        ☐  deels        ☐  nee"
_LINES = (("Reden", ""),)
_SIGNED = (("Naam", 28), ("Functie", 27), ("Datum", 15), ("Handtekening", 30))
_ROOM = "\n\u00a0\n\u00a0"
"""Two lines below what is asked, for what somebody writes by hand."""


def decision_sheet_of(sources: Sources, intervention_id: int) -> Document:
    """Raises LookupError for a doorbraak of another household."""
    doorbraak = doorbraak_of(sources, intervention_id)
    # With whole sentences elsewhere the weighing has as much as fits; then what stands elsewhere grows.
    least = next((one for one in _AT_LEAST if fits(_sheet(doorbraak, _WHOLE_SENTENCES, one))), 0)
    for most in (one for one in _LONGEST if not least or one >= _WHOLE_SENTENCES):
        weighing = max(most, least or (_AT_LEAST[-1] if most >= _READABLE else 0))
        sheet = _sheet(doorbraak, most, weighing)
        if fits(sheet):
            break
    longer = (_sheet(doorbraak, most, one) for one in _WEIGHING if one > weighing)
    return next(filter(fits, longer), sheet)


def _sheet(doorbraak: OneDoorbraak, most: int, weighing: int) -> Document:
    household = doorbraak.dossier.household
    return Document(
        title=f"Besluitblad huishouden {household.number}",
        subtitle=cut(household.name, 2 * min(_SHORT, 2 * most)),
        on=doorbraak.sources.today,
        marks=marks_of(household),
        sections=(
            Section(
                _heading(doorbraak),
                (
                    *_asked(doorbraak, most, weighing),
                    *_costs(doorbraak, most),
                    *_decision(doorbraak, most),
                ),
            ),
        ),
    )


def _heading(doorbraak: OneDoorbraak) -> str:
    """What was answered or withdrawn is asked no more."""
    return "Wat gevraagd was" if doorbraak.decided or doorbraak.one.status == "withdrawn" else "Wat wij vragen"


def _named(most: int) -> int:
    return max(most // 2, min(_SHORT, 2 * most))


def _asked(doorbraak: OneDoorbraak, most: int, weighing: int) -> tuple[Block, ...]:
    one = doorbraak.one
    rows = (
        ("Op grond van", articles(doorbraak, most) or NOT_FILLED_IN),
        *blocking(doorbraak, most),
        ("Waarom", " ".join(reasons_of(doorbraak, most, weighing=0))),
        *(("Let op", cut(sentence, max(most, _WHOLE))) for sentence in doorbraak.against_decider[:1]),
        *weighed(doorbraak, most, weighing),
    )
    words = (Paragraph(briefly(doorbraak.words, most)),) if doorbraak.words else ()
    return (
        Paragraph(cut(doorbraak.name, max(most, _named(most))), "strong"),
        *words,
        Table((Column("Aan", LABEL), Column(cut(one.decider, _named(most)) or NOT_FILLED_IN, 100 - LABEL)), rows),
    )


def articles(doorbraak: OneDoorbraak, most: int) -> str:
    """What carries it and gives room: "Wgs artikel 3 lid 1, Pw artikel 49"."""
    grounds = doorbraak.grounds_that("carries", "room")
    shown = [cut(article_of(ground, doorbraak.catalogue), min(_SHORT, 2 * most)) for ground in grounds[:_MOST_ARTICLES]]
    more = len(grounds) - len(shown)
    return ", ".join(shown) + (f" en nog {more} in de onderbouwing" if more > 0 else "")


def _costs(doorbraak: OneDoorbraak, most: int) -> tuple[Block, ...]:
    """What it costs itself beside what the whole plan costs and does: no sum is of this doorbraak alone but its own."""
    saving, cost, one = doorbraak.sources.saving, doorbraak.own_cost, doorbraak.one
    payer = names.payer_name(one.payer, doorbraak.catalogue) if one.payer else NOT_FILLED_IN.lower()
    pays = f"Wie betaalt: {cut(payer, _named(most))}."
    open_ = () if cost else (not_filled_in("wat deze doorbraak zelf kost"),)
    if not saving.lines:
        return (*open_, Paragraph(pays, "muted"))
    public, without = saving.public, doorbraak.unpriced.said
    several = len(doorbraak.dossier.interventions) > 1
    figures = (
        *((("Kost dit zelf", cost.plan),) if cost else ()),
        *((("Kost hele plan", doorbraak.cost_of_all.plan),) if several else ()),
        ("Zonder plan", public.threatening),
        ("Met plan", public.plan),
        ("Direct", public.direct),
        ("Voorkomen", public.prevented),
    )
    columns = tuple(Column(title, 100 // len(figures)) for title, _ in figures)
    said = (
        pays,
        without if several else "",
        "Wat dreigt, telt mee naar de kans daarop." if any(row.event for row in saving.public_lines) else "",
        "Een minteken bij Direct: het plan kost daar meer dan het bespaart." if public.direct < 0 else "",
        begins_earlier(doorbraak),
    )
    return (
        *open_,
        Table(columns, (tuple(money.whole(cents) for _, cents in figures),)),
        Paragraph(_saved(saving, several=several)),
        Paragraph(" ".join(one for one in said if one), "muted"),
    )


def _saved(saving: Saving, *, several: bool) -> str:
    """The amount first: what is said of its parts and of its band is said of that."""
    band, saved = saving.band, saving.public.saving
    together = ", van alle doorbraken samen" if several else ""
    expected = "Verwachte besparing" if saved >= 0 else "Verwacht: meer kosten"
    said = (
        f"{expected} in {saving.months} maanden{together}: {money.whole(abs(saved))} publiek geld.",
        sum_words.transfers(saving),
        f"Onzeker: {money.whole(band.low)} tot {money.whole(band.high)}." if band.low != band.high else "",
        sum_words.skew(saving),
    )
    return " ".join(one for one in said if one)


def _decision(doorbraak: OneDoorbraak, most: int) -> tuple[Block, ...]:
    decided = doorbraak.decided
    if decided:
        on = f", op {wording.day(decided.on)}" if decided.on else ""
        columns = (Column("Besluit", LABEL), Column(f"{ANSWERS[decided.answer]}{on}", 100 - LABEL))
        filled = (
            ("Reden", first_sentences(decided.reason, most) or NOT_FILLED_IN),
            ("Door", cut(doorbraak.one.decider, _named(most)) or NOT_FILLED_IN),
        )
        return (Table(columns, filled), *_belongs(doorbraak), _questions(doorbraak, most))
    first: tuple[Block, ...] = ()
    if doorbraak.one.status == "withdrawn":
        first = (Paragraph("Deze vraag is ingetrokken."),)
    elif doorbraak.help_came_first:
        first = (Paragraph("De hulp is er al. Het besluit volgt nog."),)
    return (
        *first,
        Table((Column("Besluit", LABEL), Column(_BOXES, 100 - LABEL)), _LINES),
        *_belongs(doorbraak),
        Table(tuple(Column(f"{asked}{_ROOM}", width) for asked, width in _SIGNED), ()),
        _questions(doorbraak, most),
    )


def _belongs(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    """Whoever signs has to know that the sheet is not all."""
    return (Paragraph(ALL_CONDITIONS, "strong"),) if has_conditions(doorbraak) else ()


def _questions(doorbraak: OneDoorbraak, most: int) -> Paragraph:
    said = cut(wording.contact(doorbraak.sources.profile), max(most, 2 * _named(most)))
    asked = f"Vragen: {said}. " if said else ""
    more = "" if has_conditions(doorbraak) else "Meer staat in de onderbouwing. "
    return Paragraph(f"{asked}{more}Geen juridisch advies.", "muted")
