"""What problems, agencies, people and events are called at the kitchen table, where the family reads along.

Without the words that words.csv asks to avoid, and without a name that hurts or shames whom it is about: the map shows
them large, and a child or a partner may read them first. Names of organisations stay: a family meets them on its
letters.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

from doorbraak.model.catalogue import Agency, Catalogue, EventKind, LifeDomain, Problem, Role, Word

_Named = TypeVar("_Named", Problem, Agency, LifeDomain, Role, EventKind)
_Found = TypeVar("_Found", Problem, Agency)
Plain = Mapping[str, str]

DOMAINS: Plain = MappingProxyType({"verslaving": "Middelen en gewoonten"})
PROBLEMS: Plain = MappingProxyType(
    {
        "overlast-veroorzaken": "Buren klagen",
        "vervuilde-woning": "Het huis schoonhouden lukt niet",
        "verzamelen": "Veel spullen in huis",
        "kan-niet-zelfstandig-wonen": "Hulp nodig bij het wonen",
        "mist-toeslagen": "Loopt toeslagen of regelingen mis",
        "zwart-werk": "Werk zonder goed contract",
        "sekswerk": "Wil hulp bij ander werk",
        "gepest": "Pesten",
        "leerachterstand": "Leren kost meer tijd",
        "taal-nederlands": "Nederlands is nog lastig",
        "ontwikkelingsachterstand-jong-kind": "Jong kind heeft meer tijd nodig",
        "kind-ziek-of-gehandicapt": "Kind met ziekte of beperking",
        "overgewicht": "Gezond eten is lastig",
        "mondproblemen": "Last van tanden of mond",
        "zorg-mijden": "Naar de dokter gaan is lastig",
        "ouder-wordt-hulpbehoevend": "Thuis wonen wordt zwaar",
        "ernstige-ziekte": "Ernstig ziek",
        "dementie": "Problemen met het geheugen",
        "psychose": "Soms erg in de war",
        "persoonlijkheidsproblematiek": "Heftige gevoelens",
        "suicidaal": "Heel donkere gedachten",
        "zelfbeschadiging": "Doet zichzelf pijn",
        "licht-verstandelijke-beperking": "Heeft meer tijd en uitleg nodig",
        "verstandelijke-beperking": "Heeft bij veel dingen hulp nodig",
        "laag-zelfvertrouwen": "Onzeker over zichzelf",
        "boosheid-agressie": "Snel boos",
        "verward-gedrag-melding": "Anderen maken zich zorgen",
        "verplichte-zorg": "Zorg die verplicht is of kan worden",
        "gebruikt-geen-hulp": "Vertrouwen in hulp moet groeien",
        "medicijnverslaving": "Problemen door medicijnen",
        "harddrugs": "Problemen door drugs",
        "lachgas-jongere": "Zorgen over een jongere en drugs",
        "terugval": "Stoppen met gebruik is moeilijk",
        "gebruik-partner": "Partner of ouder drinkt of gebruikt",
        "koopverslaving": "Minder kopen is moeilijk",
        "kind-gedrag-thuis": "Kind heeft het thuis moeilijk",
        "hechting": "Band tussen ouder en kind is broos",
        "loverboy-uitbuiting": "Zorgen over wie een jongere ontmoet",
        "ots": "Een vaste jeugdbeschermer van de rechter",
        "uithuisplaatsing": "Kind woont nu ergens anders",
        "dreigende-uithuisplaatsing": "Kind moet misschien ergens anders wonen",
        "omgang-ex": "Afspraken over zien van de kinderen",
        "gezag-onduidelijk": "Onduidelijk wie over het kind mag beslissen",
        "kind-in-armoede": "Weinig geld voor de kinderen",
        "verwaarlozing-zorgen": "Verzorgen van de kinderen is zwaar",
        "tienermoeder": "Jong ouder geworden",
        "niet-zindelijk": "Kind oefent nog met naar de wc gaan",
        "scheiding-strijd": "Scheiding met veel ruzie",
        "gezinslid-vermist-gedetineerd": "Iemand uit het gezin is er niet",
        "afhankelijk-van-partner": "Meer zelf willen beslissen",
        "huiselijk-geweld": "Thuis is het niet altijd veilig",
        "kindermishandeling": "Zorgen over de veiligheid van een kind",
        "getuige-geweld": "Kinderen merken dat het thuis niet veilig is",
        "seksueel-geweld": "Iemand ging over een grens",
        "stalking": "Wordt lastiggevallen",
        "oudermishandeling": "Zorgen over de veiligheid van een oudere",
        "kind-slaat-ouder": "Ruzie tussen kind en ouder",
        "eergerelateerd": "Druk van familie",
        "onveilige-dieren": "Zorgen over de dieren",
        "radicalisering": "Zorgen over felle ideeën",
        "eenzaam": "Vaak alleen",
        "klein-netwerk": "Weinig mensen om op te steunen",
        "zingeving": "Zoekt een doel",
        "verkeerde-vrienden": "Zorgen over vrienden",
        "zelfverzorging": "Goed voor zichzelf zorgen is lastig",
        "verdachte-dader": "Een zaak bij de rechter",
        "detentie-nu": "Zit vast",
        "detentie-komt-vrij": "Komt binnenkort vrij",
        "taakstraf-niet-gedaan": "Taakstraf is nog niet klaar",
        "slachtoffer-misdrijf": "Een misdrijf meegemaakt",
        "vechtpartijen-uitgaan": "Vechten of herrie op straat",
        "drugshandel": "Een zaak over drugs",
        "schade-vordering": "Moet schade betalen aan iemand anders",
        "geen-verblijfsrecht": "Onzeker of blijven in Nederland mag",
        "post-niet-open": "De post openmaken is lastig",
        "formulieren-snappen": "Formulieren en brieven zijn moeilijk",
        "sancties-stapelen": "Boetes en straffen stapelen",
    }
)
AGENCIES: Plain = MappingProxyType(
    {
        "ambulante-begeleiding": "Begeleiding bij u thuis (Wmo)",
        "jeugdhulp-ambulant": "Jeugdhulp bij u thuis",
        "bemoeizorg": "Hulp die zelf langskomt",
        "casusregie": "Vaste persoon die overzicht houdt",
        "eigen-kracht": "Beraad met familie en vrienden",
        "landelijk-maatwerkloket": "Landelijk loket als veel tegelijk vastloopt",
        "lvv": "Opvang zonder verblijfspapieren",
        "bijzondere-bijstand": "Loket voor extra kosten en een laag inkomen",
        "gemeente-nazorg-detentie": "Hulp na detentie (gemeente)",
        "lvb-ggz": "GGZ met meer tijd en uitleg",
        "gehandicaptenzorg": "Zorg bij een beperking",
        "tbs-kliniek": "Forensische kliniek",
        "oggz-meldpunt": "Meldpunt voor zorgen (OGGZ)",
        "schoonmaakbedrijf": "Hulp bij schoonmaken en opruimen",
        "zelfhulpgroep": "Groep van mensen met dezelfde ervaring",
        "vrouwenopvang": "Vrouwenopvang",
    }
)
ROLES: Plain = MappingProxyType(
    {
        "uithuisgeplaatst-kind": "Kind dat nu ergens anders woont",
        "voogd": "Wie mag beslissen over het kind",
        "wettelijk-vertegenwoordiger": "Wie mag regelen en beslissen",
        "gezinslid-in-detentie": "Gezinslid dat er nu niet is",
        "heeft-gezag": "Mag beslissen over",
        "gedeeld-gezag": "Beslissen samen over een kind",
        "verstrengeld": "Veel aan elkaar vast",
        "conflict": "Vaak ruzie",
        "hecht-en-conflict": "Hecht en vaak ruzie",
        "verbroken-contact": "Nu geen contact",
        "contactverbod": "Mogen elkaar nu niet zien",
        "controle-dwang": "Zorgen over eigen ruimte",
        "geweld-tegen": "Zorgen over veiligheid van",
        "bedreigt": "Zorgen over veilig contact",
    }
)
EVENTS: Plain = MappingProxyType(
    {
        "dakloosheid": "Geen huis meer hebben",
        "dakloosheid-jongere": "Jongere heeft geen huis meer",
        "terugvordering-toeslag": "Veel toeslag terugbetalen",
        "uithuisplaatsing": "Een kind gaat ergens anders wonen",
        "ondertoezichtstelling": "Een vaste jeugdbeschermer van de rechter",
        "crisisplaatsing-kind": "Een kind moet snel ergens anders slapen",
        "gedwongen-opname": "Opname die moet (Wvggz)",
        "gedwongen-opname-wzd": "Opname die moet (Wzd)",
        "zelfmoordpoging": "Iemand wil niet meer leven",
        "terugval-verslaving": "Weer gaan gebruiken, en een opname",
        "escalatie-geweld": "Thuis wordt het onveilig",
        "gijzeling-boetes": "Vastzitten om boetes",
        "detentie": "Een volwassene komt vast te zitten",
        "detentie-jongere": "Een jongere komt vast te zitten",
        "nieuw-strafbaar-feit": "Opnieuw in aanraking met de politie",
    }
)
"""By the id in each list. A sentence that fits, where replacing one word would leave no Dutch behind."""


@lru_cache(maxsize=2)
def at_table(catalogue: Catalogue) -> Catalogue:
    """The same lists with plain names. What a household said in its own words is in no list, and stays.

    The usual name is still found by who types it, and is shown no more.
    """
    return replace(
        catalogue,
        life_domains=_renamed(catalogue.life_domains, DOMAINS),
        problems=_found_as_before(_renamed(catalogue.problems, PROBLEMS), catalogue.problems),
        agencies=_found_as_before(_renamed(catalogue.agencies, AGENCIES), catalogue.agencies),
        roles=_renamed(catalogue.roles, ROLES),
        events=_renamed(catalogue.events, EVENTS),
    )


def avoided_in(name: str, words: tuple[Word, ...]) -> tuple[str, ...]:
    """Words to avoid that stand in a name, inflected or not."""
    return tuple(
        word.avoid
        for word in words
        if re.search(rf"(?<!\w){re.escape(word.avoid)}(?:e|s|en|n)?(?!\w)", name, re.IGNORECASE)
    )


def _renamed(records: Mapping[str, _Named], plain: Plain) -> Mapping[str, _Named]:
    return MappingProxyType(
        {id_: replace(record, name=plain[id_]) if id_ in plain else record for id_, record in records.items()}
    )


def _found_as_before(records: Mapping[str, _Found], usual: Mapping[str, _Found]) -> Mapping[str, _Found]:
    return MappingProxyType({id_: _also_by(one, usual[id_].name) for id_, one in records.items()})


def _also_by(record: _Found, usual: str) -> _Found:
    return record if record.name == usual else replace(record, synonyms=(*record.synonyms, usual))
