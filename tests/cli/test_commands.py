"""new, import, show and check on a real workspace."""

import json
import os
import re
import stat
from pathlib import Path

import pytest

from doorbraak.cli.passphrase import VARIABLE
from doorbraak.model.dossier import assumptions, dossier, household
from doorbraak.model.workspace import DATABASE, backup, keys, passphrase
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.store import Store
from tests.cli.conftest import Command
from tests.conftest import CHEAP, PASSPHRASE


def logged(folder: Path) -> list[tuple[str, str, str]]:
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    try:
        return [(line.action, line.object, line.origin) for line in store.log_entries()]
    finally:
        store.close()


def test_that_new_prints_a_recovery_code_once_that_opens_the_workspace(doorbraak: Command, tmp_path: Path) -> None:
    folder = tmp_path / "map met spaties"
    said = doorbraak("new", "--workspace", folder, "--title", "Wijk Noord")
    assert said.code == 0
    (code,) = re.findall(r"(?:[0-9A-Z]{5}-){5}[0-9A-Z]{5}", said.out)
    store = Store.open(folder, code, dossier.TABLES)
    assert store.title == "Wijk Noord"
    store.close()
    again = doorbraak("new", "--workspace", folder)
    assert again.code == 1
    assert "al een werkmap" in again.sentence
    slots = keys.read(folder / "sleutels.json")
    assert {slot.cost for slot in slots} == {keys.Cost()}, "the real strength"


def test_that_a_weak_passphrase_makes_nothing(doorbraak: Command, tmp_path: Path) -> None:
    (tmp_path / "zin").write_text("kort")
    said = doorbraak("new", "--workspace", tmp_path / "w", "--passphrase-file", tmp_path / "zin")
    assert said.code == 1
    assert "te kort" in said.sentence
    assert not (tmp_path / "w" / DATABASE).exists()


def test_that_show_gives_the_published_figures_of_casus_01(doorbraak: Command, filled: Path) -> None:
    """48 agencies, 32 problems; € 269,000 a year, of which € 5,000 private and € 21,000 a transfer."""
    said = doorbraak("show", "1", "--json", "--workspace", filled)
    found = json.loads(said.out)
    assert said.err == ""
    assert (found["agencies"], found["problems"], found["example"]) == (48, 32, True)
    assert found["contacts_per_month"] == 24.4
    assert found["yearly_cents"] == {
        "total": 26_900_000,
        "public": 26_400_000,
        "private": 500_000,
        "public_without_transfers": 24_300_000,
    }


def test_that_the_saving_in_json_is_direct_plus_prevented_and_laws_and_payers_add_up(
    doorbraak: Command, filled: Path
) -> None:
    saving = json.loads(doorbraak("show", "1", "--json", "--workspace", filled).out)["saving"]
    public = saving["public_cents"]
    assert public["saving"] == public["direct"] + public["prevented"]
    assert public["prevented"] > 0
    for rows in (saving["by_law"], saving["by_payer"], saving["by_beneficiary"], saving["by_effect"]):
        for key, whole in public.items():
            assert sum(row["cents"][key] for row in rows) == whole
    assert saving["months"] == 12
    assert (saving["price_level"], saving["own_cost_cents"], saving["payback_month"]) == (2025, 600_000, 3)
    assert [mark["what"] for mark in saving["marks"]] == ["saving", "return"]


def test_that_the_price_year_of_the_workspace_is_that_of_show(doorbraak: Command, filled: Path) -> None:
    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    with store.change("Prijsjaar kiezen"):
        assumptions.write(store, assumptions.Assumptions(price_year=2022))
    store.close()
    assert json.loads(doorbraak("show", "1", "--json", "--workspace", filled).out)["saving"]["price_level"] == 2022
    assert "De som rekent in prijzen van 2022" in doorbraak("show", "1", "--workspace", filled).out


def test_that_show_says_who_wins_and_what_is_far_outside(doorbraak: Command, filled: Path) -> None:
    out = doorbraak("show", "1", "--workspace", filled).out.replace("\u00a0", " ")
    for said in ("Per winnaar", "Geld of tijd", "Nog niet gekozen", "Kijk dit na", "Kosten doorbraken     € 6.000"):
        assert said in out


def test_that_show_says_the_same_in_words_with_sources_and_that_it_is_an_example(
    doorbraak: Command, filled: Path
) -> None:
    out = doorbraak("show", "1", "--workspace", filled).out.replace("\u00a0", " ")
    assert "VOORBEELD" in out
    for line in ("Instanties +48", "Problemen +32", "Contacten per maand +24,4", "Publiek +€ 264.000",
                 "zonder uitkeringen +€ 243.000", "Niet publiek +€ 5.000", "direct +€", "voorkomen +€"):  # fmt: skip
        assert re.search(line, out), line
    assert "269.000" not in out.split("Bronnen")[0], "public and private are not added on screen"
    assert "Bronnen van de bedragen" in out
    assert "https://publiekewaarden.nl/" in out


