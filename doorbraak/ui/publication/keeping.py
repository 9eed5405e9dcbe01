"""Report, workbook, charts and tables of a publication, into a folder of its own that is asked for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from doorbraak.model.exchange import publication_writing
from doorbraak.model.exchange.published import Publication
from doorbraak.model.exchange.published_views import OwnFigures
from doorbraak.ui.widgets import ask


class _Stopped(Exception):
    pass


def keep_all(
    parent: QWidget, made: Publication, previous: Publication | None, still: Callable[[], bool],
    workspace: Path | None, note: publication_writing.Note | None = None, gemeente: str = "",
    own: OwnFigures | None = None,
) -> str:  # fmt: skip
    """What there is to say about it; nothing when no folder was chosen, or a lock came in between.

    `still`: whether that publication is in sight yet; nothing is written into `workspace`. `gemeente`: the code of the
    CBS that stands in the package; `own`: what its reader put beside it. Raises UserError.
    """
    tr = QCoreApplication.translate
    chosen = ask.folder(parent, tr("Keeping", "Map voor rapport en grafieken"), Path.home())
    if chosen is None or not still():
        return ""
    folder = chosen / f"doorbraak-{made.period}"
    publication_writing.refuse_folder(folder, workspace)
    try:
        contents = _contents(parent, made, previous, gemeente, own)
    except _Stopped:
        return tr("Keeping", "Gestopt. Er is niets bewaard.")
    if not still():
        return ""
    written = publication_writing.write(made, contents, folder, workspace, note)
    return tr("Keeping", "Bewaard: %d bestanden in %s") % (len(written), folder)


def _contents(
    parent: QWidget, made: Publication, previous: Publication | None, gemeente: str, own: OwnFigures | None
) -> dict[str, bytes]:
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
        return publication_files.files(made, previous, told, gemeente, own)
    finally:
        waiting.close()
        waiting.deleteLater()
