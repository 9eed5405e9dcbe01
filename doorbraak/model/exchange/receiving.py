"""Taking in exchange files: each as a whole or not at all, and one that is refused stops no other.

A file is believed after every check of `container.open_`, when its sender was confirmed, and when nothing newer of
that sender and period is here. What comes twice changes nothing, and in which order files come makes no difference:
per sender and period the highest sequence number stays.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from doorbraak.model import bounded, whole_files
from doorbraak.model.errors import InputError, UserError
from doorbraak.model.exchange import container, opening_box, outcomes, periods, received, senders, small_files, too_late
from doorbraak.model.exchange.container import Opened
from doorbraak.model.exchange.opening_box import Box
from doorbraak.model.exchange.outcomes import SAID, FileReport, Outcome, shown
from doorbraak.model.exchange.refusals import refuse
from doorbraak.model.exchange.senders import Sender
from doorbraak.model.exchange.table_catalogue import TableCatalogue
from doorbraak.model.workspace.store import Store

WRONG_DIGITS = (
    "Dit is niet het controlegetal van deze afzender. Er is niets veranderd. Vraag het nog eens; klopt het "
    "weer niet, vertrouw de bestanden dan niet en trek deze afzender in."
)
NO_DIGITS = (
    "Een controlegetal heeft 24 cijfers. Er is niets veranderd. Typ alle cijfers zoals de afzender ze voorleest."
)
ALREADY = "Deze afzender was al bevestigd met dit controlegetal. Er is niets veranderd. Kies een andere afzender."
_DIGITS = 24


def receive(
    store: Store, paths: Sequence[Path], today: date, *, tables: TableCatalogue | None = None,
    told: Callable[[FileReport, int, int], None] | None = None, stopped: Callable[[], bool] | None = None,
) -> tuple[FileReport, ...]:  # fmt: skip
    """A report of every file, in order. `told`: each when it is there, with how many are done and how many there are;
    `stopped` is asked before each: from then on the others are skipped.
    """
    box, reports, halted = opening_box.box_of(store, tables), list[FileReport](), False
    for path in paths:
        halted = halted or (stopped is not None and stopped())
        name = shown(path.name)
        reports.append(_skipped(name) if halted else _received(store, box, path, name, today))
        if told is not None:
            told(reports[-1], len(reports), len(paths))
    return tuple(reports)


def _skipped(name: str) -> FileReport:
    return FileReport(name, "skipped", SAID["skipped"])


def _received(store: Store, box: Box, path: Path, name: str, today: date) -> FileReport:
    try:
        whole_files.refuse_inside(store.folder, path)  # to read the open database would break its lock
        outcome, sender, sentence = take_in(store, box, bounded.read(path, container.MOST_BYTES), today)
    except UserError as error:
        return FileReport(name, "refused", error.sentence)
    return FileReport(name, outcome, sentence, sender)


def files_in(path: Path) -> list[Path]:
    """Itself, or what lies in a folder and is called like an exchange file."""
    try:
        if not path.is_dir():
            return [path]
        return sorted(one for one in path.iterdir() if one.suffix == container.SUFFIX and one.is_file())
    except OSError:  # reading it will say so
        return [path]


def take_in(store: Store, box: Box, content: bytes, today: date) -> tuple[Outcome, int | None, str]:
    """One file as one step, with the number of its sender and what there is to say. Raises UserError; then nothing was
    changed.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    if received.here(store, sha256):
        return "again", None, SAID["again"]
    opened, pair = box.open_new(content, today)
    payload = opened.payload
    sender = senders.signer(store, payload.sender, opened.verify_key)
    earlier = None if sender is None else received.before(store, sender.number, payload.period)
    parts = received.packed(payload)
    if sender is not None and earlier is not None:
        here = _is_here(earlier, payload.sequence, parts.digest)
        if here and sender.verify_key == opened.verify_key:  # else its next key is known from here on
            return "again", sender.number, SAID["again"]
    if received.versions(store, payload.period) - {payload.catalogue}:
        refuse(outcomes.OTHER_VERSION)
    waits = sender is None or not sender.counts or opened.small is not None
    with store.change("Uitwisselbestand ontvangen", action="invoeren", undoable=False):
        if sender is None:
            number = senders.add(store, payload.sender, opened.verify_key)
        else:
            number = sender.number
            if sender.verify_key != opened.verify_key:
                senders.take_new_key(store, sender, opened.verify_key)
        received.keep(
            store, earlier, payload, parts, sender=number, sha256=sha256, today=today,
            sealed=content if waits else None, key_pair=pair.id,
            small=0 if opened.small is None else opened.small.households,
        )  # fmt: skip
        store.file.log("invoeren", f"uitwisselbestand {payload.period} nummer {payload.sequence}, {sha256}")
    late = too_late.why(store, periods.parse(payload.period))
    if sender is None or not sender.counts:
        return "held", number, " ".join(part for part in (SAID["held"], late) if part)
    if late:
        return "late", number, f"{SAID['late']} {late}"
    outcome: Outcome = "taken" if earlier is None or earlier.content == "none" else "replaced"
    if opened.small is not None and not small_files.enough(store, payload.period, box):
        outcome = "waits"
    return outcome, number, SAID[outcome]


