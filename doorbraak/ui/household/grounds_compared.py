"""Whether the doorbraak is equal to an earlier case or differs, and why: on the page of the justification."""

import re
from collections.abc import Collection

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import comparisons
from doorbraak.model.dossier.comparisons import Comparison, Verdict
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.noted import Noted
from doorbraak.model.errors import InputError
from doorbraak.model.insight import choice_names
from doorbraak.model.workspace.store import Store
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.low_table import LowTable
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_text import RecordText

_NUMBERED = re.compile(r"Huishouden (\d+)")


class CaseVerdict(QWidget):
    """Equal or not, for the earlier case that is chosen; the reason can be written once that is said."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._intervention: Intervention | None = None
        self._other = ""
        self._shown: Comparison | None = None
        self._known: dict[int, Comparison] = {}  # a reason may be saved when another case is in sight already
        self.choice = ChoiceBox(
            self.tr("Is deze doorbraak gelijk of anders?"),
            list(choice_names.COMPARED.items()),
            nothing=self.tr("Nog niet vergeleken"),
        )
        self.choice.chosen.connect(self.judge)
        self.why = RecordText(
            page,
            "comparison",
            "why",
            self.tr("Waarom gelijk of anders?"),
            self.tr("Reden van de vergelijking wijzigen"),
            self._reword,
        )
        self.why.setMinimumHeight(48)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        question = heading(self.tr("Is deze doorbraak gelijk of anders, en waarom?"), self.choice)
        column.addWidget(block(question, self.choice, self.why))

    def show_case(self, chosen: Intervention | None, other: str, compared: Comparison | None) -> None:
        """`other` is what the case is called; empty while there is none."""
        self._intervention, self._other, self._shown = chosen, other, compared
        if compared is not None:
            self._known[compared.id] = compared
        self.choice.setEnabled(chosen is not None and bool(other))
        self.choice.choose(compared.verdict if compared else None)
        self.why.setPlaceholderText(
            self.tr("Wat is hetzelfde, en wat niet?") if compared else self.tr("Kies eerst: gelijk of anders.")
        )
        self.why.show_record(compared)

    def judge(self, verdict: Verdict) -> None:
        """In place of the verdict that was there; the reason stays."""
        self.why.finish()
        known = self._shown
        if self._intervention is not None and self._other and (known is None or known.verdict != verdict):
            _write(self._page, self._intervention, self._other, verdict, known.why if known else "")

    def go_on(self) -> None:
        """To what has to be said next."""
        (self.why if self.why.isEnabled() else self.choice).setFocus()

    def _reword(self, store: Store, comparison: int, why: str) -> None:
        known = self._known.get(comparison)
        if known is not None:
            change(store, known, why=why)


class ComparedBlock(QWidget):
    """All cases that the doorbraak was compared with, also published ones and those of other teams."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._intervention: Intervention | None = None
        self._new = DraftLine(page.session, self.tr("Ander geval: uit een publicatie of van elders"), "add:comparison")
        self._new.setPlaceholderText(self.tr("Ander geval, bijvoorbeeld uit een publicatie"))
        self._new.returnPressed.connect(self._add)
        options = list(choice_names.COMPARED.items())
        self._verdict = ChoiceBox(self.tr("Is dat geval gelijk of anders?"), options, nothing=self.tr("Oordeel"))
        self._add_button = button(self.tr("&Toevoegen"), self._add)
        title = self.tr("Vergeleken gevallen")
        self.table = _Compared(page.session, "comparison", title, self._columns(), self, rows=2)
        self.table.lines = 2  # a published case has a long name
        self.table.removal.connect(page.removes(self.tr("Vergelijking weghalen"), comparisons.remove))
        self._said = quiet()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("Waarmee is vergeleken?"), self.table))
        column.addWidget(block((self._new, self._verdict, self._add_button), self._said, self.table))
        column.addStretch()

    def take_focus(self) -> None:
        self._new.setFocus()

    def _columns(self) -> list[Column]:
        page, label = self._page, self.tr("Vergelijking wijzigen")
        return [
            Column(
                "other", self.tr("Geval"), lambda one: one.other, self._rename, tip=lambda one: one.other, wraps=True
            ),
            Column(
                "verdict", self.tr("Oordeel"), lambda one: choice_names.COMPARED[one.verdict],
                lambda one, chosen: page.run(label, change, one, verdict=chosen),
                choices=lambda: list(choice_names.COMPARED.items()), start=lambda one: one.verdict, width=76,
            ),
            Column(
                "why", self.tr("Waarom"), lambda one: one.why,
                lambda one, typed: page.run(label, change, one, why=typed), tip=lambda one: one.why,
                wraps=True,
            ),
            columns.origin(page, "comparison"),
        ]  # fmt: skip

    def show_compared(self, chosen: Intervention | None, dossier: Dossier, numbers: Collection[int]) -> None:
        """`numbers`: of the earlier households that can be read now."""
        self._intervention = chosen
        listed = of_intervention(chosen, dossier)
        self.table.show_records(listed)
        for control in (self._new, self._verdict, self._add_button):
            control.setEnabled(chosen is not None)
        said = said_of(listed, numbers) if chosen else self.tr("Kies eerst een doorbraak.")
        self._said.setText(said)
        self._said.setVisible(bool(said))

    def _add(self) -> None:
        chosen, typed = self._intervention, " ".join(self._new.text().split())
        if chosen is None or not typed:
            self._new.setFocus()
            return
        there = next((one for one in self.table._records.records if one.other == typed), None)
        if there is not None:
            self.table.select(there.id)
            self._page.session.problem.emit(_twice())
        elif self._verdict.value is None:
            self._page.session.problem.emit(InputError("Kies eerst: gelijk of anders.", "verdict"))
            self._verdict.setFocus()
        elif _write(self._page, chosen, typed, self._verdict.value, ""):
            self._new.added()
            self._verdict.setCurrentIndex(-1)
            self.table.select(max(one.id for one in self.table._records.records))
            self._new.setFocus()

    def _rename(self, one: Comparison, typed: str) -> None:
        label, others = self.tr("Vergelijking wijzigen"), {row.other for row in self.table._records.records}
        made = self._page.run(label, rename, one, typed, others - {one.other})
        self.table.select(int(str(made)))


