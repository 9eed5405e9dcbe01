"""A screen that nobody looks at, with a window manager, whose pixels can be read without disturbing who draws them."""

import mmap
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

NEEDED = ("Xvfb", "openbox", "xdotool")
_SIZE = (1366, 768)
_COLOURS = 19  # words of the header of a window dump: how many colours stand between it and the pixels
_COLOUR_BYTES = 12
_COLOUR = np.uint32(0xFFFFFF)  # the eight bits above it mean nothing
Pixels = np.ndarray[tuple[int, ...], np.dtype[np.uint32]]


def missing() -> list[str]:
    """What this machine lacks for such a screen."""
    return [name for name in NEEDED if shutil.which(name) is None]


@dataclass(frozen=True, slots=True)
class Screen:
    display: str
    _memory: mmap.mmap

    @property
    def ground(self) -> Pixels:
        """Where there is no window: one colour."""
        return np.zeros(_SIZE[0] * _SIZE[1], np.uint32)

    def pixels(self) -> Pixels:
        """What is on the screen now, as one row of numbers."""
        header, colours = (struct.unpack_from(">I", self._memory, 4 * at)[0] for at in (0, _COLOURS))
        begin = header + _COLOUR_BYTES * colours
        return np.frombuffer(self._memory, np.uint32, _SIZE[0] * _SIZE[1], begin) & _COLOUR

    def environment(self, home: Path) -> dict[str, str]:
        """For a program with a home of its own, that may reach no session of the person who measures."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "TMPDIR") if name in os.environ}
        run = home / "run"
        run.mkdir(parents=True, exist_ok=True)
        run.chmod(0o700)
        places = {"HOME": home, "XDG_RUNTIME_DIR": run, "XDG_CONFIG_HOME": home / ".config"}
        places |= {"XDG_CACHE_HOME": home / ".cache", "XDG_DATA_HOME": home / ".local/share"}
        quiet = {"NO_AT_BRIDGE": "1", "GSETTINGS_BACKEND": "keyfile", "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        return kept | {name: str(place) for name, place in places.items()} | quiet | {"DISPLAY": self.display}

    def windows(self, title: str) -> list[str]:
        """The visible windows whose title fits."""
        command = ["xdotool", "search", "--onlyvisible", "--name", title]
        done = subprocess.run(command, env=self._asking(), capture_output=True, text=True, check=False)
        return done.stdout.split()

    def type(self, text: str) -> None:
        """Into the window that has the keys."""
        subprocess.run(["xdotool", "type", "--delay", "5", text], env=self._asking(), check=True)

    def press(self, key: str) -> None:
        subprocess.run(["xdotool", "key", key], env=self._asking(), check=True)

    def _asking(self) -> dict[str, str]:
        return os.environ | {"DISPLAY": self.display}


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """One of the size of a small laptop, for as long as it is needed."""
    buffer = folder / "screen"
    buffer.mkdir()
    size = "x".join(map(str, (*_SIZE, 24)))
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp", "-fbdir", str(buffer)]
    with ExitStack() as ended:
        server = ended.enter_context(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL))
        ended.callback(server.terminate)
        assert server.stdout is not None
        display = f":{server.stdout.readline().decode().strip()}"
        surroundings = os.environ | {"DISPLAY": display}
        manager = ended.enter_context(
            subprocess.Popen(["openbox"], env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        )
        ended.callback(manager.terminate)
        away = ["xdotool", "mousemove", *map(str, _SIZE)]  # the pointer brings no tip on the screen there
        subprocess.run(away, env=surroundings, check=True)
        with (buffer / "Xvfb_screen0").open("rb") as held:
            yield Screen(display, mmap.mmap(held.fileno(), 0, access=mmap.ACCESS_READ))
