"""The coordinator's commands: `coordinator new`, `key`, `senders` and so on, and `receive`."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from doorbraak import paths
from doorbraak.cli import commands, passphrase
from doorbraak.cli.workspace import closed_after
from doorbraak.model import whole_files
from doorbraak.model.errors import InputError
from doorbraak.model.exchange import coordinator, periods
from doorbraak.model.exchange import senders as listed
from doorbraak.model.workspace.store import Store

_NO_CODE = "Schrijf een team of wijk zo: noord=Team Noord. Er is niets gemaakt en niets veranderd. Typ het opnieuw."
_NO_DAY = "Dit is geen dag. Er is niets veranderd. Typ hem zo: 2026-12-31."
_FOR_GOOD = (
    "Bij intrekken gaat alles weg wat {} stuurde, en dat komt niet terug. Er is nog niets veranderd. Is dit de goede "
    "afzender? Typ dan --erase erbij."
)
_NO_FILES = "In deze map staan geen uitwisselbestanden (*{}). Er is niets veranderd. Kies een andere map."
_EXISTS = "Op deze plek staat al een bestand. Er is niets veranderd. Kies een andere naam met --out."


def folder_of(given: Path | None) -> Path:
    """Beside the usual place of the households: a workspace is of one kind."""
    usual = paths.data_folder()
    return usual.with_name(f"{usual.name}-coordinator") if given is None else given


@contextmanager
def opened(given: Namespace) -> Iterator[Store]:
    secret = passphrase.given(given.passphrase_file)
    folder = folder_of(given.workspace)
    with closed_after(coordinator.open_workspace(folder, secret, date.today(), origin="opdrachtregel")) as store:
        yield store


def new(given: Namespace) -> int:
    """A new workspace with a key pair; the recovery code is shown this once."""

    def made(folder: Path, secret: str) -> tuple[Store, str]:
        return coordinator.create(folder, secret, date.today(), title=given.title, origin="opdrachtregel")

    return commands.make(given, folder_of(given.workspace), made)


def key(given: Namespace) -> int:
    """The key file, with the codes of teams and wijken."""
    out: Path = given.out
    codes = {"team": _codes(given.team), "wijk": _codes(given.wijk)}
    with opened(given) as store:
        whole_files.refuse_inside(store.folder, out)
        if out.exists():
            raise InputError(_EXISTS, "out")
        coordinator.add_codes(store, codes)
        content = coordinator.key_file(store)
        whole_files.write_all(out.parent, {out.name: content})
        print(f"Geschreven: {out}")
        print("Geef dit bestand aan elke afzender. Er staat niets geheims in.")
        print(f"Controlegetal om voor te lezen: {coordinator.handed_out(store).spoken}")
    return 0


def _codes(words: Sequence[str]) -> dict[str, str]:
    pairs = [word.partition("=") for word in words]
    if not all(code and between and label for code, between, label in pairs):
        raise InputError(_NO_CODE, "codes")
    return {code: label for code, _, label in pairs}


def senders(given: Namespace) -> int:
    """The list: number, own name, fingerprint, and what came or did not come."""
    asked = [periods.parse(word) for word in given.period] or [_previous_quarter(date.today())]
    with opened(given) as store:
        lines = listed.lines(store, asked)
        if not lines:
            print("Er zijn nog geen afzenders. Ontvang een bestand: doorbraak receive BESTAND")
        for line in lines:
            print("\n".join(_told(line)))
    return 0


def _previous_quarter(today: date) -> periods.Period:
    return periods.quarter_of(periods.quarter_of(today).first - timedelta(days=1))


def _told(line: listed.Line) -> Iterator[str]:
    sender = line.sender
    yield f"{sender.number:>4}  {sender.label or 'nog zonder naam'}"
    if sender.withdrawn_on is not None:
        yield f"      ingetrokken op {sender.withdrawn_on:%d-%m-%Y}"
    elif sender.confirmed_on is not None:
        yield f"      bevestigd op {sender.confirmed_on:%d-%m-%Y}"
    else:
        yield "      nog niet bevestigd: laat het controlegetal voorlezen"
    yield f"      controlegetal: {sender.spoken}"
    yield f"      laatste periode: {line.last or 'geen'}"
    if sender.withdrawn_on is None:
        for period, state in line.asked:
            yield f"      {period}: {listed.STATES[state]}"


def confirm(given: Namespace) -> int:
    from doorbraak.model.exchange import receiving

    with opened(given) as store:
        done = receiving.confirm(store, given.number, " ".join(given.fingerprint), date.today())
        if done.next_key:
            print(
                "Dit is niet het controlegetal van de sleutel van nu. Het volgende bestand met dit controlegetal telt."
            )
            return 0
        print(f"Afzender {given.number} is bevestigd.")
        if done.taken:
            print(f"Bestanden die wachtten en nu meetellen: {done.taken}")
        if done.small:
            print(f"Klein en nog verzegeld, tot er samen genoeg zijn: {done.small}")
        for sentence in done.late:
            print(f"Een bestand dat wachtte: {sentence}")
        for sentence in done.dropped:
            print(f"Een bestand dat wachtte: {sentence}", file=sys.stderr)
    return 1 if done.dropped else 0


def label(given: Namespace) -> int:
    with opened(given) as store:
        listed.label(store, given.number, given.label)
        print(f"Afzender {given.number} heeft een naam.")
    return 0


def withdraw(given: Namespace) -> int:
    with opened(given) as store:
        found = listed.numbered(store, given.number)
        if not given.erase:
            raise InputError(_FOR_GOOD.format(found.label or f"afzender {found.number}"), "erase")
        listed.withdraw(store, given.number, date.today())
        print(f"Afzender {given.number} is ingetrokken. De bijdragen zijn weg en tellen niet meer mee.")
        print("Wat al gepubliceerd is, blijft zoals het is.")
    return 0


def rotate(given: Namespace) -> int:
    """Another key pair; every sender has to take in the new key file."""
    try:
        until = date.fromisoformat(given.until)
    except ValueError:
        raise InputError(_NO_DAY, "until") from None
    with opened(given) as store:
        made = coordinator.rotate(store, until, date.today())
        print(f"Nieuwe sleutel, met controlegetal: {made.spoken}")
        print(f"Tot en met {until:%d-%m-%Y} gaan ook bestanden met de oude sleutel open.")
        print("Geef elke afzender het nieuwe sleutelbestand: doorbraak coordinator key --out BESTAND")
    return 0


def receive(given: Namespace) -> int:
    """Every file on a line of its own, also those of a folder; 1 when any was refused."""
    from doorbraak.model.exchange import container, receiving

    def told(report: receiving.FileReport, _done: int, _all: int) -> None:
        print(f"{report.name}: {report.sentence}", file=sys.stderr if report.refused else sys.stdout)

    with opened(given) as store:
        found = [one for path in given.files for one in receiving.files_in(path)]
        if not found:
            raise InputError(_NO_FILES.format(container.SUFFIX), "files")
        reports = receiving.receive(store, found, date.today(), told=told)
        if any(report.outcome == "held" for report in reports):
            print("Bekijk de controlegetallen: doorbraak coordinator senders")
    return 1 if any(report.refused for report in reports) else 0
