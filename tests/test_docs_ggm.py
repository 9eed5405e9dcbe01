"""Every kind of record stands once in docs/ggm.md: beside what the Gemeentelijk Gegevensmodel has, or as ours alone."""

import re
from collections import Counter
from pathlib import Path

from doorbraak.model.dossier import dossier

DOC = Path(__file__).parent.parent / "docs" / "ggm.md"


def test_that_each_table_of_a_dossier_stands_once_in_the_page_about_the_ggm() -> None:
    rows = [line.split("|")[2] for line in DOC.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    named = Counter(name for row in rows for name in re.findall(r"`(\w+)`", row))
    assert named == Counter(table.name for table in dossier.TABLES)
