"""The coordinator's key in, and the exchange file out: each asks where, and is logged before it is there."""

from datetime import date
from typing import TYPE_CHECKING

from doorbraak.model import bounded, policy, whole_files
from doorbraak.model.exchange import container, coordinator_key, coordinator_key_changes, sending, sent, xray_words
from doorbraak.model.exchange.coordinator_key import CoordinatorKey
from doorbraak.model.exchange.sending import Prepared
from doorbraak.ui.leaving import Leaving
from doorbraak.ui.widgets import ask

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


class ExchangeFile(Leaving):
    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)

    def take_key(self) -> None:
        """Only after somebody has compared the digits with what the coordinator reads aloud."""
        title, kinds = self.tr("Sleutelbestand van de coördinator"), self.tr("Sleutelbestand (*)")
        chosen = ask.files(self._window, title, kinds, policy.in_force().coordinator_key)
        session = self._session()
        if not chosen or session is None:
            return
        with self._saying(busy=False):
            content = bounded.read(chosen[0], coordinator_key.MOST_BYTES)
            taken, before = coordinator_key.decode(content), sent.coordinator(session.store)
            if taken == before:
                self._say(self.tr("Deze sleutel was al overgenomen. Er is niets veranderd."))
                return
            yes = self.tr("Ja, &vervangen") if before is not None else self.tr("Ja, &overnemen")
            title = self.tr("Klopt het controlegetal?")
            if not ask.sure(self._window, title, self._question(taken, before), yes):
                return
            if self._window.session is not session:  # a lock may have closed the question
                return
            session.run(
                self.tr("Sleutel overnemen"), sent.take_coordinator, content, date.today(), action="invoeren"
            )  # fmt: skip
            self._say(self.tr("De sleutel van de coördinator is overgenomen."))

    def _question(self, taken: CoordinatorKey, before: CoordinatorKey | None) -> str:
        asked = self.tr(
            "Bel de coördinator, op een nummer dat je al kende. Laat het controlegetal voorlezen. Is het dit?\n\n"
            "%s\n\nAnders is het bestand van iemand anders: kies Terug."
        )
        lines = "\n".join(coordinator_key_changes.said(before, taken))
        return "\n\n".join(part for part in (asked % taken.spoken, lines) if part)

    def make(self, prepared: Prepared) -> None:
        """What was seen is what goes: the very payload that the page shows."""
        with self._saying(busy=False):
            sending.check(prepared)
            self._ask(prepared)

    def _ask(self, prepared: Prepared) -> None:
        name = f"uitwisseling-{prepared.period}{container.SUFFIX}"
        title = self.tr("Uitwisselbestand: %s") % xray_words.EXCHANGE_LABEL
        path = ask.target(self._window, title, name, self.tr("Uitwisselbestand (*.doorbraak)"))
        session = self._window.session
        if path is None or session is None:
            return
        with self._saying():
            whole_files.refuse_inside(session.store.folder, path)
            content = sending.make(session.store, prepared, date.today())
            whole_files.write_all(path.parent, {path.name: content})
            said = self.tr("Hetzelfde bestand nog eens gemaakt") if prepared.again else self.tr("Gemaakt")
            self._say(self.tr("%s, alleen voor de coördinator: %s") % (said, path))
