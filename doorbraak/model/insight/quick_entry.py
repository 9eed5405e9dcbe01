"""What a typed line can mean: the choices of the list under it, the best one first. Reads, and writes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.catalogue import Catalogue, Hit, fold, search
from doorbraak.model.dossier import letters
from doorbraak.model.dossier.checks import LINE
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.quick_letter import TypedLetter, letter_line, typed_letter
from doorbraak.model.insight.quick_links import agencies_of
from doorbraak.model.insight.typed_people import TypedPerson, typed_person

MOST = 8  # hits in one list: more than that nobody reads while a family waits
LONGEST = letters.LONGEST + LINE + 100
"""Characters of a line: a letter may say most, what it asks, its sender, an amount and a day."""
Kind = Literal["problem", "agency", "letter", "person"]
_MARKS = {"problem": "probleem", "agency": "instantie"}
_THERE = "staat er al"
_PERSON_WORDS = ("mens", "persoon")


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the list. `shown` says what Enter will do; `name` is what it is called afterwards.

    `code` is a kind of the catalogue, or empty: then `words` are the own words. `row` is the record that the household
    has already. `adds_sender`: the agency that wrote the letter is added too.
    """

    kind: Kind
    shown: str
    name: str
    code: str = ""
    words: str = ""
    row: int | None = None
    letter: TypedLetter | None = None
    adds_sender: bool = False
    person: TypedPerson | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a line can mean; nothing for an empty one."""

    choices: tuple[Choice, ...]


def read_line(text: str, today: date, dossier: Dossier, catalogue: Catalogue) -> Reading:
    """A new line: a problem, an agency, a letter or a person; whatever it says, it can be taken as own words."""
    words = " ".join(text.split())
    if not fold(words):
        return Reading(())
    hits = search(catalogue, words, ("problem", "agency"), MOST)
    found = [_of_hit(hit, dossier, marked=True) for hit in hits]
    own = [choice for choice in _own_agencies(words, dossier) if choice not in found]
    called = bool(hits) and _begins(fold(hits[0].name), fold(words))
    people = _people(words, today, catalogue)
    first = [*_letters(words, today, dossier, catalogue), *([] if called else people)]
    last = [
        Choice("problem", f"“{words}” in eigen woorden · probleem", words, words=words),
        Choice("agency", f"“{words}” in eigen woorden · instantie", words, words=words),
        *(people if called else []),
        *([] if people else [_person(TypedPerson(words), catalogue)]),
    ]
    return Reading((*first, *own, *found, *last))


def _begins(name: str, typed: str) -> bool:
    """Whether somebody is typing this name: "kind gaat niet" is no child called so, "oma" may well be a person."""
    return name == typed or (" " in typed and name.startswith(typed))


def read_agency(text: str, problem: str, dossier: Dossier, catalogue: Catalogue) -> Reading:
    """Who is concerned with a problem of this kind: its usual agencies, those of the household first of all."""
    words = " ".join(text.split())
    usual = agencies_of(problem, dossier, catalogue)
    if not fold(words):
        listed = usual or tuple(dict.fromkeys(agency.kind for agency in dossier.agencies if agency.kind))
        hits = [Hit("agency", kind, catalogue.agencies[kind].name) for kind in listed if kind in catalogue.agencies]
        return Reading(tuple(_of_hit(hit, dossier) for hit in hits[:MOST]))
    present = {agency.kind for agency in dossier.agencies}
    hits = list(search(catalogue, words, ("agency",), 5 * MOST))
    typed = fold(words)
    hits.sort(key=lambda hit: _nearness(hit, typed, usual, present, catalogue))
    found = [*_own_agencies(words, dossier), *(_of_hit(hit, dossier) for hit in hits[:MOST])]
    return Reading((*found, Choice("agency", f"“{words}” in eigen woorden", words, words=words)))


def read_problem(text: str, dossier: Dossier, catalogue: Catalogue) -> Reading:
    """Which problems an agency is concerned with."""
    words = " ".join(text.split())
    if not fold(words):
        return Reading(())
    found = [_of_hit(hit, dossier) for hit in search(catalogue, words, ("problem",), MOST)]
    return Reading((*found, Choice("problem", f"“{words}” in eigen woorden", words, words=words)))


def _nearness(hit: Hit, typed: str, usual: tuple[str, ...], present: set[str], catalogue: Catalogue) -> int:
    """Among those of which a name starts as typed: usual here, then present. The rest stays as search has it."""
    agency = catalogue.agencies[hit.id]
    if not any(fold(name).startswith(typed) for name in (agency.name, *agency.synonyms)):
        return 3
    return 0 if hit.id in usual else 1 if hit.id in present else 2


def _of_hit(hit: Hit, dossier: Dossier, *, marked: bool = False) -> Choice:
    """A kind of the catalogue, or the household's own record of it."""
    problem = hit.kind == "problem"
    records = dossier.problems if problem else dossier.agencies
    row = next((record.id for record in records if record.kind == hit.id), None)
    shown = f"{hit.name} · {_MARKS[hit.kind]}" if marked else hit.name
    if row is not None:
        shown += f" · {_THERE}"
    return Choice("problem" if problem else "agency", shown, hit.name, code=hit.id, row=row)


def _own_agencies(words: str, dossier: Dossier) -> list[Choice]:
    """Agencies that the household named itself: the catalogue's search does not know them."""
    typed = fold(words).split()
    return [
        Choice("agency", f"{agency.words} · {_THERE}", agency.words, code=agency.kind, row=agency.id)
        for agency in dossier.agencies
        if agency.words and _starts(typed, fold(agency.words).split())
    ]


def _starts(typed: Iterable[str], there: list[str]) -> bool:
    return all(any(word.startswith(one) for word in there) for one in typed)


def _letters(words: str, today: date, dossier: Dossier, catalogue: Catalogue) -> list[Choice]:
    """The letter; from an agency that is not around the household yet, first with that agency added."""
    letter = typed_letter(words, today, dossier.agencies, catalogue)
    if letter is None:
        return []
    own = next((agency for agency in dossier.agencies if agency.id == letter.agency), None)
    kind = catalogue.agencies.get(letter.kind)
    called = names.agency_name(own, catalogue) if own else kind.name if kind else letter.sender
    line = letter_line(letter, called)
    plain = Choice("letter", line, called, letter=letter)
    if kind is None:
        return [plain]
    both = Choice("letter", f"{line} · instantie komt erbij", called, code=kind.id, letter=letter, adds_sender=True)
    return [both, Choice("letter", f"{line} · zonder instantie", called, letter=letter)]


def _people(words: str, today: date, catalogue: Catalogue) -> list[Choice]:
    """Somebody, when it begins with a role or says that it is a person."""
    parts = words.split()
    said = len(parts) > 1 and fold(parts[0]) in _PERSON_WORDS
    if said:
        parts = parts[1:]
    person = typed_person(" ".join(parts), catalogue.roles.values(), today)
    return [_person(person, catalogue)] if (person.role or said) and (person.name or person.role) else []


def _person(person: TypedPerson, catalogue: Catalogue) -> Choice:
    role = catalogue.roles[person.role].name if person.role in catalogue.roles else ""
    said = ", ".join(part for part in (person.name, role.lower() if person.name else role) if part)
    sex = f", {choice_names.SEXES[person.sex].lower()}" if person.sex else ""
    born = f", geboren in {person.birth_year}" if person.birth_year else ""
    away = ", woont niet hier" if person.lives_here == "no" else ""
    return Choice("person", f"{said}{sex}{born}{away} · mens", person.name or role, person=person)
