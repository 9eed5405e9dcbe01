"""What every page above the single household is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class OverviewPage(QWidget):
    """Shows all households of the workspace, and reads again each time that it comes in sight.

    Emits `found` with the id of a household and the table of what was chosen in it.
    """

    found = Signal(int, str)

    def refresh(self) -> None:
        raise NotImplementedError

    def take_focus(self) -> None:
        """Where the keys go when it comes."""
        raise NotImplementedError

    def forget(self) -> None:
        """Let go of what it keeps in memory: a lock must not wait until this widget is gone."""
