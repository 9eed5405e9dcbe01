"""A list of agencies from an e-mail or a table: pasted, seen line by line, and added as one step."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QWidget

from doorbraak.model.dossier import agencies
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import InputError, UserError
from doorbraak.model.insight.quick_links import problems_of
from doorbraak.model.insight.quick_paste import MOST_CHARACTERS, PastedAgency, PastedList, pasted_agencies
from doorbraak.model.workspace.store import Store
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import within_screen
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.form_drafts import FormDrafts

_HIGH = 130  # pixels of each of the two lists, at least


class _List(QPlainTextEdit):
    """Takes no more at once than can be laid out while one waits; what is `refused` is still where it was copied."""

    refused = Signal()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.has_room(source.text()):
            super().insertFromMimeData(source)
        else:
            self.refused.emit()

    def has_room(self, text: str) -> bool:
        return len(text) - len(self.textCursor().selectedText()) + self.document().characterCount() <= MOST_CHARACTERS


class PasteAgencies(FormDialog):
    """Shows under the text what each line was found to be; Enter in the text is a new line, as in any text."""

    def __init__(self, session: Session, household: int, text: str, parent: QWidget) -> None:
        super().__init__(self.tr("Lijst van instanties plakken"), parent)
        self._session = session
        self._dossier: Dossier = session.dossier(household)
        self._read_as = PastedList(())
        self._looked_up: dict[str, str] = {}  # goes with the dialog: what was typed is nowhere else
        self._text, self._list, self._sum = _List(), QListWidget(), QLabel()
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(_HIGH)
        self._text.setPlaceholderText(self.tr("Eén per regel, of met komma’s ertussen: huisarts, UWV, wijkteam"))
        self._list.setMinimumHeight(_HIGH)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sum.setWordWrap(True)
        self.ask("text", self.tr("&Lijst"), self._text)
        self.ask("found", self.tr("&Gevonden"), self._list)
        self.form.addRow(self._sum)
        self.finish(self.tr("&Toevoegen"))
        within_screen.begin(self, 640, 460)
        self._text.textChanged.connect(self._read)
        self._text.refused.connect(self._refuse)
        FormDrafts(session, f"household:{household}:paste", self)
        self._paste(text)
        self._read()
        self._text.setFocus()

    def _paste(self, text: str) -> None:
        """Below what was left the time before."""
        left = self._text.toPlainText()
        if not self._text.has_room(f"{text}\n" if left else text):
            self._refuse()
        elif text:
            self._text.setPlainText("\n".join(filter(None, (left, text))))

    def _refuse(self) -> None:
        fits = self.tr("Plak minder dan %d tekens tegelijk.") % MOST_CHARACTERS
        self.notice.say(self.tr("Deze tekst is te lang. Er is niets geplakt. %s") % fits)

    @property
    def _new(self) -> list[PastedAgency]:
        return [one for one in self._read_as.found if not one.known]

    def _read(self) -> None:
        text, catalogue = self._text.toPlainText(), self._session.catalogue
        self._read_as = pasted_agencies(text, self._dossier, catalogue, self._looked_up)
        self._list.clear()
        self._list.addItems([self._said(one) for one in self._read_as.found])
        count = len(self._new)
        summed = (
            self.tr("Nog niets gevonden. Plak of typ een lijst.") if not self._read_as.found
            else self.tr("1 instantie komt erbij.") if count == 1
            else self.tr("%d instanties komen erbij.") % count
        )  # fmt: skip
        left = self.tr("Dat is genoeg voor één keer. %s") % self._left() if self._read_as.rest else ""
        self._sum.setText(f"{summed} {left}".strip())

    def _left(self) -> str:
        lines = self._read_as.lines_left
        return self.tr("1 regel blijft staan.") if lines == 1 else self.tr("%d regels blijven staan.") % lines

    def _said(self, one: PastedAgency) -> str:
        said = one.name if one.known or one.kind else self.tr("“%s” in eigen woorden") % one.typed
        if one.lost:  # first: a line this long is wider than the list
            said = self.tr("Te lang, de laatste %d tekens vallen weg: %s") % (one.lost, said)
        return self.tr("%s · staat er al") % said if one.known else said

    def save(self) -> None:
        """What was too much for one time is left in the field, and the dialog with it."""
        new, rest, left = self._new, self._read_as.rest, self._left()
        if not new and not rest:
            raise InputError(self.tr("Er is niets om toe te voegen. Plak een lijst met namen."), "text")
        if new:
            label, number = self.tr("Instanties toevoegen"), self._dossier.household.number
            self._session.run(label, self._add_all, new, household=number)
        if rest:
            self._dossier = self._session.dossier(self._dossier.household.id)
            self._text.setPlainText(rest)
            self._text.setFocus()
            raise UserError(self.tr("Toegevoegd: %d. %s") % (len(new), left))

    def _add_all(self, store: Store, found: Sequence[PastedAgency]) -> None:
        catalogue, dossier = self._session.catalogue, self._dossier
        for one in found:
            kind = catalogue.agencies.get(one.kind)
            agencies.add(
                store,
                dossier.household.id,
                kind=one.kind,
                words="" if kind else one.typed,
                law=kind.law if kind else "",
                payer=kind.payers[0] if kind and kind.payers else "",
                problems=problems_of(one.kind, dossier, catalogue),
            )
