"""What has a capital or stands at the start of a sentence, and is no person: places, bodies, firms, words for anybody.

Beside the lists of resources/, which know laws, agencies and problems. A word that many are called by too is left out,
or stands in `PLACES_NAMED_TOO`: in doubt it is a name.
"""

import re

from doorbraak.model.catalogue import fold
from doorbraak.model.insight.name_words import folded_words

# Countries in Dutch: those from which people came to the Netherlands, or where family lives. Written down in November
# 2026 from what is generally known, and checked against no list.
COUNTRIES = folded_words((
    "nederland belgië duitsland frankrijk luxemburg spanje portugal italië griekenland ierland engeland schotland",
    "oostenrijk zwitserland denemarken zweden noorwegen finland ijsland polen tsjechië slowakije slovenië",
    "hongarije roemenië bulgarije kroatië servië bosnië herzegovina montenegro kosovo albanië macedonië moldavië",
    "oekraïne rusland estland letland litouwen turkije syrië irak iran jemen libanon jordanië palestina gaza egypte",
    "marokko algerije tunesië libië soedan eritrea ethiopië somalië oeganda rwanda burundi congo kameroen",
    "nigeria ghana togo benin senegal gambia guinee liberia ivoorkust angola mozambique zimbabwe zambia tanzania",
    "afghanistan pakistan bangladesh nepal china japan korea vietnam thailand indonesië maleisië filipijnen singapore",
    "armenië azerbeidzjan kazachstan oezbekistan suriname curaçao aruba bonaire brazilië colombia venezuela peru",
    "chili argentinië bolivia ecuador guyana mexico cuba haïti jamaica amerika canada australië afrika azië antillen",
    "bali koerdistan",
))  # fmt: skip
PLACES_NAMED_TOO = folded_words(("israël india georgië mali saba kenia wales oss ede",))
"""Of a country or gemeente after "in", "uit" or "naar"; elsewhere somebody may be called so."""
# Provinces and regions, large gemeenten and the capitals of provinces, written down in the same way. Those of more
# words stand in WHOLE.
PLACES = folded_words((
    "drenthe flevoland friesland fryslân gelderland groningen limburg brabant holland overijssel utrecht zeeland",
    "randstad twente veluwe achterhoek betuwe kennemerland haaglanden rijnmond ijsselland brabantse limburgse",
    "gelderse amsterdam rotterdam eindhoven tilburg almere breda nijmegen apeldoorn arnhem haarlem",
    "haarlemmermeer amersfoort enschede hertogenbosch zaanstad zwolle leiden zoetermeer leeuwarden maastricht",
    "dordrecht westland alphen alkmaar delft emmen venlo deventer helmond amstelveen hilversum sittard geleen súdwest",
    "nissewaard heerlen purmerend lelystad assen middelburg haagse amsterdamse rotterdamse utrechtse groningse",
)) | COUNTRIES  # fmt: skip
_BODIES = (
    "kerst kerstmis pasen paasdag pinksteren pinksterdag hemelvaart hemelvaartsdag koningsdag bevrijdingsdag",
    "nieuwjaar oudjaar nieuwjaarsdag dodenherdenking sinterklaas ramadan suikerfeest offerfeest carnaval chanoeka",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "nederlander nederlanders europa europese unie eu rijk rijks rijksoverheid overheid staat koning kadaster",
    "rekenkamer koninkrijk kamer eerste tweede kabinet minister ministerie raad hof hoge gerechtshof rechtbank",
    "bestuur college omgekeerde toets grondwet wetboek strafrecht verdrag kinderrechtenverdrag verordening",
    "handleiding internet tozo toeslagenaffaire bijbel koran islam christendom kerk moskee god kinderombudsman",
    "ombudsman slachtofferhulp reclassering vluchtelingenwerk staatscourant staatsblad woo algemene planbureau",
    "kinderziekenhuis radboudumc umc wlz wajong leger heils voedselbank kledingbank kredietbank stadsbank",
    "speelgoedbank buurtzorg thuiszorg werkplein movisie divosa vng nibud kafkabrigade publieke waarden doorbraak",
    "doorbraakmethode bovenij platform31 pharos nji berenschot trimbos vilans nvvk schulinck stimulansz",
    "civision",
    "suites suite4sociaal regas clientvolgsysteem volkskrant asperger alzheimer parkinson borderline ritalin prozac",
    "oxazepam methadon adhd",
)  # fmt: skip
_FIRMS = (
    "digid mijnoverheid whatsapp facebook instagram tiktok snapchat google teams excel word windows outlook youtube",
    "netflix signal skype zoom linkedin twitter corona covid microsoft android iphone samsung uber thuisbezorgd",
    "eneco essent vattenfall greenchoice oxxio vandebron engie energiedirect ziggo kpn odido vodafone t-mobile tele2",
    "simyo youfone stedin liander enexis vitens waternet evides dunea pwn achmea interpolis nationale nederlanden",
    "aegon menzis anderzorg vgz cz dsw onvz unive ditzo zorg zekerheid rabobank ing",
    "abn amro sns asn bunq triodos knab jumbo lidl aldi ikea action hema kruidvat bol wehkamp primark gamma",
    "klarna riverty afterpay coolblue marktplaats vinted postnl connexxion arriva qbuzz ns gvb ret htm flanderijn",
    "syncasso bazuin intrum cannock chase lavg ggn ymere vestia woonbron havensteder stadgenoot rochdale alliantie",
    "portaal mitros woonzorg woonstad vivare talis humanitas exodus altrecht parnassia jellinek tactus lentis arkin",
    "lievegoed fiat volkswagen opel toyota peugeot renault",
)  # fmt: skip
WHOLE = frozenset(
    tuple(map(fold, called.split()))
    for called in (
        "albert heijn", "rode kruis", "zilveren kruis", "centraal beheer", "stichting lister", "raad van state",
        "centrale raad van beroep", "raad voor de rechtspraak", "autoriteit persoonsgegevens", "openbaar ministerie",
        "nationale ombudsman", "sociaal en cultureel planbureau", "algemene rekenkamer", "centrum jeugd en gezin",
        "raad voor de kinderbescherming",
        "slachtofferhulp nederland", "vereniging van nederlandse gemeenten", "werk en inkomen", "veilig thuis",
        "signs of safety", "triple p", "housing first", "eigen kracht", "mens centraal", "google maps", "oud en nieuw",
        "suite voor het sociaal domein", "commissie werkelijke schade", "het klokhuis",
        "individuele plaatsing en steun", "syndroom van down", "ronald mcdonald huis", "alphen aan den rijn",
        "wilhelmina kinderziekenhuis", "erasmus mc", "erasmus universiteit", "hoeksche waard", "lezen en schrijven",
        "den haag", "den bosch", "verwey jonker", "tweede kamer", "eerste kamer",
        "europees hof", "sociaal werk nederland", "kamer van koophandel",
        "sociaal hospitaal",
        "jarige job", "leger des heils", "new york", "sri lanka", "sierra leone", "el salvador",
        "costa rica", "saudi arabië", "burkina faso", "sint maarten", "sint eustatius", "puerto rico", "hong kong",
    )
)  # fmt: skip
"""Names of more words: where they stand whole, no part of them is a name."""
ABBREVIATIONS = folded_words((
    "adhd emdr ptss mdft nifp knmg tozo tonk lwoo riagg spuk buig bopz muhp svop wifi suwi stap vmbo havo vavo nvvk",
    "wsnp msnp ioaw ioaz wvggz wabvpz wgbo wkkgz wajong nibud cjib lbio iban digid ecli rivm knmi aivd fiod bibob nvwa",
    "html anwb unhcr unicef oggz fact pmto kopp covid rvdk asap pvda",
))  # fmt: skip
"""Of four letters or more they are known here; shorter ones need no list."""
PEOPLES = folded_words((
    "nederlands duits engels frans belgisch spaans italiaans pools roemeens bulgaars hongaars grieks turks",
    "marokkaans arabisch berbers syrisch eritrees somalisch ethiopisch afghaans iraans irakees koerdisch",
    "oekraiens russisch chinees surinaams antilliaans arubaans papiaments tigrinya dari farsi pasjtoe portugees",
    "braziliaans ghanees nigeriaans indonesisch moluks vlaams fries europees afrikaans amerikaans aziatisch joods",
    "palestijns pakistaans indiaas vietnamees servisch kroatisch albanees tsjechisch georgisch armeens soedanees",
    "congolees amhaars nederlander turk marokkaan syrier eritreeer oekrainer afghaan somalier iraker iraner",
    "surinamer antilliaan europeaan pool rus chinees belg duitser",
))  # fmt: skip
SPOKEN = frozenset(("frans", "fries"))
"""Languages that many are called by: a language after "spreekt", elsewhere somebody."""
ANYBODY = folded_words((
    "kleuter peuter puber tiener jongere jongeren volwassene oudere ouderen bejaarde senior buurtgenoot huisgenoot",
    "klasgenoot leeftijdgenoot lotgenoot landgenoot bewindvoerster begeleidster verzorgster leidster groepsleidster",
    "schuldhulpverleenster hulpverleenster medewerkster stagiair stagiaire dementerende asielzoeker asielzoekster",
    "vluchteling nieuwkomer statushouder vergunninghouder arbeidsmigrant inburgeraar alleenstaande gescheiden weduwe",
    "weduwnaar zwangere werkloze dakloze thuisloze zieke patiënt patiënte cliënt cliënte klant gast deelnemer",
    "deelneemster vrijwilliger vrijwilligster mantelzorger zorgmijder huurder huurster onderhuurder eigenaar",
    "eigenaresse bijstandsmoeder bijstandsvader tienermoeder pleegouder pleegkind adoptiekind stiefouder schoonzus",
    "zwager verloofde echtgenoot echtgenote expartner minnares geliefde logé logeergast leerling student studente",
    "scholier spijbelaar werknemer werkneemster werkgever werkgeefster collega ondernemer zzper",
    "uitzendkracht sollicitant klantmanager casemanager jeugdzorgwerker jongerenwerker opbouwwerker buurtwerker",
    "ambulant wijkverpleegkundige verloskundige kraamverzorgende doktersassistente huisartsassistente specialist",
    "verslaafde dader slachtoffer getuige verdachte gedetineerde ex-gedetineerde kredietverstrekker leverancier",
    "schuldeiser incassobureau curator notaris iedereen niemand iemand men allen sommigen velen anderen beiden eentje",
    "laatstgenoemde betrokkene betrokkenen",
))  # fmt: skip
KNOWN = folded_words((*_BODIES, *_FIRMS)) | PLACES | ANYBODY
"""What has a capital and is no person, and leads to nobody."""
_OPENERS = folded_words((
    "eindelijk vannacht vanavond vanochtend vanmorgen vanmiddag gisteravond gisterochtend gisteren eergisteren",
    "overmorgen daarnaast bovendien vervolgens inmiddels intussen ondertussen sindsdien zodoende uiteindelijk",
    "plotseling plots onlangs laatst destijds vroeger eerder later meestal regelmatig dagelijks wekelijks maandelijks",
    "jaarlijks opnieuw telefonisch schriftelijk mondeling huilend lachend boos verdrietig blij opgelucht trots helaas",
    "gelukkig hopelijk kennelijk blijkbaar waarschijnlijk mogelijk vermoedelijk eventueel overigens trouwens immers",
    "echter desondanks ondanks hierdoor vandaar terecht onterecht letterlijk eerlijk spontaan meteen direct",
    "onmiddellijk tegelijk samen allereerst tenslotte tot slot kortom concreet vooralsnog voorlopig tijdelijk thuis",
    "elders overal nergens ergens aanvankelijk oorspronkelijk achteraf vooraf halverwege tevens evenmin zelden vaker",
    "steeds telkens weleens ooit meewonen meegelopen afgelopen komende vorige volgende tenminste bijvoorbeeld",
    "namelijk dientengevolge derhalve",
))  # fmt: skip
"""Words that begin a sentence before its verb."""
_THERE = re.compile(
    r"(?:hier|daar|waar)(?:aan|achter|af|bij|binnen|boven|buiten|door|heen|in|langs|mee|na|naar|naast|om|omtrent|"
    r"onder|op|over|tegen|toe|tot|tussen|uit|van|vandaan|vandoor|voor)"
)
PUBLIC_SITES = folded_words((
    "overheid rijksoverheid mijnoverheid wetten officielebekendmakingen rechtspraak uwv werk svb duo cak cjib digid",
    "belastingdienst toeslagen kvk kadaster vng nibud movisie divosa nji huisvestingswet juridischloket",
    "zelfjeschuldenregelen geldfit nederlandseschuldhulproute veiligthuis nationaleombudsman cbs werkplein",
    "publiekewaarden chiefexplorationofficer zorgverzekeringslijn sociaalwerknederland",
))  # fmt: skip


def opens(folded: str) -> bool:
    """Whether a sentence may begin with it before its verb: "gisteravond belde", "daarover sprak"."""
    return folded in _OPENERS or _THERE.fullmatch(folded) is not None
