"""Which rows belong together, for tables that only say so: problem and person, letter and letter."""

from dataclasses import dataclass
from functools import cached_property

from doorbraak.model.errors import NotFound
from doorbraak.model.workspace.schema import Column, Table
from doorbraak.model.workspace.store import Store


@dataclass(frozen=True)
class Link:
    """Rows of the table `one`, each with any number of rows of the table `to`, which column `other` names."""

    one: str
    other: str
    to: str = ""

    @property
    def target(self) -> str:
        return self.to or self.other

    @cached_property
    def table(self) -> Table:
        def end(name: str, of: str) -> Column:
            return Column(name, f"INTEGER NOT NULL REFERENCES {of}(id) ON DELETE CASCADE", "never")

        constraints = [f"UNIQUE ({self.one}, {self.other})"]
        if self.one == self.target:
            constraints.append(f"CHECK ({self.one} <> {self.other})")
        columns = (end(self.one, self.one), end(self.other, self.target))
        return Table(f"{self.one}_{self.other}", columns, tuple(constraints), indexes=(self.other,))


def of_household(store: Store, link: Link, household: int) -> dict[int, tuple[int, ...]]:
    """For each row of `one` in the household the rows that it is linked to, in order."""
    found: dict[int, list[int]] = {}
    for left, right in store.rows(
        f"SELECT l.{link.one}, l.{link.other} FROM {link.table.name} l JOIN {link.one} r ON r.id = l.{link.one} "
        f"WHERE r.household = ? ORDER BY l.{link.other}",
        [household],
    ):
        found.setdefault(left, []).append(right)
    return {left: tuple(rights) for left, rights in found.items()}


def replace(store: Store, link: Link, row: int, wanted: tuple[int, ...]) -> None:
    """Link `row` to exactly `wanted`; itself and rows of another household are left out. Raises NotFound."""
    table = link.table.name
    store.one(f"SELECT 1 FROM {link.one} WHERE id = ?", [row])
    linked = store.rows(f"SELECT id, {link.other} FROM {table} WHERE {link.one} = ?", [row])
    present = {right: id_ for id_, right in linked}
    for right, id_ in present.items():
        if right not in wanted:
            store.delete(table, id_)
    same = f"SELECT 1 FROM {link.one} a JOIN {link.target} b ON b.household = a.household WHERE a.id = ? AND b.id = ?"
    itself = row if link.one == link.target else None
    for right in dict.fromkeys(wanted):
        if right not in present and right != itself and store.rows(same, [row, right]):
            store.insert(table, **{link.one: row, link.other: right})


def same_household(store: Store, household: int, **rows: int | None) -> None:
    """Raises NotFound for a row, named by its table, that is gone or another household's."""
    for table, row in rows.items():
        if row is not None and store.rows(f"SELECT household FROM {table} WHERE id = ?", [row]) != [(household,)]:
            raise NotFound("Dit onderdeel hoort niet (meer) bij dit huishouden. Kies het opnieuw.")


def household_of(store: Store, table: str, row: int) -> int:
    """Raises NotFound for a row that is gone."""
    return int(store.one(f"SELECT household FROM {table} WHERE id = ?", [row])[0])
