"""What is to be done, with a verb: "Formulier voor de bank" alone leaves open what somebody does with it."""

import re

from doorbraak.model.dossier.tasks import Kind

_MOST_WORDS = 10
"""A verb behind more words than these no longer belongs to them."""
_INFINITIVE = re.compile(r"(?:[^\W\d_]{2,}en|\w*(?:doen|gaan|staan|slaan|zien|zijn))")
_NO_VERBS = frozenset(
    (
        "geen", "zeven", "negen", "tegen", "binnen", "buiten", "boven", "beneden", "tussen", "eigen", "samen",
        "kinderen", "dagen", "weken", "maanden", "brieven", "papieren", "bonnen", "kosten", "schulden",
        "toeslagen", "mensen", "afspraken", "zaken", "rekeningen", "boeken", "kleren", "meubels", "bedden",
        "sleutels",
    )
)  # fmt: skip
"""They end as a verb does."""
_FINITE = frozenset(
    (
        "is", "komt", "gaat", "wordt", "moet", "kan", "mag", "wil", "zal", "heeft", "krijgt", "stopt", "start",
        "begint", "belt", "betaalt", "vraagt", "regelt", "doet", "maakt", "geeft", "trekt", "blijft", "staat",
        "loopt", "helpt",
    )
)  # fmt: skip
_HAPPENS = frozenset(
    (
        "besluit", "gesprek", "antwoord", "uitspraak", "afspraak", "zitting", "bezoek", "meting", "intake",
        "overleg", "evaluatie", "verhuizing", "controle", "uitleg", "contact", "hulp", "steun", "dag", "datum",
        "termijn",
    )
)  # fmt: skip
"""They say by themselves what happens, or are nothing that one does."""
_ASKS = frozenset(
    (
        "bel", "betaal", "denk", "doe", "ga", "geef", "haal", "kies", "kijk", "kom", "laat", "lees", "let",
        "lever", "luister", "maak", "meld", "neem", "open", "praat", "regel", "reken", "schrijf", "spreek",
        "start", "stop", "stuur", "teken", "vertel", "vraag", "wacht", "zeg", "zoek", "zorg", "nu", "later",
        "samen", "daarna", "eerst", "elke", "alles",
    )
)  # fmt: skip
_BELONGS = frozenset(("voor", "van", "over", "naar", "aan", "bij", "uit", "om"))
_WHICH = frozenset(("eerste", "tweede", "derde", "laatste", "nieuwe", "volgende"))


def with_verb(words: str, kind: Kind = "task") -> str:
    """ "Formulier voor de bank regelen", "Eerste 60 euro huur betalen"; what has a verb, or may have one, stays."""
    if kind not in ("task", "promise", "payment"):
        return words
    said = words.lower().split()
    if not 0 < len(said) <= _MOST_WORDS or words[-1:] in "?!…" or any(map(_may_be_a_verb, said)):
        return words
    if kind == "payment":
        return f"{words} betalen"
    if said[0] in _ASKS or _HAPPENS.intersection(said[:2]):
        return words
    thing = said[0] in _WHICH or said[0][0].isdigit() or (len(said) > 1 and said[1] in _BELONGS)
    return f"{words} regelen" if thing else words


def _may_be_a_verb(word: str) -> bool:
    bare = word.strip(".,:;()“”‘’'\"")
    return bare in _FINITE or (bare not in _NO_VERBS and _INFINITIVE.fullmatch(bare) is not None)
