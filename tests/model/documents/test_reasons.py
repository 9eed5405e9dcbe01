import re

import pytest

from doorbraak.model import money
from doorbraak.model.catalogue import load
from doorbraak.model.documents.reasons import PARTS, band_reason, story_of, sum_reason
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.costs import Chances
from doorbraak.model.insight.savings import Saving, saving_of
from doorbraak.model.insight.why import Part
from doorbraak.model.workspace.store import Store
from tests.model.insight.records import dossier, line

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
