"""The font of everything on paper. Without any font Qt writes empty pages and says nothing."""

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from doorbraak.model.errors import UserError

FAMILIES = ("Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", "Arial", "DejaVu Sans")
NO_FONT = (
    "Er is geen lettertype gevonden. De documenten zijn niet gemaakt, het dossier is veilig. "
    "Installeer het programma opnieuw."
)


def ensure() -> None:
    """Register matplotlib's DejaVu Sans when the system has no font. Raises UserError without that."""
    if QFontDatabase.families():
        return
    loaded = [QFontDatabase.addApplicationFont(str(path)) for path in _own_fonts()]
    if not any(id_ >= 0 for id_ in loaded):
        raise UserError(NO_FONT)


def _own_fonts() -> list[Path]:
    """Found without importing matplotlib, which takes 0.4 s."""
    spec = find_spec("matplotlib")
    places = spec.submodule_search_locations if spec else None
    return sorted(
        path
        for place in places or ()
        for path in (Path(place) / "mpl-data" / "fonts" / "ttf").glob("DejaVuSans*.ttf")
        if path.stem in {"DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique"}
    )


def font(pixels: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """`pixels` high in the units of the painter, unhinted so that words have the same width at every scale."""
    made = QFont()
    made.setFamilies([*FAMILIES])
    made.setPixelSize(max(1, round(pixels)))
    made.setBold(bold)
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
