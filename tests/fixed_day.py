"""One day and one moment for the whole program, so that what depends on today is the same tomorrow."""

import datetime as dt
import sys
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest

import doorbraak

DAY = dt.date(2026, 11, 23)
MOMENT = dt.datetime(2026, 11, 23, 14, 32)


class _Real(type):
    """Makes days of the real kind, and knows them as its own."""

    real: type

    def __call__(cls, *words: Any, **named: Any) -> Any:
        return cls.real(*words, **named)

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls.real)


class _Date(dt.date, metaclass=_Real):
    real = dt.date

    @classmethod
    def today(cls) -> Any:
        return DAY


class _Datetime(dt.datetime, metaclass=_Real):
    real = dt.datetime

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Any:
        return MOMENT if tz is None else MOMENT.astimezone(tz)

    @classmethod
    def today(cls) -> Any:
        return MOMENT


def hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """In every module of the program that asks for the day; it has to be loaded for that."""
    for found in walk_packages(doorbraak.__path__, "doorbraak."):
        if not found.name.endswith("__main__"):
            import_module(found.name)
    for name, module in list(sys.modules.items()):
        if name.startswith("doorbraak"):
            for held, ours in ((dt.date, _Date), (dt.datetime, _Datetime)):
                if vars(module).get(held.__name__) is held:
                    monkeypatch.setattr(module, held.__name__, ours)
