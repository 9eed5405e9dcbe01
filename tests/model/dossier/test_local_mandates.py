from datetime import date

import pytest

from doorbraak.model.dossier import local_mandates
from doorbraak.model.dossier.local_mandates import LocalMandate
from doorbraak.model.errors import InputError

DAY = date(2026, 5, 1)


def test_that_each_is_kept_and_every_part_can_change(do, store) -> None:
    wmo = do(local_mandates.add, "wmo2015", "Teamleider", decision="Maatwerk tot 5.000 euro", source="Besluit 2025")
    awb = do(local_mandates.add, "awb", "Directeur", checked_on=DAY)
    assert local_mandates.all_of(store) == (
        LocalMandate(awb, "awb", "", "Directeur", "", DAY),
        LocalMandate(wmo, "wmo2015", "Maatwerk tot 5.000 euro", "Teamleider", "Besluit 2025", None),
    )
    do(local_mandates.set_decision, awb, "Alles")
    do(local_mandates.set_decider, awb, "Manager")
    do(local_mandates.set_source, awb, "Mandaatlijst")
    do(local_mandates.set_checked_on, awb, None)
    assert local_mandates.all_of(store)[0] == LocalMandate(awb, "awb", "Alles", "Manager", "Mandaatlijst", None)
    do(local_mandates.remove, wmo)
    assert [one.id for one in local_mandates.all_of(store)] == [awb]


def test_that_it_needs_a_law_and_a_decider(do, store) -> None:
    for law, decider in (("", "Teamleider"), ("awb", " ")):
        with pytest.raises(InputError):
            do(local_mandates.add, law, decider)
    row = do(local_mandates.add, "awb", "Directeur")
    with pytest.raises(InputError):
        do(local_mandates.set_decider, row, "")
    assert len(local_mandates.all_of(store)) == 1
