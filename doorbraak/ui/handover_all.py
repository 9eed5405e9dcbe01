"""Several dossiers to one colleague: a sealed file for each in one folder, and each waits for its own answer."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model.dossier.household import Household
from doorbraak.model.handover.own_key import Colleague
from doorbraak.ui.handover import Handover, file_name, give_in
from doorbraak.ui.leaving import Leaving
from doorbraak.ui.widgets import ask, pick_many

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


class HandoverAll(Leaving):
    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.made = 0

    def steps(self, homes: Sequence[Household]) -> list[Callable[[], object]]:
        """One for each that was ticked, once somebody said which, to whom and where; none when that was cancelled.

        `homes`: those that are not on their way.
        """
        session = self._session()
        if session is None:
            return []
        names = [(one.id, f"{one.number}  {one.name or self.tr('(nog geen naam)')}") for one in homes]
        about = self.tr("Elk krijgt een eigen bestand, dat alleen je collega opent. Dat van een voorbeeld ook.")
        chosen = pick_many.pick(
            self.tr("Alles overdragen"), about, self.tr("&Welke huishoudens?"), names, [one.id for one in homes],
            self._window,
        )  # fmt: skip
        if not chosen or self._window.session is not session:
            return []
        colleague = Handover(self._window).colleague(self.tr("Wat erin staat"))
        if colleague is None or self._window.session is not session:
            return []
        folder = ask.folder(self._window, self.tr("In welke map komen de bestanden?"), Path.home())
        if folder is None or self._window.session is not session:
            return []
        wanted = [one for one in homes if one.id in chosen]
        return [lambda one=one: self._give(one, colleague, folder) for one in wanted]

    def _give(self, home: Household, colleague: Colleague, folder: Path) -> None:
        session = self._window.session
        if session is None:  # it was locked meanwhile
            return
        with self._saying():
            give_in(session, home.id, colleague, _free(folder / file_name(home.number)))
            self.made += 1

    def say(self, asked: int) -> None:
        """After the last one, or where somebody stopped."""
        self._say(
            self.tr("Gemaakt: %d van %d. Laat je collega alles innemen en de cijfers voorlezen.") % (self.made, asked)
        )


def _free(path: Path) -> Path:
    """Nobody was asked about a file that is there."""
    found, at = path, 1
    while found.exists():
        at += 1
        found = path.with_stem(f"{path.stem}-{at}")
    return found
