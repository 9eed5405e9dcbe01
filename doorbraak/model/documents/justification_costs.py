"""What the plan itself costs, every cost line in a justification, and where its price comes from: each source once."""

from doorbraak.model import money
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import plan_sum, sum_words, wording
from doorbraak.model.documents.document import Block, Column, Paragraph, Subheading, Table
from doorbraak.model.documents.one_doorbraak import OneDoorbraak
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.insight.savings import LineSum, Saving
from doorbraak.model.insight.why import SAID, price_words, weak_of

Source = tuple[str, str, str, str]
"""The words, the price year, the grade and what to look out for."""


def cost_of_plan(doorbraak: OneDoorbraak) -> str:
    """Of all doorbraken together; where one has no price it says so, for then it is no whole sum."""
    cost, without = money.whole(doorbraak.cost_of_all.plan), without_price(doorbraak)
    return f"Het hele plan kost, voor zover ingevuld, {cost}. {without}" if without else f"Het hele plan kost {cost}."


def without_price(doorbraak: OneDoorbraak) -> str:
    """ "Van 2 van de 3 doorbraken is de prijs nog niet ingevuld."; of a plan of one the paper itself says so."""
    return doorbraak.unpriced.said if doorbraak.unpriced.counted > 1 else ""


def cost_blocks(dossier: Dossier, catalogue: Catalogue, saving: Saving) -> tuple[Block, ...]:
    if not dossier.costs:
        return (plan_sum.NO_COSTS,)
    sources = tuple(_source(row, catalogue, saving) for row in saving.lines)
    numbers = {source: at for at, source in enumerate(dict.fromkeys(sources), start=1)}
    columns = (
        Column("Nr.", 5, number=True),
        Column("Kostenpost", 22),
        Column("Prijs", 17, number=True),
        Column("Aantal", 15, number=True),
        Column("Kans huidig, dreigend, plan", 18, number=True),
        Column("Telt mee", 7, number=True),
        Column("Bespaart", 16, number=True),
        Column("Bron", 7, number=True),
    )
    lines = zip(saving.lines, sources, strict=True)
    return (
        Paragraph(f"{sum_words.FORMULA} Overdrachten zijn gemerkt. De nummers bij Bron staan hieronder."),
        Table(
            columns,
            tuple(_line(at, row, numbers[one], saving) for at, (row, one) in enumerate(lines, start=1)),
            ("", "Publiek samen, zonder wat niet publiek is", *("",) * 4, money.exact(saving.public.saving), ""),
        ),
        Subheading("Bronnen van de prijzen"),
        _sources(numbers),
        Paragraph(sum_words.GRADES, "muted"),
    )


def _source(row: LineSum, catalogue: Catalogue, saving: Saving) -> Source:
    return (
        wording.source(row.line, catalogue),
        wording.price_year(row.line, catalogue),
        wording.quality(row.line, catalogue),
        ", ".join(SAID[one] for one in weak_of(row, saving)),
    )


def _sources(numbers: dict[Source, int]) -> Table:
    """One text may go with two price years or grades: then it stands there once too."""
    columns = (
        Column("Bron", 7, number=True),
        Column("Waar de prijs vandaan komt", 51),
        Column("Prijsjaar", 12, number=True),
        Column("Kwaliteit", 12),
        Column("Let op", 26),
    )
    first: dict[str, int] = {}
    rows = []
    for (words, *rest), at in numbers.items():
        known = first.setdefault(words, at)
        rows.append((str(at), words if known == at else f"Zie bron {known}.", *rest))
    return Table(columns, tuple(rows))


def _line(number: int, row: LineSum, source: int, saving: Saving) -> tuple[str, ...]:
    line, chances = row.line, row.chances
    return (
        str(number),
        _called(row),
        price_words(row, saving),
        _how_often(line),
        f"{chances.current}, {chances.threatening}, {chances.plan}%",
        wording.percent(line.attribution),
        money.exact(row.amounts.saving) if row.counts else "telt niet mee",
        str(source),
    )


def _called(row: LineSum) -> str:
    """With what sets it apart: the total below leaves out what is not public."""
    marks = [
        mark for mark, is_ in (("overdracht", row.line.transfer), ("niet publiek", row.standing == "private")) if is_
    ]
    return f"{row.line.words} ({', '.join(marks)})" if marks else row.line.words


def _how_often(line: CostLine) -> str:
    """ "26 × per keer" in a year; of what comes once only, the price of a year may count three times."""
    times = names.quantity(line.quantity_e4)
    return f"{times} × {line.unit}" if line.recurrence == "yearly" else f"{times} × de prijs {line.unit}, eenmalig"
