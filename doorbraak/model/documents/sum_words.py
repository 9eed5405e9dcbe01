"""What is said about the sums in documents, each sentence in one place: plan, workbook and talk sheet say the same."""

from fractions import Fraction

from doorbraak.model import money
from doorbraak.model.documents import wording
from doorbraak.model.dossier.assumptions import Assumptions
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import payback as paybacks
from doorbraak.model.insight.first_day import far_before
from doorbraak.model.insight.plausibility import Mark, What, marks_of
from doorbraak.model.insight.savings import Saving
from doorbraak.model.insight.tornado import tornado_of
from doorbraak.model.insight.uncertainty import ASSUMED_RANGE, uncertainties_of
from doorbraak.model.insight.why import number

FORMULA = (
    "Bedrag = prijs × index × aantal × kans, per kostenpost en jaar één keer afgerond op de cent. "
    "Bespaard = (dreigend − plan) × het deel dat meetelt."
)
BAND_METHOD = (
    "Een simulatie trekt elke onzekerheid 1.000 keer, altijd met hetzelfde begin. Een prijs trekt zij één keer voor "
    "alle posten met die prijs, een kans één keer per dreiging. Van de uitkomsten liggen er 9 van de 10 in de marge. "
    "De marge staat vast in dit werkboek en verandert niet mee."
)
ASSUMED = (
    f"Waar de prijslijst en de post geen laagste en hoogste prijs geven, rekenen we met {ASSUMED_RANGE}% eronder en "
    "erboven. Dat is een aanname."
)
CHECKS = "Een gepubliceerd totaal is alleen controle en telt nergens mee. Wat niet publiek wordt betaald staat apart."
GRADES = (
    "Kwaliteit van een prijs: A is sterk, B is bruikbaar, C is zwak. “Eigen” komt niet uit de prijslijst. “Onbekend” "
    "bij kwaliteit: de prijs staat niet meer in de lijst."
)
UNEXPLAINED = "Er staat nog geen uitleg bij."
"""Nobody wrote down why a figure is far outside: on paper that is said, and nobody is told to look."""


def price_level(saving: Saving) -> str:
    """In whose prices, how many were converted, and which years had no index of their own."""
    level = saving.level
    said = _converted(saving)
    if level.used(level.year) != level.year:
        return f"{said} Voor {level.year} is er nog geen index: we gebruiken die van {level.used(level.year)}."
    years = {row.line.price_year for row in saving.lines if not level.is_exact(row.line.price_year)}
    without = sorted(year for year in years if year is not None)
    if without:
        said += f" Een jaar zonder index gebruikt het dichtstbijzijnde bekende (hier {', '.join(map(str, without))})."
    return said


def _converted(saving: Saving) -> str:
    """A price of an unknown year stays as it is: with one of these not all amounts are in prices of one year."""
    year, years = saving.level.year, [row.line.price_year for row in saving.lines]
    unknown, already = years.count(None), years.count(year)
    if not unknown:
        return f"Alle bedragen zijn in prijzen van {year}, omgerekend met de consumentenprijzen van het CBS."
    said = f"De som rekent in prijzen van {year}, met de consumentenprijzen van het CBS."
    if unknown == len(years):
        return f"{said} Van geen enkele prijs is het jaar bekend. Er is dus niets omgerekend."
    converted = len(years) - unknown - already
    said += f" Van de {len(years)} prijzen {_are(converted)} er {converted or 'geen'} omgerekend."
    said += f" {wording.count(already, 'prijs was', 'prijzen waren')} al van {year}." if already else ""
    return f"{said} Van {unknown} is het jaar niet bekend: die {_are(unknown)} niet omgerekend."


def _are(number: int) -> str:
    return "is" if number == 1 else "zijn"


def begins_far_before(dossier: Dossier) -> str:
    """That the sums are about a year that is over, because of a first decision long ago; "" when they are not."""
    on = far_before(dossier)
    if on is None:
        return ""
    return (
        f"Het eerste besluit ligt ver voor het begin van dit dossier ({wording.day(on)}). "
        "De som loopt daarom over een jaar dat al voorbij is."
    )


def ask_first_day(dossier: Dossier) -> str:
    """The same on screen, for whoever can look at the day; "" when there is nothing to ask."""
    said = begins_far_before(dossier)
    return f"{said} Klopt de dag?" if said else ""


def assumed(saving: Saving) -> str:
    """What of the band is our own assumption, to stand behind it; "" when nothing is."""
    rows = (row for row in saving.public_lines if row.amounts.saving)
    found = [one for row in rows for one in uncertainties_of(row, saving.catalogue)]
    if not any(one.assumed for one in found):
        return ""
    whole = all(one.assumed for one in found)
    return f" ({'' if whole else 'deels '}prijzen ±{ASSUMED_RANGE}%, aangenomen)"


def band(saving: Saving) -> str:
    """Empty when nothing is uncertain."""
    if saving.band.low == saving.band.high:
        return ""
    why = skew(saving)
    return (
        "De bedragen zijn onzeker. In 9 van de 10 berekeningen ligt de besparing tussen "
        f"{money.whole(saving.band.low)} en {money.whole(saving.band.high)}.{f' {why}' if why else ''}"
    )


def likely(saving: Saving) -> str:
    """The band in short, beside a figure; empty when nothing is uncertain."""
    band = saving.band
    return "" if band.low == band.high else f"Waarschijnlijk {money.whole(band.low)} tot {money.whole(band.high)}."


