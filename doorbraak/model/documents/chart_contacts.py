"""Contacts and agencies before and after: what is left of them when the plan is carried out."""

from datetime import date

from doorbraak.model.documents import wording
from doorbraak.model.documents.chart import BarRow, Chart, Panel, Piece, Tone, mark_of
from doorbraak.model.insight import names
from doorbraak.model.insight.figures import Figures

KEY, NAME = "contacten", "Contacten voor en na"


def contacts_of(figures: Figures, today: date, *, example: bool, households: int = 1) -> Chart:
    now, plan = figures, figures.planned
    per_month = names.contacts(now.contacts_e2), names.contacts(plan.contacts_e2)
    whose = "dit huishouden" if households == 1 else f"{households} huishoudens"
    undecided = f" ({plan.undecided} nog niet gekozen)" if plan.undecided else ""
    return Chart(
        key=KEY,
        name=NAME,
        title=_title(figures, households) if now.agencies else "Er zijn nog geen instanties ingevuld",
        sentence=(
            f"Van {per_month[0]} naar {per_month[1]} contacten per maand, en van {now.agencies} naar "
            f"{wording.count(plan.agencies, 'instantie', 'instanties')}{undecided}."
        ),
        source=(
            f"Bron: instanties van {whose}, n = {now.agencies}. Stand van {wording.day(today)}; met het plan "
            "is zoals er bij elke instantie gekozen is. Aangenomen: wie samengaat, krijgt er geen contacten bij. "
            "Er zijn geen prijzen en geen band."
        ),
        mark=mark_of(example=example),
        example=example,
        header=("Wat", "Nu", "Met het plan"),
        table=(
            ("Contacten per maand", *per_month),
            ("Instanties", str(now.agencies), str(plan.agencies)),
            ("Daarvan nog niet gekozen", "", str(plan.undecided)),
            ("Gestopt", "", str(plan.stopped)),
            ("Gepauzeerd", "", str(plan.paused)),
            ("Samengegaan met een andere", "", str(plan.merged)),
        ),
        panels=(
            Panel(
                "hundredths",
                "Contacten per maand",
                (_row("Nu", now.contacts_e2, per_month[0]), _row("Met het plan", plan.contacts_e2, per_month[1], 0)),
            ),
            Panel(
                "whole",
                "Instanties",
                (
                    _row("Nu", now.agencies, str(now.agencies)),
                    _row("Met het plan", plan.agencies, f"{plan.agencies}{undecided}", plan.undecided),
                ),
            ),
        )
        if now.agencies
        else (),
        legend=(
            ("total", "Nu"),
            ("expected", "Met het plan, verwacht"),
            *((("undecided", "Nog niet gekozen"),) if plan.undecided else ()),
        ),
        empty="Nog geen instanties. Vul ze in bij Problemen, dan staan hier de contacten voor en na.",
    )


def _row(name: str, all_: int, words: str, undecided: int | None = None) -> BarRow:
    """`undecided` None: as it is now."""
    if undecided is None:
        return BarRow(name, ((Piece("total", 0, all_, words),),))
    tones: tuple[tuple[Tone, int, int, str], ...] = (
        ("expected", 0, all_ - undecided, "" if undecided else words),
        ("undecided", all_ - undecided, all_, words),
    )
    pieces = tuple(Piece(*part) for part in tones if part[1] != part[2] or part[3])
    return BarRow(name, (pieces[:1] if not undecided else pieces,))


def _title(figures: Figures, households: int) -> str:
    now, plan = figures.contacts_e2, figures.planned.contacts_e2
    if plan < now:
        gone = names.contacts(now - plan)
        takes = "Het plan haalt" if households == 1 else "De plannen halen"
        return f"{takes} {gone} van de {names.contacts(now)} contacten per maand weg"
    left = f"blijven er {names.contacts(plan)} contacten per maand"
    return f"Met het plan {left}" if households == 1 else f"Met de plannen {left}"
