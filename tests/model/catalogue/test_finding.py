"""Search: what is found, in which order, and what is never shown."""

import dataclasses
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from doorbraak.model import catalogue as lists
from doorbraak.model.catalogue import KINDS, Catalogue, Hit, fold, search

ALL = 100_000
OWN = lists.load()
# What a person may type: pieces of real words, whole words and anything else.
_WORDS = sorted({word for r in (*OWN.problems.values(), *OWN.agencies.values())
                 for text in (r.name, *r.synonyms) for word in text.split()})  # fmt: skip
_pieces = st.tuples(st.sampled_from(_WORDS), st.integers(0, 3), st.integers(1, 8)).map(
    lambda piece: piece[0][piece[1] : piece[1] + piece[2]]
)
typed = st.lists(_pieces | st.sampled_from(_WORDS) | st.text(max_size=3), min_size=1, max_size=3).map(" ".join)

Small = Callable[..., Catalogue]


@pytest.fixture
def small(catalogue: Catalogue) -> Small:
    """A catalogue with these problems only, as name=(name, synonyms)."""

    def make(**texts: tuple[str, ...]) -> Catalogue:
        like = catalogue.problems["dakloos"]
        problems = {
            key: dataclasses.replace(like, id=key, name=names[0], synonyms=names[1:]) for key, names in texts.items()
        }
        return dataclasses.replace(catalogue, problems=problems, agencies={})

    return make


def ids(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.id for hit in hits]


def searched_texts(hit: Hit) -> str:
    record = (OWN.problems if hit.kind == "problem" else OWN.agencies)[hit.id]
    return "\n".join(map(fold, (record.name, *record.synonyms, record.id.replace("-", " "), record.id)))


@pytest.mark.parametrize("text", ["", "   ", "?!", "-", "\0"])
def test_that_nothing_typed_finds_nothing(catalogue: Catalogue, text: str) -> None:
    assert search(catalogue, text, KINDS) == ()


def test_that_case_and_accents_do_not_count(catalogue: Catalogue) -> None:
    assert search(catalogue, "SUICIDEPREVENTIE") == search(catalogue, "suïcidepreventie")
    assert "zelfmoordpreventie-113" in ids(search(catalogue, "suicidepre"))


def test_that_all_words_count_in_any_order(small: Small) -> None:
    few = small(a=("Schuld bij de bank",), b=("Schuld bij het rijk",), c=("Bank kapot",))
    assert ids(search(few, "bank schuld")) == ids(search(few, "schuld bank")) == ["a"]


def test_that_words_may_come_from_different_synonyms(small: Small) -> None:
    assert ids(search(small(a=("Huis", "ontruiming", "vonnis")), "vonn ontr")) == ["a"]


def test_that_a_name_equal_to_the_text_comes_first(small: Small) -> None:
    assert ids(search(small(a=("Schulden bij familie", "schulden"), b=("Schulden",)), "schulden")) == [
        "b",
        "a",
    ]


def test_that_the_order_is_name_then_its_words_then_synonyms_then_inner(small: Small) -> None:
    few = small(
        inner=("Achterhuis",),
        synonym_word=("Vijf", "een nieuw huis"),
        synonym=("Vier", "huisje"),
        word=("Te klein huis",),
        start=("Huisuitzetting",),
    )
    assert ids(search(few, "huis")) == ["start", "word", "synonym", "synonym_word", "inner"]


def test_that_more_phrases_with_the_same_start_go_before_fewer(small: Small) -> None:
    few = small(a=("Een", "krotwoning"), b=("Twee", "krot", "krotten"))
    assert ids(search(few, "krot")) == ["b", "a"]


def test_that_equals_keep_the_order_of_the_file(small: Small) -> None:
    few = small(b=("Ruzie met buren",), a=("Ruzie met familie",), c=("Ruzie op school",))
    assert ids(search(few, "ruzie")) == ["b", "a", "c"]


def test_that_both_halves_of_a_hyphened_word_are_found_with_and_without_it(small: Small) -> None:
    few = small(inner=("Zorginstelling",), half=("De ggz-instelling",))
    assert ids(search(few, "instelling")) == ["half", "inner"]
    for text in ("ggz-inst", "ggzinst", "ggz inst"):
        assert ids(search(few, text)) == ["half"]


