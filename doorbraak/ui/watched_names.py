"""Whose names the naam-wacht looks for in what one types: those of the household in sight."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from doorbraak.model.catalogue import fold
from doorbraak.model.errors import NotFound

if TYPE_CHECKING:
    from doorbraak.model.insight.name_watch import Found, Known
    from doorbraak.model.workspace.store import Changes
    from doorbraak.ui.session import Session

_TABLES = frozenset({"household", "person"})


class WatchedNames(QObject):
    """Belongs to one session. `changed` comes when other words have to be marked."""

    changed = Signal()

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._household: int | None = None
        self._names: tuple[Known, ...] | None = None  # until a text asks: the words of all lists take a megabyte
        self._let_be: set[str] = set()
        session.changed.connect(self._read_again)

    def follow(self, household: int | None) -> None:
        self._household = household
        self._read()

    def found_in(self, text: str) -> "tuple[Found, ...]":
        """What points at somebody, without what one said to leave."""
        if not text.strip():
            return ()
        from doorbraak.model.insight.name_watch import found_in  # late: an empty page asks for none of it

        if self._names is None:
            self._names = self._asked()
        found = found_in(text, self._names)
        return tuple(one for one in found if fold(one.words) not in self._let_be) if self._let_be else found

    def let_be(self, words: str) -> None:
        """These words are not marked again until the workspace locks."""
        self._let_be.add(fold(words))
        self.changed.emit()

    def _read_again(self, changes: "Changes") -> None:
        if not changes.tables or changes.tables & _TABLES:
            self._read()

    def _read(self) -> None:
        if self._names is None:
            return
        names = self._asked()
        if names != self._names:
            self._names = names
            self.changed.emit()

    def _asked(self) -> "tuple[Known, ...]":
        if self._household is None:
            return ()
        try:
            dossier = self._session.dossier(self._household)
        except NotFound:
            self._household = None
            return ()
        from doorbraak.model.insight.name_watch import names_of
        from doorbraak.model.insight.name_words import ordinary_of

        catalogue = self._session.catalogue
        return names_of(dossier.household, dossier.people, catalogue.roles, ordinary_of(catalogue))
