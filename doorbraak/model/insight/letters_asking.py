"""Whether a letter asks something of the household, or only tells it something: a refusal, or what its sender will do.

It goes by the words that somebody wrote down. What it can't tell counts as asked: that is the safe side to err on.
"""

import re

from doorbraak.model.catalogue import fold
from doorbraak.model.dossier.letters import Letter

_PARTS = re.compile(r"[.!?;:\n]+\s*")
_ASKS = re.compile(
    r"^(?:aanmelden|aanmaning|antwoord|bel|betaal|betalen|beantwoord|doe|geef|ga|haal|kom|laat|lever|los|maak|meld|"
    r"neem|onderteken|reageer|regel|schrijf|sluit|start|stort|stuur|teken|verhuis|vraag|vul|zeg|zoek|zorg)\b"
    r"|\b(?:u moet|moet u|u dient|dient u|u betaalt|u bent verplicht|wij vragen u|vragen wij u|wij verzoeken u|"
    r"verzoeken wij u|wij willen(?! u)|wilt u|kunt u|aanmaning|herinnering|terugbetalen)\b"
)
_REFUSES = re.compile(
    r"\b(?:afgewezen|afwijzing|geweigerd|niet behandeld|niet mogelijk|niet toegekend|buiten behandeling|besloten)\b"
    r"|^geen\b"
)
_TELLS = re.compile(
    r"^wij\b|\b(?:stopt|gestopt|eindigt|gegrond|toegekend|goedgekeurd|hoeft niets|telt (?:nu )?niet|gaat .* dicht)\b"
    r"|\b(?:kan|kunnen|mag|mogen)\b.*\b(?:als|alleen|zolang|zodra)\b"
)
_NO_TASK = re.compile(r"\bbezwaar\b|\bin beroep\b")
_CONDITION = re.compile(r"\beerst\b")


def asks(letter: Letter) -> bool:
    """Whether it wants something of the household.

    What a refusal wants first ("Los die eerst zelf op") is its reason and no task; objecting is a right. Without
    words a last day or an amount asks something.
    """
    parts = [fold(part) for part in _PARTS.split(letter.demand) if part.strip()]
    if not parts:
        return letter.last_day is not None or letter.amount_cents is not None
    tells = any(_REFUSES.search(part) or _TELLS.search(part) for part in parts)
    for part in parts:
        if _ASKS.search(part) and not _NO_TASK.search(part) and not (tells and _CONDITION.search(part)):
            return True
    return not tells
