"""The rekensom on paper: three scenarios per law, payer and winner, and the saving in its two parts."""

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
from doorbraak.model.insight.savings import Amounts, Row, Saving
from doorbraak.model.insight.unpriced import unpriced

NO_COSTS = Paragraph("Er zijn nog geen kosten ingevuld.", "muted")


def sum_blocks(saving: Saving, catalogue: Catalogue, dossier: Dossier | None = None) -> tuple[Block, ...]:
    """Direct and prevented apart, private apart from public, and what each figure does and doesn't say.

    `dossier`: to say that the period lies long before it.
    """
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
        *_begins(dossier),
        Paragraph(f"{sum_words.price_level(saving)} {sum_words.band(saving)}".strip()),
        *_own_cost(saving),
        *_cautions(saving),
        *_marks(saving, dossier),
        Subheading("Per wet"),
        _table("Wet", saving.by_law, lambda id_: wording.law(id_, catalogue), public),
        *_who(saving, catalogue),
        *_effects(saving),
        *_private(saving, catalogue),
        Paragraph("Bedragen zijn afgerond op hele euro’s.", "muted"),
    )


def _own_cost(saving: Saving) -> tuple[Block, ...]:
    """What the doorbraken cost themselves is inside the sum; and when that is earned back."""
    own = -saving.own_cost.saving
    said = f"De doorbraken zelf kosten {money.whole(own)}; dat zit in het plan. " if own else ""
    return (Paragraph(f"{said}{sum_words.payback(saving)}"),)


def _begins(dossier: Dossier | None) -> tuple[Block, ...]:
    said = sum_words.begins_far_before(dossier) if dossier else ""
    return (Paragraph(said),) if said else ()


def _marks(saving: Saving, dossier: Dossier | None) -> tuple[Block, ...]:
    remarks = sum_words.remarks(saving, unpriced(dossier.interventions, saving).said if dossier else "")
    return (Subheading("Getallen die opvallen"), Bullets(remarks)) if remarks else ()


def _effects(saving: Saving) -> tuple[Block, ...]:
    """Money or time of people: a table only when somebody chose for a line, and only the words that are in it."""
    chosen = {row.id for row in saving.by_effect} - {""}
    if not chosen:
        return (
            Paragraph(
                "Er is nog niet gekozen welke besparing geld is, en welke tijd van mensen die vrijkomt.", "muted"
            ),
        )
    said = {
        "cash": "Kasbaar is geld dat iemand anders kan uitgeven.",
        "capacity": "Capaciteit is tijd van mensen die vrijkomt: daar blijft geen geld van over.",
    }
    return (
        Subheading("Geld of tijd"),
        _table("Soort", saving.by_effect, lambda id_: choice_names.EFFECTS[id_], saving.public),  # type: ignore[index]
        Paragraph(" ".join(words for id_, words in said.items() if id_ in chosen), "muted"),
    )


def _who(saving: Saving, catalogue: Catalogue) -> tuple[Block, ...]:
    """Who pays and who wins: one table when these are the same, and the pairs when somebody else wins."""

    def name(id_: str) -> str:
        return names.payer_name(id_, catalogue)

    paid = (Subheading("Per betaler"), _table("Betaler", saving.by_payer, name, saving.public))
    if all(payer == winner for payer, winner, _ in saving.pockets):
        return (*paid, Paragraph("Vallen deze kosten weg, dan is dat winst voor wie ze nu betaalt.", "muted"))
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
            f"huidig {money.whole(without.current)}, dreigend {money.whole(without.threatening)}, "
            f"plan {money.whole(without.plan)}, "
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