def test_that_a_synonym_typed_in_full_goes_before_names_that_only_hold_the_word(small: Small) -> None:
    few = small(a=("Loket bijzondere bijstand",), b=("Sociale dienst", "bijstand"), c=("Werk", "bijstandsschuld"))
    assert ids(search(few, "bijstand")) == ["b", "a", "c"]
    assert ids(search(few, "bijst")) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("kind", "records"),
    [("problem", OWN.problems), ("agency", OWN.agencies), ("event", OWN.events), ("price", OWN.prices)],
)
def test_that_the_words_of_an_id_find_its_record_apart_and_joined(kind: str, records: dict[str, object]) -> None:
    for id_ in records:
        for text in (id_.replace("-", " "), id_.replace("-", "")):
            assert id_ in ids(
                search(OWN, text, limit=2) if kind in ("problem", "agency") else search(OWN, text, (kind,), 5)
            )


def test_that_words_of_an_id_come_after_those_of_names_and_synonyms(small: Small) -> None:
    few = small(**{"huur-schuld": ("Achterstand",), "b": ("Twee", "mijn huurschuld"), "c": ("Verhuursector",)})
    assert ids(search(few, "huurs")) == ["b", "huur-schuld", "c"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("huura", "huurachterstand"), ("uithuisz", "dreigende-huisuitzetting"), ("deurw", "deurwaarder"),
        ("kinderbij", "kinderbijslag-probleem"), ("toeslagen", "dienst-toeslagen"), ("ggz", "ggz-instelling"),
        ("huisarts", "huisarts"), ("leerplicht", "leerplicht"), ("voedselbank", "voedselbank"),
        ("bewindvoerder", "bewindvoerder"), ("onderbewind", "bewindvoerder"), ("incasso", "incassobureau"),
        ("energieschuld", "schuld-energie"), ("gasschuld", "schuld-energie"), ("zorgpremie", "schuld-zorgverzekering"),
        ("boete", "schuld-cjib"), ("jeugdzorg", "geen-plek-jeugdhulp"), ("voogd", "gecertificeerde-instelling"),
        ("echtscheiding", "scheiden-vastgelopen"), ("huiselijk geweld", "huiselijk-geweld"),
        ("verslaving", "verslavingszorg"), ("dakloos", "dakloos"), ("schimmel", "vocht-schimmel"),
        ("werkloos", "werkloos"), ("bijstand", "sociale-dienst"), ("uitkering", "uitkering-stopgezet"),
        ("sanctie", "sancties-stapelen"), ("huurverhoging", "te-hoge-woonlasten"), ("opvoeding", "opvoedvragen"),
        ("huilbaby", "opvoedvragen"), ("overspannen", "uitputting"), ("begrafenis", "erfenis-schuld"),
        ("betalingsregeling", "beginnende-schulden"), ("dwangopname", "verplichte-zorg"), ("huurbaas",
        "particuliere-verhuurder"), ("contactverbod", "stalking"), ("co-ouderschap", "omgang-ex"),
        ("loonstop", "ziektewet-conflict"), ("hennep", "drugshandel"), ("zindelijkheid", "niet-zindelijk"),
        ("eerwraak", "eergerelateerd"), ("geldzorgen", "problematische-schulden"), ("pesten", "gepest"),
    ],
)  # fmt: skip
def test_that_an_everyday_word_is_among_the_first_five(text: str, expected: str) -> None:
    assert expected in ids(search(OWN, text, limit=5))


def test_that_no_more_than_the_limit_is_given_and_the_best_are(catalogue: Catalogue) -> None:
    everything = search(catalogue, "a", limit=ALL)
    assert len(everything) > 12
    assert search(catalogue, "a") == everything[:12]
    assert search(catalogue, "a", limit=3) == everything[:3]


def test_that_only_the_kinds_asked_for_are_found(catalogue: Catalogue) -> None:
    for kind in KINDS:
        hits = search(catalogue, "e", (kind,), ALL)
        assert {hit.kind for hit in hits} == {kind}
    assert {hit.kind for hit in search(catalogue, "e", limit=ALL)} == {"problem", "agency"}


def test_that_an_unknown_kind_is_our_mistake(catalogue: Catalogue) -> None:
    with pytest.raises(ValueError, match="no such kind"):
        search(catalogue, "e", ("weather",))


