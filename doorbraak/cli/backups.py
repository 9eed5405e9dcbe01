"""Copies of the workspace by command: make one, put one back, and practise that with all of them."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from doorbraak.cli import passphrase
from doorbraak.cli.workspace import closed_after, either, folder_of, open_either
from doorbraak.model import whole_files
from doorbraak.model.dossier import dossier
from doorbraak.model.errors import InputError, NotFound, UserError, WorkspaceMissing, WrongPassphrase
from doorbraak.model.workspace import (
    DATABASE,
    contents,
    copy_check,
    drill,
    kept,
    key_of_now,
    lost_slots,
    restore,
    second_copy,
    surroundings,
)
from doorbraak.model.workspace.backup import Backup
from doorbraak.model.workspace.restore import Restorable

_NONE = "Er zijn geen kopieën om terug te zetten. Kijk of de map klopt, en sluit de schijf met de tweede plek aan."
_ABSENT = "De tweede plek is er nu niet. Er is niets veranderd. Sluit de schijf aan, of laat --second weg."
_OF_ASIDE = (
    "Deze wachtzin past niet op deze kopie, wel op een kopie in backups/bewaard. Er is niets veranderd. "
    "Zet die terug met doorbraak restore --copy {}."
)
_MOST_ASIDE = 5  # each takes as long as opening, after what may be a typing mistake
_ELSEWHERE = "tweede-plek/"
_ASIDE = f"{kept.FOLDER}/"
_MOMENT = "%d-%m-%Y %H:%M:%S"
_WITH_THAT_OF_NOW = "De werkmap gaat open met de wachtzin van nu. Die van toen opent haar niet."


def backup(arguments: Namespace) -> int:
    """A copy now, also in the second place when one is named. Raises what failed there, after it was made here."""
    second: Path | None = arguments.second
    if arguments.list:
        _show(folder_of(arguments.workspace), _there(second))
        return 0
    with either(arguments.workspace, arguments.passphrase_file) as store:
        if second is not None:
            second_copy.refuse(store.folder, second)
            store.second = second
        made = store.backup()
        print(f"De kopie is gemaakt en nagekeken: {made.path.stem}")
        problem = store.second_problem
        if second is not None and problem is None:
            print("Ook op de tweede plek, en nagekeken.")
        behind = surroundings.clock_behind(datetime.now(UTC), surroundings.newest_line(store))
        if behind:
            print(f"Let op: {behind[0].lower()}{behind[1:]}")
    if problem is not None:
        raise problem
    return 0


def put_back(arguments: Namespace) -> int:
    """`restore`: the list of copies, or one of them in the place of the workspace, which need not open."""
    folder = folder_of(arguments.workspace)
    _there(arguments.second)
    if arguments.list:
        _show(folder, arguments.second)
        return 0
    if arguments.keys:
        return _put_back_keys(folder, arguments)
    chosen = _chosen(folder, arguments)
    secret = passphrase.given(arguments.passphrase_file)
    present = _present(folder, chosen, secret, arguments)
    try:
        done = restore.restore(
            folder, chosen, secret, present_secret=present, origin="opdrachtregel", tables=dossier.TABLES
        )
    except WrongPassphrase as error:
        raise _of_aside(folder, chosen, secret) or error from None
    print(f"Teruggezet: de kopie van {done.at:{_MOMENT}}{f', met {done.contents}' if done.contents else ''}.")
    if done.kept is not None:
        print(f"Het bestand van daarvoor is bewaard: {done.kept}")
        many = len(kept.files(folder))
        if many > 1:
            print(f"Zo zijn er nu {many} bewaard. Het programma haalt ze alleen weg als er een dossier wordt gewist.")
    opens = present if done.opens == "now" and present is not None else secret
    with closed_after(open_either(folder, opens)):
        print("De werkmap gaat open met deze wachtzin." if opens == secret else _WITH_THAT_OF_NOW)
    if done.lines_lost:
        print("Regels van het logboek van na deze kopie gingen niet mee. Dat staat nu in het logboek.")
    if done.erased:
        print("Wat sindsdien is gewist, is niet teruggekomen.")
    if done.taken_since:
        print(contents.taken_since(done.taken_since))
    if done.aside:
        print(f"{_aside(done.aside)} backups/{kept.FOLDER}.")
    if done.opens == "then":
        print("Let op: de wachtzin en de herstelcode van toen gelden weer, ook als ze gelekt zijn.")
        print("Kies dan opnieuw een nieuwe sleutel, met doorbraak passphrase --leaked.")
    return 0


def _there(second: Path | None) -> Path | None:
    """A typing mistake must not look as if there were no copies there. Raises NotFound."""
    try:
        absent = second is not None and not second.is_dir()
    except OSError:  # the way to it is closed
        absent = True
    if absent:
        raise NotFound(_ABSENT)
    return second


def _of_aside(folder: Path, refused: Backup, secret: str) -> WrongPassphrase | None:
    """After a restore of before a leak the copies of since lie apart: the passphrase of since opens only those."""
    known = [one for one in kept.all_of(folder) if one.copy is not None and one.path != refused.path]
    for one in known[:_MOST_ASIDE]:
        if one.copy is not None and copy_check.unwrapped(copy_check.own_slots(one.copy), secret):
            return WrongPassphrase(_OF_ASIDE.format(f"{_ASIDE}{one.path.stem}"))
    return None


def _put_back_keys(folder: Path, arguments: Namespace) -> int:
    """Of a copy, for a slots file that is lost or damaged; the dossiers stay as they are."""
    secret = passphrase.given(arguments.passphrase_file)
    at = lost_slots.recover(folder, secret, arguments.second)
    with closed_after(open_either(folder, secret)) as store:
        store.note("herstellen", "sleutels")
        same = "Wat is ontvangen, is" if store.kind == "coordinator" else "De dossiers zijn"
    print(f"De sleutels zijn teruggehaald: zij lagen bij de kopie van {at:{_MOMENT}}.")
    print(f"De wachtzin en de herstelcode van toen gelden nu. {same} niet veranderd.")
    return 0


def _chosen(folder: Path, arguments: Namespace) -> Backup:
    found = restore.restorable(folder, arguments.second)
    if arguments.copy is not None and arguments.copy.startswith(_ASIDE):
        aside = kept.copy_named(folder, arguments.copy.removeprefix(_ASIDE).removesuffix(".db"))
        if aside is not None:
            return aside
    elif not found:
        raise NotFound(_NONE)
    return (found[0] if arguments.latest else _named(found, arguments.copy)).backup


def _present(folder: Path, copy: Backup, secret: str, arguments: Namespace) -> str | None:
    """What opens the workspace of now, where this secret does not; None when that is not needed, or is lost."""
    if arguments.present_lost or not key_of_now.is_asked(folder, copy, secret):
        return None
    return passphrase.of_now(arguments.present_passphrase_file) or None


def _show(folder: Path, second: Path | None) -> None:
    if second is None and not folder.is_dir():  # a typing mistake must not look as if all copies were gone
        raise WorkspaceMissing("Deze map bestaat niet. Er is niets veranderd. Kijk de naam van de map na.")
    found, aside = restore.restorable(folder, second), kept.all_of(folder)
    much = [contents.cell(one.backup.counts) for one in found]
    title = contents.title(much)
    wide = max(map(len, (title, *much)))
    if not found:
        print("Er zijn nog geen kopieën.")
    else:
        print(f"{'Kopie van':<21}{title:>{wide}}  Naam")
    for one, cell in zip(found, much, strict=True):
        print(f"{one.backup.at:{_MOMENT}}  {cell:>{wide}}  {_name(one)}")
    if aside:
        print("\nBewaard bij terugzetten, in backups/bewaard:")
    for one in aside:
        what = "opzij gezette kopie" if one.copy is not None else "werkmap van vóór het terugzetten"
        print(f"{one.at:{_MOMENT}}  {_megabytes(one.size):>11}  {_ASIDE}{one.path.stem}  ({what})")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def _name(one: Restorable) -> str:
    return (_ELSEWHERE if one.elsewhere else "") + one.backup.path.stem


def _named(found: Sequence[Restorable], name: str) -> Restorable:
    for one in found:
        if _name(one) == name.removesuffix(".db"):
            return one
    raise NotFound("Er is geen kopie met deze naam. Er is niets veranderd. Bekijk de namen met restore --list.")


def _aside(copies: int) -> str:
    if copies == 1:
        return "1 kopie die regels kent die nu ontbreken, staat nu in"
    return f"{copies} kopieën die regels kennen die nu ontbreken, staan nu in"


def practise(arguments: Namespace) -> int:
    """`restore-drill`: the report, on the screen or in a file. Raises UserError when a copy is not good."""
    folder, out = folder_of(arguments.workspace), arguments.out
    _there(arguments.second)
    if out is not None:
        whole_files.refuse_inside(folder, out)
        whole_files.refuse_beside(DATABASE, out)
        if not out.absolute().parent.is_dir():
            raise InputError("Deze map bestaat niet. Er is niets gedaan. Kies een map die er is.", "out")
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
