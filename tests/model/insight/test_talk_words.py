from doorbraak.model import catalogue
from doorbraak.model.catalogue.records import Word
from doorbraak.model.insight.talk_words import in_plain_words

WORDS = (
    Word("cliënt", "u, jij, of de naam", ""),
    Word("beschikking", "brief met het besluit", ""),
    Word("allochtoon", "zeg alleen afkomst als het nodig is", ""),
    Word("wanbetaler", "iemand met een achterstand", ""),
    Word("notoire wanbetaler", "kan nu niet betalen", ""),
)


def test_that_a_word_to_avoid_becomes_the_first_plain_one() -> None:
    assert in_plain_words("De beschikking voor de cliënt", WORDS) == "De brief met het besluit voor de u"
    assert in_plain_words("Beschikking lezen", WORDS) == "Brief met het besluit lezen"


def test_that_only_whole_words_change_and_the_longest_first() -> None:
    assert in_plain_words("beschikkingen", WORDS) == "beschikkingen"
    assert in_plain_words("een notoire wanbetaler", WORDS) == "een kan nu niet betalen"


def test_that_advice_is_no_word_to_put_in_its_place() -> None:
    assert in_plain_words("allochtoon", WORDS) == "allochtoon"
    assert in_plain_words("Beschikking", ()) == "Beschikking"


def test_that_no_word_of_our_list_comes_back_by_replacing_it() -> None:
    words = catalogue.load().words
    for word in words:
        plain = in_plain_words(word.avoid, words)
        assert plain == word.avoid or word.avoid.casefold() not in plain.casefold().split(), word.avoid
