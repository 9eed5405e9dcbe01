"""The access log on the command line: its lines, whether it is whole, and a file of it for who watches over it."""

import re
from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from doorbraak.cli.progress import told
from doorbraak.cli.workspace import either
from doorbraak.model import whole_files
from doorbraak.model.documents import log_export, log_words
from doorbraak.model.errors import InputError, UserError
from doorbraak.model.workspace import DATABASE, log_reading
from doorbraak.model.workspace.log import Entry, Verdict
from doorbraak.model.workspace.log_reading import Wanted
from doorbraak.model.workspace.store import Store

_THERE = "Op deze plek staat al een bestand. Er is niets veranderd. Kies een andere naam."
_KEPT = re.compile(r"([0-9]{1,12}):([0-9a-f]{64})", re.ASCII)


def read(arguments: Namespace) -> int:
    """Lines, newest first."""
    wanted, most = _wanted(arguments), arguments.most
    if most < 1:
        raise InputError("Bij --most hoort een getal van 1 of meer.", "most")
    with either(arguments.workspace, arguments.passphrase_file) as store:
        store.note("inzien", log_reading.OBJECT)
        every, some = log_reading.all_ids(store), log_reading.ids(store, wanted)
        numbers = {id_: every.index(id_) + 1 for id_ in islice(some, most)}
        found = log_reading.lines(store, numbers)
        for id_, number in numbers.items():
            if id_ in found:
                print(_line(number, found[id_]))
        shown = log_words.counted(len(found), "regel", "regels")
        print(f"{shown} van {log_words.whole_number(len(some))}.")
    return 0


def _line(number: int, line: Entry) -> str:
    went = "" if line.result == "gelukt" else " (mislukt)"
    cells = f"{number:>7}  {log_words.moment(line.at):<20} {log_words.action(line.action) + went:<36} {line.object:<26}"
    return "".join(sign if sign.isprintable() else "?" for sign in f"{cells} {line.origin:<14} {line.actor}")


def verify(arguments: Namespace) -> int:
    """Whether every line stands as it was written: by the chain, the copies, and what somebody kept elsewhere."""
    kept = [_kept(text) for text in arguments.kept]
    with either(arguments.workspace, arguments.passphrase_file) as store:
        store.note("controleren", log_reading.OBJECT)
        found = _judged(store, kept)
        if found.broken is None:
            print(log_words.verdict(found))
            if kept:
                print("De slotregel past bij dit logboek.")
            print(f"Slotregel: {log_export.kept(found)}")
    print(log_words.REWRITTEN)
    if found.broken is not None:
        raise UserError(log_words.verdict(found).replace("\n", " "))
    return 0


def _judged(store: Store, kept: Sequence[tuple[int, str]] = ()) -> Verdict:
    """Whether it is whole; a log of years takes a while."""
    judging = log_reading.judging(store, kept)
    judging.take(told(log_reading.each(store), "Regels nakijken", len(log_reading.all_ids(store))))
    return judging.verdict()


def _kept(text: str) -> tuple[int, str]:
    match = _KEPT.fullmatch(text.strip())
    if match is None:
        raise InputError("Deze slotregel is niet te lezen. Neem hem helemaal over uit het opgeslagen logboek.", "kept")
    return int(match[1]), match[2]


def export(arguments: Namespace) -> int:
    """A file for who watches over the log. The line of writing it comes first, and stands in it."""
    wanted, path = _wanted(arguments), arguments.out
    with either(arguments.workspace, arguments.passphrase_file) as store:
        count = write(store, wanted, path, date.today())
    print(f"Geschreven: {path.absolute()}")
    print(f"{log_words.counted(count, 'regel', 'regels')}. Het bevat persoonsgegevens: accounts en nummers.")
    return 0


def write(store: Store, wanted: Wanted, path: Path, today: date) -> int:
    """How many lines. Raises InputError for a file that is there, or a place inside the workspace."""
    whole_files.refuse_inside(store.folder, path)
    whole_files.refuse_beside(DATABASE, path)
    with whole_files.errors_for_people():
        if path.exists():
            raise InputError(_THERE, "out")
    store.note("uitvoeren", log_reading.OBJECT)
    found = _judged(store)
    every = log_reading.numbered(store, wanted)
    lines = tuple(told(every, "Regels lezen", log_reading.counts(store, wanted)[0]))
    whole_files.write_all(path.parent, {path.name: log_export.write(lines, found, today)})
    return len(lines)


def _wanted(arguments: Namespace) -> Wanted:
    words = tuple(arguments.words)
    return Wanted(
        household=arguments.household,
        actor=arguments.account,
        since=_day(arguments.since, "since"),
        until=_day(arguments.until, "until"),
        failed=arguments.failed,
        words=words,
        meant=log_words.meant(words),
    )


def _day(text: str, field: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError("Deze datum bestaat niet. Schrijf hem zo: 2026-12-31.", field) from None
