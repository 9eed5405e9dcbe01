import pytest

from doorbraak.model import catalogue
from doorbraak.model.insight.names import PLAIN
from doorbraak.ui.drawing import colours, ink
from doorbraak.ui.theme import CONTRAST, THEMES, contrast

DOMAINS = {one.id: one.colour for one in catalogue.load().life_domains.values()} | {"geen": PLAIN}
INKS = [ink.PAPER, *map(ink.of_theme, THEMES.values())]
EVERY_INK = pytest.mark.parametrize("made", INKS, ids=["paper", *THEMES])


def test_that_all_fifteen_domains_are_here() -> None:
    assert len(DOMAINS) == 16


@EVERY_INK
def test_that_signs_and_lines_of_every_domain_can_be_seen_on_every_ground(made: ink.Ink) -> None:
    least = 4.5 if made.ground == CONTRAST.ground else 3
    for domain, colour in DOMAINS.items():
        assert contrast(colours.sign_colour(colour, made.ground, made.seen), made.ground) >= least, domain
        assert contrast(colours.line_colour(colour, made.ground, made.seen), made.ground) >= least, domain


@EVERY_INK
def test_that_no_line_shouts(made: ink.Ink) -> None:
    for domain, colour in DOMAINS.items():
        assert contrast(colours.line_colour(colour, made.ground, made.seen), made.ground) <= made.seen * 1.2, domain


def test_that_a_colour_that_can_be_seen_stays_as_it_is() -> None:
    assert colours.sign_colour("#17416F", "#FFFFFF", 3) == "#17416F"


@EVERY_INK
def test_that_faded_words_can_still_be_read(made: ink.Ink) -> None:
    least = 7 if made.ground == CONTRAST.ground else 4.5
    assert least <= contrast(colours.faded_text(made.quiet, made.ground, made.read), made.ground)
    assert colours.faded_text(made.quiet, made.ground, made.read) != made.text


@EVERY_INK
def test_that_words_and_knots_have_enough_contrast_on_the_ground_of_the_map(made: ink.Ink) -> None:
    for colour, least in ((made.text, 4.5), (made.quiet, 4.5), (made.warning, 3), (made.accent, 3)):
        assert contrast(colour, made.ground) >= least
    assert contrast(made.text, made.field) >= 4.5
    assert contrast(made.text, made.chosen) >= 4.5
