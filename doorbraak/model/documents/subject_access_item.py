"""One recorded item as a household reads it: what it is, what is said of it, from whom and since when."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from doorbraak.model import money
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import wording
from doorbraak.model.documents.document import Block, Column, Paragraph, Subheading, Table
from doorbraak.model.documents.subject_access_about import OF_A_DOORBRAAK, About
from doorbraak.model.documents.subject_access_names import A_CONTACT, A_MEMBER, Masks
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.letters import Letter
from doorbraak.model.insight import names

OF_ANOTHER = "iets van een ander"
NOT_YOURS_ALONE = "[tekst weggelaten: gaat niet over u alleen]"
_ALWAYS_READ = frozenset(("relations", "custody", "comparisons", "sharing"))
"""Also without own words a relation says something about two people, and what was shared is in own words."""
_COLUMNS = (Column("Wat", 25), Column("Wat erbij staat", 54), Column("Van wie, sinds", 21))
_ORIGINS: dict[Origin, str] = {
    "": "Niet opgeschreven",
    "household": "Het huishouden",
    "professional": "Een hulpverlener",
    "agency": "Een instantie",
    "published": "Een publicatie",
    "example": "Verzonnen voorbeeld",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """`typed`: somebody's own words, and no choice, date or number. Without text it is not said."""

    label: str
    text: str
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """`to_read`: it may say something about somebody else, so a person reads it before it is given."""

    what: str
    facts: tuple[Fact, ...]
    origin: Origin
    noted_on: date
    to_read: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The items of one kind. `none`: what there is none of, as it stands in a sentence: "relaties"."""

    title: str
    none: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What somebody may read of a household: all of it, or as the one `person` for whom `masks` is made."""

    dossier: Dossier
    catalogue: Catalogue
    about: About
    person: int | None = None
    masks: Masks | None = None

    def records(self, part: str) -> tuple[Any, ...]:
        return tuple(one for one in getattr(self.dossier, part) if self.about.shown_to(part, one.id, self.person))

    def item(self, part: str, record: Any, what: str, *facts: Fact) -> Item:
        said = tuple(one for one in facts if one.text)
        shared = self.person is not None and not self._alone(part, record)
        typed = any(one.typed for one in said) or bool(getattr(record, "words", "")) or part in _ALWAYS_READ
        return Item(what, said, record.origin, record.noted_on, shared and typed)

    def of_home(self, label: str, text: str) -> Fact:
        """What was typed of the household as a whole."""
        return Fact(label, self.masks.told(text, alone=False) if self.masks else text, typed=True)

    def words(self, part: str, record: Any, text: str) -> str:
        """What was typed; of what somebody says in person every word is the speaker's own.

        Why a doorbraak may be, weighs everybody: no rule sees of whom "the uninsured car" tells.
        """
        if self.masks is None or not text:
            return text
        if part in OF_A_DOORBRAAK and not self._alone(part, record):
            return NOT_YOURS_ALONE
        return self.masks.told(text, alone=self._alone(part, record))

    def _alone(self, part: str, record: Any) -> bool:
        """Whether it is about who reads it and about nobody else."""
        whom = self.about.of(part, record.id)
        return whom == frozenset((self.person,)) or (whom is None and len(self.dossier.people) == 1)

    def typed(self, label: str, part: str, record: Any, text: str) -> Fact:
        return Fact(label, self.words(part, record, text), typed=True)

    def own(self, label: str, record: Any, part: str, text: str) -> Fact:
        """What this one person said stays word for word, for whoever said it."""
        said_by_reader = self.person is not None and record.person == self.person
        return Fact(label, text if said_by_reader else self.words(part, record, text), typed=not said_by_reader)

    def who(self, label: str, text: str) -> Fact:
        """Who does or says something, as it was typed."""
        return Fact(label, self.masks.who(text) if self.masks else text)

    # -- what a record is called -----------------------------------------------------------------------

    def somebody(self, id_: int | None) -> str:
        """A person of the dossier; another than who reads it is a role."""
        found = next((one for one in self.dossier.people if one.id == id_), None)
        if found is None:
            return ""
        if self.person is None or id_ == self.person:
            return names.person_name(found, self.catalogue)
        return A_CONTACT if found.lives_here == "no" else A_MEMBER

    def people(self, ids: Iterable[int]) -> str:
        """Others than who reads it are counted."""
        called = Counter(self.somebody(id_) for id_ in ids)
        return ", ".join(_counted(name, number) for name, number in called.items())

    def called(self, part: str, id_: int | None) -> str:
        """A record that another one refers to."""
        found = next((one for one in getattr(self.dossier, part) if one.id == id_), None)
        if found is None:
            return ""
        if not self.about.shown_to(part, found.id, self.person):
            return OF_ANOTHER
        match part:
            case "problems":
                said = names.problem_name(found, self.catalogue)
            case "agencies":
                said = names.agency_name(found, self.catalogue)
            case "interventions":
                said = names.intervention_name(found, self.catalogue)
            case "events":
                said = names.event_name(found, self.catalogue)
            case "costs":
                said = found.words or listed(found.price, self.catalogue.prices)
            case "letters":
                return self.letter(found)
            case _:
                said = found.words
        return self.words(part, found, said) if said == found.words else said  # what the lists say is about nobody

    def all_called(self, part: str, ids: Iterable[int]) -> str:
        return "; ".join(dict.fromkeys(self.called(part, id_) for id_ in ids))

    def letter(self, letter: Letter) -> str:
        sender = self.called("agencies", letter.agency)
        sender = sender or self.words("letters", letter, names.letter_sender(letter, (), self.catalogue))
        return f"{sender or 'Afzender onbekend'}{f', {wording.day(letter.dated)}' if letter.dated else ''}"


