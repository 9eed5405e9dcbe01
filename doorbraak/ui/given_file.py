"""A .doorbraak file with which the program was started: taken up once a workspace is open, where it belongs."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from doorbraak.model import bounded
from doorbraak.model.errors import UserError
from doorbraak.model.exchange import container
from doorbraak.model.handover import packet
from doorbraak.ui.coordination_view import CoordinationView

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


class GivenFile(QObject):
    """Belongs to one window, and does its work once: a later unlocking does not ask again."""

    def __init__(self, window: "MainWindow", path: Path) -> None:
        super().__init__(window)
        self._window, self._path = window, path.absolute()
        window.unlocked.connect(self._soon)

    def _soon(self) -> None:
        """When the workspace is in sight: it may ask something."""
        self._window.unlocked.disconnect(self._soon)
        QTimer.singleShot(0, self, self._take)

    def _take(self) -> None:
        view = self._window.view
        if view is None:
            return
        try:
            start = bounded.read(self._path, packet.MOST_BYTES)[:64]
        except UserError as error:
            view.notice.show_error(error)
            return
        coordinates = isinstance(view, CoordinationView)
        if packet.is_packet(start) and not coordinates:
            from doorbraak.ui.handover import Handover

            Handover(self._window).take_file(self._path)
        elif container.is_container(start) and isinstance(view, CoordinationView):
            view.take([self._path])
        elif packet.is_packet(start) or container.is_container(start):
            view.notice.say(self._elsewhere(coordinates))
        else:
            view.notice.say(self.tr("Dit is geen bestand van Doorbraak. Er is niets gedaan. Kies een ander bestand."))

    def _elsewhere(self, coordinates: bool) -> str:
        if coordinates:
            return self.tr(
                "Dit bestand is een overgedragen dossier. Er is niets gedaan. Open het in een werkmap met huishoudens."
            )
        return self.tr(
            "Dit bestand is voor de coördinator. Er is niets gedaan. Stuur het naar de coördinator van je team."
        )