def _is_here(earlier: received.Before, sequence: int, digest: str) -> bool:
    """Raises ExchangeRefused for what is older, or another content under the same number."""
    if sequence < earlier.sequence:
        refuse(outcomes.OLDER)
    if sequence > earlier.sequence:
        return False
    if digest != earlier.digest:
        refuse(outcomes.SAME_NUMBER)
    return earlier.content != "none"


# -- believing a sender ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Confirmed:
    """`taken`: how many files that waited count now; `late`: why others count no more, and `dropped`: why they could
    not be taken after all. `small`: how many wait for other small ones.

    `next_key`: nothing waited for it; the digits are of the key that takes the place of the one of now.
    """

    sender: Sender
    taken: int = 0
    late: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    small: int = 0
    next_key: bool = False


def confirm(
    store: Store, number: int, digits: str, today: date, *, tables: TableCatalogue | None = None
) -> Confirmed:  # fmt: skip
    """When the sender read these digits aloud: its files that waited count from now on.

    For a sender that was confirmed before, other digits are those of its next key: the first file under that key is
    then believed, and none under the old one. One that was withdrawn counts again, for files that come from now on.
    Raises NotFound, InputError.
    """
    sender, said = senders.numbered(store, number), _spoken(digits)
    if sender.confirmed_on is not None and sender.counts and said == sender.spoken:
        raise InputError(ALREADY, "fingerprint")
    if sender.confirmed_on is not None and said != sender.spoken:
        with store.change("Nieuwe sleutel van een afzender verwachten", undoable=False):
            store.update("sender", number, expected=said, withdrawn_on=None)
            store.file.log("wijzigen", f"sleutel afzender {said} verwacht in plaats van {sender.spoken}")
        return Confirmed(senders.numbered(store, number), next_key=True)
    if said != sender.spoken:
        raise InputError(WRONG_DIGITS, "fingerprint")
    senders.refuse_same_key(store, sender)
    box, dropped, believed = opening_box.box_of(store, tables), list[str](), list[Opened]()
    with store.change("Afzender bevestigen", undoable=False):
        store.update("sender", number, confirmed_on=today.isoformat(), withdrawn_on=None)
        for other in senders.named(store, sender.id):
            if other.number != number:  # said that they are this one
                store.delete("sender", other.number)
        for waiting in received.sealed_of(store, number):
            try:
                opened = box.open_kept(waiting.content, waiting.key_pair)
            except UserError as error:
                dropped.append(error.sentence)
                received.drop(store, waiting.row)
                continue
            believed.append(opened)
            if opened.small is None:
                received.unpack(store, waiting.row, received.packed(opened.payload))
                store.update("received", waiting.row, content="open", sealed=None, key_pair=None)
        store.file.log("wijzigen", f"afzender {sender.spoken} bevestigd")
    late = [why for one in believed if (why := too_late.why(store, periods.parse(one.payload.period)))]
    on_time = [one for one in believed if not too_late.why(store, periods.parse(one.payload.period))]
    small = sum(one.small is not None and not small_files.enough(store, one.small.period, box) for one in on_time)
    return Confirmed(senders.numbered(store, number), len(on_time) - small, tuple(late), tuple(dropped), small)


def _spoken(digits: str) -> str:
    """As `coordinator_key.spoken` writes it, however it was typed. Raises InputError."""
    plain = "".join(sign for sign in digits if sign.isascii() and sign.isdigit())
    if len(plain) != _DIGITS or any(sign.isalpha() for sign in digits):
        raise InputError(NO_DIGITS, "fingerprint")
    return " ".join(plain[at : at + 4] for at in range(0, _DIGITS, 4))
