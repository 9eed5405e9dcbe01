import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibilityHints
from PySide6.QtWidgets import QApplication

import doorbraak.ui
from doorbraak import paths
from doorbraak.ui.theme import CONTRAST, DARK, LETTERS, LIGHT, SPACES, THEMES, Theme, contrast, system_theme

ALL = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)


def test_that_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@ALL
def test_that_all_text_has_at_least_four_and_a_half(theme: Theme) -> None:
    for ground in (theme.ground, theme.field, theme.side, theme.stripe, theme.chosen):
        assert contrast(theme.text, ground) >= 4.5, ground
    for ground in (theme.ground, theme.field, theme.side, theme.stripe):
        assert contrast(theme.quiet, ground) >= 4.5, ground
        assert contrast(theme.warning, ground) >= 4.5, ground
        assert contrast(theme.good, ground) >= 4.5, ground
        assert contrast(theme.accent, ground) >= 4.5, ground
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.warning, theme.warning_ground) >= 4.5
    assert contrast(theme.quiet, theme.chosen) >= 4.5


@ALL
def test_that_borders_of_controls_have_at_least_three(theme: Theme) -> None:
    for edge in (theme.edge, theme.accent, theme.warning):
        for ground in (theme.field, theme.ground, theme.side):
            assert contrast(edge, ground) >= 3, (edge, ground)


def test_that_high_contrast_has_at_least_seven_everywhere() -> None:
    theme = CONTRAST
    for ground in (theme.ground, theme.field, theme.side, theme.stripe, theme.chosen):
        for words in (theme.text, theme.quiet):
            assert contrast(words, ground) >= 7, (words, ground)
    for ground in (theme.ground, theme.field, theme.side, theme.stripe):
        for words in (theme.accent, theme.warning, theme.good, theme.edge, theme.line):
            assert contrast(words, ground) >= 7, (words, ground)
    assert contrast(theme.on_accent, theme.accent) >= 7
    assert contrast(theme.warning, theme.warning_ground) >= 7


@ALL
def test_that_the_sign_in_a_ticked_box_is_drawn_in_the_colour_on_the_accent(theme: Theme) -> None:
    drawn = (paths.resources() / "icons" / f"tick-{theme.name}.svg").read_text(encoding="utf-8")
    assert f'stroke="{theme.on_accent}"' in drawn


def test_that_a_theme_knows_whether_it_is_dark() -> None:
    assert [theme.dark for theme in (LIGHT, DARK, CONTRAST)] == [False, True, True]


def test_that_a_desktop_of_high_contrast_gets_it(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"is": Qt.ContrastPreference.NoPreference}
    monkeypatch.setattr(QAccessibilityHints, "contrastPreference", lambda _: asked["is"])
    assert system_theme() is not CONTRAST
    asked["is"] = Qt.ContrastPreference.HighContrast
    assert system_theme() is CONTRAST


def literals(name: str) -> Iterator[tuple[str, float]]:
    """The numbers that stand in the calls of this name, in all of the windows, with where."""
    for path in sorted(Path(doorbraak.ui.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name:
                for part in (one for given in node.args for one in ast.walk(given)):
                    if isinstance(part, ast.Constant) and isinstance(part.value, int | float):
                        yield f"{path.name}:{node.lineno}", part.value


GAPS = [
    "setSpacing",
    "addSpacing",
    "setHorizontalSpacing",
    "setVerticalSpacing",
    "setContentsMargins",
    "setHandleWidth",
]


@pytest.mark.parametrize("name", GAPS)
def test_that_room_between_things_is_of_one_scale(name: str) -> None:
    found = list(literals(name))
    assert found
    assert [one for one in found if one[1] not in SPACES] == []


def test_that_letters_are_of_one_scale() -> None:
    """Paper and drawings have their own: they are in points of a page, or fit a shape."""
    own = [one for one in literals("setPointSizeF") if one[0].split(".")[0] not in ("appearance", "ecomap", "words")]
    assert own == []
    for path in sorted(Path(doorbraak.ui.__file__).parent.rglob("*.py")):
        for named in re.findall(r"""setProperty\("letters", "(\w+)"\)""", path.read_text("utf-8")):
            assert named in LETTERS, path.name
