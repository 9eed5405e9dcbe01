"""A folder with newer lists is read whole or refused with a sentence; nothing else in it is touched."""

import os
import shutil
from pathlib import Path

import pytest

from doorbraak import paths
from doorbraak.model import catalogue as lists
from doorbraak.model.catalogue.differing import difference
from doorbraak.model.catalogue.update_folder import MOST_BYTES, read_update
from doorbraak.model.errors import UserError

ARTICLES, LAWS = "law/articles.csv", "law/laws.csv"


def refused(folder: Path) -> str:
    """The sentence; it says that nothing changed, and names no place on the disk."""
    with pytest.raises(UserError) as caught:
        lists.load_texts(read_update(folder).lists)
    said = caught.value.sentence
    assert "niets veranderd" in said
    assert str(folder) not in said
    return said


def put(folder: Path, name: str, content: bytes | None = None, source: str = "") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((paths.resources() / (source or ARTICLES)).read_bytes() if content is None else content)
    return path


@pytest.mark.parametrize("name", ["articles.csv", "law/articles.csv", "Articles.CSV", "LAW/articles.csv"])
def test_that_a_list_may_lie_flat_or_in_its_own_folder(tmp_path: Path, name: str) -> None:
    put(tmp_path, name)
    assert read_update(tmp_path).lists == {ARTICLES: (paths.resources() / ARTICLES).read_text(encoding="utf-8")}


def test_that_the_whole_of_resources_can_be_read(copied: Path) -> None:
    assert len(read_update(copied).lists) == 17


def test_that_what_is_no_list_is_named_and_not_read(tmp_path: Path) -> None:
    put(tmp_path, "articles.csv")
    put(tmp_path, "LEES.txt", b"x")
    put(tmp_path, "law/bron.md", b"x")
    put(tmp_path, ".~lock.articles.csv#", b"x")
    (tmp_path / "oud").mkdir()
    put(tmp_path, "oud/articles.csv")
    update = read_update(tmp_path)
    assert update.passed == ("LEES.txt", "law/bron.md", "oud/")
    assert list(update.lists) == [ARTICLES]


@pytest.mark.parametrize("name", ["artikelen.csv", "prices/articles.csv", "law/x.csv", "a\nb.csv"])
def test_that_a_csv_file_that_is_no_list_is_refused(tmp_path: Path, name: str) -> None:
    """Passed over, a name with a typing error would take half of an update."""
    put(tmp_path, "articles.csv")
    put(tmp_path, name, b"x")
    said = refused(tmp_path)
    assert "is geen lijst van dit programma" in said
    assert "\n" not in said


def test_that_a_list_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "articles.csv")
    put(tmp_path, "law/articles.csv")
    assert refused(tmp_path).startswith("De lijst law/articles.csv staat twee keer in de map.")


def test_that_a_folder_without_a_list_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path).startswith("In deze map staat geen lijst.")
    put(tmp_path, "LEES.txt", b"x")
    assert refused(tmp_path).startswith("In deze map staat geen lijst.")


def test_that_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "weg").startswith("Deze map kan niet worden gelezen.")
    assert refused(put(tmp_path, "articles.csv")).startswith("Deze map kan niet worden gelezen.")


def test_that_a_folder_with_far_too_much_in_it_is_refused(tmp_path: Path) -> None:
    for at in range(300):
        (tmp_path / f"{at}.txt").touch()
    assert refused(tmp_path).startswith("In deze map staat te veel.")


def test_that_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders"
    put(elsewhere, "law/articles.csv")
    folder = tmp_path / "map"
    folder.mkdir()
    (folder / "law").symlink_to(elsewhere / "law")
    assert refused(folder).startswith("In deze map staat geen lijst.")
    (folder / "articles.csv").symlink_to(elsewhere / "law/articles.csv")
    assert refused(folder).startswith("articles.csv is een verwijzing naar elders.")


def test_that_a_pipe_is_no_list(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "articles.csv")
    assert refused(tmp_path).startswith("articles.csv: Dit is geen gewoon bestand.")


