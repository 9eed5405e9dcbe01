"""Articles that may be grounds of the doorbraak, each with its reasons: several are taken over at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import justification
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.ground_roles import role_of
from doorbraak.model.insight.suggested_grounds import ORDER, Suggestion
from doorbraak.model.workspace.store import Store
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import button, heading, quiet
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable


def take(store: Store, intervention: int, articles: Iterable[str], catalogue: Catalogue) -> None:
    """Articles of the list as grounds, each in the role of its kind, with what it says today. Raises InputError."""
    for id_ in articles:
        article = catalogue.articles[id_]
        justification.add(
            store, intervention, id_, role=role_of(article), title=names.article_name(id_, catalogue),
            text=article.what, text_version=article.text_version,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    """A suggestion by its article."""

    id: str
    of: Suggestion


class _Several(RecordTable):
    """Shift and the arrows choose more rows; Enter is for all of them."""

    def __init__(self, page: Page, title: str, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(page.session, "suggested_ground", title, columns, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    @property
    def chosen(self) -> tuple[str, ...]:
        """In the order of the list; the row in focus when none is marked."""
        rows = sorted(self._filter.mapToSource(index).row() for index in self.selectionModel().selectedRows())
        marked = tuple(self._records.records[row].id for row in rows)
        here = self.record()
        return marked or ((here.id,) if here else ())


class SuggestedBlock(QWidget):
    """`taken` tells the articles that somebody takes over, `current` the suggestion that is looked at."""

    taken = Signal(object)
    current = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._listed: list[str] = []
        self.table = _Several(page, self.tr("Voorgestelde artikelen"), self._columns(), self)
        self.table.least, self.table.lines = 2, 2
        self.table.current.connect(lambda _: self._tell())
        self.table.focused.connect(self._tell)
        self.table.opened.connect(lambda _: self._take())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._name_button())
        self._button = button("", self._take)
        self._heading = heading(self.tr("&Voorgesteld"), self.table)
        self._order = quiet(ORDER)
        self._none = quiet(self.tr("Nog geen voorstel. Kies bij Waarvoor voor welke problemen de doorbraak is."))
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._order)
        column.addWidget(self._none)
        column.addWidget(self.table, 1)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)

    def _columns(self) -> list[Column]:
        catalogue = self._page.session.catalogue
        return [
            Column(
                "article",
                self.tr("Artikel"),
                lambda row: names.article_name(row.id, catalogue),
                wraps=True,
                tip=lambda row: names.article_name(row.id, catalogue),
            ),
            Column("role", self.tr("Rol"), lambda row: choice_names.GROUND_ROLES[row.of.role], width=140),
            Column(
                "why",
                self.tr("Waarom"),
                lambda row: " ".join(row.of.reasons),
                wraps=True,
                tip=lambda row: "\n".join(row.of.reasons),
                hint=self.tr("Rechts staan alle redenen"),
            ),
        ]

    def show_suggestions(self, listed: Sequence[Suggestion], chosen: bool) -> None:
        """`chosen`: there is a doorbraak to suggest articles for. Another list begins at its best one."""
        other = self._listed != [one.article for one in listed]
        self._listed = [one.article for one in listed]
        self.table.show_records([_Row(one.article, one) for one in listed])
        if (other and not self.table.hasFocus()) or self.table.record() is None:
            self.table.select_first()
        self._heading.setVisible(chosen)
        for widget in (self.table, self._order, self._button):
            widget.setVisible(bool(listed))
        self._none.setVisible(chosen and not listed)
        self._name_button()

    @property
    def suggestion(self) -> Suggestion | None:
        row: _Row | None = self.table.record()
        return row.of if row else None

    def _tell(self) -> None:
        if self.table.hasFocus():  # a list that is filled again takes nobody's eyes off what they read
            self.current.emit(self.suggestion)

    def _name_button(self) -> None:
        number = len(self.table.chosen)
        self._button.setEnabled(number > 0)
        self._button.setText(self.tr("%d artikelen &overnemen") % number if number > 1 else self.tr("&Overnemen"))
        self._button.setToolTip(self.tr("Enter doet dit ook. Met Shift en de pijltjes kies je er meer."))

    def _take(self) -> None:
        if chosen := self.table.chosen:
            self.taken.emit(chosen)
