"""The keys of the map. Digits and letters are for what is chosen, so that a visit needs no mouse."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from doorbraak.model.dossier.agencies import Bond
from doorbraak.model.dossier.problems import Owner
from doorbraak.ui.household.map_walk import nearest

if TYPE_CHECKING:
    from doorbraak.ui.household.map_view import MapView

Key = Qt.Key
_WAYS = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1)}
_OWNERS: dict[Key, Owner] = {Key.Key_H: "household", Key.Key_P: "professional", Key.Key_S: "system"}
_BONDS: dict[Key, Bond] = {Key.Key_H: "helps", Key.Key_D: "thin", Key.Key_W: "strains"}
_STEP, _LEAP = 1, 5  # in letters' heights
_PUSH = 60  # pixels


class Keys:
    """What each key does on one view; `press` says whether it was one of ours."""

    def __init__(self, view: "MapView") -> None:
        self._view = view
        self._plain: dict[int, Callable[[], object]] = {
            Key.Key_Plus: lambda: view.zoom_by(1),
            Key.Key_Equal: lambda: view.zoom_by(1),
            Key.Key_Minus: lambda: view.zoom_by(-1),
            Key.Key_Home: lambda: self._end(0),
            Key.Key_End: lambda: self._end(-1),
            Key.Key_Return: self._enter,
            Key.Key_Enter: self._enter,
            Key.Key_Delete: lambda: view.edits.remove(view.map.current),
            Key.Key_Backspace: lambda: view.edits.place(view.map.current, None),
            Key.Key_L: view.start_linking,
            Key.Key_Escape: self._escape,
        }

    def press(self, event: QKeyEvent) -> bool:
        key, held = Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        if key in _WAYS:
            if held in (control, control | shift):
                self._view.nudge(*(part * (_LEAP if held & shift else _STEP) for part in _WAYS[key]))
                return True
            if not held:
                self._arrow(_WAYS[key])
            return not held
        if held & ~shift:
            return False
        if Key.Key_0 <= key <= Key.Key_9 and not held:
            return self._digit(key.value - Key.Key_0.value)
        work = self._plain.get(key)
        if work is not None:
            work()
        return work is not None or self._letter(key)

    def _arrow(self, way: tuple[int, int]) -> None:
        """Over what is on the map; with nothing chosen the map itself goes along, when it is larger than its room."""
        view = self._view
        here = view.map.current_item()
        if here is None:
            if not view.push_by(way[0] * _PUSH, way[1] * _PUSH):
                self._end(0)
            return
        places = [(item.id, item.middle.toTuple()) for item in view.map.walk() if item is not here]
        found = nearest(here.middle.toTuple(), way, places)
        if found:
            view.go_to(found)

    def _end(self, at: int) -> None:
        walked = self._view.map.walk()
        if walked:
            self._view.go_to(walked[at].id)

    def _enter(self) -> None:
        if self._view.linking:
            self._view.link_to(self._view.map.current)
        else:
            self._view.opened.emit(self._view.map.current)

    def _escape(self) -> None:
        """What is under way ends; then what is chosen is let go."""
        view = self._view
        if view.pointer.busy:
            view.pointer.let_go()
        elif view.linking:
            view.stop_linking()
        else:
            view.map.choose("")

    def _digit(self, digit: int) -> bool:
        """Contacts a month of the chosen agency; 0 with nothing chosen shows all of the map."""
        view = self._view
        if view.map.current.startswith("agency"):
            view.edits.set_contacts(view.map.current, digit)
        elif digit == 0:
            view.fit()
        else:
            return False
        return True

    def _letter(self, key: Key) -> bool:
        view, id_ = self._view, self._view.map.current
        if id_.startswith("problem") and key in _OWNERS:
            view.edits.set_owner(id_, _OWNERS[key])
        elif id_.startswith("agency") and key in _BONDS:
            view.edits.set_bond(id_, _BONDS[key])
        else:
            return False
        return True
