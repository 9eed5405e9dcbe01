"""The kinds of columns that tables of records have: each shows a field and writes it by a verb of the dossier."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from doorbraak.model import money
from doorbraak.model.dossier import noted
from doorbraak.model.errors import InputError
from doorbraak.model.insight import choice_names
from doorbraak.ui.widgets.numbers import shown_day, typed_day, typed_whole
from doorbraak.ui.widgets.record_model import ORIGIN, Column

if TYPE_CHECKING:
    from doorbraak.ui.page import Page

Verb = Callable[..., object]
Options = Callable[[], Sequence[tuple[int, str]]]


def text(page: "Page", key: str, title: str, label: str, verb: Verb, *, width: int = 0, hint: str = "") -> Column:
    """Words as they are. `label` names the undo step."""
    return Column(key, title, lambda record: getattr(record, key), page.writes(label, verb), width=width, hint=hint)


def day(
    page: "Page", key: str, title: str, label: str, verb: Verb, *, needed: bool = False, width: int = 96, hint: str = ""
) -> Column:  # fmt: skip
    """A date; empty is none, unless it is `needed`."""

    def read(typed: str) -> object:
        on = typed_day(typed, key)
        if on is None and needed:
            raise InputError("Hier hoort een datum. Schrijf hem zo: 31-12-2026.", key)
        return on

    return Column(
        key,
        title,
        lambda record: shown_day(getattr(record, key)),
        page.writes(label, verb, read),
        width=width,
        sort=lambda record: getattr(record, key).toordinal() if getattr(record, key) else 0,
        hint=hint,
    )


def choice(
    page: "Page", key: str, title: str, label: str, verb: Verb, names: Mapping[Any, str], *, width: int, hint: str = ""
) -> Column:  # fmt: skip
    """One of a few words; what is not chosen is shown empty. Sorts in the order of `names`."""
    order = {value: at for at, value in enumerate(names)}
    return Column(
        key,
        title,
        lambda record: names[getattr(record, key)] if getattr(record, key) else "",
        page.writes(label, verb),
        choices=lambda: list(names.items()),
        start=lambda record: getattr(record, key),
        sort=lambda record: order[getattr(record, key)],
        width=width,
        hint=hint,
    )


def flag(page: "Page", key: str, title: str, label: str, verb: Verb, *, width: int = 80, hint: str = "") -> Column:
    """Yes, or nothing."""
    return Column(
        key,
        title,
        lambda record: "Ja" if getattr(record, key) else "",
        page.writes(label, verb, bool),
        choices=lambda: [("1", "Ja"), ("", "Nee")],
        start=lambda record: "1" if getattr(record, key) else "",
        width=width,
        hint=hint,
    )


def amount(page: "Page", key: str, title: str, label: str, verb: Verb, *, width: int = 110, hint: str = "") -> Column:
    """Euros, or none."""
    return Column(
        key,
        title,
        lambda record: "" if getattr(record, key) is None else money.exact(getattr(record, key)),
        page.writes(label, verb, lambda typed: money.parse(typed, field=key) if typed.strip() else None),
        start=lambda record: "" if getattr(record, key) is None else money.typed(getattr(record, key)),
        numeric=True,
        width=width,
        sort=lambda record: -1 if getattr(record, key) is None else getattr(record, key),
        hint=hint,
    )


def whole(
    page: "Page", key: str, title: str, label: str, verb: Verb, *, maybe: bool = True, width: int = 80, hint: str = ""
) -> Column:  # fmt: skip
    """A whole number; empty is none, or nought when there has to be one."""

    def read(typed: str) -> int | None:
        return typed_whole(typed, key) if typed.strip() else None if maybe else 0

    return Column(
        key,
        title,
        lambda record: "" if getattr(record, key) is None else str(getattr(record, key)),
        page.writes(label, verb, read),
        numeric=True,
        width=width,
        sort=lambda record: -1 if getattr(record, key) is None else getattr(record, key),
        hint=hint,
    )


def one_of(
    page: "Page", key: str, title: str, label: str, verb: Verb, options: Options, *, nobody: str, width: int,
    hint: str = "",
) -> Column:  # fmt: skip
    """Another row of the household, such as a person or an agency; `nobody` is the choice of none."""

    def shown(record: Any) -> str:
        return dict(options()).get(getattr(record, key), "")

    return Column(
        key,
        title,
        shown,
        page.writes(label, verb, lambda id_: int(id_) if id_ else None),
        choices=lambda: [("", nobody), *((str(id_), name) for id_, name in options())],
        start=lambda record: str(getattr(record, key) or ""),
        width=width,
        hint=hint,
    )


def origin(page: "Page", table: str, *, width: int = 92) -> Column:
    """From whom the record comes. The table shows this column only when one of its records says so."""
    return Column(
        ORIGIN,
        "Herkomst",
        lambda record: choice_names.ORIGINS[record.origin] if record.origin else "",
        lambda record, chosen: page.run("Herkomst wijzigen", noted.set_origin, table, record.id, chosen),
        choices=lambda: list(choice_names.ORIGINS.items()),
        start=lambda record: record.origin,
        width=width,
        hint="Van wie dit komt. Een voorbeeld is verzonnen.",
    )
