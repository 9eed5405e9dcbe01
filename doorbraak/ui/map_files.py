"""The map as a file: which kinds there are, and what a file is called when another kind was chosen in the dialog."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from doorbraak.ui.paper.ecomap import MapSheet

Kind = Literal["svg", "a4", "a3", "png"]


@dataclass(frozen=True, slots=True)
class MapFile:
    path: Path
    kind: Kind

    def content(self, sheet: "MapSheet") -> bytes:
        from doorbraak.ui.paper import ecomap

        if self.kind == "svg":
            return ecomap.svg(sheet)
        if self.kind == "png":
            return ecomap.png(sheet)
        return ecomap.pdf(sheet, "A3" if self.kind == "a3" else "A4")


_ENDINGS: dict[Kind, tuple[str, str]] = {
    "svg": ("", ".svg"),
    "a4": ("", ".pdf"),
    "a3": ("-a3", ".pdf"),
    "png": ("", ".png"),
}


def filters() -> dict[str, Kind]:
    """What the dialog lists, the first one chosen at first."""
    tr = QCoreApplication.translate
    return {
        tr("MapFiles", "Tekening om te vergroten (*.svg)"): "svg",
        tr("MapFiles", "PDF op A4 (*.pdf)"): "a4",
        tr("MapFiles", "PDF op A3 (*.pdf)"): "a3",
        tr("MapFiles", "Afbeelding (*.png)"): "png",
    }


def map_file(chosen: Path, filter_: str) -> MapFile:
    """The filter that was chosen decides; the first one gives way to the ending of a name that was typed."""
    kind = filters().get(filter_, "svg")
    ending = chosen.suffix.lower()
    if kind == "svg":
        typed: dict[str, Kind] = {".png": "png", ".pdf": "a3" if chosen.stem.endswith("-a3") else "a4"}
        kind = typed.get(ending, kind)
    more, own = _ENDINGS[kind]
    if ending == own:
        return MapFile(chosen, kind)
    known = ending in {one for _, one in _ENDINGS.values()}
    return MapFile(chosen.with_name((chosen.stem if known else chosen.name) + more + own), kind)
