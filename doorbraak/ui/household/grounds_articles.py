"""Which articles carry the doorbraak, give room or block it, and why here: on the page of the justification."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from doorbraak.model.catalogue import Hit
from doorbraak.model.dossier import justification
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.insight import choice_names, names
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, heading, quiet, side_by_side
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.record_text import RecordText
from doorbraak.ui.widgets.type_ahead import TypeAhead


class ArticlesBlock(QWidget):
    """The legal grounds of the doorbraak that is chosen on `page`."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._intervention: Intervention | None = None
        self._article = TypeAhead(
            page.session, self.tr("Artikel toevoegen: typ een wet of een woord"), "add:article", ("article",)
        )
        self._article.picked.connect(self._add)
        self._article.own_words.connect(self._add_own)
        self.table = RecordTable(page.session, "legal_ground", self.tr("Rechtsgronden"), self._columns(), self)
        self.table.removal.connect(page.removes(self.tr("Rechtsgrond weghalen"), justification.remove))
        self.table.current.connect(lambda _: self._show_ground())
        self._none = quiet()
        self._reason = RecordText(
            page,
            "legal_ground",
            "reason",
            self.tr("Waarom hier?"),
            self.tr("Reden wijzigen"),
            justification.set_reason,
            hint=self.tr("Waarom past dit artikel bij dit huishouden?"),
        )
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._text.setAccessibleName(self.tr("Wat het artikel zegt"))
        self._lay_out()

    def _lay_out(self) -> None:
        self._remove = button(self.tr("Rechtsgrond we&ghalen"), self._remove_chosen)
        left = block(self._article, self._none, self.table)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("Wat zegt het artikel?"), self._text))
        column.addWidget(self._text)
        column.addSpacing(6)
        column.addWidget(heading(self.tr("Waarom hier?"), self._reason))
        column.addWidget(self._reason, 1)
        column.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignRight)
        both = side_by_side(self, (left, 720), (right, 420))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(both, 1)
        whole.addWidget(quiet(self.tr("Geen juridisch advies. Kijk de tekst van de wet altijd na.")))

    def _columns(self) -> list[Column]:
        page, catalogue = self._page, self._page.session.catalogue
        return [
            Column("article", self.tr("Artikel"), lambda ground: names.ground_name(ground, catalogue)),
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
            Column("version", self.tr("Tekst van"), self._version, width=136),
            columns.origin(page, "legal_ground"),
        ]

    def _version(self, ground: LegalGround) -> str:
        article = self._page.session.catalogue.articles.get(ground.article)
        if article is None or article.needs_check:
            read = article.text_version if article else ground.text_version
            return f"{read}, nakijken" if read else self.tr("nakijken")
        return article.text_version

    def show_intervention(self, chosen: Intervention | None, dossier: Dossier) -> None:
        self._intervention = chosen
        listed = [ground for ground in dossier.grounds if chosen and ground.intervention == chosen.id]
        self._article.setEnabled(chosen is not None)
        self.table.show_records(listed)
        if self.table.record() is None:
            self.table.select_first()
        self._none.setVisible(not listed)
        self._none.setText(
            self.tr("Nog geen artikel. Zoek bijvoorbeeld op “maatwerk” of “afwijken”.")
            if chosen
            else self.tr("Kies eerst een doorbraak. Dan kun je er artikelen bij zetten.")
        )
        self._show_ground()

    def _show_ground(self) -> None:
        ground: LegalGround | None = self.table.record()
        self._reason.show_record(ground)
        self._remove.setEnabled(ground is not None)
        self._text.setText(" ".join(self._said(ground)) if ground else "")

    def _said(self, ground: LegalGround) -> list[str]:
        """What it says today; else what was kept when it was chosen, and that it was."""
        article = self._page.session.catalogue.articles.get(ground.article)
        if article is not None:
            said = [article.what, self.tr("Gelezen in de tekst van %s.") % article.text_version]
            if article.needs_check:
                said.append(self.tr("Nakijken: de nieuwste tekst is niet gelezen."))
            if ground.text and ground.text != article.what:
                said.append(self.tr("Toen je het koos, stond er: “%s”") % ground.text)
            return said
        if not ground.article:
            return [part for part in (ground.text, self.tr("Een eigen artikel. Kijk de tekst zelf na.")) if part]
        kept = [ground.text] if ground.text else []
        if ground.text_version:
            kept.append(self.tr("Gelezen in de tekst van %s.") % ground.text_version)
        return [*kept, self.tr("Dit artikel staat niet meer in de lijst. Kijk na of het nog geldt.")]

    def _add(self, hit: Hit) -> None:
        catalogue = self._page.session.catalogue
        article = catalogue.articles[hit.id]
        role = "blocks" if article.kind == "belemmering" else "carries"
        kept = {"title": names.article_name(hit.id, catalogue), "text": article.what}
        self._add_ground(hit.id, role=role, text_version=article.text_version, **kept)

    def _add_own(self, words: str) -> None:
        self._add_ground("", title=words)

    def _add_ground(self, article: str, **values: str) -> None:
        chosen, label = self._intervention, self.tr("Rechtsgrond toevoegen")
        if chosen and self._page.attempt(label, justification.add, chosen.id, article, **values):
            self._article.added()
            self.table.select(self._page.session.dossier(self._page.household).grounds[-1].id)
        self._article.setFocus()

    def _remove_chosen(self) -> None:
        ground = self.table.record()
        if ground:
            self._page.attempt(self.tr("Rechtsgrond weghalen"), justification.remove, ground.id)
