from datetime import date

import pytest

from doorbraak.model import catalogue
from doorbraak.model.catalogue import search
from doorbraak.model.dossier import people, relations
from doorbraak.model.dossier.dossier import read
from doorbraak.model.insight import plain_names
from doorbraak.model.insight.genogram import genogram_of
from doorbraak.model.insight.plain_names import AGENCIES, DOMAINS, EVENTS, PROBLEMS, ROLES, Plain, avoided_in
from doorbraak.model.workspace.store import Store

OWN = catalogue.load()
TABLE = plain_names.at_table(OWN)
LISTS = [
    (DOMAINS, OWN.life_domains, TABLE.life_domains),
    (PROBLEMS, OWN.problems, TABLE.problems),
    (AGENCIES, OWN.agencies, TABLE.agencies),
    (ROLES, OWN.roles, TABLE.roles),
    (EVENTS, OWN.events, TABLE.events),
]
HARD = (
    "wil of vertrouwt", "verstandelijke", "vervuild", "verslaafd", "agressi", "geweld", "mishandel", "sekswerk",
    "zwart", "detentie van", "dader", "veroordeeld", "zelfmoord", "psychose", "obesitas", "overgewicht",
    "uit huis geplaatst", "zindelijk", "ongeneeslijk", "dreigt met",
)  # fmt: skip


def test_that_no_name_at_the_table_holds_a_word_to_avoid() -> None:
    found = {record.name: avoided_in(record.name, OWN.words) for *_, plain in LISTS for record in plain.values()}
    assert {name: words for name, words in found.items() if words} == {}


def test_that_no_name_at_the_table_shames_whom_it_is_about() -> None:
    organisations = {"centrum-seksueel-geweld", "schadefonds", "zelfmoordpreventie-113"}
    names = [record.name for *_, plain in LISTS for id_, record in plain.items() if id_ not in organisations]
    assert [name for name in names if any(word in name.lower() for word in HARD)] == []


@pytest.mark.parametrize("nth", range(len(LISTS)))
def test_that_each_plain_name_is_of_a_record_and_tells_it_from_all_others(nth: int) -> None:
    plain, usual, shown = LISTS[nth]
    assert all(usual[id_].name != name for id_, name in plain.items())
    assert {id_ for id_ in usual if usual[id_].name != shown[id_].name} == set(plain)
    names = [record.name for record in shown.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("plain", [PROBLEMS, AGENCIES])
def test_that_a_plain_name_is_short_enough_for_the_map(plain: Plain) -> None:
    longest = max(len(record.name) for record in (*OWN.problems.values(), *OWN.agencies.values()))
    assert all(len(name) <= longest for name in plain.values())


def test_that_who_types_the_usual_name_still_finds_it() -> None:
    for record in (*OWN.problems.values(), *OWN.agencies.values()):
        found = search(TABLE, record.name)
        assert record.id in [hit.id for hit in found[:2]]
        assert all(hit.name in (TABLE.problems | TABLE.agencies)[hit.id].name for hit in found)


def test_that_a_relation_stays_a_sentence_at_the_table(store: Store, casus: int) -> None:
    with store.change("Mensen"):
        one, other = (people.add(store, casus, name=name) for name in ("Anna", "Bo"))
        for kind in ("heeft-gezag", "geweld-tegen", "conflict"):
            relations.add(store, one, other, kind)
    drawn = genogram_of(read(store, casus), TABLE, date(2026, 11, 22))
    (sentence,) = [sign.sentence for sign in drawn.signs if sign.person == one]
    assert "Anna mag beslissen over Bo." in sentence
    assert "Anna: zorgen over veiligheid van Bo." in sentence
    assert "Anna en Bo: vaak ruzie." in sentence


def test_that_a_word_inside_another_one_is_left_alone() -> None:
    assert avoided_in("Slachtofferhulp Nederland", OWN.words) == ()
    assert avoided_in("Boetes en sancties", OWN.words) == ("sanctie",)
