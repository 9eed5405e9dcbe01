"""The workings of the rekensom in a workbook: per line and year, formulas that give the same cents as the program.

A spreadsheet keeps about 15 digits, so that a price times an index times a broken month is rarely exact, and its ROUND
takes a half away from zero. So every amount is built from whole numbers: a whole part and a rest over a known
divisor, multiplied and divided step by step. All of them stay below 2^48: up to there a program that takes nearly
equal numbers for equal is exact too. The last step sends a half to the even cent. Where a number would be larger, the
program's cents stand there instead of a formula.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from doorbraak.model.documents.spreadsheet import Cell, Formula, Sheet, column
from doorbraak.model.insight.cost_units import units_in_year
from doorbraak.model.insight.savings import LineSum, Saving

TITLE = "Rekenwerk"
EXACT = 2**48
SCENARIOS = ("current", "threatening", "plan")
ENDS = (*SCENARIOS, "saving")
"""The keys of the steps that end in cents."""
EXPLANATION = (
    "Op het blad Rekenwerk staat elke stap. Daar is alles een geheel getal (centen, honderdsten van een index), omdat "
    "een spreadsheet breuken afkapt. Een halve cent gaat naar de even cent, zoals in het programma."
)

Numbers = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Step:
    """A column. `formula` names others in braces; `number` is the same step in Python, None for what is given."""

    key: str
    head: str
    formula: str = ""
    number: Callable[[Numbers], int] | None = None


def _cents(key: str, head: str, chance: str) -> tuple[_Step, ...]:
    """The whole amount times a chance, rounded half to even."""
    q, r = f"{key}_whole", f"{key}_rest"
    up = f"({{{q}}}+INT({{{r}}}/{{hundred}}))"
    left = f"({{{r}}}-INT({{{r}}}/{{hundred}})*{{hundred}})"
    odd = f"({up}-2*INT({up}/2))"
    return (
        _Step(q, f"{head}: heel", f"INT({{whole}}*{{{chance}}}/100)", lambda n: n["whole"] * n[chance] // 100),
        _Step(
            r, f"{head}: rest", f"({{whole}}*{{{chance}}}-{{{q}}}*100)*{{divisor}}+{{rest}}*{{{chance}}}",
            lambda n: (n["whole"] * n[chance] - n[q] * 100) * n["divisor"] + n["rest"] * n[chance],
        ),
        _Step(
            key, f"{head} (cent)",
            f"{up}+IF(2*{left}>{{hundred}},1,IF(2*{left}={{hundred}},{odd},0))",
            lambda n: round(n[q] + Fraction(n[r], n["hundred"])),
        ),
    )  # fmt: skip


_STEPS = (
    _Step("number", "Nr."),
    _Step("year", "Jaar"),
    _Step("part_up", "Deel van het jaar: teller"),
    _Step("part_down", "Deel van het jaar: noemer"),
    _Step("price", "Prijs (cent)", "ROUND({$price}*100,0)"),
    _Step("scale", "Schaal van het aantal", "IF({$quantity}=INT({$quantity}),1,10000)"),
    _Step("quantity", "Aantal × schaal", "ROUND({$quantity}*{scale},0)"),
    _Step("index_to", "Index rekenjaar × 100", "ROUND({$index_to}*100,0)"),
    _Step("index_from", "Index prijsjaar × 100", "ROUND({$index_from}*100,0)"),
    _Step("chance_current", "Kans huidig", "{$chance_current}"),
    _Step("chance_threatening", "Kans dreigend", "{$chance_threatening}"),
    _Step("chance_plan", "Kans plan", "{$chance_plan}"),
    _Step("attribution", "Telt mee", "{$attribution}"),
    _Step(
        "a", "Prijs × aantal: heel", "INT({price}*{quantity}/{scale})",
        lambda n: n["price"] * n["quantity"] // n["scale"],
    ),
    _Step("b", "rest", "{price}*{quantity}-{a}*{scale}", lambda n: n["price"] * n["quantity"] - n["a"] * n["scale"]),
    _Step("c", "× deel: heel", "INT({a}*{part_up}/{part_down})", lambda n: n["a"] * n["part_up"] // n["part_down"]),
    _Step(
        "d", "rest", "({a}*{part_up}-{c}*{part_down})*{scale}+{b}*{part_up}",
        lambda n: (n["a"] * n["part_up"] - n["c"] * n["part_down"]) * n["scale"] + n["b"] * n["part_up"],
    ),
    _Step("e", "deler", "{part_down}*{scale}", lambda n: n["part_down"] * n["scale"]),
    _Step("f", "heel", "{c}+INT({d}/{e})", lambda n: n["c"] + n["d"] // n["e"]),
    _Step("g", "rest", "{d}-INT({d}/{e})*{e}", lambda n: n["d"] % n["e"]),
    _Step(
        "h", "× index: heel", "INT({f}*{index_to}/{index_from})",
        lambda n: n["f"] * n["index_to"] // n["index_from"],
    ),
    _Step(
        "i", "rest", "({f}*{index_to}-{h}*{index_from})*{e}+{g}*{index_to}",
        lambda n: (n["f"] * n["index_to"] - n["h"] * n["index_from"]) * n["e"] + n["g"] * n["index_to"],
    ),
    _Step("divisor", "deler", "{e}*{index_from}", lambda n: n["e"] * n["index_from"]),
    _Step("whole", "heel", "{h}+INT({i}/{divisor})", lambda n: n["h"] + n["i"] // n["divisor"]),
    _Step("rest", "rest", "{i}-INT({i}/{divisor})*{divisor}", lambda n: n["i"] % n["divisor"]),
    _Step("hundred", "deler × 100", "{divisor}*100", lambda n: n["divisor"] * 100),
    *_cents("current", "Huidig", "chance_current"),
    *_cents("threatening", "Dreigend", "chance_threatening"),
    *_cents("plan", "Plan", "chance_plan"),
    _Step(
        "share", "Verschil × telt mee", "({threatening}-{plan})*{attribution}",
        lambda n: (n["threatening"] - n["plan"]) * n["attribution"],
    ),
    _Step("down", "gedeeld door 100, omlaag", "INT({share}/100)", lambda n: n["share"] // 100),
    _Step(
        "saving", "Bespaard (cent)",
        "{down}+IF({share}-100*{down}>50,1,IF({share}-100*{down}=50,{down}-2*INT({down}/2),0))",
        lambda n: round(Fraction(n["share"], 100)),
    ),
)  # fmt: skip
_COLUMNS = {step.key: column(at) for at, step in enumerate(_STEPS)}


def sheet_of(saving: Saving, inputs: Mapping[str, str], costs: str) -> Sheet:
    """A row per line and year. `inputs`: the column of each number on the sheet `costs`, where line 1 is row 2."""
    rows = [
        _row(row, saving, number, at, {key: f"{costs}!{letter}{number + 1}" for key, letter in inputs.items()})
        for number, row in enumerate(saving.lines, start=1)
        for at in range(len(row.years))
    ]
    numbered = [_numbered(row, at) for at, row in enumerate(rows, start=2)]
    return Sheet(TITLE, tuple(step.head for step in _STEPS), tuple(numbered), (16,) * len(_STEPS))


def sum_of(number: str, key: str, rows: int) -> str:
    """The formula of a line's cents over all years. `number`: the cell with its number."""
    numbers, cents = (f"{TITLE}!${_COLUMNS[one]}$2:${_COLUMNS[one]}${rows + 1}" for one in ("number", key))
    return f"SUMIF({numbers},{number},{cents})/100"


