"""What files tell beside their figures: who made them, where, when and on what; and names that would do something.

The files are those of a real publication in a real workspace, whose teams have the worst names that the program takes,
and the summary of a laptop.
"""

import csv
import html
import io
import re
import struct
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from random import Random

import openpyxl
import pytest

from doorbraak.model import catalogue
from doorbraak.model.documents.document import text_of
from doorbraak.model.documents.publication_charts import alternative, chart_of
from doorbraak.model.documents.publication_report import report_of
from doorbraak.model.dossier import casefile, dossier, synthetic
from doorbraak.model.exchange import coordinator, door, periods, published, published_views, summary, tables
from doorbraak.model.exchange.contributions import Home, contributions
from doorbraak.model.exchange.memberships import Membership
from doorbraak.model.exchange.published import Publication
from doorbraak.model.workspace.store import Store
from doorbraak.ui.paper import publication_files
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.exchange.caseloads import PERIOD
from tests.model.exchange.coordination import DAY, Laptop, begun, believed, take

pytestmark = pytest.mark.usefixtures("qapp")
TEAMS = {
    "noord": "=1+1", "oost": "+31", "west": "-5", "zuid": "@SUM(A1)", "vol": "\uff1d1+1",
    "wijd": "\uff0b31 \u200b\U0001f3c6", "bidi": "Te\u202eam\u200b \u2066Mid\ufeff\u00adden\u2069",
}  # fmt: skip
SEEN = {**TEAMS, "wijd": "\uff0b31 \U0001f3c6", "bidi": "Team Midden"}
OWN = {"doorbraak-2026Q3.xlsx", "samenvatting.xlsx"}
YEARS = "2000-01-01T00:00:00Z"
SIGNS = (
    b"printerSettings", b"calcChain", b"definedName ", b'hidden="1"', b"Hidden", b"<f>", b"<f ", b"hyperlink",
    b"dataValidation", b"legacyDrawing", b"externalLink", b"vbaProject",
)  # fmt: skip
Files = Mapping[str, bytes]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """Each team has 30 households on three laptops."""
    store = begun(tmp_path_factory.mktemp("maker-Jansen") / "coordinator")
    coordinator.add_codes(store, {"team": TEAMS})
    found, random = coordinator.catalogue_of(store), Random(3)
    laptops = tuple(map(Laptop, (1, 2, 3)))
    believed(store, *laptops)
    for laptop in laptops:
        homes = [
            Home(random.randbytes(32), (
                Membership("cost_after", "wmo2015|gemeente", 5000), Membership("households_team", team),
                Membership("life_domains", "geld"),
            ))
            for team in TEAMS for _ in range(10)
        ]  # fmt: skip
        cells = contributions(homes, PERIOD, found)
        take(store, laptop.sealed(store, laptop.payload(store, [], households=len(homes), cells=cells)))
    of = published.publish_in(store, periods.parse(PERIOD), DAY)
    store.close()
    assert {one.value for one in of.table("households_team").cells if one.cell in TEAMS} == {30}
    return of


