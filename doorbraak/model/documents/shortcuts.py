"""All keys on one paper, to lay beside the laptop: per menu what each does."""

from collections.abc import Sequence
from datetime import date

from doorbraak.model.documents.document import Column, Document, Section, Table

TITLE = "Sneltoetsen"
_IN_TABLES = (
    ("Enter of F2", "Cel wijzigen"),
    ("Delete", "Rij weghalen"),
    ("F4", "Sorteren op deze kolom"),
)


def paper_of(menus: Sequence[tuple[str, Sequence[tuple[str, str]]]], today: date) -> Document:
    """`menus`: the title of each with the keys in it and what they do."""
    columns = (Column("Toetsen", 30), Column("Wat ze doen", 70))
    sections = [
        Section(title, (Table(columns, tuple(rows)),)) for title, rows in (*menus, ("In een tabel", _IN_TABLES))
    ]
    return Document(TITLE, "Alles kan zonder muis", today, (), tuple(sections))
