"""Step by step through a first household: one quiet line above the page that says what comes next, and where.

It ticks itself off by what is in the dossier. Who skips it has seen the last of it, until it is asked for under Hulp.
"""

from PySide6.QtCore import QEvent, QObject, QSettings, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from doorbraak.model.dossier import household
from doorbraak.model.insight import first_steps, missing_plan
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import button
from doorbraak.ui.widgets.wrapped_label import WrappedLabel

_SETTING = "guide"  # "skipped", or "wanted" when it was asked for again
_PAGES = {
    "people": "Mensen",
    "intervention": "Doorbraak",
    "paper": "Papieren",
}
"""Where a step is done; the first one is done in the line above."""


class Guide(QFrame):
    """`page_wanted` with a title, empty for the line of quick entry."""

    page_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Doorbraak", "Doorbraak")
        self._household: int | None = None
        self._found: frozenset[str] | None = None
        self._step = ""
        self.setObjectName("guide")
        self.setAccessibleName(self.tr("Stap voor stap"))
        self.said = WrappedLabel("")
        self.go = button(self.tr("Breng me erheen"), self._go)
        self.skip = button(self.tr("Niet meer tonen"), self.stop)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 16, 6)
        line.setSpacing(8)
        line.addWidget(self.said, 1)
        line.addWidget(self.go)
        line.addWidget(self.skip)
        self.hide()

    def _go(self) -> None:
        if self._step == "goal":  # on its page there is more than one thing to type
            self._session.missing_wanted.emit(0, missing_plan.GOAL)
        else:
            self.page_wanted.emit(_PAGES.get(self._step, ""))

    @property
    def wanted(self) -> bool:
        """Asked for, or not yet skipped by who has one household."""
        asked = str(self._settings.value(_SETTING, "") or "")
        return asked == "wanted" or (asked != "skipped" and self._is_first())

    def _is_first(self) -> bool:
        homes = household.all_of(self._session.store)
        return len(homes) == 1 and not homes[0].example

    def follow(self, id_: int | None) -> None:
        """The household that is open; None hides it, also at the table."""
        self._household = id_
        self.look()

    def begin(self) -> None:
        """From the menu: also with a household that is not the first."""
        self._settings.setValue(_SETTING, "wanted")
        self._found = None
        self.look()

    def stop(self) -> None:
        """For good."""
        self._settings.setValue(_SETTING, "skipped")
        self.hide()

    def look(self) -> None:
        """Again at what is in the dossier."""
        if self._household is None or self._session.store.closed or not self.wanted:
            self.hide()
            return
        found = first_steps.done(self._session.dossier(self._household), on_paper=self._on_paper())
        if found != self._found:
            self._found, self._step = found, first_steps.next_step(found)
            self._say(self._step, len(found))
        self.show()

    def _on_paper(self) -> bool:
        number = self._session.dossier(self._household or 0).household.number
        return bool(
            self._session.store.rows(
                "SELECT 1 FROM access_log WHERE action IN ('afdrukken', 'uitvoeren') AND object = ? LIMIT 1",
                [f"huishouden {number}"],
            )
        )

    def _say(self, step: str, done: int) -> None:
        words = {
            "stuck": self.tr("Wat zit er vast? Typ hierboven drie letters, kies met Enter. Daarna de instantie."),
            "people": self.tr("Wie wonen er? Een roepnaam of rol is genoeg."),
            "goal": self.tr("Waar wil het huishouden over een jaar staan? Schrijf het op in hun eigen woorden."),
            "intervention": self.tr("Welke ene stap maakt de rest los? Kies er één. De rekensom volgt vanzelf."),
            "paper": self.tr("Maak het plan, en geef het mee op papier."),
            "": self.tr("Alle vijf de stappen zijn gezet. De rest vind je links in de lijst. F1 legt elk blad uit."),
        }
        of = self.tr("%d van %d gedaan. ") % (done, len(first_steps.STEPS))
        self.said.setText((of if step else "") + words[step])
        self.go.setVisible(bool(step))
        self.skip.setText(self.tr("Niet meer tonen") if step else self.tr("Klaar"))
        QAccessible.updateAccessibility(QAccessibleEvent(self.said, QAccessible.Event.NameChanged))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Back from printing, which is no change of the dossier."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self.look()
        return False
