"""Counting what leaves, in steps short enough to draw and to stop between."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QTimer, Signal

from doorbraak.model.errors import UserError
from doorbraak.model.exchange.sending import Prepared, Preparing
from doorbraak.ui.backups_steps import Steps

_HOUSEHOLDS = 5  # a tenth of a second


class ExchangeReading(Steps):
    """`prepared`: what would leave, None while that is not read. `stopped`: somebody had enough of waiting.

    `ended` tells whether all was counted, `failed` why not.
    """

    failed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.prepared: Prepared | None = None
        self.stopped = False
        self._then: Callable[[], object] | None = None
        self.ended.connect(self._note)

    def read_all(self, preparing: Preparing) -> None:
        """At once."""
        for _ in range(preparing.households):
            preparing.count()
        self.prepared = preparing.prepared()

    def read(self, said: str, preparing: Preparing) -> None:
        """While keys and the lock go on."""
        self.stopped = False
        numbers = [
            min(_HOUSEHOLDS, preparing.households - at) for at in range(0, preparing.households, _HOUSEHOLDS)
        ]  # fmt: skip
        counts = [lambda number=number: self._count(preparing, number) for number in numbers]
        self.run(said, [*counts, lambda: self._finish(preparing)])
        QTimer.singleShot(0, self, self._offer_to_stop)  # once it has its place: large letters scroll to it

    def after(self, work: Callable[[], object]) -> None:
        """Now when it is read, or when it will be; never when it is stopped or let go of."""
        if self.prepared is not None:
            work()
        elif self.running:
            self._then = work

    def go_on(self) -> bool:
        """Do what waited for it; whether something did."""
        then, self._then = self._then, None
        if then is None or self.prepared is None:
            return False
        then()
        return True

    def let_go(self) -> None:
        """Of what was read, and of what is being read: it changed, or nobody may see it any more."""
        self.prepared, self.stopped, self._then = None, False, None
        with QSignalBlocker(self):
            self.stop()

    def _count(self, preparing: Preparing, number: int) -> None:
        try:
            for _ in range(number):
                preparing.count()
        except UserError as error:
            self._fail(error)

    def _finish(self, preparing: Preparing) -> None:
        try:
            self.prepared = preparing.prepared()
        except UserError as error:
            self._fail(error)

    def _fail(self, error: UserError) -> None:
        self.stop()
        self.stopped = False
        self.failed.emit(error)

    def _note(self, whole: bool) -> None:
        self.stopped = not whole
        if not whole:
            self._then = None

    def _offer_to_stop(self) -> None:
        if self.running and self.isVisible():
            self.cancel.setFocus()
