"""What Windows tells every window: it goes to sleep, it woke, its screen was locked."""

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QApplication, QMainWindow

_POWER, _SESSION = 0x0218, 0x02B1  # WM_POWERBROADCAST, WM_WTSSESSION_CHANGE
_AWAY = {
    _POWER: {0x4, 0x7, 0x12},  # PBT_APMSUSPEND, and both that tell that it woke
    _SESSION: {0x2, 0x4, 0x6, 0x7},  # console or remote disconnected, signed out, WTS_SESSION_LOCK
}


def says_away(message: int, parameter: int) -> bool:
    """Whether a message means that nobody is at the laptop any more, or was while it slept."""
    return parameter in _AWAY.get(message, ())


class Message(ctypes.Structure):
    """The first fields of MSG in winuser.h."""

    _fields_ = (("hwnd", ctypes.c_void_p), ("message", ctypes.c_uint), ("wparam", ctypes.c_size_t))


class Messages(QAbstractNativeEventFilter):
    """Calls `away` from within the message: after it Windows may sleep."""

    def __init__(self, away: Callable[[], object]) -> None:
        super().__init__()
        self._away = away
        self._asked = False

    def listen(self, on: bool) -> None:
        application = QCoreApplication.instance()
        if application is not None and on:
            application.installNativeEventFilter(self)
            self._ask()
        elif application is not None:
            application.removeNativeEventFilter(self)

    def _ask(self) -> None:
        """That the screen is locked is told only to who asked; that it sleeps is told to all."""
        windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow)]
        if sys.platform == "win32" and windows and not self._asked:
            told = ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification
            self._asked = bool(told(ctypes.c_void_p(int(windows[0].winId())), 0))  # of this session alone

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        if message:
            found = Message.from_address(int(message))
            if says_away(found.message, found.wparam):
                self._away()
        return False, 0
