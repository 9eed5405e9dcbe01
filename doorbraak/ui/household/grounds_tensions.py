"""What blocks among the chosen grounds, or pulls against another one: with the way out, one press away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.insight import choice_names
from doorbraak.model.insight.ground_roles import role_of
from doorbraak.model.insight.named_articles import reference_of
from doorbraak.model.insight.tensions import TensionFound, tensions_of
from doorbraak.ui.widgets.blocks import button
from doorbraak.ui.widgets.plain import entry, tooltip
from doorbraak.ui.widgets.short_label import ShortLabel
from doorbraak.ui.widgets.wrapped_label import WrappedLabel

_BUTTONS = 3  # (ours) the first of a way out; all of them stand first among the suggestions


class TensionStrip(QFrame):
    """One open tension at a time, and which ones are solved. `wanted` tells the article that somebody takes over."""

    wanted = Signal(str)

    def __init__(self, catalogue: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._catalogue = catalogue
        self._grounds: tuple[LegalGround, ...] = ()
        self._open: tuple[TensionFound, ...] = ()
        self._at = 0
        self._offered: tuple[str, ...] = ()
        self.said = WrappedLabel()
        self.said.setAccessibleName(self.tr("Wat botst of blokkeert"))
        self.solved = ShortLabel()
        self.solved.setProperty("quiet", True)
        self.next = button("", self._go_on)
        self.offers: list[QPushButton] = [button("", lambda at=at: self._want(at)) for at in range(_BUTTONS)]
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for one in self.offers:
            row.addWidget(one)
        row.addStretch()
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addLayout(row)
        column.addWidget(self.solved)

    def show_grounds(self, grounds: Sequence[LegalGround]) -> None:
        self._grounds = tuple(grounds)
        found = tensions_of(self._grounds, self._catalogue)
        self._open = tuple(one for one in found if not one.solved)
        solved = [one for one in found if one.solved]
        self._at = min(self._at, max(0, len(self._open) - 1))
        self.setVisible(bool(found))
        words = [self._solution(one, whole=len(solved) == 1) for one in solved]
        self.solved.setText(" ".join(words))
        self.solved.setToolTip(tooltip("\n".join(self._solution(one, whole=True) for one in solved)))
        self.solved.setVisible(bool(solved))
        self._show()

    def _show(self) -> None:
        one = self._open[self._at] if self._open else None
        self.said.setVisible(one is not None)
        self.said.setText(self._sentences(one) if one else "")
        self._offered = self._ways(one) if one else ()
        for at, made in enumerate(self.offers):
            made.setVisible(at < len(self._offered))
            if at < len(self._offered):
                article = self._catalogue.articles[self._offered[at]]
                made.setText(entry(f"+ {reference_of(article.id, self._catalogue)}"))
                role = choice_names.GROUND_ROLES[role_of(article)]
                made.setToolTip(tooltip(f"{article.title}\n{role}"))
                made.setAccessibleName(self.tr("Overnemen: %s") % article.title)
        self.next.setVisible(len(self._open) > 1)
        self.next.setText(self.tr("%d van %d ▸") % (self._at + 1, len(self._open)))
        self.next.setAccessibleName(self.tr("Volgende die botst of blokkeert"))

    def _ways(self, one: TensionFound) -> tuple[str, ...]:
        articles = self._catalogue.articles
        left = [id_ for id_ in one.articles if id_ not in one.chosen and role_of(articles[id_]) != "blocks"]
        return tuple(left[:_BUTTONS])

    def _sentences(self, one: TensionFound) -> str:
        between = [ground for ground in self._grounds if ground.id in one.between]
        called = dict.fromkeys(self._called(ground) for ground in between)
        verb = self.tr("blokkeert") if len(called) == 1 else self.tr("botsen")
        return f"{' en '.join(called)} {verb}. {one.sentence}\n" + self.tr("Uitweg: %s") % one.way_out

    def _called(self, ground: LegalGround) -> str:
        """Short; an own or a vanished article by the name that was kept."""
        if ground.article in self._catalogue.articles:
            return reference_of(ground.article, self._catalogue)
        return ground.title or ground.article

    def _solution(self, one: TensionFound, *, whole: bool) -> str:
        opened = {ground.article for ground in self._grounds if ground.role != "blocks"}
        by = " en ".join(reference_of(id_, self._catalogue) for id_ in one.chosen if id_ in opened)
        return self.tr("Opgelost met %s: %s") % (by, one.sentence) if whole else self.tr("Opgelost met %s.") % by

    def _go_on(self) -> None:
        self._at = (self._at + 1) % max(1, len(self._open))
        self._show()

    def _want(self, at: int) -> None:
        if at < len(self._offered):
            self.wanted.emit(self._offered[at])
