"""The third column: what may stop. Every agency with its contacts, and by one key what becomes of it."""

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import agencies
from doorbraak.model.dossier.agencies import Agency, Future
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.talk import agencies_at_table, contacts_line
from doorbraak.ui.widgets.blocks import button, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox, choice_row
from doorbraak.ui.widgets.line_list import Line, LineList

if TYPE_CHECKING:
    from doorbraak.ui.household.talk_stage import Stage

_BY_KEY: dict[str, Future] = {"h": "keep", "p": "pause", "s": "stop"}
_MERGE = "v"


class MayStopColumn(QWidget):
    """H, P and S choose for the chosen agency; V puts it together with the one in the list below it."""

    def __init__(self, stage: "Stage") -> None:
        super().__init__()
        self._page = stage.page
        self._agencies: dict[object, Agency] = {}
        self._sum = heading("")
        self._sum.setWordWrap(True)
        self._none = quiet(self.tr("Nog geen instanties in dit dossier."))
        self._list = stage.large(LineList(self.tr("Wat kan stoppen"), self, keys="".join(_BY_KEY) + _MERGE), 1.1)
        self._list.asked.connect(lambda _, letter: self._choose(letter))
        self._list.currentRowChanged.connect(lambda _: self._offer())
        self._keep = button(self.tr("H&ouden"), lambda: self._choose("h"))
        self._pause = button(self.tr("&Pauzeren"), lambda: self._choose("p"))
        self._stop = button(self.tr("&Stoppen"), lambda: self._choose("s"))
        self._into = ChoiceBox(self.tr("Samenvoegen met"), nothing=self.tr("Kies met wie"))
        self._into.chosen.connect(lambda _: self._merge())
        self._merging = button(self.tr("Sa&menvoegen"), self._merge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("Wat kan stoppen"), self._list))
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        column.addWidget(choice_row(self._keep, self._pause, self._stop))
        column.addWidget(self._into)
        column.addWidget(self._merging, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._sum)

    def show_dossier(self, dossier: Dossier, today: date) -> None:
        catalogue = self._page.session.catalogue
        listed = agencies_at_table(dossier, catalogue, today)
        self._agencies = {agency.id: agency for agency in listed}
        called = {agency.id: names.agency_name(agency, catalogue) for agency in listed}
        self._list.show_lines([Line(agency.id, _words(agency, called)) for agency in listed])
        self._none.setVisible(not listed)
        self._sum.setText(contacts_line(self._page.session.figures(dossier.household.id)))
        for one in (self._keep, self._pause, self._stop, self._into, self._merging):
            one.setEnabled(bool(listed))
        self._offer()

    def _offer(self) -> None:
        """All others; those that merge themselves stand there too: a circle is refused with a sentence."""
        catalogue = self._page.session.catalogue
        chosen: Any = self._agencies.get(self._list.key)
        others = [one for one in self._agencies.values() if chosen is not None and one.id != chosen.id]
        self._into.offer([(one.id, names.agency_name(one, catalogue)) for one in others])
        self._into.choose(chosen.merges_into if chosen is not None else None)

    def _choose(self, letter: str) -> None:
        agency = self._agencies.get(self._list.key)
        if agency is None:
            return
        if letter == _MERGE:
            self._into.setFocus()
            self._into.showPopup()
            return
        wanted = _BY_KEY[letter]
        future: Future = "" if agency.future == wanted else wanted  # the same again takes the choice back
        self._page.noted(self.tr("Wat er met de instantie gebeurt"), agencies.set_future, agency.id, future)

    def _merge(self) -> None:
        agency, into = self._agencies.get(self._list.key), self._into.value
        if agency is None or into is None:
            self._into.setFocus()
            return
        if agency.merges_into != into:
            self._page.noted(self.tr("Instanties samenvoegen"), agencies.merge_into, agency.id, into)
        self._list.setFocus()


def _words(agency: Agency, called: dict[int, str]) -> str:
    """ "Wijkteam · 1,3 per maand · houden"."""
    parts = [called[agency.id]]
    if agency.contacts_e2:
        parts.append(f"{names.contacts(agency.contacts_e2)} per maand")
    if agency.future:
        into = called.get(agency.merges_into or 0)
        chosen = choice_names.FUTURES[agency.future].lower()
        parts.append(f"{chosen} met {into}" if into else chosen)
    return " · ".join(parts)
