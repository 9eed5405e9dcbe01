"""What the plan or a justification lacks, said above the paper that rests on it: it prints all the same."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from doorbraak.model.documents.papers import Paper
from doorbraak.model.documents.printable import PLAN, RESTS_ON_ALL
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.local_mandates import LocalMandate
from doorbraak.model.insight import missing_plan
from doorbraak.model.insight.missing_parts import Missing, missing
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import button, quiet

_MOST = 2  # that are named here; the page Onderbouwing has them all, with why


class MissingLine(QWidget):
    """Hidden while nothing is missing, and above a paper that does not rest on the justification."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._found: tuple[Missing, ...] = ()
        self._about = 0
        self._said = quiet()
        there = button(self.tr("Aan&vullen"), self._go)
        there.setToolTip(self.tr("Naar het blad waar het eerste hiervan staat"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said, 1)
        row.addWidget(there, 0, Qt.AlignmentFlag.AlignTop)

    def show_missing(
        self, kind: Paper, about: int | None, dossier: Dossier, mandates: Callable[[], tuple[LocalMandate, ...]]
    ) -> None:
        self._found, self._about = (), about or 0
        if kind.id in RESTS_ON_ALL and about is not None:
            self._found = missing(dossier, about, self._session.catalogue, mandates())
        elif kind.id == PLAN:
            self._found, self._about = missing_plan.missing(dossier), 0
        self.setVisible(bool(self._found))
        self._said.setText(self._sentence())

    def _sentence(self) -> str:
        number = len(self._found)
        if not number:
            return ""
        many = self.tr("Er ontbreken nog %d dingen.") % number
        count = self.tr("Er ontbreekt nog 1 ding.") if number == 1 else many
        if not self._about:  # of the plan: never more than three
            return " ".join((count, *(one.what for one in self._found)))
        more = self.tr("De andere staan op het blad Onderbouwing.") if number > _MOST else ""
        return " ".join((count, *(one.what for one in self._found[:_MOST]), more)).strip()

    def _go(self) -> None:
        if self._found:
            self._session.missing_wanted.emit(self._about, self._found[0])
