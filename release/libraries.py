"""Which libraries of a Linux system the one-folder build brings along, and which the system has to have."""

import re

import run

ALONG = (
    "python3", "sqlite3", "bz2", "lzma", "ffi", "expat", "z", "mpdec",  # Python, and what its modules need
    "xcb-cursor", "xcb-icccm", "xcb-image", "xcb-keysyms", "xcb-render-util", "xcb-util", "xcb-xkb", "xkbcommon-x11",
)  # fmt: skip
"""Names without lib and number. The last eight are small helpers of X11 that many desktops lack."""


def goes_along(file_name: str) -> bool:
    """Of a library of the machine that the build is made on. The others are the system's: its updates are too."""
    return re.match(rf"lib({'|'.join(ALONG)})(\.\d+)?\.so", file_name) is not None


def of_the_system() -> dict[str, str]:
    """File name to package of Debian: what a window on X11 needs and the build does not bring."""
    needed = {**run.QT_LIBRARIES, **run.X11_LIBRARIES}
    return {name: package for name, package in sorted(needed.items()) if not goes_along(name)}
