"""What everybody knows by heart, so that it is no passphrase either.

Of rhymes, songs, prayers, poems and tales how they begin; proverbs and what is on everybody's lips as a whole. Written
as they are folded: small letters without accents.
"""

_LISTED = """
slaap kindje slaap daar buiten loopt een schaap een schaap met witte voetjes die drinkt zijn melk zo zoetjes
in de maneschijn in de maneschijn klom ik op een trapje naar het raamkozijn
klein klein kleutertje wat doe je in mijn hof je plukt er al de bloempjes af en maakt het veel te grof
alle eendjes zwemmen in het water fal de ral de riere fal de ral de ra
poesje mauw kom eens gauw ik heb lekkere melk voor jou en voor mij rijstebrij
vader jacob vader jacob slaapt gij nog slaapt gij nog alle klokken luiden bim bam bom
broeder jacob broeder jacob slaap je nog
berend botje ging uit varen met zijn scheepje naar zuidlaren
altijd is kortjakje ziek midden in de week maar zondags niet
twee emmertjes water halen twee emmertjes pompen
hoedje van een een twee drie vier hoedje van hoedje van een twee drie vier hoedje van papier
schipper mag ik overvaren ja of nee moet ik dan nog tol betalen ja of nee
zakdoekje leggen niemand zeggen kukelekuu zo kraait de haan
op een grote paddenstoel rood met witte stippen zat kabouter spillebeen heen en weer te wippen
papegaaitje leef je nog ia deeja ja meneer ik ben er nog
in een groen groen groen groen knollen knollenland daar zaten twee haasjes heel parmant
ik zag twee beren broodjes smeren o het was een wonder
iene miene mutte tien pond grutten tien pond kaas iene miene mutte is de baas
olleke bolleke rubisolleke olleke bolleke knol
torentje torentje bussekruit wat hangt eruit een gouden fluit
jan huigen in de ton met een hoepeltje erom
zagen zagen wiedewiedewagen jan kwam thuis om een boterham te vragen
hop hop hop paardje in galop
hop marjanneke stroop in het kannetje laat de poppetjes dansen
naar bed naar bed zei duimelot eerst nog wat eten zei likkepot
hoofd schouders knie en teen knie en teen oren ogen puntje van je neus
dit zijn mijn wangetjes en dit is mijn kin
handjes draaien koekebakkevlaaien
klap eens in je handjes blij blij blij op je boze bolletje allebei
witte zwanen zwarte zwanen wie gaat er mee naar engeland varen engeland is gesloten de sleutel is gebroken
draai het wieltje nog eens om klap eens in je handjes
daar was laatst een meisje loos die wou gaan varen
moriaantje zo zwart als roet ging uit wandelen zonder hoed
jantje zag eens pruimen hangen o als eieren zo groot
de uil zat in de olmen bij het vallen van de nacht
toen onze mop een mopje was was hij aardig om te zien
er zaten zeven kikkertjes al in een boerensloot
boer wat zeg je van mijn kippen boer wat zeg je van mijn haan
boer er ligt een kip in het water
elsje fiederelsje zet je klompjes bij het vuur
joris goedbloed kun je nog zingen zing dan mee
de wielen van de bus gaan rond en rond
een olifantje in het bos was haar mama een keertje los
potje met vet heb ik al op de tafel gezet
advocaatje ging op reis tiereliereliere
lang zal ze leven lang zal ze leven in de gloria in de gloria hieperdepiep hoera
lang zal hij leven lang zal hij leven in de gloria
er is er een jarig hoera hoera dat kun je wel zien dat is zij
er is er een jarig hoera hoera dat kun je wel zien dat is hij
zie ginds komt de stoomboot uit spanje weer aan hij brengt ons sint nicolaas ik zie hem al staan
zie de maan schijnt door de bomen makkers staakt uw wild geraas het heerlijk avondje is gekomen
sinterklaas kapoentje gooi wat in mijn schoentje gooi wat in mijn laarsje dank u sinterklaasje
sinterklaas kapoentje leg wat in mijn schoentje
hoor de wind waait door de bomen hier in huis zelfs waait de wind
o kom er eens kijken wat ik in mijn schoentje vind alles gekregen van die beste sint
hoor wie klopt daar kinderen hoor wie klopt daar kinderen hoor wie tikt daar zachtjes tegen het raam
daar wordt aan de deur geklopt hard geklopt zacht geklopt
sinterklaas is jarig ik zet mijn schoen vast klaar
sinterklaasje kom maar binnen met je knecht want we zitten allemaal even recht
dag sinterklaasje daag daag daag zwarte piet
zachtjes gaan de paardenvoetjes trippeltrappel trippeltrap
wie komt er alle jaren daar over zee gevaren
sint maarten sint maarten de koeien hebben staarten de meisjes hebben rokjes aan
elf november is de dag dat mijn lichtje dat mijn lichtje branden mag
stille nacht heilige nacht alles slaapt sluimert zacht
stille nacht heilige nacht david zoon lang verwacht
de herdertjes lagen bij nachte zij lagen bij nacht in het veld
er is een kindeke geboren op aard
nu zijt wellekome jesu lieve heer
o denneboom o denneboom wat zijn uw takken wonderschoon
midden in de winternacht ging de hemel open
kling klokje klingelingeling kling klokje kling
gloria in excelsis deo ere zij god in de hoge vrede op aarde in de mensen een welbehagen
komt allen tezamen jubelend van vreugde
prettige kerstdagen en een gelukkig nieuwjaar
wilhelmus van nassouwe ben ik van duitsen bloed den vaderland getrouwe blijf ik tot in den dood
wilhelmus van nassaue ben ick van duytschen bloet
wilhelmus van nassau ben ik van duitse bloed het vaderland getrouwe blijf ik tot in de dood
een prinse van oranje ben ik vrij onverveerd den koning van hispanje heb ik altijd geeerd
mijn schild ende betrouwen zijt gij o god mijn heer
wien neerlands bloed door de aderen vloeit van vreemde smetten vrij
in naam van oranje doe open de poort
waar de blanke top der duinen schittert in de zonnegloed
piet hein piet hein zijn naam is klein zijn daden bennen groot hij heeft gewonnen de zilveren vloot
heb je wel gehoord van de zilveren vloot de zilveren vloot van spanje
merck toch hoe sterck nu int werck sich al stelt
ferme jongens stoere knapen foei hoe suffend staat gij daar
gelukkig is het land dat god de heer beschermt
frysk bloed tsjoch op wol no ris bruze en siede
van lauwerzee tot dollard tou van drenthe tot aan het wad
waar in het bronsgroen eikenhout het nachtegaaltje zingt
de zilveren vloot van spanje hup holland hup laat de leeuw niet in zijn hempie staan
oranje boven oranje boven leve de koningin leve de koning
hand in hand kameraden hand in hand voor feyenoord een
geen woorden maar daden leve feyenoord een
we are the champions my friend
tulpen uit amsterdam als de lente komt dan stuur ik jou tulpen uit amsterdam
aan de amsterdamse grachten heb ik heel mijn hart voor altijd verpand
geef mij maar amsterdam dat is mooier dan parijs
daar bij die molen die mooie molen
bij ons in de jordaan zie je de kaartspelers staan
op de grote stille heide dwaalt de herder eenzaam rond
een karretje op een zandweg reed de maan scheen helder de weg was breed
waar de meiboom staat in het dorp ferme jongens
en van je hela hola houd er de moed maar in
we gaan nog niet naar huis nog lange niet nog lange niet
en we gaan nog niet naar huis want mijn moeder is niet thuis
schuitje varen theetje drinken varen we naar de overtoom
het regent het regent de pannetjes worden nat
zonnetje gaat van ons scheiden avondrood kleurt weer de lucht
ik hou van holland landje aan de zuiderzee
het dorp thuis heb ik nog een ansichtkaart waarop een kerk een kar met paard
zing vecht huil bid lach werk en bewonder
het is een nacht die je normaal alleen in films ziet
zij gelooft in mij zij ziet toekomst in ons allebei
een eigen huis een plek onder de zon en altijd iemand in de buurt die van me houden kan
het is weer voorbij die mooie zomer
er staat een paard in de gang
bloed zweet en tranen mijn hart dat klopt voor jou
dromen zijn bedrog maar als ik wakker word naast jou
mag ik dan bij jou als het oorlog wordt
alles is liefde ik leef niet meer voor jou
een beetje verliefd ik dacht een beetje verliefd
kedeng kedeng oe oe oe
brabantse nachten zijn lang
laat me mijn eigen gang maar gaan
vijftien miljoen mensen op dat hele kleine stukje aarde
sexy als ik dans
als het golft dan golft het goed
twee motten in mijn oude jas
onze vader die in de hemelen zijt uw naam worde geheiligd uw koninkrijk kome
onze vader die in de hemel zijt geheiligd zij uw naam uw rijk kome uw wil geschiede
geef ons heden ons dagelijks brood en vergeef ons onze schulden
wees gegroet maria vol van genade de heer is met u
in de naam van de vader en de zoon en de heilige geest amen
ik ga slapen ik ben moe sluit mijn beide oogjes toe heere houd ook deze nacht over mij getrouw de wacht
here zegen deze spijze amen heer zegen dit eten
de heer is mijn herder mij ontbreekt niets hij doet mij neerliggen in grazige weiden
de here is mijn herder mij zal niets ontbreken
in den beginne schiep god de hemel en de aarde
in het begin schiep god de hemel en de aarde
gij zult niet stelen gij zult niet doodslaan
abba vader u alleen u behoor ik toe
god is liefde en wie in de liefde blijft
heb uw naaste lief als uzelf
geloof hoop en liefde maar de meeste van deze is de liefde
bismillah ar rahman ar rahim alhamdulillahi rabbil alamin
denkend aan holland zie ik brede rivieren traag door oneindig laagland gaan
ik ging naar bommel om de brug te zien
een nieuwe lente en een nieuw geluid
alles van waarde is weerloos
ik ben makelaar in koffi en woon op de lauriergracht
tussen droom en daad staan wetten in de weg en praktische bezwaren
er was eens een klein meisje dat heette roodkapje
er was eens en ze leefden nog lang en gelukkig
spiegeltje spiegeltje aan de wand wie is de schoonste van het land
knibbel knabbel knuisje wie knabbelt er aan mijn huisje
grootmoeder wat heb je grote oren
dag lieve poes zei de muis
oost west thuis best
de appel valt niet ver van de boom
wie een kuil graaft voor een ander valt er zelf in
als de kat van huis is dansen de muizen op tafel
beter een vogel in de hand dan tien in de lucht
de morgenstond heeft goud in de mond
wie het laatst lacht lacht het best
wie niet waagt die niet wint
wie wat bewaart die heeft wat
wie zijn billen brandt moet op de blaren zitten
wie goed doet goed ontmoet
wie het kleine niet eert is het grote niet weerd
wie niet horen wil moet maar voelen
wie de schoen past trekke hem aan
wie a zegt moet ook b zeggen
wie eens steelt is altijd een dief
wiens brood men eet diens woord men spreekt
wat de boer niet kent dat eet hij niet
wat niet weet wat niet deert
wat je van ver haalt is lekker
wat in het vat zit verzuurt niet
wat gij niet wilt dat u geschiedt doe dat ook een ander niet
waar een wil is is een weg
waar rook is is vuur
waar twee honden vechten om een been loopt de derde er mee heen
waar het hart van vol is loopt de mond van over
al draagt een aap een gouden ring het is en blijft een lelijk ding
al is de leugen nog zo snel de waarheid achterhaalt haar wel
alle beetjes helpen
alle wegen leiden naar rome
als het kalf verdronken is dempt men de put
als twee honden vechten om een been
als de vos de passie preekt boer pas op je kippen
als er een schaap over de dam is volgen er meer
als het regent in parijs druppelt het in brussel
als een donderslag bij heldere hemel
als puntje bij paaltje komt
beter laat dan nooit
beter een goede buur dan een verre vriend
beter hard geblazen dan de mond gebrand
beter ten halve gekeerd dan ten hele gedwaald
blaffende honden bijten niet
de aanhouder wint
de beste stuurlui staan aan wal
de een zijn dood is de ander zijn brood
de kogel is door de kerk
de kruik gaat zo lang te water tot zij barst
de pot verwijt de ketel dat hij zwart ziet
de tijd heelt alle wonden
de wens is de vader van de gedachte
de druppel die de emmer doet overlopen
de kat uit de boom kijken
de kat op het spek binden
de koe bij de horens vatten
de spijker op zijn kop slaan
de hond in de pot vinden
de knuppel in het hoenderhok gooien
door de bomen het bos niet meer zien
door schade en schande wordt men wijs
doe maar gewoon dan doe je al gek genoeg
een ezel stoot zich geen twee keer aan dezelfde steen
een goed begin is het halve werk
een gegeven paard moet je niet in de bek kijken
een gewaarschuwd mens telt voor twee
een kinderhand is gauw gevuld
een kat in de zak kopen
een kat in het nauw maakt rare sprongen
een koe vangt wel eens een haas
een man een man een woord een woord
een ongeluk komt zelden alleen
een ongeluk zit in een klein hoekje
een oud paard van stal halen
een rollende steen vergaart geen mos
een vos verliest wel zijn haren maar niet zijn streken
een zwaluw maakt nog geen zomer
eerlijk duurt het langst
eigen haard is goud waard
eind goed al goed
elk nadeel heeft zijn voordeel
er gaat niets boven groningen
er is niets nieuws onder de zon
geen bericht goed bericht
geen nieuws is goed nieuws
geen rook zonder vuur
geld moet rollen
geluk bij een ongeluk
gedeelde smart is halve smart
gedane zaken nemen geen keer
haast en spoed is zelden goed
haastige spoed is zelden goed
het bloed kruipt waar het niet gaan kan
het is niet alles goud wat er blinkt
het kind met het badwater weggooien
het oog van de meester maakt het paard vet
het gras is altijd groener bij de buren
het zijn niet allen koks die lange messen dragen
hoge bomen vangen veel wind
hoe meer zielen hoe meer vreugd
hoe later op de avond hoe schoner volk
in de beperking toont zich de meester
in het land der blinden is eenoog koning
in nood leert men zijn vrienden kennen
je kunt van een kale kip geen veren plukken
jong geleerd is oud gedaan
kleine potjes hebben grote oren
kleren maken de man
komt tijd komt raad
krakende wagens lopen het langst
leven en laten leven
lekker is maar een vinger lang
liefde maakt blind
met de hoed in de hand komt men door het ganse land
met vallen en opstaan
men moet het ijzer smeden als het heet is
morgen komt er weer een dag
na regen komt zonneschijn
nieuwe bezems vegen schoon
nood breekt wet
onbekend maakt onbemind
ondank is s werelds loon
onkruid vergaat niet
oefening baart kunst
over smaak valt niet te twisten
over koetjes en kalfjes praten
parels voor de zwijnen gooien
praatjes vullen geen gaatjes
rust roest
schijn bedriegt
schoenmaker blijf bij je leest
spreken is zilver zwijgen is goud
stille wateren hebben diepe gronden
tegen de stroom in roeien
tijd is geld
uit het oog uit het hart
van een mug een olifant maken
van het kastje naar de muur gestuurd worden
van uitstel komt afstel
vele handen maken licht werk
veel koks bederven de brij
vertrouwen komt te voet en gaat te paard
voor de draad ermee
voorkomen is beter dan genezen
vroeg begonnen is veel gewonnen
water naar de zee dragen
wij van wc eend adviseren wc eend
zachte heelmeesters maken stinkende wonden
zo de ouden zongen piepen de jongen
zo de waard is vertrouwt hij zijn gasten
zo vader zo zoon
zoals het klokje thuis tikt tikt het nergens
zoals de wind waait waait zijn jasje
leuker kunnen we het niet maken wel makkelijker
even apeldoorn bellen
heerlijk helder heineken
dit is mijn wachtwoord
dit is mijn wachtzin
mijn wachtwoord is geheim
mijn geheime wachtzin
dit is een veilige wachtzin
niemand weet niemand weet dat ik repelsteeltje heet
sesam open u
hocus pocus pilatus pas
abracadabra simsalabim
de kat krabt de krullen van de trap
de koetsier poetst de postkoets met postkoetspoets
als achter vliegen vliegen vliegen vliegen vliegen vliegen achterna
pa gaf de kip een pap
lorem ipsum dolor sit amet consectetur adipiscing elit
the quick brown fox jumps over the lazy dog
to be or not to be that is the question
twinkle twinkle little star how i wonder what you are
mary had a little lamb its fleece was white as snow
happy birthday to you happy birthday to you
jingle bells jingle bells jingle all the way
we wish you a merry christmas and a happy new year
let it be let it be whisper words of wisdom
i will always love you
all you need is love
may the force be with you
once upon a time in a land far far away
our father who art in heaven hallowed be thy name
the lord is my shepherd i shall not want
an apple a day keeps the doctor away
god save the king god save the queen
oh say can you see by the dawns early light
humpty dumpty sat on a wall humpty dumpty had a great fall
row row row your boat gently down the stream
old macdonald had a farm
alle goede dingen bestaan uit drie
schaapje schaapje heb je witte wol ja baas ja baas drie zakken vol
nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien
achttien negentien twintig eenentwintig tweeentwintig negentien achttien zeventien zestien vijftien veertien dertien
dertien twaalf elf tien negen acht zeven zes vijf vier drie twee een nul
eerste tweede derde vierde vijfde zesde zevende achtste negende tiende
tien twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd
zero one two three four five six seven eight nine ten eleven twelve ten nine eight seven six five four three two one
rood oranje geel groen blauw indigo violet paars blauw groen geel oranje rood wit blauw oranje paars
rood geel groen blauw oranje paars rood groen blauw geel zwart wit rood geel blauw groen zwart wit rood geel
rode oranje gele groene blauwe paarse rode gele groene blauwe
red orange yellow green blue indigo violet purple red green blue yellow black white
appel peer banaan sinaasappel druif kers aardbei banaan appel peer druif appel peer pruim kers
appels peren bananen sinaasappels druiven kersen aardbeien
appel banaan peer kiwi mango appel banaan kers druif aardbei banaan kiwi mango ananas
apple banana cherry orange grape lemon apple pear banana orange grape
aap noot mies wim zus jet teun vuur gijs lam kees bok weide does hok duif schapen
op een grote paddestoel rood met witte stippen
zakdoek leggen niemand zeggen kukelekuu zo kraait de haan
zeg roodkapje waar ga je heen zo alleen zo alleen
roodkapje en de boze wolf
ozewiezewoze wiezewalla kristalla kristoze wiezewoze wieswieswieswies
dikkertje dap klom op de trap s morgens vroeg om kwart over zeven
papegaai is ziek hij ligt in bed
kleine kindjes worden groot
onder moeders paraplu liepen eens twee kindjes
tien kleine visjes die zwommen naar de zee
ik weet het wachtwoord niet
ik weet mijn wachtwoord niet meer
mijn wachtzin is lang genoeg
mijn wachtwoord is lang genoeg
ik hou van mijn kinderen
ik houd van mijn kinderen
"""
LINES = tuple(_LISTED.strip().split("\n"))
