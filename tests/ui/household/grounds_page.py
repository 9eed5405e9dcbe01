"""The page Onderbouwing of a real household with one doorbraak, as its tests look at it."""

from typing import Any

from doorbraak.model.dossier import interventions
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import page_named

ARTICLES, WEIGHING, VALUES, PERSPECTIVES, BARRIERS, EARLIER = range(6)  # the tabs


def with_doorbraak(window: MainWindow, **given: Any) -> MainWindow:
    window.household.open_new()
    values = {"words": "De rekening betalen", **given}
    window.session.run("Doorbraak toevoegen", interventions.add, window.view.household, **values)
    return window


def dossier(window: MainWindow) -> Dossier:
    return window.session.dossier(window.view.household)


def shown_on(window: MainWindow, tab: int) -> Any:
    shown = page_named(window, "Onderbouwing")
    shown._tabs.setCurrentIndex(tab)
    return shown


def doorbraak(window: MainWindow) -> int:
    return dossier(window).interventions[0].id