@pytest.fixture(scope="module")
def files(made: Publication, tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Files:
    """Of the publication by name without its folder, and the summary of a laptop with thirty households."""
    folder = tmp_path_factory.mktemp("maker-Jansen")
    store, _ = Store.create(folder / "w", PASSPHRASE, dossier.TABLES, title="Jansen", example=True, cost=CHEAP)
    with store.change("Huishoudens invoeren"):
        for case in synthetic.households(30, 7, catalogue.load()):
            casefile.take_in(store, case)
    protected = door.protect(tables.of_store(store, catalogue.load()))
    store.close()
    assert protected is not None
    summary.write(protected, folder / summary.FILE_NAME, date.today())
    found = {name.rpartition("/")[2]: content for name, content in publication_files.files(made).items()}
    assert {name.rpartition(".")[2] for name in found} == {"xlsx", "pdf", "zip", "png", "svg"}
    return {**found, summary.FILE_NAME: (folder / summary.FILE_NAME).read_bytes()}


def of_kind(files: Files, *kinds: str) -> dict[str, bytes]:
    found = {name: content for name, content in files.items() if name.rpartition(".")[2] in kinds}
    assert found
    return found


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_attack_doc_props(files: Files) -> None:
    """Who made a workbook, with what, on which machine and when: of every one the same."""
    books = of_kind(files, "xlsx")
    assert set(books) == OWN
    titles = {"doorbraak-2026Q3.xlsx": "Doorbraak, publicatie 2026Q3", "samenvatting.xlsx": ""}
    for name, content in books.items():
        found = parts(content)
        assert {part for part in found if part.startswith("docProps/")} == {"docProps/app.xml", "docProps/core.xml"}
        core, app = (found[f"docProps/{part}.xml"].decode() for part in ("core", "app"))
        said = dict(re.findall(r"<(?:dc|cp|dcterms):(\w+)(?: [^>]*)?>([^<]*)</", core))
        assert said.pop("title", "") == titles[name]
        assert said == {"creator": "Doorbraak", "lastModifiedBy": "Doorbraak", "created": YEARS, "modified": YEARS}
        assert set(re.findall(r"<(\w+)[ >]", app)) == {"Properties", "Application", "AppVersion"}


def test_attack_printer_settings_hidden_sheets_and_calc_chain(files: Files) -> None:
    allowed = {
        "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/theme/theme.xml", "xl/worksheets/sheet.xml",
    }  # fmt: skip
    for name, content in of_kind(files, "xlsx").items():
        found = parts(content)
        assert {re.sub(r"\d+", "", part) for part in found} == allowed, name
        for part, inside in found.items():
            for sign in SIGNS:
                assert sign not in inside, (name, part, sign)
        book = openpyxl.load_workbook(io.BytesIO(content))
        for sheet in book.worksheets:
            assert sheet.sheet_state == "visible"
            assert not [
                at for at, one in (*sheet.row_dimensions.items(), *sheet.column_dimensions.items()) if one.hidden
            ]


def test_attack_zip_timestamps(files: Files) -> None:
    """Neither the moment nor the order in which it was made, the system or the rights of who made it."""
    for name, content in of_kind(files, "xlsx", "zip").items():
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed, said = archive.infolist(), archive.comment
        assert said == b""
        assert [one.filename for one in listed] == sorted(one.filename for one in listed), name
        assert {one.date_time for one in listed} == {(1980, 1, 1, 0, 0, 0)}, name
        assert len({(one.create_system, one.external_attr, one.extra, one.comment) for one in listed}) == 1, name
        assert {(one.create_system, one.extra, one.comment) for one in listed} == {(0, b"", b"")}, name


def chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(content):
        (size,) = struct.unpack(">I", content[at : at + 4])
        yield content[at + 4 : at + 8], content[at + 8 : at + 8 + size]
        at += size + 12


def test_attack_png_metadata(files: Files, made: Publication) -> None:
    """Nor that of the other pictures and pages: a title that stands above the figure too, and nothing else."""
    views = [view for chapter in published_views.chapters(made) for view in chapter.views]
    titles = {view.title for view in views}
    spoken = {alternative(chart_of(view, made.period, example=made.example)) for view in views}
    for name, content in of_kind(files, "png").items():
        found = list(chunks(content))
        assert {kind for kind, _ in found} <= {b"IHDR", b"pHYs", b"tEXt", b"iTXt", b"IDAT", b"IEND"}, name
        words = [inside for kind, inside in found if kind in (b"tEXt", b"iTXt")]
        assert [one.split(b"\0")[0] for one in words] in ([b"Title"], []), name
        assert all(one.rstrip(b"\0").split(b"\0")[-1].decode() in titles for one in words), name
        assert content.endswith(b"IEND\xaeB`\x82"), "and nothing behind it"
    for name, content in of_kind(files, "svg").items():
        text = content.decode()
        assert set(re.findall(r"<dc:(\w+)", text)) <= {"type", "title", "format", "description"}, name
        assert html.unescape(text.partition("<dc:description>")[2].partition("</dc:description>")[0]) in spoken, name
        assert not re.search(r"file:|/home|/tmp|\\Users", text), name
    for name, content in of_kind(files, "pdf").items():
        assert not re.search(rb"/(Author|Creator|Keywords|Subject) *(?!\(\))[(<]", content), name
        assert not re.search(rb"/(EmbeddedFile|AcroForm|JavaScript)\b", content), name
        notes = re.findall(rb"/Annots (\d+) 0 R", content)
        for number in notes:
            assert re.search(rb"\n%b 0 obj\s*\[\s*\]\s*endobj" % number, content), "no notes on any page"
        assert len(notes) == content.count(b"/Annots"), name
        assert set(re.findall(rb"/(?:Creation|Mod)Date \(D:(\d{8})", content)) <= {b"20000101"}, name


def test_attack_the_maker_of_any_file(files: Files, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The name of a folder, of a workspace or of today is in no byte, packed or not."""
    today = date.today()
    needles = ("Jansen", str(tmp_path_factory.getbasetemp()), today.strftime("D:%Y%m%d"), f"{today.isoformat()}T")
    for name, content in files.items():
        for inside in (content, *(parts(content).values() if content.startswith(b"PK") else ())):
            assert not [one for one in needles if one.encode() in inside], name


def test_attack_tooltips_in_files(files: Files) -> None:
    """What would only be seen under a pointer: comments, prompts, titles of shapes and notes on a page."""
    for name, content in of_kind(files, "svg").items():
        assert not re.search(r"<(desc|script|foreignObject|a)[ >]|xlink:title|\bon\w+=", content.decode()), name
        assert len(re.findall(r"<title>", content.decode())) <= 1, name
    for content in of_kind(files, "xlsx").values():
        for part, inside in parts(content).items():
            assert not re.search(rb"comment|prompt|tooltip|descr=|<extLst", inside, re.IGNORECASE), part


def test_attack_labels_that_begin_with_a_sign(files: Files) -> None:
    """= + - @ and their full-width forms, in what a spreadsheet opens."""
    book = openpyxl.load_workbook(io.BytesIO(files["doorbraak-2026Q3.xlsx"]))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    signed = {label for label in SEEN.values() if label != "Team Midden"}
    assert {f"'{label}" for label in signed} <= {cell.value for cell in cells}
    found = 0
    for name, content in parts(files["doorbraak-2026Q3.zip"]).items():
        for row in csv.reader(io.StringIO(content.decode())) if name.endswith(".csv") else ():
            for field in row:
                calculates = unicodedata.normalize("NFKC", field[:1]) in ("=", "+", "-", "@")
                assert not calculates or re.fullmatch(r"-\d+", field), (name, field)
                found += field[1:] in signed
    assert found >= len(signed)


def test_attack_bidi_and_zero_width_characters_in_labels(files: Files, made: Publication) -> None:
    assert made.table("households_team").at("bidi").labels == ("Team Midden",)
    texts = {name: content for name, content in files.items() if name.endswith(".svg")}
    for name in (*OWN, "doorbraak-2026Q3.zip"):
        texts |= {f"{name}: {part}": inside for part, inside in parts(files[name]).items()}
    chapters = published_views.chapters(made)
    drawn = (chart_of(view) for chapter in chapters for view in chapter.views)
    said = [text_of(report_of(made, chapters)), *(alternative(chart) for chart in drawn)]
    for name, text in (
        *((name, content.decode()) for name, content in texts.items()),
        *(("paper", one) for one in said),
    ):
        strange = {hex(ord(ch)) for ch in text if unicodedata.category(ch) in ("Cc", "Cf") and ch not in "\r\n\t"}
        assert strange == set(), name
    assert any("Team Midden" in one for one in said)
