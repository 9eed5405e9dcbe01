"""Articles that pull against each other or block, and the way out: under one of the laws it nearly always fits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from doorbraak.model.catalogue import Article, Catalogue, Tension
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.insight.ground_roles import role_of
from doorbraak.model.insight.named_articles import named_articles, reference_of

GENERAL = ("awb:3:4:2", "awb:4:84")
"""What a public body always has to weigh, whichever law it applies."""
# What may open any rule of its law. A power to depart ("afwijkingsbevoegdheid") opens one rule: only where it is named.
_WIDE_KINDS = ("hardheidsclausule", "dringende_redenen")
_BEFORE_A_JUDGE = frozenset({"bw1", "bw4", "bw6", "bw7", "fw", "rv", "sr", "sv", "wck", "wgbo"})
_MOST = 3


@dataclass(frozen=True, slots=True)
class TensionFound:
    """`between`: ids of the grounds that pull or block. `articles`: what the way out names in the catalogue.

    `chosen`: those of `articles` that are a ground already, and the grounds besides that answer what blocks (see
    `_answers`); `solved`: one of them carries or gives room.
    `source_url` is empty where the way out is what the law itself offers, and no known pair.
    """

    between: tuple[int, ...]
    sentence: str
    way_out: str
    articles: tuple[str, ...]
    chosen: tuple[str, ...]
    solved: bool
    source_url: str


def tensions_of(grounds: Sequence[LegalGround], catalogue: Catalogue) -> tuple[TensionFound, ...]:
    """Of the grounds of one doorbraak: first known pairs, then what blocks in a known pair, then what else blocks.

    A known pair means every paragraph of an article, unless it names one. Solved ones stay in the list: that they
    were is part of the justification.
    """
    cited = {ground.id: _cited(ground, catalogue) for ground in grounds}
    pairs, halves, met = [], [], set()
    for row in catalogue.tensions:
        a = [one for one in grounds if (row.law_a, row.article_a) in cited[one.id]]
        b = [one for one in grounds if (row.law_b, row.article_b) in cited[one.id]]
        blocking = [one for one in (*a, *b) if one.role == "blocks"]
        if a and b:
            pairs.append(_known(row, (*a, *b), grounds, catalogue))
        elif blocking:
            halves.append(_known(row, blocking, grounds, catalogue))
        met |= {one.id for one in blocking}
    others = [one for one in grounds if one.role == "blocks" and one.id not in met]
    return (*pairs, *halves, *(_blocked(one, grounds, catalogue) for one in others))


def _cited(ground: LegalGround, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    article = catalogue.articles.get(ground.article)
    return tuple((article.law, cited) for cited in article.cited) if article else ()


def _known(
    row: Tension, between: Iterable[LegalGround], grounds: Sequence[LegalGround], catalogue: Catalogue
) -> TensionFound:
    articles = named_articles(row.way_out, catalogue)
    return _found(between, row.tension, row.way_out, articles, grounds, row.source_url, catalogue)


def _blocked(ground: LegalGround, grounds: Sequence[LegalGround], catalogue: Catalogue) -> TensionFound:
    """Without a known pair: what its example names, else the room in its own law, and what holds for every law.

    It says "kijk of": whether an exception reaches this rule is for who reads the law.
    """
    article = catalogue.articles.get(ground.article)
    said = article.what if article else ground.text or ground.title
    room = _room(article, catalogue) if article else ()
    parts = []
    if article:
        parts.append(f"Voorbeeld: {article.example}")
        if room:
            parts.append(f"Kijk of dit hier past: {_listed(room, catalogue)}.")
    general = tuple(id_ for id_ in GENERAL if id_ in catalogue.articles)
    if general and (article is None or article.law not in _BEFORE_A_JUDGE):
        parts.append(f"Beslist een overheid, kijk dan ook naar {_listed(general, catalogue)}.")
        room = (*room, *(id_ for id_ in general if id_ not in room))
    way_out = " ".join(parts) or "Vraag of de regel echt uit de wet komt, en wie ervan mag afwijken."
    return _found((ground,), said, way_out, room, grounds, "", catalogue)


def _room(article: Article, catalogue: Catalogue) -> tuple[str, ...]:
    """The narrowest first: what its example names, another paragraph of the same article, its law as a whole."""
    named = [
        id_
        for id_ in named_articles(article.example, catalogue, article.law, article.article)
        if role_of(catalogue.articles[id_]) != "blocks"
    ]
    if named:
        return tuple(named)
    wide = [one for one in catalogue.articles.values() if one.law == article.law and one.kind in _WIDE_KINDS]
    same = [one for one in wide if one.article == article.article]
    return tuple(one.id for one in sorted(same or wide, key=lambda one: _WIDE_KINDS.index(one.kind))[:_MOST])


def _listed(articles: Iterable[str], catalogue: Catalogue) -> str:
    return ", ".join(f"{reference_of(one, catalogue)} ({catalogue.articles[one].title})" for one in articles)


def _found(
    between: Iterable[LegalGround],
    sentence: str,
    way_out: str,
    articles: tuple[str, ...],
    grounds: Sequence[LegalGround],
    source_url: str,
    catalogue: Catalogue,
) -> TensionFound:
    pulling = tuple(between)
    here = {ground.article for ground in grounds}
    opened = {ground.article for ground in grounds if ground.role != "blocks"}
    chosen = [one for one in articles if one in here]
    answers = [_answers(one, grounds, catalogue) for one in pulling if one.role == "blocks"]
    if all(answers):
        chosen += dict.fromkeys(id_ for ids in answers for id_ in ids if id_ not in chosen)
    return TensionFound(
        between=tuple(one.id for one in pulling),
        sentence=sentence,
        way_out=way_out,
        articles=articles,
        chosen=tuple(chosen),
        solved=any(one in opened for one in chosen),
        source_url=source_url,
    )


def _answers(blocking: LegalGround, grounds: Sequence[LegalGround], catalogue: Catalogue) -> tuple[str, ...]:
    """Grounds that answer this one though no list says so: room in its own law, or what its own reason names."""
    article = catalogue.articles.get(blocking.article)
    law, number = (article.law, article.article) if article else ("", "")
    named = named_articles(blocking.reason, catalogue, law, number)
    return tuple(
        one.article
        for one in grounds
        if one.role != "blocks"
        and (known := catalogue.articles.get(one.article))
        and (known.id in named or (one.role == "room" and known.law == law))
    )
