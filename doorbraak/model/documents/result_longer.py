"""Three and five years ahead as a table: each year as it is, and its savings weighed by the discount rate."""

from collections.abc import Sequence
from fractions import Fraction
from functools import partial

from doorbraak.model import money
from doorbraak.model.documents import sum_words
from doorbraak.model.documents.reasons import Reason, spread, sum_reason
from doorbraak.model.documents.result_table import Cell, Table, View, amount
from doorbraak.model.documents.result_views import ASSUMED
from doorbraak.model.dossier.assumptions import Assumptions
from doorbraak.model.insight.longer_view import YearAhead, band_ahead, longer_view_of, year_of
from doorbraak.model.insight.savings import Saving
from doorbraak.model.insight.why import Part, number

YEARS = (3, 5)
THIN = "Over meer dan twee jaar is weinig bewijs. Gebruik dit als verkenning, niet als belofte."
_PLAIN: tuple[tuple[Part, str], ...] = (
    ("current", "Nu"),
    ("threatening", "Dreigt"),
    ("plan", "Met het plan"),
    ("direct", "Direct"),
    ("prevented", "Voorkomen"),
)
_WEIGHED: tuple[tuple[Part, str], ...] = (
    ("direct", "Direct, verdisconteerd"),
    ("prevented", "Voorkomen, verdisconteerd"),
)


def longer(saving: Saving, chosen: Assumptions) -> View:
    """`saving` over five years. Each sum adds its years up, so it is the same to the cent."""
    ahead = longer_view_of(saving, chosen.discount_e4)
    rows: list[tuple[Cell, ...]] = []
    for year in ahead:
        rows.append(_row(f"Jaar {year.year}", saving, (year,), chosen))
        if year.year in YEARS:
            rows.append(_row(f"Samen {year.year} jaar", saving, ahead[: year.year], chosen))
    header = ("Jaar", *(title for _, title in (*_PLAIN, *_WEIGHED)), "Samen waarschijnlijk")
    return View(
        f"Verdisconteerd: {'; '.join(_within(saving, ahead[:count], chosen) for count in YEARS)}.",
        (Table("Langer vooruit", header, tuple(rows)),) if saving.public_lines else (),
        (
            f"Discontovoet: {sum_words.discount(chosen)}",
            f"Alles in constante prijzen van {saving.level.year}: prijsstijging telt niet mee.",
            "Verdisconteerd: jaar 1 telt helemaal, elk later jaar telt iets minder door de discontovoet.",
            "Samen waarschijnlijk: direct en voorkomen, verdisconteerd. Daarin liggen 9 van de 10 berekeningen.",
            *((ASSUMED,) if saving.band.assumed else ()),
        ),
    )


def _within(saving: Saving, years: Sequence[YearAhead], chosen: Assumptions) -> str:
    direct, prevented = (money.whole(sum(getattr(year, part) for year in years)) for part in ("direct", "prevented"))
    band = band_ahead(saving, years, chosen.discount_e4)
    likely = f" (samen waarschijnlijk {spread(band.low, band.high)})" if band.low != band.high else ""
    return f"in {len(years)} jaar {direct} direct en {prevented} voorkomen{likely}"


def _row(name: str, saving: Saving, years: Sequence[YearAhead], chosen: Assumptions) -> tuple[Cell, ...]:
    plain = [
        amount(sum(getattr(year.amounts, part) for year in years), partial(_plain_reason, name, part, saving, years))
        for part, _ in _PLAIN
    ]
    weighed = [
        amount(sum(getattr(year, part) for year in years), partial(_weighed_reason, name, part, years, chosen))
        for part, _ in _WEIGHED
    ]
    return (Cell(name, plain[-1].why), *plain, *weighed, _band(name, saving, years, chosen))


def _band(name: str, saving: Saving, years: Sequence[YearAhead], chosen: Assumptions) -> Cell:
    band = band_ahead(saving, years, chosen.discount_e4)
    certain = band.low == band.high
    figure = money.whole(band.low) if certain else spread(band.low, band.high) + (" *" if band.assumed else "")

    def why() -> Reason:
        drawn = (
            "Elke onzekerheid is 1.000 keer getrokken, één keer voor alle jaren.",
            "Elk jaar is daarna verdisconteerd. Van de uitkomsten liggen er 9 van de 10 in deze band.",
        )
        fixed = ("Hier is niets onzeker: van deze posten verandert geen prijs, aantal of kans wat ze besparen.",)
        return Reason(
            f"{name}: waarschijnlijk, verdisconteerd",
            figure,
            (*(fixed if certain else drawn), f"Het midden is de som zelf: {money.exact(band.middle)}."),
        )

    return Cell(figure, why, band.low < 0)


def _plain_reason(name: str, part: Part, saving: Saving, years: Sequence[YearAhead]) -> Reason:
    if len(years) == 1:
        found = year_of(saving, years[0].year - 1)
        return sum_reason(name, part, found.public_lines, found)
    cents = [(year.year, getattr(year.amounts, part)) for year in years]
    figure = money.exact(sum(each for _, each in cents))
    title = dict(_PLAIN)[part].lower()
    return Reason(
        f"{name}: {title}",
        figure,
        ("De som van de jaren. Elk jaar opent in zijn kostenposten.",),
        ("Jaar", "Bedrag"),
        tuple((f"Jaar {year}", money.exact(each)) for year, each in cents),
        ("Samen", figure),
    )


def _weighed_reason(name: str, part: Part, years: Sequence[YearAhead], chosen: Assumptions) -> Reason:
    factor = number(1 + Fraction(chosen.discount_e4, 10_000))
    figure = money.exact(sum(getattr(year, part) for year in years))
    return Reason(
        f"{name}: {dict(_WEIGHED)[part].lower()}",
        figure,
        (
            "Gedeeld door één plus de discontovoet, voor elk jaar na het eerste.",
            f"Discontovoet: {sum_words.discount(chosen)}",
        ),
        ("Jaar", "Zo gerekend", "Bedrag"),
        tuple(
            (
                f"Jaar {year.year}",
                f"{money.exact(getattr(year.amounts, part))} / {factor}^{year.year - 1}",
                money.exact(getattr(year, part)),
            )
            for year in years
        ),
        ("Samen", "", figure),
        names=2,
    )
