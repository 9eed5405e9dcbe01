"""The access log as a file: through the door that all files take, and a line in the log itself."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from doorbraak.model import whole_files
from doorbraak.model.workspace import log_reading
from doorbraak.model.workspace.log import Verdict
from doorbraak.model.workspace.log_reading import Wanted
from doorbraak.ui.leaving import Leaving
from doorbraak.ui.overview.access_log_steps import Step, judging, writing
from doorbraak.ui.widgets import ask

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


class LogFile(Leaving):
    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)

    def save(self, wanted: Wanted, work: Callable[[list[Step]], None]) -> None:
        """The lines that are wanted, that of this saving among them, and what is found about the whole log.

        `work` does the steps; the last one writes the file.
        """
        from doorbraak.model.documents import log_export

        title = self.tr("Logboek opslaan (bevat persoonsgegevens: accounts en nummers van huishoudens)")
        today = date.today()
        path = ask.target(self._window, title, log_export.file_name(today), self.tr("Tabel (*.csv)"))
        session, status = self._window.session, self._window.statusBar()
        if path is None or session is None:
            return
        said, judged = self.tr("Gemaakt: %s") % path, list[Verdict]()

        def write(sheet: log_export.Sheet) -> None:
            whole_files.write_all(path.parent, {path.name: sheet.ended(judged[0], today)})
            status.showMessage(said, 15_000)

        with self._saying():
            whole_files.refuse_inside(session.store.folder, path)
            session.store.note("uitvoeren", log_reading.OBJECT)
            work([*judging(session.store, judged.append), *writing(session.store, wanted, write)])
