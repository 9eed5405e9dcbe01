"""Hears from the system that nobody is at the laptop any more: it goes to sleep, or its screen is locked.

Where the system says nothing, `slept` still sees afterwards that the laptop slept.
"""

import os
import sys
import time
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from doorbraak.ui.suspend_windows import Messages

JUMP = timedelta(seconds=30)
"""A second passes between two looks. Longer than this one: the laptop slept, or its clock was set."""
NAP = 2.0
"""Seconds of sleep, where the system counts them. Less is an idle processor."""

_CLOCKS = ("CLOCK_MONOTONIC", "CLOCK_BOOTTIME")
_MANAGER = "org.freedesktop.login1"
_SCREENS = tuple(f"org.{who}.ScreenSaver" for who in ("freedesktop", "gnome", "cinnamon", "mate", "xfce"))


def slept_until_now() -> float | None:
    """Seconds asleep since the machine was started, by two clocks of which one goes on; None when it does not say."""
    names = ("CLOCK_UPTIME_RAW", "CLOCK_MONOTONIC_RAW") if sys.platform == "darwin" else _CLOCKS
    awake, always = (getattr(time, name, None) for name in names)
    if awake is None or always is None:
        return None
    return time.clock_gettime(always) - time.clock_gettime(awake)


def slept(since_last_look: timedelta, before: float | None, now: float | None) -> bool:
    """By what the machine itself counted; else by the wall clock. One that was set back says nothing."""
    if before is not None and now is not None:
        return now - before >= NAP
    return since_last_look >= JUMP


class Suspend(QObject):
    """`away` when somebody has to be kept out from now on. Says nothing before `start` and after `stop`."""

    away = Signal()

    def __init__(self, parent: QObject, platform: str = sys.platform) -> None:
        super().__init__(parent)
        self._platform = platform
        self._messages: Messages | None = None
        self._on = False

    def start(self) -> None:
        if not self._on:
            self._on = True
            self._listen(True)

    def stop(self) -> None:
        if self._on:
            self._on = False
            self._listen(False)

    def _listen(self, on: bool) -> None:
        if self._platform == "win32":
            self._to_messages(on)
        elif self._platform.startswith("linux"):
            self._to_buses(on)

    def _to_buses(self, on: bool) -> None:
        """Late: a start needs none of it. A bus that is not there, or not on this machine, is left alone."""
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:  # a system without the library
            return
        for system, path, interface, name, slot in subscriptions(os.environ):
            bus = QDBusConnection.systemBus() if system else QDBusConnection.sessionBus()
            if bus.isConnected():
                heard = (_MANAGER if system else "", path, interface, name, self, SLOT(slot))
                bus.connect(*heard) if on else bus.disconnect(*heard)

    @Slot(bool)
    def begins(self, on: bool) -> None:
        """PrepareForSleep and ActiveChanged say with one word whether it begins or ends; what ends began before."""
        if on and self._on:
            self.away.emit()

    @Slot()
    def locked(self) -> None:
        if self._on:
            self.away.emit()

    def _to_messages(self, on: bool) -> None:
        from doorbraak.ui.suspend_windows import Messages

        if self._messages is None:
            self._messages = Messages(self.locked)
        self._messages.listen(on)


def subscriptions(environment: Mapping[str, str]) -> tuple[tuple[bool, str, str, str, str], ...]:
    """Of each signal: on the system's bus or the session's, path, interface, name, and which slot hears it."""
    found: list[tuple[bool, str, str, str, str]] = []
    if within_the_machine(environment.get("DBUS_SYSTEM_BUS_ADDRESS", "unix:")):
        manager = _MANAGER + ".Manager"
        found.append((True, "/org/freedesktop/login1", manager, "PrepareForSleep", "begins(bool)"))
        own = session_path(environment.get("XDG_SESSION_ID", ""))
        if own:
            found.append((True, own, _MANAGER + ".Session", "Lock", "locked()"))
    if within_the_machine(environment.get("DBUS_SESSION_BUS_ADDRESS", "")):
        found += [(False, "", screen, "ActiveChanged", "begins(bool)") for screen in _SCREENS]
    return tuple(found)


def within_the_machine(address: str) -> bool:
    """A bus can be told to lie behind an internet address, and the library would go there."""
    return bool(address) and all(one.startswith("unix:") for one in address.split(";") if one)


def session_path(session: str) -> str:
    """What logind calls a session on the bus: letters and digits as they are, but not a digit in front."""
    if not session.isascii() or not session:
        return ""
    signs = [
        sign if sign.isalpha() or (sign.isdigit() and at) else f"_{ord(sign):02x}" for at, sign in enumerate(session)
    ]
    return "/org/freedesktop/login1/session/" + "".join(signs)
