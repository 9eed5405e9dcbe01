"""Before a workspace is open: first start, a new workspace with its recovery code, and unlocking."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QHideEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from doorbraak.model.errors import InputError, UserError, WrongPassphrase
from doorbraak.ui import theme
from doorbraak.ui.clearing import forget_copied
from doorbraak.ui.phrase_strength import strength_line
from doorbraak.ui.surroundings import advice
from doorbraak.ui.widgets import ask, by_number
from doorbraak.ui.widgets.blocks import button, quiet
from doorbraak.ui.widgets.notice import Notice, mark
from doorbraak.ui.widgets.secret_field import SecretField
from doorbraak.ui.widgets.wrapped_label import WrappedLabel


class Calm(QWidget):
    """One narrow column in the middle of the window."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.notice = Notice()
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(min(round(520 * theme.zoom()), 1200))
        self.column = QVBoxLayout(card)
        self.column.setContentsMargins(32, 24, 32, 24)
        self.column.setSpacing(8)
        name = WrappedLabel(title)
        name.setProperty("letters", "title")
        self.column.addWidget(name)
        self.column.addWidget(quiet(text))
        self.column.addWidget(self.notice)
        body, self.area = QWidget(), QScrollArea()  # large letters, or a screen of twice the density: it scrolls
        self.area.setWidget(body)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        by_number.downwards_only(self.area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        outer = QVBoxLayout(body)
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

    def add_quieter(self, *buttons: QWidget) -> None:
        """Under them, and as wide as they need."""
        line = QHBoxLayout()
        for made in buttons:
            line.addWidget(made)
        line.addStretch()
        self.column.addLayout(line)


def _labelled(column: QVBoxLayout, text: str, *widgets: QWidget) -> None:
    """The label close to what it names, and not to the field before."""
    label = QLabel(text)
    label.setBuddy(widgets[0])
    both, line = QVBoxLayout(), QHBoxLayout()
    both.setSpacing(2)
    both.addWidget(label)
    for widget in widgets:
        line.addWidget(widget)
    both.addLayout(line)
    column.addLayout(both)


def _publication_button(room: QWidget, work: Callable[[], object]) -> QWidget:
    made = button(room.tr("&Publicatie openen…"), work)
    made.setToolTip(room.tr("Cijfers over veel huishoudens samen. Daar is geen wachtzin voor nodig."))
    return made


class FirstStart(Calm):
    """Two choices; and, quieter, to look around first, and the figures that need no workspace."""

    create = Signal()
    open = Signal()
    examples = Signal()
    publication = Signal()

    def __init__(self) -> None:
        super().__init__(
            "Doorbraak",
            "Breng een vastgelopen huishouden in kaart en vind de stap die de rest losmaakt. "
            "Alles blijft versleuteld op deze computer. "
            "Dit is een vroege uitgave: gebruik nog geen gegevens van echte mensen.",
        )
        self.add_buttons(
            (self.tr("&Nieuwe werkmap maken"), self.create.emit),
            (self.tr("Bestaande werkmap &openen"), self.open.emit),
        )
        around = button(self.tr("&Rondkijken met voorbeelden"), self.examples.emit)
        self.add_quieter(around, _publication_button(self, self.publication.emit))


class NewWorkspace(Calm):
    """Folder and passphrase of a new workspace. Emits `made` with both once they can be used."""

    made = Signal(object, str)
    back = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__(
            self.tr("Nieuwe werkmap"),
            self.tr("Kies een map en bedenk een wachtzin. Daarmee gaat de werkmap open."),
        )
        self._usual = folder
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName(self.tr("Map"))
        _labelled(self.column, self.tr("&Map"), self.folder, button(self.tr("&Kiezen…"), self._choose))
        self._advice = quiet()
        self.column.addWidget(self._advice)
        self.folder.textChanged.connect(lambda: self._advice.hide())
        self.folder.editingFinished.connect(self._advise)
        self._advise()
        self.passphrase = SecretField(self.tr("Wachtzin"))
        self.again = SecretField(self.tr("Nog een keer"))
        shows = self.passphrase.show_button(self.tr("&Tonen"), [self.again])
        _labelled(self.column, self.tr("Wacht&zin"), self.passphrase, shows)
        self.column.addWidget(strength_line(self.passphrase))
        _labelled(self.column, self.tr("Nog een k&eer"), self.again)
        self._kind = QCheckBox(self.tr("&Voor een coördinator: die ontvangt en publiceert"))
        self._kind.setToolTip(self.tr("Zonder huishoudens. Wie zelf huishoudens helpt, laat dit leeg."))
        self._kind.toggled.connect(self._beside)
        self.column.addSpacing(4)
        self.column.addWidget(self._kind)
        self.add_buttons((self.tr("Werkmap m&aken"), self._make), (self.tr("Te&rug"), self.back.emit))
        self.setTabOrder(self.passphrase, self.again)
        for field in (self.folder, self.passphrase, self.again):
            field.returnPressed.connect(self._make)

    @property
    def coordinates(self) -> bool:
        """Whether it is for a coordinator."""
        return self._kind.isChecked()

    def _beside(self, on: bool) -> None:
        """A coordinator's stands beside the usual place of the households, unless somebody chose a place."""
        usual = self._usual
        beside = usual.with_name(f"{usual.name}-coordinator")
        before, after = (usual, beside) if on else (beside, usual)
        if self.folder.text() == str(before):
            self.folder.setText(str(after))
            self._advise()

    def _choose(self) -> None:
        chosen = ask.folder(self, self.tr("Map voor de werkmap"), Path(self.folder.text()))
        if chosen is not None:
            self.folder.setText(str(chosen))
            self._advise()

    def _advise(self) -> None:
        """Where a workspace is better not made, before it is; nothing is refused."""
        said = advice(Path(self.folder.text()), short=True)
        self._advice.setText(said)
        self._advice.setVisible(bool(said))

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


def code_line(code: str) -> QLineEdit:
    """A recovery code, large and in letters of one width, so that it can be copied by hand."""
    shown = QLineEdit(code)
    shown.setReadOnly(True)
    shown.setAccessibleName(QApplication.translate("RecoveryCode", "Herstelcode"))
    font = shown.font()
    font.setFamilies(["DejaVu Sans Mono", "Consolas", "Menlo", "monospace"])
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * theme.LETTERS["name"])
    shown.setFont(font)
    shown.setMinimumWidth(QFontMetrics(font).horizontalAdvance(code) + 32)
    return shown


