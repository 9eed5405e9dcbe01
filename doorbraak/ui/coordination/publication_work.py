"""The long part of a publication beside the window, which goes on drawing and can stop it.

What protects asks the workspace nothing: it gets what was read, and gives what may be shown. Only that crosses over.
"""

import sys
from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from doorbraak.model.errors import UserError
from doorbraak.model.exchange import published
from doorbraak.model.exchange.publication import Outcome
from doorbraak.model.exchange.published import Asked

_LOOK = 50  # milliseconds between two looks at how far it is


class _Stopped(Exception):
    pass


class _Run:
    """One attempt, in a thread of its own. Whoever lets go of it never hears of it again."""

    def __init__(self, asked: Asked, work: Callable[..., Outcome]) -> None:
        self.done, self.all = 0, 0
        self.stopped = False
        self.outcome: Outcome | None = None
        self.error: BaseException | None = None
        self._thread = Thread(target=self._work, args=(asked, work), name="publicatie")
        self._thread.start()

    @property
    def ended(self) -> bool:
        return not self._thread.is_alive()

    def _work(self, asked: Asked, work: Callable[..., Outcome]) -> None:
        try:
            self.outcome = work(asked, self._told)
        except _Stopped:
            pass
        except BaseException as error:  # noqa: BLE001 - said or reported where the window is
            self.error = error

    def _told(self, done: int, all_: int) -> None:
        if self.stopped:
            raise _Stopped
        self.done, self.all = done, all_


class PublicationWork(QObject):
    """One at a time. `progress` with how much is done of how much; then `finished` with what may be shown, or
    `refused` with why there is none. After `stop` comes nothing more.
    """

    progress = Signal(int, int)
    finished = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._run: _Run | None = None
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._follow)

    @property
    def running(self) -> bool:
        return self._run is not None

    def start(self, asked: Asked) -> None:
        self._run = _Run(asked, published.protected)
        self._look.start()

    def stop(self) -> None:
        """It ends by itself, within the group of figures that it is at; nothing of it is kept."""
        self._look.stop()
        if self._run is not None:
            self._run.stopped = True
            self._run = None

    def _follow(self) -> None:
        run = self._run
        if run is None:
            return
        if not run.ended:
            self.progress.emit(run.done, run.all)
            return
        self._look.stop()
        self._run = None
        if run.outcome is not None:
            self.finished.emit(run.outcome)
        elif isinstance(run.error, UserError):
            self.refused.emit(run.error)
        elif run.error is not None:
            self.refused.emit(None)
            sys.excepthook(type(run.error), run.error, run.error.__traceback__)
