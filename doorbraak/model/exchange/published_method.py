"""How the figures of a publication were counted, in words for whoever has to answer for them."""

from doorbraak.model.exchange import publication_print, published_sentences, published_year
from doorbraak.model.exchange.published import Publication

Part = tuple[str, tuple[str, ...]]
"""A heading and its sentences."""


def method(publication: Publication) -> tuple[Part, ...]:
    parts = (*_COUNTED, _protected(publication), _versions(publication))
    return ((_YEAR, published_year.made_of(publication.quarters)), *parts) if publication.quarters else parts


_YEAR = "Een jaar uit kwartalen"
_COUNTED: tuple[Part, ...] = (
    (
        "Wie er meetelt",
        (
            "Huishoudens waarvan het dossier in de periode open was, op alle laptops die een bestand stuurden.",
            "Elk huishouden telt één keer. De coördinator ziet geen namen en geen dossiers.",
            "Problemen, instanties, rechtsgronden en knelpunten tellen zoals ze waren op de laatste dag.",
            "Een doorbraak telt mee als die in de periode de stand kreeg die er aan het eind was.",
            "In de kosten en besparingen telt ook wat eerder al zo ver was.",
        ),
    ),
    (
        "Eerst en later",
        (
            "Eerst is de eerste meting van een huishouden. Later is de laatste meting in de periode.",
            "Alleen huishoudens met beide metingen tellen mee. Zo gaan beide cijfers over dezelfde huishoudens.",
        ),
    ),
    (
        "Wat een besparing is",
        (
            "Wat het eerste jaar minder kost dan zonder het plan, in vier soorten die apart blijven.",
            "Alleen wat publiek betaald wordt, van huishoudens met een plan.",
            "Direct: een rekening die stopt of lager wordt. Voorkomen: kosten die anders waarschijnlijk waren gekomen.",
            "Gerealiseerd: achteraf bevestigd. Verwacht: nog niet bevestigd. Deze vier worden nooit opgeteld.",
            "Wie de kosten met het plan aftrekt van die zonder het plan, telt de vier wel op.",
            "Gebruik dat verschil dus niet als besparing.",
            "De kosten van de doorbraken zelf zijn die van het plan, en staan apart.",
            "Uren zijn geen geld en tellen in geen bedrag mee.",
        ),
    ),
    (
        "Waar prijzen vandaan komen",
        (
            "Uit een rekening of een beschikking waar die er is, en anders uit de prijslijst van het programma.",
            "De prijslijst noemt bij elke prijs de bron en het jaar. Het rapport somt die bronnen op.",
            "De bandbreedte is van elk huishouden opgeteld, want prijzen kunnen overal tegelijk afwijken.",
            "De bandbreedte gaat alleen over prijzen. Hoe zeker een kans is, zit er niet in.",
            "Een bandbreedte kan scheef zijn: niet elke prijs kan evenveel meevallen als tegenvallen.",
            published_sentences.NO_BAND,
        ),
    ),
    (
        "Afronden",
        (
            published_sentences.ROUNDED_COUNTS,
            *published_sentences.ROUNDED_AMOUNTS.values(),
            "Een percentage of gemiddelde is gemaakt van de cijfers zoals ze er staan.",
            published_sentences.CARRIED,
        ),
    ),
)


def _protected(publication: Publication) -> Part:
    said = [
        published_sentences.HIDDEN,
        published_sentences.NEEDED,
        published_sentences.COLLEAGUE,
        published_sentences.LARGE,
        published_sentences.MOST,
    ]
    said.append("Of een cijfer verborgen is, zegt niets over één huishouden. Waarom staat er bij geen enkel vakje.")
    if any(table.withheld for table in publication.tables):
        said.append("Een tabel die niet goed te beveiligen was, is helemaal niet gepubliceerd.")
    said.append(
        "Daarna is nagerekend of er toch iets uit af te leiden is. Wat die proef niet haalt, is niet gepubliceerd."
    )
    return "Wat er verborgen is", tuple(said)


def _versions(publication: Publication) -> Part:
    return "Versie", (
        f"Tabellen: versie {publication.catalogue}. Periode: {publication.period}.",
        f"Controlegetal van deze cijfers: {publication_print.spoken(publication)}",
    )
