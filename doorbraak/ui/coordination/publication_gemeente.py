"""The code of the gemeente that a publication is about: typed once, kept in the workspace, in every package."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from doorbraak.model.errors import UserError
from doorbraak.model.exchange import publication_gemeente
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.notice import mark

_WIDTH = 90


class GemeenteField(QWidget):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.code = QLineEdit()
        self.code.setAccessibleName(self.tr("Gemeente, code van het CBS"))
        self.code.setPlaceholderText("GM0363")
        self.code.setFixedWidth(_WIDTH)
        self.code.editingFinished.connect(self.taken)
        label = QLabel(self.tr("&Gemeente (code CBS)"))
        label.setBuddy(self.code)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(label)
        line.addWidget(self.code)

    def refresh(self) -> None:
        """What is being typed stays."""
        if not self.code.hasFocus():
            self.code.setText(publication_gemeente.kept(self._session.store))

    def taken(self) -> bool:
        """Whether what stands there could be kept; else it is said why not."""
        if self._session.store.closed:  # a lock took the focus away
            return False
        typed = self.code.text().strip().upper()
        error: UserError | None = None
        try:
            publication_gemeente.keep(self._session.store, typed)
        except UserError as refused:
            error = refused
            self._session.problem.emit(refused)
        else:
            self.code.setText(typed)
            self._session.mended.emit()
        mark(self.code, error)
        return error is None
