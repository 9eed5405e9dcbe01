import ctypes
import json
import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from doorbraak.ui import suspend
from doorbraak.ui.suspend import Suspend
from doorbraak.ui.suspend_windows import Message, Messages, says_away

ROOT = Path(__file__).resolve().parents[2]
LISTENS = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from doorbraak.ui.suspend import Suspend
app = QCoreApplication([])
heard = Suspend(app, "linux")
heard.away.connect(lambda: (print("weg", flush=True), app.exit(0)))
heard.start()
print("luistert", "PySide6.QtNetwork" in sys.modules, flush=True)
QTimer.singleShot(int(sys.argv[1]), lambda: app.exit(1))
sys.exit(app.exec())
"""


SAYS = """
import json, sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage
app = QCoreApplication([])
bus = QDBusConnection.sessionBus()
service, path, interface, name, *values = json.loads(sys.argv[1])
assert not service or bus.registerService(service)
print("staat klaar", flush=True)
sys.stdin.readline()
said = QDBusMessage.createSignal(path, interface, name)
said.setArguments(values)
assert bus.send(said)
sys.stdin.readline()
"""
IN_TURN = """
import subprocess, sys
python, says, listens, signal, patience = sys.argv[1:]
pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
sayer = subprocess.Popen([python, "-c", says, signal], **pipes)
assert sayer.stdout.readline() == "staat klaar\\n"
listener = subprocess.Popen([python, "-c", listens, patience], **pipes)
assert listener.stdout.readline() == "luistert False\\n"
sayer.stdin.write("nu\\n")
sayer.stdin.flush()
code = listener.wait()
sayer.communicate("klaar\\n")
sys.exit(10 + code)
"""


def heard(*signal: object, patience: int = 20_000) -> bool:
    """Whether a program that listens hears what another says on a bus of their own, which plays the system's too."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_SESSION_ID": "2"}
    both = 'export DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS"; exec "$@"'
    python = sys.executable
    command = ["dbus-run-session", "--", "sh", "-c", both, "sh", python, "-c", IN_TURN]
    done = subprocess.run(
        [*command, python, SAYS, LISTENS, json.dumps(signal), str(patience)],
        env=environment, check=False, timeout=60, capture_output=True,
    )  # fmt: skip
    assert done.returncode in (10, 11), done.stderr.decode()
    return done.returncode == 10


LOGIND = "org.freedesktop.login1"
SIGNALS = (
    (LOGIND, "/org/freedesktop/login1", LOGIND + ".Manager", "PrepareForSleep", True),
    (LOGIND, "/org/freedesktop/login1/session/_32", LOGIND + ".Session", "Lock"),
    ("", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True),
    ("", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True),
)
NO_BUS = shutil.which("dbus-run-session") is None


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal[3])
def test_that_sleep_and_a_locked_screen_are_heard_on_a_real_bus(signal: tuple[object, ...]) -> None:
    assert NO_BUS or heard(*signal)


def test_that_an_unlocked_screen_and_the_lock_of_another_session_say_nothing() -> None:
    other = (LOGIND, "/org/freedesktop/login1/session/_33", LOGIND + ".Session", "Lock")
    assert NO_BUS or not heard(*other, patience=1000)
    assert NO_BUS or not heard(*SIGNALS[2][:4], False, patience=1000)


def test_that_it_listens_for_sleep_and_for_a_lock_of_its_own_session_alone() -> None:
    found = suspend.subscriptions({"XDG_SESSION_ID": "2"})
    assert [(system, path, name) for system, path, _, name, _ in found] == [
        (True, "/org/freedesktop/login1", "PrepareForSleep"),
        (True, "/org/freedesktop/login1/session/_32", "Lock"),
    ]
    assert [name for _, _, _, name, _ in suspend.subscriptions({})] == ["PrepareForSleep"]


@pytest.mark.parametrize(
    ("session", "path"),
    [("2", "_32"), ("12", "_312"), ("c1", "c1"), ("a-b", "a_2db"), ("a_b", "a_5fb"), ("", ""), ("é", "")],
)
def test_that_a_session_is_called_as_logind_calls_it(session: str, path: str) -> None:
    assert suspend.session_path(session) == ("/org/freedesktop/login1/session/" + path if path else "")


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("unix:path=/run/user/1000/bus", True), ("unix:abstract=/tmp/x;unix:path=/y", True), ("", False),
        ("tcp:host=example.org,port=1", False), ("unix:path=/x;tcp:host=example.org", False), ("autolaunch:", False),
        ("unixexec:path=ssh", False),
    ],
)  # fmt: skip
def test_that_a_bus_on_another_machine_or_a_program_is_not_gone_to(address: str, here: bool) -> None:
    assert suspend.within_the_machine(address) is here
    given = {"DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": address}
    assert bool(suspend.subscriptions(given)) is here


@pytest.mark.parametrize(
    ("seconds", "before", "now", "is_sleep"),
    [
        (1.0, None, None, False),
        (29.0, None, None, False),
        (30.0, None, None, True),
        (40_000.0, None, None, True),
        (-40_000.0, None, None, False),
        (40.0, 100.0, 100.5, False),  # busy, not asleep
        (3.0, 100.0, 102.5, True),
        (-3600.0, 100.0, 160.0, True),  # it slept, and its clock was set back
    ],
)
def test_that_a_laptop_that_slept_is_told_from_one_that_was_busy(
    seconds: float, before: float | None, now: float | None, is_sleep: bool
) -> None:
    assert suspend.slept(timedelta(seconds=seconds), before, now) is is_sleep


def test_that_this_machine_counts_its_sleep() -> None:
    counted = suspend.slept_until_now()
    assert counted is not None
    assert counted > -suspend.NAP
    assert abs((suspend.slept_until_now() or 0) - counted) < suspend.NAP


def test_that_nothing_is_heard_before_the_start_and_after_the_stop(qtbot: QtBot) -> None:
    owner = QObject()
    told: list[int] = []
    listening = Suspend(owner, "darwin")
    listening.away.connect(lambda: told.append(1))
    listening.locked()
    listening.start()
    listening.begins(False)
    assert told == []
    listening.begins(True)
    listening.locked()
    assert told == [1, 1]
    listening.stop()
    listening.locked()
    assert told == [1, 1]


@pytest.mark.parametrize(
    ("message", "parameter", "away"),
    [
        (0x218, 0x4, True),  # goes to sleep
        (0x218, 0x12, True),  # woke by itself
        (0x218, 0x7, True),  # woke by somebody
        (0x218, 0xA, False),  # the battery
        (0x218, 0x8013, False),  # the screen's brightness
        (0x2B1, 0x7, True),  # locked
        (0x2B1, 0x8, False),  # unlocked
        (0x2B1, 0x4, True),  # remote desktop went away
        (0x2B1, 0x3, False),
        (0x113, 0x4, False),  # a timer
        (0x0, 0x7, False),
    ],
)
def test_that_messages_of_windows_are_read(message: int, parameter: int, away: bool) -> None:
    assert says_away(message, parameter) is away
    told: list[int] = []
    sent = Message(None, message, parameter)
    filtered = Messages(lambda: told.append(1)).nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(sent))
    assert (filtered, bool(told)) == ((False, 0), away)
