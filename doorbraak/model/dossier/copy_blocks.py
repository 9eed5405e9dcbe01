"""How this gemeente wants the plakpakket: which text blocks, in which order, under which labels."""

from dataclasses import dataclass

from doorbraak.model.dossier import checks, columns
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.schema import Table
from doorbraak.model.workspace.store import Store

MOST = 40
LONGEST = 100
TABLE = Table(
    "copy_block",
    (
        columns.code("part", "never"),
        columns.number("place", 1, MOST, "never"),
        columns.words("label"),
        columns.flag("shown", "never"),
    ),
    ("UNIQUE (part)",),
)


@dataclass(frozen=True, slots=True)
class CopyBlock:
    """`part`: what it holds (documents/copy_pack.py knows them). `label` "" is the program's own."""

    part: str
    label: str = ""
    shown: bool = True


def all_of(store: Store) -> tuple[CopyBlock, ...]:
    """In order; () while nobody chose."""
    rows = store.rows("SELECT part, label, shown FROM copy_block ORDER BY place, id")
    return tuple(CopyBlock(part, label, bool(shown)) for part, label, shown in rows)


def write(store: Store, blocks: tuple[CopyBlock, ...]) -> None:
    """In place of what was chosen; () is the program's own order again. Raises InputError for a part given twice."""
    stored: list[dict[str, str | int]] = [
        {
            "part": checks.needed(checks.code(one.part, "part"), "part", "Kies welk blok het is."),
            "label": checks.line(one.label, "label", most=LONGEST),
            "shown": int(one.shown),
        }
        for one in blocks
    ]
    if len({one["part"] for one in stored}) < len(stored) or len(stored) > MOST:
        raise InputError("Een blok staat twee keer in de lijst. Haal er een weg.", "part")
    for (row,) in store.rows("SELECT id FROM copy_block"):
        store.delete("copy_block", row)
    for place, values in enumerate(stored, 1):
        store.insert("copy_block", place=place, **values)
