"""The access log as a file: through the door that all files take, and a line in the log itself."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model import whole_files
from doorbraak.model.workspace import log_reading
from doorbraak.model.workspace.log_reading import Wanted
from doorbraak.ui.leaving import Leaving

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


class LogFile(Leaving):
    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)

    def save(self, wanted: Wanted) -> None:
        """The lines that are wanted, that of this saving among them, and what is found about the whole log."""
        from doorbraak.model.documents import log_export

        today = date.today()

        def write(path: Path) -> None:
            session = self._window.session
            assert session is not None
            found = log_reading.verify(session.store)
            content = log_export.write(log_reading.numbered(session.store, wanted), found, today)
            whole_files.write_all(path.parent, {path.name: content})

        self._write(
            self.tr("Logboek opslaan (bevat persoonsgegevens: accounts en nummers van huishoudens)"),
            log_export.file_name(today),
            self.tr("Tabel (*.csv)"),
            log_reading.OBJECT,
            write,
        )
