"""The pictures of the manual show the program as it is now."""

import pytest
from PySide6.QtWidgets import QApplication

from doorbraak.ui import household_actions
from tests import fixed_day
from tests.manual_text import PICTURES
from tests.pictures.drawing import ALIKE, differ, drawn

RENEW = "Look at it, and renew it with: python3 run.py pictures"


@pytest.fixture(scope="module")
def now(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return dict(drawn(tmp_path_factory.mktemp("beelden")))


def kept() -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in PICTURES.iterdir()}


def test_that_every_picture_of_the_manual_is_drawn_from_the_program(now: dict[str, bytes]) -> None:
    assert sorted(now) == sorted(kept())


def test_that_no_picture_of_the_manual_has_become_a_lie(now: dict[str, bytes]) -> None:
    far = {name: differ(content, now[name]) for name, content in kept().items()}
    assert {name: round(part, 3) for name, part in far.items() if part > ALIKE} == {}, RENEW


def test_that_a_picture_of_another_place_is_seen_as_another_one(now: dict[str, bytes]) -> None:
    names = sorted(now)
    near = [(one, two) for one in names for two in names if one < two and differ(now[one], now[two]) <= ALIKE]
    assert near == []


def test_that_the_day_is_held_and_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also on the very day that is held."""
    before = household_actions.date
    with monkeypatch.context() as patch:
        fixed_day.hold(patch)
        held = household_actions.date
        assert held is not before
        assert held.today() == fixed_day.DAY
        assert type(held(2026, 1, 2)) is before
        assert isinstance(before(2026, 1, 2), held)
    assert household_actions.date is before
