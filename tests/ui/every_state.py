"""Every room, page, dialog and state of the window in one process: prints what is wrong, a fault a line.

Called with a folder, the name of the colours and how many times larger the letters are.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from doorbraak.ui import app, theme
from tests.ui import accessibility, contrast, states
from tests.ui.test_screens import clipped

_WHOLE = (
    accessibility.unnamed, accessibility.misnamed, accessibility.small, clipped, accessibility.cut_off,
    accessibility.untold,
)  # fmt: skip
_SEEN = (contrast.faint_text, contrast.faint_edges, contrast.unseen_focus)


def main(folder: Path, colours: str, larger: float) -> None:
    made = app.application()
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    room = QApplication.primaryScreen().size()
    letters = made.font()
    letters.setPointSizeF(letters.pointSizeF() * larger)
    theme.apply(made, theme.THEMES[colours])
    made.setFont(letters)
    theme.apply(made, theme.THEMES[colours])  # the letters that it began with are known now
    plain = larger == 1 and made.devicePixelRatio() == 1

    def look(state: str, window: QWidget) -> None:
        found = [f"{kind.__name__}: {fault}" for kind in _WHOLE for fault in kind(window)]
        if plain:
            found += [f"{kind.__name__}: {fault}" for kind in _SEEN for fault in kind(window)]
            found += [f"closed_secrets: {fault}" for fault in accessibility.closed_secrets(window)]
            found += by_tab(window) if colours == "light" else []  # colours change nothing in it
        if window.width() > room.width() or window.height() > room.height():
            found.append(f"larger than the screen: {window.width()} by {window.height()}")
        for fault in found:
            print(f"{state}: {fault}")

    states.walk(folder, (room.width(), room.height()), look)


def by_tab(window: QWidget) -> list[str]:
    """A2, from what has the focus: nothing keeps Tab, all is met, in the order in which one reads."""
    start = QApplication.focusWidget()
    if start is None or start.window() is not window or QApplication.activePopupWidget() is not None:
        return []
    accessibility.tab_round(window, start)  # a box for a number takes the first press itself
    met = accessibility.tab_round(window, start)
    found = [f"unreached: {fault}" for fault in accessibility.unreached(window, met)]
    back = accessibility.backward(window, met)
    found += [f"backward: {fault}" for fault in back if len(back) > 1]  # one is the end of the round
    found += [f"traps: {fault}" for fault in accessibility.traps(window) if len(met) > 1]
    start.setFocus()
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]))
