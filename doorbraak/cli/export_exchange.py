"""What is exchanged with the coordinator, by command: the key file in, the röntgen on the screen, the file out."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from doorbraak.cli.catalogue_lists import known_in
from doorbraak.cli.export import make_empty, readable_by_owner_only
from doorbraak.cli.workspace import opened
from doorbraak.model import bounded, whole_files
from doorbraak.model.errors import InputError
from doorbraak.model.exchange import (
    coordinator_key,
    coordinator_key_changes,
    export_periods,
    lacking,
    periods,
    sending,
    sent,
    table_catalogue,
    xray_words,
)
from doorbraak.model.exchange.container import SUFFIX
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.sending import Prepared
from doorbraak.model.exchange.xray import xray
from doorbraak.model.workspace.store import Store

_DIGITS_NEEDED = (
    "Vergelijk eerst het controlegetal, er is nog niets overgenomen. Vraag de coördinator het voor te lezen, en typ "
    "het erachter: --fingerprint 0000-0000-0000-0000-0000-0000."
)
_LACKING = (
    "Er is niets gemaakt. Kies het team bij Extra > Mijn gegevens en de wijk bij het huishouden. Moet het zonder? Typ "
    "dan --incomplete erbij."
)
_OTHER_DIGITS = (
    "Dit controlegetal hoort niet bij deze sleutel, dus er is niets overgenomen. Laat het nog eens voorlezen. Klopt "
    "het weer niet, vraag de coördinator dan om het bestand opnieuw te geven."
)


def run(given: Namespace) -> int:
    if given.coordinator_key is not None:
        return _take_key(given)
    today = date.today()
    period = periods.parse(given.period) if given.period else export_periods.last_quarter(today)
    return _show(given, period, today) if given.xray else _write(given, period, today)


def _take_key(given: Namespace) -> int:
    """Only with the digits that were read aloud: what the program shows itself would be typed over. Without them
    it says what would change.
    """
    content = bounded.read(given.coordinator_key, coordinator_key.MOST_BYTES)
    taken = coordinator_key.decode(content)
    digits = "".join(sign for sign in "".join(given.fingerprint) if sign not in " -")
    if digits and digits != taken.spoken.replace(" ", ""):
        raise InputError(_OTHER_DIGITS, "fingerprint")
    with opened(given.workspace, given.passphrase_file) as store:
        for line in coordinator_key_changes.said(sent.coordinator(store), taken):
            print(line)
        if not digits:
            raise InputError(_DIGITS_NEEDED, "fingerprint")
        with store.change("Sleutel overnemen", action="invoeren"):
            sent.take_coordinator(store, content, date.today())
        print("De sleutel van de coördinator is overgenomen.")
        print(f"Teams: {len(taken.teams)}. Wijken: {len(taken.wijken)}.")
    return 0


def _prepared(store: Store, period: Period, today: date) -> Prepared:
    return sending.prepare(store, known_in(store), table_catalogue.load(), period, today)


def _show(given: Namespace, period: Period, today: date) -> int:
    with opened(given.workspace, given.passphrase_file) as store:
        store.note("inzien", "uitwisselen")
        prepared = _prepared(store, period, today)
        for line in xray_words.printed(xray(prepared), example=prepared.payload.example):
            print(line)
        if prepared.again:
            print(f"\n{xray_words.again_of(prepared.changed)}")
    return 0


def _write(given: Namespace, period: Period, today: date) -> int:
    folder: Path = given.out
    with opened(given.workspace, given.passphrase_file) as store:
        whole_files.refuse_inside(store.folder, folder)
        lacks = lacking.lacking(store, period)
        if lacks and not given.incomplete:
            raise InputError(f"{lacking.FOR_GOOD} {lacks.said} {_LACKING}", "incomplete")
        prepared = _prepared(store, period, today)
        sending.check(prepared)
        with readable_by_owner_only(), whole_files.errors_for_people():
            make_empty(folder)
            name = f"uitwisseling-{period}{SUFFIX}"
            whole_files.write_all(folder, {name: sending.make(store, prepared, today)})
        _told(store, prepared, folder / name)
    return 0


def _told(store: Store, prepared: Prepared, path: Path) -> None:
    print(f"Geschreven: {path.absolute()}")
    print(f"{xray_words.EXCHANGE_LABEL[0].upper()}{xray_words.EXCHANGE_LABEL[1:]}.")
    if prepared.payload.example:
        print(xray_words.EXAMPLE)
    print(xray_words.size_of(prepared.payload.households))
    if prepared.again:
        print(xray_words.again_of(prepared.changed))
    own = sent.sender(store)
    if own is not None:
        print(f"Jouw controlegetal, als de coördinator erom vraagt: {coordinator_key.spoken(own.fingerprint)}")
