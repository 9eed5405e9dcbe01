"""Aannames van de rekensom: in which year's prices, how later years weigh, how many hours a full-time job has."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import assumptions
from doorbraak.model.dossier.assumptions import Assumptions
from doorbraak.model.errors import InputError
from doorbraak.model.insight.price_level import level_of
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.form_drafts import FormDrafts
from doorbraak.ui.widgets.numbers import shown_day, typed_day, typed_number, typed_whole

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow

DRAFT = "workspace:assumptions"  # the place of what was not saved
_LAST_KNOWN = 0
_LINES = 3  # of a source: what is long wraps


def edit_assumptions(window: "MainWindow") -> None:
    """Asks and writes as one step; does nothing while no workspace is open."""
    session = window.session
    if session is None:
        return
    session.flush()

    def save(chosen: Assumptions) -> None:
        if chosen != session.assumptions:
            session.run("Aannames wijzigen", assumptions.write, chosen)

    dialog = AssumptionsDialog(session.assumptions, session.catalogue, save, window)
    FormDrafts(session, DRAFT, dialog)
    dialog.exec()
    dialog.deleteLater()


class AssumptionsDialog(FormDialog):
    """Calls `save` with what was filled in."""

    def __init__(
        self, present: Assumptions, catalogue: Catalogue, save: Callable[[Assumptions], object], parent: QWidget
    ) -> None:
        super().__init__(self.tr("Aannames van de rekensom"), parent)
        self._save = save
        level = level_of(catalogue)
        years = sorted({*level.index, *([present.price_year] if present.price_year else [])}, reverse=True)
        options = [(_LAST_KNOWN, self.tr("Het laatste bekende jaar (nu %d)") % level.year)]
        self.year = ChoiceBox("", [*options, *((year, str(year)) for year in years)])
        self.year.choose(present.price_year or _LAST_KNOWN)
        self.discount = QLineEdit(f"{present.discount_e4 / 100:.2f}".replace(".", ","))
        self.source = QPlainTextEdit(present.discount_source)
        self.source.setTabChangesFocus(True)
        self.source.setFixedHeight(self.source.fontMetrics().lineSpacing() * _LINES + 14)
        self.on = QLineEdit(shown_day(present.discount_on))
        self.on.setPlaceholderText(self.tr("nog niet nagelezen: vul hier de dag in"))
        self.hours = QLineEdit(str(present.hours_per_fte))
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumWidth(620)
        self.say(self.tr("Dit geldt voor alle huishoudens in deze werkmap. Elke uitkomst volgt meteen."))
        self.ask("price_year", self.tr("&Prijzen van"), self.year)
        self.ask("discount_e4", self.tr("&Discontovoet in procenten per jaar"), self.discount)
        self.ask("discount_source", self.tr("&Bron van de discontovoet"), self.source)
        self.ask("discount_on", self.tr("Ge&lezen op"), self.on)
        self.ask("hours_per_fte", self.tr("&Uren per fte per jaar"), self.hours)
        self.say(self.tr("De discontovoet telt alleen mee op het blad Langer vooruit."))
        self.finish()

    def save(self) -> None:
        self._save(
            Assumptions(
                price_year=self.year.value or None,
                discount_e4=_rate(self.discount.text()),
                discount_source=" ".join(self.source.toPlainText().split()),
                discount_on=typed_day(self.on.text(), "discount_on"),
                hours_per_fte=typed_whole(self.hours.text().replace(".", ""), "hours_per_fte"),
            )
        )


def _rate(text: str) -> int:
    """Hundredths of a per cent. Raises InputError for nothing: zero has to be said."""
    bare = text.replace("%", "").strip()
    if not bare:
        raise InputError("Vul de discontovoet in. Nul mag ook.", "discount_e4")
    return typed_number(bare, 2, "discount_e4")
