"""Where the words of a dossier are: for each table how to ask for them, and how each becomes what people say.

It follows from the tables: every column of words or catalogue ids, and the names of the agencies and people that a row
points to. So a new column can't be forgotten.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import dossier
from doorbraak.model.workspace.schema import Table

LEFT_OUT = {
    "household.exchange_secret": "no words",
    "person_mark.mark": "no words",
    "handover_key.private": "no words",
    "colleague.label": "of no household",
    "colleague.public": "no words",
    "handover_given.transfer": "no words",
    "handover_given.receipt": "no words",
    "handover_given.digest": "no words",
    "handover_given.label": "who takes over, not what is in the dossier",
    "handover_taken.transfer": "no words",
    "handover_taken.receipt": "no words",
    "visit.private_note": "a working note is meant for one's own eyes: it may not come up while somebody looks along",
}
TABLE_NAMES = {
    "household": "Dossier",
    "goal": "Doel",
    "own_words": "Eigen woorden",
    "person": "Mensen",
    "relation": "Relatie",
    "custody": "Gezag",
    "life_event": "Levensgebeurtenis",
    "problem": "Probleem",
    "agency": "Instantie",
    "worker": "Medewerker",
    "letter": "Brief",
    "visit": "Bezoek",
    "intervention": "Doorbraak",
    "status_change": "Besluit",
    "step": "Stap",
    "outcome": "Werkte het?",
    "legal_ground": "Rechtsgrond",
    "consideration": "Onderbouwing",
    "perspective": "Perspectief",
    "barrier": "Barrière",
    "comparison": "Vergelijking",
    "threatening_event": "Wat dreigt",
    "cost_line": "Kostenpost",
    "confirmation": "Nameting kosten",
    "payment": "Betaling",
    "refusal": "Geweigerd voorstel",
    "measurement": "Meting",
    "task": "Taak",
    "signal": "Signaal",
    "sharing": "Gedeeld",
    "correction": "Correctie",
    "statement": "Verklaring",
}
_CALLED = {"agency": ("words", "kind"), "person": ("name", "role")}  # what these are called by


@dataclass(frozen=True, slots=True)
class Source:
    """A table as search sees it: how to ask for the texts of all rows or of one, and how each becomes words."""

    table: str
    sql: str
    one: str
    readers: tuple[Callable[[str], str], ...]

    def said(self, values: Iterable[Any]) -> str:
        """The words of one row, each text once."""
        parts = (read(value) for read, value in zip(self.readers, values, strict=True) if value)
        return " · ".join(dict.fromkeys(part for part in parts if part))


def sources(catalogue: Catalogue) -> tuple[Source, ...]:
    """Every table of a household that holds words; the household itself first."""
    found = []
    for table in sorted(dossier.TABLES, key=lambda table: table.name != "household"):
        columns = searched(table)
        if columns and (table.name == "household" or _owner(table)):
            named, joins = _named(table)
            chosen = ", ".join([*(f"t.{name}" for name in columns), *(asked for asked, _, _ in named)])
            readers = [_reader(catalogue, table.name, name) for name in columns]
            readers += [_reader(catalogue, of, name) for _, of, name in named]
            sql = f"SELECT h.id, t.id, {chosen} FROM {table.name} t {_way_up(table)}{joins}"
            one = f"SELECT {chosen} FROM {table.name} t{joins} WHERE t.id = ?"
            found.append(Source(table.name, sql, one, tuple(readers)))
    return tuple(found)


def texts_about_others() -> tuple[tuple[str, str, int], ...]:
    """Of each table the question for the texts of a household that belong to no record of one person of it; and how
    often that question asks who that is, after asking which household.
    """
    found = []
    for table in dossier.TABLES:
        columns = searched(table)
        if columns and (table.name == "household" or _owner(table)):
            of = [column.name for column in table.columns if "REFERENCES person(" in column.declaration]
            own = ["t.id"] if table.name == "person" else [f"t.{name}" for name in of]
            chosen = ", ".join(f"t.{name}" for name in columns)
            but = "".join(f" AND {name} IS NOT ?" for name in own)
            found.append(
                (table.name, f"SELECT {chosen} FROM {table.name} t {_way_up(table)} WHERE h.id = ?{but}", len(own))
            )
    return tuple(found)


def _named(table: Table) -> tuple[list[tuple[str, str, str]], str]:
    """The names of the agencies and people that a row points to, so that who looks for one finds its letters too.

    What to ask, of which table and column that is; and the joins for it.
    """
    asked, joins = [], ""
    for at, column in enumerate(table.columns):
        for of, names in _CALLED.items():
            if f"REFERENCES {of}(" in column.declaration:
                joins += f" LEFT JOIN {of} n{at} ON n{at}.id = t.{column.name}"
                asked += [(f"n{at}.{name}", of, name) for name in names]
    return asked, joins


def searched(table: Table) -> tuple[str, ...]:
    """The columns that hold words or an id of the catalogue: text without a rule that says which."""
    return tuple(
        column.name
        for column in table.columns
        if column.declaration == "TEXT NOT NULL" and f"{table.name}.{column.name}" not in LEFT_OUT
    )


def _owner(table: Table) -> str:
    """The table that its first column names, when rows of it belong to a household."""
    name = table.columns[0].name
    return name if name in {"household", *(other.name for other in dossier.TABLES)} else ""


def _way_up(table: Table) -> str:
    """How to come from a row `t` to its household `h`."""
    if table.name == "household":
        return "JOIN household h ON h.id = t.id"
    owner = _owner(table)
    if owner == "household":
        return "JOIN household h ON h.id = t.household"
    return f"JOIN {owner} o ON o.id = t.{owner} JOIN household h ON h.id = o.household"


def _reader(catalogue: Catalogue, table: str, column: str) -> Callable[[str], str]:
    """What stands in this column, as people say it: an id of the catalogue by its name, words as they are."""
    named: dict[str, Any] = {
        "problem.kind": catalogue.problems,
        "agency.kind": catalogue.agencies,
        "intervention.kind": catalogue.interventions,
        "threatening_event.kind": catalogue.events,
        "relation.kind": catalogue.roles,
        "person.role": catalogue.roles,
        "life_domain": catalogue.life_domains,
        "payer": catalogue.payers,
        "beneficiary": catalogue.payers,
        "price": catalogue.prices,
        "measure": catalogue.measures,
    }
    known = named.get(f"{table}.{column}") or named.get(column)
    if known is not None:
        names = {key: record.name for key, record in known.items()}
    elif column == "law":
        names = {key: f"{law.title} {law.abbreviation}".strip() for key, law in catalogue.laws.items()}
    elif column == "article":
        laws = catalogue.laws
        names = {
            key: f"{laws[a.law].abbreviation or laws[a.law].title} artikel {a.article} {a.title}"
            for key, a in catalogue.articles.items()
        }
    else:
        return str
    return lambda code: names.get(code, code)
