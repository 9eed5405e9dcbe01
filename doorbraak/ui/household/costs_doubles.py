"""What may be counted twice: one line above the costs, and a window with a way to solve each.

What is right as it stands can be kept: that is remembered until the workspace is closed, and can be taken back.
"""

from collections.abc import Callable
from string import ascii_lowercase, digits

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from doorbraak.model import money
from doorbraak.model.dossier import costs
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.insight.double_counting import Finding, Remedy, doubles_of
from doorbraak.model.insight.savings import Saving
from doorbraak.model.workspace.store import Store
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.line_list import Line, LineList

Key = tuple[str, tuple[int, ...]]
_KEYS = digits[1:] + ascii_lowercase  # of the ways to solve, in their order
_WIDE, _HIGH = 760, 520


def solve(store: Store, remedy: Remedy) -> None:
    """As one step. Keeping writes nothing."""
    if remedy.kind == "remove":
        for line in remedy.lines:
            costs.remove(store, line)
    elif remedy.kind == "attribution":
        for line, attribution in zip(remedy.lines, remedy.attributions, strict=True):
            costs.set_attribution(store, line, attribution)


class DoublesNotice(QWidget):
    """Hidden while nothing looks double."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._kept: set[Key] = set()
        self.said = quiet()
        self.look = button(self.tr("Dubbel bekijke&n…"), self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(block((self.said, self.look)))

    def show_dossier(self, dossier: Dossier, saving: Saving) -> None:
        found = doubles_of(dossier, saving)
        open_ = [one for one in found if _key(one) not in self._kept]
        self.said.setText(_said(open_, len(found)))
        self.setVisible(bool(found))

    def _look(self) -> None:
        dialog = DoublesDialog(self._page, self._kept, self)
        dialog.exec()
        dialog.deleteLater()
        session, household = self._page.session, self._page.household
        self.show_dossier(session.dossier(household), session.saving(household))


class DoublesDialog(QDialog):
    """Each finding with its sentence and cents; below it the ways to solve the chosen one, by a digit."""

    def __init__(self, page: Page, kept: set[Key], parent: QWidget) -> None:
        super().__init__(parent)
        self._page, self._kept = page, kept
        self._found: dict[Key, Finding] = {}
        self.setWindowTitle(self.tr("Wat lijkt dubbel te tellen?"))
        self.findings = LineList(self.tr("Wat dubbel lijkt"), keys=_KEYS)
        self.remedies = LineList(self.tr("Zo los je het op"), keys=_KEYS)
        self.findings.currentRowChanged.connect(lambda _: self._show_remedies())
        for shown in (self.findings, self.remedies):
            shown.asked.connect(lambda _, letter: self._choose(_KEYS.index(letter)))
        self.remedies.itemActivated.connect(lambda item: self._choose(self.remedies.row(item)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("&Sluiten"))
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(heading(self.tr("Wat &lijkt dubbel?"), self.findings))
        column.addWidget(self.findings, 3)
        column.addWidget(heading(self.tr("Zo los je het &op: typ het cijfer"), self.remedies))
        column.addWidget(self.remedies, 2)
        column.addWidget(quiet(self.tr("Een stap terug kan altijd. “Het klopt zo” geldt tot de werkmap dichtgaat.")))
        column.addWidget(buttons)
        self._read()
        self.resize(self.sizeHint())
        self.findings.setCurrentRow(0)
        self.findings.setFocus()

    def sizeHint(self) -> QSize:
        screen = self.parentWidget().window().size()
        return QSize(min(_WIDE, screen.width() - 40), min(_HIGH, screen.height() - 60))

    @property
    def finding(self) -> Finding | None:
        return self._found.get(self.findings.key)  # type: ignore[call-overload]

    def _read(self) -> None:
        session, household = self._page.session, self._page.household
        self._dossier, self._saving = session.dossier(household), session.saving(household)
        found = {_key(one): one for one in doubles_of(self._dossier, self._saving)}
        self._found = dict(sorted(found.items(), key=lambda one: one[0] in self._kept))
        self.findings.show_lines([Line(key, self._words(key, one)) for key, one in self._found.items()])
        self._show_remedies()

    def _words(self, key: Key, one: Finding) -> str:
        about = f" Het gaat om {money.exact(one.cents)} besparing." if one.cents else ""
        kept = "Blijft zo. " if key in self._kept else ""
        return f"{kept}{one.sentence}{about}"

    def _remedies(self) -> list[tuple[str, Callable[[], object]]]:
        one = self.finding
        if one is None:
            return []
        if _key(one) in self._kept:
            return [(self.tr("Toch weer laten zien"), lambda: self._kept.discard(_key(one)))]
        return [(self._remedy(remedy), lambda remedy=remedy: self._solve(one, remedy)) for remedy in one.remedies]

    def _show_remedies(self) -> None:
        ways = self._remedies()[: len(_KEYS)]
        self.remedies.show_lines([Line(at, f"{_KEYS[at]}   {words}") for at, (words, _) in enumerate(ways)])

    def _choose(self, at: int) -> None:
        ways = self._remedies()
        if at < len(ways):
            ways[at][1]()
            self._read()
            self.findings.setFocus()

    def _solve(self, one: Finding, remedy: Remedy) -> None:
        if remedy.kind == "keep":
            self._kept.add(_key(one))
        elif remedy.kind == "remove":
            self._page.attempt(self.tr("Dubbele kosten weghalen"), solve, remedy)
        else:
            self._page.attempt(self.tr("Toerekening verdelen"), solve, remedy)

    def _remedy(self, remedy: Remedy) -> str:
        if remedy.kind == "keep":
            return self.tr("Het klopt zo: laat dit staan.")
        if remedy.kind == "attribution":
            parts = zip(remedy.lines, remedy.attributions, strict=True)
            shares = ", ".join(f"{self._line(line)} {share}%" for line, share in parts)
            return self.tr("Door het plan: %s.") % shares
        return self.tr("Haal weg: %s.") % " en ".join(self._line(line) for line in remedy.lines)

    def _line(self, id_: int) -> str:
        """So that one tells two of the same apart: its number in the list, to whom it belongs, what it is a year."""
        rows = self._saving.lines
        at = next(at for at, row in enumerate(rows) if row.line.id == id_)
        row = rows[at]
        catalogue = self._page.session.catalogue
        said = [money.whole(row.amounts.threatening or row.amounts.current)]
        dossier, line = self._dossier, row.line
        said += [names.agency_name(one, catalogue) for one in dossier.agencies if one.id == line.agency]
        said += [names.event_name(one, catalogue) for one in dossier.events if one.id == line.event]
        said += [
            names.intervention_name(one, catalogue) for one in dossier.interventions if one.id == line.intervention
        ]
        return f"“{row.line.words}” (post {at + 1}: {', '.join(said)})"


def _key(one: Finding) -> Key:
    return one.kind, one.lines


def _together(found: list[Finding]) -> int:
    """A line in two findings is counted too often once."""
    cents, seen = 0, set[int]()
    for one in sorted(found, key=lambda one: -abs(one.cents)):
        if seen.isdisjoint(one.lines):
            cents += one.cents
            seen.update(one.lines)
    return cents


def _said(found: list[Finding], all_: int) -> str:
    doubles, totals = sum(one.kind != "total" for one in found), sum(one.kind == "total" for one in found)
    said = []
    if doubles:
        cents = _together(found)
        about = f", {money.whole(cents)} besparing" if cents else ""
        said.append(f"{doubles} {'post lijkt' if doubles == 1 else 'posten lijken'} dubbel te tellen{about}.")
    if totals:
        said.append(f"{totals} {'totaal staat' if totals == 1 else 'totalen staan'} naast de delen, ter controle.")
    return " ".join(said) or f"Nagekeken op dubbel tellen: {all_} {'blijft' if all_ == 1 else 'blijven'} zo."
