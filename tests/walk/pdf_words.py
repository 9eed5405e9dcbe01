"""The words of a PDF that Qt made, as somebody gets them who selects all: glyphs by their place in the text."""

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_RANGE = re.compile(rb"<(\w+)> <\w+> (?:<(\w+)>|\[(.*?)\])")
_SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<(\w+)> Tj|(\bET\b)")


def words_of(content: bytes) -> str:
    """One line for each piece of text that was laid at once."""
    objects = {int(number): body for number, body in _OBJECT.findall(content)}
    fonts = {
        name: _letters(_stream(objects[_points(objects[int(number)], b"ToUnicode")]))
        for body in objects.values()
        for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", body)
    }
    pages = [body for body in objects.values() if re.search(rb"/Type /Page\b", body)]
    return "\n".join(_text(_stream(objects[_points(page, b"Contents")]), fonts) for page in pages)


def _points(body: bytes, to: bytes) -> int:
    found = re.search(rb"/%s (\d+) 0 R" % to, body)
    assert found is not None, f"no {to.decode()}"
    return int(found.group(1))


def _stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found is not None
    return zlib.decompress(found.group(1)) if b"/FlateDecode" in body else found.group(1)


def _letters(map_: bytes) -> dict[int, str]:
    """Which letter each glyph is."""
    found: dict[int, str] = {}
    for first, one, listed in _RANGE.findall(map_.partition(b"beginbfrange")[2]):
        for at, letter in enumerate([one] if one else re.findall(rb"\w+", listed)):
            found[int(first, 16) + at] = bytes.fromhex(letter.decode()).decode("utf-16-be")
    return found


def _text(content: bytes, fonts: dict[bytes, dict[int, str]]) -> str:
    said, font = [], b""
    for named, shown, over in _SHOWN.findall(content):
        if named:
            font = named
        elif shown:
            said.append(fonts[font][int(shown, 16)])
        elif over:
            said.append("\n")
    return re.sub(r"[\t\xa0 ]+", " ", "".join(said))  # Qt calls the glyph of a space a tab
