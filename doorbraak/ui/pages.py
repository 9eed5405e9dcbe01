"""The pages of a household, as they stand in the list at the left. Each is loaded when it is first looked at."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from doorbraak.ui.page import Page
    from doorbraak.ui.session import Session


@dataclass(frozen=True, slots=True)
class PageKind:
    """`room` is the module in ui/household and `name` its class; `records`: the tables whose records stand on it.

    At the table only those with `at_table` are listed: no costs, no private notes.
    """

    title: str
    room: str
    name: str
    records: tuple[str, ...] = ()
    at_table: bool = False

    def load(self) -> type["Page"]:
        """The page itself, with the modules that it needs."""
        page: type[Page] = getattr(import_module(f"doorbraak.ui.household.{self.room}"), self.name)
        return page

    def make(self, session: "Session", parent: QWidget) -> "Page":
        return self.load()(session, parent)


PAGES = (
    PageKind("Vandaag", "today", "TodayPage"),
    PageKind("Kaart", "map", "MapPage", at_table=True),
    PageKind("Gesprek", "talk", "TalkPage", at_table=True),
    PageKind("Mensen", "people", "PeoplePage", ("person", "relation", "custody"), at_table=True),
    PageKind("Doelen en eigen woorden", "goals", "GoalsPage", ("goal", "own_words")),
    PageKind("Levensloop", "life", "LifePage", ("life_event",)),
    PageKind("Problemen en instanties", "problems", "ProblemsPage", ("problem", "agency", "worker")),
    PageKind("Wat eerst?", "board", "BoardPage", at_table=True),
    PageKind("Brieven", "letters", "LettersPage", ("letter",)),
    PageKind("Doorbraak", "breakthrough", "BreakthroughPage", ("intervention", "status_change", "step")),
    PageKind("Onderbouwing", "grounds", "GroundsPage", ("legal_ground", "consideration", "perspective", "barrier")),
    PageKind("Rekensom", "costs", "CostsPage", ("cost_line", "threatening_event")),
    PageKind("Taken en data", "tasks", "TasksPage", ("task",)),
    PageKind("Bezoeken", "visits", "VisitsPage", ("visit",)),
    PageKind("Metingen", "measurements", "MeasurementsPage", ("measurement", "outcome")),
    PageKind("Signalen", "signals", "SignalsPage", ("signal",)),
    PageKind("Delen en rechten", "sharing", "SharingPage", ("sharing", "correction", "statement")),
    PageKind("Dossier", "household_file", "HouseholdFilePage", ("household",)),
)


def page_of(wanted: str) -> int | None:
    """The number of a page, from 1: by the table of its records, or by its title."""
    places = (at for at, kind in enumerate(PAGES, 1) if wanted == kind.title or wanted in kind.records)
    return next(places, None)
