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
    web,
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


# What each list is called, for people.
TITLES: Mapping[str, str] = {
    "life_domains": "Leefgebieden", "problems": "Problemen", "agencies": "Instanties", "roles": "Rollen en relaties",
    "interventions": "Doorbraken", "measures": "Metingen", "words": "Woorden", "payers": "Betalers",
    "events": "Wat dreigt", "laws": "Wetten", "articles": "Artikelen", "tensions": "Spanningen",
    "mandates": "Wie mag besluiten", "retention": "Bewaartermijnen", "prices": "Prijzen",
    "agency_prices": "Prijs per instantie", "cpi": "Prijsindex",
}  # fmt: skip

# And their columns.
COLUMN_TITLES: Mapping[str, str] = {
    "abbreviation": "afkorting", "agency": "instantie", "article": "artikel", "article_a": "eerste artikel",
    "article_b": "tweede artikel", "avoid_nl": "liever niet", "basis": "telt per", "basis_nl": "grond",
    "bwb_id": "nummer van de wet", "category": "soort", "certain": "zeker", "colour": "kleur",
    "confidence": "hoe zeker", "counts_from_nl": "telt vanaf", "cpi_index": "index", "decider_nl": "wie besluit",
    "decision_nl": "besluit", "default_law": "wet", "description_nl": "uitleg", "direction": "welke kant op",
    "domain": "gebied", "example_nl": "voorbeeld", "explanation_nl": "uitleg", "financier": "betaler",
    "high_eur": "hoogste prijs", "id": "id", "kind": "soort", "law": "wet", "law_a": "eerste wet",
    "law_b": "tweede wet", "level": "niveau", "life_domain": "leefgebied", "low_eur": "laagste prijs",
    "mandate_hint_nl": "mandaat", "name_en": "naam in het Engels", "name_nl": "naam", "needs_check": "nakijken",
    "note_nl": "opmerking", "order": "volgorde", "paragraph": "lid", "payer": "betaler", "price": "prijs",
    "price_eur": "prijs in euro", "price_year": "prijs uit", "prices": "prijzen", "problems": "problemen",
    "public": "publiek geld", "public_creditor": "publieke schuldeiser", "quality": "kwaliteit",
    "quantity_hint_nl": "hoeveel", "quantity_per_contact": "aantal", "scale": "schaal", "source_title": "bron",
    "source_url": "adres van de bron", "synonyms_nl": "zoekwoorden", "tension_nl": "spanning",
    "term_unit": "eenheid", "term_value": "termijn", "text_version": "tekst van", "title": "naam",
    "title_nl": "naam", "trap_nl": "let op", "type": "soort", "typical_agencies": "instanties",
    "typical_laws": "wetten", "typical_prices": "prijzen", "unit": "eenheid", "url": "adres", "use": "gebruik",
    "use_nl": "liever wel", "valid_from": "geldt vanaf", "verified": "gezien", "way_out_nl": "uitweg",
    "what_nl": "wat er staat", "why_nl": "waarom", "year": "jaar",
}  # fmt: skip

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
        ("financier", text), ("source_url", web))),
    "measures": Sheet("catalogue/measures.csv", r.Measure, by_id, (
        ("id", key), ("name_nl", text), ("scale", text), ("direction", one_of(*DIRECTIONS)),
        ("explanation_nl", text), ("source_url", web))),
    "words": Sheet("catalogue/words.csv", r.Word, attrgetter("avoid"), (
        ("avoid_nl", text), ("use_nl", text), ("why_nl", text))),
    "payers": Sheet("catalogue/payers.csv", r.Payer, by_id, (
        ("id", key), ("name_nl", text), ("kind", one_of(*PAYER_KINDS)), ("public", yes),
        ("note_nl", free))),
    "events": Sheet("catalogue/events.csv", r.EventKind, by_id, (
        ("id", key), ("name_nl", text), ("synonyms_nl", items), ("problems", items), ("prices", items),
        ("quantity_hint_nl", text), ("law", key), ("payer", some), ("note_nl", free)),
        later=frozenset({"synonyms_nl"})),
    "laws": Sheet("law/laws.csv", r.Law, by_id, (
        ("id", key), ("title", text), ("abbreviation", text), ("bwb_id", free),
        ("domain", one_of(*LAW_DOMAINS)), ("financier", items), ("verified", _seen))),
    "articles": Sheet("law/articles.csv", r.Article, by_id, (
        ("id", key), ("law", key), ("article", key), ("paragraph", free),
        ("kind", one_of(*ARTICLE_KINDS)), ("title_nl", text), ("synonyms_nl", items),
        ("what_nl", text), ("example_nl", text),
        ("url", web), ("text_version", _version), ("needs_check", yes))),
    "tensions": Sheet("law/tensions.csv", r.Tension, attrgetter("law_a", "article_a", "law_b", "article_b"), (
        ("law_a", key), ("article_a", key), ("law_b", key), ("article_b", key), ("tension_nl", text),
        ("way_out_nl", text), ("source_url", web))),
    "mandates": Sheet("law/mandates.csv", r.Mandate, attrgetter("law", "decision"), (
        ("law", key), ("decision_nl", text), ("decider_nl", text), ("mandate_hint_nl", text),
        ("trap_nl", text))),
    "retention": Sheet("law/retention.csv", r.Retention, by_id, (
        ("id", key), ("basis_nl", text), ("law", key), ("article", free), ("term_value", or_none(_whole)),
        ("term_unit", one_of(*TERM_UNITS)), ("counts_from_nl", text), ("source_url", web),
        ("certain", yes), ("valid_from", day_or_nothing))),
    "prices": Sheet("prices/prices.csv", r.Price, by_id, (
        ("id", key), ("name_nl", text), ("category", one_of(*PRICE_CATEGORIES)), ("law", key),
        ("financier", some), ("unit", one_of(*UNITS)), ("price_eur", _cents),
        ("low_eur", or_none(_cents)), ("high_eur", or_none(_cents)), ("price_year", year),
        ("quality", one_of(*QUALITIES)), ("use", one_of(*USES)), ("source_title", text),
        ("source_url", web), ("note_nl", free))),
    "agency_prices": Sheet("prices/agency_prices.csv", r.AgencyPrice, attrgetter("agency", "price"), (
        ("agency", key), ("price", key), ("quantity_per_contact", _ten_thousandths),
        ("basis", one_of(*BASES)), ("confidence", one_of(*CONFIDENCES)), ("why_nl", text))),
    "cpi": Sheet("prices/cpi.csv", r.Cpi, attrgetter("year"), (
        ("year", year), ("cpi_index", _cents), ("source_url", web))),
}  # fmt: skip
