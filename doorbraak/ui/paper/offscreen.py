"""A Qt application for drawing where no window is: Qt aborts the process when it writes a PDF without one."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from doorbraak.ui.paper import fonts

_application: list[QGuiApplication] = []  # Qt does not keep it alive


def ensure() -> None:
    """Make the application on the offscreen platform when there is none, and see to a font.

    Raises UserError when no font can be found, RuntimeError when only a QCoreApplication exists.
    """
    present = QCoreApplication.instance()
    if present is None:
        _application.append(QGuiApplication(["doorbraak", "-platform", "offscreen"]))
    elif not isinstance(present, QGuiApplication):
        raise RuntimeError("drawing needs a QGuiApplication, and a QCoreApplication is already there")
    fonts.ensure()