def numbers_of(row: LineSum, saving: Saving, year: int) -> dict[str, int]:
    """All numbers of one line in year 0, 1, ..., as the formulas find them."""
    line, level = row.line, saving.level
    on = row.event.expected_on if row.event else None
    part = units_in_year(replace(line, quantity_e4=10_000), saving.start, year, on)
    scale = 10_000 if line.quantity_e4 % 10_000 else 1
    found = {
        "part_up": part.numerator,
        "part_down": part.denominator,
        "price": line.price_cents,
        "scale": scale,
        "quantity": line.quantity_e4 * scale // 10_000,
        "index_to": level.index[level.used(level.year)],
        "index_from": level.index[level.used(line.price_year or level.year)],
        "chance_current": row.chances.current,
        "chance_threatening": row.chances.threatening,
        "chance_plan": row.chances.plan,
        "attribution": line.attribution,
    }
    for step in _STEPS:
        if step.number is not None:
            found[step.key] = step.number(found)
    return found


def is_exact(numbers: Numbers) -> bool:
    """Whether every product on the way is a number that a spreadsheet keeps whole."""
    products = (
        numbers["price"] * numbers["quantity"],
        numbers["a"] * numbers["part_up"],
        numbers["f"] * numbers["index_to"],
        numbers["whole"] * 100,
        *(2 * numbers[f"{key}_rest"] for key in SCENARIOS),
        2 * numbers["hundred"],
        *(abs(number) for number in numbers.values()),
    )
    return max(products) < EXACT


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    year: int
    numbers: Numbers
    cents: Mapping[str, int]
    inputs: Mapping[str, str]


def _row(row: LineSum, saving: Saving, number: int, year: int, inputs: Mapping[str, str]) -> _Row:
    amounts = row.years[year]
    cents = {key: getattr(amounts, key) for key in ENDS}
    return _Row(number, year + 1, numbers_of(row, saving, year), cents, inputs)


def _numbered(row: _Row, at: int) -> tuple[Cell, ...]:
    """The cells of a row of the sheet."""
    given = {"number": row.number, "year": row.year, **row.numbers}
    cells = {key: f"{letter}{at}" for key, letter in _COLUMNS.items()}
    cells.update({f"${key}": cell for key, cell in row.inputs.items()})
    exact = is_exact(row.numbers)
    found: list[Cell] = []
    for step in _STEPS:
        if not exact and step.key in row.cents:
            found.append(row.cents[step.key])
        elif not step.formula:
            found.append(given[step.key])
        elif not exact and step.number is not None:
            found.append(None)
        else:
            found.append(Formula(step.formula.format_map(cells), given[step.key]))
    return tuple(found)
