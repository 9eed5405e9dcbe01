"""The proof of erasing: one page that says when, why and where, and nobody's name."""

from dataclasses import replace
from datetime import date

from doorbraak.model.documents.document import text_of
from doorbraak.model.documents.erasure_proof import proof_of
from doorbraak.model.dossier.erasure import GROUNDS, is_done
from doorbraak.model.workspace.tombstones import Place, Tombstone
from doorbraak.ui.paper import leaves

AT = "2026-11-23T10:00:00+00:00"
PLACES = (
    Place("file", done_at=AT),
    Place("backups", copies=12, done_at=AT),
    Place("kept", done_at=AT),
    Place("second", "/media/stick", copies=1, done_at=AT),
)
DONE = Tombstone(1, "ab" * 32, "household", 7, "request", AT, None, PLACES)
TODAY = date(2026, 11, 23)


def test_that_the_proof_says_when_which_why_and_where() -> None:
    text = text_of(proof_of(DONE, "Wijkteam Noord", TODAY))
    for words in ("nummer 7", "23-11-2026", "AVG artikel 17", "12 oude kopieën", "1 oude kopie weg", "/media/stick",
                  "er lag geen oude kopie", "abababababababab"):  # fmt: skip
        assert words in text, words
    assert is_done(DONE)
    assert "Nog niet" not in text


def test_that_a_place_that_was_away_is_named_with_what_to_do() -> None:
    away = replace(DONE, places=(*PLACES[:3], Place("second", "/media/stick", absent=True)))
    text = text_of(proof_of(away, "", TODAY))
    assert not is_done(away)
    assert "/media/stick\tWas er niet." in text
    assert "Sluit die andere plek aan" in text


def test_that_it_says_when_no_copy_went_elsewhere() -> None:
    text = text_of(proof_of(replace(DONE, places=PLACES[:3]), "", TODAY))
    assert "Van een kopie op een andere plek weet" in text


def test_that_one_person_is_not_called_a_household() -> None:
    assert "Eén persoon van dit huishouden" in text_of(proof_of(replace(DONE, kind="person"), "", TODAY))


def test_that_it_says_in_how_many_texts_the_name_stayed() -> None:
    assert "nog in 3 teksten die blijven" in text_of(proof_of(replace(DONE, kind="person", naming=3), "", TODAY))
    assert "nog in 1 tekst die blijft" in text_of(proof_of(replace(DONE, kind="person", naming=1), "", TODAY))
    assert "De naam" not in text_of(proof_of(replace(DONE, kind="person"), "", TODAY))


def test_that_a_ground_of_a_later_version_stands_as_it_is() -> None:
    assert "nieuwe-grond" in text_of(proof_of(replace(DONE, ground="nieuwe-grond"), "", TODAY))


def test_that_it_fits_on_one_page(qapp) -> None:
    for ground in GROUNDS:
        proof = proof_of(replace(DONE, ground=ground, naming=12), "Een wijkteam met een lange naam", TODAY)
        assert len(list(leaves.leaves_of(proof))) == 1
