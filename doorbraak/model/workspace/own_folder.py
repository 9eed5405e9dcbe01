"""A folder of ours in the workspace, made when it is missing; what lies in its place instead is named."""

from pathlib import Path

from doorbraak.model.errors import InTheWay

_OTHER = "Op de plek van {} ligt iets anders. Er is niets veranderd. Zet het weg en probeer het opnieuw."


def make(path: Path, named: str) -> None:
    """`named`: as a person sees it from the workspace. Raises InTheWay, OSError."""
    try:
        path.mkdir(mode=0o700, exist_ok=True)
    except FileExistsError:
        raise in_the_way(named) from None


def in_the_way(named: str) -> InTheWay:
    return InTheWay(_OTHER.format(named))
