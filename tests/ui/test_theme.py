import pytest

from doorbraak.ui.theme import DARK, LIGHT, Theme, contrast

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def test_that_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@BOTH
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


@BOTH
def test_that_borders_of_controls_have_at_least_three(theme: Theme) -> None:
    for edge in (theme.edge, theme.accent, theme.warning):
        for ground in (theme.field, theme.ground, theme.side):
            assert contrast(edge, ground) >= 3, (edge, ground)
