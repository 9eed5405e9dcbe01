"""Knelpunten: which rules stand in the way, of what level, and which of them in more teams.

A rule that more teams meet is a candidate for a beleidsregel: it is no matter of one family or one professional.
"""

from doorbraak.model.exchange.published_view import Chapter, Column, Row, View
from doorbraak.model.exchange.published_views_pieces import (
    IN_MORE,
    MOST_ROWS,
    REST,
    Seen,
    and_list,
    counted,
    end_words,
    largest_first,
    lines,
    nothing,
    of_homes,
    quoted,
    tells,
    ten_largest,
    why_hidden,
)  # fmt: skip
from doorbraak.model.exchange.table_catalogue import NONE, OTHER, SEPARATOR, cell_of

CANDIDATE = "Een regel die in meer teams knelt, is een kandidaat voor een beleidsregel."
LADDER = "Van een wet tot een gewoonte: een wet verandert het Rijk, de rest kan dichter bij huis veranderen."
NO_RULE = "Geen regel laat in meer dan één team een cijfer zien. Dat zegt niet dat die er niet zijn."
_FEW = 2
_MOST_TEAMS = 6


def chapter(seen: Seen) -> Chapter:
    views = (
        ten_largest(
            seen, "knelpunten", "Welke regels knellen het meest?", "signals_rule", lines(seen.table("signals_rule")),
            row_title="Regel", words="Van wat getoond mag worden, knelt {label} het meest: {homes}.",
        ),
        _levels(seen),
        _teams(seen),
        _wijken(seen),
    )  # fmt: skip
    return Chapter("knelpunten", "Knelpunten", views)


def _levels(seen: Seen) -> View:
    table, whole = "signals_rung", seen.now.households
    rows, said = largest_first(seen, table, lines(seen.table(table))), ""
    if rows:
        found = of_homes(seen.at(table, rows[0].cell), whole)
        said = f"Van wat getoond mag worden, staat {quoted(rows[0].label)} het vaakst in de weg: bij {found}."
        said += end_words(seen, table)
    return counted(
        seen, "trede", "Wat stond er in de weg?", table, rows, said, row_title="Wat stond in de weg", whole=whole,
        notes=(LADDER, REST, IN_MORE),
    )  # fmt: skip


def _teams(seen: Seen) -> View:
    """Rules of which more than one team shows how many households it is."""
    table = "signals_rule_team"
    teams = [line for line in lines(seen.table(table), 1) if line.cell.split(SEPARATOR)[1] not in (OTHER, NONE)]
    found = []
    for line in largest_first(seen, table, lines(seen.table(table), 0)):
        rule = line.cell.split(SEPARATOR)[0]
        figures = {team: seen.at(table, cell_of(rule, team.cell.split(SEPARATOR)[1])) for team in teams}
        told = [team for team in teams if tells(figures[team])]
        if len(told) >= _FEW and rule not in (OTHER, NONE):
            found.append((line.label, figures, told))
    found = sorted(found, key=lambda one: -len(one[2]))[:MOST_ROWS]
    used = [team for team in teams if any(team in told for _, _, told in found)][:_MOST_TEAMS]
    rows = tuple(Row(label, tuple(figures[team] for team in used)) for label, figures, _ in found)
    said = NO_RULE
    if seen.table(table).withheld:
        said = nothing(seen, table)
    if found:
        label, _, told = found[0]
        said = (
            f"{quoted(label)} knelt in {and_list([team.label for team in told])}.{end_words(seen, table)} {CANDIDATE}"
        )
    return View(
        "regel-teams", "Welke regel knelt in meer teams?", said, "Regel",
        tuple(Column(team.label, "huishoudens") for team in used), rows,
        (CANDIDATE, REST, IN_MORE, *why_hidden(rows)),
        "beside" if rows else "none",
    )  # fmt: skip


def _wijken(seen: Seen) -> View:
    table = "signals_wijk"
    whole = seen.now.households
    rows, said = largest_first(seen, table, lines(seen.table(table))), ""
    if rows:
        found = of_homes(seen.at(table, rows[0].cell), whole)
        said = f"Van wat getoond mag worden, zijn de meeste knelpunten in {quoted(rows[0].label)}: bij {found}."
        said += end_words(seen, table)
    return counted(
        seen, "knelpunten-wijk", "Knelpunten per wijk", table, rows, said, row_title="Wijk", whole=whole, notes=(REST,)
    )  # fmt: skip
