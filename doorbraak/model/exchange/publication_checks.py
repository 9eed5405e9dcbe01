"""What is said before a publication is made, which is for ever: why there is none yet, and whose work it would show."""

from collections.abc import Sequence
from datetime import date

from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.published_sentences import NOBODY
from doorbraak.model.exchange.senders import Line

NOT_OVER = "Deze periode is nog niet voorbij, dus er is niets gepubliceerd. Publiceer na de laatste dag ervan."
NOT_CONFIRMED = (
    "Van deze periode is nog geen afzender bevestigd, dus er is niets gepubliceerd. Bel de afzenders, vergelijk hun "
    "controlegetal en bevestig ze bij Afzenders."
)
TOO_SMALL = (
    "Over deze periode is alleen van kleine afzenders ontvangen, en samen te weinig. Er is niets gepubliceerd. Wacht "
    "op meer bestanden."
)
ALONE = (
    "Alles hierin komt van één afzender. Wie weet wie dat is, ziet wat die ene persoon doet. Bespreek het eerst met "
    "die afzender."
)
TOO_LATE = "Wat zij later sturen, telt voor deze periode niet meer mee."
_MOST_NAMES = 5


def why_not(period: Period, lines: Sequence[Line], today: date) -> str:
    """A sentence, or nothing when something can be published. `lines`: asked for this period first."""
    if today <= period.last:
        return NOT_OVER
    states = {state for line in lines for state in _state(line)}
    if "received" in states:
        return ""
    if "held" in states:
        return NOT_CONFIRMED
    return TOO_SMALL if "waits" in states else NOBODY


def of_one_sender(lines: Sequence[Line]) -> bool:
    """Small senders count apart here: together they are always two or more."""
    return [state for line in lines for state in _state(line)].count("received") == 1


def missing(lines: Sequence[Line]) -> tuple[str, ...]:
    """Whose files do not count: by the names that the coordinator gave, which stand in no publication."""
    return tuple(_name(line) for line in lines if set(_state(line)) & {"not yet", "held"})


def who_is_in(lines: Sequence[Line]) -> str:
    """For the coordinator alone, before it is for ever."""
    states = [state for line in lines for state in _state(line)]
    came = len(states) - states.count("not yet")
    said = f"{came} van de {len(states)} afzenders zijn binnen." if len(states) != 1 else ""
    for state, words in (("not yet", "Nog niet"), ("held", "Nog niet bevestigd")):
        if names := [_name(line) for line in lines if state in _state(line)]:
            more = len(names) - _MOST_NAMES
            shown = ", ".join(names[:_MOST_NAMES]) + (f" en {more} meer" if more > 0 else "")
            said += f" {words}: {shown}."
    return said.strip() + (f" {TOO_LATE}" if missing(lines) else "")


def _name(line: Line) -> str:
    return line.sender.label or f"afzender {line.sender.number}"


def _state(line: Line) -> tuple[str, ...]:
    return () if line.sender.withdrawn_on is not None else (line.asked[0][1],)
