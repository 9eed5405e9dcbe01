"""The case judged from four sides, each apart and by somebody, and then weighed: on the page of the justification."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QVBoxLayout, QWidget

from doorbraak.model.dossier import noted, perspectives
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.perspectives import SIDES, Perspective, Side, Verdict
from doorbraak.model.errors import InputError
from doorbraak.model.insight import choice_names
from doorbraak.model.workspace.store import Store
from doorbraak.ui.household.grounds_part import LowText, PartText, Upright, written_of
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.choice_box import choice_row
from doorbraak.ui.widgets.line_field import LineField
from doorbraak.ui.widgets.numbers import shown_day, typed_day
from doorbraak.ui.widgets.record_model import ORIGIN, Column
from doorbraak.ui.widgets.record_table import RecordTable

KEYS: dict[str, Verdict] = {"v": "for", "w": "conditions", "t": "against"}
_TYPED = ("by_role", "on_day")  # columns in which a letter is a letter


@dataclass(frozen=True, slots=True)
class Row:
    """A side with a judgement, or without one yet: then its id is below zero, and of this doorbraak alone."""

    id: int
    intervention: int
    side: Side
    judged: Perspective | None

    @property
    def origin(self) -> Origin:
        return self.judged.origin if self.judged else ""

    @property
    def reason(self) -> str:
        return self.judged.reason if self.judged else ""

    @property
    def by_role(self) -> str:
        return self.judged.by_role if self.judged else ""

    @property
    def place(self) -> str:
        """Where a field of it is kept while it can't be saved."""
        return f"intervention:{self.intervention}:perspective:{self.side}:{self.id}"


