"""Before the first file of a period: the team and the wijk that it would lack for good."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from doorbraak.model.errors import InputError
from doorbraak.model.exchange import handed_codes, lacking
from doorbraak.model.exchange.lacking import Lacking
from doorbraak.model.exchange.table_catalogue import Code
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.form_dialog import FormDialog

_WITHOUT = "-"  # no code of a team or wijk: it means to go on without one


def go_on(session: Session, lacks: Lacking, parent: QWidget) -> bool:
    """Whether it was filled in, or somebody said to go on without."""
    dialog = LackingDialog(session, lacks, parent)
    sure = bool(dialog.exec())
    dialog.deleteLater()
    return sure


class LackingDialog(FormDialog):
    def __init__(self, session: Session, lacks: Lacking, parent: QWidget) -> None:
        super().__init__(self.tr("Voor het eerste bestand"), parent)
        self._session, self._lacks = session, lacks
        self.boxes: dict[str, ChoiceBox] = {}
        self.say(f"{lacking.FOR_GOOD} {lacks.said}")
        if lacks.teams:
            self._choose("team", self.tr("&Team"), lacks.teams, self.tr("Zonder team verder"))
        if lacks.homes:
            text = self.tr("&Wijk van dit huishouden") if len(lacks.homes) == 1 else self.tr("&Wijk van deze allemaal")
            self._choose("wijk", text, lacks.wijken, self.tr("Zonder wijk verder"))
            if len(lacks.homes) > 1:
                self.say(
                    self.tr("Wonen zij in verschillende wijken? Kies dan Annuleren, en kies per huishouden een wijk.")
                )
        self.finish(self.tr("&Verder"))
        next(iter(self.boxes.values())).setFocus()

    def _choose(self, key: str, text: str, codes: Sequence[Code], without: str) -> None:
        self.boxes[key] = ChoiceBox(text.replace("&", ""), [*handed_codes.choices(codes, ""), (_WITHOUT, without)])
        self.ask(key, text, self.boxes[key])

    def save(self) -> None:
        for key, box in self.boxes.items():
            if not box.value:
                raise InputError(self.tr("Er is nog niets gekozen en niets gemaakt. Kies hier een regel."), key)
        team, wijk = (self._chosen(key) for key in ("team", "wijk"))
        if team or wijk:
            self._session.run(self.tr("Team en wijk kiezen"), lacking.fill_in, team, wijk, self._lacks.homes)

    def _chosen(self, key: str) -> str:
        box = self.boxes.get(key)
        return "" if box is None or box.value == _WITHOUT else str(box.value)
