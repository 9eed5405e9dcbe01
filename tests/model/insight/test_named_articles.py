import pytest

from doorbraak.model import catalogue as lists
from doorbraak.model.catalogue import search
from doorbraak.model.insight import names
from doorbraak.model.insight.named_articles import listed_as, named_articles, reference_of

OWN = lists.load()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wgs 5 geeft rust", "wgs:5:1_en_2"),
        ("Awb 3:4 weegt de gevolgen", "awb:3:4:1 awb:3:4:2"),
        ("Zvw 11 verplicht de verzekeraar", "zvw:11:1"),
        ("bewind (BW1 431) of Fw 284 lid 4 laat een ander handelen", "bw1:431:1 fw:284:4"),
        ("Wmo 2.3.3 of 2.3.5 lid 4", "wmo2015:2.3.3 wmo2015:2.3.5:4"),
        ("Participatiewet 18 lid 1 (afstemmen) en 22a lid 4", "participatiewet:18:1 participatiewet:22a:4"),
        ("PW 49 (borg, of geld) of artikel 16", "participatiewet:49 participatiewet:16:1"),
        ("verder PW 18a lid 7 en 13, 58 lid 8", "participatiewet:18a:7_en_13 participatiewet:58:7_en_8"),
        ("Participatiewet 9 lid 2 (zorg) en lid 4", "participatiewet:9:2 participatiewet:9:4"),
        ("AVG 6 lid 1 onder e", "avg:6:1_onder_e"),
        ("Gebruik artikel 8 EVRM of artikel 4:94a Awb", "evrm:8:1_en_2 awb:4:94a"),
        ("Wht 3.1 voor gedupeerden", "wht:3.1:1"),
        ("Wi2021 12 (verlenging) en 5", "wi2021:12:1 wi2021:5:1 wi2021:5:2"),
        ("IVRK 3 en 27.", "ivrk:3:1 ivrk:27:1_en_3"),
    ],
)
def test_that_articles_are_found_as_people_write_them(text: str, expected: str) -> None:
    assert named_articles(text, OWN) == tuple(expected.split())


def test_that_a_whole_article_means_no_paragraph_that_blocks_unless_all_do() -> None:
    assert "wmo2015:2.3.5:6" in OWN.articles
    assert "wmo2015:2.3.5:6" not in named_articles("Wmo 2.3.5", OWN)
    assert named_articles("Wmo 2.3.5 lid 6", OWN) == ("wmo2015:2.3.5:6",)
    assert named_articles("Wgs 7", OWN) == ("wgs:7:1",)


def test_that_a_paragraph_without_a_law_is_of_the_article_that_was_given() -> None:
    assert named_articles("Wijs op lid 9 en 10: geen verwijt.", OWN, "participatiewet", "18") == (
        "participatiewet:18:9_en_10",
    )
    assert named_articles("Wijs op lid 9 en 10: geen verwijt.", OWN) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Awir 31 en Awir 47b",
        "Voor jaren vóór 2026, en 12 maanden",
        "Wgs 55",
        "AWBZ 3",
        "Awb 3:444",
        "lid",
        "onder a",
    ],
)
def test_that_what_the_catalogue_does_not_have_is_passed_over(text: str) -> None:
    assert named_articles(text, OWN) == ()


def test_that_the_short_name_of_every_article_is_understood_again() -> None:
    for article in OWN.articles:
        assert article in named_articles(f"Kijk naar {reference_of(article, OWN)}, want dat past.", OWN)
    assert reference_of("awb:3:4:2", OWN) == "Awb 3:4 lid 2"
    assert reference_of("jeugdwet:2.1:onder_f", OWN) == "Jw 2.1 onder f"
    assert reference_of("weg:1", OWN) == "weg:1"


def test_that_every_known_way_out_names_an_article_of_the_list() -> None:
    assert all(named_articles(tension.way_out, OWN) for tension in OWN.tensions)


def test_that_the_search_finds_each_article_first_by_every_name_that_the_program_gives_it() -> None:
    for article in OWN.articles.values():
        name, short = names.article_name(article.id, OWN), reference_of(article.id, OWN)
        for form in (name, name.partition(f": {article.title}")[0], short, f"{short}: {article.title}"):
            assert search(OWN, form, ("article",), 1)[0].id == article.id, form
            assert listed_as(form, OWN) == article.id, form
    assert listed_as("Verordening Oost 7", OWN) == listed_as("", OWN) == ""