class RecoveryCode(Calm):
    """The code, once. It is stored nowhere, so the user says that it was written down.

    Who copies it does so as anything else of a household: out of histories, gone after a minute, or with the window.
    """

    done = Signal()

    def __init__(self, code: str) -> None:
        super().__init__(
            self.tr("Bewaar deze herstelcode"),
            self.tr(
                "Ben je de wachtzin kwijt, dan opent deze code de werkmap. Schrijf hem op en bewaar hem "
                "apart van de laptop. Je ziet hem maar één keer."
            ),
        )
        self._code = code
        _labelled(self.column, self.tr("Herstel&code"), code_line(code))
        self.add_buttons((self.tr("&Klaar, ik heb hem bewaard"), self.done.emit), (self.tr("A&fdrukken…"), self._print))
        from doorbraak.ui.widgets import copying  # late: a start needs none of it

        copying.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous() and not self.window().isVisible():
            forget_copied()

    def _print(self) -> None:
        from doorbraak.ui.recovery_dialogs import print_code  # late: a start needs none of it

        print_code(self, self._code, "")


class Unlock(Calm):
    """Asks the passphrase of one folder; the recovery code works too. `lost`: take the keys from a copy instead.

    `publication`: the figures that need no passphrase.
    """

    given = Signal(str)
    other = Signal()
    publication = Signal()
    lost = Signal()

    def __init__(self, folder: Path, locked: bool) -> None:
        title = self.tr("Vergrendeld") if locked else self.tr("Werkmap openen")
        super().__init__(title, self.tr("Typ de wachtzin, of de herstelcode."))
        self.folder = folder
        where = quiet(str(folder))
        self.column.addWidget(where)
        self.passphrase = SecretField(self.tr("Wachtzin"))
        self.passphrase.returnPressed.connect(self._give)
        _labelled(self.column, self.tr("Wacht&zin"), self.passphrase, self.passphrase.show_button(self.tr("&Tonen")))
        self.add_buttons((self.tr("&Openen"), self._give), (self.tr("Andere &map…"), self.other.emit))
        self._lost = button(self.tr("&Sleutels terughalen…"), self.lost.emit)
        self.add_quieter(self._lost)
        self._lost.hide()
        self.add_quieter(_publication_button(self, self.publication.emit))

    def _give(self) -> None:
        if self.passphrase.text():
            self.given.emit(self.passphrase.text())
        else:  # no attempt: nothing to count or to wait for
            self.refuse(InputError(self.tr("Typ eerst de wachtzin, of de herstelcode."), "passphrase"))

    def refuse(self, error: UserError) -> None:
        self.notice.show_error(error)
        self._lost.setVisible(isinstance(error, WrongPassphrase) and error.fits is not None)
        mark(self.passphrase, error)
        self.passphrase.selectAll()
        self.passphrase.setFocus()


