from doorbraak.model.exchange.sheet_names import LONGEST, unique


def test_that_names_are_short_different_and_without_signs_of_a_reference() -> None:
    long = "Contacten per maand, eerste meting van het jaar"
    found = unique((long, long, "Werkte de doorbraak?", "a/b:c*d[e]\\f'g", "Geld", "GELD", "?"))
    assert len({one.lower() for one in found}) == len(found) == 7
    assert all(0 < len(one) <= LONGEST for one in found)
    assert not any(sign in one for one in found for sign in "[]:*?/\\'")
    assert found[0].startswith("Contacten per maand")
    assert found[0].endswith("…")
    assert found[2] == "Werkte de doorbraak"
    assert found[4:6] == ("Geld", "GELD 2")
