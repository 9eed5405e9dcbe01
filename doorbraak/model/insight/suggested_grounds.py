"""Which articles may be grounds of a doorbraak, each with the reasons why it is offered. There is no score."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from doorbraak.model.catalogue import Catalogue, fold
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.justification import GroundRole, LegalGround
from doorbraak.model.dossier.precedents import Precedent
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.enumeration import listed
from doorbraak.model.insight import names
from doorbraak.model.insight.ground_roles import role_of
from doorbraak.model.insight.named_articles import reference_of
from doorbraak.model.insight.tensions import GENERAL, tensions_of
from doorbraak.model.shortening import cut

ORDER = "Eerst een uitweg, dan wat eerder werkte, dan wat over de problemen gaat in een passende wet, dan de rest."
MOST = 12
_ALWAYS = "Geldt bij elk besluit van een overheid."
_WIDE = "maatwerk"  # who types this, wants an article that may fit anybody
_LONGEST = 50  # letters of a name in own words that a reason shows
# What came of it, as the first and as a later one of a sentence.
_OUTCOMES = {
    "yes": ("Werkte eerder", "werkte"), "partly": ("Werkte eerder deels", "deels"),
    "no": ("Werkte eerder niet", "niet"), "refused": ("Eerder afgewezen", "afgewezen"),
    "": ("Eerder gebruikt, uitkomst onbekend", "onbekend"),
}  # fmt: skip
_ROLES: tuple[GroundRole, ...] = ("room", "carries", "blocks")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An article, the role that it would get, and in short sentences why it is offered."""

    article: str
    role: GroundRole
    reasons: tuple[str, ...]


@dataclass(slots=True)
class _Found:
    """What speaks for an article, in sentences, and what its place hangs on."""

    ways_out: list[str] = field(default_factory=list)
    earlier: list[str] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    laws: list[str] = field(default_factory=list)
    worked: int = 0
    ties: int = 0
    of_kind: bool = False


def suggested(
    dossier: Dossier, intervention: Intervention, catalogue: Catalogue, precedents: Iterable[Precedent] = ()
) -> tuple[Suggestion, ...]:
    """At most MOST that are no ground of this doorbraak yet, in the order that ORDER says aloud.

    A way out is of a tension of which none was chosen yet. "Werkte" counts yes and partly. A law is "passend" when it
    belongs to the kind of doorbraak, to a problem that it is for or to an agency that it touches. That alone is not
    enough, for a law has dozens of articles about something else, except for one that may fit anybody. Among equals:
    what was tried before, a law of the kind of doorbraak, the most problems, room before what carries before what
    blocks, the most ties of the law, then the list.
    """
    grounds = tuple(ground for ground in dossier.grounds if ground.intervention == intervention.id)
    problems = tuple(problem for problem in dossier.problems if problem.id in intervention.problems)
    found = {id_: _Found() for id_ in catalogue.articles}
    for article, sentence in _ways_out(grounds, catalogue):
        found[article].ways_out.append(sentence)
    _add_earlier(found, dossier.household.id, intervention, problems, precedents)
    for article, sentence in _about(intervention, problems, catalogue):
        found[article].about.append(sentence)
    _add_laws(found, dossier, intervention, problems, catalogue)
    for article in GENERAL:
        if article in found:
            found[article].laws.append(_ALWAYS)
    chosen = {ground.article for ground in grounds}

    def place(article: str) -> tuple[int, ...]:
        one, role = found[article], _ROLES.index(role_of(catalogue.articles[article]))
        fitting = bool(one.ties and one.about), bool(one.earlier), bool(one.ties), one.of_kind, len(one.about)
        return (-bool(one.ways_out), -one.worked, *(-value for value in fitting), role, -one.ties)

    offered = [id_ for id_, one in found.items() if id_ not in chosen and _is_reason(id_, one, catalogue)]
    return tuple(
        Suggestion(
            article=id_,
            role=role_of(catalogue.articles[id_]),
            reasons=tuple(dict.fromkeys((*one.ways_out, *one.earlier, *one.about, *one.laws))),
        )
        for id_ in sorted(offered, key=place)[:MOST]
        for one in (found[id_],)
    )


def _is_reason(article: str, one: _Found, catalogue: Catalogue) -> bool:
    known = catalogue.articles[article]
    wide = article in GENERAL or known.kind == "hardheidsclausule" or _WIDE in known.synonyms
    return bool(one.ways_out or one.earlier or one.about or (wide and one.laws))