class LostSlots(Calm):
    """The key slots are gone or damaged, and lie beside the copies too. `given`: passphrase and a folder, or None.

    `typed`: the passphrase that those of now refused and those of a copy don't.
    """

    given = Signal(str, object)
    other = Signal()

    def __init__(self, folder: Path, copied: datetime | None, typed: str = "") -> None:
        title, text = self.tr("De sleutels van deze werkmap zijn weg"), self.tr("Je dossiers zijn niet veranderd. ")
        if typed:
            title = self.tr("Sleutels terughalen uit een kopie")
            text += self.tr("De sleutels van nu worden bewaard. Daarna gelden de wachtzin en de herstelcode van toen.")
        else:
            text += self.tr("Maar het bestand met de sleutels is weg of beschadigd. Nu past geen enkele wachtzin.")
        super().__init__(title, text)
        self._folder = folder
        self._elsewhere: Path | None = None
        self._said = quiet()
        self.column.addWidget(self._said)
        self.passphrase = SecretField(self.tr("Wachtzin"))
        self.passphrase.returnPressed.connect(self._give)
        _labelled(self.column, self.tr("Wacht&zin"), self.passphrase, self.passphrase.show_button(self.tr("&Tonen")))
        self.add_buttons(
            (self.tr("&Sleutels terughalen"), self._give),
            (self.tr("&Kopieën zoeken…"), self._choose),
            (self.tr("Andere &map…"), self.other.emit),
        )
        self.passphrase.setText(typed)
        self.show_copy(copied)

    def show_copy(self, copied: datetime | None) -> None:
        """The moment of the newest copy with slots, None when there is none.

        By its day alone: which one fits depends on the passphrase, and more than one is tried.
        """
        if copied is not None:
            said = self.tr("Bij de reservekopieën liggen ook sleutels, de nieuwste van %d-%d-%d. ")
            said %= copied.day, copied.month, copied.year
            said += self.tr("Typ de wachtzin van die dag, of de herstelcode. Dan gaat de werkmap weer open.")
        elif self._elsewhere is None:
            said = self.tr("Bij de reservekopieën van deze werkmap liggen geen sleutels. ")
            said += self.tr("Heb je kopieën op een stick of een andere schijf? Zoek dan de map waar die staan.")
        else:
            said = self.tr("In de map die je koos, liggen geen sleutels. Zoek een andere map met kopieën.")
        self._said.setText(said)

    def _choose(self) -> None:
        chosen = ask.folder(self, self.tr("Map met kopieën"), Path.home())
        if chosen is not None and self.isVisible():
            from doorbraak.ui import opening  # late: a start needs none of it

            self._elsewhere = chosen
            self.show_copy(opening.slots_kept_at(self._folder, chosen))
            self.passphrase.setFocus()

    def _give(self) -> None:
        self.given.emit(self.passphrase.text(), self._elsewhere)

    def refuse(self, error: UserError) -> None:
        self.notice.show_error(error)
        mark(self.passphrase, error)
        self.passphrase.selectAll()
        self.passphrase.setFocus()
