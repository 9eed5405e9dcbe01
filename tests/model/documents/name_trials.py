"""Sentences as people in sociaal werk write them, and lines that would tell who it is about."""

from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.people import Person
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.dossier.signals import Signal
from tests.model.insight.records import agency, dossier, household, intervention, made, person

PROFILE = Profile("Ina Jansen", "consulent")
ORDINARY = (
    "De Tweede Kamer nam de wet aan en de Eerste Kamer volgt.",
    "Volgens de Participatiewet mag de gemeente Rotterdam maatwerk leveren.",
    "Het Sociaal Hospitaal en het wijkteam werken in Den Haag samen.",
    "De Wmo-consulent in Utrecht verwees naar Veilig Thuis.",
    "Het bestand staat in Microsoft Teams en in Suite voor het Sociaal Domein.",
    "De Nationale ombudsman schreef er een rapport over.",
    "De oproep van het Openbaar Ministerie kwam op Tweede Paasdag.",
    "Op Bevrijdingsdag en met Oud en Nieuw is het loket dicht.",
    "De Vereniging van Nederlandse Gemeenten maakte een handreiking.",
    "De Hoge Raad en de Centrale Raad van Beroep denken daar anders over.",
    "De woningcorporatie Woonstad Rotterdam stelt de ontruiming uit.",
    "Vader werkt bij PostNL en rijdt met Uber in Almere.",
    "Er is een aanvraag voor de Tozo en de NOW gedaan.",
    "De huisarts verwijst naar de GGZ in Eindhoven.",
    "De kinderen gaan naar de BSO en krijgen jeugdhulp via Jeugdbescherming west.",
    "De Kredietbank Nederland wil een stabilisatie.",
    "De burgemeester van Lelystad sprak met het Leger des Heils.",
    "Zij leest de Volkskrant en kijkt naar Het Klokhuis.",
    "De Dienst Toeslagen stuurt een brief van de Commissie Werkelijke Schade.",
    "Zij vluchtte uit Syrië via Turkije en Griekenland.",
    "De Haagse aanpak en de Amsterdamse aanpak verschillen.",
    "De Brabantse gemeenten en de provincie Gelderland betalen mee.",
    "Het Kadaster en de Kamer van Koophandel weten van niets.",
    "De MDFT-therapeut werkt volgens Signs of Safety.",
    "Haar moeder in Marokko is ziek en haar broer uit Turkije kwam over.",
    "De rechter in Zwolle en de rechter in Arnhem oordelen anders.",
    "De wethouder van Rotterdam zegt nee, de wethouder van Den Haag zegt ja.",
    "Gisteravond belde de politie, daarna sliep niemand meer.",
    "Eindelijk sliep zij een nacht door.",
    "Mevrouw wil dat niet en meneer kort geleden ook niet.",
    "De kleuter wandelt in het bos en de bus komt niet.",
    "Moeder ontvangt een Wajong-uitkering en vader een WIA-uitkering.",
    "Het kind staat op de wachtlijst voor EMDR bij Altrecht.",
    "Zij heeft sinds kort een verblijfsvergunning en moet inburgeren bij het ROC.",
    "De schuldhulpverlener belt met het Juridisch Loket in Breda.",
    "Vluchtelingenwerk hielp met de gezinshereniging vanuit Eritrea.",
    "De leerplichtambtenaar sprak met school en met de jeugdarts van de GGD.",
    "De IND wil een nieuw paspoort zien, de ambassade van Irak geeft het niet.",
    "De zorgverzekeraar meldde haar aan bij het CAK wegens wanbetaling.",
    "De Belastingdienst verrekent de huurtoeslag met een oude schuld.",
    "Bewindvoerster en mentor zijn het niet eens over het leefgeld.",
    "Puber slaapt slecht, kleuter huilt veel en baby drinkt goed.",
    "De Raad voor de Kinderbescherming en Jeugdbescherming Noord wachten op elkaar.",
    "In Groningen en in Drenthe ging dat eerder anders.",
    "Zij spreekt Frans en een beetje Nederlands.",
    "De wooncorporatie Ymere in Amsterdam gaf een laatste kans.",
    "Door de Wet gemeentelijke schuldhulpverlening moet het binnen een jaar.",
    "Op de site van de gemeente staat niets, op uwv.nl ook niet.",
    "De VNG en Divosa schreven samen een handreiking over maatwerk.",
    "Een urgentieverklaring geldt in Leiden en niet in Delft.",
    "Zij kreeg een brief van Zilveren Kruis en een van Menzis.",
    "Vader zit in detentie, moeder woont bij oma in Tilburg.",
    "Daarover vertelde moeder aan de wijkverpleegkundige.",
    "De advocaat in Den Bosch schreef een bezwaarschrift.",
    "De Autoriteit Persoonsgegevens en de Raad van State gaven advies.",
    "Het meisje heeft autisme en gaat met de taxi naar het speciaal onderwijs.",
    "De aanvraag Bijzondere Bijstand ligt bij Werk en Inkomen.",
    "De consulent van de Sociale Verzekeringsbank zei nee.",
    "Het gezin krijgt een pakket van de Voedselbank en kleding van het Rode Kruis.",
    "Wie uit Polen of Roemenië komt, heeft soms geen recht op opvang.",
)
"""Nothing of these is a name."""
LINES = (
    ("Elke's school belde.", "Elke"),
    ("Wil's juf belde.", "Wil"),
    ("Toen belde mw bakker op.", "bakker"),
    ("Mevrouw bakker huilt.", "bakker"),
    ("Daar woont fam vos.", "vos"),
    ("De kleine hansje huilt.", "hansje"),
    ("HdV betaalt niet.", "HdV"),
    ("H.d.V. betaalt niet.", "H.d.V"),
    ("Zij zegt dat f.e.i. betaalt.", "f.e.i"),
    ("Nu slaapt iris slecht.", "iris"),
    ("Toen huilde roos weer.", "roos"),
    ("Toen zei Fenna nee.", "Fenna"),
    ("Het ging via Team van Fenna.", "Fenna"),
    ("Toen belde Fatma op. Fatma belde.", "Fatma"),
    ("Fatma belde.", "Fatma"),
    ("Juergen belde.", "Juergen"),
    ("Mevrouw Arts belde.", "Arts"),
    ("De Regenboog weigert haar.", "Regenboog"),
    ("Samira belde vanochtend.", "Samira"),
    ("Samira zei nee. Toen liep Samira weg.", "Samira"),
    ("Dennis, de buurman, klaagt.", "Dennis"),
    ("Wij bellen met DENNIS morgen.", "DENNIS"),
    ("Wij bellen met ANNA morgen.", "ANNA"),
    ("Toen kwam Frans binnen.", "Frans"),
    ("Toen kwam Karel binnen.", "Karel"),
    ("Toen kwam Martijn binnen.", "Martijn"),
    ("Toen zei Ben dat het mag.", "Ben"),
    ("Dat weet gezin Nieuwenhuis al.", "Nieuwenhuis"),
    ("Dat weet Petra Sterk al.", "Sterk"),
    ("Dat weet Gerard Heijn al.", "Heijn"),
    ("Dat zei ook Van Goedhart tegen haar.", "Goedhart"),
    ("Toen zei 't Hart nee.", "Hart"),
    ("Mevrouw in 't Veld belde.", "Veld"),
    ("Haar adres is 1234 ab.", "1234"),
    ("Haar adres is 1234-AB.", "1234"),
    ("Het lekt op Brink 3.", "Brink"),
    ("De Kerkstr 12 lekt.", "Kerkstr"),
    ("Het lekt in Nieuwstraatje 3.", "Nieuwstraatje"),
    ("Het lekt op Molenerf 3.", "Molenerf"),
    ("De Kerkstraat twaalf lekt.", "Kerkstraat"),
    ("De Kerkstraat huisnummer 12 lekt.", "Kerkstraat"),
    ("Bel +32 470 12 34 56.", "470"),
    ("Bel tel 1234567.", "1234567"),
    ("De auto AB12CD is weg.", "AB12CD"),
    ("De auto ab-12-cd is weg.", "ab-12"),
    ("Het is bsn: 123,456,782.", "456"),
    ("Betalingskenmerk 1234 5678 9012 3456.", "5678"),
    ("CJIB-nummer 1234 5678.", "5678"),
    ("Rekestnummer 445566.", "445566"),
    ("De beschikking 2026-00123 is oud.", "00123"),
    ("Mail fi84 @ gmail.com.", "fi84"),
    ("Mail fi84[at]gmail.com.", "fi84"),
    ("Zij zit op Snapchat fatje84.", "fatje84"),
    ("Zie fatje.nl voor meer.", "fatje"),
    ("Geboren op drie mei 2011.", "drie mei"),
    ("Zij is er sinds 3-mei-1984.", "1984"),
    ("Zij kwam 3–5–1984 ter wereld.", "1984"),
    ("Zij kwam 3 mei tweeduizendelf ter wereld.", "tweeduizendelf"),
    ("Haar tante in Lutjebroek belt.", "Lutjebroek"),
    ("Toen zei Quirijntje nee.", "Quirijntje"),
)
"""A text, and what of it tells who somebody is."""
AMOUNTS = ("De schuld is 6137.", "Een schuld van 6137,- dus.", "Een schuld van zesduizend honderdzevenendertig euro.")
"""Exact: the leerkringblad tells them in hundreds."""


