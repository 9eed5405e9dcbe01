"""Signalen: what somebody wanted to do and was not allowed, and what should change for everybody."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from doorbraak.model.catalogue import Hit
from doorbraak.model.dossier import signals
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.signals import Signal
from doorbraak.model.insight import choice_names, names
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import beside, block, button, heading, quiet
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.record_text import RecordText
from doorbraak.ui.widgets.type_ahead import TypeAhead


class SignalsPage(Page):
    tables = frozenset({"household", "signal", "agency"})

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._signal = DraftLine(session, self.tr("Nieuw signaal"), "add:signal")
        self._signal.setPlaceholderText(self.tr("Wat wilde je doen, en wat mocht niet?"))
        self._signal.returnPressed.connect(self._add)
        self._signals = RecordTable(session, "signal", self.tr("Signalen"), self._columns(), self)
        self._signals.removal.connect(self.removes(self.tr("Signaal weghalen"), signals.remove))
        self._signals.current.connect(lambda _: self._show_signal())
        self._words = RecordText(
            self,
            "signal",
            "words",
            self.tr("Wat wilde je, en wat mocht niet?"),
            self.tr("Signaal wijzigen"),
            signals.reword,
            height=110,
        )
        self._proposal = RecordText(
            self,
            "signal",
            "proposal",
            self.tr("Wat moet er anders?"),
            self.tr("Voorstel wijzigen"),
            signals.set_proposal,
            hint=self.tr("Welke regel of werkwijze moet anders, voor iedereen?"),
            height=110,
        )
        self._article = TypeAhead(
            session, self.tr("Artikel kiezen: typ een wet of een woord"), "pick:signal-article", ("article",), own=False
        )
        self._article.picked.connect(self._set_article)
        self._no_article = button(self.tr("&Artikel weghalen"), self._take_article_off)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setAccessibleName(self.tr("Wat het artikel zegt"))
        self._none = quiet(self.tr("Nog geen signalen. Wat liep hier vast door een regel of een gewoonte?"))
        self._lay_out()

    def _lay_out(self) -> None:
        texts = beside(
            block(heading(self.tr("Wat wilde je, en wat mocht niet?"), self._words), self._words),
            block(heading(self.tr("Wat moet er anders?"), self._proposal), self._proposal),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(
            block(
                heading(self.tr("Wat mocht hier niet?"), self._signal),
                (self._signal, button(self.tr("&Toevoegen"), self._add)),
                self._none,
                self._signals,
                texts,
                heading(self.tr("Welk artikel staat in de weg?"), self._article),
                (self._article, self._no_article),
                self._text,
            )
        )

    def _columns(self) -> list[Column]:
        catalogue = self.session.catalogue
        return [
            columns.text(
                self, "words", self.tr("Wat wilde je, en wat mocht niet?"), self.tr("Signaal wijzigen"), signals.reword
            ),
            columns.choice(
                self,
                "rung",
                self.tr("Wat houdt tegen"),
                self.tr("Wat tegenhoudt wijzigen"),
                signals.set_rung,
                choice_names.RUNGS,
                width=130,
                hint=self.tr("Van hard naar zacht: verbiedt de wet het, of is het een gewoonte?"),
            ),
            Column(
                "article",
                self.tr("Artikel"),
                lambda signal: names.article_name(signal.article, catalogue) if signal.article else "",
                width=190,
                hint=self.tr("Kies het artikel onder de tabel"),
            ),
            columns.one_of(
                self,
                "agency",
                self.tr("Instantie"),
                self.tr("Instantie van het signaal wijzigen"),
                signals.set_agency,
                lambda: [
                    (agency.id, names.agency_name(agency, catalogue))
                    for agency in self.session.dossier(self.household).agencies
                ],
                nobody=self.tr("Geen instantie"),
                width=150,
            ),
            columns.text(
                self,
                "told_to",
                self.tr("Gemeld bij"),
                self.tr("Waar het gemeld is wijzigen"),
                signals.set_told_to,
                width=140,
                hint=self.tr("Wie kan de regel veranderen, en weet het nu?"),
            ),
            columns.day(
                self, "told_on", self.tr("Gemeld op"), self.tr("Datum van melden wijzigen"), signals.set_told_on
            ),
            columns.origin(self, "signal"),
        ]

    def refresh(self, dossier: Dossier) -> None:
        self._signals.show_records(dossier.signals)
        self._signals.show_again()  # an agency may be called otherwise
        self._none.setVisible(not dossier.signals)
        if self._signals.record() is None:
            self._signals.select_first()
        self._show_signal()

    def _show_signal(self) -> None:
        signal: Signal | None = self._signals.record()
        self._words.show_record(signal)
        self._proposal.show_record(signal)
        self._article.setEnabled(signal is not None)
        self._no_article.setEnabled(signal is not None and bool(signal.article))
        article = self.session.catalogue.articles.get(signal.article) if signal else None
        self._text.setVisible(article is not None)
        if article:
            check = self.tr("Nakijken: de nieuwste tekst is niet gelezen.") if article.needs_check else ""
            name = names.article_name(article.id, self.session.catalogue)
            self._text.setText(f"{name}. {article.what} {check}".strip())

    def _add(self) -> None:
        if self._signal.text().strip() and self.attempt(
            self.tr("Signaal toevoegen"), signals.add, self.household, self._signal.text()
        ):
            self._signal.added()
            self._signals.select(self.session.dossier(self.household).signals[-1].id)
        self._signal.setFocus()

    def _set_article(self, hit: Hit) -> None:
        signal: Signal | None = self._signals.record()
        if signal and self.attempt(self.tr("Artikel kiezen"), signals.set_article, signal.id, hit.id):
            self._article.added()

    def _take_article_off(self) -> None:
        signal: Signal | None = self._signals.record()
        if signal:
            self.attempt(self.tr("Artikel weghalen"), signals.set_article, signal.id, "")
