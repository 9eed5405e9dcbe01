"""The line under a chart of the sums: how many lines, which months, whose prices, and how its band was made."""

from doorbraak.model.documents import wording
from doorbraak.model.insight.savings import Saving
from doorbraak.model.insight.uncertainty import ASSUMED_RANGE, price_of

NO_COSTS = "Er zijn nog geen kosten ingevuld"
NOTHING = "Nog geen publieke kosten. Vul ze in bij Kosten, dan staat hier de grafiek."
WITHOUT_BAND = "Zonder band: dit zijn de middelste bedragen."


def source_of(saving: Saving, *, band: bool) -> str:
    """`band`: whether the chart shows one; else it says that it shows the middle."""
    public = saving.public_lines
    listed = sum(row.line.price in saving.catalogue.prices for row in public)
    count = wording.count(len(public), "publieke kostenpost", "publieke kostenposten")
    said = [
        f"Bron: {_sums(saving)}, n = {count} ({listed} met een prijs uit de prijslijst).",
        f"Periode: {saving.months} maanden vanaf {_start(saving)}.",
        f"Prijzen van {saving.level.year} (index van het CBS).",
    ]
    if not all(saving.level.is_exact(row.line.price_year) for row in public):
        said.append("Een jaar zonder index gebruikt het laatste bekende.")
    said.append(_band(saving) if band else WITHOUT_BAND)
    return " ".join(said)


def _sums(saving: Saving) -> str:
    return "rekensom per huishouden" if saving.households == 1 else f"rekensommen van {saving.households} huishoudens"


def _start(saving: Saving) -> str:
    return wording.day(saving.start) if saving.households == 1 else "het begin van elk plan"


def _band(saving: Saving) -> str:
    from doorbraak.model.insight.bands import DRAWS  # late: numpy takes 0.1 s to import

    draws = f"{DRAWS:,}".replace(",", ".")
    text = f"Band: 9 van de 10 van {draws} trekkingen, waarin één prijs één onzekerheid is."
    assumed = sum(price_of(row, saving.catalogue).assumed for row in saving.public_lines)
    if assumed:
        posts = wording.count(assumed, "kostenpost", "kostenposten")
        text += f" Bij {posts} is de marge van de prijs aangenomen: {ASSUMED_RANGE}% eronder en erboven."
    return text
