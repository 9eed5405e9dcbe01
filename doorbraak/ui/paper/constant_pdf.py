"""A PDF that Qt made, without the moment, time zone and number that Qt writes in it: equal pages give equal bytes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QHashSeed

METADATA = (
    b"<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
    b"xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/></x:xmpmeta><?xpacket end='w'?>"
)
"""In the place of Qt's own, which has dates: `QPdfWriter.setDocumentXmpMetadata` takes it."""
_MOMENT = rb"\(D:[^()]*\)"
_INFO = re.compile(rb"/CreationDate %b\s*/ModDate %b" % (_MOMENT, _MOMENT))
_FIXED = b"/CreationDate (D:20000101000000Z)\n/ModDate (D:20000101000000Z)"
_ID = re.compile(rb"/ID \[[^\]]*\]")
_HEX = re.compile(rb"[0-9a-fA-F]")
_PLACE = re.compile(rb"(\d{10})( \d{5} n)")
_START = re.compile(rb"startxref\s+(\d+)")


@contextmanager
def same_order() -> Iterator[None]:
    """Inside it Qt lays the letters of a PDF in the file in the same order in every process."""
    QHashSeed.setDeterministicGlobalSeed()
    try:
        yield
    finally:
        QHashSeed.resetRandomGlobalSeed()


def constant(content: bytes) -> bytes:
    """Raises ValueError for what is not put together as Qt does: nothing is left half done."""
    info, start = _INFO.search(content), list(_START.finditer(content))
    if info is None or len(start) != 1:
        raise ValueError("this is not a PDF as Qt makes them")
    by, table = len(_FIXED) - len(info[0]), int(start[0][1])

    def moved(place: int) -> int:
        return place + by if place > info.start() else place

    body, end = content[: start[0].start()], content[start[0].end() :]
    places = _PLACE.sub(lambda found: b"%010d%b" % (moved(int(found[1])), found[2]), body[table:])
    places = _ID.sub(lambda found: b"/ID" + _HEX.sub(b"0", found[0][len(b"/ID") :]), places)
    body = body[: info.start()] + _FIXED + body[info.end() : table] + places
    return body + b"startxref\n%d" % moved(table) + end