class _Compared(LowTable):
    """Telling from whom a case comes is what it is for: its column is there before anybody told."""

    def _show_origin(self) -> None:
        pass


def _write(page: Page, chosen: Intervention, other: str, verdict: Verdict, why: str) -> bool:
    label = page.tr("Vergelijken met een eerder geval")
    return page.attempt(label, comparisons.write, chosen.id, other, verdict, why=why)


def of_intervention(chosen: Intervention | None, dossier: Dossier) -> tuple[Comparison, ...]:
    return tuple(one for one in dossier.comparisons if chosen and one.intervention == chosen.id)


def said_of(listed: Collection[Comparison], numbers: Collection[int]) -> str:
    """Nothing yet; or which household is not there (any more), which takes nothing away from what was written."""
    if not listed:
        return "Nog met geen geval vergeleken. Kies er een uit de lijst, of schrijf er zelf een op."
    found = [match for one in listed if (match := _NUMBERED.fullmatch(one.other))]
    gone = [match.group() for match in found if int(match.group(1)) not in numbers]
    return f"Niet te vinden in deze werkmap: {', '.join(gone)}. Wat je daarover schreef, blijft staan." if gone else ""


def _twice() -> InputError:
    return InputError("Met dit geval is al vergeleken. Verander het oordeel of de reden in de tabel.", "other")


# -- verbs on a comparison ------------------------------------------------------------------------------------


def change(store: Store, one: Comparison, *, verdict: Verdict | None = None, why: str | None = None) -> None:
    """What is not given stays."""
    kept = one.why if why is None else why
    comparisons.write(store, one.intervention, one.other, verdict or one.verdict, why=kept)


def rename(store: Store, one: Comparison, other: str, taken: Collection[str]) -> int:
    """Returns its row: a case with another name is another row, with the same origin and day."""
    name = " ".join(other.split())
    if name in taken:
        raise _twice()
    if name == one.other:
        return one.id
    noted = Noted(one.origin, one.noted_on)
    made = comparisons.write(store, one.intervention, name, one.verdict, why=one.why, noted=noted)
    comparisons.remove(store, one.id)
    return made
