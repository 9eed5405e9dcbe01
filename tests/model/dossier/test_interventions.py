from datetime import date

from doorbraak.model.dossier import costs, interventions, justification


def test_that_every_field_comes_back_as_it_was_written(store, do, home) -> None:
    step = do(interventions.add, home, kind="briefadres", words="Op het\nstadhuis")
    do(interventions.set_status, step, "granted")
    do(interventions.set_decided_on, step, date(2026, 9, 1))
    do(interventions.reword, step, "")
    assert interventions.of_household(store, home) == (
        interventions.Intervention(step, home, "briefadres", "", "granted", date(2026, 9, 1)),
    )
    do(interventions.set_decided_on, step, None)
    assert interventions.of_household(store, home)[0].decided_on is None


def test_that_a_doorbraak_has_a_kind_or_own_words(do, home, refused) -> None:
    with refused("words"):
        do(interventions.add, home)
    own = do(interventions.add, home, words="De schuld betalen")
    with refused("words"):
        do(interventions.reword, own, "")


def test_that_the_status_is_one_of_the_list(store, do, home, refused) -> None:
    step = do(interventions.add, home, kind="briefadres")
    for status in interventions.STATUSES:
        do(interventions.set_status, step, status)
        assert interventions.of_household(store, home)[0].status == status
    with refused("status"):
        do(interventions.set_status, step, "klaar")
    with refused("status"):
        do(interventions.add, home, kind="briefadres", status="klaar")


def test_that_a_year_that_cannot_be_is_refused(do, home, refused) -> None:
    with refused("decided_on"):
        do(interventions.add, home, kind="briefadres", decided_on=date(1, 1, 1))


def test_that_words_past_their_length_are_refused(do, home, refused) -> None:
    do(interventions.add, home, words="w" * interventions.LONGEST)
    with refused("words"):
        do(interventions.add, home, words="w" * (interventions.LONGEST + 1))


def test_that_grounds_and_own_costs_go_with_the_doorbraak(store, do, home, contents) -> None:
    step = do(interventions.add, home, kind="briefadres")
    do(justification.add, step, "awb:4:84")
    do(costs.add, home, words="Eigen kosten", price_cents=100, intervention=step)
    kept = do(costs.add, home, words="Huur", price_cents=100)
    before = contents()
    do(interventions.remove, step)
    assert justification.of_household(store, home) == ()
    assert [line.id for line in costs.of_household(store, home)] == [kept]
    store.undo()
    assert contents() == before
