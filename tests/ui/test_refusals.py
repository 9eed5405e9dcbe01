"""A10, over every field of every page and every form: what is refused is told there, with what to do, and stays."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import OVERVIEWS, PAGES
from doorbraak.ui.widgets.form_dialog import FormDialog
from tests.ui import refusals
from tests.ui.dialogs import MADE, with_dialog

FORMS = [kind.__name__ for kind in MADE if issubclass(kind, FormDialog)]
# What nobody can mend in one field: a disk that went away.
ABOUT_NO_FIELD = {"CopyDialog"}


@pytest.mark.parametrize("wrong", refusals.WRONG)
def test_that_what_is_refused_is_told_where_it_was_typed_and_stays_there(window: MainWindow, wrong: str) -> None:
    assert window.view is not None
    met = []
    for at, title in [*((one.at, one.title) for one in OVERVIEWS), *enumerate((one.title for one in PAGES), 1)]:
        window.show_page(at)
        QApplication.processEvents()
        page = window.view._stack.currentWidget()
        assert page is not None
        for kind in (refusals.at_lines, refusals.at_cells):
            met += [(f"{title}: {field}", faults) for field, faults in kind(window, page, wrong)]
    assert len(met) > 40
    assert [one for one in met if one[1]] == []


@pytest.mark.parametrize("wrong", refusals.WRONG)
def test_that_a_form_names_one_field_gives_it_the_focus_and_keeps_all_that_was_typed(
    window: MainWindow, wrong: str
) -> None:
    refused = set()
    for name in FORMS:
        fields, only = 1, -1
        while only < fields:
            met: list[tuple[int, str, list[str]]] = []

            def type_in(dialog: QDialog, only: int = only, met: list[tuple[int, str, list[str]]] = met) -> None:
                assert isinstance(dialog, FormDialog)
                met.append(refusals.in_form(dialog, wrong, only if only >= 0 else None))

            with_dialog(window, name, type_in)
            fields, said, faults = met[0]
            assert name in ABOUT_NO_FIELD or not faults, (name, only, said, faults)
            assert not said or refusals.REMEDY.search(said), (name, said)
            refused |= {name} if said else set()
            only += 1
    assert len(refused) > 8