def _ways_out(grounds: Sequence[LegalGround], catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    by_id = {ground.id: ground for ground in grounds}
    for tension in tensions_of(grounds, catalogue):
        if tension.solved and not set(tension.articles).isdisjoint(tension.chosen):
            continue  # room in the same law answers it, and the way out that the list knows stays worth a look
        pulling = [by_id[id_] for id_ in tension.between]
        called = dict.fromkeys(cut(reference_of(one.article, catalogue) or one.title, _LONGEST) for one in pulling)
        verb = "blokkeert" if len(called) == 1 else "botsen"
        for article in tension.articles:
            if role_of(catalogue.articles[article]) != "blocks":
                yield article, f"Uitweg nu {' en '.join(called)} hier {verb}."


def _add_earlier(
    found: dict[str, _Found],
    household: int,
    intervention: Intervention,
    problems: Sequence[Problem],
    precedents: Iterable[Precedent],
) -> None:
    """A doorbraak of the same kind elsewhere, else one for the same kind of problem; a refused one says so."""
    kinds = {problem.kind for problem in problems if problem.kind}
    answers: dict[tuple[str, bool], Counter[str]] = {}
    for precedent in precedents:
        for tried in precedent.interventions if precedent.household != household else ():
            same_kind = bool(tried.kind) and tried.kind == intervention.kind
            if same_kind or tried.problem_kinds & kinds:
                answer = "refused" if tried.status == "refused" else tried.worked or ""
                answer = answer if answer in _OUTCOMES else ""  # too early is not known yet
                for article in set(tried.articles):
                    answers.setdefault((article, not same_kind), Counter())[answer] += 1
    for (article, other_kind), counts in sorted(answers.items()):
        if article in found:
            where = "zelfde probleem" if other_kind else "zelfde soort doorbraak"
            found[article].earlier.append(f"{_outcome(counts)}: {where}.")
            found[article].worked += counts["yes"] + counts["partly"]


def _outcome(counts: Counter[str]) -> str:
    """ "Werkte eerder (2x), niet (1x)": what tells one from another stands first, for it is read in a narrow column."""
    parts = [(first, then, counts[answer]) for answer, (first, then) in _OUTCOMES.items() if counts[answer]]
    return ", ".join(f"{then if at else first} ({count}x)" for at, (first, then, count) in enumerate(parts))


def _about(intervention: Intervention, problems: Sequence[Problem], catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Articles of which an everyday word is used for the doorbraak or for a problem: one reason for each of these.

    The words of a problem are for search only, so a reason shows its name; those of the doorbraak are on screen.
    """
    kind = catalogue.interventions.get(intervention.kind)
    said = (intervention.words, kind.name) if kind else (intervention.words,)
    seen: set[str] = set()
    for word, articles in _heard(said, catalogue):
        for article in articles:
            if article not in seen:
                seen.add(article)
                yield article, f"Gaat over “{word}”, net als deze doorbraak."
    for problem in problems:
        known = catalogue.problems.get(problem.kind)
        texts = (*known.synonyms, known.name, known.id.replace("-", " ")) if known else ()
        reason = f"Gaat over het probleem “{cut(names.problem_name(problem, catalogue), _LONGEST)}”."
        heard = _heard((*texts, problem.words), catalogue)
        yield from ((article, reason) for article in dict.fromkeys(one for _, some in heard for one in some))


def _heard(texts: Iterable[str], catalogue: Catalogue) -> list[tuple[str, tuple[str, ...]]]:
    """The everyday words that stand in one of these texts, with the articles that they are for."""
    folded = [f" {fold(text)} " for text in texts]
    return [(word, articles) for key, word, articles in _topics(catalogue) if any(key in text for text in folded)]


@lru_cache(maxsize=2)
def _topics(catalogue: Catalogue) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Each everyday word for articles: folded between spaces, as written, and the articles; in the list's order."""
    found: dict[str, tuple[str, list[str]]] = {}
    for article in catalogue.articles.values():
        for word in article.synonyms:
            found.setdefault(f" {fold(word)} ", (word, []))[1].append(article.id)
    return tuple((key, word, tuple(articles)) for key, (word, articles) in found.items())


def _add_laws(
    found: dict[str, _Found],
    dossier: Dossier,
    intervention: Intervention,
    problems: Sequence[Problem],
    catalogue: Catalogue,
) -> None:
    """What ties its law to this doorbraak, as one sentence."""
    kind = catalogue.interventions.get(intervention.kind)
    of_kind = set(kind.laws) if kind else set()
    known = [catalogue.problems[problem.kind] for problem in problems if problem.kind in catalogue.problems]
    of_problems = Counter(law for problem in known for law in problem.laws)
    touched = [agency for agency in dossier.agencies if agency.id in intervention.agencies]
    of_agencies = Counter(catalogue.agencies[one.kind].law for one in touched if one.kind in catalogue.agencies)
    for id_, one in found.items():
        law = catalogue.articles[id_].law
        parts = ["deze soort doorbraak"] if law in of_kind else []
        if count := of_problems[law]:
            parts.append(f"{count} probleem" if count == 1 else f"{count} problemen")
        if count := of_agencies[law]:
            parts.append(f"{count} instantie" if count == 1 else f"{count} instanties")
        if parts:
            one.laws.append(f"{names.law_name(law, catalogue)} hoort bij {listed(parts)}.")
            one.of_kind = law in of_kind
            one.ties = one.of_kind + of_problems[law] + of_agencies[law]
