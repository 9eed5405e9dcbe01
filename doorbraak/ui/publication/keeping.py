"""Report, workbook, charts and tables of the publication that is in sight, into a folder of its own."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from doorbraak.model import whole_files
from doorbraak.model.errors import InputError, UserError
from doorbraak.model.exchange import publication_package, publication_reading, publication_writing
from doorbraak.model.exchange.published import Publication
from doorbraak.ui.widgets import ask

if TYPE_CHECKING:
    from doorbraak.ui.publication.page import PublicationPage


class _Stopped(Exception):
    pass


def keep_all(page: "PublicationPage", workspace: Path | None) -> None:
    """Asks where. What was there of another publication stays; nothing is written into `workspace`."""
    tr = QCoreApplication.translate
    made = page.publication
    chosen = ask.folder(page, tr("Keeping", "Map voor rapport en grafieken"), Path.home())
    if chosen is None or made is None or page.publication is not made:
        return
    folder = chosen / f"doorbraak-{made.period}"
    try:
        if workspace is not None:
            whole_files.refuse_inside(workspace, folder)
        _refuse_others(folder, made)
        contents = _contents(page, made, page.previous)
        with whole_files.errors_for_people():
            for parent in sorted({(folder / name).parent for name in contents}):
                parent.mkdir(parents=True, exist_ok=True)
        whole_files.write_all(folder, contents)
    except _Stopped:
        page.notice.say(tr("Keeping", "Gestopt. Er is niets bewaard."), calm=True)
    except UserError as error:
        page.show_error(error)
    else:
        page.notice.say(tr("Keeping", "Bewaard: %d bestanden in %s") % (len(contents), folder), calm=True)


def _contents(parent: QWidget, made: Publication, previous: Publication | None) -> dict[str, bytes]:
    """Drawing all charts takes a while: who waits sees how far it is, and can stop it. Raises _Stopped."""
    from doorbraak.ui.paper import publication_files

    tr = QCoreApplication.translate
    waiting = QProgressDialog(
        tr("Keeping", "Rapport en grafieken worden gemaakt…"), tr("Keeping", "&Stoppen"), 0, 0, parent
    )
    waiting.setWindowTitle(tr("Keeping", "Rapport en grafieken"))
    waiting.setWindowModality(Qt.WindowModality.WindowModal)
    waiting.setMinimumDuration(400)
    waiting.setAutoClose(False)

    def told(done: int, of: int) -> None:
        waiting.setMaximum(of)
        waiting.setValue(done)
        if waiting.wasCanceled():
            raise _Stopped

    try:
        return publication_files.files(made, previous, told)
    finally:
        waiting.close()
        waiting.deleteLater()


def _refuse_others(folder: Path, made: Publication) -> None:
    """Raises InputError where files stand that are not of this publication."""
    with whole_files.errors_for_people():
        if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
            return
    try:
        same = publication_reading.read(folder / publication_package.file_name(made.period)) == made
    except UserError:
        same = False
    if not same:
        raise InputError(publication_writing.OTHERS, "out")
