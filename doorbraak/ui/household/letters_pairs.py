"""Letters that contradict each other, on the page of letters: those that were marked, and those worth a look."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import letters
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.letters import Letter
from doorbraak.model.insight import names
from doorbraak.model.insight.letters import Contradiction
from doorbraak.model.shortening import cut
from doorbraak.model.workspace.store import Store
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.pick_many import pick
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from doorbraak.ui.page import Page

_LONGEST = 50  # letters of a demand, where a letter is named beside others


@dataclass(frozen=True, slots=True)
class Pair:
    """Two letters in words, beside each other; `id` is theirs."""

    id: str
    found: Contradiction
    first: str
    second: str


class PairsBlock(QWidget):
    """What the page of letters says about letters that can't be followed together."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._dossier: Dossier | None = None
        self._table = RecordTable(
            page.session,
            "letter_pair",
            self.tr("Brieven die elkaar tegenspreken"),
            [
                Column("first", self.tr("Deze brief"), lambda pair: pair.first),
                Column("second", self.tr("en deze"), lambda pair: pair.second),
                Column("why", self.tr("Waarom"), self._why, width=250),
            ],
            self,
        )
        self._table.current.connect(self._chosen)
        self._table.removal.connect(lambda pair: self._apart(pair) if pair.found.marked else None)
        self._none = quiet(self.tr("Geen brieven gevonden die elkaar tegenspreken."))
        self._about = quiet()
        self._yes = button(self.tr("&Ja, deze spreken elkaar tegen"), self._mark)
        self._no = button(self.tr("&Nee, ze gaan samen"), lambda: self._apart(self._table.record()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            block(
                (heading(self.tr("Wat spreekt elkaar tegen?"), self._table), self._yes, self._no),
                self._none,
                self._about,
                self._table,
            )
        )
        self._chosen(None)

    def show_pairs(self, dossier: Dossier, found: tuple[Contradiction, ...]) -> None:
        catalogue = self._page.session.catalogue
        self._dossier = dossier
        by_id = {letter.id: letter for letter in dossier.letters}
        pairs = [
            Pair(
                f"{pair.first}-{pair.second}",
                pair,
                letter_words(by_id[pair.first], dossier, catalogue),
                letter_words(by_id[pair.second], dossier, catalogue),
            )
            for pair in found
        ]
        self._table.show_records(pairs)
        self._none.setVisible(not pairs)
        for only in (self._about, self._yes, self._no):
            only.setVisible(bool(pairs))
        if self._table.record() is None:
            self._table.select_first()
        self._chosen(self._table.record())

    def _chosen(self, pair: Pair | None) -> None:
        self._yes.setEnabled(pair is not None and not pair.found.marked)
        self._no.setEnabled(pair is not None and pair.found.marked)
        self._about.setText("\n".join((pair.first, pair.second, self._why(pair))) if pair else "")

    def _why(self, pair: Pair) -> str:
        """Whether it is sure is said in a word, not by a colour."""
        if pair.found.marked:
            return self.tr("Zeker: zelf aangegeven.")
        return " ".join((self.tr("Misschien."), *pair.found.reasons))

    def _mark(self) -> None:
        pair: Pair | None = self._table.record()
        if pair is not None and not pair.found.marked:
            label = self.tr("Brieven spreken elkaar tegen")
            self._page.attempt(label, mark, self._letter(pair.found.first), pair.found.second)

    def _apart(self, pair: Pair | None) -> None:
        if pair is not None and pair.found.marked:
            one, other = self._letter(pair.found.first), self._letter(pair.found.second)
            self._page.attempt(self.tr("Brieven gaan samen"), part, one, other)

    def _letter(self, id_: int) -> Letter:
        return next(letter for letter in (self._dossier.letters if self._dossier else ()) if letter.id == id_)


def mark(store: Store, letter: Letter, other: int) -> None:
    letters.set_contradicts(store, letter.id, (*letter.contradicts, other))


def part(store: Store, one: Letter, other: Letter) -> None:
    """A mark may stand at either of the two, or at both."""
    for letter, gone in ((one, other.id), (other, one.id)):
        if gone in letter.contradicts:
            letters.set_contradicts(store, letter.id, tuple(id_ for id_ in letter.contradicts if id_ != gone))


def set_others(store: Store, letter: Letter, chosen: tuple[int, ...], listed: tuple[Letter, ...]) -> None:
    """`letter` contradicts exactly `chosen` of the household's letters, whichever side a mark stood at."""
    kept = tuple(id_ for id_ in chosen if not _marked_there(id_, letter, listed))
    letters.set_contradicts(store, letter.id, kept)
    for other in listed:
        if letter.id in other.contradicts and other.id not in chosen:
            left = tuple(id_ for id_ in other.contradicts if id_ != letter.id)
            letters.set_contradicts(store, other.id, left)


def _marked_there(other: int, letter: Letter, listed: tuple[Letter, ...]) -> bool:
    return other not in letter.contradicts and any(o.id == other and letter.id in o.contradicts for o in listed)


def choose_others(page: "Page", letter: Letter, dossier: Dossier) -> None:
    """Ask which other letters can't be followed together with this one."""
    catalogue = page.session.catalogue
    others = [other for other in dossier.letters if other.id != letter.id]
    chosen = pick(
        page.tr("Spreekt tegen"),
        letter_words(letter, dossier, catalogue),
        page.tr("&Welke brieven gaan hier niet mee samen?"),
        [(other.id, letter_words(other, dossier, catalogue)) for other in others],
        [other.id for other in others if other.id in letter.contradicts or letter.id in other.contradicts],
        page,
    )
    if chosen is not None:
        page.attempt(page.tr("Brieven spreken elkaar tegen"), set_others, letter, chosen, dossier.letters)


def letter_words(letter: Letter, dossier: Dossier, catalogue: Catalogue) -> str:
    """One short line: from whom, of which day, and what it wants."""
    sender = names.letter_sender(letter, dossier.agencies, catalogue) or "Onbekende afzender"
    head = f"{sender} ({shown_day(letter.dated)})" if letter.dated else sender
    demand = cut(letter.demand, _LONGEST)
    return f"{head}: {demand}" if demand else head