def skew(saving: Saving) -> str:
    """Why the middle lies near an end of the band: what pulls most to the other end. "" when it does not."""
    band = saving.band
    width = band.high - band.low
    near_low, near_high = 5 * (band.middle - band.low) < width, 5 * (band.high - band.middle) < width
    if not width or not (near_low or near_high):
        return ""
    end = "lage" if near_low else "hoge"
    said = f"De besparing zelf, {money.whole(band.middle)}, ligt aan de {end} kant hiervan."
    pulls: dict[bool, int] = {False: 0, True: 0}
    towards: dict[bool, int] = {}
    for swing in tornado_of(saving, most=len(saving.lines) * 5):
        ends = [at - band.middle for at in (swing.at_low, swing.at_high)]
        pull = max(ends) + min(ends)  # beyond the middle, further to one side than to the other
        price = swing.uncertainty.what == "price"
        pulls[price] += pull if near_low else -pull
        if price and pull:
            higher = swing.uncertainty.high - 1 > 1 - swing.uncertainty.low
            towards[higher] = towards.get(higher, 0) + abs(pull)
    if pulls[True] > max(0, pulls[False]):
        dearer = towards.get(True, 0) >= towards.get(False, 0)
        return f"{said} De bronnen noemen vooral {'hogere' if dearer else 'lagere'} prijzen."
    return f"{said} Wat onzeker is, kan vooral {'meer' if near_low else 'minder'} besparing geven."


def transfers(saving: Saving) -> str:
    """How much of the saving is a benefit that somebody else goes without; "" when none is."""
    public, without = saving.public.saving, saving.public_without_transfers.saving
    part = public - without
    if not part:
        return ""
    if 0 < part <= public:
        return f"Daarvan is {money.whole(part)} overdracht, zoals een uitkering."
    return f"Zonder overdrachten, zoals een uitkering, is de besparing {money.whole(without)}."


def payback(saving: Saving) -> str:
    """When the doorbraken are expected to have earned themselves back, and what counts at once in it."""
    month = paybacks.payback_month(saving)
    if month == 0:
        return "Er staan geen eigen kosten van het plan in de som."
    if month is None:
        return f"Naar verwachting verdient het plan zijn eigen kosten niet terug binnen {saving.months} maanden."
    said = f"Naar verwachting verdient het plan zijn eigen kosten terug in maand {month}."
    once = paybacks.at_once(saving, month)
    if once:
        said += f" Daarbij telt {money.whole(once)} die in één keer wordt voorkomen meteen helemaal mee."
    return said


def discount(assumptions: Assumptions) -> str:
    """How much later years weigh; the sums of one year do not use it."""
    rate = number(Fraction(assumptions.discount_e4, 100))
    on = assumptions.discount_on
    read = f", gelezen op {wording.day(on)}" if on else "; door niemand hier nagelezen, dus zonder leesdatum"
    source = f" Bron: {assumptions.discount_source}{read}." if assumptions.discount_source else ""
    return f"{rate}% per jaar, alleen in de blik van 3 en 5 jaar. Over 12 en 24 maanden rekenen we zonder.{source}"


def marks(saving: Saving) -> tuple[str, ...]:
    """What is far outside the published programmes, with source and border: for whoever can look into it."""
    return tuple(
        f"{_marked(mark, saving)} Onze grens is {_figure(mark.what, mark.border)}. "
        f"Kijk na waar dat door komt. Bron: {mark.source}."
        for mark in marks_of(saving)
    )


def remarks(saving: Saving, lacks: str = "") -> tuple[str, ...]:
    """The same on paper, where others read it: nothing that somebody still has to do.

    `lacks`: the sentence on doorbraken without a price, which what a euro yields leaves out.
    """
    return tuple(
        f"{_marked(mark, saving)} {f'{lacks} ' if lacks and mark.what == 'return' else ''}"
        f"Boven {_figure(mark.what, mark.border)} zetten wij dat erbij. "
        f"Bron: {mark.source}. {UNEXPLAINED}"
        for mark in marks_of(saving)
    )


def _marked(mark: Mark, saving: Saving) -> str:
    """With all that is needed to come to the same number."""
    figure, published = (_figure(mark.what, one) for one in (mark.figure, mark.published))
    return {
        "saving": f"De besparing is {figure}. Dat is veel meer dan elders: ongeveer {published} per huishouden.",
        "prevented": _prevented(figure, published, saving),
        "return": f"{_return(figure, saving)} Elders was dat ongeveer {published}.",
    }[mark.what]


def _prevented(figure: str, published: str, saving: Saving) -> str:
    """A share of the saving; in euros where more is prevented than is saved."""
    public = saving.public
    if public.direct >= 0:
        return f"Van de besparing is {figure} voorkomen en niet direct. Elders was dat ongeveer {published}."
    return (
        f"De besparing komt helemaal van wat wordt voorkomen: {money.whole(public.prevented)}. "
        f"Direct kost het plan {money.whole(-public.direct)} meer. "
        f"Elders was ongeveer {published} van de besparing voorkomen."
    )


def _return(figure: str, saving: Saving) -> str:
    saved, own = money.exact(saving.public.saving), money.exact(-saving.own_cost.saving)
    return (
        f"Elke euro die de doorbraken zelf kosten, levert {figure} op. Dat is de besparing ({saved}) plus de eigen "
        f"kosten ({own}), gedeeld door die eigen kosten."
    )


def _figure(what: What, value: int) -> str:
    if what == "prevented":
        return wording.percent(value)
    return money.exact(value) if what == "return" else money.whole(value)
