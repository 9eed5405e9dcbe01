"""Which rows belong together, for tables that only say so: problem and person, agency and problem."""

from doorbraak.model.workspace.store import Store


def of_household(store: Store, table: str, one: str, other: str, household: int) -> dict[int, tuple[int, ...]]:
    """For each row of `one` in the household the rows of `other` that it is linked to, in order."""
    found: dict[int, list[int]] = {}
    for left, right in store.rows(
        f"SELECT l.{one}, l.{other} FROM {table} l JOIN {one} r ON r.id = l.{one} "
        f"WHERE r.household = ? ORDER BY l.{other}",
        [household],
    ):
        found.setdefault(left, []).append(right)
    return {left: tuple(rights) for left, rights in found.items()}


def replace(store: Store, table: str, one: str, other: str, row: int, wanted: tuple[int, ...]) -> None:
    """Link `row` to exactly `wanted`; rows of another household are left out."""
    present = {right: id_ for id_, right in store.rows(f"SELECT id, {other} FROM {table} WHERE {one} = ?", [row])}
    for right, id_ in present.items():
        if right not in wanted:
            store.delete(table, id_)
    same_household = f"SELECT 1 FROM {one} a JOIN {other} b ON b.household = a.household WHERE a.id = ? AND b.id = ?"
    for right in dict.fromkeys(wanted):
        if right not in present and store.rows(same_household, [row, right]):
            store.insert(table, **{one: row, other: right})
