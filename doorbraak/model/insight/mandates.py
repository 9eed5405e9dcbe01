"""Who may decide on a doorbraak: per law what is usual, what this gemeente wrote down, and what to look at first.

Nothing here blocks: what is usual is a prompt to look it up, and a list may be incomplete.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.catalogue import Catalogue, Mandate, fold
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention, Status, StatusChange
from doorbraak.model.dossier.local_mandates import LocalMandate
from doorbraak.model.insight.names import law_name

Code = Literal[
    "may-not", "not-listed", "unusual", "usual", "look-up", "unchecked", "team", "no-decider", "no-day", "too-early",
]  # fmt: skip

TEAM_MAY_NOT = "participatiewet"
"""Its mandate goes to public bodies, and never to others (article 7 paragraph 4, as mandates.csv read it)."""
GENERAL = "awb"
"""Says how a mandate is given, and not to whom."""
RIGHTS = "grondrechten"
"""The domain of laws that say what somebody has a right to, and leave it to other laws who decides."""
AGAINST: frozenset[Code] = frozenset({"may-not", "not-listed", "unusual"})
"""What speaks against who was chosen."""
DECIDED: tuple[Status, ...] = ("granted", "partly", "refused")
_MOST_NAMED = 3
_ARTICLES = ("de ", "het ", "een ")
# Of a function the first word that tells counts: a "klantmanager in het wijkteam" is no team member.
_OFFICE = (
    r"college|b en w|b&w|burgemeester|wethouder|directeur|afdelingshoofd|hoofd|budgethouder|\w*ambtenaar"
    r"|\w*consulent|klantmanager|manager|\w*teammanager|\w*teamleider|\w*medewerker inkomen"
)
_TEAM = (
    r"(?:buurt|jeugd|gezins|sociaal |lokaal )team|\w*team(?:lid|leden|medewerker)|wijkteam\w*|\w*hulpverlener"
    r"|\w*begeleider|\w*regisseur|casemanager|(?:gezins|wijk)?coach|client\w*ondersteuner|generalist"
    r"|(?:maatschappelijk|sociaal|ambulant) werker|(?:jongeren|opbouw|jeugd|gezins)werker"
)
_WHO = re.compile(rf"\b(?:(?P<office>{_OFFICE})|(?P<team>{_TEAM}))\b")
# Whoever is only heard does not decide.
_HEARD = re.compile(
    r",?\s*\b(?:(?:na|op|in) (?:\w+ )?(?:advies|overleg|verzoek|voordracht)|gehoord)\b[^,;]*", re.IGNORECASE
)
# Between bodies that decide together, and never within brackets.
_TOGETHER = re.compile(r"(?:\s*[;/+]\s*|,?\s+(?:samen )?met\s+|\s+plus\s+|,\s*(?:en\s+)?)(?![^(]*\))", re.IGNORECASE)
_UNSURE = frozenset({",", "/", "+", "en", "met"})
_AND = re.compile(r"(?<!\bb)(?<!burgemeester)\s+en\s+(?!w\b|wethouders\b)(?![^(]*\))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decides:
    """One answer to who may decide. `local`: from the list of this gemeente, else what is usual (`hint`, `trap`).

    `checked_on` is None while nobody looked it up.
    """

    law: str
    decision: str
    decider: str
    source: str = ""
    checked_on: date | None = None
    local: int | None = None
    hint: str = ""
    trap: str = ""

    @property
    def id(self) -> str:
        return f"{self.local or ''}|{self.law}|{self.decision}"


@dataclass(frozen=True, slots=True)
class LawMandates:
    """`usual`: rows of mandates.csv. `local`: rows of this gemeente. Either may be empty."""

    law: str
    usual: tuple[Mandate, ...]
    local: tuple[LocalMandate, ...]

    @property
    def rows(self) -> tuple[Decides, ...]:
        """Those of this gemeente first; what it says something about itself is not said twice."""
        said = {fold(one.decision) for one in self.local}
        advice = {fold(one.decision): one for one in self.usual}
        own = []
        for one in self.local:
            about = advice.get(fold(one.decision))
            hint, trap = (about.hint, about.trap) if about else ("", "")
            own.append(Decides(self.law, one.decision, one.decider, one.source, one.checked_on, one.id, hint, trap))
        rest = (one for one in self.usual if fold(one.decision) not in said)
        return (*own, *(Decides(self.law, one.decision, one.decider, hint=one.hint, trap=one.trap) for one in rest))


@dataclass(frozen=True, slots=True)
class MandateWarning:
    """`law` is empty for what no law asks. `settled`: said all the same, though nothing has to be done about it."""

    code: Code
    sentence: str
    law: str = ""
    settled: bool = False


def mandates_of(
    intervention: Intervention, dossier: Dossier, catalogue: Catalogue, local: Iterable[LocalMandate]
) -> tuple[LawMandates, ...]:
    """By law, in the order of its grounds; after those the usual laws of its kind."""
    return _by_law(laws_of(intervention, dossier, catalogue), catalogue, local)


def _by_law(laws: Iterable[str], catalogue: Catalogue, local: Iterable[LocalMandate]) -> tuple[LawMandates, ...]:
    here = tuple(local)
    return tuple(
        LawMandates(
            law,
            tuple(one for one in catalogue.mandates if one.law == law),
            tuple(one for one in here if one.law == law),
        )
        for law in laws
    )


def laws_of(intervention: Intervention, dossier: Dossier, catalogue: Catalogue) -> tuple[str, ...]:
    """Those that it rests on first. Those of its kind stay beside them: it may still need a decision by them."""
    return tuple(dict.fromkeys((*_rests_on(intervention, dossier, catalogue), *_usual(intervention, catalogue))))


def _rests_on(intervention: Intervention, dossier: Dossier, catalogue: Catalogue) -> tuple[str, ...]:
    """The laws of the articles that carry it or give room."""
    grounds = [one for one in dossier.grounds if one.intervention == intervention.id and one.role != "blocks"]
    found = dict.fromkeys(_law(one.article, catalogue) for one in grounds)
    found.pop("", None)
    return tuple(found)


def _usual(intervention: Intervention, catalogue: Catalogue) -> tuple[str, ...]:
    kind = catalogue.interventions.get(intervention.kind)
    return kind.laws if kind else ()


def _law(article: str, catalogue: Catalogue) -> str:
    """Also of an article that went out of the list: its id begins with the law."""
    known = catalogue.articles.get(article)
    named = known.law if known else article.partition(":")[0]
    return named if named in catalogue.laws else ""


def warnings(
    intervention: Intervention, dossier: Dossier, catalogue: Catalogue, local: Iterable[LocalMandate]
) -> tuple[MandateWarning, ...]:
    """What to look at before somebody decides, law by law, and then what the dates do not tell yet.

    Who may not decide at all comes first, and what is settled last. Nothing for a doorbraak that was withdrawn. The
    laws of its kind count as long as it rests on no article.
    """
    if intervention.status == "withdrawn":
        return ()
    laws = _rests_on(intervention, dossier, catalogue) or _usual(intervention, catalogue)
    found = _by_law(laws, catalogue, local)
    which = [one.law for one in found if _says_who(one.law, catalogue)] or [one.law for one in found]
    said = [one for of_law in found for one in _of_law(of_law, intervention, catalogue, asks=of_law.law in which)]
    first = sorted(said, key=lambda one: (one.settled, one.code != "may-not"))
    return (*first, *_of_decision(intervention, dossier.statuses))


def _says_who(law: str, catalogue: Catalogue) -> bool:
    known = catalogue.laws.get(law)
    return law != GENERAL and (known is None or known.domain != RIGHTS)


def to_look_at(found: Iterable[MandateWarning]) -> int:
    """How many ask something."""
    return sum(not one.settled for one in found)


def against(found: Iterable[MandateWarning]) -> tuple[str, ...]:
    """What a paper has to say to whoever reads the name of the decider on it."""
    return tuple(one.sentence for one in found if one.code in AGAINST and not one.settled)


def is_team(decider: str) -> bool:
    """Whether a function is that of somebody who helps in a team, and not of somebody in office."""
    found = _WHO.search(fold(decider))
    return found is not None and found["team"] is not None


def names_team(decider: str) -> bool:
    """Whether a team is named too, beside whoever is in office: "college, kredietbank en wijkteam"."""
    parts = (part for _, whole in _pieces(decider, _TOGETHER) for _, part in _pieces(whole, _AND))
    return any(map(is_team, parts))


def _of_law(
    of_law: LawMandates, intervention: Intervention, catalogue: Catalogue, *, asks: bool
) -> Iterator[MandateWarning]:
    """`asks`: it is to be looked up in this law. In a general one it is not, while there is another."""
    law, decider = of_law.law, intervention.decider
    named = law_name(law, catalogue)
    bodies = bodies_of(decider, (*catalogue.mandates, *of_law.local))
    listed = bool(_fitting(bodies, of_law.local))
    checked = any(one.checked_on for one in of_law.local)
    usual = _fitting(bodies, of_law.usual)
    team = law == TEAM_MAY_NOT and is_team(usual or decider) and not (listed and checked)
    if team:
        yield MandateWarning("may-not", _TEAM_MEMBER, law)
    elif law == TEAM_MAY_NOT:
        alone = bool(usual) and not names_team(decider)
        yield MandateWarning("team", _team(named), law, settled=(listed and checked) or alone)
    if not of_law.local:
        if asks and (not decider or team or not of_law.usual):
            yield MandateWarning("look-up", _look_up(named, of_law.usual), law)
        elif asks:
            yield _compared(named, bodies, of_law, usual)
        return
    if decider and not listed:
        yield MandateWarning("not-listed", _not_listed(named, decider, of_law.local), law)
    if not checked:
        yield MandateWarning("unchecked", f"{named}: wie dit mag, is nog niet nagekeken in het mandaatbesluit.", law)


def _of_decision(intervention: Intervention, statuses: Iterable[StatusChange]) -> Iterator[MandateWarning]:
    decided = intervention.status in DECIDED or intervention.decided_on is not None
    if decided and not intervention.decider:
        yield MandateWarning("no-decider", "Er is een besluit, maar nog niet wie het nam. Vul in wie besloot.")
    if intervention.status in DECIDED and intervention.decided_on is None:
        yield MandateWarning("no-day", "Er is een besluit, maar nog zonder datum. Vul in wanneer het besluit viel.")
    asked = [one.on_day for one in statuses if one.intervention == intervention.id and one.status == "requested"]
    if intervention.decided_on is not None and asked and intervention.decided_on < min(asked):
        yield MandateWarning("too-early", "Het besluit ligt voor de aanvraag. Kijk de twee data na.")


_TEAM_MEMBER = "Een wijkteamlid mag hier niet over bijstand besluiten. Helpen en een voorstel schrijven mag wel."


def _team(named: str) -> str:
    return (
        f"{named}: teamleden van een stichting of zorgaanbieder mogen niet besluiten. "
        "Helpen en een voorstel schrijven mag wel."
    )


def _compared(named: str, bodies: Sequence[str], of_law: LawMandates, usual: str) -> MandateWarning:
    """Who was chosen beside who it usually is. `usual`: the one of the `bodies` that it usually is."""
    if usual:
        said = f"{named}: {_short(usual)} besluit. Zo is het meestal; kijk het na in het mandaatbesluit."
        return MandateWarning("usual", said, of_law.law)
    most = _short(of_law.usual[0].decider)
    said = f"{named}: meestal besluit {most}; kijk na of {_either(f'“{one}”' for one in bodies[:_MOST_NAMED])} dit mag."
    return MandateWarning("unusual", said, of_law.law)


def _look_up(named: str, usual: Sequence[Mandate]) -> str:
    said = f"{named}: kijk na in het mandaatbesluit wie dit mag."
    if not usual:
        return said
    # The first row of a law is its ordinary decision; who decides on something special stands in the list.
    return f"{said} Meestal: {_short(usual[0].decider)}{', soms een ander' if len(_deciders(usual)) > 1 else ''}."


def _deciders(usual: Sequence[Mandate]) -> set[str]:
    return {_short(one.decider) for one in usual}


def _not_listed(named: str, decider: str, local: Iterable[LocalMandate]) -> str:
    may = _either([one.decider for one in local])
    return f"{named}: volgens de lijst van deze gemeente mag “{decider}” dit niet besluiten. Wel: {may}."


def _either(names: Iterable[str]) -> str:
    """ "A, B of C"; of more than three the first, and that there are others."""
    each = list(dict.fromkeys(names))
    if len(each) > _MOST_NAMED:
        each = [*each[: _MOST_NAMED - 1], "een ander uit de lijst"]
    return " of ".join(part for part in (", ".join(each[:-1]), each[-1]) if part)


def _short(decider: str) -> str:
    """Without what the list says about how: "College van B en W, via de budgethouder"."""
    return re.split("[;,]", decider)[0]


def bodies_of(decider: str, listed: Iterable[Mandate | LocalMandate]) -> tuple[str, ...]:
    """Who decide together, each by itself: "Zorgverzekeraar, samen met het college" are two.

    What stands behind a comma alone says more about the same one ("Klantmanager, mevrouw Bos"), and "en" and "met"
    stand in a function too ("manager werk en inkomen"). There a body begins with an article, or a list names it.
    """
    rows = tuple(listed)

    def another(part: str) -> bool:
        return fold(part).startswith(_ARTICLES) or any(may_be(part, one.decider) for one in rows)

    found: list[str] = []
    text = _HEARD.sub("", decider).strip(" ,;") or decider.strip()
    for between, whole in _pieces(text, _TOGETHER):
        for joined, part in _pieces(whole, _AND):
            link = joined or between
            if not found or link.strip() not in _UNSURE or another(part):
                found.append(part)
            elif link.strip() != ",":
                found[-1] += link + part
    return tuple(one for one in found if one)


def _pieces(text: str, between: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Each piece with what stands before it."""
    start, before = 0, ""
    for hit in between.finditer(text):
        yield before, text[start : hit.start()].strip()
        start, before = hit.end(), hit[0]
    yield before, text[start:].strip()