def test_that_the_list_names_households_by_number(doorbraak: Command, filled: Path) -> None:
    rows = json.loads(doorbraak("show", "--json", "--workspace", filled).out)
    assert [(row["number"], row["problems"], row["agencies"], row["example"]) for row in rows] == [(1, 32, 48, True)]
    assert re.search(r"^ +1 +\d+ +32 +48 +\d+ .*voorbeeld", doorbraak("show", "--workspace", filled).out, re.MULTILINE)


def test_that_an_empty_list_says_what_to_do(doorbraak: Command, workspace: Path) -> None:
    assert "doorbraak import" in doorbraak("show", "--workspace", workspace).out


def test_that_an_unknown_number_is_a_sentence(doorbraak: Command, filled: Path) -> None:
    said = doorbraak("show", "7", "--workspace", filled)
    assert said.code == 1
    assert "geen huishouden met nummer 7" in said.sentence


@pytest.mark.parametrize("number", ["99999999999999999999", "9223372036854775807", "-99999999999999999999", "0"])
def test_that_a_number_past_every_household_is_the_same_sentence(doorbraak: Command, filled: Path, number: str) -> None:
    said = doorbraak("show", "--workspace", filled, "--", number)
    assert said.code == 1
    assert f"geen huishouden met nummer {number}" in said.sentence


def test_that_a_pipe_a_device_a_folder_and_a_huge_file_are_refused_at_once(
    doorbraak: Command, workspace: Path, tmp_path: Path
) -> None:
    with (tmp_path / "groot.json").open("wb") as file:
        file.truncate(10**12)
    bad = [tmp_path / "groot.json", tmp_path]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pijp.json")
        bad += [tmp_path / "pijp.json", Path("/dev/zero")]
    said = doorbraak("import", *bad, "--workspace", workspace)
    assert (said.code, said.out) == (1, "")
    assert [line.split(": ")[0] for line in said.err.splitlines()] == [str(path) for path in bad]
    assert "programma zelf" not in said.err


def test_that_the_workspace_s_own_files_are_no_case_file_and_its_lock_stays(
    doorbraak: Command, workspace: Path, tmp_path: Path
) -> None:
    """A file that is read and closed takes the lock of the same file along."""
    (tmp_path / "ander.json").hardlink_to(workspace / DATABASE)
    said = doorbraak("import", workspace / DATABASE, tmp_path / "ander.json", "--workspace", workspace)
    assert said.code == 1
    assert said.err.count("in de map van een werkmap") == 2


def test_that_a_bad_file_stops_no_other_and_leaves_nothing_behind(
    doorbraak: Command, workspace: Path, casus_file: Path, tmp_path: Path
) -> None:
    bad, cut = tmp_path / "slecht.json", tmp_path / "half.json"
    bad.write_text('{"format": "iets anders"}')
    cut.write_bytes(casus_file.read_bytes()[:-500])
    said = doorbraak(
        "import", bad, casus_file, cut, tmp_path / "weg.json", tmp_path, casus_file, "--workspace", workspace
    )
    assert said.code == 1
    assert [line.split(": ")[0] for line in said.err.splitlines()] == [
        str(bad), str(cut), str(tmp_path / "weg.json"), str(tmp_path)
    ]  # fmt: skip
    assert said.out.count("ingevoerd als huishouden") == 2
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert [row.number for row in household.all_of(store)] == [1, 2]
    store.close()


def test_that_importing_and_looking_are_logged_by_number_and_from_where(doorbraak: Command, filled: Path) -> None:
    doorbraak("show", "1", "--workspace", filled)
    doorbraak("show", "--workspace", filled)
    found = logged(filled)
    for line in (("invoeren", "huishouden 1"), ("inzien", "huishouden 1"), ("inzien", "lijst van huishoudens")):
        assert (*line, "opdrachtregel") in found


def test_that_check_says_what_it_checked(doorbraak: Command, filled: Path) -> None:
    said = doorbraak("check", "--workspace", filled)
    assert said.code == 0
    for line in ("Huishoudens: 1", "Problemen: 32", "Dossierbestand: in orde", "Logboek: in orde"):
        assert line in said.out
    assert re.search(r"Laatste reservekopie: \d\d-\d\d-\d{4}", said.out)


