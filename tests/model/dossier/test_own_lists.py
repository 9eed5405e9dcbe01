from datetime import date

import pytest

from doorbraak.model.dossier import own_lists
from doorbraak.model.errors import InputError

DAY = date(2026, 5, 1)


def test_that_lists_are_taken_whole_and_can_be_forgotten(do, store) -> None:
    assert (own_lists.all_of(store), own_lists.taken_on(store)) == ({}, None)
    do(own_lists.take, {"law/laws.csv": "id,title\n", "law/articles.csv": "id\n"}, DAY)
    do(own_lists.take, {"law/laws.csv": "id\n"}, DAY)
    assert own_lists.all_of(store) == {"law/laws.csv": "id\n"}
    assert own_lists.taken_on(store) == DAY
    do(own_lists.forget)
    assert own_lists.all_of(store) == {}


@pytest.mark.parametrize("content", ["x" * (own_lists.MOST_BYTES + 1), "a\0b"])
def test_that_what_can_be_no_list_changes_nothing(do, store, content: str) -> None:
    do(own_lists.take, {"law/laws.csv": "id\n"}, DAY)
    with pytest.raises(InputError):
        do(own_lists.take, {"law/laws.csv": content}, DAY)
    assert own_lists.all_of(store) == {"law/laws.csv": "id\n"}
