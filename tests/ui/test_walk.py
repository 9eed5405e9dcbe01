"""The whole walk that tests/walk plays, here without a screen; `python3 run.py walk` shows it in windows."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from doorbraak.model.exchange import export_periods, publication_reading
from tests.walk import visit, whole
from tests.walk.camera import Camera
from tests.walk.hands import Hands


def test_that_the_whole_walk_is_made_with_keys_and_mouse_alone(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, hands = tmp_path / "thuis", Hands(Camera(tmp_path / "beelden"))
    home.mkdir()
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(home))
    try:
        left = whole.whole(hands, home, date.today())
    finally:
        hands.window.close()
    print(whole.told(hands))
    plan, card = left.papers["Perspectiefplan"], left.papers["Koelkastkaart"]
    assert visit.GOAL in plan
    assert visit.FIRST_ACTION in card
    assert visit.FIRST_ACTION in plan
    assert "€" not in card
    assert "VOORBEELD" not in plan
    assert left.copied
    read = publication_reading.package(left.package).publication
    assert read.period == str(export_periods.last_quarter(date.today()))
    assert len(list((tmp_path / "beelden").glob("*.png"))) == len(hands.camera.taken)
    assert hands.cut == []
