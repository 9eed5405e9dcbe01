"""Before a workspace is open: first start, a new workspace with its recovery code, and unlocking."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from doorbraak.model.errors import InputError, UserError
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.blocks import button, quiet
from doorbraak.ui.widgets.notice import Notice, mark


class Calm(QWidget):
    """One narrow column in the middle of the window."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.notice = Notice()
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(520)
        self.column = QVBoxLayout(card)
        self.column.setContentsMargins(32, 28, 32, 28)
        self.column.setSpacing(10)
        name = QLabel(title)
        name.setProperty("letters", "title")
        name.setWordWrap(True)
        self.column.addWidget(name)
        self.column.addWidget(quiet(text))
        self.column.addWidget(self.notice)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(card)
        middle.addStretch()
        outer.addLayout(middle)
        outer.addStretch(3)

    def add_buttons(self, *rows: tuple[str, Callable[[], object]]) -> None:
        """The first is the one that Enter means."""
        line = QHBoxLayout()
        for at, (text, work) in enumerate(rows):
            made = button(text, work)
            made.setProperty("main", at == 0)
            line.addWidget(made)
        line.addStretch()
        self.column.addSpacing(6)
        self.column.addLayout(line)


class SecretField(QLineEdit):
    """A passphrase with a button that shows it; pasting is allowed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)

    def show_button(self, text: str) -> QWidget:
        made = button(text, lambda: None)
        made.setCheckable(True)
        made.toggled.connect(self._show)
        made.toggled.connect(lambda on: made.setText(self.tr("Niet &tonen") if on else text))
        return made

    def _show(self, on: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)


def _labelled(column: QVBoxLayout, text: str, *widgets: QWidget) -> None:
    label = QLabel(text)
    label.setBuddy(widgets[0])
    column.addWidget(label)
    line = QHBoxLayout()
    for widget in widgets:
        line.addWidget(widget)
    column.addLayout(line)


class FirstStart(Calm):
    """Two choices, nothing else."""

    create = Signal()
    open = Signal()

    def __init__(self) -> None:
        super().__init__(
            "Doorbraak",
            "Breng een vastgelopen huishouden in kaart en vind de stap die de rest losmaakt. "
            "Alles blijft versleuteld op deze computer.",
        )
        self.add_buttons(
            (self.tr("&Nieuwe werkmap maken"), self.create.emit),
            (self.tr("Bestaande werkmap &openen"), self.open.emit),
        )


class NewWorkspace(Calm):
    """Folder and passphrase of a new workspace. Emits `made` with both once they can be used."""

    made = Signal(object, str)
    back = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__(
            self.tr("Nieuwe werkmap"),
            self.tr("Bedenk een wachtzin van ten minste 12 tekens, bijvoorbeeld vier losse woorden."),
        )
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName(self.tr("Map"))
        _labelled(self.column, self.tr("&Map"), self.folder, button(self.tr("&Kiezen…"), self._choose))
        self.passphrase = SecretField(self.tr("Wachtzin"))
        _labelled(self.column, self.tr("Wacht&zin"), self.passphrase, self.passphrase.show_button(self.tr("&Tonen")))
        self.again = SecretField(self.tr("Nog een keer"))
        _labelled(self.column, self.tr("Nog een k&eer"), self.again)
        self.add_buttons((self.tr("Werkmap m&aken"), self._make), (self.tr("Te&rug"), self.back.emit))
        self.setTabOrder(self.passphrase, self.again)
        for field in (self.folder, self.passphrase, self.again):
            field.returnPressed.connect(self._make)

    def _choose(self) -> None:
        chosen = ask.folder(self, self.tr("Map voor de werkmap"), Path(self.folder.text()))
        if chosen is not None:
            self.folder.setText(str(chosen))

    def _make(self) -> None:
        same = self.passphrase.text() == self.again.text()
        error = None
        if not same:
            error = InputError(self.tr("De twee wachtzinnen zijn niet gelijk. Typ ze nog eens."), "again")
        mark(self.again, error)
        self.notice.say(error.sentence if error else "")
        if error:
            self.again.selectAll()
            self.again.setFocus()
            return
        self.made.emit(Path(self.folder.text()).expanduser(), self.passphrase.text())

    def refuse(self, error: UserError) -> None:
        """Show why it can't be made; what was typed stays."""
        self.notice.show_error(error)
        wrong = self.passphrase if isinstance(error, InputError) else self.folder
        mark(wrong, error)
        wrong.setFocus()


class RecoveryCode(Calm):
    """The code, once. It is stored nowhere, so the user says that it was written down."""

    done = Signal()

    def __init__(self, code: str) -> None:
        super().__init__(
            self.tr("Bewaar deze herstelcode"),
            self.tr(
                "Ben je de wachtzin kwijt, dan opent deze code de werkmap. Schrijf hem op en bewaar hem "
                "apart van de laptop. Je ziet hem maar één keer."
            ),
        )
        shown = QLineEdit(code)
        shown.setReadOnly(True)
        shown.setAccessibleName(self.tr("Herstelcode"))
        font = shown.font()
        font.setFamilies(["DejaVu Sans Mono", "Consolas", "Menlo", "monospace"])
        font.setBold(True)
        shown.setFont(font)
        _labelled(self.column, self.tr("Herstel&code"), shown)
        self.add_buttons((self.tr("&Klaar, ik heb hem bewaard"), self.done.emit))


class Unlock(Calm):
    """Asks the passphrase of one folder; the recovery code works too."""

    given = Signal(str)
    other = Signal()

    def __init__(self, folder: Path, locked: bool) -> None:
        title = self.tr("Vergrendeld") if locked else self.tr("Werkmap openen")
        super().__init__(title, self.tr("Typ de wachtzin, of de herstelcode."))
        self.folder = folder
        where = quiet(str(folder))
        where.setTextFormat(Qt.TextFormat.PlainText)
        self.column.addWidget(where)
        self.passphrase = SecretField(self.tr("Wachtzin"))
        self.passphrase.returnPressed.connect(self._give)
        _labelled(self.column, self.tr("Wacht&zin"), self.passphrase, self.passphrase.show_button(self.tr("&Tonen")))
        self.add_buttons((self.tr("&Openen"), self._give), (self.tr("Andere &map…"), self.other.emit))

    def _give(self) -> None:
        self.given.emit(self.passphrase.text())

    def refuse(self, error: UserError) -> None:
        self.notice.show_error(error)
        mark(self.passphrase, error)
        self.passphrase.selectAll()
        self.passphrase.setFocus()
