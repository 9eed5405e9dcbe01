"""The signaalbrief of one knelpunt: its words are read here before they leave, and then printed or saved."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QDialogButtonBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from doorbraak.model import whole_files
from doorbraak.model.documents.document import Document
from doorbraak.model.documents.signal_letter import FILE_NAME, TITLE, signal_letter_of
from doorbraak.model.documents.signal_letter_drafts import by_field, left_of, place_of
from doorbraak.model.documents.signal_letter_names import PARTS, Watched, watched_of
from doorbraak.model.documents.signal_letter_words import About, LetterWords, Question, faults, questions
from doorbraak.model.dossier import household, profile
from doorbraak.model.dossier.dossier import read_only
from doorbraak.model.dossier.household import Household
from doorbraak.model.errors import InputError
from doorbraak.model.exchange import signals_out
from doorbraak.model.exchange.signals_out import ProtectedSignal
from doorbraak.model.insight.shared_signals import SharedSignal
from doorbraak.model.shortening import cut
from doorbraak.ui.leaving import Leaving
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.notice import mark
from doorbraak.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow

Way = Literal["print", "save"]
_LOGGED = "signaalbrief"
_AT_ONCE = 3  # questions about one field: the next ones come after an answer
_LONGEST = 40  # letters of the words that a box repeats


def write_letter(window: Any, session: Session, shared: SharedSignal, homes: tuple[Household, ...]) -> None:
    """`homes`: all households among which the knelpunt was looked for. One with the safety flag ("niet op papier
    achterlaten") counts as any other: the letter names nobody, and goes to who makes the rule and to no house.
    """
    out = signals_out.protect(shared, homes, example=all(home.example for home in homes))
    form = LetterForm(session, shared, out, _watched(session, shared), window)
    made = form.document if form.exec() else None
    way = form.way
    form.deleteLater()
    if made is not None and window.session is session:  # a lock may have closed the form
        leaving = _LetterOut(window)
        leaving.letter(made, way)
        leaving.deleteLater()


def _watched(session: Session, shared: SharedSignal) -> Watched:
    """Names of every household that there is, examples too."""
    store = session.store
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        dossiers = [read_only(store, home.id, PARTS) for home in household.all_of(store)]
        return watched_of(dossiers, shared.households, session.catalogue)
    finally:
        QApplication.restoreOverrideCursor()


class LetterForm(FormDialog):
    """What was changed in it is kept as a draft: closing it, or a lock, loses nothing. What may not leave is marked
    from the start, for nobody reads again what a program filled in. What may point at somebody is asked at its field;
    the answers are forgotten with the form.
    """

    def __init__(
        self, session: Session, shared: SharedSignal, out: ProtectedSignal, watched: Watched, parent: QWidget
    ) -> None:
        super().__init__(TITLE, parent)
        self._session, self._out, self._watched = session, out, watched
        self._place, self._left = place_of(shared), left_of(session.store, shared)
        self._usual = usual_words(shared)
        self._let_be: set[str] = set()
        self._asked: dict[str, _Asked] = {}
        self.document: Document | None = None
        self.way: Way = "print"
        self.setMinimumWidth(620)
        self.say(self.tr("Dit komt in de brief. Lees het eerst: er mag niets in staan dat een gezin aanwijst."))
        drafts = by_field(self._left)
        for key, text, long in (
            ("to", self.tr("&Voor wie"), False),
            ("subject", self.tr("&Onderwerp"), False),
            ("words", self.tr("Wat staat in de &weg?"), True),
            ("tried", self.tr("Wat is er &geprobeerd?"), True),
            ("proposal", self.tr("Wat &moet er anders?"), True),
        ):
            field = QPlainTextEdit() if long else QLineEdit()
            field.setProperty("key", key)
            if isinstance(field, QPlainTextEdit):
                field.setTabChangesFocus(True)
                field.setMinimumHeight(72)
            self.ask(key, text, field)
            _write(field, drafts.get(key, getattr(self._usual, key)))
            self._asked[key] = _Asked(self._answer)
            self.form.addRow("", self._asked[key])
        self.say(self._let_out())
        self._buttons()
        self._mark_faults()

    def _mark_faults(self) -> None:
        """At each field what may not leave, and what is asked about it."""
        words = self.words()
        found, asked = faults(words, self._watched), questions(words, self._watched)
        for key, field in self.fields.items():
            open_ = [one for one in asked.get(key, ()) if one.key not in self._let_be]
            error = found.get(key) or (InputError(open_[0].sentence, key) if open_ else None)
            mark(field, error)
            if error:
                found.setdefault(key, error)
        self._ask(words)
        self.notice.say(next(iter(found.values())).sentence if found else "")

    def _ask(self, words: LetterWords) -> None:
        """Nothing about a field in which something has to be mended first."""
        found, asked = faults(words, self._watched), questions(words, self._watched)
        for key, boxes in self._asked.items():
            boxes.show_questions(() if key in found else asked.get(key, ()), self._let_be)
        self.form.activate()
        high = max(self.form.totalSizeHint().height(), self.form.totalHeightForWidth(self.width()))
        self.resize(self.width(), min(max(self.height(), high), self.screen().availableGeometry().height()))

    def _answer(self, key: str, may_stay: bool) -> None:
        if may_stay:
            self._let_be.add(key)
        else:
            self._let_be.discard(key)
        self._mark_faults()

    def _let_out(self) -> str:
        """What the brief says of its own accord."""
        out = self._out
        said = [f"{out.households} huishoudens" if out.households else "", out.hours, out.euros]
        known = ", ".join(part for part in said if part)
        if known:
            return self.tr("De brief noemt zelf: %s.") % known
        return self.tr("De brief noemt geen aantal, uren of bedragen. Zo is geen gezin te herkennen.")

    def _buttons(self) -> None:
        box, role = QDialogButtonBox(), QDialogButtonBox.ButtonRole.AcceptRole
        look = box.addButton(self.tr("&Bekijken en afdrukken…"), role)
        save = box.addButton(self.tr("O&pslaan als PDF…"), role)
        box.addButton(self.tr("&Sluiten"), QDialogButtonBox.ButtonRole.RejectRole)
        look.setDefault(True)
        look.clicked.connect(lambda: self._make("print"))
        save.clicked.connect(lambda: self._make("save"))
        box.rejected.connect(self.reject)
        self.form.addRow(box)

    def _make(self, way: Way) -> None:
        self.way = way
        self._ask(self.words())
        self.accept()

    def words(self) -> LetterWords:
        return LetterWords(**{key: _text(field).strip() for key, field in self.fields.items()})

    def save(self) -> None:
        """Raises InputError at the field that points at somebody."""
        session = self._session
        self.document = signal_letter_of(
            self.words(), self._out, self._watched, session.catalogue, date.today(), profile.read(session.store),
            self._let_be,
        )  # fmt: skip

    def done(self, result: int) -> None:
        words = self.words()
        changed = {
            f"{self._place}{field.name}": getattr(words, field.name)
            for field in fields(words)
            if getattr(words, field.name) != getattr(self._usual, field.name)
        }
        for place, text in changed.items():
            self._session.keep_draft(place, text)
        for place in self._left.keys() - changed.keys():
            self._session.drop_draft(place)
        super().done(result)


class _Asked(QWidget):
    """A box to tick for each word of one field that may point at somebody."""

    def __init__(self, answer: Callable[[str, bool], None]) -> None:
        super().__init__()
        self._answer = answer
        self._boxes: dict[str, QCheckBox] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_questions(self, asked: tuple[Question, ...], let_be: set[str]) -> None:
        answered = {one.key: one for one in asked if one.key in let_be}
        open_ = {one.key: one for one in asked if one.key not in let_be}
        wanted = answered | dict(list(open_.items())[:_AT_ONCE])
        for key in self._boxes.keys() - wanted.keys():
            box = self._boxes.pop(key)
            box.hide()
            box.deleteLater()
        for key, one in wanted.items():
            if key not in self._boxes:
                self._boxes[key] = self._box(key, one, key in let_be)
        self.setVisible(bool(wanted))

    def _box(self, key: str, question: Question, may_stay: bool) -> QCheckBox:
        about: dict[About, str] = {
            "name": self.tr("Geen naam: “%s” laten staan"),
            "number": self.tr("Geen aantal mensen: “%s” laten staan"),
            "sum": self.tr("Geen bedrag of uren van een gezin: “%s” laten staan"),
            "day": self.tr("Geen dag uit een gezin: “%s” laten staan"),
        }
        box = QCheckBox(about[question.about] % cut(" ".join(question.words.split()), _LONGEST).replace("&", "&&"))
        box.setToolTip(tooltip(question.sentence))
        box.setAccessibleDescription(question.sentence)
        box.setMinimumHeight(24)
        box.setChecked(may_stay)
        box.toggled.connect(lambda ticked: self._answer(key, ticked))
        self._rows.addWidget(box)
        return box


def usual_words(shared: SharedSignal) -> LetterWords:
    """To begin with: of the first signal that says what should change, or else of the first one."""
    first = next((one for one in shared.told if one.signal.proposal), shared.told[0])
    return LetterWords(
        to=next((one.signal.told_to for one in shared.told if one.signal.told_to), ""),
        subject=shared.theme or "Een knelpunt in de uitvoering",
        words=first.signal.words,
        tried=first.tried or next((one.tried for one in shared.told if one.tried), ""),
        proposal=first.signal.proposal,
    )


class _LetterOut(Leaving):
    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)

    def letter(self, made: Document, way: Way) -> None:
        session = self._window.session
        if session is None:
            return
        if way == "save":
            from doorbraak.ui.paper import pdf

            self._write(
                self.tr("Signaalbrief opslaan"),
                FILE_NAME,
                self.tr("Document (*.pdf)"),
                _LOGGED,
                lambda path: whole_files.write_all(path.parent, {path.name: pdf.pdf(made)}),
            )
            return
        with self._saying(busy=False):
            from doorbraak.ui.paper import preview

            if preview.print_paper(self._window, made):
                session.store.note("afdrukken", _LOGGED)


def _text(field: QWidget) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()  # type: ignore[attr-defined]


def _write(field: QPlainTextEdit | QLineEdit, text: str) -> None:
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    else:
        field.setText(" ".join(text.split()))
