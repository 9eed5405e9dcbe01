"""Which files resources/ holds, which columns each has and which words may stand there."""

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from doorbraak.model.catalogue import records as r
from doorbraak.model.catalogue.sheet import (
    Sheet,
    colour,
    day_or_nothing,
    free,
    items,
    key,
    one_of,
    or_none,
    scaled,
    some,
    text,
    year,
    yes,
)

ROLE_KINDS = ("rol", "relatie")
PAYER_KINDS = ("overheid", "verzekeraar", "privaat", "vrijwillig", "huishouden")
LEVELS = ("lokaal", "regionaal", "landelijk")
AGENCY_KINDS = (
    "gemeente", "uitvoeringsorganisatie", "zorgaanbieder", "zorgverzekeraar", "ggz-verslaving", "jeugd",
    "onderwijs", "werk", "wonen-opvang", "woningcorporatie", "schuldhulp", "schuldeiser",
    "justitie-veiligheid", "rechtshulp-klacht", "migratie", "fonds", "vrijwillig-informeel",
)  # fmt: skip
LAW_DOMAINS = (
    "participatie", "wmo", "jeugd", "schulden", "zorg", "wonen", "toeslagen_belasting", "werk_en_inkomen",
    "onderwijs", "algemeen_bestuursrecht", "privacy", "vreemdelingen", "veiligheid_justitie",
    "registratie", "grondrechten", "overig",
)  # fmt: skip
ARTICLE_KINDS = (
    "grondslag", "zorgplicht", "afwijkingsbevoegdheid", "hardheidsclausule", "dringende_redenen",
    "kwijtschelding", "evenredigheid", "belemmering", "procedure", "grondrecht",
)  # fmt: skip
UNITS = (
    "per uur", "per dag", "per dagdeel", "per maand", "per kwartaal", "per jaar", "per keer",
    "per traject", "per km",
)  # fmt: skip
# Known words, not free text: whether a price is a transfer hangs on its category.
PRICE_CATEGORIES = (
    *sorted(r.TRANSFER_CATEGORIES), "Casuscijfers en totaalramingen", "Eerstelijnszorg",
    "GGZ en verslaving", "Hulpmiddelen, vervoer en woningaanpassing", "Jeugdhulp",
    "Onderwijs en kinderopvang", "Opvang, beschermd wonen en huisvesting",
    "Schulden en financieel beheer", "Thuiszorg en begeleiding", "Uitvoering en regie",
    "Veiligheid en justitie", "Werk en participatie", "Wlz en verblijf", "Wmo-ondersteuning",
    "Ziekenhuis en acute zorg",
)  # fmt: skip
QUALITIES = ("A", "B", "C")
USES = ("line", "total", "benefit", "private")
BASES = ("per_contact", "per_month", "per_year", "once")
CONFIDENCES = ("hoog", "middel", "laag")
DIRECTIONS = ("hoger is beter", "lager is beter", "geen voorkeur")
TERM_UNITS = ("jaar", "maand", "week", "")


def _seen(field: str) -> bool:
    return field != "n.v.t." and yes(field)  # n.v.t.: the row "overig" is no law


def _version(field: str) -> str:
    return str(year(field)) if len(field) == 4 else day_or_nothing(field)


by_id = attrgetter("id")
_cents, _ten_thousandths, _whole = scaled(2), scaled(4), scaled(0)

