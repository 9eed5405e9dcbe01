"""What a key file would change: every team and wijk that comes, goes or gets another name, and the key itself."""

from dataclasses import replace

from doorbraak.model.exchange.coordinator_key_changes import GONE, NOTHING_ELSE, OTHER_KEY, SAME_KEY, said
from doorbraak.model.exchange.table_catalogue import Code
from tests.model.exchange.caseloads import OTHER_PRIVATE, key_of

KEY = key_of()
TEAMS = ", ".join(code.label for code in KEY.teams)


def test_that_a_first_file_says_its_teams_and_wijken() -> None:
    assert said(None, KEY)[0] == f"Teams: {TEAMS}."
    assert said(None, replace(KEY, teams=(), wijken=())) == ()


def test_that_another_key_alone_says_so_with_the_digits_of_now() -> None:
    assert said(KEY, key_of(OTHER_PRIVATE)) == (OTHER_KEY.format(KEY.spoken), NOTHING_ELSE)


def test_that_each_change_of_a_list_is_said_and_what_follows_from_it() -> None:
    first, *others = KEY.teams
    changed = replace(
        KEY, teams=(*(Code(one.id, f"{one.label} oud") for one in others), Code("n", "Team Nieuw")), wijken=()
    )
    lines = said(KEY, changed)
    assert lines[0] == SAME_KEY
    assert f"Team weg: {first.label}." in lines
    assert "Team erbij: Team Nieuw." in lines
    assert any(line.startswith("Team met een andere naam: ") and "heet nu" in line for line in lines)
    assert any(line.startswith("Wijk weg: ") for line in lines)
    assert lines[-1] == GONE


def test_that_of_a_long_list_a_few_are_named_and_the_rest_counted() -> None:
    many = tuple(Code(f"t{at}", f"Team {at}") for at in range(30))
    (line,) = [one for one in said(KEY, replace(KEY, teams=(*KEY.teams, *many))) if "erbij" in one]
    assert line.endswith("Team 7 en nog 22.")
