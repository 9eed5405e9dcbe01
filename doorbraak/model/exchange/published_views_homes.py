"""Problems: in which life domains, which ones most, and which agencies are in these households."""

from doorbraak.model.exchange.published_view import Chapter, Column, Row, View
from doorbraak.model.exchange.published_views_pieces import (
    IN_MORE,
    MOST_ROWS,
    REST,
    TEN,
    Seen,
    counted,
    earlier_words,
    end_words,
    homes,
    largest_first,
    lines,
    nothing,
    of_homes,
    quoted,
    ten_largest,
    why_hidden,
)  # fmt: skip
from doorbraak.model.exchange.table_catalogue import cell_of


def chapter(seen: Seen) -> Chapter:
    views = (
        _domains(seen),
        ten_largest(
            seen, "problemen", "Meest voorkomende problemen", "problems", lines(seen.table("problems")),
            row_title="Probleem",
        ),
        _with_and_without_children(seen),
        ten_largest(
            seen, "instanties-meest", "Instanties die het meest betrokken zijn", "agencies",
            lines(seen.table("agencies")), row_title="Instantie",
            words="Van wat getoond mag worden, is {label} het meest betrokken: {homes}.",
        ),
        _teams(seen),
    )  # fmt: skip
    return Chapter("problemen", "Problemen", views)


def _domains(seen: Seen) -> View:
    table, whole = "life_domains", seen.now.households
    rows, said = largest_first(seen, table, lines(seen.table(table))), ""
    if rows:
        first = seen.at(table, rows[0].cell)
        if first.status == "shown" and whole is not None:
            part = of_homes(first, whole).rpartition("(")[2].rstrip(")")
            said = f"Van {homes(whole)} hebben er {first.value} een probleem met {quoted(rows[0].label)} ({part})."
        else:
            said = f"Een probleem met {quoted(rows[0].label)} is er bij {of_homes(first, whole)}."
        said += earlier_words(seen, table, rows[0].cell, "huishoudens")
    return counted(
        seen, "leefgebieden", "In welke leefgebieden zijn er problemen?", table, rows, said, row_title="Leefgebied",
        whole=whole, notes=(REST, IN_MORE),
    )  # fmt: skip


def _with_and_without_children(seen: Seen) -> View:
    """The most frequent problems, and in how many households with children and without."""
    table = "problems_children"
    kinds = (("met", "Met kinderen"), ("zonder", "Zonder kinderen"))
    rows, said = [], nothing(seen, table)
    for line in largest_first(seen, table, lines(seen.table(table), 0, ("", ""))):
        found = tuple(seen.at(table, cell_of(line.cell.split("|")[0], code)) for code, _ in kinds)
        if any(one.status in ("shown", "most") for one in found):
            rows.append(Row(line.label, found))
    if rows:
        parts = [
            f"bij {of_homes(one, None)} {title.lower()}"
            for one, (_, title) in zip(rows[0].figures, kinds, strict=True)
            if one.status == "shown"
        ]
        said = f"{quoted(rows[0].label)} komt voor {' en '.join(parts)}." if parts else "Dit is wat getoond mag worden."
        said += end_words(seen, table)
    rows = rows[:MOST_ROWS]
    notes = (TEN, "Kinderen: onder de 18, ook als zij hier een deel van de tijd wonen.", IN_MORE, *why_hidden(rows))
    return View(
        "problemen-kinderen", "Problemen met en zonder kinderen in huis", said, "Probleem",
        tuple(Column(title, "huishoudens") for _, title in kinds), tuple(rows), notes,
        "beside" if rows else "none",
    )  # fmt: skip


def _teams(seen: Seen) -> View:
    table, whole = "households_team", seen.now.households
    rows, said = largest_first(seen, table, lines(seen.table(table))), ""
    if rows:
        said = f"{quoted(rows[0].label)} heeft de meeste: {of_homes(seen.at(table, rows[0].cell), whole)}."
    return counted(
        seen, "teams", "Huishoudens per team", table, rows, said, row_title="Team", whole=whole, notes=(REST,)
    )  # fmt: skip
