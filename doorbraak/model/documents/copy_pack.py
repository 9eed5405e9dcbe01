"""Het plakpakket: the visit as labelled blocks of plain text, so that nobody types it again in another system.

Names become roles, and private notes are never in it. `copy_pack_parts` says what each block holds.
"""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import copy_pack_parts
from doorbraak.model.documents.copy_pack_names import roles_of
from doorbraak.model.documents.copy_pack_parts import Content
from doorbraak.model.dossier.copy_blocks import CopyBlock
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.dossier.visits import Visit
from doorbraak.model.insight.savings import Saving

NOBODY = Profile()
LABELS: dict[str, str] = {
    "report": "Gespreksverslag",
    "people": "Gezinssamenstelling",
    "domains": "Leefgebieden",
    "agencies": "Betrokken instanties",
    "goals": "Doelen",
    "first": "Wat eerst",
    "tasks": "Afspraken en taken",
    "letters": "Brieven",
    "interventions": "Doorbraak",
    "decision": "Besluit",
    "grounds": "Rechtsgronden",
    "weighing": "Onderbouwing",
    "threats": "Wat er dreigt",
    "steps": "Stappen",
    "sharing": "Delen van gegevens",
    "follow-up": "Nameting",
    "sum": "Rekensom",
}
"""The program's own order and labels."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One block to copy. `part` is a key of `LABELS`."""

    part: str
    label: str
    text: str


def arranged(blocks: tuple[CopyBlock, ...]) -> tuple[CopyBlock, ...]:
    """Every block once, in the chosen order; one that nobody placed yet comes after those."""
    known = {one.part: one for one in blocks if one.part in LABELS}
    return (*known.values(), *(CopyBlock(part) for part in LABELS if part not in known))


def label_of(block: CopyBlock) -> str:
    return block.label or LABELS[block.part]


def visit_of(dossier: Dossier, visit_id: int | None) -> Visit | None:
    """The chosen visit, or else the last one."""
    last = max(dossier.visits, key=lambda one: (one.on_day, one.id), default=None)
    return next((one for one in dossier.visits if one.id == visit_id), last)


def copy_pack(
    dossier: Dossier, catalogue: Catalogue, visit_id: int | None, today: date, blocks: tuple[CopyBlock, ...],
    saving: Saving | None = None, profile: Profile = NOBODY,
) -> tuple[Piece, ...]:  # fmt: skip
    """Without empty blocks. `blocks`: how this gemeente wants it; () is the program's own order."""
    roles = roles_of(dossier, catalogue, profile)
    content = Content(dossier, catalogue, visit_of(dossier, visit_id), today, roles, saving)
    found = []
    for block in arranged(blocks):
        text = copy_pack_parts.text_of(block.part, content) if block.shown else ""
        if text:
            found.append(Piece(block.part, label_of(block), text))
    return tuple(found)


def as_one_text(pieces: tuple[Piece, ...]) -> str:
    """All blocks under each other, each below its label."""
    return "\n\n".join(f"{piece.label}\n{piece.text}" for piece in pieces)
