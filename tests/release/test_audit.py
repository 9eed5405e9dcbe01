"""What is known to be wrong with a part; no answer is never a good one."""

import pytest

from release import audit
from tests.release.conftest import ANSWER, PARTS, told


def test_that_a_vulnerability_is_named_with_where_it_is_mended(answering: ANSWER) -> None:
    assert audit.vulnerabilities(PARTS, answering(told())) == []
    found = audit.vulnerabilities(PARTS, answering(told("tweede")))
    assert found == ["tweede 2.5 PYSEC-2026-1 (mended in: 2.6)"]


@pytest.mark.parametrize("answer", [None, [], {}, {"dependencies": None}])
def test_that_no_answer_is_not_taken_for_a_good_one(answering: ANSWER, answer: object) -> None:
    with pytest.raises(audit.NotChecked, match="no answer"):
        audit.vulnerabilities(PARTS, answering(answer))


def test_that_a_part_that_pypi_does_not_know_is_not_taken_for_a_good_one(answering: ANSWER) -> None:
    answer = told()
    answer["dependencies"][1] = {"name": "tweede", "skip_reason": "Dependency not found on PyPI"}  # type: ignore[index]
    with pytest.raises(audit.NotChecked, match="no answer about tweede"):
        audit.vulnerabilities(PARTS, answering(answer))
