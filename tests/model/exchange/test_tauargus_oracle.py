"""Our cheapest pattern costs what that of tau-ARGUS costs: two programs, one optimum.

`pytauargus` is for development only (`pip install --group oracle`); without it these tests say so and are skipped.
"""

from itertools import product
from pathlib import Path
from random import Random

import pytest

from doorbraak.model.exchange.audit import audit
from doorbraak.model.exchange.protection.pattern import Pattern
from doorbraak.model.exchange.protection.problem import Level, Problem
from doorbraak.model.exchange.protection.suppression import suppress
from tests.model.exchange.made_tables import flat, leaves, problem, published, table
from tests.model.exchange.made_tables import shuffled as in_another_order

pytauargus = pytest.importorskip(
    "pytauargus", reason="pytauargus is not installed here: the comparison with tau-ARGUS is left out."
)

HIERARCHY = {"": ["x", "y"], "x": ["x1", "x2", "x3"], "y": ["y1", "y2", "y3"]}
TREES = {
    "4 x 5": [flat("a", 4), flat("b", 5)],
    "6 x 8": [flat("a", 6), flat("b", 8)],
    "3 x 3 x 3": [flat("a", 3), flat("b", 3), flat("c", 3)],
    "hierarchy x 4": [HIERARCHY, flat("b", 4)],
}


def of_tauargus(found: Problem, folder: Path) -> int:
    """The weight of its secondary cells. The file is the one that it writes for its own solver."""
    cells = found.cells
    most = 10 * max(cell.value for cell in cells)
    lines = ["0", str(len(cells))]
    for at, cell in enumerate(cells):
        level, status = cell.level or Level(), "s" if cell.level is None else "u"
        lines.append(f"{at} {cell.value} {cell.weight} {status} 0 {most} {level.lower} {level.upper} {level.sliding}")
    lines.append(str(len(found.sums)))
    for line in found.sums:
        parts = " ".join(f"{part} (1)" for part in line.parts)
        lines.append(f"0 {len(line.members)} : {line.whole} (-1) {parts}")
    (folder / "table.jj").write_text("\n".join(lines) + "\n", "ascii")
    status = pytauargus.HiTaSCtrl().full_jj(
        in_file_jj=str(folder / "table.jj"), out_file=str(folder / "pattern"), max_time=30, out_dir=str(folder)
    )
    assert status == 0
    rows = (folder / "pattern").read_text("ascii").split("\n")
    return sum(cells[int(row.split()[0])].weight for row in rows if row.strip())


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", TREES)
def test_that_no_pattern_of_tauargus_is_cheaper(
    name: str, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # it leaves its logs where it stands
    chance = Random(seed)
    values = {leaf: chance.randint(0, 40) for leaf in product(*(leaves(tree) for tree in TREES[name]))}
    found = problem(
        *table(TREES[name], values),
        level=lambda value: Level(lower=min(value, 3), upper=4),
        small=lambda value: 0 < value < 10,
    )
    pattern = suppress(found)
    assert isinstance(pattern, Pattern)
    assert pattern.optimal
    assert pattern.weight == of_tauargus(in_another_order(found, seed), tmp_path)
    assert audit(published(found, pattern.hidden)).passed
