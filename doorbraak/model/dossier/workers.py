"""The people who work at an agency: whom to call. In the dossier only."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier import checks, columns, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.store import Store

TABLE = columns.record_table(
    "worker",
    columns.belongs_to("agency"),
    columns.words("name"),
    columns.words("function"),
    columns.words("phone"),
    columns.words("mail"),
)
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Worker:
    """A name or a function is there; `phone` and `mail` are as they were written down."""

    id: int
    agency: int
    name: str
    function: str
    phone: str
    mail: str
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Worker, ...]:
    return reading.records(store, TABLE, Worker, household)


def add(
    store: Store, agency: int, *, name: str = "", function: str = "", phone: str = "", mail: str = "",
    noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError without name and function."""
    name, function = _line(name, "name"), _line(function, "function")
    _known(name, function)
    return store.insert(
        "worker",
        agency=agency,
        name=name,
        function=function,
        phone=_line(phone, "phone"),
        mail=_line(mail, "mail"),
        **values(noted),
    )


def rename(store: Store, worker: int, name: str) -> None:
    name = _line(name, "name")
    _known(name, store.one("SELECT function FROM worker WHERE id = ?", [worker])[0])
    store.update("worker", worker, name=name)


def set_function(store: Store, worker: int, function: str) -> None:
    function = _line(function, "function")
    _known(store.one("SELECT name FROM worker WHERE id = ?", [worker])[0], function)
    store.update("worker", worker, function=function)


def set_phone(store: Store, worker: int, phone: str) -> None:
    store.update("worker", worker, phone=_line(phone, "phone"))


def set_mail(store: Store, worker: int, mail: str) -> None:
    store.update("worker", worker, mail=_line(mail, "mail"))


def remove(store: Store, worker: int) -> None:
    store.delete("worker", worker)


def _line(text: str, field: str) -> str:
    return checks.line(text, field, most=LONGEST)


def _known(name: str, function: str) -> None:
    if not name and not function:
        raise InputError("Vul een naam of een functie in. Een van de twee is genoeg.", "name")
