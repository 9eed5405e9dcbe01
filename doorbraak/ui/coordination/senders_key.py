"""What every sender gets once: the key file, with the codes of teams and wijken. And another key in its place."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from doorbraak.model import whole_files
from doorbraak.model.errors import InputError, UserError
from doorbraak.model.exchange import coordinator
from doorbraak.ui import theme
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.blocks import button, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.notice import Notice, mark
from doorbraak.ui.widgets.numbers import shown_day, typed_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow

KEY_NAME = "sleutel-coordinator.json"
_HALF_A_YEAR = timedelta(days=183)


def ask_key_file(session: Session, window: "MainWindow") -> None:
    dialog = KeyFileDialog(session, window)
    dialog.exec()
    dialog.deleteLater()


@dataclass(frozen=True, slots=True)
class CodeRow:
    dimension: str
    code: str
    label: str

    @property
    def id(self) -> str:
        return f"{self.dimension} {self.code}"


class KeyFileDialog(QDialog):
    """Codes are added and never taken away: files that come may hold them."""

    def __init__(self, session: Session, window: "MainWindow") -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self.setWindowTitle(self.tr("Sleutelbestand voor de afzenders"))
        self.kinds = {"team": self.tr("Team"), "wijk": self.tr("Wijk")}
        self.notice = Notice()
        self._none = quiet(self.tr("Nog geen teams of wijken. Zonder hen kan het ook: dan wordt niet per team geteld."))
        self.table = RecordTable(session, "handed_codes", self.tr("Teams en wijken"), self._columns(), self)
        self.table.least = 5
        self.kind = ChoiceBox(self.tr("Team of wijk"), list(self.kinds.items()))
        self.code, self.label = QLineEdit(), QLineEdit()
        for field, words in (
            (self.code, self.tr("Code, zoals noord")),
            (self.label, self.tr("Naam, zoals Team Noord")),
        ):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
            field.returnPressed.connect(self._add)
        self.add = button(self.tr("&Toevoegen"), self._add)
        self.save = button(self.tr("&Bewaren als…"), self._save)
        self.close_ = button(self.tr("&Sluiten"), self.reject)
        for made in (self.add, self.save, self.close_):
            made.setAutoDefault(False)  # Enter in a field adds
        self._lay_out()
        self._read()
        self.code.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(
            quiet(
                self.tr(
                    "Geef dit bestand aan elke afzender. Er staat niets geheims in: alleen waarmee zij versleutelen, "
                    "en de teams en wijken waaruit zij kiezen. Komt er later een bij, geef dan een nieuw bestand."
                )
            )
        )
        column.addWidget(self.notice)
        column.addWidget(heading(self.tr("Teams en wijken"), self.table))
        column.addWidget(self._none)
        column.addWidget(self.table, 1)
        line = QHBoxLayout()
        line.setSpacing(6)
        for widget, share in ((self.kind, 1), (self.code, 2), (self.label, 3), (self.add, 0)):
            line.addWidget(widget, share)
        column.addLayout(line)
        column.addSpacing(6)
        ends = QHBoxLayout()
        ends.setSpacing(6)
        self.save.setProperty("main", True)
        ends.addWidget(self.save)
        ends.addStretch()
        ends.addWidget(self.close_)
        column.addLayout(ends)
        within = self._window.size()
        self.resize(
            min(round(640 * theme.zoom()), within.width() - 60), min(round(480 * theme.zoom()), within.height() - 60)
        )

    def _columns(self) -> list[Column]:
        return [
            Column("kind", self.tr("Soort"), lambda row: self.kinds[row.dimension], width=80),
            Column("code", self.tr("Code"), lambda row: row.code, width=160),
            Column(
                "label",
                self.tr("Naam"),
                lambda row: row.label,
                self._rename,
                hint=self.tr("De naam kan veranderen, de code niet: die staat in bestanden."),
            ),
        ]

    def _read(self) -> None:
        found = coordinator.codes(self._session.store)
        rows = tuple(CodeRow(kind, code.id, code.label) for kind, codes in found.items() for code in codes)
        self.table.show_records(rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def _rename(self, row: CodeRow, text: str) -> None:
        coordinator.add_codes(self._session.store, {row.dimension: {row.code: text}})
        self._read()

    def _add(self) -> None:
        """What was refused stays in the fields."""
        code, label, kind = self.code.text().strip(), self.label.text().strip(), self.kind.value
        for field in (self.code, self.label):
            mark(field, None)
        self.notice.clear()
        try:
            if code in {one.id for one in coordinator.codes(self._session.store)[kind]}:
                raise InputError(self.tr("Deze code is er al. Er is niets veranderd. Kies een andere code."), kind)
            coordinator.add_codes(self._session.store, {kind: {code: label}})
        except UserError as error:
            wrong = self.label if error.sentence == coordinator.LABEL_WRONG else self.code
            self.notice.show_error(error)
            mark(wrong, error)
            wrong.setFocus()
            return
        self._read()
        self.table.select(f"{kind} {code}")  # type: ignore[arg-type]
        self.code.clear()
        self.label.clear()
        self.code.setFocus()

    def _save(self) -> None:
        chosen = ask.target(self, self.tr("Sleutelbestand bewaren"), KEY_NAME, self.tr("Sleutelbestand (*.json)"))
        if chosen is None or self._window.session is not self._session:  # a lock may have closed it
            return
        try:
            whole_files.refuse_inside(self._session.store.folder, chosen)
            content = coordinator.key_file(self._session.store)
            self._session.store.note("uitvoeren", "sleutelbestand")
            whole_files.write_all(chosen.parent, {chosen.name: content})
        except UserError as error:
            self.notice.show_error(error)
            return
        said = self.tr("Bewaard: %s. Geef het aan elke afzender, en lees dit controlegetal voor: %s.")
        self.notice.say(said % (chosen, coordinator.handed_out(self._session.store).spoken), calm=True)
        self.close_.setFocus()


# -- another key ----------------------------------------------------------------------------------------


def ask_rotation(session: Session, parent: QWidget) -> str:
    """What there is to say about it; empty when it was cancelled."""
    dialog = RotationDialog(session, parent)
    dialog.exec()
    said = dialog.said
    dialog.deleteLater()
    return said


class RotationDialog(FormDialog):
    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(self.tr("Sleutel vervangen"), parent)
        self._session, self.said = session, ""
        self.say(
            self.tr(
                "Doe dit als je het werk overdraagt, of als iemand anders je sleutel gezien kan hebben. Daarna geef je "
                "elke afzender een nieuw sleutelbestand. Dit kan niet ongedaan worden gemaakt."
            )
        )
        self.until = QLineEdit(shown_day(date.today() + _HALF_A_YEAR))
        self.ask("until", self.tr("&Oude sleutel geldt tot en met"), self.until)
        self.say(self.tr("Tot en met die dag gaan ook bestanden open die nog met de oude sleutel gemaakt zijn."))
        self.finish(self.tr("Sleutel &vervangen"))
        self.until.selectAll()
        self.until.setFocus()

    def save(self) -> None:
        until = typed_day(self.until.text(), "until")
        if until is None:
            raise InputError(self.tr("Hier hoort een datum. Schrijf hem zo: 31-12-2026."), "until")
        made = coordinator.rotate(self._session.store, until, date.today())
        self.said = self.tr("De sleutel is vervangen. Je nieuwe controlegetal: %s. ") % made.spoken
        self.said += self.tr("Maak nu een nieuw sleutelbestand en geef het aan elke afzender.")