class PerspectivesBlock(QWidget):
    """The perspectives on the doorbraak that is chosen on `page`."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._of: int | None = None  # the doorbraak in sight
        self._role_of: Row | None = None  # of the row in sight; another one may come before it is saved
        self._said = quiet()
        self._more = button(self.tr("&Nog een oordeel van deze kant"), self._add_another)
        self.table = _Sides(page, self.tr("Perspectieven"), self._columns(), self)
        self.table.least = len(SIDES)
        self.table.judged.connect(self._judge)
        self.table.opened.connect(lambda _: self.reason.setFocus())
        self.table.removal.connect(self._remove)
        self.table.current.connect(lambda _: self._show_row())
        self.reason = _Reason(page, self._save_reason)
        self.role = LineField(
            page.session,
            self.tr("Van wie is dit oordeel?"),
            self._save_role,
            hint=self.tr("In welke rol? Bijvoorbeeld: jurist van de gemeente. Enter: de volgende kant."),
        )
        self.role.returnPressed.connect(self._next)
        self.weighing = PartText(page, "weighing")
        self._lay_out()

    def _lay_out(self) -> None:
        who = QLabel(self.tr("&Van wie?"))
        who.setBuddy(self.role)
        why = block(
            heading(self.tr("Waarom dit oordeel?"), self.reason), Upright(self.reason), choice_row(who, self.role)
        )
        weighed = block(heading(self.tr("Afweging: alles naast elkaar"), self.weighing), Upright(self.weighing))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(block((self._said, self._more), self.table), 3)
        column.addWidget(why, 2)
        column.addWidget(weighed, 3)

    def _columns(self) -> list[Column]:
        def of(read: Callable[[Perspective], str]) -> Callable[[Row], str]:
            return lambda row: read(row.judged) if row.judged else ""

        return [
            Column(
                "side", self.tr("Kant"), lambda row: choice_names.SIDES[row.side],
                sort=lambda row: SIDES.index(row.side), width=130,
            ),
            Column(
                "verdict", self.tr("Oordeel"), _verdict_words, self._judge,
                choices=lambda: list(choice_names.VERDICTS.items()), start=of(lambda one: one.verdict), width=180,
                hint=self.tr("v: voor. w: voor, met voorwaarden. t: tegen."),
            ),
            Column("reason", self.tr("Waarom"), lambda row: row.reason),
            Column("by_role", self.tr("Van wie"), lambda row: row.by_role, self._write_role, width=200,
                hint=self.tr("In welke rol iemand oordeelt"),
            ),
            Column(
                "on_day", self.tr("Dag"), of(lambda one: shown_day(one.on_day)), self._write_day, width=96,
                sort=lambda row: row.judged.on_day.toordinal() if row.judged and row.judged.on_day else 0,
            ),
            Column(
                ORIGIN, self.tr("Herkomst"), lambda row: choice_names.ORIGINS[row.origin] if row.origin else "",
                self._write_origin, choices=lambda: list(choice_names.ORIGINS.items()), start=lambda row: row.origin,
                width=92, hint=self.tr("Van wie dit komt. Een voorbeeld is verzonnen."),
            ),
        ]  # fmt: skip

    def show_intervention(self, chosen: Intervention | None, dossier: Dossier) -> None:
        known, of = self.table.record(), chosen.id if chosen else None
        side = known.side if known and of == self._of else None  # another doorbraak begins at its first side
        column, self._of = max(0, self.table.currentIndex().column()), of
        rows = _rows(chosen, dossier)
        self.table.show_records(rows)
        if self.table.record() is None and rows:  # the row of a side was replaced by its first judgement
            self.table.select(next((row.id for row in rows if row.side == side), rows[0].id))
            self.table.setCurrentIndex(self.table.currentIndex().siblingAtColumn(column))
        self._said.setText(_said(rows) if chosen else self.tr("Kies eerst een doorbraak. Daarna beoordeel je hem."))
        self._more.setEnabled(chosen is not None)
        self.weighing.show_part(chosen, written_of(chosen, dossier))
        self._show_row()

    def go_to(self, part: str, judgement: int = 0) -> None:
        """The row of a side, or the field of the weighing; of a judgement who gave it."""
        rows = self.table._records.records
        if any(row.id == judgement for row in rows):
            self.table.select(judgement)
            self.role.setFocus()
            return
        found = next((row for row in rows if row.side == part and _verdict(row) == ""), None)
        if found is None:
            self.weighing.setFocus()
        else:
            self.table.select(found.id)
            self.table.setFocus()

    def _show_row(self) -> None:
        row: Row | None = self.table.record()
        for field in (self.reason, self.role):
            field.setEnabled(row is not None)
        self.reason.show_value(f"{row.place}:reason" if row else "", row.reason if row else "")
        self.role.show_value(f"{row.place}:role" if row else "", row.by_role if row else "")
        self._role_of = row

    # -- writing ------------------------------------------------------------------------------------------

    def _judge(self, row: Row, verdict: str) -> None:
        """The verdict of a side, with today as its day when it had none."""
        label = self.tr("Oordeel wijzigen") if row.judged else self.tr("Oordeel toevoegen")
        self._page.attempt(label, judge, row, verdict)

    def _write_role(self, row: Row, typed: str) -> None:
        self._page.run(self.tr("Wie oordeelt wijzigen"), write, row, perspectives.set_by_role, typed)

    def _write_day(self, row: Row, typed: str) -> None:
        on = typed_day(typed, "on_day")
        self._page.run(self.tr("Dag van het oordeel wijzigen"), write, row, perspectives.set_day, on)

    def _write_origin(self, row: Row, chosen: str) -> None:
        if row.judged is None:
            raise InputError("Geef eerst het oordeel. Kies daarna van wie het komt.", ORIGIN)
        self._page.run(self.tr("Herkomst wijzigen"), noted.set_origin, "perspective", row.judged.id, chosen)

    def _save_reason(self, text: str, merge: str) -> None:
        row = _row_of(merge.split()[0])  # of the place: the row in sight may be another by now
        label = self.tr("Reden van het oordeel wijzigen")
        self._page.run(label, write, row, perspectives.set_reason, text, merge=merge)

    def _save_role(self, typed: str) -> None:
        row = self._role_of
        if row is not None:
            self._write_role(row, typed)
            self._page.session.drop_draft(f"{row.place}:role")

    def _remove(self, row: Row) -> None:
        if row.judged is not None:
            self._page.attempt(self.tr("Oordeel weghalen"), perspectives.remove, row.judged.id)

    def _add_another(self) -> None:
        row: Row | None = self.table.record()
        if row is None:
            return
        label = self.tr("Oordeel toevoegen")
        if row.judged is not None and self._page.attempt(
            label, perspectives.add, row.intervention, row.side, on_day=date.today()
        ):
            self.table.select(max(one.id for one in self.table._records.records))
        self.table.setFocus()

    def _next(self) -> None:
        """From the role to the next side that has no verdict; after the last one to the weighing."""
        self.role.finish()
        for row in range(self.table.currentIndex().row() + 1, self.table.model().rowCount()):
            self.table.setCurrentIndex(self.table.model().index(row, 0))  # going there may give it other rows
            if _verdict(self.table.record()) == "":
                self.table.setFocus()
                return
        self.weighing.setFocus()


class _Sides(RecordTable):
    """A letter gives the verdict of the row; in a column that is typed in, a letter is a letter."""

    judged = Signal(object, str)

    def __init__(self, page: Page, title: str, columns: list[Column], parent: QWidget) -> None:
        super().__init__(page.session, "perspective", title, columns, parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter, row = event.text().casefold(), self.record()
        idle = self.state() != QAbstractItemView.State.EditingState
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        key = self._records.columns[max(0, self.currentIndex().column())].key
        if idle and plain and row is not None and letter in KEYS and key not in _TYPED:
            self.judged.emit(row, KEYS[letter])
            return
        super().keyPressEvent(event)


class _Reason(LowText):
    """The reason of the row that is chosen."""

    def __init__(self, page: Page, save: Callable[[str, str], None]) -> None:
        super().__init__(page.session, page.tr("Waarom dit oordeel?"), save)
        self.setPlaceholderText(page.tr("Waarom voor of tegen, en op welke voorwaarden?"))


# -- verbs on a row: a side without a judgement gets one ------------------------------------------------------


def judge(store: Store, row: Row, verdict: Verdict) -> None:
    if row.judged is None:
        perspectives.add(store, row.intervention, row.side, verdict=verdict, on_day=date.today())
        return
    perspectives.set_verdict(store, row.judged.id, verdict)
    if verdict and row.judged.on_day is None:
        perspectives.set_day(store, row.judged.id, date.today())


def write(store: Store, row: Row, verb: Callable[..., None], value: object) -> None:
    """Nothing to write for a side that nobody judged makes no judgement."""
    if row.id > 0:
        verb(store, row.id, value)
    elif value:
        verb(store, perspectives.add(store, row.intervention, row.side, on_day=date.today()), value)


# -- rows -----------------------------------------------------------------------------------------------------


def _rows(chosen: Intervention | None, dossier: Dossier) -> list[Row]:
    """Every side at least once, in the order of SIDES."""
    if chosen is None:
        return []
    listed = [one for one in dossier.perspectives if one.intervention == chosen.id]
    rows = []
    for at, side in enumerate(SIDES, 1):
        of_side = [Row(one.id, chosen.id, side, one) for one in listed if one.side == side]
        rows += of_side or [Row(-(chosen.id * 10 + at), chosen.id, side, None)]
    return rows


def _row_of(place: str) -> Row:
    """For a verb: what the place of a field says of its row."""
    _, intervention, _, side, id_, _ = place.split(":")
    return Row(int(id_), int(intervention), side, None)  # type: ignore[arg-type]


def _verdict(row: Row) -> Verdict:
    return row.judged.verdict if row.judged else ""


def _verdict_words(row: Row) -> str:
    verdict = _verdict(row)
    return choice_names.VERDICTS[verdict] if verdict else "Nog geen oordeel"


def _said(rows: list[Row]) -> str:
    """Which sides wait for a verdict, and with which keys one gives it."""
    judged = {row.side for row in rows if _verdict(row)}
    left = [choice_names.SIDES[side].lower() for side in SIDES if side not in judged]
    if not left:
        return "Alle vier de kanten hebben een oordeel. Toetsen: v voor, w voorwaarden, t tegen."
    return f"Nog geen oordeel: {', '.join(left)}. Toetsen: v voor, w voorwaarden, t tegen, Enter waarom."
