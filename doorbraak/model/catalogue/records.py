"""The rows of resources/ as read-only records: one class per list, in the order of its columns.

Lists inside a row are tuples of ids, most usual first. Amounts are euro cents.
"""

from collections.abc import Mapping
from dataclasses import dataclass

TRANSFER_CATEGORIES = frozenset({"Inkomen en uitkering", "Toeslagen en kindregelingen"})


@dataclass(frozen=True, slots=True)
class LifeDomain:
    """A leefgebied. `colour` is #RRGGBB and never the only thing that tells two of them apart."""

    id: str
    name: str
    name_en: str
    order: int
    colour: str
    description: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What may be stuck. `synonyms` are for search only: some are harsh, so they are never shown."""

    id: str
    life_domain: str
    name: str
    synonyms: tuple[str, ...]
    agencies: tuple[str, ...]
    laws: tuple[str, ...]
    prices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agency:
    """An instantie. `public_creditor`: can itself claim public money back. `synonyms` are never shown."""

    id: str
    name: str
    kind: str
    level: str
    synonyms: tuple[str, ...]
    law: str
    payers: tuple[str, ...]
    public_creditor: bool
    note: str


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is in a household (kind "rol") or to somebody else in it (kind "relatie")."""

    id: str
    name: str
    name_en: str
    kind: str


@dataclass(frozen=True, slots=True)
class InterventionKind:
    """A doorbraak seen in published cases: an idea, not a right. `payer_text` is free text."""

    id: str
    name: str
    description: str
    laws: tuple[str, ...]
    payer_text: str
    source_url: str


@dataclass(frozen=True, slots=True)
class Measure:
    """Something to measure again later, with its scale and which way is better."""

    id: str
    name: str
    scale: str
    direction: str
    explanation: str
    source_url: str


@dataclass(frozen=True, slots=True)
class Law:
    """A law. `bwb_id` is empty where none was seen; `verified`: the id was seen at the source itself."""

    id: str
    title: str
    abbreviation: str
    bwb_id: str
    domain: str
    payers: tuple[str, ...]
    verified: bool


@dataclass(frozen=True, slots=True)
class Article:
    """An article with room or an obstacle, in own words. `needs_check`: show "nakijken" beside it.

    `synonyms`: everyday words that people look for it with; a word that is typed finds it, the list is never shown.
    `text_version` is the date (or year) of the law text that was read; empty for an EU regulation.
    """

    id: str
    law: str
    article: str
    paragraph: str
    kind: str
    title: str
    synonyms: tuple[str, ...]
    what: str
    example: str
    url: str
    text_version: str
    needs_check: bool

    @property
    def numbered(self) -> str:
        """ "3:4 lid 2", "2.1 onder f", "1.2.1 onder b en c"; without paragraph the number."""
        word = " lid" if self.paragraph[:1].isdigit() else " onder" if self.paragraph[1:2] == " " else ""
        return f"{self.article}{word} {self.paragraph}".strip()

    @property
    def cited(self) -> tuple[str, str]:
        """How another list names it within its law: by number, which means every paragraph, or by its own one."""
        return self.article, self.id.removeprefix(f"{self.law}:")


@dataclass(frozen=True, slots=True)
class Tension:
    """Two articles that pull against each other, with the way out.

    An article is a number ("13", every paragraph of it) or one paragraph ("13:1_onder_g").
    """

    law_a: str
    article_a: str
    law_b: str
    article_b: str
    tension: str
    way_out: str
    source_url: str


@dataclass(frozen=True, slots=True)
class Mandate:
    """Who decides, how that is usually delegated, and the trap: a prompt to look it up, no answer."""

    law: str
    decision: str
    decider: str
    hint: str
    trap: str


@dataclass(frozen=True, slots=True)
class Retention:
    """How long to keep or to answer. `term` is None when the law names none; `valid_from` "" is unknown."""

    id: str
    basis: str
    law: str
    article: str
    term: int | None
    unit: str
    counts_from: str
    source_url: str
    certain: bool
    valid_from: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word to avoid on what a household reads, and a plain one instead."""

    avoid: str
    use: str
    why: str


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays or gains. `public`: counts as public money (health insurers too: collective premiums)."""

    id: str
    name: str
    kind: str
    public: bool
    note: str


@dataclass(frozen=True, slots=True)
class Price:
    """A unit price with its source. `use` "line" may be summed; "total", "benefit" and "private" never."""

    id: str
    name: str
    category: str
    law: str
    payers: tuple[str, ...]
    unit: str
    price_cents: int
    low_cents: int | None
    high_cents: int | None
    price_year: int
    quality: str
    use: str
    source_title: str
    source_url: str
    note: str

    @property
    def transfer(self) -> bool:
        """Moves money from one purse to another: counts for a payer's budget, no gain for society."""
        return self.category in TRANSFER_CATEGORIES


@dataclass(frozen=True, slots=True)
class AgencyPrice:
    """The usual price of an agency. `quantity_e4`: ten-thousandths of the price's unit per `basis`."""

    agency: str
    price: str
    quantity_e4: int
    basis: str
    confidence: str
    why: str


@dataclass(frozen=True, slots=True)
class EventKind:
    """What may threaten a household. Several prices can be alternatives: `quantity_hint` says so. `synonyms` are
    everyday words to find it by, and never shown.
    """

    id: str
    name: str
    synonyms: tuple[str, ...]
    problems: tuple[str, ...]
    prices: tuple[str, ...]
    quantity_hint: str
    law: str
    payers: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Cpi:
    """Consumer prices of a year, in hundredths of an index point (2015 = 100.00 = 10000)."""

    year: int
    index_hundredths: int
    source_url: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Catalogue:
    """All lists of resources/, in the order of their files. Equal only to itself, so it can key a cache.

    `lines` maps a list's name to the first line of each of its rows, for messages about a file.
    """

    life_domains: Mapping[str, LifeDomain]
    problems: Mapping[str, Problem]
    agencies: Mapping[str, Agency]
    roles: Mapping[str, Role]
    interventions: Mapping[str, InterventionKind]
    measures: Mapping[str, Measure]
    words: tuple[Word, ...]
    payers: Mapping[str, Payer]
    events: Mapping[str, EventKind]
    laws: Mapping[str, Law]
    articles: Mapping[str, Article]
    tensions: tuple[Tension, ...]
    mandates: tuple[Mandate, ...]
    retention: Mapping[str, Retention]
    prices: Mapping[str, Price]
    agency_prices: tuple[AgencyPrice, ...]
    cpi: tuple[Cpi, ...]
    lines: Mapping[str, tuple[int, ...]]