def _fitting(bodies: Iterable[str], listed: Iterable[Mandate | LocalMandate]) -> str:
    """The body that the list of a law names, before one of a team; empty when it names none of them."""
    rows = tuple(listed)
    found = [body for body in bodies if any(may_be(body, row.decider) for row in rows)]
    return next((body for body in found if not is_team(body)), found[0] if found else "")


def may_be(decider: str, listed: str) -> bool:
    """Whether who was chosen can be whom the list names: as whole words, accents and capitals aside.

    "Klantmanager Wmo, mevrouw Bos" is "klantmanager Wmo"; "kantonrechter" is "kantonrechter, op verzoek". A list may
    name more than one: "kredietbank of college".
    """
    chosen = _words(decider)
    if not chosen:
        return False
    ways = [_words(part) for part in re.split(r"[;,]| of ", listed)]
    return any(way and (f" {way} " in f" {chosen} " or f"{way} ".startswith(f"{chosen} ")) for way in ways)


def _words(function: str) -> str:
    """Folded, and the college of a gemeente in one way."""
    text = fold(function).replace("b&w", "b en w").replace("burgemeester en wethouders", "b en w")
    text = text.replace("college van b en w", "college")
    text = re.sub(r"\bb en w\b", "college", text)
    for article in _ARTICLES:
        text = text.removeprefix(article)
    return text
