"""Giving a dossier to a colleague: the file, the answer that came back, and then wiped here.

While it is on its way it lies here and there. Its secret sees to it that the household counts once in the exchange.
What changed here meanwhile is not lost: then the answer is not simply taken.
"""

import hashlib
import hmac
import secrets
from datetime import date, timedelta

from doorbraak.model.dossier import casefile, checks, dossier, erasure
from doorbraak.model.dossier import household as households
from doorbraak.model.dossier.erasure import Erased
from doorbraak.model.errors import InputError
from doorbraak.model.handover import erased_people, on_the_way, packet
from doorbraak.model.handover.own_key import Colleague
from doorbraak.model.workspace.store import Store

LASTS = timedelta(days=30)
"""How long a file can be taken in. After that it is the giver's again, without asking."""
ALREADY = (
    "Dit dossier is al onderweg naar %s. Er is niets gemaakt. Voer eerst het antwoord van je collega in, of neem het "
    "dossier terug."
)
NOT_GIVEN = "Dit dossier is niet onderweg. Er is niets veranderd. Maak eerst een bestand voor je collega."
WRONG = (
    "Dit antwoord hoort niet bij dit dossier. Er is niets veranderd. Vraag je collega om de acht cijfers nog eens te "
    "lezen."
)
CHANGED = (
    "Sinds het bestand is gemaakt, is dit dossier hier veranderd. Je collega heeft dat niet. Er is niets gewist. Geef "
    "door wat er nieuw is en wis dan, of neem het dossier terug en maak een nieuw bestand."
)
NOT_YET = (
    "Je collega kan dit dossier nog innemen, tot en met %s. Er is niets veranderd. Vraag je collega om het te weigeren "
    "en voer de acht cijfers in. Anders hebben twee mensen het."
)


def give(store: Store, household: int, colleague: Colleague, today: date, from_: str = "") -> bytes:
    """The sealed file. Inside a change. Raises InputError for one that is on its way, or too large for a file."""
    known = next((one for one in on_the_way.all_of(store) if one.household == household), None)
    if known is not None:
        raise InputError(ALREADY % known.label, "colleague")
    case, number = casefile.write(dossier.read(store, household)), households.read(store, household).number
    made = packet.Packet(
        format="doorbraak-overdracht", transfer=secrets.token_hex(16), receipt=secrets.token_hex(32),
        secret=households.exchange_secret(store, household).hex(), last_day=today + LASTS,
        from_=checks.line(from_, "from_")[: packet.LONGEST_FROM],
        case=case.decode(), marks=erased_people.marks(store, household),
        gone=erased_people.gone(store, number, packet.MOST_GONE),
    )  # fmt: skip
    store.insert(
        "handover_given", household=household, transfer=made.transfer, receipt=made.receipt, digest=_digest(case),
        label=colleague.label, given_on=today.isoformat(), last_day=made.last_day.isoformat(),
    )  # fmt: skip
    store.file.log("uitvoeren", f"huishouden {number}: overdracht")
    return packet.seal(made, colleague.key.public)


def confirm(store: Store, household: int, said: str, *, although_changed: bool = False) -> Erased:
    """The colleague took it in: it is wiped here, with the proof of that. Not inside a change: it makes its own.

    Raises InputError when these are not the digits, or when something changed here since.
    """
    transfer, receipt, digest = _given(store, household)
    _check(said, packet.answer(receipt, transfer, "taken"))
    if digest != _digest(casefile.write(dossier.read(store, household))) and not although_changed:
        raise InputError(CHANGED, "changed")
    return erasure.erase(store, household, "handed-over", confirmed=True)


def refused(store: Store, household: int, said: str) -> None:
    """The colleague will not take it in: it stays. Inside a change. Raises InputError when these are not the digits."""
    transfer, receipt, _ = _given(store, household)
    _check(said, packet.answer(receipt, transfer, "refused"))
    _stays(store, household)


def take_back(store: Store, household: int, today: date) -> None:
    """Nobody can take it in any more, and the user says that the colleague has not got it: no program can see that.

    Inside a change. Raises InputError before that day.
    """
    _given(store, household)
    last = next(one.last_day for one in on_the_way.all_of(store) if one.household == household)
    if today <= last:
        raise InputError(NOT_YET % last.strftime("%d-%m-%Y"), "last_day")
    _stays(store, household)


def came_back(store: Store, household: int) -> None:
    """Another file of it was taken in here: an earlier answer may not wipe it any more. Inside a change."""
    if any(one.household == household for one in on_the_way.all_of(store)):
        _stays(store, household)


def _given(store: Store, household: int) -> tuple[str, str, str]:
    rows = store.rows("SELECT transfer, receipt, digest FROM handover_given WHERE household = ?", [household])
    if not rows:
        raise InputError(NOT_GIVEN, "household")
    return rows[0][0], rows[0][1], rows[0][2]


def _stays(store: Store, household: int) -> None:
    (row,) = store.one("SELECT id FROM handover_given WHERE household = ?", [household])
    store.delete("handover_given", row)


def _check(said: str, expected: str) -> None:
    digits = "".join(sign for sign in said if sign.isdigit())
    if not hmac.compare_digest(digits.encode(), expected.replace(" ", "").encode()):
        raise InputError(WRONG, "answer")


def _digest(case: bytes) -> str:
    return hashlib.sha256(case).hexdigest()