def test_that_check_notices_a_changed_log(doorbraak: Command, filled: Path) -> None:
    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    with store.change("Naam wijzigen", household=1):
        household.rename(store, 1, "Anders")
    store.file.db.execute("UPDATE access_log SET object = 'huishouden 2' WHERE id = 2")
    store.close()
    said = doorbraak("check", "--workspace", filled)
    assert said.code == 1
    assert "Logboek: klopt niet vanaf regel 2" in said.out
    assert "logboek is veranderd" in said.sentence


def test_that_check_refuses_a_flipped_byte_and_leaves_the_file(doorbraak: Command, filled: Path) -> None:
    path = filled / DATABASE
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    said = doorbraak("check", "--workspace", filled)
    assert said.code == 1
    assert "beschadigd" in said.sentence
    assert path.read_bytes() == content


def test_that_check_tells_of_an_order_in_the_file_that_is_not_ours(doorbraak: Command, filled: Path) -> None:
    assert doorbraak("check", "--workspace", filled).code == 0
    store = dossier.open_workspace(filled, PASSPHRASE)
    store.file.db.execute("CREATE TRIGGER mijn AFTER UPDATE ON household BEGIN UPDATE person SET note = ''; END")
    store.close()
    said = doorbraak("check", "--workspace", filled)
    assert said.code == 1
    assert "niet van dit programma" in said.sentence
    assert "mijn" not in said.sentence


def test_that_files_that_others_could_read_are_closed_to_them_and_check_says_so(
    doorbraak: Command, filled: Path
) -> None:
    for name, mode in ((DATABASE, 0o644), (SLOTS, 0o664), (backup.FOLDER, 0o755)):
        (filled / name).chmod(mode)
    said = doorbraak("check", "--workspace", filled)
    assert said.code == 0
    assert f"lezen wat hier staat: {DATABASE}, {SLOTS}, {backup.FOLDER}. Dat is hersteld." in said.out
    modes = [stat.S_IMODE((filled / name).stat().st_mode) for name in (DATABASE, SLOTS, backup.FOLDER)]
    assert modes == [0o600, 0o600, 0o700]
    assert "hersteld" not in doorbraak("check", "--workspace", filled).out


def test_that_check_looks_over_a_workspace_of_a_coordinator(doorbraak: Command, tmp_path: Path) -> None:
    assert doorbraak("coordinator", "new", "--workspace", tmp_path / "coordinator").code == 0
    said = doorbraak("check", "--workspace", tmp_path / "coordinator")
    assert said.code == 0, said.err
    assert "afzenders: 0" in said.out
    assert "Dossierbestand: in orde" in said.out
    assert "Huishoudens" not in said.out


def test_that_check_tells_of_a_recovery_code_that_nobody_saw(doorbraak: Command, filled: Path) -> None:
    store = dossier.open_workspace(filled, PASSPHRASE)
    passphrase.new_code(store, PASSPHRASE, cost=CHEAP)
    store.close()
    said = doorbraak("check", "--workspace", filled)
    assert said.code == 1
    assert "Wachtzin en herstelcode: niet in orde" in said.out
    assert "doorbraak passphrase --recovery" in said.sentence


def test_that_a_whole_copy_of_before_a_new_key_is_not_called_damaged(
    doorbraak: Command, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = dossier.open_workspace(filled, PASSPHRASE)
    passphrase.renew(store, PASSPHRASE, "drie gele fietsen buiten", cost=CHEAP)
    passphrase.code_seen(store)
    newest = backup.all_of(store.folder)[0]
    store.close()
    for path in (newest.path, newest.beside):
        path.unlink()  # as after a kill before the copy under the new key
    monkeypatch.setenv(VARIABLE, "drie gele fietsen buiten")
    said = doorbraak("check", "--workspace", filled)
    assert "de nieuwste is niet goed" not in said.out


def test_that_check_tells_of_a_damaged_recovery_slot_though_the_passphrase_opens(
    doorbraak: Command, filled: Path
) -> None:
    assert "Wachtzin en herstelcode: in orde" in doorbraak("check", "--workspace", filled).out
    path = filled / SLOTS
    content = json.loads(path.read_text())
    (slot,) = (slot for slot in content["slots"] if slot["kind"] == "recovery")
    slot["rounds"] += 1
    path.write_text(json.dumps(content))
    said = doorbraak("check", "--workspace", filled)
    assert said.code == 1
    assert "Wachtzin en herstelcode: niet in orde" in said.out
    assert "nieuwe herstelcode" in said.sentence
    assert "doorbraak restore --keys" in said.sentence
