"""The map: the household in the middle, what is stuck around it, and around that who is working on it."""

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QColor, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.catalogue.folding import fold
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.insight.ecomap import Ecomap
from doorbraak.model.insight.ecomap_sentences import of_opening
from doorbraak.ui import theme
from doorbraak.ui.drawing import ink
from doorbraak.ui.household.map_bar import MapBar
from doorbraak.ui.household.map_edits import MapEdits, parted
from doorbraak.ui.household.map_layout import Layout
from doorbraak.ui.household.map_legend import MapLegend
from doorbraak.ui.household.map_menu import MapMenu
from doorbraak.ui.household.map_view import MapView
from doorbraak.ui.page import Page
from doorbraak.ui.selection import Chosen
from doorbraak.ui.session import Session

_LETTERS = 11  # pixels: the smallest in which a label is read without effort


class MapPage(Page):
    tables = frozenset(
        {
            "household", "person", "relation", "custody", "problem", "problem_person", "problem_waits_for", "agency",
            "agency_problem", "agency_person", "intervention", "intervention_problem",
        }
    )  # fmt: skip

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._dossier: Dossier | None = None
        self._layout = Layout(session.catalogue)
        self._ecomap: Ecomap | None = None
        self._telling = False
        self._sized_for: tuple[Any, ...] = ()
        self._size: tuple[float, tuple[float, float]] = (_LETTERS, (0.0, 0.0))
        self._said = ""
        self.edits = MapEdits(self)
        self.bar, self.view, self.legend = MapBar(self), MapView(self.edits, self), MapLegend(self)
        self._menu = MapMenu(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_map)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        column.addWidget(self.legend)
        self._follow()

    def _follow(self) -> None:
        bar, view = self.bar, self.view
        bar.searched.connect(self._search)
        bar.onward.connect(self._next_found)
        bar.turned.connect(self._show_map)
        bar.zoomed.connect(view.zoom_by)
        bar.fitted.connect(view.fit)
        bar.explained.connect(self._explain)
        self.legend.closed.connect(lambda: bar.legend.setChecked(False))
        view.room_changed.connect(lambda: self._soon.start(0))
        view.opened.connect(self._open)
        view.menu_wanted.connect(lambda _, at: self._menu.pop_up(at))
        view.linking_changed.connect(self._say_linking)
        view.map.walked.connect(self._chosen_here)
        self.edits.said.connect(self._say)
        self.session.selection.changed.connect(self._chosen_elsewhere)

    @property
    def after(self) -> bool:  # type: ignore[override]
        return self.bar.after

    def take_focus(self) -> None:
        self.view.setFocus()

    # -- showing --------------------------------------------------------------------------------------

    def refresh(self, dossier: Dossier) -> None:
        other = self._dossier is None or self._dossier.household.id != dossier.household.id
        self._dossier, self._said = dossier, ""
        if other:
            self.bar.begin()
            self.view.stop_linking()
            self.view.unzoom()
            self._sized_for = ()
        if self.view.isVisible() and not self._soon.isActive():
            self._show_map()
        else:
            self._soon.start(0)  # the room is not known yet
            self._say_where()

    def _show_map(self) -> None:
        if self._dossier is None:
            return
        self._soon.stop()
        self.view.pointer.let_go()
        sized = self._size_letters(self._dossier)
        self._ecomap = self._layout.of(self._dossier, *self._size, date.today())
        self.view.setBackgroundBrush(QColor(theme.current().ground))
        self.view.map.show_map(self._ecomap, ink.of_theme(theme.current()), after=self.bar.after)
        self.view.show_framed()
        if sized:
            self.view.settle(self._ecomap.household)
        self.legend.show_map(self._ecomap, after=self.bar.after)
        self._chosen_elsewhere(self.session.selection.chosen)
        self._search(self.bar.searching)

    def _size_letters(self, dossier: Dossier) -> bool:
        """For another household, room or zoom, and never at an edit: letters that change then would move everything.

        As large as fit; where even the usual ones do not, those, and the map is scrolled.
        """
        room = (float(self.view.room().width()), float(self.view.room().height()))
        wanted = (dossier.household.id, room, theme.zoom())
        if wanted == self._sized_for:
            return False
        self._sized_for = wanted
        letters = (_LETTERS, max(_LETTERS, round(_LETTERS * theme.zoom())))
        self._size = self._layout.sized(dossier, letters, room, self.view.bar_width(), date.today())
        return True

    def _explain(self, on: bool) -> None:
        """Below the map, as on paper: then nothing of it is covered."""
        if not on and self.legend.hasFocus():
            self.view.setFocus()
        self.legend.setVisible(on)
        if on and self._ecomap is not None:
            self.legend.show_map(self._ecomap, after=self.bar.after)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._soon.start(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._menu.enter_bar()

    def hideEvent(self, event: QHideEvent) -> None:
        self._menu.leave_bar()
        super().hideEvent(event)

    # -- one selection --------------------------------------------------------------------------------

    def _chosen_here(self, id_: str) -> None:
        found, self._telling = parted(id_), True
        if found is not None:
            self.session.selection.choose(*found)
        else:
            self.session.selection.clear()
        self._telling = False

    def _chosen_elsewhere(self, chosen: Chosen | None) -> None:
        if self._telling:
            return
        if chosen is not None:
            self.view.map.choose(f"{chosen[0]} {chosen[1]}", tell=False)
        elif parted(self.view.map.current) is not None:
            self.view.map.choose("", tell=False)

    def _open(self, id_: str) -> None:
        found = parted(id_)
        if found is not None:
            self.session.wanted.emit(found[0])
            self.session.selection.enter(*found)

    # -- the bar --------------------------------------------------------------------------------------

    def _search(self, text: str) -> None:
        words = fold(text).split()
        if words and self._ecomap is not None:
            self.view.map.show_found(frozenset(id_ for id_, name in self._named() if _has(name, words)))
        else:
            self.view.map.show_found(None)
        self._say_where()

    def _named(self) -> list[tuple[str, str]]:
        ecomap = self._ecomap
        if ecomap is None:
            return []
        people = [(f"person {sign.person}", sign.name) for sign in ecomap.genogram.signs]
        return [*((node.id, node.name) for node in (*ecomap.problems, *ecomap.agencies)), *people]

    def _found(self) -> list[str]:
        words = fold(self.bar.searching).split()
        return [id_ for id_, name in self._named() if _has(name, words)] if words else []

    def _next_found(self) -> None:
        found = self._found()
        if found:
            now = self.view.map.current
            self.view.go_to(found[(found.index(now) + 1) % len(found) if now in found else 0])

    def _say(self, sentence: str) -> None:
        self._said = sentence
        self._say_where()

    def _say_linking(self, id_: str) -> None:
        self._said = ""
        self._say_where()

    def _say_where(self) -> None:
        """What was done just now, else what keys do now, else what is found, else the numbers."""
        if self.view.linking:
            asked = self.tr("Kies met de pijlen waar dit bij hoort, Enter koppelt of ontkoppelt, Esc stopt.")
            self.bar.say(f"{self._said} {asked}".strip())
        elif self._said:
            self.bar.say(self._said)
        elif self.bar.searching.strip():
            found = len(self._found())
            self.bar.say(
                self.tr("Niets gevonden.") if not found
                else self.tr("1 gevonden.") if found == 1
                else self.tr("%d gevonden. Enter gaat naar de volgende.") % found
            )  # fmt: skip
        else:
            self.bar.say(self._numbers())

    def _numbers(self) -> str:
        dossier = self._dossier
        if dossier is not None and not (dossier.problems or dossier.agencies or dossier.people):
            return self.tr("Nog niets op de kaart. Typ hierboven wat er speelt: drie letters en Enter.")
        if dossier is None or self._ecomap is None:
            return ""
        figures = self.session.figures(dossier.household.id)
        contacts = names.contacts(figures.contacts_e2)
        knots = len({number for node in self._ecomap.problems for number in node.knots})
        if self.bar.after:
            planned = figures.planned
            said = self.tr("Van %d instanties naar %d, en per maand van %s naar %s contacten.")
            if figures.agencies == 1:
                said = self.tr("Van %d instantie naar %d, en per maand van %s naar %s contacten.")
            said %= (figures.agencies, planned.agencies, contacts, names.contacts(planned.contacts_e2))
            undecided = self.tr(" Over %d is nog niet gekozen.") % planned.undecided if planned.undecided else ""
            opening = of_opening(knots, self._ecomap.opening)
            return f"{said}{undecided} {opening}".strip()
        tied = (
            self.tr("1 knoop.") if knots == 1 else self.tr("%d knopen.") % knots if knots else self.tr("Geen knopen.")
        )
        key = next((node.name for node in self._ecomap.problems if node.key), "")
        return f"{tied} " + (self.tr("Wat het meeste losmaakt: %s.") % key if key else "")


def _has(name: str, words: list[str]) -> bool:
    folded = fold(name)
    return all(word in folded for word in words)
