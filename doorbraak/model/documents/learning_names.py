"""What a learning circle may read of a household: roles instead of names, and no text that still points at somebody."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.insight import pseudonyms
from doorbraak.model.insight.name_words import known_in, words_in
from doorbraak.model.insight.pseudonyms import AN_AGENCY, NOBODY, visible
from doorbraak.model.insight.traces import has_day, rounded, without_amounts, without_traces
from doorbraak.model.insight.vocabulary import vocabulary_of

LEFT_OUT = "Deze tekst is weggelaten, omdat hij naar iemand kan wijzen."
_AGES = ((4, "0 tot 4 jaar"), (12, "4 tot 12 jaar"), (18, "12 tot 18 jaar"), (27, "18 tot 27 jaar"),
         (40, "27 tot 40 jaar"), (65, "40 tot 65 jaar"))  # fmt: skip
_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec"
)
_POINTS = re.compile(
    rf"\d[-/.]\d{{1,2}}[-/.]\d|\d\s*(?:{_MONTHS})\b|\b(?:19|20)\d\d\b|"
    rf"(?:{_MONTHS}) ['’]\d\d\b|\bhuishouden\s+\d|https?:|www\.",
    re.IGNORECASE,
)
"""A date, a year, the number of a household, an address."""
_CENTS = re.compile(r"\d,\d\d\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WHEN = re.compile(
    r"(?<!\w)(?:(?P<since>sinds|vanaf|al vanaf)|(?:in|eind|begin|medio|halverwege|tot|uit|voor|na|over|rond|zomer|"
    rf"winter|voorjaar|najaar))[ ](?:(?:{_MONTHS}|het jaar|de zomer van|de winter van|begin|eind)[ ])?"
    r"(?:(?:19|20)\d\d|['’]\d\d)"
    rf"(?![\w/-]|\.\d)|(?<![\w-])(?:(?:{_MONTHS})[ ])?(?:19|20)\d\d(?![\w/-]|[.,]\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """`people`: by id what somebody is called here."""

    people: dict[int, str]
    names: pseudonyms.Pseudonyms
    laws: re.Pattern[str]

    opened: int

    def shown(self, words: str) -> str:
        """With roles for names, rounded amounts and no years; LEFT_OUT when it still points at somebody."""
        said = visible(words)
        without = self.laws.sub("", said)
        if without_traces(without) != without or has_day(without):
            return LEFT_OUT
        said = rounded(self.names.told(self._without_years(said), unknown=pseudonyms.LEFT_OUT))
        without = self.laws.sub("", said)
        return LEFT_OUT if _POINTS.search(without) or _CENTS.search(without_amounts(without)) else said

    def _without_years(self, said: str) -> str:
        """ "In 2024 kwam er rust" becomes "Eerder kwam er rust". The year of a law stays."""
        laws = [one.span() for one in self.laws.finditer(said)]

        def told(match: re.Match[str]) -> str:
            if any(start < match.end() and match.start() < end for start, end in laws):
                return match[0]
            written = re.search(r"\d+$", match[0])
            year = int(written[0]) if written else self.opened
            later = (year if year > 100 else year + 2000) > self.opened
            when = "al langer" if match["since"] and not later else "later" if later else "eerder"
            return when.capitalize() if match[0][0].isupper() else when

        return _WHEN.sub(told, said)


def pseudonyms_of(dossier: Dossier, catalogue: Catalogue, profile: Profile = NOBODY) -> Pseudonyms:
    """How the household calls its agencies goes as well: the circle does not have to know where it was."""
    found = pseudonyms.pseudonyms_of(dossier, catalogue, profile)
    public = vocabulary_of(catalogue)
    typed = (*(one.words for one in dossier.agencies if one.kind not in catalogue.agencies),)
    typed += (*(one.sender for one in dossier.letters),)
    listed = (*(one.words for one in dossier.agencies if one.kind in catalogue.agencies),)
    listed += (*(one.with_whom for one in dossier.sharing),)
    agencies = [known for name in typed for known in known_in(name, AN_AGENCY, found.ordinary, functions=True)]
    agencies += [
        known
        for name in listed
        for known in known_in(name, AN_AGENCY, found.ordinary, functions=True)
        if not all(public.knows(word) for word in words_in(known.name))
    ]
    vocabulary = replace(found.vocabulary, whole=public.whole)
    names = replace(found, known=(*found.known, *dict.fromkeys(agencies)), vocabulary=vocabulary)
    return Pseudonyms(found.people, names, _with_a_year(catalogue), dossier.household.opened.year)


def agency_called(agency: Agency, catalogue: Catalogue) -> str:
    """As the list calls it; how the household calls it may be a name."""
    kind = catalogue.agencies.get(agency.kind)
    return kind.name if kind else AN_AGENCY


def age_band(birth_year: int | None, year: int) -> str:
    """Wide enough to be shared by many."""
    if birth_year is None or birth_year > year:
        return "onbekend"
    return next((band for until, band in _AGES if year - birth_year < until), "65 jaar en ouder")


@lru_cache(maxsize=2)
def _with_a_year(catalogue: Catalogue) -> re.Pattern[str]:
    """Laws that have one in their name: "Wmo 2015" says nothing about when."""
    called = {name for law in catalogue.laws.values() for name in (law.abbreviation, law.title) if _YEAR.search(name)}
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(called)) or r"(?!)")
