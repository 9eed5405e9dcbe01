"""`demo --coordinator`: twelve made-up laptops that send, and a coordinator that receives and publishes two quarters.

All is made beside its place and takes it at the end: who breaks it off keeps what an earlier demo made, and no half.
"""

import shutil
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from doorbraak.cli import demo_folder, export, window
from doorbraak.cli.demo import is_shown
from doorbraak.cli.workspace import closed_after
from doorbraak.model import catalogue, whole_files
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.published_cases import PASSPHRASE
from doorbraak.model.exchange import synthetic_laptops as laptops
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.published import Publication
from doorbraak.model.exchange.synthetic_laptops import LATE, QUARTERS, SECOND
from doorbraak.model.workspace.store import Store

TWELVE = "twaalf-laptops"
UNFINISHED = TWELVE + whole_files.UNFINISHED
COORDINATOR, SENDING, KEY = "coordinator", "laptops", "sleutel-coordinator.json"
RECEIVED, REFUSED, TOO_LATE, PUBLISHED = "ontvangen", "geweigerd", "te-laat", "publicaties"


def demo(given: Namespace) -> int:
    """Says as it goes what was made, received, refused and published; then where all of it is."""
    folder: Path = given.out
    shown = is_shown(given)
    workspaces = [f"{TWELVE}/{COORDINATOR}", *(f"{TWELVE}/{SENDING}/{one.name}" for one in laptops.LAPTOPS)]
    with whole_files.errors_for_people(), export.readable_by_owner_only():
        demo_folder.claim(folder, (TWELVE, UNFINISHED), workspaces)
        if shown:
            window.prepare()
        with _unfinished(folder / UNFINISHED) as place:
            _make(place)
            _take_place(place, folder / TWELVE)
    _say_where(folder / TWELVE)
    return window.run(folder / TWELVE / COORDINATOR, PASSPHRASE) if shown else 0


@contextmanager
def _unfinished(place: Path) -> Iterator[Path]:
    """An empty folder that is gone afterwards, unless it took its place."""
    if place.exists():  # of one that was killed
        shutil.rmtree(place)
    try:
        place.mkdir()
        yield place
    finally:
        if place.exists():
            shutil.rmtree(place)


def _take_place(place: Path, final: Path) -> None:
    if final.exists():
        shutil.rmtree(final)
    place.rename(final)


def _make(place: Path) -> None:
    known, today = catalogue.load(), date.today()
    print("VOORBEELD: alles hierna is synthetisch. Het gaat over niemand.", flush=True)
    with closed_after(laptops.make_coordinator(place / COORDINATOR, PASSPHRASE, today)) as store:
        from doorbraak.model.exchange import coordinator

        key = coordinator.key_file(store)
        whole_files.write_all(place, {KEY: key})
        digits = _send_all(place, key, known, today)
        previous: Publication | None = None
        for period in QUARTERS:
            _receive(store, place, period, digits, today)
            previous = _publish(store, place, period, previous, today)


# -- the laptops ----------------------------------------------------------------------------------------


def _send_all(place: Path, key: bytes, known: Catalogue, today: date) -> dict[str, str]:
    """Every laptop with the files that it sends; returns what each would read aloud, by the name of its file."""
    from doorbraak.model.exchange import coordinator_key, sent

    digits = {}
    for at, (laptop, cases) in enumerate(laptops.cases(known, laptops.LAPTOPS).items(), 1):
        _line(f"Laptop {at} van {len(laptops.LAPTOPS)}: {len(cases)} huishoudens")
        folder = place / SENDING / laptop.name
        folder.parent.mkdir(exist_ok=True)
        with closed_after(laptops.make_laptop(folder, PASSPHRASE, laptop, cases, key, today)) as store:
            for period in laptop.periods:
                _write(place / RECEIVED / str(period), laptops.file_name(laptop, period), store, period, known)
            if laptop == LATE:
                late = laptops.file_name(laptop, SECOND)
                _write(place / TOO_LATE, late, store, SECOND, known)
                _spoil(place / TOO_LATE / late, place / REFUSED)
                export.write_summary(store, known, place / REFUSED, today)
            own = sent.sender(store)
            digits[laptop.name] = coordinator_key.spoken(own.fingerprint) if own else ""
    _line("")
    return digits


