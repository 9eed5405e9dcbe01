"""A home visit of 75 minutes: their words, people and agencies, what is stuck, a year from now, the first action."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from doorbraak.model.insight.board import Card
from doorbraak.ui.household.board_card import CARD
from doorbraak.ui.widgets.quick_tiles import Tile
from tests.walk.hands import CONTROL, Hands

PEOPLE = ("moeder", "zoon", "dochter", "oma", "oom")
TAPPED = {
    "Geld en schulden": (
        ("Gemeentelijke schuldhulpverlening", 2), ("Sociale dienst (Werk en Inkomen)", 3), ("Dienst Toeslagen", 1),
        ("Gerechtsdeurwaarder", 3), ("UWV", 2), ("Belastingdienst", 1), ("Incassobureau", 2), ("Voedselbank", 2),
        ("Beschermingsbewindvoerder", 2), ("CAK", 1), ("Centraal Justitieel Incassobureau (CJIB)", 1),
        ("Zorgverzekeraar (algemeen)", 1),
    ),
}  # fmt: skip
"""Life domain, agency, taps: one is involved, the next ones say how often."""
TYPED = (
    ("woningc", "1"), ("huisarts", "1"), ("ggz-i", "2"), ("leerpl", "1"), ("voortg", "2"), ("basiss", "2"),
    ("jeugdteam", "2"), ("veilig th", "1"), ("politie", "1"), ("wijkag", "1"), ("wmo-l", "1"), ("wijkverpl", "4"),
    ("energiel", "1"), ("drinkw", "0,5"), ("telecom", "1"), ("advocaat", "0,5"), ("tandarts", "0,5"),
    ("wijkteam", "2"),
)  # fmt: skip
"""Letters of an agency, contacts a month."""
PROBLEMS = (
    "huisuitz", "achterstand met de huur", "schulden die", "deurwaarder", "kind gaat niet", "somber", "woning is te kl",
    "uitkering is st",
)  # fmt: skip
KEEP_OR_STOP = "hshshpsshshhsshhpshhshshshhssh"
"""For each agency: houden, pauzeren, stoppen."""
GOAL, FIRST_ACTION = "Dat mijn zoon naar school gaat.", "Samen de corporatie bellen"


def first_household(hands: Hands) -> None:
    hands.begin("Eerste huishouden")
    hands.key(Qt.Key.Key_N, CONTROL)
    hands.see("Nieuw huishouden")
    hands.key(Qt.Key.Key_R, CONTROL, then=[lambda: name_it(hands)])
    hands.page("Vandaag")
    hands.see("Vandaag voor het bezoek")


def name_it(hands: Hands) -> None:
    hands.key(Qt.Key.Key_A, CONTROL)
    hands.type("Vlinderhuis")
    hands.see("Naam van het huishouden")
    hands.type("⏎")


def own_words(hands: Hands) -> None:
    hands.begin("0-15 Eigen woorden")
    hands.page("Gesprek")
    hands.see("Gesprek zonder iets")
    hands.type("Wij kunnen de huur niet meer betalen. Iedereen belt, en niemand helpt. Mijn zoon zit al maanden thuis.")
    hands.see("Eigen woorden in het grote vak")
    hands.into("Antwoord op de vraag")
    hands.type("Rust. En dat mijn zoon weer buiten komt.⏎")
    hands.type("Mijn oom helpt met de post.⏎")
    hands.see("Vragen een voor een")


def people(hands: Hands) -> None:
    hands.begin("15-32 Mensen en instanties")
    hands.page("Mensen")
    hands.into("Nieuwe persoon")
    for role in PEOPLE:
        hands.type(role + "⏎")
    hands.see("Mensen")


def agencies(hands: Hands) -> None:
    hands.key(Qt.Key.Key_T, CONTROL)
    hands.see("Instanties als tegels")
    for domain, tapped in TAPPED.items():
        hands.row("Leefgebieden", domain)
        for name, taps in tapped:
            tile = next(one for one in hands.place.findChildren(Tile) if one.kind.name == name and one.isVisible())
            for _ in range(taps):
                hands.click(tile)
    hands.see("Tegels aangetikt")
    hands.click("Klaar")
    hands.key(Qt.Key.Key_E, CONTROL)
    for at, (letters, often) in enumerate(TYPED):
        hands.type(letters)
        if at == 0:
            hands.see("Instantie typen")
        hands.type("⏎")
        if at == 0:
            hands.see("Hoe vaak per maand")
        hands.type(f"{often}⏎⏎")
    hands.shows("30\ninstanties")
    hands.page("Problemen en instanties")
    hands.see("Dertig instanties")


def problems(hands: Hands) -> None:
    hands.begin("32-48 Problemen")
    hands.key(Qt.Key.Key_E, CONTROL)
    for at, letters in enumerate(PROBLEMS):
        hands.type(letters)
        if at == 0:
            hands.see("Probleem typen")
        hands.type("⏎")
        if at == 0:
            hands.see("Wie is daarbij betrokken")
        hands.type("⏎⎋⎋")
    hands.page("Problemen en instanties")
    hands.see("Problemen")
    hands.page("Wat eerst?")
    hands.see("Wat eerst zonder eigenaar")
    for at, key in enumerate("SHPSPPSS"):
        card(hands, at)
        hands.type(key.lower())
    waits_for(hands, 0, 1)
    waits_for(hands, 1, 2)
    waits_for(hands, 2, 0)
    hands.see("Een knoop")
    hands.page("Kaart")
    hands.see("Kaart met de knoop")


def card(hands: Hands, at: int) -> None:
    """A click on the card of this problem, in whatever column it is."""
    hands.settle()
    cards = {}
    for column in hands.place.findChildren(QListView):
        rows = [column.model().index(row, 0) for row in range(column.model().rowCount())]
        cards |= {row.data(CARD).id: (column, row) for row in rows if isinstance(row.data(CARD), Card)}
    column, row = cards[sorted(cards)[at]]
    column.scrollTo(row)
    hands.click(column.viewport(), at=column.visualRect(row).center())


def waits_for(hands: Hands, one: int, other: int) -> None:
    card(hands, one)
    hands.type("w")
    card(hands, other)
    hands.type("⎋")


def not_allowed(hands: Hands) -> None:
    hands.page("Signalen")
    hands.into("Nieuw signaal")
    hands.type("De woning toewijzen met voorrang. Het mocht niet, want er is geen urgentie.⏎")
    hands.see("Wat mocht niet")


def a_year_from_now(hands: Hands) -> None:
    """At the table: a large calm screen without costs."""
    hands.begin("48-66 Over een jaar")
    hands.page("Gesprek")
    hands.key(Qt.Key.Key_F11)
    hands.click("Over een jaar")
    hands.see("Aan tafel")
    hands.type("Dat wij hier nog wonen.⏎")
    hands.type(GOAL + "⏎")
    hands.see("Over een jaar")
    hands.click("Cijfers")
    hands.type("4")
    hands.see("Cijfers van het huishouden")
    hands.click("Wat eerst")
    hands.into("Wat eerst moet")
    hands.type(" ")
    hands.see("Wat eerst zegt het huishouden")
    hands.click("Wat doen we")
    hands.type("School bellen voor vrijdag⏎")
    hands.into("Wat doen wij?")
    hands.type("Brief schrijven aan de corporatie⏎")
    hands.see("Drie kolommen")
    hands.into("Wat kan stoppen")
    hands.type("⌂")
    for letter in KEEP_OR_STOP:
        hands.type(letter)
        hands.type("↓")
    hands.see("Houden pauzeren of stoppen")


def neutral_screen(hands: Hands) -> None:
    hands.key(Qt.Key.Key_F12)
    hands.see("Even iets anders")
    hands.key(Qt.Key.Key_F12)
    hands.settle()


def first_action(hands: Hands) -> None:
    hands.begin("66-75 Eerste actie")
    hands.click("Teruglezen")
    hands.type(FIRST_ACTION + "⏎")
    hands.see("Teruglezen")
    hands.key(Qt.Key.Key_F11)
    hands.page("Papieren")
    hands.row("Welk papier?", "Koelkastkaart")
    hands.see("Koelkastkaart")


def what_threatens(hands: Hands, on: str) -> None:
    hands.page("Rekensom")
    hands.tab("Wat dreigt")
    hands.see("Nog geen dreiging")
    hands.into("Dreiging toevoegen: typ drie letters")
    hands.type("huisui")
    hands.see("Dreiging typen")
    hands.key(Qt.Key.Key_Return, then=[lambda: _threat(hands, on)])
    hands.see("Wat dreigt")
    hands.click("Stel kosten voor")
    hands.see("Wat het kost als het gebeurt")
    hands.type("5⇥6")
    hands.cell("Gebruikelijke kosten van deze dreiging", 0, "Waarvoor")
    hands.type("⏎⏎")
    hands.see("Kosten van de dreiging")


def _threat(hands: Hands, on: str) -> None:
    hands.type(on + "\u21e5Drie maanden huurachterstand\u21e540\u21e55")
    hands.see("Een dreiging vraagt een kans")
    hands.click("Toevoegen")


def whole(hands: Hands, threatens_on: str) -> None:
    first_household(hands)
    own_words(hands)
    people(hands)
    agencies(hands)
    problems(hands)
    not_allowed(hands)
    what_threatens(hands, threatens_on)
    a_year_from_now(hands)
    neutral_screen(hands)
    first_action(hands)
