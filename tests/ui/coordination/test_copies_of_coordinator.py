"""Copies of a coordinator's workspace, in the window: they tell of senders and files, and of no household."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from doorbraak.model.workspace import restore
from doorbraak.ui import backups_words
from doorbraak.ui.backups import BackupsDialog
from doorbraak.ui.damaged_room import RestoreRoom
from tests.model.exchange.coordination import Laptop
from tests.ui.coordination.conftest import Desk


def test_that_the_list_and_the_question_and_the_room_tell_what_came_in(desk: Desk) -> None:
    desk.take(Laptop(1), Laptop(2))
    desk.store.backup()
    dialog = BackupsDialog(desk.window)
    model = dialog.table.model()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert "Huishoudens" not in titles
    assert model.index(0, titles.index("Inhoud")).data() == "2 afzenders, 2 bestanden"
    dialog.deleteLater()
    copy = restore.restorable(desk.store.folder)[0]
    assert "(2 afzenders, 2 bestanden)" in backups_words.restoring(copy, [], datetime.now())
    room = RestoreRoom(desk.store.folder, copy, None)
    listed = room.findChild(QListWidget)
    assert listed is not None
    assert "2 afzenders, 2 bestanden" in listed.item(0).text()
    room.deleteLater()
