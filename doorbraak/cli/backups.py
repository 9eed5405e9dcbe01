"""Copies of the workspace by command: make one, put one back, and practise that with all of them."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from doorbraak.cli import passphrase
from doorbraak.cli.workspace import closed_after, folder_of, opened
from doorbraak.model import whole_files
from doorbraak.model.dossier import dossier
from doorbraak.model.errors import InputError, NotFound, UserError
from doorbraak.model.workspace import drill, keys, restore, second_copy
from doorbraak.model.workspace.backup import Backup, of_older_key
from doorbraak.model.workspace.restore import Restorable
from doorbraak.model.workspace.store import SLOTS

_NONE = "Er zijn geen kopieën om terug te zetten. Kijk of de map klopt, en sluit de schijf met de tweede plek aan."
_ELSEWHERE = "tweede-plek/"


def backup(arguments: Namespace) -> int:
    """A copy now, also in the second place when one is named. Raises what failed there, after it was made here."""
    second: Path | None = arguments.second
    with opened(arguments.workspace, arguments.passphrase_file) as store:
        if second is not None:
            second_copy.refuse(store.folder, second)
            store.second = second
        made = store.backup()
        print(f"De kopie is gemaakt en nagekeken: {made.path.stem}")
        problem = store.second_problem
        if second is not None and problem is None:
            print("Ook op de tweede plek, en nagekeken.")
    if problem is not None:
        raise problem
    return 0


def put_back(arguments: Namespace) -> int:
    """`restore`: the list of copies, or one of them in the place of the workspace, which need not open."""
    folder = folder_of(arguments.workspace)
    found = restore.restorable(folder, arguments.second)
    if arguments.list:
        _show(found)
        return 0
    if not found:
        raise NotFound(_NONE)
    chosen = found[0] if arguments.latest else _named(found, arguments.copy)
    secret = passphrase.given(arguments.passphrase_file)
    older = _of_older_key(folder, chosen.backup)
    done = restore.restore(folder, chosen.backup, secret, origin="opdrachtregel", tables=dossier.TABLES)
    print(f"Teruggezet: de kopie van {done.at:%d-%m-%Y %H:%M}, met {_counted(done.households)}.")
    if done.kept is not None:
        print(f"Het bestand van daarvoor is bewaard: {done.kept}")
        many = len(restore.kept_files(folder))
        if many > 1:
            print(f"Zo zijn er nu {many} bewaard. Het programma haalt ze niet weg.")
    with closed_after(dossier.open_workspace(folder, secret, origin="opdrachtregel")):
        print("De werkmap gaat open met deze wachtzin.")
    if older:
        print("Let op: deze kopie is van voor de nieuwe sleutel. De wachtzin en de herstelcode van toen gelden weer.")
        print("Zijn die gelekt? Kies dan in het venster opnieuw Zin gelekt.")
    return 0


def _of_older_key(folder: Path, copy: Backup) -> bool:
    """False where the keys of now can't be read: then there is nothing to compare with."""
    try:
        return of_older_key(copy, keys.read(folder / SLOTS))
    except UserError:
        return False


def _show(found: Sequence[Restorable]) -> None:
    if not found:
        print("Er zijn nog geen kopieën.")
        return
    print(f"{'Kopie van':<18}{'Huishoudens':>11}  Naam")
    for one in found:
        homes = "?" if one.households is None else one.households
        print(f"{one.backup.at:%d-%m-%Y %H:%M}  {homes:>11}  {_name(one)}")


def _name(one: Restorable) -> str:
    return (_ELSEWHERE if one.elsewhere else "") + one.backup.path.stem


def _named(found: Sequence[Restorable], name: str) -> Restorable:
    for one in found:
        if _name(one) == name.removesuffix(".db"):
            return one
    raise NotFound("Er is geen kopie met deze naam. Er is niets veranderd. Bekijk de namen met restore --list.")


def _counted(households: int) -> str:
    return "1 huishouden" if households == 1 else f"{households} huishoudens"


def practise(arguments: Namespace) -> int:
    """`restore-drill`: the report, on the screen or in a file. Raises UserError when a copy is not good."""
    folder, out = folder_of(arguments.workspace), arguments.out
    if out is not None:
        whole_files.refuse_inside(folder, out)
        if out.exists():
            raise InputError("Dit bestand bestaat al. Er is niets gedaan. Kies een andere naam.", "out")
    tried = drill.drill(folder, passphrase.given(arguments.passphrase_file), arguments.second)
    said = drill.report(tried, date.today())
    if out is None:
        print(said, end="")
    else:
        whole_files.write_all(out.parent, {out.name: said.encode()})
        print(f"Het verslag staat in {out}.")
    bad = sum(bool(one.faults) for one in tried)
    if bad or not tried:
        raise UserError(_bad(bad))
    return 0


def _bad(bad: int) -> str:
    if not bad:
        return "Er zijn nog geen kopieën. De dossiers zijn niet veranderd. Maak er een met doorbraak backup."
    counted = "Eén kopie is" if bad == 1 else f"{bad} kopieën zijn"
    return f"{counted} niet terug te zetten. De dossiers zijn niet veranderd. Maak een nieuwe kopie."
