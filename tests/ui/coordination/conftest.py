"""A coordinator's workspace in a real window, and files that laptops sealed to it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from doorbraak.model.exchange import export_periods, receiving, senders
from doorbraak.model.workspace.store import Store
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.overview_page import OverviewPage
from tests.conftest import PASSPHRASE
from tests.model.exchange.coordination import Laptop, begun

TODAY = date.today()
PERIOD = str(export_periods.last_quarter(TODAY))
Make = Callable[[Path], MainWindow]


@dataclass
class Desk:
    """`window`: open on the workspace of the coordinator. `send` gives a file as it lies in a folder."""

    window: MainWindow
    folder: Path
    sent: int = field(default=0)

    @property
    def store(self) -> Store:
        assert self.window.session is not None
        return self.window.session.store

    def send(self, laptop: Laptop, homes: Iterable[int], **other: object) -> Path:
        self.sent += 1
        path = self.folder / f"uitwisseling-{laptop.number}-{self.sent}.doorbraak"
        path.write_bytes(laptop.file(self.store, homes, **({"period": PERIOD} | other)))
        return path

    def take(self, *laptops: Laptop, homes: int = 6, believe: bool = True) -> None:
        """A file of each, taken in before anybody looks."""
        for laptop in laptops:
            first = laptop.number * homes
            receiving.receive(self.store, [self.send(laptop, range(first, first + homes))], TODAY)
            number = next(one.number for one in senders.all_of(self.store) if one.verify_key == laptop.verify_key)
            if believe:
                receiving.confirm(self.store, number, laptop.spoken, TODAY)

    def page(self, at: int) -> OverviewPage:
        self.window.show_page(at)
        QApplication.processEvents()
        assert self.window.view is not None
        shown = self.window.view._stack.currentWidget()
        assert isinstance(shown, OverviewPage)
        return shown


@pytest.fixture
def coordinators(tmp_path: Path) -> Path:
    """A closed workspace that handed out codes."""
    store = begun(tmp_path / "coordinator")
    store.close()
    return store.folder


@pytest.fixture
def desk(coordinators: Path, make_window: Make, tmp_path: Path) -> Desk:
    window = make_window(coordinators)
    window.open_with(PASSPHRASE)
    came = tmp_path / "gekregen"
    came.mkdir()
    return Desk(window, came)
