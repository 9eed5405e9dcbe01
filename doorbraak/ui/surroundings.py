"""What the window says of where a workspace lies: a folder that is advised against, a clock, a disk that gets full."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QLabel

from doorbraak.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow

_EACH_MINUTE = 60_000
_SAID = "places/said"
_MOST_SAID = 50


class Surroundings(QObject):
    """Belongs to one window. Looks after the workspace is shown, and at the disk each minute while it is open."""

    def __init__(self, window: "MainWindow", settings: QSettings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._room = QLabel()
        self._room.setAccessibleName(self.tr("Ruimte op de schijf"))
        self._room.hide()
        window.statusBar().addPermanentWidget(self._room)
        self._each_minute = QTimer(self)
        self._each_minute.setInterval(_EACH_MINUTE)
        self._each_minute.timeout.connect(self.look_at_disk)
        window.unlocked.connect(self._unlocked)

    @staticmethod
    def now() -> datetime:
        return datetime.now(UTC)

    def _unlocked(self) -> None:
        self._each_minute.start()
        QTimer.singleShot(0, self, self.look)  # after the household is drawn

    def look(self) -> None:
        from doorbraak.model.workspace import surroundings  # late: a start needs none of it

        session, view = self._window.session, self._window.view
        if session is None or view is None:  # locked meanwhile
            return
        store = session.store
        said = [surroundings.clock_behind(self.now(), surroundings.newest_line(store))]
        said.append(self._advice_once(store.folder))
        if any(said):
            before = view.notice.text() if not view.notice.isHidden() else ""
            view.notice.say(" ".join(sentence for sentence in (before, *said) if sentence))
        self.look_at_disk()

    def _advice_once(self, folder: Path) -> str:
        sentence = advice(folder)
        return sentence if sentence and self.was_said(folder) else ""

    def was_said(self, folder: Path) -> bool:
        """From now on; whether it was not before. Kept as a hash: names of folders need not stand in the settings."""
        from hashlib import sha256

        known = str(self._settings.value(_SAID, "")).split()
        place = sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        if place in known:
            return False
        self._settings.setValue(_SAID, " ".join([*known, place][-_MOST_SAID:]))
        return True

    def look_at_disk(self) -> None:
        from doorbraak.model.workspace.surroundings import disk_nearly_full

        session = self._window.session
        if session is None:
            self._each_minute.stop()
        said = disk_nearly_full(session.store.folder) if session is not None else ""
        self._room.setText(said)
        self._room.setToolTip(
            tooltip(self.tr("De dossiers zijn veilig. Op een volle schijf kan niets worden bewaard."))
        )
        self._room.setVisible(bool(said))


def advice(folder: Path, *, short: bool = False) -> str:
    """Why another folder is better for a workspace; empty for a plain one."""
    from doorbraak.model.workspace import folder_kinds

    found = folder_kinds.kinds(folder)
    return folder_kinds.short_advice(found) if short else folder_kinds.advice(found)
