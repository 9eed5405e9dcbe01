"""What became of a file that was received, in one sentence without anything that the file says itself."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["taken", "replaced", "waits", "held", "late", "again", "refused", "skipped"]
"""waits: a small file, sealed until there are enough; held: until its sender is confirmed; late: in no publication any
more; skipped: cancelled.
"""

TAKEN = "Dit uitwisselbestand is ontvangen en telt mee."
REPLACED = "Dit uitwisselbestand is ontvangen en komt in de plaats van het vorige van deze afzender en periode."
WAITS = (
    "Dit kleine uitwisselbestand is ontvangen en blijft nog verzegeld. Samen met andere kleine bestanden van deze "
    "periode gaat het open, vanaf 5 huishoudens van 2 afzenders."
)
HELD = (
    "Dit uitwisselbestand is ontvangen. Het wacht nog. Bel deze nieuwe afzender, vergelijk het controlegetal en "
    "bevestig de afzender."
)
LATE = "Dit uitwisselbestand is ontvangen."  # and why it counts no more
AGAIN = "Dit uitwisselbestand was al ontvangen. Er is niets veranderd."
OLDER = (
    "Van deze afzender is voor deze periode al een nieuwer uitwisselbestand ontvangen. Er is niets veranderd. "
    "Vraag zo nodig om het nieuwste."
)
SAME_NUMBER = (
    "Dit uitwisselbestand heeft hetzelfde volgnummer als een ander bestand van deze afzender. Er is niets "
    "ingevoerd. Bel de afzender en vraag om een nieuw bestand."
)
WITHDRAWN = (
    "Deze afzender is ingetrokken. Er is niets ingevoerd. Bevestig de afzender opnieuw als de bestanden weer mee "
    "moeten tellen."
)
OTHER_VERSION = (
    "Voor deze periode zijn al bestanden met een andere versie van de tabellen ontvangen. Er is niets ingevoerd. "
    "Laat alle afzenders een nieuw bestand maken met dezelfde versie van Doorbraak."
)
TOO_MANY_NEW = (
    "Er wachten te veel nieuwe afzenders. Er is niets ingevoerd. Bevestig de afzenders die je kent, trek de "
    "andere in en probeer het opnieuw."
)
SKIPPED = "Dit bestand is overgeslagen omdat je stopte. Er is niets van ingevoerd."

SAID: dict[Outcome, str] = {
    "taken": TAKEN, "replaced": REPLACED, "waits": WAITS, "held": HELD, "late": LATE, "again": AGAIN,
    "skipped": SKIPPED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FileReport:
    """`name`: of the file alone, without its folder and without signs that nobody sees. `sender`: its number here."""

    name: str
    outcome: Outcome
    sentence: str
    sender: int | None = None

    @property
    def refused(self) -> bool:
        return self.outcome in ("refused", "skipped")


def shown(name: str) -> str:
    """A name of a file that can't turn a line around or break it."""
    return "".join(sign if sign.isprintable() else "?" for sign in name)[:200] or "?"
