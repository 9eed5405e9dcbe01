from datetime import date

from doorbraak.model.dossier import agencies, costs, dossier, goals, interventions, justification, problems
from doorbraak.model.insight.first_day import first_day


def test_that_every_field_comes_back_as_it_was_written(store, do, home) -> None:
    step = do(interventions.add, home, kind="briefadres", words="Op het\nstadhuis")
    do(interventions.set_status, step, "granted")
    do(interventions.set_decided_on, step, date(2026, 9, 1))
    do(interventions.reword, step, "")
    assert interventions.of_household(store, home) == (
        interventions.Intervention(
            step, home, "briefadres", "", "granted", date(2026, 9, 1), "", "", "", date.today(), (), (), ()
        ),
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


def test_that_what_a_doorbraak_is_for_is_linked_within_the_household(store, do, home, elsewhere) -> None:
    def some(of: int) -> tuple[tuple[int], tuple[int], tuple[int]]:
        return (
            (do(problems.add, of, words="De lift", life_domain="wonen"),),
            (do(goals.add, of, "Rust"),),
            (do(agencies.add, of, words="De kerk"),),
        )

    mine, theirs = some(home), some(elsewhere)
    step = do(interventions.add, home, words="Betalen", problems=mine[0], goals=mine[1], agencies=mine[2])
    (found,) = interventions.of_household(store, home)
    assert (found.problems, found.goals, found.agencies) == mine
    for verb, strange in zip(
        (interventions.set_problems, interventions.set_goals, interventions.set_agencies), theirs, strict=True
    ):
        do(verb, step, strange)
    (found,) = interventions.of_household(store, home)
    assert (found.problems, found.goals, found.agencies) == ((), (), ())


MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)


def history(store, home) -> list[tuple[str, date, str]]:
    return [(one.status, one.on_day, one.reason) for one in interventions.history_of_household(store, home)]


def test_that_every_status_enters_the_history_with_its_day_and_reason(store, do, home) -> None:
    step = do(interventions.add, home, words="Betalen")
    do(interventions.set_status, step, "requested", on=MAY)
    do(interventions.set_status, step, "refused", on=JUNE, reason="Geen\nmandaat")
    assert history(store, home) == [("requested", MAY, ""), ("refused", JUNE, "Geen\nmandaat")]
    assert interventions.of_household(store, home)[0].status == "refused"


def test_that_a_second_choice_on_one_day_replaces_the_first(store, do, home) -> None:
    step = do(interventions.add, home, words="Betalen")
    do(interventions.set_status, step, "granted", on=MAY)
    do(interventions.set_status, step, "refused", on=MAY, reason="Verkeerd gekozen")
    assert history(store, home) == [("refused", MAY, "Verkeerd gekozen")]
    store.undo()
    assert history(store, home) == [("granted", MAY, "")]
    assert interventions.of_household(store, home)[0].status == "granted"


def test_that_choosing_the_same_status_again_writes_nothing(store, do, home, contents) -> None:
    step = do(interventions.add, home, words="Betalen")
    do(interventions.set_status, step, "granted", on=MAY)
    before = contents()
    do(interventions.set_status, step, "granted", on=JUNE)
    assert contents() == before


def test_that_a_status_is_of_today_when_no_day_is_said(store, do, home) -> None:
    step = do(interventions.add, home, words="Betalen")
    do(interventions.set_status, step, "granted")
    assert history(store, home) == [("granted", date.today(), "")]


def test_that_a_line_of_the_history_can_be_added_mended_and_taken_off(store, do, home, refused) -> None:
    step = do(interventions.add, home, words="Betalen")
    change = do(interventions.add_status, step, "requested", MAY)
    assert interventions.of_household(store, home)[0].status == "proposed"
    do(interventions.set_status_day, change, JUNE)
    do(interventions.set_status_reason, change, "Later gestuurd")
    assert history(store, home) == [("requested", JUNE, "Later gestuurd")]
    with refused("on_day"):
        do(interventions.set_status_day, change, date(1, 1, 1))
    with refused("reason"):
        do(interventions.set_status_reason, change, "r" * (interventions.LONGEST + 1))
    do(interventions.remove_status, change)
    assert history(store, home) == []


FIRST, LATER = date(2026, 10, 5), date(2026, 11, 2)


def _decided_on(store, home) -> date | None:
    return interventions.of_household(store, home)[0].decided_on


def test_that_a_decision_gets_the_day_of_its_status_in_the_same_step(store, do, home) -> None:
    step = do(interventions.add, home, words="Woning")
    for status in ("requested", "withdrawn", "done"):
        do(interventions.set_status, step, status, on=FIRST)
        assert _decided_on(store, home) is None
    for status in ("granted", "partly", "refused"):
        do(interventions.set_decided_on, step, None)
        do(interventions.set_status, step, "requested", on=FIRST)
        do(interventions.set_status, step, status, on=LATER)
        assert _decided_on(store, home) == LATER
        store.undo()
        assert _decided_on(store, home) is None
        assert interventions.of_household(store, home)[0].status == "requested"


def test_that_a_day_that_somebody_gave_stays(store, do, home) -> None:
    step = do(interventions.add, home, words="Woning", decided_on=FIRST)
    do(interventions.set_status, step, "granted", on=LATER)
    assert _decided_on(store, home) == FIRST
    do(interventions.set_status, step, "refused", on=LATER)
    assert _decided_on(store, home) == FIRST


def test_that_the_first_year_begins_at_what_was_allowed_and_not_at_the_refusal_before_it(store, do, home) -> None:
    step = do(interventions.add, home, words="Woning")
    opened = first_day(dossier.read(store, home))
    do(interventions.set_status, step, "refused", on=FIRST)
    assert _decided_on(store, home) == FIRST
    assert first_day(dossier.read(store, home)) == opened
    do(interventions.set_status, step, "requested", on=date(2026, 10, 20))
    do(interventions.set_status, step, "granted", on=LATER)
    assert first_day(dossier.read(store, home)) == LATER


def test_that_a_decision_that_is_taken_back_on_its_day_leaves_no_day(store, do, home) -> None:
    step = do(interventions.add, home, words="Woning")
    do(interventions.set_status, step, "granted", on=FIRST)
    do(interventions.set_status, step, "requested", on=FIRST)
    assert _decided_on(store, home) is None
    do(interventions.set_status, step, "granted", on=FIRST)
    do(interventions.set_status, step, "done", on=FIRST)
    assert _decided_on(store, home) == FIRST


def test_that_the_day_of_the_decision_goes_along_with_that_of_its_status(store, do, home) -> None:
    step = do(interventions.add, home, words="Woning")
    do(interventions.set_status, step, "refused", on=LATER)
    (change,) = interventions.history_of_household(store, home)
    do(interventions.set_status_day, change.id, FIRST)
    assert _decided_on(store, home) == FIRST
    do(interventions.set_decided_on, step, date(2026, 9, 1))
    do(interventions.set_status_day, change.id, LATER)
    assert _decided_on(store, home) == date(2026, 9, 1)


def test_that_what_goes_on_from_a_choice_of_that_day_comes_after_it(store, do, home) -> None:
    """Asked and decided at once: the day of the request is not lost."""
    step = do(interventions.add, home, words="Betalen")
    do(interventions.set_status, step, "requested", on=MAY)
    do(interventions.set_status, step, "partly", on=MAY)
    do(interventions.set_status, step, "refused", on=MAY)
    assert [status for status, _, _ in history(store, home)] == ["requested", "refused"]
