"""Delen en rechten: what was told to whom and on which ground, and what the household asked and said about it."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import sharing
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.sharing import Sharing
from doorbraak.model.insight import choice_names, names
from doorbraak.ui.household.sharing_rights import CorrectionsBlock, StatementsBlock
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import choices, columns
from doorbraak.ui.widgets.blocks import beside, block, button, heading, quiet, tabs
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.numbers import shown_day, typed_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.record_text import RecordText


class SharingPage(Page):
    tables = frozenset({"household", "sharing", "correction", "statement", "agency", "person"})

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._act = DraftLine(session, self.tr("Nieuw gedeeld gegeven"), "add:sharing")
        self._act.setPlaceholderText(self.tr("Wat heb je verteld of gestuurd? Bijvoorbeeld: het plan"))
        self._act.returnPressed.connect(self._add)
        self._acts = RecordTable(session, "sharing", self.tr("Wat is gedeeld"), self._columns(), self)
        self._acts.removal.connect(self.removes(self.tr("Gedeeld gegeven weghalen"), sharing.remove))
        self._acts.current.connect(lambda _: self._show_act())
        self._what = RecordText(
            self,
            "sharing",
            "what",
            self.tr("Wat precies?"),
            self.tr("Wat er gedeeld is wijzigen"),
            sharing.set_what,
            height=90,
        )
        self._why = RecordText(
            self,
            "sharing",
            "why",
            self.tr("Waarom was dat nodig?"),
            self.tr("Reden van delen wijzigen"),
            sharing.set_why,
            hint=self.tr("Kon het met minder? Waarom niet?"),
            height=90,
        )
        self._none = quiet(self.tr("Nog niets gedeeld. Schrijf hier op wat je aan een ander vertelt of stuurt."))
        self._untold = quiet()
        self._corrections = CorrectionsBlock(self)
        self._statements = StatementsBlock(self)
        self._tabs = tabs(self.tr("Delen en rechten"))
        self._lay_out()

    def _lay_out(self) -> None:
        texts = beside(
            block(heading(self.tr("Wat precies?"), self._what), self._what),
            block(heading(self.tr("Waarom was dat nodig?"), self._why), self._why),
        )
        shared = block(
            heading(self.tr("Wat is er gedeeld, en mag dat?"), self._act),
            (self._act, button(self.tr("&Toevoegen"), self._add)),
            self._none,
            self._acts,
            self._untold,
            texts,
            quiet(self.tr("Ontbreekt een grond in de wet? Dan lost toestemming dat niet op.")),
        )
        for title, content in (
            (self.tr("&Gedeeld"), shared),
            (self.tr("&Verbeteringen"), self._corrections),
            (self.tr("&Eigen verklaringen"), self._statements),
        ):
            holder = QWidget()
            inside = QVBoxLayout(holder)
            inside.setContentsMargins(0, 8, 0, 0)
            inside.addWidget(content)
            self._tabs.addTab(holder, title)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._tabs)

    def _columns(self) -> list[Column]:
        catalogue = self.session.catalogue
        return [
            columns.day(
                self, "on_day", self.tr("Wanneer"), self.tr("Datum van delen wijzigen"), sharing.set_day, needed=True
            ),
            columns.text(self, "what", self.tr("Wat"), self.tr("Wat er gedeeld is wijzigen"), sharing.set_what),
            columns.one_of(
                self,
                "agency",
                self.tr("Met welke instantie"),
                self.tr("Instantie waarmee is gedeeld wijzigen"),
                sharing.set_agency,
                lambda: [
                    (agency.id, names.agency_name(agency, catalogue))
                    for agency in self.session.dossier(self.household).agencies
                ],
                nobody=self.tr("Een ander"),
                width=150,
            ),
            columns.text(
                self, "with_whom", self.tr("Met wie"), self.tr("Met wie is gedeeld wijzigen"), sharing.set_with_whom,
                width=96, hint=self.tr("Wie daar, of wie anders"),
            ),
            columns.choice(
                self, "ground", self.tr("Grond"), self.tr("Grond van delen wijzigen"), sharing.set_ground,
                choice_names.SHARING_GROUNDS, width=176, hint=self.tr("Een van de zes van artikel 6 van de AVG"),
            ),
            choices.law_column(catalogue, self.writes(self.tr("Wet van delen wijzigen"), sharing.set_law), 84),
            Column(
                "told_on",
                self.tr("Verteld"),
                lambda act: self.tr("sinds %s") % shown_day(act.told_on) if act.told_on else self.tr("nog niet"),
                self.writes(self.tr("Wanneer verteld wijzigen"), sharing.set_told_on, _told),
                start=lambda act: shown_day(act.told_on),
                sort=lambda act: act.told_on.toordinal() if act.told_on else 0,
                width=116,
                hint=self.tr("De dag waarop je het aan het huishouden vertelde. Leeg is nog niet."),
            ),
            Column(
                "why_untold",
                self.tr("Waarom niet"),
                lambda act: self.tr("nog geen reden") if _unexplained(act) else act.why_untold,
                self.writes(self.tr("Waarom niet verteld wijzigen"), sharing.set_why_untold),
                start=lambda act: act.why_untold,
                width=144,
                hint=self.tr("Mag of kan het huishouden het nog niet weten? Schrijf waarom."),
            ),
            columns.origin(self, "sharing"),
        ]  # fmt: skip

    def refresh(self, dossier: Dossier) -> None:
        self._acts.show_records(dossier.sharing)
        self._acts.show_again()  # an agency may be called otherwise
        self._none.setVisible(not dossier.sharing)
        untold = sum(map(_unexplained, dossier.sharing))
        self._untold.setVisible(untold > 0)
        self._untold.setText(self.tr("○ Niet verteld aan het huishouden, en nog zonder reden: %d.") % untold)
        if self._acts.record() is None:
            self._acts.select_first()
        self._show_act()
        self._corrections.show_dossier(dossier)
        self._statements.show_dossier(dossier)

    def _show_act(self) -> None:
        act = self._acts.record()
        self._what.show_record(act)
        self._why.show_record(act)

    def _add(self) -> None:
        label, today = self.tr("Gedeeld gegeven toevoegen"), date.today()
        if self._act.text().strip() and self.attempt(
            label, sharing.add, self.household, self._act.text(), on_day=today
        ):
            self._act.added()
            self._acts.select(self.session.dossier(self.household).sharing[-1].id)
        self._act.setFocus()


def _unexplained(act: Sharing) -> bool:
    """The household does not know it, and nobody wrote why."""
    return act.told_on is None and not act.why_untold


def _told(text: str) -> date | None:
    return typed_day(text, "told_on")
