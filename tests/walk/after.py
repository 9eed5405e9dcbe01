"""After the visit: costs, the doorbraak and why it may, the decision, what is copied, papers, and a backup."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.walk import pdf_words
from tests.walk.hands import CONTROL, Hands


def costs(hands: Hands) -> None:
    hands.begin("Na het bezoek: kosten")
    hands.page("Rekensom")
    hands.tab("Kosten")
    hands.see("Kostenposten")
    hands.click("Voorstellen bekijken")
    hands.see("Voorgestelde kosten")
    hands.click("Alles overnemen")
    hands.see("Kosten overgenomen")


def breakthrough(hands: Hands) -> None:
    hands.begin("Na het bezoek: doorbraak")
    hands.page("Doorbraak")
    hands.see("Nog geen doorbraak")
    hands.into("Doorbraak toevoegen: typ drie letters")
    hands.type("laatste")
    hands.see("Doorbraak typen")
    hands.type("⏎")
    hands.fill("Wat gebeurt er in dit huishouden?", "De corporatie trekt de ontruiming in. Wij betalen mee.")
    hands.tab("Waarvoor")
    hands.click("Voor welke problemen", lambda: _tick(hands, 2))
    hands.see("Waarvoor de doorbraak is")


def _tick(hands: Hands, rows: int) -> None:
    for _ in range(rows):
        hands.type(" ↓")
    hands.see("Waarvoor kiezen")
    hands.type("⏎")


def justification(hands: Hands) -> None:
    hands.begin("Na het bezoek: onderbouwing")
    hands.page("Onderbouwing")
    hands.see("Voorgestelde artikelen")
    for _ in range(2):
        hands.cell("Voorgestelde artikelen", 0, "Artikel")
        hands.click("Overnemen")
    hands.see("Artikelen overgenomen")


def decision(hands: Hands, today: str) -> None:
    hands.begin("Na het bezoek: besluit")
    hands.page("Doorbraak")
    hands.write_cell("Doorbraken", 0, "Wie beslist", "teamleider")
    hands.choose_cell("Doorbraken", 0, "Status", "Toegekend")
    hands.write_cell("Doorbraken", 0, "Besluit op", today)
    hands.write_cell("Doorbraken", 0, "Kost in jaar 1", "4000")
    hands.choose_cell("Doorbraken", 0, "Betaler", "Gemeente")
    hands.see("Besluit")


def copy_pack(hands: Hands) -> str:
    """What lies on the clipboard at the end."""
    hands.begin("Na het bezoek: plakpakket")
    hands.page("Plakpakket")
    hands.see("Plakpakket")
    hands.type("⏎⏎⏎")
    hands.see("Drie blokken gekopieerd")
    return QApplication.clipboard().text()


def papers(hands: Hands, folder: Path) -> dict[str, str]:
    """Plan and card as PDF; their words, read back from the files."""
    hands.begin("Na het bezoek: papieren")
    hands.page("Papieren")
    said = {}
    for title in ("Perspectiefplan", "Koelkastkaart"):
        hands.row("Welk papier?", title)
        hands.see(f"Papier {title}")
        path = folder / f"{title}.pdf"
        hands.click("Opslaan als PDF", lambda path=path: hands.file_name(path))
        hands.until(path.exists, f"{path.name}")
        said[title] = pdf_words.words_of(path.read_bytes())
    hands.see("Papier bewaard")
    return said


def backup(hands: Hands) -> None:
    hands.begin("Na het bezoek: reservekopie")
    hands.key(Qt.Key.Key_K, CONTROL)
    hands.see("Kopie gemaakt")
    hands.menu("Bestand", "Reservekopieën", seen="Menu Bestand", then=[lambda: _copies(hands)])


def _copies(hands: Hands) -> None:
    hands.see("Reservekopieën")
    hands.click("Sluiten")


def whole(hands: Hands, folder: Path, today: str) -> tuple[dict[str, str], str]:
    """The words of the papers that were saved in `folder`, and what was copied."""
    costs(hands)
    breakthrough(hands)
    justification(hands)
    decision(hands, today)
    hands.begin("Na het bezoek: wat het oplevert")
    hands.page("Rekensom")
    hands.tab("Kosten")
    hands.shows("Stopt met het plan, maar kost bij Plan nog evenveel")
    hands.see("Wat stopt en nog meetelt")
    hands.write_cell("Kostenposten", 1, "Plan", "20")
    hands.tab("Uitkomst")
    hands.see("Uitkomst van de rekensom")
    hands.page("Vandaag")
    hands.see("Vandaag na het bezoek")
    copied = copy_pack(hands)
    said = papers(hands, folder)
    backup(hands)
    return said, copied
