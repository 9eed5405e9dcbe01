import gc
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import assumptions, costs, dossier, erasure, people, problems
from doorbraak.model.dossier.assumptions import Assumptions
from doorbraak.model.errors import InputError, NotFound
from doorbraak.model.workspace.store import Changes, Store
from doorbraak.ui.session import Session
from tests.conftest import PASSPHRASE


def test_that_an_edit_is_in_the_file_before_it_says_saved(qtbot: QtBot, store: Store, casus: int) -> None:
    session = Session(store)
    seen: list[int] = []
    session.saved.connect(lambda _: seen.append(len(problems.of_household(store, casus))))
    session.run("Probleem toevoegen", problems.add, casus, words="Eigen", life_domain="geld")
    assert seen == [33]
    folder = store.folder
    store.close()
    again = Store.open(folder, PASSPHRASE, dossier.TABLES)
    assert problems.of_household(again, casus)[-1].words == "Eigen"
    again.close()


def test_that_listeners_learn_which_tables_changed_and_who_did_it(qtbot: QtBot, store: Store, casus: int) -> None:
    session, editor = Session(store), object()
    with qtbot.waitSignal(session.changed) as caught:
        session.run("Probleem wijzigen", problems.reword, 1, "Anders", by=editor)
    changes: Changes = caught.args[0]
    assert changes.tables == {"problem"}
    assert changes.source is editor
    assert changes.label == "Probleem wijzigen"


def test_that_a_refused_edit_changes_nothing_and_says_why(qtbot: QtBot, store: Store, casus: int) -> None:
    session = Session(store)
    before = session.dossier(casus)
    with qtbot.waitSignal(session.problem) as caught:
        assert not session.attempt("Probleem toevoegen", problems.add, casus, words="  ", life_domain="geld")
    assert isinstance(caught.args[0], InputError)
    assert session.dossier(casus) == before
    assert store.undo_label == "Casus invoeren"


def test_that_a_household_is_read_again_after_a_change_and_only_then(store: Store, casus: int) -> None:
    session = Session(store)
    first = session.dossier(casus)
    assert session.dossier(casus) is first
    session.run("Probleem toevoegen", problems.add, casus, words="Eigen", life_domain="geld")
    assert session.dossier(casus) is not first
    session.undo()
    assert session.dossier(casus) == first


def test_that_undo_without_steps_is_quiet(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    Session(store).undo()
    Session(store).redo()
    store.close()


def test_that_sums_are_made_once_until_what_they_follow_from_changes(store: Store, casus: int) -> None:
    session = Session(store)
    year, two = session.saving(casus), session.saving(casus, 24)
    assert (year.months, two.months) == (12, 24)
    session.run("Probleem toevoegen", problems.add, casus, words="Eigen", life_domain="geld")
    assert session.saving(casus) is year
    assert session.saving(casus, 24) is two
    session.run("Aantal wijzigen", costs.set_quantity, session.dossier(casus).costs[0].id, 20_000)
    assert session.saving(casus).public != year.public
    assert session.saving(casus, 24).public != two.public


def test_that_sums_are_in_the_price_year_of_the_workspace(store: Store, casus: int) -> None:
    session = Session(store)
    before, figures = session.saving(casus), session.figures(casus)
    session.run("Aannames wijzigen", assumptions.write, Assumptions(price_year=2015))
    assert session.assumptions.price_year == 2015
    assert session.saving(casus).level.year == 2015
    assert session.saving(casus).public.threatening < before.public.threatening
    assert session.figures(casus) is not figures


def test_that_nothing_of_a_household_that_is_gone_stays_in_memory(store: Store, casus: int) -> None:
    session = Session(store)
    session.run("Mens erbij", people.add, casus, name="Merel Koekoeksbloem")
    session.figures(casus)
    assert _in_memory("Merel Koekoeksbloem")
    erasure.erase(store, casus, "request")
    with pytest.raises(NotFound):
        session.dossier(casus)
    gc.collect()
    assert not _in_memory("Merel Koekoeksbloem")


def _in_memory(name: str) -> bool:
    return any(isinstance(one, people.Person) and one.name == name for one in gc.get_objects())
