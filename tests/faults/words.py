"""Whether a sentence does what every sentence of ours must: say what happened, what is safe, and what to do."""

import inspect
import re

from doorbraak.model import errors

_SAFE = re.compile(
    r"niets? (is )?(veranderd|gepubliceerd|teruggezet|gedaan|gemaakt|gewist|vernietigd)|bewaard|is niet geopend|"
    r"zoals zij was|heel\b|veilig|zijn wel|geldt nog|niet veranderd|opengaat|in de werkmap is wel gemaakt",
    re.IGNORECASE,
)
_DO = re.compile(
    r"\b(maak|neem|bel|wacht|bespreek|publiceer|vraag|controleer|kies|zet|probeer|sluit|installeer|haal|bewaar|typ|stuur|doe|kijk|meld|zoek|opnieuw)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\.$|: doorbraak( [^\n]+)?$")  # with what to type, as it has to be typed
_TYPED = re.compile(r"""--workspace (?:"[^"]*"|'[^']*'|[^\s"'])+?(?=\.?(?: |$))""")  # by whoever reads it
_CLASSES = [name for name, kind in inspect.getmembers(errors, inspect.isclass) if kind.__module__ == errors.__name__]
_OURS = re.compile(
    r"Traceback|\bFile \"|Error\b|Exception|Errno|sqlite|SQL\b|\.py\b|/dev/|/tmp/|doorbraak\.\w|"
    + "|".join(rf"\b{name}\b" for name in _CLASSES),
    re.IGNORECASE,
)


def fault_in(sentence: str, folder: object = None) -> str:
    """Why it won't do; empty when it will. `folder`: a place of the household that may not be in it."""
    text = _TYPED.sub("--workspace MAP", sentence.strip())
    if not _ENDS.search(text):
        return f"no whole sentence: {text[:300]!r}"
    if found := _OURS.search(text):
        return f"words of a program ({found[0]!r}) in: {text[:300]!r}"
    if folder is not None and str(folder) in text:
        return f"a place of the household in: {text[:300]!r}"
    if not _SAFE.search(text):
        return f"does not say what is safe: {text!r}"
    if not _DO.search(text):
        return f"does not say what to do: {text!r}"
    return ""
