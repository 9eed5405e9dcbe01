from datetime import date

import pytest

from doorbraak.model.dossier import interventions, justification


@pytest.fixture
def step(do, home) -> int:
    return do(interventions.add, home, kind="briefadres")


def test_that_every_field_comes_back_as_it_was_written(store, do, home, step) -> None:
    ground = do(justification.add, step, "awb:4:84", role="room", reason="Omdat\nhet knelt")
    assert justification.of_household(store, home) == (
        justification.LegalGround(
            ground, step, "awb:4:84", "room", "Omdat\nhet knelt", "", "", "", None, "", date.today()
        ),
    )
    do(justification.set_role, ground, "blocks")
    do(justification.set_reason, ground, "")
    assert justification.of_household(store, home) == (
        justification.LegalGround(ground, step, "awb:4:84", "blocks", "", "", "", "", None, "", date.today()),
    )
    do(justification.remove, ground)
    assert justification.of_household(store, home) == ()


def test_that_an_article_is_a_ground_once_per_doorbraak(store, do, home, step, refused) -> None:
    do(justification.add, step, "awb:4:84")
    with refused("article"):
        do(justification.add, step, "awb:4:84", role="room")
    other = do(interventions.add, home, words="Nog een")
    do(justification.add, other, "awb:4:84")
    assert len(justification.of_household(store, home)) == 2


def test_that_the_role_is_one_of_three(do, step, refused) -> None:
    ground = do(justification.add, step, "awb:4:84")
    with refused("role"):
        do(justification.set_role, ground, "misschien")
    with refused("role"):
        do(justification.add, step, "awb:3:2", role="misschien")


def test_that_a_reason_past_its_length_is_refused(do, step, refused) -> None:
    with refused("reason"):
        do(justification.add, step, "awb:4:84", reason="r" * 2001)


def test_that_another_household_has_its_own_grounds(store, do, home, elsewhere, step) -> None:
    do(justification.add, step, "awb:4:84")
    assert justification.of_household(store, elsewhere) == ()


def test_that_an_own_article_has_a_title_and_is_there_once(store, do, home, step, refused) -> None:
    with refused("article"):
        do(justification.add, step, "")
    own = do(justification.add, step, "", title="Verordening 3", text="Het college kan.", text_version="2026-01")
    other = do(justification.add, step, "", title="Verordening 4")
    with refused("article"):
        do(justification.add, step, "", title="Verordening 3")
    first, second = justification.of_household(store, home)
    assert (first.id, first.title, first.text, first.text_version) == (
        own, "Verordening 3", "Het college kan.", "2026-01",
    )  # fmt: skip
    assert second.id == other
