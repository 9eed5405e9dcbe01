from doorbraak.model import catalogue
from doorbraak.model.insight import plain_names
from doorbraak.model.insight.plain_names import PLAIN, avoided_in


def test_that_no_name_at_the_table_holds_a_word_to_avoid() -> None:
    plain = plain_names.at_table(catalogue.load())
    lists = (plain.life_domains, plain.problems, plain.agencies)
    found = {record.name: avoided_in(record.name, plain.words) for records in lists for record in records.values()}
    assert {name: words for name, words in found.items() if words} == {}


def test_that_only_names_that_need_it_are_changed_and_each_once() -> None:
    lists = catalogue.load()
    kinds = (lists.life_domains, lists.problems, lists.agencies)
    for id_ in PLAIN:
        of = [records[id_] for records in kinds if id_ in records]
        assert len(of) == 1, id_
        assert avoided_in(of[0].name, lists.words), id_
    names = [record.name for record in plain_names.at_table(lists).problems.values()]
    assert len(names) == len(set(names))


def test_that_a_word_inside_another_one_is_left_alone() -> None:
    words = catalogue.load().words
    assert avoided_in("Slachtofferhulp Nederland", words) == ()
    assert avoided_in("Boetes en sancties", words) == ("sanctie",)
