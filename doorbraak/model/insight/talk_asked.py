"""What letters ask of the household, in words that say whose they are; and both numbers: agreed, and by letter."""

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.letters import Letter
from doorbraak.model.insight import names
from doorbraak.model.insight.letters_asking import asks
from doorbraak.model.insight.load import Action, Weight
from doorbraak.model.insight.talk_promise import short_day


def letter_words(action: Action, dossier: Dossier, catalogue: Catalogue) -> str:
    """ "Woningcorporatie vraagt, voor 1 december: “Betaal de achterstand”": in a letter "wij" is its sender."""
    letter = next(one for one in dossier.letters if one.id == action.id)
    asks_it = f"{_sender(letter, dossier, catalogue)} vraagt"
    said = f"“{' '.join(action.words.split()).rstrip('.')}”" if action.words else "een antwoord"
    return f"{asks_it}, voor {short_day(action.due)}: {said}." if action.due else f"{asks_it}: {said}."


def _sender(letter: Letter, dossier: Dossier, catalogue: Catalogue) -> str:
    agency = next((one for one in dossier.agencies if one.id == letter.agency), None)
    return names.agency_name(agency, catalogue) if agency is not None else letter.sender or "Een brief"


def asking_nothing(dossier: Dossier) -> int:
    """How many letters are open and ask nothing of the household."""
    return sum(letter.settled_on is None and not asks(letter) for letter in dossier.letters)


def count_line(weight: Weight) -> str:
    """ "8 dingen: 2 afgesproken, 6 in brieven gevraagd"; empty when there is nothing."""
    agreed = weight.open - weight.letters
    things = "1 ding" if weight.open == 1 else f"{weight.open} dingen"
    if agreed and weight.letters:
        return f"{things}: {agreed} afgesproken, {weight.letters} in brieven gevraagd"
    return f"{things} {'afgesproken' if agreed else 'in brieven gevraagd'}" if weight.open else ""
