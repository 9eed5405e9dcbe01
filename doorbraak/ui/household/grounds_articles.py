"""Which articles carry the doorbraak, give room or block it, and why here: on the page of the justification."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from doorbraak.model.catalogue import Hit
from doorbraak.model.dossier import justification, precedents
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.dossier.precedents import Precedent
from doorbraak.model.errors import InputError, NotFound
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.ground_checks import to_check
from doorbraak.model.insight.named_articles import listed_as
from doorbraak.model.insight.suggested_grounds import Suggestion, suggested
from doorbraak.ui.household.grounds_own import ArticleText, LowRecordText, OwnArticle, add_own
from doorbraak.ui.household.grounds_suggested import SuggestedBlock, take
from doorbraak.ui.household.grounds_tensions import TensionStrip
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, heading, quiet, side_by_side, stacked, tab_order
from doorbraak.ui.widgets.numbers import shown_day, shown_version
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.type_ahead import TypeAhead


class _Reason(LowRecordText):
    """Ctrl+Enter is for the next ground that has no reason yet."""

    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish()
            self.done.emit()
        else:
            super().keyPressEvent(event)


class ArticlesBlock(QWidget):
    """The legal grounds of the doorbraak that is chosen on `page`.

    Other households are read when the tab comes in sight, and not at each edit of this one.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._intervention: Intervention | None = None
        self._dossier: Dossier | None = None
        self._known: tuple[Precedent, ...] = ()
        self._known_for = 0  # the household for which others were read
        self._noted_for = 0  # and for which the log says so
        catalogue = page.session.catalogue
        self._article = TypeAhead(
            page.session,
            self.tr("Artikel toevoegen: typ een wet of een woord"),
            "add:article",
            ("article",),
            describe=lambda hit: names.article_name(hit.id, catalogue),
        )
        self._article.picked.connect(self._add)
        self._article.own_words.connect(self._add_own)
        self.table = RecordTable(page.session, "legal_ground", self.tr("Rechtsgronden"), self._columns(), self)
        self.table.least = 2
        self.table.removal.connect(page.removes(self.tr("Rechtsgrond weghalen"), justification.remove))
        self.table.current.connect(lambda _: self._show_ground())
        self.table.focused.connect(self._show_ground)
        self._none = quiet()
        self._tensions = TensionStrip(catalogue, self)
        self._tensions.wanted.connect(lambda article: self._take((article,)))
        self._suggested = SuggestedBlock(page)
        self._suggested.taken.connect(self._take)
        self._suggested.current.connect(self._show_suggestion)
        self._about = ArticleText(catalogue, self)
        self._text = self._about.words
        self._own = OwnArticle(page)
        self._reason = _Reason(
            page,
            "legal_ground",
            "reason",
            self.tr("Waarom hier?"),
            self.tr("Reden wijzigen"),
            justification.set_reason,
            hint=self.tr("Waarom past dit artikel bij dit huishouden? Ctrl+Enter: het volgende zonder reden."),
        )
        self._reason.done.connect(self._next_reason)
        self._lay_out()

    def _lay_out(self) -> None:
        self._remove = button(self.tr("Rechtsgrond we&ghalen"), self._remove_chosen)
        self._checked = button("", self._check)
        self._checked.setToolTip(self.tr("Zeg dat je de nieuwste tekst van de wet gelezen hebt"))
        chosen = block(self._article, self._none, self.table)
        left = stacked(self, (chosen, 220), (self._suggested, 260))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("Wat zegt het artikel?"), self._text))
        column.addWidget(self._about, 3)
        column.addWidget(self._own, 3)
        column.addWidget(heading(self.tr("Waaro&m hier?"), self._reason))
        column.addWidget(self._reason, 2)
        below = QHBoxLayout()
        below.addWidget(self._checked)
        below.addStretch()
        below.addWidget(self._remove)
        column.addLayout(below)
        both = side_by_side(self, (left, 720), (right, 420))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._tensions)
        whole.addWidget(both, 1)
        whole.addWidget(quiet(self.tr("Geen juridisch advies. Kijk de tekst van de wet altijd na.")))
        own, proposed = self._own, self._suggested
        tab_order(self._article, self.table, own.title, own.read_on, own.text, self._reason, proposed.table)

    def _columns(self) -> list[Column]:
        page, catalogue = self._page, self._page.session.catalogue
        return [
            Column(
                "article",
                self.tr("Artikel"),
                lambda ground: names.ground_name(ground, catalogue),
                tip=lambda ground: names.ground_name(ground, catalogue),
            ),
            Column(
                "role",
                self.tr("Rol"),
                lambda ground: choice_names.GROUND_ROLES[ground.role],
                page.writes(self.tr("Rol van het artikel wijzigen"), justification.set_role),
                choices=lambda: list(choice_names.GROUND_ROLES.items()),
                start=lambda ground: ground.role,
                sort=lambda ground: justification.ROLES.index(ground.role),
                width=140,
            ),
            Column("version", self.tr("Tekst van"), self._version, width=156, sort=self._read_on),
            columns.origin(page, "legal_ground"),
        ]

    def _read_on(self, ground: LegalGround) -> str:
        article = self._page.session.catalogue.articles.get(ground.article)
        return article.text_version if article else ground.text_version

    def _version(self, ground: LegalGround) -> str:
        read = shown_version(self._read_on(ground))
        if to_check(ground, self._page.session.catalogue):
            return f"{read}, nakijken" if read else self.tr("nakijken")
        return self.tr("nagekeken %s") % shown_day(ground.checked_on) if ground.checked_on else read

    # -- what is shown --------------------------------------------------------------------------------

    def show_intervention(self, chosen: Intervention | None, dossier: Dossier) -> None:
        self._intervention, self._dossier = chosen, dossier
        listed = self._grounds()
        self._article.setEnabled(chosen is not None)
        self.table.show_records(listed)
        if self.table.record() is None:
            self.table.select_first()
        self._none.setVisible(not listed)
        self._none.setText(
            self.tr("Nog geen artikel. Zoek bijvoorbeeld op “maatwerk” of “Wmo 2.3.5”, of neem een voorstel over.")
            if chosen
            else self.tr("Kies eerst een doorbraak. Dan kun je er artikelen bij zetten.")
        )
        self._tensions.show_grounds(listed)
        if self.isVisible():
            self._suggest()
        self._show_what_is_looked_at()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and self._dossier is not None:
            self._known_for = 0
            self._suggest()

    def _grounds(self) -> list[LegalGround]:
        chosen, dossier = self._intervention, self._dossier
        return [one for one in dossier.grounds if one.intervention == chosen.id] if chosen and dossier else []

    def _suggest(self) -> None:
        chosen, dossier = self._intervention, self._dossier
        found: Sequence[Suggestion] = ()
        if chosen is not None and dossier is not None:
            if self._known_for != dossier.household.id:
                self._read_others(dossier.household.id)
            found = suggested(dossier, chosen, self._page.session.catalogue, self._known)
        self._suggested.show_suggestions(found, chosen is not None)

    def _read_others(self, household: int) -> None:
        """What served elsewhere. That somebody looked goes in the access log, when there was something to see."""
        store = self._page.session.store
        try:
            self._known = precedents.of_others(store, household)
        except NotFound:  # it is being taken away: the page goes too
            self._known = ()
        self._known_for = household
        if self._known and self._noted_for != household:
            store.note("inzien", "artikelen van eerdere gevallen")
            self._noted_for = household

    def _show_what_is_looked_at(self) -> None:
        one = self._suggested.suggestion if self._suggested.table.hasFocus() else None
        if one is not None:
            self._show_suggestion(one)
        else:
            self._show_ground()

    def _show_ground(self) -> None:
        ground: LegalGround | None = self.table.record()
        self._about.show_ground(ground)
        self._own.show_ground(ground)
        self._reason.show_record(ground)
        self._remove.setEnabled(ground is not None)
        self._show_checked(ground)

    def _show_checked(self, ground: LegalGround | None) -> None:
        """Only where there is something to check, or somebody did."""
        unsure = ground is not None and to_check(ground, self._page.session.catalogue)
        self._checked.setText(self.tr("Van&daag nagekeken") if unsure else self.tr("Toch nog na&kijken"))
        self._checked.setVisible(ground is not None and (unsure or ground.checked_on is not None))

    def _show_suggestion(self, one: Suggestion | None) -> None:
        """It has no reason of this household yet: that field is for grounds."""
        if one is not None:
            self._about.show_suggestion(one)
            self._own.show_ground(None)
            self._reason.show_record(None)
            self._remove.setEnabled(False)
            self._show_checked(None)

    # -- what is done ---------------------------------------------------------------------------------

    def _check(self) -> None:
        ground: LegalGround | None = self.table.record()
        if ground is None:
            return
        unsure = to_check(ground, self._page.session.catalogue)
        if unsure and not ground.article and not ground.text:
            self._page.session.problem.emit(InputError(self.tr("Schrijf eerst wat erin staat."), "text"))
            self._own.text.setFocus()
            return
        label, on = self.tr("Nakijken van het artikel wijzigen"), date.today() if unsure else None
        self._page.attempt(label, justification.set_checked_on, ground.id, on)

    def _add(self, hit: Hit) -> None:
        self._add_by(take, (hit.id,), self._page.session.catalogue)

    def _add_own(self, words: str) -> None:
        """What the list has goes by the list: an own one would have another role, and no text."""
        catalogue = self._page.session.catalogue
        listed = listed_as(words, catalogue)
        there = [one.id for one in self._grounds() if listed and one.article == listed]
        if there:
            self.table.select(there[0])
        self._add_by(add_own, words, catalogue)

    def _add_by(self, verb: Callable[..., object], *args: object, **values: str) -> None:
        chosen, label = self._intervention, self.tr("Rechtsgrond toevoegen")
        if chosen and self._page.attempt(label, verb, chosen.id, *args, **values):
            self._article.added()
            self.table.select(self._page.session.dossier(self._page.household).grounds[-1].id)
        self._article.setFocus()

    def _take(self, articles: tuple[str, ...]) -> None:
        """One step; then the reason is asked of the first of them."""
        chosen, catalogue = self._intervention, self._page.session.catalogue
        if chosen and self._page.attempt(self.tr("Rechtsgronden overnemen"), take, chosen.id, articles, catalogue):
            fresh = [one.id for one in self._grounds() if one.article in articles]
            if fresh:
                self.table.select(fresh[0])
            self._show_ground()
            self._reason.setFocus()

    def _next_reason(self) -> None:
        """The next one, as the list goes, that has no reason yet; round at the end. Else on to another article."""
        listed, here = self._grounds(), self.table.record()
        at = next((at for at, one in enumerate(listed) if here and one.id == here.id), -1)
        without = [one for one in (*listed[at + 1 :], *listed[: at + 1]) if not one.reason]
        if without:
            self.table.select(without[0].id)
        else:
            self._article.setFocus()

    def _remove_chosen(self) -> None:
        ground = self.table.record()
        if ground:
            self._page.attempt(self.tr("Rechtsgrond weghalen"), justification.remove, ground.id)
