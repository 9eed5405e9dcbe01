"""The röntgen in plain words, for window and command line alike: what leaves, how it is called, what its size means."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from doorbraak.model import money
from doorbraak.model.exchange import rules
from doorbraak.model.exchange.xray import ALL, Leaving, Xray

EXCHANGE_LABEL = "gepseudonimiseerd - persoonsgegevens, alleen voor de coördinator"
SUMMARY_LABEL = "statistisch beveiligd"
EXAMPLE = "VOORBEELD: deze huishoudens zijn verzonnen of gepubliceerd."
SHORT = (
    "Weg gaat: per vakje van een tabel een code voor elk huishouden, soms met een bedrag. Hier blijft: namen, nummers, "
    "eigen woorden, en welke codes bij elkaar horen."
)
COLUMNS = (
    "Een regel per vakje. Huishoudens: hoeveel erin staan. Waarden: de bedragen of aantallen naast de codes. Twee "
    "grootste: van een totaal, ruw afgerond. Anders: hoeveel er anders zijn dan in het vorige bestand. Verschillen: "
    "vanaf 5 van die de twee grootste en de rest samen. Daaronder alleen wat ze samen hoogstens zijn. Ruw afgerond. "
    "Codes: één per huishouden."
)
NOT_OPEN = "Dossier was in deze periode niet open."
IN_NO_CELL = "Staat in geen enkel vakje, behalve bij het team: er is niets ingevuld waar een tabel naar vraagt."
BESIDE_REAL = "Voorbeeld: telt niet mee naast echte huishoudens."
ITSELF = "Het bestand zelf"
_HEAD = {
    "format": "Soort bestand",
    "catalogue": "Versie van de tabellen",
    "period": "Periode",
    "sender": "Afzender (een willekeurige code)",
    "sequence": "Volgnummer",
    "coordinator": "Voor welke coördinator",
    "households": "Aantal huishoudens",
    "example": "Voorbeeldgegevens",
}
_YES = {"True": "ja", "False": "nee"}


@dataclass(frozen=True, slots=True)
class Line:
    """One cell, or one value outside the cells (those have no `households`). `codes`: the tokens as they leave."""

    id: int
    table: str
    cell: str
    households: int | None = None
    amounts: tuple[str, ...] = ()
    largest: tuple[str, ...] = ()
    changed: int | None = None
    moved: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """All that leaves with it, a value to a line."""
        values = self.amounts or ("",) * len(self.codes)
        beside = [f"{code}  {value}".rstrip() for code, value in zip(self.codes, values, strict=True)]
        rest = [*((f"Twee grootste: {', '.join(self.largest)}",) if self.largest else ())]
        rest += [f"Anders dan vorige keer: {self.changed}"] if self.changed is not None else []
        about = "Grootste verschillen en de rest" if len(self.moved) > 1 else "Verschillen, samen hoogstens"
        rest += [f"{about}: {', '.join(self.moved)}"] if self.moved else []
        return "\n".join([f"{self.table}: {self.cell}", *(beside or self.amounts), *rest])


def lines(seen: Xray) -> tuple[Line, ...]:
    """Every value that leaves: the cells by name, then what stands outside them."""
    cells = [_cell(at, one) for at, one in enumerate(sorted(seen.cells, key=_by_name), 1)]
    head = [
        Line(
            at, ITSELF, _HEAD[name] + (", te lezen zonder sleutel" if name in seen.in_clear else ""),
            amounts=(_YES.get(value, value),),
        )
        for at, (name, value) in enumerate(seen.head, len(cells) + 1)
    ]  # fmt: skip
    return (*cells, *head)


def _by_name(one: Leaving) -> tuple[object, ...]:
    """As people look it up, and no longer as in the file; a total before what it is of."""
    return one.title.casefold(), tuple((label != ALL, label.casefold()) for label in one.labels)


def _cell(at: int, one: Leaving) -> Line:
    def said(amounts: Iterable[int]) -> tuple[str, ...]:
        return tuple(_amount(amount, one.unit) for amount in amounts)

    words = " · ".join(one.labels)
    return Line(
        at, one.title, words, one.households, said(one.values), said(one.top), one.changed, said(one.moved), one.tokens
    )  # fmt: skip


def _amount(amount: int, unit: str) -> str:
    """Whole euros; all else is counted in tenths."""
    if unit == "euro":
        return money.whole(amount * 100)
    sign, size = "-" if amount < 0 else "", abs(amount)
    return f"{sign}{size // 10},{size % 10}"


def size_of(households: int) -> str:
    """Which of the classes holds, in a sentence."""
    if not households:
        return "0 huishoudens: er gaat niets weg."
    if households < rules.SMALL:
        return (
            "1-4 huishoudens (klein): het blijft dicht tot er van 2 of meer kleine afzenders samen 5 huishoudens zijn. "
            "Het aantal, de periode en de afzendercode staan leesbaar op de buitenkant."
        )
    if households < rules.FEWEST:
        return "5-9 huishoudens: het gaat in zijn geheel naar de coördinator, en telt mee met dat van anderen."
    return "10 of meer huishoudens: het gaat in zijn geheel naar de coördinator, en telt mee met dat van anderen."


def summary_of(households: int) -> str:
    """The same of the summary, which people read."""
    if not households:
        return "0 huishoudens: er is niets samen te vatten."
    if not rules.tables_allowed(households):
        return f"Alleen het woord “{rules.size_class(households)}” gaat erin: voor tabellen zijn er te weinig."
    return "Getallen van 10 of meer huishoudens gaan erin, en alleen als ook de rest niet te klein is."


def again_of(changed: int) -> str:
    """Why the file of before goes out once more."""
    came = "Er kwam of ging geen huishouden" if not changed else f"Er kwamen of gingen {changed} huishoudens"
    came = "Er kwam of ging 1 huishouden" if changed == 1 else came
    return (
        f"{came} sinds het vorige bestand van deze periode. Onder {rules.FEWEST_CHANGED} gaat hetzelfde bestand nog "
        "eens: anders is het verschil tussen twee bestanden één gezin."
    )


def printed(seen: Xray, *, example: bool) -> Iterator[str]:
    """All of it as lines of text, columns apart by tabs: what stays first, since what leaves is hundreds of lines."""
    households = int(dict(seen.head)["households"])
    yield f"Uitwisselbestand: {EXCHANGE_LABEL}"
    if example:
        yield EXAMPLE
    yield from ("", SHORT, size_of(households), "", "WAT HIER BLIJFT")
    for left in seen.left_out:
        homes = "1 huishouden" if left.households == 1 else f"{left.households} huishoudens"
        about = f" ({homes})" if left.households else ""
        yield f"{left.what}{about}\t{left.why}"
    yield from ("", "HUISHOUDENS IN GEEN ENKEL VAKJE")
    for number, why in missing(seen):
        yield f"Huishouden {number}\t{why}"
    if not missing(seen):
        yield "Geen."
    yield from ("", "WAT WEGGAAT", COLUMNS)
    yield "Tabel\tVakje\tHuishoudens\tWaarden\tTwee grootste\tAnders\tVerschillen\tCodes"
    for one in lines(seen):
        numbers = tuple("" if number is None else str(number) for number in (one.households, one.changed))
        amounts, largest, moved = ("; ".join(each) for each in (one.amounts, one.largest, one.moved))
        parts = (one.table, one.cell, numbers[0], amounts, largest, numbers[1], moved, " ".join(one.codes))
        yield "\t".join(parts).rstrip()


def missing(seen: Xray) -> tuple[tuple[int, str], ...]:
    """Number and reason of the households that are in no cell at all."""
    found = [
        *((number, NOT_OPEN) for number in seen.not_counted),
        *((number, IN_NO_CELL) for number in seen.in_no_cell),
    ]
    return tuple(sorted(found))
