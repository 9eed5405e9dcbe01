import dataclasses
import json
import os
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from doorbraak import paths
from doorbraak.model import policy
from doorbraak.model.policy import Policy

HEAD = {"format": "doorbraak-beleid", "version": 1}


def decided(**fields: object) -> Policy:
    return policy.from_json(json.dumps({**HEAD, **fields}).encode())


def numbers(found: Policy) -> tuple[int, int]:
    return found.lock_minutes, found.lock_minutes_at_table


def test_that_without_a_file_the_usual_times_hold_and_nothing_is_said(tmp_path: Path) -> None:
    assert policy.read(tmp_path / "beleid.json") == Policy()
    assert policy.read(tmp_path / "none" / "beleid.json") == Policy()
    assert (numbers(Policy()), Policy().fault) == ((5, 20), "")


def test_that_the_administrator_decides_both_times_within_the_bounds(tmp_path: Path) -> None:
    place = tmp_path / "beleid.json"
    place.write_bytes(b"\xef\xbb\xbf" + json.dumps({**HEAD, "lock_minutes": 2, "lock_minutes_at_table": 30}).encode())
    found = policy.read(place)
    assert (numbers(found), found.fault, found.given) == ((2, 30), "", True)


@pytest.mark.parametrize("value", [0, 1, 31, -5, 10**30, 5.0, True, "5", None, [5], {"minutes": 5}])
def test_that_no_value_keeps_the_program_from_locking(value: object) -> None:
    found = decided(lock_minutes=value, lock_minutes_at_table=value)
    assert numbers(found) == (5, 20)
    assert "lock_minutes, lock_minutes_at_table" in found.fault


def test_that_what_is_right_holds_beside_what_is_wrong() -> None:
    found = decided(lock_minutes=3, lock_minutes_at_table="lang", vergrendelen=4)
    assert numbers(found) == (3, 20)
    assert found.fault.endswith("Meld het aan de beheerder.")
    assert "vergrendelen" not in found.fault, "what somebody else wrote is not repeated"


def test_that_the_administrator_can_ask_for_a_second_place() -> None:
    found = decided(second_place="required")
    assert (found.second_place_required, found.fault, numbers(found)) == (True, "", (5, 20))
    assert not decided(lock_minutes=3).second_place_required


@pytest.mark.parametrize("value", ["Required", "optional", "", True, 1, None, ["required"], {"required": True}])
def test_that_another_word_asks_for_nothing_and_is_said(value: object) -> None:
    found = decided(second_place=value, lock_minutes=3)
    assert (found.second_place_required, numbers(found)) == (False, (3, 20))
    assert "second_place" in found.fault


PLACES = ("backup_folder", "coordinator_key", "mandates", "catalogue_folder")


@pytest.mark.parametrize("name", PLACES)
def test_that_the_administrator_names_places_with_what_the_system_calls_the_user(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("WIE", "sam")
    assert getattr(decided(**{name: "/kopieen/$WIE"}), name) == Path("/kopieen/sam")
    assert getattr(decided(**{name: "~/kopieen"}), name) == tmp_path / "kopieen"
    assert getattr(decided(lock_minutes=3), name) is None


NO_PLACES = ("", "kopieen", "../..", "/a\0b", "/" + "a" * 1000, 3, None, ["/a"], "~niemand-heet-zo/a")


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("value", NO_PLACES)
def test_that_what_is_no_place_is_said_and_changes_nothing(name: str, value: object) -> None:
    found = decided(**{name: value}, lock_minutes=3)
    assert (getattr(found, name), found.lock_minutes) == (None, 3)
    assert name in found.fault


def test_that_every_field_is_described() -> None:
    text = (Path(__file__).parents[2] / "docs" / "file-formats.md").read_text(encoding="utf-8")
    for name in policy._KNOWN:
        assert f"| {name} |" in text


def test_that_a_policy_of_a_later_version_holds_as_far_as_it_is_known_and_is_said() -> None:
    found = policy.from_json(json.dumps({**HEAD, "version": 2, "lock_minutes": 4}).encode())
    assert numbers(found) == (4, 20)
    assert found.fault


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b"{}", b'{"lock_minutes": 3}', b"[" * 15_000,
        b'{"format": "doorbraak-beleid", "version": true, "lock_minutes": 3}',
        b'{"format": "doorbraak-beleid", "version": 1, "lock_minutes": 3, "lock_minutes": 30}',
        b'{"format": "doorbraak-beleid", "version": 1, "lock_minutes": ' + b"1" * 5000 + b"}",
        b" " * 20_001,
    ],
)  # fmt: skip
def test_that_a_damaged_or_huge_file_changes_nothing_and_is_said_in_one_sentence(
    content: bytes, tmp_path: Path
) -> None:
    place = tmp_path / "beleid.json"
    place.write_bytes(content)
    found = policy.read(place)
    assert numbers(found) == (5, 20)
    assert "De gewone instellingen gelden." in found.fault


def test_that_what_is_no_file_never_keeps_the_program_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "folder"):
        assert policy.read(tmp_path / name).fault


def test_that_a_policy_can_not_be_changed_by_the_program() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Policy().lock_minutes = 30  # type: ignore[misc]


def test_that_each_system_has_one_place_for_it() -> None:
    assert paths.policy_file("linux", {}) == PurePosixPath("/etc/doorbraak/beleid.json")
    assert paths.policy_file("darwin", {}) == PurePosixPath("/Library/Application Support/Doorbraak/beleid.json")
    given = paths.policy_file("win32", {"PROGRAMDATA": r"D:\Data"})
    assert given == PureWindowsPath(r"D:\Data\Doorbraak\beleid.json")
    for wrong in ({}, {"PROGRAMDATA": ""}, {"PROGRAMDATA": "hier"}):
        assert paths.policy_file("win32", wrong) == PureWindowsPath(r"C:\ProgramData\Doorbraak\beleid.json")


def test_that_limits_of_a_publication_are_handed_on_as_they_stand_and_what_is_no_number_is_said() -> None:
    good = policy.from_json(b'{"format": "doorbraak-beleid", "version": 1, "publication": {"fewest": 20}}')
    assert (good.publication, good.fault) == ({"fewest": 20}, "")
    for wrong in ('"3"', "[20]", '{"fewest": "20"}', '{"fewest": true}', '{"fewest": 2.5}'):
        given = f'{{"format": "doorbraak-beleid", "version": 1, "lock_minutes": 3, "publication": {wrong}}}'
        read = policy.from_json(given.encode())
        assert read.publication == {}
        assert "publication" in read.fault
        assert read.lock_minutes == 3
