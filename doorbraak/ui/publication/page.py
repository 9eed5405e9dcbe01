"""A publication to read: chapters and questions at the left, the answer at the right, and no way into a figure.

It takes a `Publication` and nothing else, so that no figure can come in sight that is not protected.
"""

from datetime import date

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from doorbraak.model.errors import UserError
from doorbraak.model.exchange import (
    other_senders,
    publication_print,
    published_method,
    published_views,
    published_words,
    published_year,
    summary,
)
from doorbraak.model.exchange.published import Publication
from doorbraak.model.exchange.published_view import Chapter, View
from doorbraak.model.exchange.published_views import OwnFigures
from doorbraak.model.exchange.published_views_pieces import Seen
from doorbraak.ui import theme
from doorbraak.ui.publication.explained import LeftOut, Told
from doorbraak.ui.publication.own_figures import OwnFields, kept
from doorbraak.ui.publication.view_sheet import ViewSheet
from doorbraak.ui.widgets.blocks import button, quiet, side_by_side
from doorbraak.ui.widgets.line_list import Line, LineList
from doorbraak.ui.widgets.notice import Notice
from doorbraak.ui.widgets.wrapped_label import WrappedLabel

_SHORT, _OWN, _LEFT_OUT, _METHOD = "kort", "eigen-cijfers", "weggelaten", "berekend"


