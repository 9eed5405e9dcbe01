from datetime import date

from doorbraak.model import catalogue
from doorbraak.model.insight.load import Weight, load_of
from doorbraak.model.insight.talk_asked import asking_nothing, count_line, letter_words
from tests.model.insight.records import START, agency, dossier, letter

CATALOGUE = catalogue.load()
SOON = date(2026, 12, 1)


def test_that_what_a_letter_asks_says_whose_words_it_is() -> None:
    of = dossier(
        agencies=(agency(7, kind="woningcorporatie"),),
        letters=(
            letter(1, agency=7, demand="Betaal,\nanders vragen wij de rechter.", last_day=SOON),
            letter(2, sender="Bank", amount_cents=500),
            letter(3, demand="Betaal 5 euro"),
        ),
    )
    assert [letter_words(action, of, CATALOGUE) for action in load_of(of)] == [
        "Woningcorporatie vraagt, voor 1 december: “Betaal, anders vragen wij de rechter”.",
        "Bank vraagt: een antwoord.",
        "Een brief vraagt: “Betaal 5 euro”.",
    ]


def test_that_both_numbers_are_told() -> None:
    assert count_line(Weight(8, 6, 0, None)) == "8 dingen: 2 afgesproken, 6 in brieven gevraagd"
    assert count_line(Weight(1, 0, 0, None)) == "1 ding afgesproken"
    assert count_line(Weight(2, 2, 0, None)) == "2 dingen in brieven gevraagd"
    assert count_line(Weight(0, 0, 0, None)) == ""


def test_that_open_letters_that_ask_nothing_are_counted_apart() -> None:
    told = "De uitkering stopt."
    letters = (letter(1, demand=told), letter(2, demand=told, settled_on=START), letter(3, demand="Betaal"))
    assert asking_nothing(dossier(letters=letters)) == 1
