"""Draws the list, the search and the worklist, and holds what a picture must not have."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from doorbraak.model.dossier import household, tasks
from doorbraak.model.workspace.store import Store
from doorbraak.ui.main_window import MainWindow
from tests.conftest import PASSPHRASE
from tests.ui.test_screens import clipped, draw, pictures

__all__ = ["pictures"]


def fill(store: Store) -> None:
    for at in range(12):
        home = household.open_dossier(store, f"Familie Voorbeeld {at}", opened=date.today() - timedelta(days=40 * at))
        tasks.add(
            store, home, "Bellen met de woningcorporatie over het huurcontract", due=date.today() - timedelta(at - 4)
        )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_the_overview_fits_a_small_laptop(
    workspace: Path, make_window: Callable[[Path], MainWindow], pictures: Path, theme: str
) -> None:
    window = make_window(workspace)
    window.appearance.use_theme(theme)
    window.open_with(PASSPHRASE)

    def look(name: str) -> None:
        draw(window, pictures / f"{theme}-{name}.png")
        assert clipped(window) == [], name
        assert (window.width(), window.height()) == (1366, 768)

    look("overzicht-leeg")
    window.show_page(-1)
    look("werklijst-leeg")
    window.show_page(-2)
    look("besparingen-leeg")
    window.show_page(-3)
    look("doorbraakbudget-leeg")
    window.show_page(-1)
    window.session.run("Proef", fill)
    look("werklijst")
    window.show_page(0)
    look("overzicht")
    window.view.list.search.setText("huur")
    look("zoeken")
    window.view.list.search.setText("zzz")
    look("zoeken-niets")
