"""What an article says, with its link; and the fields of an article that is not in the list."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from doorbraak.model.catalogue import Article, Catalogue
from doorbraak.model.dossier import justification
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.errors import InputError
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.ground_checks import to_check
from doorbraak.model.insight.named_articles import listed_as, reference_of
from doorbraak.model.insight.suggested_grounds import Suggestion
from doorbraak.model.workspace.store import Store
from doorbraak.ui.household.grounds_part import LowText
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import button, quiet
from doorbraak.ui.widgets.copying import copy
from doorbraak.ui.widgets.line_field import LineField
from doorbraak.ui.widgets.numbers import shown_day, shown_version
from doorbraak.ui.widgets.record_text import RecordText
from doorbraak.ui.widgets.short_label import ShortLabel
from doorbraak.ui.widgets.wrapped_label import WrappedLabel

_LINES = 8  # of what is said about an article that are always in sight


class ArticleText(QScrollArea):
    """Of a ground or of a suggestion: its name, what it says, why it is offered. The link is copied, never opened.

    An own article has fields instead.
    """

    def __init__(self, catalogue: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Over het artikel"))
        self.name = WrappedLabel()
        self.words = WrappedLabel()
        self.words.setAccessibleName(self.tr("Wat het artikel zegt"))
        self.why = WrappedLabel()
        for label in (self.name, self.words, self.why):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.link = ShortLabel()
        self.link.setProperty("quiet", True)
        self.copying = button(self.tr("Li&nk kopiëren"), lambda: copy(self.link.text()))
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.link, 1)
        row.addWidget(self.copying)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        column.addWidget(self.name)
        column.addWidget(self.words)
        column.addWidget(self.why)
        column.addLayout(row)
        column.addStretch()
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _LINES * self.fontMetrics().lineSpacing())

    def show_ground(self, ground: LegalGround | None) -> None:
        article = self._catalogue.articles.get(ground.article) if ground else None
        self.setVisible(ground is None or bool(ground.article))
        self._show(
            names.ground_name(ground, self._catalogue) if ground else "",
            " ".join(self._said(ground)) if ground else "",
            "",
            article,
        )

    def show_suggestion(self, one: Suggestion) -> None:
        self.show()
        article = self._catalogue.articles[one.article]
        role = choice_names.GROUND_ROLES[one.role]
        why = "\n".join(f"• {reason}" for reason in one.reasons)
        text = " ".join(self._read(article, unsure=article.needs_check))
        self._show(
            names.article_name(one.article, self._catalogue), text, f"{role}. Voorgesteld, want:\n{why}", article
        )

    def _show(self, name: str, words: str, why: str, article: Article | None) -> None:
        for label, text in ((self.name, name), (self.words, words), (self.why, why)):
            label.setText(text)
            label.setVisible(bool(text))
        url = article.url if article else ""
        self.link.setText(url)
        self.link.setVisible(bool(url))
        self.copying.setVisible(bool(url))

    def _read(self, article: Article, *, unsure: bool) -> list[str]:
        said = [article.what]
        if article.text_version:
            said.append(self.tr("Gelezen in de tekst van %s.") % shown_version(article.text_version))
        if unsure:
            said.append(self.tr("Nakijken: de nieuwste tekst is niet gelezen."))
        return said

    def _said(self, ground: LegalGround) -> list[str]:
        """What it says today; else what was kept when it was chosen, and that it was."""
        article = self._catalogue.articles.get(ground.article)
        if article is not None:
            said = self._read(article, unsure=to_check(ground, self._catalogue))
            if ground.checked_on:
                said.append(self.tr("Nagekeken op %s.") % shown_day(ground.checked_on))
            if ground.text and ground.text != article.what:
                said.append(self.tr("Toen je het koos, stond er: “%s”") % ground.text)
            return said
        if not ground.article:
            return [ground.text] if ground.text else []
        kept = [ground.text] if ground.text else []
        if ground.text_version:
            kept.append(self.tr("Gelezen in de tekst van %s.") % shown_version(ground.text_version))
        return [*kept, self.tr("Dit artikel staat niet meer in de lijst. Kijk na of het nog geldt.")]


class LowRecordText(LowText, RecordText):
    """A text of one record that is as high as a few lines, and more where there is room."""


class OwnArticle(QWidget):
    """Name, text and date of an own article: what the list knows of its articles, and nobody knows of this one."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._ground = 0
        self.title = LineField(
            page.session,
            self.tr("Welk artikel is het?"),
            self._writes(self.tr("Naam van het artikel wijzigen"), self._rename),
        )
        self.text = LowRecordText(
            page,
            "legal_ground",
            "text",
            self.tr("Wat staat erin?"),
            self.tr("Tekst van het artikel wijzigen"),
            justification.set_text,
            hint=self.tr("In gewone woorden: wat mag of moet er?"),
        )
        self.read_on = LineField(
            page.session,
            self.tr("Gelezen op"),
            self._writes(self.tr("Datum van de tekst wijzigen"), justification.set_text_version),
            hint=self.tr("Van welke datum is de tekst?"),
        )
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("Naam"), self.title)
        form.addRow(self.tr("Zegt"), self.text)
        form.addRow(self.tr("Gelezen op"), self.read_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(form, 1)
        self.standing = quiet()
        column.addWidget(self.standing)

    def show_ground(self, ground: LegalGround | None) -> None:
        """Fields of this one; of none when it comes from the list."""
        own = ground if ground and not ground.article else None
        at = f"legal_ground:{own.id}" if own else ""
        self.title.show_value(f"{at}:title" if own else "", own.title if own else "")
        self.read_on.show_value(f"{at}:text_version" if own else "", shown_version(own.text_version) if own else "")
        self.text.show_record(own)
        self.standing.setText(self._standing(own) if own else "")
        self._ground = own.id if own else 0  # last: a field that lets go of another one writes it first
        self.setVisible(own is not None)

    def _standing(self, own: LegalGround) -> str:
        if own.checked_on is None:
            return self.tr("Nakijken: een eigen artikel staat niet in de lijst. Kijk de tekst zelf na.")
        return self.tr("Nagekeken op %s. De lijst houdt een eigen artikel niet bij.") % shown_day(own.checked_on)

    def _rename(self, store: Store, ground: int, title: str) -> None:
        refuse_listed(title, self._page.session.catalogue)
        justification.set_title(store, ground, title)

    def _writes(self, label: str, verb: Callable[..., object]) -> Callable[[str], object]:
        return lambda typed: self._page.run(label, verb, self._ground, typed)


# -- verbs on an own article ----------------------------------------------------------------------------------


def add_own(store: Store, intervention: int, words: str, catalogue: Catalogue) -> int:
    refuse_listed(words, catalogue)
    return justification.add(store, intervention, "", title=words)


def refuse_listed(words: str, catalogue: Catalogue) -> None:
    """Raises InputError, with the way to it, for the name of an article of the list."""
    found = listed_as(words, catalogue)
    if found:
        named = reference_of(found, catalogue)
        said = f"Dit artikel staat in de lijst. Typ “{named}” bij Artikel toevoegen, en kies het daar."
        raise InputError(said, "title")
