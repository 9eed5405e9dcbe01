"""The words that somebody writes for a signaalbrief, and the watch over them: nothing that points at a household.

Elsewhere the naam-wacht marks and never blocks. A letter about a rule goes to people outside the household's circle,
so here it does block, and says which words have to go: whoever reads that sentence wrote them.
"""

import re
import unicodedata
from dataclasses import dataclass, fields

from doorbraak.model.documents.signal_letter_names import Watched, name_in, title_in, untold_in
from doorbraak.model.documents.signal_letter_numbers import counted
from doorbraak.model.documents.signal_letter_sums import exact_sum
from doorbraak.model.documents.signal_letter_tallies import tallied
from doorbraak.model.dossier import checks
from doorbraak.model.errors import InputError
from doorbraak.model.insight.name_watch import found_in
from doorbraak.model.shortening import cut

LONGEST = 2000
_ONE_LINE = frozenset(("to", "subject"))
_TITLES = {
    "mail": "Hier staat een mailadres",
    "phone": "Hier staat een telefoonnummer",
    "bsn": "Hier staat een burgerservicenummer",
    "postcode": "Hier staat een adres",
}
_LONGEST_SAID = 60  # letters of a text that a sentence repeats
_NOT_SEEN = re.compile(
    r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
_STREET = re.compile(
    r"\b[\w'’-]{2,40}(?:straat|weg|laan|plein|hof|singel|gracht|kade|dijk|steeg|dreef|plantsoen|pad|park|markt)"
    r"\s+\d{1,3}(?!\d|[.,]\d|\s*(?:euro|uur|keer|jaar|dagen|weken|maanden|procent|%))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:huishouden|dossier|casus|zaak|gezin|familie)\s*(?:nummer|nr\.?)?\s*[:#]?\s*\d+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class LetterWords:
    """`to`: whom the letter is for. `words`: what stands in the way; `tried` and `proposal` may be empty."""

    to: str = ""
    subject: str = ""
    words: str = ""
    tried: str = ""
    proposal: str = ""


def cleaned(words: LetterWords) -> LetterWords:
    """As it may be printed: no sign that can't be seen, for it hides a name. Raises InputError for too long a text."""
    return LetterWords(**{field.name: _clean(getattr(words, field.name), field.name) for field in fields(words)})


def _clean(text: str, field: str) -> str:
    text = "".join(sign for sign in _NOT_SEEN.sub("", text) if unicodedata.category(sign) != "Cf")
    return checks.line(text, field) if field in _ONE_LINE else checks.paragraph(text, field, most=LONGEST)


def refuse_names(words: LetterWords, watched: Watched) -> None:
    """Raises InputError at the first field that names somebody, an address, a number or how many households."""
    for error in faults(words, watched).values():
        raise InputError(f"{error.sentence} Er is niets gemaakt.", error.field)


def faults(words: LetterWords, watched: Watched) -> dict[str, InputError]:
    """Per field what has to be mended before it may leave; empty when nothing has."""
    found = {}
    for field in fields(words):
        try:
            sentence = _wrong(_clean(getattr(words, field.name), field.name), field.name, watched)
        except InputError as error:
            found[field.name] = error
            continue
        if sentence:
            found[field.name] = InputError(sentence, field.name)
    return found


def _wrong(text: str, field: str, watched: Watched) -> str:
    """One sentence that says what stands there and what to do."""
    number = next(iter(found_in(text)), None)
    if number is not None:
        return f"{_TITLES[number.kind]}: {_short(number.words)}. Schrijf: {number.advice}."
    title = title_in(text, watched)
    if title:
        return f"Hier staat de naam van een huishouden: {_short(title)}. Schrijf: een gezin."
    name = name_in(text, watched) or (untold_in(text, watched.ordinary) if field != "to" else "")  # no family gets it
    if name:
        return f"Hier staat een naam: {_short(name)}. Schrijf een rol."
    street = _STREET.search(text)
    if street:
        return f"Hier staat een adres: {_short(street[0])}. Laat het weg."
    numbered = _NUMBERED.search(text)
    if numbered:
        return f"Hier staat het nummer van een huishouden: {_short(numbered[0])}. Laat het weg."
    people = counted(text)
    if people:
        return f"Hier staat een aantal mensen of gezinnen: {_short(people[0])}. Schrijf bijvoorbeeld: {people[1]}."
    tally = tallied(text)
    if tally:
        return f"Hier valt af te lezen hoeveel gezinnen het zijn: {_short(tally)}. Schrijf bijvoorbeeld: meer gezinnen."
    exact = exact_sum(text)
    if exact:
        return f"Hier staat precies wat er verloren ging: {_short(exact[0])}. Schrijf bijvoorbeeld: {exact[1]}."
    return ""


def _short(said: str) -> str:
    return cut(said.rstrip(" ."), _LONGEST_SAID)  # the sentence has its own full stop
