"""The recovery code: a new one, shown once and printed; and a test whether the one on paper fits."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from doorbraak.model.errors import InputError, UserError, WrongPassphrase
from doorbraak.model.workspace import passphrase
from doorbraak.model.workspace.store import Store
from doorbraak.ui import theme
from doorbraak.ui.start import code_line
from doorbraak.ui.widgets.blocks import button, quiet
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.notice import mark
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


def new_code(window: "MainWindow") -> None:
    """Asks the passphrase, makes the code and shows it this once."""
    session = window.session
    if session is None:
        return
    session.flush()
    dialog = NewCodeDialog(session.store, window)
    made = dialog.exec() == QDialog.DialogCode.Accepted and window.session is session
    code = dialog.code
    dialog.deleteLater()
    if made:
        show_code(window, code)


class NewCodeDialog(FormDialog):
    """`code` is there once it was made."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(QApplication.translate("NewCodeDialog", "Nieuwe herstelcode"), parent)
        self._store = store
        self.code = ""
        self.say(self.tr("De code van nu opent de werkmap daarna niet meer. Kopieën van hiervoor nog wel."))
        self.present = SecretField("")
        self.ask_secret("present", self.tr("Wachtzin van n&u"), self.present, self.tr("&Tonen"))
        self.finish(self.tr("Nieuwe code &maken"))

    def save(self) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.code = passphrase.new_code(self._store, self.present.text())
        except WrongPassphrase as error:
            raise InputError(error.sentence, "present") from error
        finally:
            QApplication.restoreOverrideCursor()


def show_code(window: "MainWindow", code: str) -> bool:
    """Shows it once; whether the workspace is still open. Who closes it without keeping it is told what to do."""
    session = window.session
    if session is None:
        return False
    dialog = CodeDialog(code, session.store, window)
    kept = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    if window.session is not session:
        return False
    if kept:
        try:
            passphrase.code_seen(session.store)
            session.mended.emit()  # what was said of a code that nobody kept
        except UserError as error:
            session.problem.emit(error)
    else:
        say_unseen(window)
    return True


def say_unseen(window: "MainWindow") -> None:
    """Nobody has the code on paper: then nothing helps who forgets the passphrase."""
    if window.view is not None:
        said = window.tr(
            "Er is een nieuwe herstelcode, maar die is nog niet bewaard. "
            "Maak een nieuwe: Bestand, Wachtzin en herstelcode."
        )
        before = window.view.notice.text()  # maybe graver
        window.view.notice.say(f"{before} {said}".strip() if said not in before else before)


class CodeDialog(QDialog):
    """Accepted when somebody says that the code was kept."""

    def __init__(self, code: str, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._code, self._store = code, store
        self.setWindowTitle(self.tr("Bewaar deze herstelcode"))
        self.setMinimumWidth(min(round(520 * theme.zoom()), 1200))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(
            quiet(
                self.tr(
                    "Ben je de wachtzin kwijt, dan opent deze code de werkmap. Druk hem af of schrijf hem op. "
                    "Bewaar hem apart van de laptop. Je ziet hem maar één keer."
                )
            )
        )
        shown, name = code_line(code), QLabel(self.tr("&Herstelcode"))
        name.setBuddy(shown)
        column.addWidget(name)
        column.addWidget(shown)
        row = QHBoxLayout()
        self.print = button(self.tr("A&fdrukken…"), self._print)
        self.keep = button(self.tr("&Klaar, ik heb hem bewaard"), self.accept)
        self.print.setAutoDefault(False)
        self.keep.setDefault(True)
        row.addWidget(self.print)
        row.addStretch()
        row.addWidget(self.keep)
        column.addLayout(row)
        self.print.setFocus()

    def _print(self) -> None:
        if print_code(self, self._code, self._store.title) and not self._store.closed:
            self._store.note("afdrukken", "herstelcode")


def print_code(parent: QWidget, code: str, workspace: str) -> bool:
    """A preview first; whether it was printed."""
    from doorbraak.model.documents.recovery_paper import recovery_paper_of
    from doorbraak.ui.paper import preview

    return preview.print_paper(parent, recovery_paper_of(code, workspace, date.today()))


def test_code(window: "MainWindow") -> None:
    """Past deze code? Nothing changes but the day of the test."""
    session = window.session
    if session is not None:
        session.flush()
        dialog = TestCodeDialog(session.store, window)
        dialog.exec()
        dialog.deleteLater()


class TestCodeDialog(FormDialog):
    """Stays open, so that a mistyped code can be mended."""

    __test__ = False  # for a program that looks for tests by their names

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(QApplication.translate("TestCodeDialog", "Past deze code?"), parent)
        self._store = store
        self.say(self.tr("Typ de code over van het papier. Er verandert niets."))
        self.code = SecretField("")
        self.code.show_typed(True)
        self.ask("code", self.tr("&Herstelcode"), self.code)
        self.said = quiet(tested(store))
        self.form.addRow(self.said)
        self.finish(self.tr("&Proberen"))
        for box in self.findChildren(QDialogButtonBox):
            box.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("&Sluiten"))

    def accept(self) -> None:
        self.notice.clear()
        try:
            fits = passphrase.code_fits(self._store, self.code.text(), date.today())
        except UserError as error:
            self.notice.show_error(error)
            return
        wrong = self.tr("Deze code past niet. Er is niets veranderd. Kijk de code na, of maak een nieuwe.")
        mark(self.code, None if fits else InputError(wrong, "code"))
        if not fits:
            self.notice.say(wrong)
            self.code.selectAll()
            self.code.setFocus()
            return
        self.notice.say(self.tr("Deze code past. Berg het papier weer op, apart van de laptop."))
        self.code.clear()
        self.said.setText(tested(self._store))


def tested(store: Store) -> str:
    """When the code was last tried."""
    if passphrase.code_is_unseen(store):
        return QApplication.translate("TestCodeDialog", "De nieuwste code is nog niet bewaard. Maak een nieuwe.")
    day = passphrase.tested_on(store)
    if day is None:
        return QApplication.translate("TestCodeDialog", "De code is nog niet getest.")
    return QApplication.translate("TestCodeDialog", "De code is het laatst getest op %s.") % shown_day(day)
