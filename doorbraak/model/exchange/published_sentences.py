"""What a publication says in words of what it shows, of what it leaves out, and of why there is none."""

from collections.abc import Mapping

from doorbraak.model.exchange.door import MOST_LABEL
from doorbraak.model.exchange.table_catalogue import Measure

HIDDEN = "Vakjes over weinig huishoudens zijn verborgen, en lege vakjes ook: anders is te zien om wie het gaat."
NEEDED = (
    "Sommige grotere vakjes zijn ook verborgen. Anders was een klein vakje uit te rekenen met optellen en aftrekken."
)
COLLEAGUE = "Vakjes waar een collega de eigen huishoudens van kan aftrekken, zijn verborgen."
LARGE = "Bedragen die vooral van één huishouden komen, zijn verborgen."
MOST = f"Geldt iets voor bijna iedereen, dan staat er “{MOST_LABEL}”."
ROUNDED_COUNTS = "Aantallen zijn afgerond op 5, soms naar boven en soms naar beneden. Delen tellen niet precies op."
ROUNDED_AMOUNTS: Mapping[Measure, str] = {
    "euro": "Bedragen zijn afgerond op duizend euro. Delen tellen niet precies op.",
    "contacts": "Aantallen contacten zijn afgerond op 5. Delen tellen niet precies op.",
    "agencies": "Aantallen instanties zijn afgerond op 5. Delen tellen niet precies op.",
    "hours": "Uren zijn afgerond op 10. Delen tellen niet precies op.",
}
BANDS = (
    "Naast een besparing staat tussen welke bedragen die ligt als prijzen anders zijn. Prijzen kunnen overal tegelijk "
    "tegenvallen of meevallen. Daarom is wat per huishouden kan tegenvallen of meevallen opgeteld. Het gaat alleen "
    "om de prijzen. Hoe zeker een kans is, zit er niet in: dat zou van huishoudens te veel zeggen."
)
NO_BAND = (
    "Staat er bij een besparing geen bandbreedte? Dan was die niet te tonen zonder iets over weinig huishoudens te "
    "vertellen."
)
CARRIED = (
    "Een cijfer verandert pas als er genoeg huishoudens veranderd zijn. Een bedrag verandert ook niet als het verschil "
    "vooral van één huishouden kan zijn. Tot die tijd staat het vorige er."
)
SAME_NUMBER = "Bleef een aantal gelijk? Dan kan het nog dat van de vorige periode zijn. "
STOOD = (
    "Staat er “stand van”? Dan is het cijfer van toen, met de huishoudens en de bandbreedte van toen. Zet het niet "
    "naast een nieuw cijfer."
)
WITHHELD = (
    "Deze tabel is niet gepubliceerd. De cijfers waren niet zo te beveiligen dat er nog iets over te zeggen viel."
)
EMPTY = "niets te tonen"
"""Of a table that was published and in which not one figure may be shown."""
NOBODY = "Er is nog niets ontvangen over deze periode, dus er is niets gepubliceerd. Neem eerst bestanden in."
NOTHING_TO_SHOW = (
    "Er is geen enkel cijfer te tonen: er zijn te weinig huishoudens of te weinig afzenders. Er is niets gepubliceerd "
    "en niets veranderd, zodat deze periode niet verloren gaat. Wacht op meer bestanden."
)
MEANWHILE = (
    "Er kwam iets bij of er ging iets af terwijl de publicatie gemaakt werd. Er is niets gepubliceerd en niets "
    "veranderd. Maak de publicatie nog eens."
)
