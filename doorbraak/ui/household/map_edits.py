"""What can be changed on the map: each is one verb, one step. Things are named by their id there: "problem 12"."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from doorbraak.model.dossier import agencies, people, problems
from doorbraak.model.dossier.agencies import Agency, Bond, Future
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.problems import Owner, Problem
from doorbraak.model.insight import names
from doorbraak.ui.page import Page

KINDS = ("problem", "agency", "person")


def parted(id_: str) -> tuple[str, int] | None:
    """A table and the id of its row; None for lines, knots and nothing."""
    kind, _, row = id_.partition(" ")
    return (kind, int(row)) if kind in KINDS and row.isdigit() else None


class MapEdits(QObject):
    """Belongs to the map's page. `said` carries a sentence about what was done, or why it could not be."""

    said = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def _dossier(self) -> Dossier:
        return self._page.session.dossier(self._page.household)

    def record(self, id_: str) -> Any:
        """The problem, agency or person; None when it is gone, or for something else."""
        found = parted(id_)
        if found is None:
            return None
        kind, row = found
        dossier = self._dossier()
        listed: tuple[Any, ...] = {"problem": dossier.problems, "agency": dossier.agencies, "person": dossier.people}[
            kind
        ]
        return next((one for one in listed if one.id == row), None)

    def name(self, id_: str) -> str:
        record, catalogue = self.record(id_), self._page.session.catalogue
        if isinstance(record, Problem):
            return names.problem_name(record, catalogue)
        if isinstance(record, Agency):
            return names.agency_name(record, catalogue)
        return names.person_name(record, catalogue) if record is not None else ""

    # -- one thing ------------------------------------------------------------------------------------

    def place(self, id_: str, place: tuple[int, int] | None, series: int | None = None) -> None:
        """None gives it back its own place. Moves of one `series` are one step."""
        x, y = place or (None, None)
        record = self.record(id_)
        label = self.tr("Plaats op de kaart wijzigen")
        merge = f"map place {id_} {series}" if series is not None else None
        if isinstance(record, Problem):
            self._page.attempt(label, problems.set_map_place, record.id, x, y, merge=merge)
        elif isinstance(record, Agency):
            self._page.attempt(label, agencies.set_map_place, record.id, x, y, merge=merge)

    def set_contacts(self, id_: str, number: int) -> None:
        record = self.record(id_)
        if isinstance(record, Agency):
            self._page.attempt(
                self.tr("Contacten wijzigen"), agencies.set_contacts, record.id, 100 * number,
                merge=f"map contacts {record.id}",
            )  # fmt: skip

    def set_owner(self, id_: str, owner: Owner) -> None:
        record = self.record(id_)
        if isinstance(record, Problem):
            self._page.attempt(self.tr("Eigenaar wijzigen"), problems.set_owner, record.id, owner)

    def set_bond(self, id_: str, bond: Bond) -> None:
        record = self.record(id_)
        if isinstance(record, Agency):
            self._page.attempt(self.tr("Band wijzigen"), agencies.set_bond, record.id, bond)

    def set_future(self, id_: str, future: Future) -> None:
        record = self.record(id_)
        if isinstance(record, Agency):
            self._page.attempt(self.tr("Na het plan wijzigen"), agencies.set_future, record.id, future)

    def remove(self, id_: str) -> None:
        """A problem, agency or person goes; of a line only what it ties is let go."""
        line, *ends = id_.split(" ", 1)
        if line in ("link", "wait"):
            first, last = line_ends(ends[0])
            if self.are_linked(first, last):
                self.link(first, last)
            return
        record = self.record(id_)
        if isinstance(record, Problem):
            self._page.attempt(self.tr("Probleem weghalen"), problems.remove, record.id)
        elif isinstance(record, Agency):
            self._page.attempt(self.tr("Instantie weghalen"), agencies.remove, record.id)
        elif record is not None:
            self._page.attempt(self.tr("Persoon weghalen"), people.remove, record.id)

    # -- two things -----------------------------------------------------------------------------------

    def are_linked(self, one: str, other: str) -> bool:
        return other in self.linked_to(one) or ((parted(one) or ("",))[0] != "problem" and one in self.linked_to(other))

    def linked_to(self, id_: str) -> list[str]:
        """What it was linked to by hand: of a problem also the problems that it waits for, and its agencies."""
        record = self.record(id_)
        if isinstance(record, Agency):
            return [*(f"problem {at}" for at in record.problems), *(f"person {at}" for at in record.people)]
        if isinstance(record, Problem):
            around = [f"agency {one.id}" for one in self._dossier().agencies if record.id in one.problems]
            return [
                *around,
                *(f"problem {at}" for at in record.waits_for),
                *(f"person {at}" for at in record.people),
            ]
        return []

    def link(self, one: str, other: str) -> bool:
        """Tie two things, or let them go when they are tied. From a problem to a problem it is: waits for."""
        first, last = self.record(one), self.record(other)
        if one == other or first is None or last is None:
            return False
        if isinstance(last, Agency) or (isinstance(last, Problem) and not isinstance(first, Agency | Problem)):
            first, last, one, other = last, first, other, one
        kinds = (type(first).__name__, type(last).__name__)
        tied = self.are_linked(one, other)
        attempt, row = self._page.attempt, first.id
        if kinds == ("Agency", "Problem"):
            label = self.tr("Problemen koppelen")
            done = attempt(label, agencies.set_problems, row, _toggled(first.problems, last.id))
        elif kinds == ("Agency", "Person"):
            done = attempt(self.tr("Mensen koppelen"), agencies.set_people, row, _toggled(first.people, last.id))
        elif kinds == ("Problem", "Problem"):
            label = self.tr("Wacht op wijzigen")
            done = attempt(label, problems.set_waits_for, row, _toggled(first.waits_for, last.id))
        elif kinds == ("Problem", "Person"):
            done = attempt(self.tr("Mensen koppelen"), problems.set_people, row, _toggled(first.people, last.id))
        else:
            self.said.emit(self.tr("Deze twee kunnen niet aan elkaar. Koppel een instantie aan een probleem of mens."))
            return False
        if done:
            self.said.emit(self._told(kinds, one, other, tied=tied))
        return done

    def _told(self, kinds: tuple[str, str], one: str, other: str, *, tied: bool) -> str:
        waits = kinds == ("Problem", "Problem")
        if tied:
            said = self.tr("%s wacht niet meer op %s.") if waits else self.tr("Ontkoppeld: %s en %s.")
        else:
            said = self.tr("%s wacht nu op %s.") if waits else self.tr("Gekoppeld: %s en %s.")
        return said % (self.name(one), self.name(other))


def line_ends(ends: str) -> tuple[str, str]:
    """ "agency 3 problem 12" as two ids; the household is one word."""
    words = ends.split(" ")
    return " ".join(words[:2]), " ".join(words[2:])


def _toggled(ids: tuple[int, ...], id_: int) -> tuple[int, ...]:
    return tuple(at for at in ids if at != id_) if id_ in ids else (*ids, id_)
