"""A chart as a file: which kinds there are, and what a file of each is called."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication

from doorbraak.model.documents.chart import Chart

Kind = Literal["png", "svg", "pdf"]
KINDS: tuple[Kind, ...] = ("png", "svg", "pdf")


@dataclass(frozen=True, slots=True)
class ChartFile:
    path: Path
    kind: Kind

    def content(self, chart: Chart) -> bytes:
        from doorbraak.ui.paper import chart as drawn

        make = {"png": drawn.png, "svg": drawn.svg, "pdf": drawn.pdf}
        return make[self.kind](chart)


def filter_of(kind: Kind) -> str:
    """What the dialog lists."""
    tr = QCoreApplication.translate
    return {
        "png": tr("ChartFile", "Afbeelding (*.png)"),
        "svg": tr("ChartFile", "Tekening om te vergroten (*.svg)"),
        "pdf": tr("ChartFile", "PDF (*.pdf)"),
    }[kind]


def name_of(number: int | None, chart: Chart, kind: Kind) -> str:
    """With the household's number and never a name."""
    return f"huishouden-{number}-grafiek-{chart.key}.{kind}"


def chart_file(chosen: Path, kind: Kind) -> ChartFile:
    """With the ending of its kind: that of another kind gives way, any other stays part of the name."""
    if chosen.suffix.lower() == f".{kind}":
        return ChartFile(chosen, kind)
    known = chosen.suffix.lower().removeprefix(".") in KINDS
    return ChartFile(chosen.with_name(f"{chosen.stem if known else chosen.name}.{kind}"), kind)