def test_that_a_law_is_found_by_its_abbreviation_and_an_article_by_its_citation(catalogue: Catalogue) -> None:
    assert ids(search(catalogue, "wmo 2015", ("law",)))[0] == "wmo2015"
    found = search(catalogue, "pw 18b", ("article",))
    assert found
    assert {catalogue.articles[hit.id].article for hit in found} == {"18b"}
    assert found == search(catalogue, "participatiewet 18b", ("article",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("afwijken", "awb:4:84"), ("evenredig", "awb:3:4:2"), ("maatwerk", "wmo2015:2.3.5:3"),
        ("maatwerk", "jeugdwet:2.3:1"), ("bijzondere kosten", "participatiewet:35:1"), ("briefadres", "brp:2.23:1"),
        ("briefadres", "brp:2.23:2_en_3"), ("schulden kwijt", "awb:4:94a"), ("uitzondering", "awb:4:84"),
        ("kostendelersnorm", "participatiewet:18:1"), ("aanrecht", "wmo2015:2.3.5:3"), ("spoed", "wmo2015:2.3.3"),
        ("hardheidsclausule", "awir:47:1"), ("urgentie", "huisvestingswet2014:12:3_onder_j"),
        ("moratorium", "fw:287b:1_en_2"), ("wasmachine", "participatiewet:51:1_en_2"), ("pgb", "jeugdwet:8.1.1:1_en_2"),
        ("wachtlijst", "jeugdwet:2.5:4"), ("toeslagpartner", "awir:3:8"), ("te laat", "awb:6:11"),
    ],
)  # fmt: skip
def test_that_an_everyday_word_brings_the_article_within_the_first_five(text: str, expected: str) -> None:
    assert expected in ids(search(OWN, text, ("article",), 5))


def test_that_schulden_kwijt_brings_nothing_but_articles_that_remit() -> None:
    found = search(OWN, "schulden kwijt", ("article",), 5)
    assert {OWN.articles[hit.id].kind for hit in found} == {"kwijtschelding"}
    assert len(found) == 5


def test_that_what_an_article_says_is_found_after_names_and_everyday_words(catalogue: Catalogue) -> None:
    like = catalogue.articles["awb:4:84"]
    texts = {
        "said-inside": {"what": "Een onpaspoort."}, "said": {"what": "Er is een paspoort."},
        "example": {"example": "Paspoort kwijt."}, "word": {"synonyms": ("paspoort",)},
        "inside": {"title": "Verpaspoorten"}, "kind": {"kind": "hardheidsclausule"}, "other": {},
    }  # fmt: skip
    blank = {"title": "Titel", "synonyms": (), "what": "Tekst.", "example": "Geval.", "kind": "grondslag"}
    articles = {key: dataclasses.replace(like, id=key, **(blank | given)) for key, given in texts.items()}
    few = dataclasses.replace(catalogue, articles=articles)
    assert ids(search(few, "paspoort", ("article",))) == ["word", "inside", "said", "example", "said-inside"]
    assert ids(search(few, "hardheids", ("article",))) == ["kind"]
    assert ids(search(few, "titel paspoort", ("article",))) == ["word", "said", "example", "said-inside"]


def test_that_the_articles_people_use_most_have_everyday_words() -> None:
    assert sum(bool(article.synonyms) for article in OWN.articles.values()) >= 250


def test_that_every_hit_shows_the_name_of_the_record_behind_it(catalogue: Catalogue) -> None:
    held = {
        "problem": catalogue.problems, "agency": catalogue.agencies, "intervention": catalogue.interventions,
        "price": catalogue.prices, "event": catalogue.events, "role": catalogue.roles,
    }  # fmt: skip
    for kind, records in held.items():
        hits = [hit for letter in "aeiou" for hit in search(catalogue, letter, (kind,), ALL)]
        assert {hit.id for hit in hits} == set(records)
        assert all(hit.name == records[hit.id].name for hit in hits)
    for hit in search(catalogue, "e", ("article",), ALL):
        assert hit.name == catalogue.articles[hit.id].title
    for hit in search(catalogue, "e", ("law",), ALL):
        assert hit.name == catalogue.laws[hit.id].title


