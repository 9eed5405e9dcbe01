import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo

from doorbraak.model.errors import UserError
from doorbraak.ui.paper import fonts

pytestmark = pytest.mark.usefixtures("qapp")


def test_that_a_font_of_our_own_is_there_for_a_system_without_any() -> None:
    assert {path.name for path in fonts._own_fonts()} == {
        "DejaVuSans.ttf",
        "DejaVuSans-Bold.ttf",
        "DejaVuSans-Oblique.ttf",
    }


def test_that_a_system_without_fonts_gets_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    added: list[str] = []
    monkeypatch.setattr(QFontDatabase, "addApplicationFont", lambda path: added.append(path) or 0)
    fonts.ensure()
    assert len(added) == 3


def test_that_without_any_font_nothing_is_drawn_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    monkeypatch.setattr(fonts, "_own_fonts", list)
    with pytest.raises(UserError, match="lettertype"):
        fonts.ensure()


def test_that_a_font_has_the_size_that_was_asked() -> None:
    assert QFontInfo(fonts.font(12)).pixelSize() == 12
    assert fonts.font(12, bold=True).bold()
