"""`publish`: the publication of a period, made once and the same for ever, and its files."""

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from doorbraak.cli.coordinator import opened
from doorbraak.model.errors import InputError
from doorbraak.model.exchange import (
    export_periods,
    periods,
    publication_checks,
    publication_csv,
    publication_gemeente,
    publication_package,
    publication_print,
    published,
    senders,
    summary,
    yearly,
)
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.published import Publication
from doorbraak.model.exchange.published_rules import limits_here
from doorbraak.model.workspace.store import Store

_ALONE = f"{publication_checks.ALONE} Er is niets gepubliceerd. Mag het? Typ dan --one-sender erbij."
_INCOMPLETE = "{} Er is niets gepubliceerd. Mag het zo? Typ dan --incomplete erbij."
_LOOSE = "--list gaat alleen samen met --workspace. Er is niets gedaan. Typ de opdracht opnieuw."


def publish(given: Namespace) -> int:
    if given.list:
        return _list(given)
    today = date.today()
    period = periods.parse(given.period) if given.period else export_periods.last_quarter(today)
    if given.gemeente is not None:
        publication_csv.check_gemeente(given.gemeente)
    with opened(given) as store:
        found = _published(store, period, given, today)
        if given.gemeente is not None:
            publication_gemeente.keep(store, given.gemeente)
        _write(store, found, given.out)
    return 0


def _published(store: Store, period: Period, given: Namespace, today: date) -> Publication:
    """The one that is final, a year of its quarters, or a new one once it is sure that it can be written there."""
    from doorbraak.model.exchange import publication_writing

    folder: Path = given.out
    publication_writing.refuse_folder(folder, store.folder)
    found = yearly.kept_or_made(store, period)
    if found is not None:
        return found
    if (folder / publication_package.file_name(str(period))).exists():
        raise InputError(publication_writing.OTHERS, "out")  # before it is too late to choose another period
    lines = senders.lines(store, (period,))
    if why := publication_checks.why_not(period, lines, today):
        raise InputError(why, "period")
    if publication_checks.missing(lines) and not given.incomplete:
        raise InputError(_INCOMPLETE.format(publication_checks.who_is_in(lines)), "incomplete")
    if publication_checks.of_one_sender(lines) and not given.one_sender:
        raise InputError(_ALONE, "one_sender")
    if who := publication_checks.who_is_in(lines):
        print(who)
    asked = published.read_for(store, period)
    for refused in limits_here()[1]:
        _progress(refused)
    _progress("De cijfers worden beveiligd. Dat kan een paar minuten duren.")
    outcome = published.protected(asked, _Steps())
    with store.change("Publicatie maken", action="uitvoeren", undoable=False):
        return published.make_final(store, asked, outcome, today)


def _write(store: Store, found: Publication, folder: Path) -> None:
    from doorbraak.model.exchange import publication_writing
    from doorbraak.ui.paper import publication_files

    _progress("De bestanden worden gemaakt.")
    gemeente = publication_gemeente.kept(store)
    files = publication_files.files(found, yearly.before(store, found), _Steps(), gemeente)
    publication_writing.write(found, files, folder, store.folder, store.note)
    _told(found, files, folder, gemeente)


class _Steps:
    """Says at every tenth part how far it is."""

    def __init__(self) -> None:
        self._said = 0

    def __call__(self, done: int, all_: int) -> None:
        tenth = 10 * done // max(all_, 1)
        if tenth > self._said:
            self._said = tenth
            _progress(f"  {tenth * 10}%")


def _progress(sentence: str) -> None:
    if sys.stderr is not None:
        print(sentence, file=sys.stderr, flush=True)


def _told(publication: Publication, files: dict[str, bytes], folder: Path, gemeente: str) -> None:
    print(f"Geschreven in: {folder.absolute()}")
    if publication.example:
        print(summary.EXAMPLE)
    for name in files:
        print(f"  {name}")
    print("Statistisch beveiligd, geen gegevens van één huishouden.")
    if gemeente:
        print(f"Gemeente bij elke regel: {gemeente}. Dit blijft zo tot je een andere code typt.")
    print(f"Controlegetal van deze cijfers: {publication_print.spoken(publication)}")
    if publication.quarters:
        print(f"Gemaakt van de publicaties over {', '.join(one.period for one in publication.quarters)}.")
        return
    print(f"De publicatie over {publication.period} ligt vast. Later ontvangen bestanden veranderen haar niet meer.")


def _list(given: Namespace) -> int:
    if given.period or given.gemeente is not None or given.one_sender or given.incomplete:
        raise InputError(_LOOSE, "list")
    with opened(given) as store:
        kept = published.kept_periods(store)
        for period in kept:
            print(period)
        for year in yearly.possible(kept):
            print(f"{yearly.called(kept, year)}, te maken van kwartalen: --period {year}")
        if not kept:
            print("Er is nog niets gepubliceerd.")
    return 0
