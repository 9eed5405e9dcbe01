"""What guessers try first: the most used Dutch and English passwords and their parts, and words of this work.

Written as they are folded: small letters without accents. A passphrase of four of these is as weak as one of them;
one of them among three words of one's own does no harm.
"""

_LISTED = """
wachtwoord wachtzin geheim geheimpje welkom inloggen toegang hallo hoihoi doei doedoe standaard tijdelijk nieuw
beheerder beheer gebruiker administratie kantoor werk thuis bedrijf computer laptop internet sleutel sleutels
gemeente wijkteam doorbraak huishouden zorg welzijn jeugdzorg wijk buurt buurtteam sociaal team stadhuis hulp
hulpverlener maatwerk werkmap dossier omgekeerde toets
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april juni juli augustus
september oktober november december zomer winter lente herfst voorjaar najaar vakantie kerst kerstmis sinterklaas
voetbal hockey tennis ajax feyenoord psv vitesse twente heerenveen oranje holland nederland hollands koning koningin
amsterdam rotterdam denhaag utrecht eindhoven groningen tilburg almere breda nijmegen enschede haarlem arnhem
amersfoort zaanstad apeldoorn hoofddorp maastricht leiden dordrecht zoetermeer zwolle deventer delft alkmaar
leeuwarden hilversum friesland limburg brabant zeeland drenthe gelderland overijssel flevoland
liefde schatje schat lieverd lieve liefje vriend vriendin mama papa moeder vader oma opa kusjes kusje knuffel
kabouter bloem bloemen bloempje zonnetje zonneschijn zonnebloem sterretje vlinder poes poesje kat katten hond hondje
paard paardje konijn muis muisje beer beertje vogel dolfijn tijger leeuw draak prinses prins engel engeltje duivel
appeltaart appel banaan aardbei kaas chocola koffie bier pizza snoepje pindakaas pannenkoek stroopwafel
klootzak kutwijf verdomme godver kanker tering lekker lekkerding neuken
daan sem lucas levi finn noah luuk bram milan jesse thijs lars sander jeroen martijn dennis kevin danny patrick
marcel michel robin thomas jordi ricardo mohamed mohammed emma julia sophie anna lisa sanne lotte kim linda
chantal monique esther marieke saskia petra samantha melissa denise jessica michelle nicole wendy kimberley
password passwort passw0rd pass passphrase secret letmein welcome login logon admin administrator root user guest
master access default changeme change test testing temp temporary hello goodbye trustno trustnoone iloveyou
loveyou lovely love sunshine princess princes dragon monkey football baseball basketball soccer hockey superman
batman spiderman starwars pokemon naruto minecraft fortnite mustang ferrari porsche mercedes corvette harley
yamaha suzuki shadow hunter ranger killer ninja pirate cowboy summer winter spring autumn charlie jordan michael
daniel andrew joshua matthew anthony william robert george thomas jennifer amanda ashley nicole jessica michelle
maggie ginger pepper cookie cheese orange banana purple silver golden diamond crystal phoenix merlin gandalf
computer internet google facebook linkedin youtube samsung nokia iphone android microsoft windows apple
chelsea liverpool arsenal barcelona madrid juventus manchester whatever freedom forever nothing everything
flower butterfly rainbow angel heaven jesus christ blessed faith hope peace happy lucky money dollar million
thunder lightning matrix killer zaq qazwsx qweasd qwaszx asdasd asd qwe zxc abc azerty qwerty qwertz
correcthorsebatterystaple correct horse battery staple
"""
WORDS = tuple(dict.fromkeys(_LISTED.split()))
