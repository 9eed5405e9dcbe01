"""The rekensom in the plan: three scenarios per law, payer and winner, the saving in its two parts, every source."""

from collections.abc import Callable

from doorbraak.model import money
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import sum_words, wording
from doorbraak.model.documents.chart import result
from doorbraak.model.documents.document import (
    Block,
    Bullets,
    Column,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Subheading,
    Table,
)
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.savings import Amounts, LineSum, Row, Saving
from doorbraak.model.insight.why import SAID, weak_of

NO_COSTS = Paragraph("Er zijn nog geen kosten ingevuld.", "muted")


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
        Paragraph(f"{sum_words.price_level(saving)} {sum_words.band(saving)}".strip()),
        *_own_cost(saving),
        *_cautions(saving),
        *_marks(saving),
        Subheading("Per wet"),
        _table("Wet", saving.by_law, lambda id_: wording.law(id_, catalogue), public),
        *_who(saving, catalogue),
        Subheading("Geld of tijd"),
        _table("Soort", saving.by_effect, lambda id_: choice_names.EFFECTS[id_], public),  # type: ignore[index]
        Paragraph(
            "Kasbaar is geld dat iemand anders kan uitgeven. Capaciteit is tijd van mensen die vrijkomt: daar blijft "
            "geen geld van over.",
            "muted",
        ),
        *_private(saving, catalogue),
        Paragraph("Bedragen zijn afgerond op hele euro’s.", "muted"),
    )


def _own_cost(saving: Saving) -> tuple[Block, ...]:
    """What the doorbraken cost themselves is inside the sum; and when that is earned back."""
    own = -saving.own_cost.saving
    said = f"De doorbraken zelf kosten {money.whole(own)}; dat zit in het plan. " if own else ""
    return (Paragraph(f"{said}{sum_words.payback(saving)}"),)


def _marks(saving: Saving) -> tuple[Block, ...]:
    marks = sum_words.marks(saving)
    return (Subheading("Kijk dit na"), Bullets(marks)) if marks else ()


def _who(saving: Saving, catalogue: Catalogue) -> tuple[Block, ...]:
    """Who pays and who wins: one table when these are the same, and the pairs when somebody else wins."""

    def name(id_: str) -> str:
        return names.payer_name(id_, catalogue)

    paid = (Subheading("Per betaler"), _table("Betaler", saving.by_payer, name, saving.public))
    if all(payer == winner for payer, winner, _ in saving.pockets):
        return (*paid, Paragraph("Wie betaalt, wint ook als het niet meer nodig is.", "muted"))
    rows = tuple(
        (name(payer), name(winner), *(money.whole(one) for one in (amounts.direct, amounts.prevented, amounts.saving)))
        for payer, winner, amounts in saving.pockets
    )
    columns = (
        Column("Betaler", 30),
        Column("Winnaar", 30),
        *(Column(title, 13, number=True) for title in ("Direct", "Voorkomen", "Besparing")),
    )
    public = saving.public
    total = tuple(money.whole(one) for one in (public.direct, public.prevented, public.saving))
    return (
        *paid,
        Subheading("Wie betaalt, wie wint"),
        Paragraph("Winnaar is wie er beter van wordt als het niet meer nodig is. Dat is niet altijd wie betaalt."),
        Table(columns, rows, ("Publiek samen", "", *total)),
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
    if saving.band.assumed:
        said.append(sum_words.ASSUMED)
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


def _table(title: str, rows: tuple[Row, ...], name: Callable[[str], str], total: Amounts) -> Table:
    columns = (
        Column(title, 24),
        *(Column(name, 13, number=True) for name in ("Huidig", "Dreigend", "Plan", "Direct", "Voorkomen", "Besparing")),
    )
    return Table(
        columns,
        tuple((name(row.id), *_euros(row.amounts)) for row in rows),
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


def source_blocks(dossier: Dossier, catalogue: Catalogue, saving: Saving) -> tuple[Block, ...]:
    """Every line with price, quantity, chances; then where its price comes from. Numbers tie the two tables."""
    if not dossier.costs:
        return (NO_COSTS,)
    rows = tuple(enumerate(saving.lines, start=1))
    columns = (
        Column("Nr.", 6, number=True),
        Column("Kostenpost", 30),
        Column("Prijs", 15, number=True),
        Column("Aantal", 17, number=True),
        Column("Kans huidig, dreigend, plan", 16, number=True),
        Column("Telt mee", 10, number=True),
        Column("Bespaart", 14, number=True),
    )
    sources = (
        Column("Nr.", 6, number=True),
        Column("Bron van de prijs", 52),
        Column("Prijsjaar", 12, number=True),
        Column("Kwaliteit", 12),
        Column("Let op", 26),
    )
    return (
        Paragraph(f"{sum_words.FORMULA} Overdrachten zijn gemerkt."),
        Table(columns, tuple(_line(number, row) for number, row in rows)),
        Subheading("Bronnen"),
        Table(
            sources,
            tuple(
                (
                    str(number),
                    wording.source(row.line, catalogue),
                    wording.price_year(row.line, catalogue),
                    wording.quality(row.line, catalogue),
                    ", ".join(SAID[one] for one in weak_of(row, saving)),
                )
                for number, row in rows
            ),
        ),
        Paragraph(sum_words.GRADES, "muted"),
    )


def _line(number: int, row: LineSum) -> tuple[str, ...]:
    line, chances = row.line, row.chances
    often = "" if line.recurrence == "yearly" else ", eenmalig"
    return (
        str(number),
        f"{line.words} (overdracht)" if line.transfer else line.words,
        money.exact(line.price_cents),
        f"{names.quantity(line.quantity_e4)} × {line.unit}{often}",
        f"{chances.current}, {chances.threatening}, {chances.plan}%",
        wording.percent(line.attribution),
        "telt niet mee" if row.standing == "check" else money.exact(row.amounts.saving),
    )