def _counted(name: str, number: int) -> str:
    if name == A_MEMBER and number > 1:
        return f"{number} gezinsleden"
    return f"{number} betrokkenen" if name == A_CONTACT and number > 1 else name


def listed(id_: str, found: Mapping[str, Any]) -> str:
    """What the list calls it, or the id when it has gone from there."""
    known = found.get(id_)
    return known.name if known else id_


def day(label: str, on: date | None) -> Fact:
    return Fact(label, wording.day(on) if on else "")


def amount(label: str, cents: int | None) -> Fact:
    return Fact(label, "" if cents is None else money.exact(cents))


def yes(label: str, flag: bool) -> Fact:
    return Fact(label, "ja" if flag else "")


def blocks_of(groups: Iterable[Group], nothing: str) -> tuple[Block, ...]:
    """A table per kind; what there is none of is said in one line."""
    listed = tuple(groups)
    shown = [group for group in listed if group.items]
    if not shown:
        return (Paragraph(nothing, "muted"),)
    blocks: list[Block] = []
    for group in shown:
        blocks += [Subheading(group.title)] if len(listed) > 1 else []
        blocks.append(Table(_COLUMNS, tuple(map(_row, group.items))))
    if empty := [group.none for group in listed if not group.items]:
        said = empty[0] if len(empty) == 1 else f"{', '.join(empty[:-1])} en {empty[-1]}"
        blocks.append(Paragraph(f"Hier staat niets over: {said}.", "muted"))
    return tuple(blocks)


def _row(item: Item) -> tuple[str, str, str]:
    return item.what, _said(item.facts) or "–", f"{_ORIGINS[item.origin]},\n{wording.day(item.noted_on)}"


def _said(facts: Iterable[Fact]) -> str:
    """Choices, dates and numbers beside each other; own words on a line of their own."""
    said = ""
    for one in facts:
        said += "" if not said else "\n" if one.typed or said.endswith("\n") else " · "
        said += f"{one.label}: {one.text}" if one.label else one.text
        said += "\n" if one.typed else ""
        said = said.replace("\n\n", "\n")
    return said.strip()
