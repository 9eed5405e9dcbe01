"""Ontvangen: files come in one by one, each with what became of it; one that is refused stops no other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from doorbraak.model.exchange import container, outcomes, receiving, table_catalogue
from doorbraak.model.exchange.outcomes import FileReport, Outcome
from doorbraak.ui.backups_steps import Steps
from doorbraak.ui.coordination import receiving_came
from doorbraak.ui.overview_page import OverviewPage
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.blocks import block, button, heading, quiet, tab_order
from doorbraak.ui.widgets.filter_bar import FilterBar
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

_WORDS: dict[Outcome, str] = {
    "refused": "✗ geweigerd", "held": "… wacht op bevestiging", "waits": "… klein: wacht", "taken": "✓ telt mee",
    "replaced": "✓ telt mee, nieuwer", "late": "– telt niet mee", "again": "= was er al", "skipped": "– overgeslagen",
}  # fmt: skip
_FIRST: tuple[Outcome, ...] = ("refused", "held", "late", "waits", "skipped", "replaced", "taken", "again")
_KINDS: dict[str, tuple[Outcome, ...]] = {
    "refused": ("refused", "skipped"), "waiting": ("held", "waits"), "late": ("late",),
    "taken": ("taken", "replaced", "again"),
}  # fmt: skip
_MOST_ROWS = 2_000  # of which a list stays quick; older ones go


@dataclass(frozen=True, slots=True)
class FileRow:
    """`id`: the order in which they came; `turn`: those that were chosen together."""

    id: int
    turn: int
    report: FileReport


class ReceivingPage(OverviewPage):
    """The list stays until the workspace locks."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Ontvangen"))
        self._session = session
        self._rows: list[FileRow] = []
        self._waiting: list[Path] = []  # dropped while others come in
        self._left: list[Path] = []  # of those that come in now
        self._came = self._turn = 0
        self.choose = button(self.tr("Bestanden &kiezen…"), self._choose)
        self.choose.setProperty("main", True)
        self._help, self._summary = quiet(), quiet()
        self._summary.setAccessibleName(self.tr("Uitkomst"))
        self.steps = Steps(self.tr("Voortgang"))
        self.steps.ended.connect(self._ended)
        self.kinds = FilterBar(
            self.tr("Welke bestanden"),
            {
                "all": self.tr("Alle"),
                "refused": self.tr("Geweigerd"),
                "waiting": self.tr("Wacht"),
                "late": self.tr("Telt niet mee"),
                "taken": self.tr("Telt mee"),
            },
            self,
        )
        self.kinds.chosen.connect(lambda _: self._show())
        self.table = RecordTable(session, "received", self.tr("Ontvangen bestanden"), self._columns(), self)
        self.table.lines = 2
        self.table.least = 3
        self.came = receiving_came.table(session, self)
        self.to_senders = button(self.tr("Naar &afzenders, om te bevestigen"), lambda: session.wanted.emit("Afzenders"))
        self._empty = button(self.tr("&Lijst leegmaken"), self._clear)
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("Welke bestanden kreeg je van de afzenders?"), self.choose))
        column.addWidget(block((self._help, self.choose)))
        column.addWidget(self.steps)
        column.addWidget(self._summary)
        column.addWidget(self.kinds)
        column.addWidget(self.table, 1)
        column.addWidget(self.came, 1)
        acts = QHBoxLayout()
        acts.setSpacing(6)
        acts.addWidget(self.to_senders)
        acts.addWidget(self._empty)
        acts.addStretch()
        column.addLayout(acts)
        self._column = column
        column.addStretch()
        tab_order(self.choose, self.steps.cancel, self.kinds, self.table, self.came, self.to_senders, self._empty)

    def _columns(self) -> list[Column]:
        return [
            Column(
                "outcome",
                self.tr("Uitkomst"),
                lambda row: _WORDS[row.report.outcome],
                width=170,
                sort=lambda row: _FIRST.index(row.report.outcome),
                missing=lambda row: row.report.outcome in ("refused", "held", "late"),
            ),
            Column("name", self.tr("Bestand"), lambda row: row.report.name, width=205, wraps=True),
            Column(
                "sentence",
                self.tr("Wat er gebeurde"),
                lambda row: row.report.sentence,
                wraps=True,
                tip=lambda row: row.report.sentence,
            ),
        ]

    # -- taking in --------------------------------------------------------------------------------------

    def _choose(self) -> None:
        kinds = self.tr("Uitwisselbestanden (*%s);;Alle bestanden (*)") % container.SUFFIX
        chosen = ask.files(self.window(), self.tr("Bestanden van afzenders"), kinds)
        if chosen and self.isVisible():  # a lock may have closed the question
            self.take(chosen)

    def take(self, paths: Sequence[Path]) -> None:
        """Files, and those of a folder. What is dropped while others come in waits its turn."""
        found = [one for path in paths for one in receiving.files_in(path)]
        if not found:
            self._summary.setText(self.tr("In die map staan geen uitwisselbestanden (*%s).") % container.SUFFIX)
            self._summary.show()
            return
        self._waiting += found
        if not self.steps.running:
            self._begin()

    def _begin(self) -> None:
        paths, self._waiting = self._waiting, []
        tables, today = table_catalogue.load(), date.today()
        left = list(paths)

        def step() -> None:
            path = left.pop(0)
            (report,) = receiving.receive(self._session.store, [path], today, tables=tables)
            self._add(report)

        self._left = left
        self._turn += 1
        self.kinds.choose("all")
        said = self.tr("Bezig met 1 bestand…") if len(paths) == 1 else self.tr("Bezig met %d bestanden…") % len(paths)
        self.steps.run(said, [step] * len(paths))
        self.choose.setEnabled(False)
        self._show()

    def _add(self, report: FileReport) -> None:
        self._came += 1
        self._rows.append(FileRow(self._came, self._turn, report))
        self._rows = self._rows[-_MOST_ROWS:]
        self._show()

    def _ended(self, whole: bool) -> None:
        """Those that somebody stopped before their turn are said too."""
        left, self._left = self._left, []
        if not whole:
            left, self._waiting = [*left, *self._waiting], []
        self.choose.setEnabled(True)
        if not whole:
            for path in left:
                self._add(FileReport(outcomes.shown(path.name), "skipped", outcomes.SAID["skipped"]))
        elif self._waiting:
            self._begin()
            return
        self._show()
        if self.isVisible():
            (self.to_senders if self.to_senders.isVisible() else self.choose).setFocus()

    # -- showing ----------------------------------------------------------------------------------------

    def refresh(self) -> None:
        self._show()

    def _show(self, *, locked: bool = False) -> None:
        came = Counter(row.report.outcome for row in self._rows)
        counts = {key: sum(came[one] for one in some) for key, some in _KINDS.items()}
        self.kinds.show_counts({"all": len(self._rows), **counts})
        wanted = _KINDS.get(self.kinds.key)
        rows = [row for row in self._rows if wanted is None or row.report.outcome in wanted]
        self.table.show_records(
            tuple(sorted(rows, key=lambda row: (_FIRST.index(row.report.outcome), -row.turn, row.id)))
        )
        some = bool(self._rows)
        for widget in (self.kinds, self.table, self._empty):
            widget.setVisible(some)
        stored = () if some or locked else receiving_came.rows(self._session.store)
        self.came.show_records(stored)
        self.came.setVisible(bool(stored))
        self._column.setStretch(self._column.count() - 1, 0 if some or stored else 1)
        self._empty.setEnabled(not self.steps.running)
        self.to_senders.setVisible(came["held"] > 0)
        self._help.setText(self._said())
        self._summary.setText(self._outcome(counts, came) if some else "")
        self._summary.setVisible(some)

    def _said(self) -> str:
        if self._rows:
            return self.tr("Je kunt bestanden of een hele map ook op dit venster slepen.")
        if self.came.records:
            return self.tr(
                "Dit is er per periode ontvangen. Kies nieuwe bestanden, of sleep ze op dit venster; een hele map mag "
                "ook."
            )
        return self.tr(
            "Nog geen bestanden ontvangen. Kies ze, of sleep ze op dit venster; een hele map mag ook. Ze worden een "
            "voor een nagekeken. Een fout bestand wordt geweigerd en houdt de andere niet tegen."
        )

    def _outcome(self, counts: dict[str, int], came: Counter[Outcome]) -> str:
        said = self.tr("%d van %d tellen mee.") % (counts["taken"], len(self._rows))
        if counts["refused"]:
            said += self.tr(" %d geweigerd: daarvan is niets ingevoerd.") % counts["refused"]
        if came["held"]:
            said += self.tr(" %d van een afzender die je nog niet bevestigde.") % came["held"]
        if came["late"]:
            said += self.tr(" %d ontvangen, maar telt niet mee: kijk waarom.") % came["late"]
        if came["waits"]:
            said += self.tr(" %d klein: wacht verzegeld op andere kleine laptops.") % came["waits"]
        return said

    def _clear(self) -> None:
        self._rows = []
        self._show()
        self.choose.setFocus()

    def take_focus(self) -> None:
        self.choose.setFocus()

    def forget(self) -> None:
        """A lock: what was not taken in yet, is not."""
        self._waiting, self._left = [], []
        self.steps.stop()
        self._waiting, self._rows = [], []
        self._show(locked=True)
