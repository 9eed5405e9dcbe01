import re

import pytest

from doorbraak.model import money
from doorbraak.model.catalogue import load
from doorbraak.model.documents.reasons import PARTS, band_reason, one_sided, story_of, sum_reason
from doorbraak.model.documents.result_table import amounts_row
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.costs import Chances
from doorbraak.model.dossier.payments import Payment
from doorbraak.model.insight.bands import Band
from doorbraak.model.insight.savings import Saving, saving_of
from doorbraak.model.insight.why import Part
from doorbraak.model.workspace.store import Store
from tests.model.insight.records import dossier, intervention, line, made

LISTS = load()


def cents(text: str) -> int:
    return money.parse(re.sub(r"[\u00a0€]", "", text))


@pytest.fixture(params=[12, 24])
def saving(store: Store, casus: int, request: pytest.FixtureRequest) -> Saving:
    return saving_of(dossiers.read(store, casus), LISTS, request.param)


@pytest.mark.parametrize("part", PARTS)
def test_that_the_lines_of_a_figure_add_up_to_it_to_the_cent(saving: Saving, part: Part) -> None:
    found = sum_reason("Publiek", part, saving.public_lines, saving)
    assert found.figure == found.total[-1] == money.exact(getattr(saving.public, part))
    assert sum(cents(row[-1]) for row in found.rows) == getattr(saving.public, part)
    assert len(found.header) == len(found.total) == len(found.rows[0])
    for row in found.rows:  # each formula ends in what it adds, year by year
        assert sum(cents(formula.rpartition("= ")[2]) for formula in row[1].split("; ")) == cents(row[-1])


def test_that_lines_that_add_nothing_are_counted_and_not_listed(saving: Saving) -> None:
    found = sum_reason("Publiek", "prevented", saving.public_lines, saving)
    left = len(saving.public_lines) - len(found.rows)
    assert 0 < len(found.rows) < len(saving.public_lines)
    assert f"Nog {left} posten tellen hier voor nul." in found.sentences


def test_that_a_story_tells_source_price_year_grade_and_what_is_weak(saving: Saving) -> None:
    listed = next(row for row in saving.public_lines if row.line.price in LISTS.prices)
    price = LISTS.prices[listed.line.price]
    told = story_of(listed, saving)
    for part in (price.source_title, price.source_url, str(price.price_year), f"de bron: {price.quality}."):
        assert part in told
    own = next(row for row in saving.public_lines if row.line.price not in LISTS.prices)
    assert "Let op:" in story_of(own, saving)
    assert "eigen prijs" in story_of(own, saving)


@pytest.mark.parametrize("part", PARTS)
def test_that_the_story_of_a_line_has_the_formula_of_the_figure_that_was_opened(saving: Saving, part: Part) -> None:
    """Not that of the saving below a figure of what threatens."""
    found = sum_reason("Publiek", part, saving.public_lines, saving)
    assert found.rows
    for row, story in zip(found.rows, found.stories, strict=True):
        for formula in row[1].split("; "):
            assert formula in story
        if part in ("current", "threatening", "plan"):
            assert "% − " not in story


def test_that_the_text_to_copy_holds_all_of_it(saving: Saving) -> None:
    found = sum_reason("Publiek", "saving", saving.public_lines, saving)
    for part in (found.title, found.figure, *found.sentences, *found.stories, "\t".join(found.rows[0])):
        assert part in found.text


def test_that_a_band_tells_what_was_drawn_and_which_border_is_assumed() -> None:
    one = line(100_000, chances=Chances(100, 100, 0))
    saving = saving_of(dossier(one), LISTS)
    found = band_reason("Publiek", saving.public_lines, saving)
    assert found.rows == (("Post", "prijs", "aangenomen", "75%", "100%", "125%"),)
    assert money.exact(saving.public.saving) in " ".join(found.sentences)


def test_that_a_band_to_one_side_says_so_in_few_words() -> None:
    """ "€ 16.875, waarschijnlijk € 16.875 tot € 59.604" reads as a mistake."""
    for low, high, middle, said in (
        (1, 3, 1, "kan alleen hoger uitvallen"),
        (1, 3, 3, "kan alleen lager uitvallen"),
        (-3, -1, -3, "kan alleen minder kosten"),
        (-3, -1, -1, "kan alleen meer kosten"),
        (1, 3, 2, ""),
        (0, 1000, 1, "kan vooral hoger uitvallen"),
        (0, 1000, 999, "kan vooral lager uitvallen"),
        (0, 1000, 100, ""),
        (2, 2, 2, ""),
    ):
        assert one_sided(Band(low, middle, high, assumed=False)) == said
    saving = saving_of(dossier(line(100_000, chances=Chances(100, 100, 0), price_low_cents=100_000,
                                    price_high_cents=300_000)), LISTS)  # fmt: skip
    assert "De som kan alleen hoger uitvallen" in " ".join(band_reason("P", saving.public_lines, saving).sentences)
    assert amounts_row("P", saving.public_lines, saving)[-1].text.endswith(" (alleen hoger)")


def test_that_what_is_certain_is_not_listed_as_uncertain() -> None:
    paid = line(200_000, id_=1, once=True, intervention=1, chances=Chances(0, 0, 100), words="Schuld")
    other = line(100_000, id_=2, chances=Chances(100, 100, 0))
    payments = (made(Payment, id=1, cents=200_000),)
    saving = saving_of(dossier(paid, other, interventions=(intervention(),), payments=payments), LISTS)
    assert [row[0] for row in band_reason("Publiek", saving.public_lines, saving).rows] == ["Post"]
