"""What publishing writes, into a folder of its own: workbook, report, charts and the tables for other programs."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model.exchange import publication_package, publication_writing
from doorbraak.model.exchange.published import Publication
from doorbraak.ui.leaving import Leaving
from doorbraak.ui.widgets import ask

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


class PublicationFiles(Leaving):
    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)

    def save(self, made: Publication, previous: Publication | None) -> str:
        """Where they are now; empty when it was cancelled or refused."""
        chosen = ask.folder(self._window, self.tr("Map voor de publicatie"), Path.home())
        session = self._session()
        if chosen is None or session is None:
            return ""
        with self._saying():
            folder = chosen / f"doorbraak-{made.period}"
            publication_writing.refuse_folder(session.store, folder)
            written = publication_writing.write(session.store, made, _contents(made, previous), folder)
            if len(written) == 1:
                return self.tr("Bewaard: 1 bestand in %s") % folder
            return self.tr("Bewaard: %d bestanden in %s") % (len(written), folder)
        return ""


def _contents(made: Publication, previous: Publication | None) -> Mapping[str, bytes]:
    """The tables alone where what draws the others is not there."""
    try:
        from doorbraak.ui.paper import publication_files  # type: ignore[attr-defined,unused-ignore]
    except ImportError:
        return {publication_package.file_name(made.period): publication_package.package_bytes(made)}
    found: Mapping[str, bytes] = publication_files.files(made, previous)
    return found
