"""The rekensom in the plan: three scenarios per law and payer, the saving in its two parts, every price's source."""

from doorbraak.model import money
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import wording
from doorbraak.model.documents.chart import result
from doorbraak.model.documents.document import (
    Block,
    Column,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Subheading,
    Table,
)
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.insight.savings import Amounts, Row, Saving
from doorbraak.model.insight.uncertainty import ASSUMED_RANGE

NO_COSTS = Paragraph("Er zijn nog geen kosten ingevuld.", "muted")
GRADES = "Kwaliteit van een prijs: A is sterk, B is bruikbaar, C is zwak. “Eigen” staat niet in de prijslijst."


def sum_blocks(saving: Saving, catalogue: Catalogue) -> tuple[Block, ...]:
    """Direct and prevented apart, private apart from public, and what each figure does and doesn't say."""
    if not saving.lines:
        return (NO_COSTS,)
    public = saving.public
    return (
        Paragraph(f"{result(saving)}.", "strong"),
        KeyFigures(
            (
                KeyFigure(money.whole(public.current), "huidig"),
                KeyFigure(money.whole(public.threatening), "dreigend"),
                KeyFigure(money.whole(public.plan), "plan"),
                KeyFigure(money.whole(public.direct), "direct bespaard"),
                KeyFigure(money.whole(public.prevented), "voorkomen"),
            )
        ),
        Paragraph(
            f"Publiek geld over {saving.months} maanden, vanaf {wording.day(saving.start)}. Huidig is doorgaan "
            "zoals nu. Dreigend is huidig en wat er dreigt, keer de kans daarop. Direct is wat minder nodig is "
            "door het plan, met de kosten van de doorbraak erbij. Voorkomen is wat er anders waarschijnlijk zou "
            "komen. Een bedrag met een minteken kost meer.",
            "muted",
        ),
        *_cautions(saving),
        Subheading("Per wet"),
        _table("Wet", tuple((wording.law(row.id, catalogue), row) for row in saving.by_law), public),
        Subheading("Per betaler"),
        _table("Betaler", tuple((names.payer_name(row.id, catalogue), row) for row in saving.by_payer), public),
        *_private(saving, catalogue),
        Paragraph("Bedragen zijn afgerond op hele euro’s.", "muted"),
    )


def _cautions(saving: Saving) -> tuple[Block, ...]:
    said: list[str] = []
    transfers = saving.public.current - saving.public_without_transfers.current
    if saving.public != saving.public_without_transfers:
        without = saving.public_without_transfers
        said.append(
            f"In de huidige kosten zit {money.whole(transfers)} aan overdrachten, zoals een uitkering of toeslag. "
            "Die tellen mee voor de betaler, maar zijn geen winst voor de samenleving. Zonder overdrachten: "
            f"huidig {money.whole(without.current)}, plan {money.whole(without.plan)}, "
            f"besparing {money.whole(without.saving)}."
        )
    if saving.band.low != saving.band.high:
        said.append(
            "De prijzen zijn onzeker. In 9 van de 10 berekeningen ligt de besparing tussen "
            f"{money.whole(saving.band.low)} en {money.whole(saving.band.high)}."
        )
        if saving.band.assumed:
            said.append(
                f"Waar de prijslijst geen marge geeft, rekenen we met {ASSUMED_RANGE}% eronder en erboven. "
                "Dat is een aanname."
            )
    if any(row.line.attribution < 100 for row in saving.lines):
        said.append(
            "Van sommige kostenposten telt maar een deel van de besparing mee voor dit plan. "
            "Welk deel staat bij de kostenposten."
        )
    return (Paragraph(" ".join(said)),) if said else ()


def _private(saving: Saving, catalogue: Catalogue) -> tuple[Block, ...]:
    private = saving.private
    if private == Amounts():
        return ()
    unknown = any(row.line.payer not in catalogue.payers for row in saving.lines)
    return (
        Subheading("Niet publiek betaald"),
        Paragraph(
            f"Huidig {money.whole(private.current)}, dreigend {money.whole(private.threatening)}, "
            f"plan {money.whole(private.plan)}. Dit staat los van de bedragen hierboven."
            + (" Kostenposten zonder bekende betaler tellen hier ook mee." if unknown else "")
        ),
    )


def _table(title: str, rows: tuple[tuple[str, Row], ...], total: Amounts) -> Table:
    columns = (
        Column(title, 24),
        *(Column(name, 13, number=True) for name in ("Huidig", "Dreigend", "Plan", "Direct", "Voorkomen", "Besparing")),
    )
    return Table(
        columns,
        tuple((name, *_euros(row.amounts)) for name, row in rows),
        ("Publiek samen", *_euros(total)),
    )


def _euros(amounts: Amounts) -> tuple[str, ...]:
    return tuple(
        money.whole(cents)
        for cents in (
            amounts.current,
            amounts.threatening,
            amounts.plan,
            amounts.direct,
            amounts.prevented,
            amounts.saving,
        )
    )


def source_blocks(dossier: Dossier, catalogue: Catalogue) -> tuple[Block, ...]:
    """Every line with price, quantity, chances; then where its price comes from. Numbers tie the two tables."""
    if not dossier.costs:
        return (NO_COSTS,)
    lines = tuple(enumerate(dossier.costs, start=1))
    columns = (
        Column("Nr.", 6, number=True),
        Column("Kostenpost", 32),
        Column("Prijs", 16, number=True),
        Column("Aantal", 18, number=True),
        Column("Kans huidig, dreigend, plan", 16, number=True),
        Column("Telt mee", 12, number=True),
    )
    sources = (
        Column("Nr.", 6, number=True),
        Column("Bron van de prijs", 66),
        Column("Prijsjaar", 14, number=True),
        Column("Kwaliteit", 14),
    )
    return (
        Paragraph("Bedrag = prijs × aantal × kans, afgerond op de cent. Overdrachten zijn gemerkt."),
        Table(columns, tuple(_line(number, line) for number, line in lines)),
        Subheading("Bronnen"),
        Table(
            sources,
            tuple(
                (
                    str(number),
                    wording.source(line, catalogue),
                    wording.price_year(line, catalogue),
                    wording.quality(line, catalogue),
                )
                for number, line in lines
            ),
        ),
        Paragraph(GRADES, "muted"),
    )


def _line(number: int, line: CostLine) -> tuple[str, ...]:
    chances = line.chances
    often = "" if line.recurrence == "yearly" else ", eenmalig"
    return (
        str(number),
        f"{line.words} (overdracht)" if line.transfer else line.words,
        money.exact(line.price_cents),
        f"{names.quantity(line.quantity_e4)} × {line.unit}{often}",
        f"{chances.current}, {chances.threatening}, {chances.plan}%",
        wording.percent(line.attribution),
    )
