"""A list of agencies from an e-mail or a table: pasted, seen line by line, and added as one step."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QWidget

from doorbraak.model.dossier import agencies
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import InputError
from doorbraak.model.insight.quick_links import problems_of
from doorbraak.model.insight.quick_paste import PastedAgency, pasted_agencies
from doorbraak.model.workspace.store import Store
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.form_dialog import FormDialog

_HIGH = 130  # pixels of each of the two lists, at least


class PasteAgencies(FormDialog):
    """Shows under the text what each line was found to be; Enter in the text is a new line, as in any text."""

    def __init__(self, session: Session, household: int, text: str, parent: QWidget) -> None:
        super().__init__(self.tr("Lijst van instanties plakken"), parent)
        self._session = session
        self._dossier: Dossier = session.dossier(household)
        self._found: tuple[PastedAgency, ...] = ()
        self._text, self._list, self._sum = QPlainTextEdit(), QListWidget(), QLabel()
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
        self.resize(640, 460)
        self._text.textChanged.connect(self._read)
        self._text.setPlainText(text)
        self._read()
        self._text.setFocus()

    @property
    def _new(self) -> list[PastedAgency]:
        return [one for one in self._found if not one.known]

    def _read(self) -> None:
        self._found = pasted_agencies(self._text.toPlainText(), self._dossier, self._session.catalogue)
        self._list.clear()
        self._list.addItems([self._said(one) for one in self._found])
        count = len(self._new)
        self._sum.setText(
            self.tr("Nog niets gevonden. Plak of typ een lijst.") if not self._found
            else self.tr("1 instantie komt erbij.") if count == 1
            else self.tr("%d instanties komen erbij.") % count
        )  # fmt: skip

    def _said(self, one: PastedAgency) -> str:
        if one.known:
            return self.tr("%s · staat er al") % one.name
        return one.name if one.kind else self.tr("“%s” in eigen woorden") % one.typed

    def save(self) -> None:
        if not self._new:
            raise InputError(self.tr("Er is niets om toe te voegen. Plak een lijst met namen."), "text")
        self._session.run(
            self.tr("Instanties toevoegen"), self._add_all, self._new, household=self._dossier.household.number
        )

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
