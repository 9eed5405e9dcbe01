"""What problems and agencies are called at the kitchen table: without the words that words.csv asks to avoid.

Names of organisations stay: a family meets them on its letters.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

from doorbraak.model.catalogue import Agency, Catalogue, LifeDomain, Problem, Word

_Named = TypeVar("_Named", Problem, Agency, LifeDomain)

PLAIN: Mapping[str, str] = MappingProxyType(
    {
        "overlast-veroorzaken": "Buren klagen",
        "hechting": "Band tussen ouder en kind is broos",
        "ots": "Een vaste jeugdbeschermer van de rechter",
        "dreigende-uithuisplaatsing": "Kind moet misschien ergens anders wonen",
        "gezag-onduidelijk": "Onduidelijk wie over het kind mag beslissen",
        "slachtoffer-misdrijf": "Een misdrijf meegemaakt",
        "vechtpartijen-uitgaan": "Vechten of herrie op straat",
        "schade-vordering": "Moet schade betalen aan iemand anders",
        "sancties-stapelen": "Boetes en straffen stapelen",
        "ambulante-begeleiding": "Begeleiding bij u thuis (Wmo)",
        "jeugdhulp-ambulant": "Jeugdhulp bij u thuis",
        "casusregie": "Vaste persoon die overzicht houdt",
        "eigen-kracht": "Beraad met familie en vrienden",
        "landelijk-maatwerkloket": "Landelijk loket als veel tegelijk vastloopt",
        "bijzondere-bijstand": "Loket voor extra kosten en een laag inkomen",
        "gemeente-nazorg-detentie": "Hulp na detentie (gemeente)",
    }
)
"""By the id in the catalogue. A sentence that fits, where replacing one word would leave no Dutch behind."""


@lru_cache(maxsize=2)
def at_table(catalogue: Catalogue) -> Catalogue:
    """The same lists with plain names. What a household said in its own words is in no list, and stays."""
    return replace(
        catalogue,
        life_domains=_renamed(catalogue.life_domains),
        problems=_renamed(catalogue.problems),
        agencies=_renamed(catalogue.agencies),
    )


def avoided_in(name: str, words: tuple[Word, ...]) -> tuple[str, ...]:
    """Words to avoid that stand in a name, inflected or not."""
    return tuple(
        word.avoid
        for word in words
        if re.search(rf"(?<!\w){re.escape(word.avoid)}(?:e|s|en|n)?(?!\w)", name, re.IGNORECASE)
    )


def _renamed(records: Mapping[str, _Named]) -> Mapping[str, _Named]:
    return MappingProxyType(
        {id_: replace(record, name=PLAIN[id_]) if id_ in PLAIN else record for id_, record in records.items()}
    )