# Keyed by the name of the list in Catalogue. Columns in the order of the record's fields.
SHEETS: Mapping[str, Sheet[Any]] = {
    "life_domains": Sheet("catalogue/life_domains.csv", r.LifeDomain, by_id, (
        ("id", key), ("name_nl", text), ("name_en", text), ("order", _whole), ("colour", colour),
        ("description_nl", text))),
    "problems": Sheet("catalogue/problems.csv", r.Problem, by_id, (
        ("id", key), ("life_domain", key), ("name_nl", text), ("synonyms_nl", items),
        ("typical_agencies", items), ("typical_laws", items), ("typical_prices", items))),
    "agencies": Sheet("catalogue/agencies.csv", r.Agency, by_id, (
        ("id", key), ("name_nl", text), ("type", one_of(*AGENCY_KINDS)), ("level", one_of(*LEVELS)),
        ("synonyms_nl", items), ("default_law", key), ("financier", some), ("public_creditor", yes),
        ("note_nl", free))),
    "roles": Sheet("catalogue/roles.csv", r.Role, by_id, (
        ("id", key), ("name_nl", text), ("name_en", text), ("kind", one_of(*ROLE_KINDS)))),
    "interventions": Sheet("catalogue/interventions.csv", r.InterventionKind, by_id, (
        ("id", key), ("name_nl", text), ("description_nl", text), ("typical_laws", items),
        ("financier", text), ("source_url", text))),
    "measures": Sheet("catalogue/measures.csv", r.Measure, by_id, (
        ("id", key), ("name_nl", text), ("scale", text), ("direction", one_of(*DIRECTIONS)),
        ("explanation_nl", text), ("source_url", text))),
    "words": Sheet("catalogue/words.csv", r.Word, attrgetter("avoid"), (
        ("avoid_nl", text), ("use_nl", text), ("why_nl", text))),
    "payers": Sheet("catalogue/payers.csv", r.Payer, by_id, (
        ("id", key), ("name_nl", text), ("kind", one_of(*PAYER_KINDS)), ("public", yes),
        ("note_nl", free))),
    "events": Sheet("catalogue/events.csv", r.EventKind, by_id, (
        ("id", key), ("name_nl", text), ("problems", items), ("prices", items),
        ("quantity_hint_nl", text), ("law", key), ("payer", some), ("note_nl", free))),
    "laws": Sheet("law/laws.csv", r.Law, by_id, (
        ("id", key), ("title", text), ("abbreviation", text), ("bwb_id", free),
        ("domain", one_of(*LAW_DOMAINS)), ("financier", items), ("verified", _seen))),
    "articles": Sheet("law/articles.csv", r.Article, by_id, (
        ("id", key), ("law", key), ("article", key), ("paragraph", free),
        ("kind", one_of(*ARTICLE_KINDS)), ("title_nl", text), ("synonyms_nl", items),
        ("what_nl", text), ("example_nl", text),
        ("url", text), ("text_version", _version), ("needs_check", yes))),
    "tensions": Sheet("law/tensions.csv", r.Tension, attrgetter("law_a", "article_a", "law_b", "article_b"), (
        ("law_a", key), ("article_a", key), ("law_b", key), ("article_b", key), ("tension_nl", text),
        ("way_out_nl", text), ("source_url", text))),
    "mandates": Sheet("law/mandates.csv", r.Mandate, attrgetter("law", "decision"), (
        ("law", key), ("decision_nl", text), ("decider_nl", text), ("mandate_hint_nl", text),
        ("trap_nl", text))),
    "retention": Sheet("law/retention.csv", r.Retention, by_id, (
        ("id", key), ("basis_nl", text), ("law", key), ("article", free), ("term_value", or_none(_whole)),
        ("term_unit", one_of(*TERM_UNITS)), ("counts_from_nl", text), ("source_url", text),
        ("certain", yes), ("valid_from", day_or_nothing))),
    "prices": Sheet("prices/prices.csv", r.Price, by_id, (
        ("id", key), ("name_nl", text), ("category", one_of(*PRICE_CATEGORIES)), ("law", key),
        ("financier", some), ("unit", one_of(*UNITS)), ("price_eur", _cents),
        ("low_eur", or_none(_cents)), ("high_eur", or_none(_cents)), ("price_year", year),
        ("quality", one_of(*QUALITIES)), ("use", one_of(*USES)), ("source_title", text),
        ("source_url", text), ("note_nl", free))),
    "agency_prices": Sheet("prices/agency_prices.csv", r.AgencyPrice, attrgetter("agency", "price"), (
        ("agency", key), ("price", key), ("quantity_per_contact", _ten_thousandths),
        ("basis", one_of(*BASES)), ("confidence", one_of(*CONFIDENCES)), ("why_nl", text))),
    "cpi": Sheet("prices/cpi.csv", r.Cpi, attrgetter("year"), (
        ("year", year), ("cpi_index", _cents), ("source_url", text))),
}  # fmt: skip
