"""All files of a publication: which there are, that they are the same every time, and what is in none of them."""

import random
from datetime import date
from pathlib import Path

import pytest

from doorbraak.model import catalogue
from doorbraak.model.documents.document import text_of
from doorbraak.model.documents.publication_charts import alternative, chart_of
from doorbraak.model.documents.publication_report import report_of
from doorbraak.model.dossier import dossier, household
from doorbraak.model.exchange import periods, published_views
from doorbraak.model.exchange.contributions import Home
from doorbraak.model.exchange.memberships import memberships
from doorbraak.model.exchange.published import Publication
from doorbraak.model.workspace.store import Store
from doorbraak.ui.paper import publication_files
from tests import whole_dossier
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.exchange import merged_caseloads
from tests.model.exchange.caseloads import known_tables
from tests.model.exchange.test_published_views import all_hidden, drawn, every, publication
from tests.test_canary import MARKER, holds_marker

pytestmark = pytest.mark.usefixtures("qapp")
TABLES = known_tables()


def few(seed: int = 1) -> Publication:
    """With something in a few charts only: a picture takes a third of a second."""
    cells = all_hidden()
    kept = ("households_team", "life_domains", "saved_direct_realised")
    return publication({**cells, **{key: one for key, one in drawn(seed, 0.05).items() if key[0] in kept}})


def test_that_there_is_a_workbook_a_report_a_package_and_three_files_of_each_chart() -> None:
    of = few()
    found = publication_files.files(of)
    first = ["doorbraak-2026Q3.xlsx", "doorbraak-2026Q3.pdf", "doorbraak-2026Q3.zip"]
    assert list(found)[:3] == first
    charts = [one for one in every(published_views.chapters(of)) if chart_of(one).panels]
    assert len(charts) >= 3
    assert list(found)[3:] == [
        f"grafieken-{of.period}/{at:02d}-{one.id}.{kind}"
        for at, one in enumerate(charts, 1)
        for kind in ("png", "svg", "pdf")
    ]
    starts = {"xlsx": b"PK", "zip": b"PK", "pdf": b"%PDF", "png": b"\x89PNG", "svg": b"<?xml"}
    assert all(content.startswith(starts[name.rsplit(".", 1)[1]]) for name, content in found.items())


def test_that_the_same_publication_gives_the_same_files() -> None:
    assert publication_files.files(few()) == publication_files.files(few())
    assert publication_files.files(publication(all_hidden())) != publication_files.files(few())


def test_that_who_waits_hears_how_far_it_is_and_can_stop_it() -> None:
    heard: list[tuple[int, int]] = []
    found = publication_files.files(publication(all_hidden()), told=lambda done, all_: heard.append((done, all_)))
    assert heard == [(at, len(found)) for at in range(1, len(found) + 1)]

    def stop(done: int, _: int) -> None:
        raise KeyboardInterrupt(done)

    with pytest.raises(KeyboardInterrupt, match="1"):
        publication_files.files(few(), told=stop)


def test_that_an_earlier_publication_stands_beside_it() -> None:
    earlier = publication(drawn(2, 0.5), "2026Q2")
    plain, beside = (published_views.chapters(few(), one) for one in (None, earlier))
    assert plain != beside
    found = publication_files.files(few(), earlier)
    assert found["doorbraak-2026Q3.pdf"] != publication_files.files(few())["doorbraak-2026Q3.pdf"]


def marked(folder: Path) -> Publication:
    """Thirty households on three laptops with a marker in every text field."""
    store, _ = Store.create(folder, PASSPHRASE, dossier.TABLES, title=MARKER, cost=CHEAP)
    lists, draw = catalogue.load(), random.Random(1)
    with store.change("Huishouden maken"):
        made = whole_dossier.make(store, MARKER)
    home = dossier.read(store, made)
    assert MARKER in repr(home)
    found = memberships(home, periods.parse("2026Q3"), lists, TABLES, team=MARKER)
    laptops = {f"{at:032x}": [Home(draw.randbytes(32), found) for _ in range(10)] for at in range(3)}
    assert household.all_of(store)
    store.close()
    return merged_caseloads.publish(merged_caseloads.merge(laptops, TABLES), TABLES)[0]


def test_attack_the_canary_in_every_text_field_is_in_no_file(tmp_path: Path) -> None:
    """Pages and pictures hold shapes of letters, so their words are looked at before they are drawn."""
    of = marked(tmp_path / "werkmap")
    assert sum(len(table.shown) for table in of.tables) > 10, "something is shown"
    for name, content in publication_files.files(of).items():
        assert not holds_marker(content), name
    chapters = published_views.chapters(of)
    assert MARKER not in text_of(report_of(of, chapters))
    charts = [chart_of(one) for one in every(chapters)]
    assert any(one.panels for one in charts)
    assert not any(MARKER in alternative(one) + repr(one) for one in charts)
    assert date.today().isoformat() not in text_of(report_of(of, chapters))
