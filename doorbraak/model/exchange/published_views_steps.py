"""Doorbraken: how far they are, which kinds worked in which life domain, and the grounds that carried them."""

from collections.abc import Sequence

from doorbraak.model.exchange import published_words, published_year
from doorbraak.model.exchange.published_view import Chapter, Column, Row, Unit, View
from doorbraak.model.exchange.published_views_pieces import (
    IN_MORE,
    MOST_ROWS,
    REST,
    TEN,
    Seen,
    at_homes,
    counted,
    earlier_words,
    lines,
    nothing,
    quoted,
    shown,
    tells,
    ten_largest,
    this_period,
    why_hidden,
)  # fmt: skip
from doorbraak.model.exchange.table_catalogue import NONE, OTHER, SEPARATOR, cell_of

WORKED = "interventions_worked"
SAID = (("yes", "Ja"), ("partly", "Deels"), ("no", "Nee"), ("too-early", "Te vroeg"))
ASKED = "Geteld zijn huishoudens waar op de doorbraak is teruggekeken."
REACHED = "Een doorbraak telt mee als die in deze periode de stand kreeg die er aan het eind was."
EARLIER = "Wat eerder al zo ver was, telt hier niet mee. In de kosten en besparingen telt dat wel mee."
REACHED_AGAIN = "Een doorbraak telt mee in elk kwartaal waarin die de stand kreeg die er aan het eind van was."


def chapter(seen: Seen) -> Chapter:
    views = (
        _statuses(seen),
        ten_largest(
            seen, "doorbraken", f"Welke doorbraken kregen in {this_period(seen)} een nieuwe stand?", "interventions",
            lines(seen.table("interventions"), 0), row_title="Doorbraak",
            words=f"Van wat getoond mag worden, kreeg {{label}} in {this_period(seen)} het vaakst een nieuwe stand: "
            "{homes}.",
            notes=(_reached(seen), EARLIER),
        ),
        _worked(seen, "werkte-doorbraak", "Welke doorbraak werkte?", "Doorbraak", _kinds(seen)),
        _worked(seen, "werkte-leefgebied", "In welk leefgebied werkte het?", "Leefgebied", _domains(seen)),
        _worked(
            seen, "werkte-waar", "Welke doorbraak werkte in welk leefgebied?", "Doorbraak, en het leefgebied",
            _pairs(seen),
        ),
        ten_largest(
            seen, "rechtsgronden", "Meest gebruikte rechtsgronden", "grounds", lines(seen.table("grounds")),
            row_title="Artikel", words="Van wat getoond mag worden, is {label} het meest gebruikt: {homes}.",
        ),
    )  # fmt: skip
    return Chapter("doorbraken", "Doorbraken", views)


def _statuses(seen: Seen) -> View:
    """In the order that a doorbraak goes through them."""
    table, whole = "interventions", seen.now.households
    rows = [line for line in lines(seen.table(table), 1) if tells(seen.at(table, line.cell))]
    done = next((line for line in rows if line.cell == cell_of("", "done") and shown(seen.at(table, line.cell))), None)
    said = ""
    if done is not None:
        found = at_homes(seen, table, seen.at(table, done.cell), whole)
        said = f"{found[0].upper()}{found[1:]} kreeg een doorbraak in {this_period(seen)} de stand "
        said += f"{quoted(done.label)}."
        said += earlier_words(seen, table, done.cell, "huishoudens")
    elif rows:
        top = max(rows, key=lambda line: seen.at(table, line.cell).value or 0)
        said = f"In {this_period(seen)} kregen doorbraken het vaakst de stand {quoted(top.label)}: "
        said += f"{at_homes(seen, table, seen.at(table, top.cell), whole)}."
    return counted(
        seen, "standen", f"Welke stand kregen doorbraken in {this_period(seen)}?", table, rows, said,
        row_title="Stand", whole=whole,
        notes=(_reached(seen), EARLIER, "Een huishouden met doorbraken in meer standen staat in meer regels.", REST),
    )  # fmt: skip


def _reached(seen: Seen) -> str:
    return REACHED_AGAIN if seen.added("interventions") else REACHED


# -- what worked -----------------------------------------------------------------------------------------------------


def _kinds(seen: Seen) -> list[tuple[str, str, str]]:
    return [(line.label, line.cell.split(SEPARATOR)[0], "") for line in lines(seen.table(WORKED), 0)]


def _domains(seen: Seen) -> list[tuple[str, str, str]]:
    return [(line.label, "", line.cell.split(SEPARATOR)[1]) for line in lines(seen.table(WORKED), 1)]


def _pairs(seen: Seen) -> list[tuple[str, str, str]]:
    found: dict[tuple[str, str], str] = {}
    for one in seen.table(WORKED).shown:
        kind, domain, _ = one.cell.split(SEPARATOR)
        if kind and domain:
            found.setdefault((kind, domain), f"{one.labels[0]}: {one.labels[1]}")
    return [(label, *key) for key, label in found.items()]


def _worked(seen: Seen, id_: str, title: str, row_title: str, among: Sequence[tuple[str, str, str]]) -> View:
    """What was said of each; most often "yes" first."""
    made = []
    for label, kind, domain in among:
        figures = tuple(seen.at(WORKED, cell_of(kind, domain, code)) for code, _ in SAID)
        if any(tells(one) for one in figures):
            made.append((kind in (OTHER, NONE) or domain in (OTHER, NONE), Row(label, figures)))
    made.sort(key=lambda one: (one[0], *(-(figure.value or 0) for figure in one[1].figures)))
    rows = tuple(row for _, row in made[:MOST_ROWS])
    said = nothing(seen, WORKED)
    if rows and shown(rows[0].figures[0]):
        number = at_homes(seen, WORKED, rows[0].figures[0], None)
        answers = zip(SAID[1:], rows[0].figures[1:], strict=True)
        rest = [f"{name.lower()} {published_words.said(one, 'keer')}" for (_, name), one in answers if shown(one)]
        beside = f" De andere antwoorden daarbij: {', '.join(rest)}." if rest else ""
        said = f"Van wat getoond mag worden, werkte {quoted(rows[0].label)} het vaakst: {number}.{beside}"
    elif rows:
        said = "Hoe vaak het werkte, is verborgen. Van andere antwoorden is een deel te zien."
    unit: Unit = "keer" if seen.added(WORKED) else "huishoudens"
    notes = (published_year.ADDED,) if seen.added(WORKED) else ()
    return View(
        id_, title, said, row_title, tuple(Column(name, unit) for _, name in SAID), rows,
        (*notes, ASKED, TEN, IN_MORE, *why_hidden(rows)), "beside" if rows else "none",
    )  # fmt: skip
