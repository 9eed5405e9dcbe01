from pathlib import Path

from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import dossier, problems
from doorbraak.model.errors import InputError
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
