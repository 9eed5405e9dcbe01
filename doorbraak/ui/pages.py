"""The pages in the list at the left: over all households, and of one. Each is loaded when it is first looked at."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from doorbraak.ui.overview_page import OverviewPage
    from doorbraak.ui.page import Page
    from doorbraak.ui.session import Session


@dataclass(frozen=True, slots=True)
class PageKind:
    """`room` is the module in ui/household and `name` its class; `records`: the tables whose records stand on it.

    At the table only those with `at_table` are listed: no costs, no private notes. `begins`: a line stands above it in
    the list, since what follows is done at another moment.
    """

    title: str
    room: str
    name: str
    records: tuple[str, ...] = ()
    at_table: bool = False
    begins: bool = False

    def load(self) -> type["Page"]:
        """The page itself, with the modules that it needs."""
        page: type[Page] = getattr(import_module(f"doorbraak.ui.household.{self.room}"), self.name)
        return page

    def make(self, session: "Session", parent: QWidget) -> "Page":
        return self.load()(session, parent)


@dataclass(frozen=True, slots=True)
class OverviewKind:
    """`at` is its number, zero or less: those of a household count from 1. `room` is the module in `package` of ui.

    `entry` and `keys` are those of the menu; `logged` is how the log calls looking at it. One that is
    not `listed` stands in the menu only, and on the page that leads to it: the list at the left fits on a small laptop.
    """

    at: int
    title: str
    room: str
    name: str
    entry: str
    keys: str
    logged: str = ""
    records: tuple[str, ...] = ()
    package: str = "overview"
    listed: bool = True

    def make(self, session: "Session") -> "OverviewPage":
        kind: type[OverviewPage] = getattr(import_module(f"doorbraak.ui.{self.package}.{self.room}"), self.name)
        return kind(session)


LIST, WORKLIST, CASELOAD, BUDGET, SIGNALS, ACCESS_LOG, EXCHANGE, RETENTION, CLOSING = 0, -1, -2, -3, -4, -5, -6, -7, -8
# As they stand in the list, before the pages of the household.
OVERVIEWS = (
    OverviewKind(WORKLIST, "Werklijst", "worklist", "Worklist", "&Werklijst", "Ctrl+W", "werklijst"),
    OverviewKind(LIST, "Huishoudens", "household_list", "HouseholdList", "&Huishoudens", "Ctrl+0"),
    OverviewKind(CASELOAD, "Besparingen", "caseload", "CaseloadPage", "Bes&paringen", "Ctrl+B", "besparingen"),
    OverviewKind(
        BUDGET, "Doorbraakbudget", "budget", "BudgetPage", "Doorbraakb&udget", "Ctrl+Shift+B", "doorbraakbudget",
        ("payment",),
    ),
    OverviewKind(SIGNALS, "Knelpunten", "signals", "SignalsPage", "Kn&elpunten", "Ctrl+Shift+K", "knelpunten"),
    OverviewKind(
        EXCHANGE, "Uitwisselen", "exchange", "ExchangePage", "Ui&twisselen", "Ctrl+Shift+E", "uitwisselen"
    ),
    OverviewKind(
        RETENTION, "Bewaartermijnen", "retention", "RetentionPage", "Bewaarter&mijnen", "Ctrl+Shift+T",
        "bewaartermijnen",
    ),
    OverviewKind(
        CLOSING, "Rondje afsluiten", "closing_round", "ClosingRoundPage", "&Rondje afsluiten", "Ctrl+Shift+A",
        "rondje afsluiten", listed=False,
    ),
    OverviewKind(ACCESS_LOG, "Logboek", "access_log", "AccessLogPage", "L&ogboek", "Ctrl+Shift+L", "logboek"),
)  # fmt: skip

SENDERS, RECEIVING, PUBLICATION = -11, -12, -13
# Of a coordinator's workspace, in which there are no households.
COORDINATION = (
    OverviewKind(
        SENDERS, "Afzenders", "senders", "SendersPage", "&Afzenders", "Ctrl+1", "afzenders", package="coordination"
    ),
    OverviewKind(RECEIVING, "Ontvangen", "receiving", "ReceivingPage", "O&ntvangen", "Ctrl+2", package="coordination"),
    OverviewKind(
        PUBLICATION, "Publicatie", "publication", "PublishingPage", "&Publicatie", "Ctrl+3", package="coordination"
    ),
    next(kind for kind in OVERVIEWS if kind.at == ACCESS_LOG),
)

PAGES = (
    PageKind("Vandaag", "today", "TodayPage", begins=True),
    PageKind("Kaart", "map", "MapPage", at_table=True),
    PageKind("Gesprek", "talk", "TalkPage", at_table=True),
    PageKind("Mensen", "people", "PeoplePage", ("person", "relation", "custody"), at_table=True),
    PageKind("Doelen en eigen woorden", "goals", "GoalsPage", ("goal", "own_words")),
    PageKind("Levensloop", "life", "LifePage", ("life_event",)),
    PageKind("Problemen en instanties", "problems", "ProblemsPage", ("problem", "agency", "worker")),
    PageKind("Wat eerst?", "board", "BoardPage", at_table=True, begins=True),
    PageKind("Brieven", "letters", "LettersPage", ("letter",)),
    PageKind("Doorbraak", "breakthrough", "BreakthroughPage", ("intervention", "status_change", "step")),
    PageKind(
        "Onderbouwing",
        "grounds",
        "GroundsPage",
        ("legal_ground", "consideration", "perspective", "barrier", "comparison"),
    ),
    PageKind("Rekensom", "costs", "CostsPage", ("cost_line", "threatening_event", "refusal")),
    PageKind("Papieren", "papers", "PapersPage", begins=True),
    PageKind("Plakpakket", "copy_pack", "CopyPackPage"),
    PageKind("Taken en data", "tasks", "TasksPage", ("task",)),
    PageKind("Bezoeken", "visits", "VisitsPage", ("visit",)),
    PageKind("Metingen", "measurements", "MeasurementsPage", ("measurement", "outcome")),
    PageKind("Nameting", "follow_up", "FollowUpPage", ("confirmation",)),
    PageKind("Signalen", "signals", "SignalsPage", ("signal",), begins=True),
    PageKind("Delen en rechten", "sharing", "SharingPage", ("sharing", "correction", "statement")),
    PageKind("Dossier", "household_file", "HouseholdFilePage", ("household",)),
)


def page_of(wanted: str) -> int | None:
    """The number of a page: by the table of its records, or by its title."""
    numbered = [*enumerate(PAGES, 1), *((kind.at, kind) for kind in OVERVIEWS)]
    return next((at for at, kind in numbered if wanted == kind.title or wanted in kind.records), None)


def overview_kind(at: int) -> OverviewKind:
    return next(kind for kind in (*OVERVIEWS, *COORDINATION) if kind.at == at)