def home(words: str = "") -> Dossier:
    """A household with names that are hard to find. `words`: what its doorbraak is called by those who made it."""
    names = ("Fatima el Idrissi", "Hans de Vries", "Elke", "Wil", "Quirine Bakker", "Iris", "Roos", "Jürgen", "Bo")
    roles = ("moeder", "vader", "dochter", "zoon", "oma", "dochter", "dochter", "ex-partner", "dochter")
    doorbraak: Intervention = intervention(kind="", words=words) if words else intervention()
    people: tuple[Person, ...] = tuple(
        person(id=at, name=name, role=role) for at, (name, role) in enumerate(zip(names, roles, strict=True), 1)
    )
    called: tuple[Agency, ...] = (
        agency(1, "basisschool", words="Basisschool De Regenboog"), agency(2, "uwv", words="Team van Fenna"),
    )  # fmt: skip
    return dossier(
        of=household(name="Familie El Idrissi"), people=people, agencies=called, interventions=(doorbraak,),
        signals=(made(Signal, id=12, words="Nee", theme="Briefadres"),),
    )  # fmt: skip


def small_home() -> Dossier:
    """One person, whose name is in no sentence."""
    return dossier(people=(person(id=1, name="Samira Kwartel", role="moeder"),), interventions=(intervention(),))