class PublicationPage(QWidget):
    """`settings` hold the own begroting and households, which are of this computer and of no publication.

    `compare_wanted`: another publication to put beside it; without `compares` its button is not there.
    """

    compare_wanted = Signal()

    def __init__(
        self, publication: Publication | None = None, previous: Publication | None = None, *,
        settings: QSettings | None = None, compares: bool = True, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAccessibleName(self.tr("Publicatie"))
        self._settings = settings or _computer()
        self.publication: Publication | None = None
        self.previous: Publication | None = None
        self._chapters: tuple[Chapter, ...] = ()
        self._title, self._mark, self._about = WrappedLabel(), WrappedLabel(), quiet()
        self._title.setProperty("letters", "name")
        self._mark.setObjectName("mark")
        self.notice = Notice()
        self.compare = button(self.tr("&Vergelijken met…"), self.compare_wanted.emit)
        self.compare.setVisible(compares)
        self.chapters, self.questions = LineList(self.tr("Onderwerpen")), LineList(self.tr("Vragen"))
        self.sheet, self.left_out = ViewSheet(), LeftOut()
        self.short, self.method = Told(self.tr("In het kort")), Told(self.tr("Hoe is dit berekend"))
        self.own = OwnFields(self._settings)
        self.sheet.above.addWidget(self.own)
        self._shown = QStackedWidget()
        for part in (self.short, self.sheet, self.left_out, self.method):
            self._shown.addWidget(part)
        self._lay_out()
        self.chapters.currentRowChanged.connect(lambda _: self._choose_chapter())
        self.questions.currentRowChanged.connect(lambda _: self._choose_question())
        self.sheet.told.connect(lambda said: self.notice.say(said, calm=True))
        self.sheet.refused.connect(self.notice.show_error)
        self.own.changed.connect(self._read)
        self.own.refused.connect(lambda error: self.notice.show_error(error) if error else self.notice.clear())
        if publication is not None:
            self.show_publication(publication, previous)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self._title, 1)
        above.addWidget(self.compare)
        self._above_questions = QLabel(self.tr("Vragen"))
        self._above_questions.setProperty("letters", "heading")
        left = QWidget()
        lists = QVBoxLayout(left)
        lists.setContentsMargins(0, 0, 0, 0)
        lists.setSpacing(6)
        lists.addWidget(self.chapters, 9)
        lists.addWidget(self._above_questions)
        lists.addWidget(self.questions, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)  # so that it fits on half a small laptop
        column.setSpacing(6)
        column.addLayout(above)
        column.addWidget(self._mark)
        column.addWidget(self._about)
        column.addWidget(self.notice)
        column.addWidget(side_by_side(self, (left, round(250 * theme.zoom())), (self._shown, 900)), 1)

    # -- what is shown ----------------------------------------------------------------------------------

    def show_publication(self, publication: Publication, previous: Publication | None = None) -> None:
        self.publication, self.previous = publication, previous
        self.own.seen = Seen(publication)
        self._title.setText(self.tr("Publicatie over %s") % published_words.period_words(publication.period))
        self._mark.setText(summary.EXAMPLE if publication.example else "")
        self._mark.setVisible(publication.example)
        self._about.setText(self._said())
        self.notice.clear()
        self.left_out.show_publication(publication)
        self.method.show_parts(published_method.method(publication))
        self._read()

    def put_beside(self, previous: Publication) -> None:
        """Another one to compare with. The older of two is always the earlier one."""
        now = self.publication
        if now is not None:
            newer, older = (now, previous) if _order(now) >= _order(previous) else (previous, now)
            self.show_publication(newer, older)

    @property
    def own_figures(self) -> OwnFigures:
        """Of the gemeente of who reads this, as filled in here."""
        return kept(self._settings)

    def forget(self) -> None:
        """Let go of it: nothing is in sight or in memory."""
        self.publication = self.previous = self.own.seen = None
        self._chapters = ()
        self.chapters.show_lines(())
        self.questions.show_lines(())

    def take_focus(self) -> None:
        self.chapters.setFocus()

    def show_error(self, error: UserError) -> None:
        self.notice.show_error(error)

    def _said(self) -> str:
        assert self.publication is not None
        said = []
        if self.publication.households is not None:
            number = published_words.amount(self.publication.households, "huishoudens")
            over = self.tr("Over %s huishoudens in het laatste kwartaal.") if self.publication.quarters else ""
            said.append((over or self.tr("Over %s huishoudens.")) % number)
        said.append(self.tr("Statistisch beveiligd: niets gaat over één huishouden."))
        if self.publication.quarters:
            said.append(published_year.in_short(self.publication.quarters))
        if self.publication.other_senders:
            said.append(other_senders.said(self.publication))
        said.append(self.tr("Controlegetal: %s.") % publication_print.spoken(self.publication))
        if self.previous is not None:
            said.append(self.tr("Ernaast staat %s.") % published_words.period_words(self.previous.period))
        return " ".join(said)

    def _read(self) -> None:
        """The same chapter and question stay in sight where they are still there."""
        if self.publication is None:
            return
        question = self.questions.key
        self._chapters = published_views.chapters(self.publication, self.previous, self.own_figures)
        self.short.show_parts(published_views.in_short(self._chapters))
        listed = [
            Line(_SHORT, self.tr("In het kort")),
            *(Line(one.id, one.title) for one in self._chapters),
            Line(_LEFT_OUT, self.tr("Wat is weggelaten en waarom")),
            Line(_METHOD, self.tr("Hoe is dit berekend")),
        ]
        self.chapters.show_lines(listed)
        self._choose_chapter(question)

    def _choose_chapter(self, question: object = None) -> None:
        key = self.chapters.key
        chapter = next((one for one in self._chapters if one.id == key), None)
        for part in (self.questions, self._above_questions):
            part.setVisible(chapter is not None)
        if chapter is None:
            self._shown.setCurrentWidget({_SHORT: self.short, _METHOD: self.method}.get(str(key), self.left_out))
            return
        views = self._views(chapter)
        self.questions.show_lines([Line(one.id, one.title) for one in views])
        ids = [one.id for one in views]
        at = ids.index(question) if question in ids else 0
        self.questions.setCurrentRow(at)
        self._choose_question()

    def _views(self, chapter: Chapter) -> tuple[View, ...]:
        """With the question that the manager's own figures are filled in at, also before they are."""
        if chapter is not self._chapters[0] or any(one.id == _OWN for one in chapter.views):
            return chapter.views
        title = self.tr("Naast onze eigen begroting")
        said = self.tr("Vul je begroting en je aantal huishoudens in. Dan staat hier het deel daarvan.")
        note = self.tr(
            "Ze blijven op deze computer, en het deel staat in het rapport en het werkboek die je hier bewaart. Ze "
            "komen niet in het zip-bestand."
        )
        return (*chapter.views, View(_OWN, title, said, "", (), (), (note,), "none"))

    def _choose_question(self) -> None:
        chapter = next((one for one in self._chapters if one.id == self.chapters.key), None)
        if chapter is None or self.publication is None:
            return
        view = next((one for one in self._views(chapter) if one.id == self.questions.key), None)
        if view is None:
            return
        self.own.setVisible(view.id == _OWN)
        self.sheet.show_view(view, self.publication.period, example=self.publication.example)
        self._shown.setCurrentWidget(self.sheet)


def _order(publication: Publication) -> tuple[date, date]:
    from doorbraak.model.exchange import periods

    parts = periods.parts_of(publication.period)
    return parts[-1].last, parts[0].first


def _computer() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Doorbraak", "Doorbraak")
