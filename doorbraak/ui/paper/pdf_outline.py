"""The headings of a PDF that Qt made, in the list beside its pages: Qt's own writer has no way to put them there.

They come behind what Qt wrote, as a later addition to the file: nothing of that moves.
"""

import re
from collections.abc import Sequence

Heading = tuple[str, int]
"""What it says, and the page that it is on, from 0."""
_CATALOG = re.compile(rb"\n(\d+) 0 obj\n<<\n/Type /Catalog\n(.*?)>>\nendobj", re.DOTALL)
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_TRAILER = re.compile(rb"trailer\n<<\n/Size (\d+)\s*\n(.*?)>>\nstartxref\n(\d+)\s*\n%%EOF\s*$", re.DOTALL)


def outlined(content: bytes, headings: Sequence[Heading]) -> bytes:
    """Raises ValueError for what is not put together as Qt does, and for a page that is not there."""
    catalog, kids, trailer = _CATALOG.search(content), _KIDS.search(content), _TRAILER.search(content)
    if catalog is None or kids is None or trailer is None:
        raise ValueError("this is not a PDF as Qt makes them")
    pages = [int(one) for one in re.findall(rb"(\d+) 0 R", kids[1])]
    if not headings or not all(0 <= page < len(pages) for _, page in headings):
        raise ValueError("a heading without its page")
    root = int(trailer[1])  # the first number that is free
    first, last = root + 1, root + len(headings)
    added = {
        int(catalog[1]): b"/Type /Catalog\n%b/Outlines %d 0 R\n/PageMode /UseOutlines\n" % (catalog[2], root),
        root: b"/Type /Outlines\n/First %d 0 R\n/Last %d 0 R\n/Count %d\n" % (first, last, len(headings)),
    }
    for number, (title, page) in enumerate(headings, first):
        before = b"/Prev %d 0 R\n" % (number - 1) if number > first else b""
        after = b"/Next %d 0 R\n" % (number + 1) if number < last else b""
        added[number] = b"/Title %b\n/Parent %d 0 R\n%b%b/Dest [%d 0 R /Fit]\n" % (
            _text(title), root, before, after, pages[page],
        )  # fmt: skip
    return _behind(content, added, last + 1, trailer)


def _text(title: str) -> bytes:
    return b"<FEFF" + title.encode("utf-16-be").hex().upper().encode() + b">"


def _behind(content: bytes, added: dict[int, bytes], size: int, trailer: re.Match[bytes]) -> bytes:
    made, table = bytearray(content), b"xref\n"
    for number, words in added.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, len(made))
        made += b"%d 0 obj\n<<\n%b>>\nendobj\n" % (number, words)
    start = len(made)
    made += table + b"trailer\n<<\n/Size %d\n%b/Prev %b\n>>\n" % (size, trailer[2], trailer[3])
    return bytes(made + b"startxref\n%d\n%%%%EOF\n" % start)
