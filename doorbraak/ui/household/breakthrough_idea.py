"""What the list says about a kind of doorbraak: an idea that was seen elsewhere, and no right."""

from PySide6.QtCore import Qt

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.insight import names
from doorbraak.ui.widgets.copying import Readable


class IdeaText(Readable):
    """To read and to copy the address from; hidden for a doorbraak in own words."""

    def __init__(self, name: str, catalogue: Catalogue) -> None:
        super().__init__(name)
        self._catalogue = catalogue
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVisible(False)

    def show_kind(self, kind: str) -> None:
        text = idea_words(kind, self._catalogue)
        if text != self.toPlainText():
            self.setPlainText(text)
        self.setVisible(bool(text))


def idea_words(kind: str, catalogue: Catalogue) -> str:
    known = catalogue.interventions.get(kind)
    if known is None:
        return ""
    said = [known.description]
    if known.laws:
        said.append(f"Wetten die er vaak bij horen: {', '.join(names.law_name(law, catalogue) for law in known.laws)}.")
    if known.payer_text:
        said.append(f"Wie vaak betaalt: {known.payer_text}.")
    said.append(f"Dit is een idee, geen recht. Het staat op:\n{known.source_url}")
    return "\n".join(said)