def _write(folder: Path, name: str, store: Store, period: Period, known: Catalogue) -> None:
    whole_files.write_all(folder, {name: laptops.send(store, period, known)})


def _spoil(path: Path, folder: Path) -> None:
    """As it comes in when one byte of it was altered on the way."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    whole_files.write_all(folder, {path.name: bytes(content)})


# -- the coordinator ------------------------------------------------------------------------------------


def _receive(store: Store, place: Path, period: Period, digits: Mapping[str, str], today: date) -> None:
    """All that came in time, and what can't be taken; then every new sender reads its digits aloud."""
    from doorbraak.model.exchange import receiving, senders

    came = sorted((place / RECEIVED / str(period)).iterdir())
    wrong = sorted((place / REFUSED).iterdir()) if period == SECOND else []
    print(f"\n{period}: {len(came) + len(wrong)} bestanden ontvangen")
    reports = receiving.receive(store, (*came, *wrong), today)
    for report in reports:
        if report.refused:
            print(f"  geweigerd: {report.name}\n             {report.sentence}")
    of = {laptops.file_name(laptop, period): laptop for laptop in laptops.LAPTOPS}
    for report in reports:
        if report.outcome == "held" and report.sender is not None:
            laptop = of[report.name]
            receiving.confirm(store, report.sender, digits[laptop.name], today)
            senders.label(store, report.sender, laptop.label)
    _say_states(store, period)


def _say_states(store: Store, period: Period) -> None:
    from doorbraak.model.exchange import senders

    states = Counter(state for line in senders.lines(store, (period,)) for _, state in line.asked)
    for state, said in senders.STATES.items():
        if states[state]:
            print(f"  {said}: {states[state]}")


def _publish(store: Store, place: Path, period: Period, previous: Publication | None, today: date) -> Publication:
    from doorbraak.model.exchange import publication_writing, published
    from doorbraak.ui.paper import publication_files

    _line(f"  {period} beveiligen en nakijken…")
    made = published.publish_in(store, period, today)
    written = publication_writing.write(
        made, publication_files.files(made, previous), place / PUBLISHED / str(period), store.folder, store.note
    )
    _line("")
    shown = sum(len(table.shown) for table in made.tables)
    tables = sum(bool(table.shown) for table in made.tables)
    print(f"  gepubliceerd: {shown} cijfers in {tables} van {len(made.tables)} tabellen; bestanden: {len(written)}")
    return made


# -- what is said ---------------------------------------------------------------------------------------


def _line(said: str) -> None:
    """How far it is, on one line that is written over; on a line of its own where nobody watches."""
    if not sys.stdout.isatty():
        if said:
            print(said, flush=True)
        return
    print(f"\r\x1b[K{said}", end="", flush=True)


def _say_where(folder: Path) -> None:
    place = folder.absolute()
    small = " en ".join(laptop.name for laptop in laptops.SMALL)
    number = sum(laptop.households for laptop in laptops.LAPTOPS)
    lines: Sequence[str] = (
        "",
        f"Klaar: {len(laptops.LAPTOPS)} laptops met samen {number} verzonnen huishoudens, en hun coördinator.",
        f"  {small} zijn klein: wat zij sturen blijft verzegeld tot er samen genoeg huishoudens zijn.",
        f"  {LATE.name} stuurde {SECOND} te laat. Neem het bestand uit {TOO_LATE} in om te zien wat er dan gebeurt.",
        "",
        f"Werkmap van de coördinator  {place / COORDINATOR}",
        f"Werkmappen van de laptops   {place / SENDING}",
        f"Wat ontvangen is            {place / RECEIVED}",
        f"Wat geweigerd is            {place / REFUSED}",
        f"Publicaties                 {place / PUBLISHED}",
        "",
        f"De wachtzin van alle werkmappen: {PASSPHRASE}",
        f"Openen in het venster: doorbraak --workspace {_quoted(place / COORDINATOR)}",
        f"De afzenders als lijst: doorbraak coordinator senders --workspace {_quoted(place / COORDINATOR)}",
    )
    print("\n".join(lines))


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
