"""Signalen: what somebody wanted to do and was not allowed, and what should change for everybody."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.catalogue import Hit
from doorbraak.model.dossier import signals
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.signals import Signal
from doorbraak.model.insight import choice_names, names
from doorbraak.ui.household.signals_offers import OffersBlock
from doorbraak.ui.household.signals_sides import SidesBlock
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, heading, padded, quiet, tabs
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.numbers import typed_number
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.type_ahead import TypeAhead


class SignalsPage(Page):
    tables = frozenset({"household", "signal", "agency", "intervention", "status_change", "barrier", "own_words"})

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._signal = DraftLine(session, self.tr("Nieuw signaal"), "add:signal")
        self._signal.setPlaceholderText(self.tr("Wat wilde je doen, en wat mocht niet?"))
        self._signal.returnPressed.connect(self._add)
        self._signals = RecordTable(session, "signal", self.tr("Signalen"), self._columns(), self)
        self._signals.removal.connect(self.removes(self.tr("Signaal weghalen"), signals.remove))
        self._signals.current.connect(lambda _: self._show_signal())
        self._sides = SidesBlock(self)
        self._article = TypeAhead(
            session, self.tr("Artikel kiezen: typ een wet of een woord"), "pick:signal-article", ("article",), own=False
        )
        self._article.picked.connect(self._set_article)
        self._no_article = button(self.tr("&Artikel weghalen"), self._take_article_off)
        self._text = quiet()
        self._text.setAccessibleName(self.tr("Wat het artikel zegt"))
        self._none = quiet(self.tr("Nog geen signalen. Wat liep hier vast door een regel of een gewoonte?"))
        self._offers = OffersBlock(self)
        self._offers.made.connect(self._signals.select)
        self._tabs = tabs(self.tr("Signalen"))
        self._lay_out()

    def _lay_out(self) -> None:
        told = block(
            heading(self.tr("Wat mocht hier niet?"), self._signal),
            (self._signal, button(self.tr("&Toevoegen"), self._add)),
            self._none,
            self._signals,
        )
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(told, 1)
        inside.addWidget(self._sides)
        inside.addWidget(
            block(
                heading(self.tr("Welk artikel staat in de weg?"), self._article),
                (self._article, self._no_article),
                self._text,
            )
        )
        self._tabs.addTab(padded(holder), self.tr("Kne&lpunten"))
        self._tabs.addTab(padded(self._offers), self._offers_title(0))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._tabs)

    def _offers_title(self, number: int) -> str:
        return self.tr("&Nog geen knelpunt van gemaakt (%d)") % number

    def take_focus(self) -> None:
        if self._tabs.currentIndex() == 1:
            self._offers.table.setFocus()
        else:
            super().take_focus()

    def _columns(self) -> list[Column]:
        catalogue = self.session.catalogue
        return [
            columns.text(
                self, "words", self.tr("Wat mocht niet?"), self.tr("Signaal wijzigen"), signals.reword,
                hint=self.tr("Wat wilde je, en wat mocht niet?"),
            ),
            columns.text(
                self, "theme", self.tr("Thema"), self.tr("Thema wijzigen"), signals.set_theme, width=104,
                hint=self.tr("Een korte naam. Knelpunten met hetzelfde thema tellen samen."),
            ),
            columns.choice(
                self, "rung", self.tr("Wat houdt tegen"), self.tr("Wat tegenhoudt wijzigen"), signals.set_rung,
                choice_names.RUNGS, width=126,
                hint=self.tr("Van hard naar zacht: verbiedt de wet het, of is het een gewoonte?"),
            ),
            Column(
                "article",
                self.tr("Artikel"),
                lambda signal: names.article_name(signal.article, catalogue) if signal.article else "",
                width=110,
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
                width=104,
            ),
            self._hours(),
            columns.amount(
                self, "lost_cents", self.tr("Euro’s kwijt"), self.tr("Verloren bedrag wijzigen"), signals.set_lost,
                width=100, hint=self.tr("Wat dit kostte, van wie dan ook. Leeg is onbekend."),
            ),
            columns.choice(
                self, "fixing", self.tr("Helpt dit gezin"), self.tr("Of dit gezin geholpen is wijzigen"),
                signals.set_fixing, choice_names.FIXING, width=114,
                hint=self.tr("Is dit gezin nu geholpen, met of zonder de regel?"),
            ),
            columns.choice(
                self, "solving", self.tr("Verandert de regel"), self.tr("Of de regel verandert wijzigen"),
                signals.set_solving, choice_names.SOLVING, width=136,
                hint=self.tr("Weet wie de regel maakt het, en verandert die?"),
            ),
            columns.origin(self, "signal"),
        ]  # fmt: skip

    def _hours(self) -> Column:
        return Column(
            "hours_e2",
            self.tr("Uren kwijt"),
            lambda signal: "" if signal.hours_e2 is None else names.contacts(signal.hours_e2),
            self.writes(
                self.tr("Verloren uren wijzigen"),
                signals.set_hours,
                lambda typed: typed_number(typed, 2, "hours_e2") if typed.strip() else None,
            ),
            numeric=True,
            width=80,
            sort=lambda signal: -1 if signal.hours_e2 is None else signal.hours_e2,
            hint=self.tr("Uren die het huishouden en de instanties hieraan kwijt waren. Leeg is onbekend."),
        )

    def refresh(self, dossier: Dossier) -> None:
        self._signals.show_records(dossier.signals)
        self._signals.show_again()  # an agency may be called otherwise
        self._none.setVisible(not dossier.signals)
        if self._signals.record() is None:
            self._signals.select_first()
        self._show_signal()
        self._tabs.setTabText(1, self._offers_title(self._offers.show_dossier(dossier)))

    def _show_signal(self) -> None:
        signal: Signal | None = self._signals.record()
        self._sides.show_signal(signal)
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
