"""`python -m tests.layers` draws docs/layers.svg: which part of the program imports which, read from the code.

A square of parts in the order of the layers, the outermost first. In the model all dots lie above the diagonal:
imports point one way. A larger dot is more imports; the numbers themselves change with each commit, and say little.
"""

import ast
from collections import Counter
from html import escape
from pathlib import Path

import doorbraak

PROGRAM = Path(doorbraak.__file__).parent
PICTURE = PROGRAM.parent / "docs" / "layers.svg"
# Each in a folder of its own; what lies deeper goes with the nearest of these.
PARTS = (
    "cli", "ui", "ui/household", "ui/overview", "ui/coordination", "ui/publication", "ui/widgets", "ui/paper",
    "ui/drawing", "model/documents", "model/handover", "model/exchange", "model/exchange/protection", "model/insight",
    "model/dossier",
    "model/workspace", "model/catalogue", "model",
)  # fmt: skip
_SIZES = ((50, 9.0), (10, 6.5), (3, 4.5), (1, 3.0))  # from so many imports on, and the dot in pixels
_CELL, _LEFT, _TOP, _SIDE = 30, 204, 180, 24
_INK, _SOFT, _DOT, _GROUND = "#1D2730", "#56616B", "#17416F", "#FBFAF7"


def part_of(module: str) -> str:
    """Of a dotted name: the deepest part that it lies in; empty for what is of no part."""
    inside = module.removeprefix("doorbraak.").replace(".", "/")
    found = [part for part in PARTS if inside == part or inside.startswith(part + "/")]
    return max(found, key=len, default="")


def imports() -> Counter[tuple[str, str]]:
    """How many imports go from one part to another, those within a function too."""
    found: Counter[tuple[str, str]] = Counter()
    for path in sorted(PROGRAM.rglob("*.py")):
        here = part_of(".".join(path.relative_to(PROGRAM.parent).with_suffix("").parts))
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for module in _named(node):
                there = part_of(module)
                if here and there and here != there:
                    found[here, there] += 1
    return found


def _named(node: ast.AST) -> list[str]:
    match node:
        case ast.ImportFrom(module=str(module), names=names) if module.startswith("doorbraak"):
            return [f"{module}.{one.name}" for one in names]
        case ast.Import(names=names):
            return [one.name for one in names if one.name.startswith("doorbraak.")]
    return []


def drawn(found: Counter[tuple[str, str]]) -> str:
    """The picture; the same code gives the same bytes."""
    side = len(PARTS) * _CELL
    wide, high = _LEFT + side + _SIDE, _TOP + side + _SIDE
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" font-family="sans-serif" font-size="13">',
        "<title>Which part of the program imports which</title>",
        f'<rect width="{wide}" height="{high}" fill="{_GROUND}"/>',
        f'<text x="12" y="22" font-weight="bold" fill="{_INK}">imports</text>',
        f'<text x="12" y="40" fill="{_SOFT}">row → column</text>',
    ]
    for at, part in enumerate(PARTS):
        middle = at * _CELL + _CELL / 2
        x, y = _LEFT + middle, _TOP + middle
        lines.append(
            f'<text x="{_LEFT - 10}" y="{y + 4.5:g}" text-anchor="end" fill="{_INK}">{escape(part)}</text>'
            f'<text transform="translate({x + 4.5:g} {_TOP - 10}) rotate(-60)" fill="{_INK}">{escape(part)}</text>'
            f'<rect x="{x - _CELL / 2:g}" y="{y - _CELL / 2:g}" width="{_CELL}" height="{_CELL}" fill="#E6E1D6"/>'
        )
    for at in range(len(PARTS) + 1):
        along, down = _LEFT + at * _CELL, _TOP + at * _CELL
        lines.append(
            f'<path d="M{_LEFT} {down}H{_LEFT + side}M{along} {_TOP}V{_TOP + side}" stroke="#DDD8CE" fill="none"/>'
        )
    for (here, there), many in sorted(found.items()):
        x = _LEFT + PARTS.index(there) * _CELL + _CELL / 2
        y = _TOP + PARTS.index(here) * _CELL + _CELL / 2
        radius = next(size for least, size in _SIZES if many >= least)
        lines.append(
            f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{_DOT}"><title>{here} → {there}</title></circle>'
        )
    return "\n".join([*lines, "</svg>"]) + "\n"


if __name__ == "__main__":
    PICTURE.write_text(drawn(imports()), encoding="utf-8")
    print(f"{PICTURE.name} is drawn.")
