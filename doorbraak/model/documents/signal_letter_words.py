"""The words that somebody writes for a signaalbrief, and the watch over them: nothing that points at a household.

Elsewhere the naam-wacht marks and never blocks. A letter about a rule goes to people outside the household's circle,
so here it does block, and says which words have to go: whoever reads that sentence wrote them. What only may point at
somebody is asked: a word with a capital, a number, a sum, a day. It leaves when somebody says that it may.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from typing import Literal

from doorbraak.model.catalogue import fold
from doorbraak.model.documents.signal_letter_names import Watched, maybe_in, name_in, title_in, untold_in
from doorbraak.model.documents.signal_letter_numbers import counted, numbers_in
from doorbraak.model.documents.signal_letter_sums import exact_sum, sums_in
from doorbraak.model.dossier import checks
from doorbraak.model.errors import InputError
from doorbraak.model.insight.name_watch import found_in
from doorbraak.model.insight.traces import days_in, trace_in
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
_NUMBERED = re.compile(
    r"\b(?:huishouden|dossier|casus|zaak|gezin|familie)\s*(?:nummer|nr\.?)?\s*[:#]?\s*\d+", re.IGNORECASE
)


About = Literal["name", "number", "sum", "day"]
_QUESTIONS: dict[About, str] = {
    "name": "Is “%s” een naam? Schrijf een rol, of zeg dat het geen naam is.",
    "number": "Telt “%s” gezinnen of mensen? Schrijf bijvoorbeeld: meer. Of zeg dat het mag blijven.",
    "sum": "Is “%s” van één gezin of van een paar? Maak het rond, of zeg dat het mag blijven.",
    "day": "Is “%s” een dag uit een gezin? Haal hem weg, of zeg dat hij mag blijven.",
}


@dataclass(frozen=True, slots=True)
class Question:
    """Whether `words` point at somebody. `key`: by which it is answered, wherever they stand."""

    about: About
    words: str

    @property
    def sentence(self) -> str:
        return _QUESTIONS[self.about] % _short(self.words)

    @property
    def key(self) -> str:
        return f"{self.about}:{fold(self.words)}"


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


def refuse_names(words: LetterWords, watched: Watched, let_be: Collection[str] = ()) -> None:
    """Raises InputError at the first field that names somebody, an address, a number or how many households; then at
    the first that asks something. `let_be`: keys of questions that somebody answered: this may stay.
    """
    for error in faults(words, watched).values():
        raise InputError(f"{error.sentence} Er is niets gemaakt.", error.field)
    for field, asked in questions(words, watched).items():
        for one in asked:
            if one.key not in let_be:
                raise InputError(f"{one.sentence} Er is niets gemaakt.", field)


def questions(words: LetterWords, watched: Watched) -> dict[str, tuple[Question, ...]]:
    """Per field what may point at somebody; a field without any is left out."""
    found = {field.name: (*_asked(getattr(words, field.name), field.name, watched),) for field in fields(words)}
    return {field: asked for field, asked in found.items() if asked}


def _asked(text: str, field: str, watched: Watched) -> Iterator[Question]:
    try:
        text = _clean(text, field)
    except InputError:  # that has to be mended first
        return
    if field != "to":  # no family gets it
        yield from (Question("name", said) for said in maybe_in(text, watched))
    yield from (Question("number", said) for said in numbers_in(text))
    yield from (Question("sum", said) for said in sums_in(text))
    yield from (Question("day", text[start:end]) for start, end in days_in(text))


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
    trace = trace_in(text)
    if trace:
        return f"Hier staat een adres, een nummer of een geboortedag: {_short(trace)}. Laat het weg."
    numbered = _NUMBERED.search(text)
    if numbered:
        return f"Hier staat het nummer van een huishouden: {_short(numbered[0])}. Laat het weg."
    people = counted(text)
    if people:
        return f"Hier staat een aantal mensen of gezinnen: {_short(people[0])}. Schrijf bijvoorbeeld: {people[1]}."
    exact = exact_sum(text)
    if exact:
        return f"Hier staat precies wat er verloren ging: {_short(exact[0])}. Schrijf bijvoorbeeld: {exact[1]}."
    return ""


def _short(said: str) -> str:
    return cut(said.rstrip(" ."), _LONGEST_SAID)  # the sentence has its own full stop
