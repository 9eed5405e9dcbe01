"""Where the pages of a sheet end: as few as there can be, and none that begins with what is left of the one before."""

from itertools import pairwise

import pytest

from doorbraak.model.exchange.sheet_pages import Line, pages_of

NARROW, WIDE = (52, 19), (36, *[19] * 8)
ROW = Line(15.0)


def table(rows: int, notes: int) -> list[Line]:
    """A heading with its rows, and notes that hold on to the last of them."""
    return [
        Line(20.0, tied=True, begins=True), Line(17.0, tied=True),
        *[ROW] * (rows - 1), Line(15.0, tied=notes > 0),
        *[Line(15.0, tied=True)] * (notes - 1), *([ROW] if notes else []), ROW,
    ]  # fmt: skip


def test_that_a_low_sheet_lies_down_on_one_page() -> None:
    made = pages_of(table(10, 3), NARROW)
    assert (made.landscape, made.whole, made.ends) == (True, True, ())


def test_that_a_sheet_that_is_a_little_too_high_is_made_smaller_and_not_cut() -> None:
    heights = range(20, 120)
    whole = [rows for rows in heights if pages_of(table(rows, 0), NARROW).whole]
    cut = [rows for rows in heights if pages_of(table(rows, 0), NARROW).ends]
    assert whole
    assert cut
    assert max(whole) < min(cut)
    for rows in cut:
        *_, last = (0, *pages_of(table(rows, 0), NARROW).ends)
        assert last > 0


def test_that_a_long_sheet_stands_upright_where_that_is_fewer_pages_and_is_read_as_well() -> None:
    assert not pages_of(table(100, 5), NARROW).landscape
    assert pages_of(table(100, 5), WIDE).landscape, "upright its letters would be too small"


@pytest.mark.parametrize("rows", range(3, 60, 3))
def test_that_notes_stay_with_the_last_row_and_a_table_that_fits_is_never_cut(rows: int) -> None:
    parts = [table(rows, 4) for _ in range(6)]
    lines = [line for part in parts for line in part]
    made = pages_of(lines, WIDE)
    begins = [at for at, line in enumerate(lines) if line.begins]
    for end in made.ends:
        assert not lines[end - 1].tied
    if rows < 20:
        assert set(made.ends) <= set(begins), "a page ends between tables"
    for first, then in pairwise((0, *made.ends)):
        assert then > first


def test_that_what_is_tied_but_higher_than_a_page_is_left_to_the_program() -> None:
    lines = [Line(15.0, tied=True)] * 400 + [ROW]
    assert pages_of(lines, NARROW).ends == ()
