"""Which sentences in a document are ours, and how long they are."""

import re
from dataclasses import fields, is_dataclass
from typing import Any

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents.document import Block, Bullets, Document, KeyFigures, Paragraph, Subheading

MOST = 20
_QUOTED = re.compile(r"“[^”]*”")
_ENDS = re.compile(r"(?<=[.!?:])\s+|\n")
_WORD = re.compile(r"[^\W_]")


def too_long(document: Document, typed: Any, catalogue: Catalogue) -> list[str]:
    """Sentences of more than 20 words. What somebody typed (any text of `typed`), quotations, cells of tables and
    what the lists call a law or an article do not count.
    """
    theirs = sorted({*texts_of(typed), *_lists(catalogue)}, key=len, reverse=True)
    found = []
    for section in document.sections:
        for block in section.blocks:
            for text in _ours(block):
                said = _QUOTED.sub("x", text)
                for other in theirs:
                    if other in said:
                        said = said.replace(other, "x")
                found += [one for one in _ENDS.split(said) if sum(map(bool, map(_WORD.search, one.split()))) > MOST]
    return found


def texts_of(record: Any) -> set[str]:
    """Every text of more than a word in a record, a dossier or a tuple of them."""
    if isinstance(record, str):
        return {record, *record.split("\n")} if len(record.split()) > 1 else set()
    if is_dataclass(record):
        return {text for one in fields(record) for text in texts_of(getattr(record, one.name))}
    return {text for one in record for text in texts_of(one)} if isinstance(record, tuple) else set()


def _lists(catalogue: Catalogue) -> set[str]:
    laws = {name for law in catalogue.laws.values() for name in (law.title, law.abbreviation) if len(name.split()) > 1}
    articles = {text for one in catalogue.articles.values() for text in (one.what, one.title)}
    return laws | articles | {one.way_out for one in catalogue.tensions}


def _ours(block: Block) -> tuple[str, ...]:
    match block:
        case Paragraph(text) | Subheading(text):
            return (text,)
        case Bullets(items):
            return items
        case KeyFigures(figures):
            return tuple(one.label for one in figures)
        case _:
            return ()
