"""How many households, told in another way than by a number before "gezinnen".

"Het vierde gezin", "het raakt 4", "4 adressen", "gezin A, B en C": whoever reads it counts along. What is no number
of people was masked by `signal_letter_numbers`. A first time, a second week and a second application may be named.
"""

import re

from doorbraak.model.documents.signal_letter_numbers import MASK, masked_of, number_word, plainly

_N = rf"(?:\d+(?:[.,]\d+)*(?![.,]?\d)|{number_word}(?:tal)?(?!\w))"
_MORE = rf"(?!(?:een|één|1|0|nul)(?!\w)){_N}"
_ORDINAL = (
    r"(?:derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|(?:der|veer|vijf|zes|zeven|acht|negen)"
    r"tiende|\w{0,20}tigste|\w{0,20}honderdste|(?:[3-9]|[1-9]\d{1,3})(?:e|de|ste))"
)
_SECOND = r"(?:tweede|2e|2de)"
_HOUSEHOLD = (
    r"(?:\w{0,30}(?:gezin(?:nen)?|huishoudens?|familie|families)|casus(?:sen)?|dossiers?|klant(?:en)?|"
    r"cli[eë]nt(?:en)?|hh|gez)"
)
_KIND = (
    r"(?:\w{0,20}(?:adressen|adres|woningen|woning|huizen|aanvragen|aanvraag|meldingen|melding|afwijzingen|afwijzing)|"
    r"gevallen|geval|zaken|zaak|aanvragers?|huurders?)"
)
_END = r"(?=\s*(?:[.;!?)]|,\s|$))"
_TIMES = r"(?:x|×|keer|maal)"
_ADJECTIVES = r"(?:\s+(?:(?!van|per|en|of)\w{2,20}e)){0,2}"
_BEFORE = (
    r"(?:raakt|raakte|raken|raakten|treft|trof|troffen|betreft|betrof|speelt bij|speelde bij|gaat om|ging om|"
    r"gaat het om|ging het om|zien we bij|zagen we bij|zien wij bij|zagen wij bij|bij ons|geldt voor|gold voor|bij|"
    r"hebben er|kennen er|zien er|zagen er|waren er|zijn er|telden wij|tellen wij|staat op|stuk of|een|het zijn|"
    r"het waren|totaal|teller op)"
)
_ABOUT = r"(?:(?:er|al|nu|ongeveer|zeker|ruim|zo['’]n|wel|samen|in totaal|minstens|totaal)\s+){0,2}"
_A_HOUSEHOLD = rf"een{_ADJECTIVES}\s+{_HOUSEHOLD}"
_AND = r"(?:,|en|&|/|\+|-|t/m|tot en met)"
_PLURALS = r"(?:gezinnen|huishoudens|families|casussen|dossiers|adressen|woningen|aanvragen|meldingen)"
_HERE = r"(?:deze|dit|onze|ons|één|een|de|het)\s+(?:wijk|buurt|gemeente|straat|stad|dorp|gebied|team)"
_HAPPENED = r"(?:voor|gezien|gebeurd|voorgekomen|meegemaakt|afgewezen|geweigerd|misgegaan|gebeuren|voorkomen|misgaan)"
_TALLIES = tuple(
    re.compile(one, re.IGNORECASE)
    for one in (
        (rf"(?<!\w)(?:{_SECOND}|{_ORDINAL})(?:\s*(?:en|of|,|t/m|tot en met)\s*{_ORDINAL})?{_ADJECTIVES}\s+"
         rf"{_HOUSEHOLD}(?!\w)"),
        rf"(?<!\w){_ORDINAL}{_ADJECTIVES}\s+{_KIND}(?!\w)",
        rf"(?<!\w){_BEFORE}\s+{_ABOUT}{_MORE}{_END}",
        rf"(?<!\w)(?:duo|trio|kwartet|kwintet|sextet|koppel){_ADJECTIVES}\s+(?:{_HOUSEHOLD}|{_KIND})(?!\w)",
        (rf"(?<!\w)(?:{_HOUSEHOLD}|zaak|geval)\s+[A-Z](?!\w)\s*{_AND}\s*(?:{_HOUSEHOLD}\s+)?[B-Z](?!\w)"),
        rf"(?<!\w){_A_HOUSEHOLD}\W{{1,3}}(?:(?:en|dan|toen|daarna)\s+)*(?:nog|weer|opnieuw)\s+{_A_HOUSEHOLD}(?!\w)",
        rf"(?<!\w){_MORE}[\s-]*(?:hh|gez|huish)(?!\w)",
        rf"(?<!\w)(?:ii|iii|iv|vi{{0,3}}|ix|xi{{0,3}}|xiv|xv)\s+{_HOUSEHOLD}(?!\w)",
        rf"(?<!\w)(?!een){number_word}{_PLURALS}(?!\w)",
        rf"(?<!\w)(?<!naar ){_MORE}{_ADJECTIVES}\s+\w{{0,20}}(?:adressen|woningen|huizen)(?!\w)(?!\s+per\s)",
    )
)  # fmt: skip
_HOW_OFTEN = tuple(
    re.compile(one, re.IGNORECASE)
    for one in (
        rf"(?<!\w)(?:voor|is|was)\s+(?:(?:al|nu|reeds)\s+)?de\s+{_ORDINAL}\s+(?:keer|maal)(?!\w)",
        rf"(?<!\w)(?:is|was)\s+(?:(?:al|nu|reeds)\s+)?de\s+{_SECOND}\s+(?:keer|maal)(?!\w)",
        rf"\(\s*{_MORE}\s*{_TIMES}\s*\)",
        rf"(?<!\w){_MORE}\s*{_TIMES}\s+(?:in|binnen)\s+{_HERE}(?!\w)",
        rf"(?<!\w){_MORE}\s*{_TIMES}\s+{_HAPPENED}(?!\w)",
        rf"\A[^.!?\n]{{1,60}}\s{_MORE}\s*[x×]\s*\Z",
    )
)
_ASKED = re.compile(
    rf"(?<!\w){_MORE}{_ADJECTIVES}\s+\w{{0,20}}(?:aanvragen|meldingen|afwijzingen|weigeringen)(?!\w)", re.IGNORECASE
)
_OF_A_RULE = re.compile(
    r"(?<!\w)(?:per|tegelijk|moet|moeten|vult|vullen|doet|doen|dient|dienen|mag|mogen|nodig|indienen|invullen|vraagt|"
    r"vragen|schrijft|schrijven)(?!\w)",
    re.IGNORECASE,
)
"""Then somebody has to make that many applications: no number of households."""
_LETTERED = re.compile(r"(?<!\w)(?i:gezin|huishouden|familie|casus|dossier|klant)\s+([A-Z])(?!\w)")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")


def tallied(text: str) -> str:
    """The words that tell how many households there are; empty without any."""
    plain = plainly(text)
    masked = masked_of(plain)
    for tallies, read in ((_TALLIES, masked), (_HOW_OFTEN, plain)):  # "vier keer" is masked
        found = next((at for tally in tallies if (at := tally.search(read))), None)
        if found:
            return _said(plain, found)
    for sentence in _SENTENCE.finditer(masked):
        asked = _ASKED.search(sentence[0])
        if asked and not _OF_A_RULE.search(sentence[0]):
            return _said(plain[sentence.start() :], asked)
    lettered = [*_LETTERED.finditer(masked)]
    other = next((one for one in lettered if one[1] != lettered[0][1]), None)
    return _said(plain, other) if other else ""


def _said(plain: str, found: re.Match[str]) -> str:
    return " ".join(plain[found.start() : found.end()].replace(MASK, " ").split())
