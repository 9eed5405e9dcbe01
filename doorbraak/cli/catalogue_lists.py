"""`catalogue check`: are the lists in a folder right, and what would they change? Changes nothing itself."""

import sys
from argparse import Namespace

from doorbraak.model import catalogue
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.catalogue.differing import KINDS, Kind, difference
from doorbraak.model.catalogue.lists import TITLES
from doorbraak.model.catalogue.update_folder import read_update
from doorbraak.model.dossier import held_lists
from doorbraak.model.workspace.store import Store

_KINDS: dict[Kind, str] = {"added": "erbij", "removed": "vervalt", "changed": "anders"}


def check(arguments: Namespace) -> int:
    """Against the program's own lists: no workspace is opened. Raises what a folder is refused for."""
    update = read_update(arguments.folder)
    found = difference(catalogue.load(), catalogue.load_texts(update.lists))
    print(f"De lijsten kloppen: {', '.join(sorted(update.lists))}.")
    if update.passed:
        print(f"Niet gelezen, want geen lijst: {', '.join(update.passed)}.")
    if not found.rows:
        print("Alles is gelijk aan de lijsten van het programma.")
    for name, kinds in found.totals.items():
        print(f"{TITLES[name]}: {', '.join(f'{kinds[kind]} {_KINDS[kind]}' for kind in KINDS if kinds.get(kind))}")
        for row in found.rows:
            if row.list == name:
                columns = ", ".join(cell.column for cell in row.cells) if row.kind == "changed" else ""
                print(f"  {_KINDS[row.kind]:<8} {row.id}" + (f" ({columns})" if columns else ""))
    return 0


def known_in(store: Store) -> Catalogue:
    """The lists that hold in this workspace; that its own do not fit any more is said."""
    held = held_lists.lists_of(store)
    if held.fault:
        print(held.fault, file=sys.stderr)
    return held.catalogue
