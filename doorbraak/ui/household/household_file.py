"""Dossier: what the household is known by, who keeps contact, how long it is kept, and closing it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from doorbraak.model.dossier import household
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.household import Household
from doorbraak.model.errors import InputError
from doorbraak.model.exchange import handed_codes
from doorbraak.model.insight import choice_names, names
from doorbraak.ui.household.household_file_closing import Answer, Closing
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import beside, block, button, form_row, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.form_drafts import FormDrafts
from doorbraak.ui.widgets.line_field import LineField
from doorbraak.ui.widgets.numbers import shown_day, typed_day, typed_whole
from doorbraak.ui.widgets.record_text import RecordText


class HouseholdFilePage(Page):
    tables = frozenset({"household"})

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._household: Household | None = None
        day = self.tr("dag-maand-jaar")
        self._fields: dict[str, tuple[LineField, Callable[[Household], str]]] = {
            "name": (
                self._field(self.tr("We&rknaam"), self.tr("Naam wijzigen"), household.rename),
                lambda home: home.name,
            ),
            "number": (
                self._field(self.tr("&Nummer"), self.tr("Nummer wijzigen"), household.renumber, _number),
                lambda home: str(home.number),
            ),
            "lead": (
                self._field(
                    self.tr("&Contactpersoon"),
                    self.tr("Contactpersoon wijzigen"),
                    household.set_lead,
                    hint=self.tr("Eén naam: wie blijft tot het werkt?"),
                ),
                lambda home: home.lead,
            ),
            "opened": (
                self._field(
                    self.tr("&Geopend op"),
                    self.tr("Datum van openen wijzigen"),
                    household.set_opened,
                    _opened,
                    hint=day,
                ),
                lambda home: shown_day(home.opened),
            ),
            "plan_date": (
                self._field(
                    self.tr("&Plan van"),
                    self.tr("Datum van het plan wijzigen"),
                    household.set_plan_date,
                    lambda typed: typed_day(typed, "plan_date"),
                    hint=day,
                ),
                lambda home: shown_day(home.plan_date),
            ),
            "wijk": (
                self._field(
                    self.tr("W&ijkcode"),
                    self.tr("Wijk wijzigen"),
                    household.set_wijk,
                    hint=self.tr("De code van je coördinator"),
                ),
                lambda home: home.wijk,
            ),
        }
        self._wijk = ChoiceBox(self.tr("Wijk"))
        self._wijk.chosen.connect(self._choose_wijk)
        self._no_paper = QCheckBox(self.tr("Niet &op papier achterlaten"))
        self._no_paper.clicked.connect(
            lambda on: self.attempt(self.tr("Veiligheid wijzigen"), household.set_no_paper, self.household, on)
        )
        self._retention = ChoiceBox(
            self.tr("Waarom bewaren we dit dossier?"),
            [
                ("", choice_names.NOT_CHOSEN),
                *((one.id, one.basis) for one in session.catalogue.retention.values() if one.unit in ("jaar", "")),
            ],
        )
        self._retention.chosen.connect(self._choose_retention)
        self._term = quiet()
        self._state, self._why_closed = quiet(), quiet()
        self._close = button(self.tr("Dossier &sluiten…"), self._ask_closing)
        self._reopen = button(self.tr("We&er openen"), self._open_again)
        self._note = RecordText(
            self,
            "household",
            "note",
            self.tr("Aantekening bij dit dossier"),
            self.tr("Aantekening wijzigen"),
            household.set_note,
            hint=self.tr("Wat moet een collega weten die dit dossier opent?"),
        )
        self._lay_out()

    def _field(
        self, title: str, label: str, verb: Callable[..., object], read: Callable[[str], object] = str, *,
        hint: str = "",
    ) -> LineField:  # fmt: skip
        field = LineField(
            self.session,
            title.replace("&", ""),
            lambda typed: self.run(label, verb, self.household, read(typed)),
            hint=hint,
        )
        field.setObjectName(title)
        return field

    def _lay_out(self) -> None:
        form_holder = QWidget()
        form = self._form = QFormLayout(form_holder)
        form.setContentsMargins(0, 0, 0, 0)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for field, _ in self._fields.values():
            form_row(form, field.objectName(), field)
        form_row(form, self.tr("W&ijk"), self._wijk)
        known_by = block(
            heading(self.tr("Hoe kennen we dit huishouden?")),
            form_holder,
            quiet(self.tr("De sommen beginnen op de dag van het plan, tot er een besluit is.")),
        )
        paper = block(
            heading(self.tr("Is papier veilig in huis?"), self._no_paper),
            self._no_paper,
            quiet(
                self.tr("Zet dit aan als iemand het plan of de kaart niet mag zien. Neem papier dan altijd weer mee.")
            ),
        )
        kept = block(
            heading(self.tr("Waarom bewaren we dit dossier, en hoe lang?"), self._retention),
            self._retention,
            self._term,
        )
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        for one in (self._close, self._reopen):
            row.addWidget(one)
        row.addStretch()
        closing = block(heading(self.tr("Is het klaar?")), self._state, self._why_closed, buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(16)
        column.addWidget(beside(_under(known_by, paper), _under(kept, closing)))
        column.addWidget(block(heading(self.tr("Wat moet een collega weten?"), self._note), self._note), 1)

    def take_focus(self) -> None:
        self._fields["name"][0].setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """A key that was taken in on another page brings a list of wijken."""
        super().showEvent(event)
        if self._household is not None:
            self._show_wijk(self._household)

    def refresh(self, dossier: Dossier) -> None:
        home = self._household = dossier.household
        for key, (field, read) in self._fields.items():
            field.show_value(f"household:{home.id}:{key}", read(home))
        self._show_wijk(home)
        self._no_paper.setChecked(home.no_paper)
        self._retention.show_value(home.retention)
        self._term.setText(
            names.keeping_term(home.retention, self.session.catalogue)
            or self.tr("Kies de wet of taak waarvoor je dit dossier hebt. Daar hoort een termijn bij.")
        )
        closed = home.closed is not None
        self._state.setText(
            self.tr("Gesloten op %s: %s.")
            % (shown_day(home.closed), choice_names.CLOSE_REASONS[home.close_reason].lower())
            if closed
            else self.tr("Nog niet. Dit dossier is open sinds %s.") % shown_day(home.opened)
        )
        self._why_closed.setText(home.close_words)
        self._why_closed.setVisible(bool(home.close_words))
        self._close.setVisible(not closed)
        self._reopen.setVisible(closed)
        self._note.show_record(home)

    def _show_wijk(self, home: Household) -> None:
        """Chosen from the coordinator's list when there is one: what else is typed would count as overig."""
        codes = handed_codes.of(self.session.store, "wijk")
        self._form.setRowVisible(self._fields["wijk"][0], not codes)
        self._form.setRowVisible(self._wijk, bool(codes))
        self._wijk.offer(handed_codes.choices(codes, home.wijk))
        self._wijk.choose(home.wijk)

    def _choose_wijk(self, code: str) -> None:
        """Walking through the list by arrow keys is one undo step."""
        merge = f"household:{self.household}:wijk"
        self.attempt(self.tr("Wijk wijzigen"), household.set_wijk, self.household, code, merge=merge)

    def _choose_retention(self, basis: str) -> None:
        """Walking through the list by arrow keys is one undo step."""
        label, merge = self.tr("Grond van bewaren wijzigen"), f"household:{self.household}:retention"
        self.attempt(label, household.set_retention, self.household, basis, merge=merge)

    def _ask_closing(self) -> None:
        def save(closing: Answer) -> None:
            self.run(
                self.tr("Dossier sluiten"), household.close, self.household, closing.on, closing.reason, closing.words
            )

        dialog = Closing(save, self)
        FormDrafts(self.session, f"household:{self.household}:closing", dialog)
        dialog.exec()
        dialog.deleteLater()

    def _open_again(self) -> None:
        if self.attempt(self.tr("Dossier weer openen"), household.reopen, self.household):
            self._close.setFocus()


def _under(*parts: QWidget) -> QWidget:
    holder = block(*parts)
    layout = holder.layout()
    if layout is not None:
        layout.setSpacing(16)
    return holder


def _number(typed: str) -> int:
    return typed_whole(typed, "number")


def _opened(typed: str) -> object:
    on = typed_day(typed, "opened")
    if on is None:
        raise InputError("Een dossier heeft een begin. Schrijf het zo: 31-12-2026.", "opened")
    return on