def test_that_synonyms_are_searched_and_never_shown(catalogue: Catalogue) -> None:
    assert [part.name for part in dataclasses.fields(Hit)] == ["kind", "id", "name"]
    for kind, records in (("problem", catalogue.problems), ("agency", catalogue.agencies)):
        for record in records.values():
            for synonym in record.synonyms:
                hits = search(catalogue, synonym, (kind,), ALL)
                assert Hit(kind, record.id, record.name) in hits


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ontruim", "huisuitzetting"), ("uithuiszetting", "huisuitzetting"), ("huis uit gezet", "huisuitzetting"),
        ("loonbeslag", "beslag-inkomen"), ("bankbeslag", "beslag-inkomen"), ("kinderen weg", "uithuisplaatsing"),
        ("stroom", "afsluiting-energie"), ("gas eraf", "afsluiting-energie"), ("water eraf", "afsluiting-water"),
        ("thuiszitter", "thuiszitten"), ("gevangenis", "detentie"), ("failliet", "faillissement"),
        ("ots", "ondertoezichtstelling"), ("ontslagen", "verlies-van-werk"), ("suicide", "zelfmoordpoging"),
        ("uitkering weg", "stopzetting-uitkering"), ("op straat", "dakloosheid"), ("mishandeling", "escalatie-geweld"),
    ],
)  # fmt: skip
def test_that_what_threatens_is_found_by_everyday_words(typed: str, first: str) -> None:
    hits = ids(search(OWN, typed, ("event",), 5))
    assert first in hits[:3]


@pytest.mark.parametrize(
    ("typed", "all_of"),
    [
        ("opname", {"crisisopname-ggz", "gedwongen-opname", "opname-verpleeghuis"}),
        ("beslag", {"beslag-inkomen", "beslag-executieverkoop"}),
        ("gevangenis", {"detentie", "detentie-jongere", "gijzeling-boetes", "taakstraf-wordt-detentie"}),
    ],
)
def test_that_a_word_for_several_threats_finds_them_all(typed: str, all_of: set[str]) -> None:
    assert all_of <= set(ids(search(OWN, typed, ("event",))))


def test_that_every_threat_has_everyday_words_that_find_it_and_are_never_shown() -> None:
    for event in OWN.events.values():
        assert event.synonyms
        for synonym in event.synonyms:
            assert Hit("event", event.id, event.name) in search(OWN, synonym, ("event",), ALL)


def test_that_a_name_typed_in_full_is_the_first_hit(catalogue: Catalogue) -> None:
    for record in (*catalogue.problems.values(), *catalogue.agencies.values()):
        assert search(catalogue, record.name)[0].id == record.id


@pytest.mark.parametrize("kind", ["problem", "agency"])
def test_that_after_four_letters_four_in_five_are_among_the_first_five(catalogue: Catalogue, kind: str) -> None:
    """Every name and synonym, typed from its start, in the list that a field shows."""
    records = catalogue.problems if kind == "problem" else catalogue.agencies
    texts = [(record.id, text) for record in records.values() for text in (record.name, *record.synonyms)]
    found = sum(key in ids(search(catalogue, text[:4], (kind,), 5)) for key, text in texts)
    assert found * 5 >= len(texts) * 4


@given(typed)
@settings(deadline=None)
def test_that_every_hit_holds_all_typed_words_in_its_name_synonyms_or_id(text: str) -> None:
    for hit in search(OWN, text, limit=ALL):
        searched = searched_texts(hit)
        assert all(word in searched for word in fold(text).split())


@given(typed)
@settings(deadline=None)
def test_that_nothing_with_all_typed_words_is_left_out(text: str) -> None:
    words = fold(text).split()
    assume(words)
    found = {(hit.kind, hit.id) for hit in search(OWN, text, limit=ALL)}
    for kind, records in (("problem", OWN.problems), ("agency", OWN.agencies)):
        for record in records.values():
            searched = searched_texts(Hit(kind, record.id, record.name))
            assert ((kind, record.id) in found) == all(word in searched for word in words)


@given(typed, typed)
@settings(deadline=None)
def test_that_another_word_never_adds_a_hit(text: str, more: str) -> None:
    assume(fold(text))
    assert set(search(OWN, f"{text} {more}", limit=ALL)) <= set(search(OWN, text, limit=ALL))


@given(typed)
@settings(deadline=None)
def test_that_text_and_folded_text_find_the_same_in_the_same_order_and_nothing_twice(text: str) -> None:
    hits = search(OWN, text, KINDS, ALL)
    assert hits == search(OWN, f" {fold(text)} ", KINDS, ALL)
    assert len(set(hits)) == len(hits)


def test_that_a_doorbraak_is_found_by_the_problem_that_it_is_for_after_those_that_are_called_so() -> None:
    for text in ("huurachterstand", "uitzetting", "ontruiming"):
        assert {"laatste-kans-huurcontract", "tweede-kans-voor-ontruiming"} <= set(
            ids(search(OWN, text, ("intervention",)))
        ), text
    assert ids(search(OWN, "ontruiming", ("intervention",)))[0] == "tweede-kans-voor-ontruiming"
    assert ids(search(OWN, "schuld", ("intervention",)))[0] == "schulden-afkopen"