def test_that_a_folder_with_the_name_of_a_list_is_no_list(tmp_path: Path) -> None:
    (tmp_path / "articles.csv").mkdir()
    assert refused(tmp_path).startswith("In deze map staat geen lijst.")


def test_that_ten_megabytes_are_too_much_in_one_file_or_in_two(tmp_path: Path) -> None:
    put(tmp_path, "articles.csv", b"x" * 10_000_000)
    assert refused(tmp_path).startswith("articles.csv: Samen passen de lijsten in 5 MB.")
    put(tmp_path, "articles.csv", b"x" * (MOST_BYTES - 10))
    put(tmp_path, "laws.csv", source=LAWS)
    assert refused(tmp_path).startswith("laws.csv: Samen passen de lijsten in 5 MB.")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (b"Taak van", b"Ta\xe9k van", "een teken is geen UTF-8"),
        (b"Taak van", b"Ta\0k van", "U+0000"),
        (b"Taak van", b"Ta\x1bk van", "onzichtbaar teken (U+001B)"),
        (b"Taak van", "Ta\u202ek van".encode(), "onzichtbaar teken (U+202E)"),
        (b"Taak van gemeente", b"=HYPERLINK(1)", "lijkt een formule (kolom title_nl)"),
        (b"Taak van gemeente", b"@SUM(1)", "lijkt een formule (kolom title_nl)"),
        (b"Taak van gemeente", b"x" * 3000, "dit veld is te lang: er passen 2000 tekens in (kolom title_nl)"),
        (b"wgs:3:1,", b"=wgs:3:1,", "kan geen id zijn"),
        (b"https://", b"javascript://", "is geen webadres (kolom url)"),
    ],
)
def test_that_a_cell_that_can_not_be_is_told_with_its_line(tmp_path: Path, old: bytes, new: bytes, what: str) -> None:
    path = put(tmp_path, "articles.csv")
    lines = path.read_bytes().split(b"\n")
    at = next(at for at, line in enumerate(lines) if line.startswith(b"wgs:3:1,"))
    assert old in lines[at]
    lines[at] = lines[at].replace(old, new, 1)
    path.write_bytes(b"\n".join(lines))
    said = refused(tmp_path)
    assert said.startswith(f"De lijst law/articles.csv klopt niet op regel {at + 1}: ")
    assert what in said


def test_that_a_spreadsheets_semicolons_are_told(tmp_path: Path) -> None:
    path = put(tmp_path, "articles.csv")
    path.write_bytes(path.read_bytes().replace(b",", b";"))
    assert "tussen de kolommen staan puntkomma’s; bewaar het bestand met komma’s" in refused(tmp_path)


def test_that_a_list_of_very_many_rows_is_refused(tmp_path: Path) -> None:
    rows = "".join(f"woord{at},ander woord,daarom\n" for at in range(20_001))
    put(tmp_path, "words.csv", f"avoid_nl,use_nl,why_nl\n{rows}".encode())
    assert "op regel 20002: er passen 20000 rijen in" in refused(tmp_path)


def test_that_a_byte_order_mark_and_crlf_change_nothing(tmp_path: Path, catalogue: lists.Catalogue) -> None:
    path = put(tmp_path, "articles.csv")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    fresh = lists.load_texts(read_update(tmp_path).lists)
    assert fresh.articles == catalogue.articles
    assert difference(catalogue, fresh).rows == ()


def test_that_lists_that_do_not_fit_those_of_the_program_say_which(tmp_path: Path) -> None:
    """Without the laws the program's own articles lead nowhere."""
    path = put(tmp_path, "laws.csv", source=LAWS)
    kept = [line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if not line.startswith("wgs,")]
    path.write_text("".join(kept), encoding="utf-8")
    said = refused(tmp_path)
    assert "“wgs” staat niet in law/laws.csv" in said
    assert "Die lijst is van het programma zelf, en past niet meer bij de nieuwe lijsten." in said


def test_that_reading_leaves_the_folder_as_it_was(copied: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("zelfde") / "map"
    shutil.copytree(copied, other)
    read_update(copied)
    before, after = ({p.relative_to(f): p.is_file() and p.read_bytes() for p in f.rglob("*")} for f in (other, copied))
    assert before == after
