"""Writes a justification in the real window by keys, and counts them: no click.

Words are put in at once, as a paste is, and cost no keys. Every other key counts: each letter by which an article or a
kind is found, each answer, Tab, arrow and shortcut. Shift, Ctrl and Alt are part of their key.

Run as a script: an empty folder. Prints the counts as JSON.
"""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QListWidget, QPlainTextEdit, QWidget

from doorbraak.model.catalogue import search
from doorbraak.model.documents.printable import PRINTABLE
from doorbraak.model.dossier.interventions import STATUSES, Intervention
from doorbraak.model.dossier.perspectives import SIDES
from doorbraak.model.insight import choice_names
from doorbraak.model.insight.named_articles import reference_of
from doorbraak.ui.household.grounds_perspectives import KEYS
from doorbraak.ui.household.grounds_weighing import PARTS
from doorbraak.ui.page import Page
from doorbraak.ui.pages import PAGES
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.type_ahead import TypeAhead
from tests.benchmarks.typed_cases import LARGE, Typist, case

Rows = list[dict[str, Any]]
LISTS = ("grounds", "considerations", "perspectives", "barriers", "comparisons")
"""What a justification is made of, as a case file calls it."""
VALUES = ("legitimacy", "involvement", "return")
ALT, CONTROL, SHIFT, NONE = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
_LETTERS = 24  # of what somebody types to find an article, at most
_TABS = 40  # more than there are places on a page
_PATIENCE = 5000  # milliseconds that a button pressed by its letter may take


class Writer(Typist):
    """Somebody at the keyboard who looks at the screen, on the household that is open. `words`: letters put in."""

    words = 0
    dated = True  # else all is judged today

    # -- keys -----------------------------------------------------------------------------------------

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self._awake()
        super().press(key, modifier)

    def put(self, text: str) -> None:
        field = QApplication.focusWidget()
        self.words += len(text)
        if isinstance(field, QPlainTextEdit):
            field.insertPlainText(text)
        else:
            assert isinstance(field, QLineEdit), f"no words can be put in {field}"
            field.insert(text)

    def go(self, title: str) -> Page:
        """To a page by its shortcut."""
        at = next(at for at, kind in enumerate(PAGES, 1) if kind.title == title)
        self.press(Qt.Key(Qt.Key.Key_0.value + (at if at < 10 else at - 9)), CONTROL | (SHIFT if at > 9 else NONE))
        QApplication.processEvents()
        page = self.view._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def reach(self, wanted: QWidget, *, back: bool = False) -> None:
        """By Tab, or back by Shift+Tab."""
        for _ in range(_TABS):
            if wanted.hasFocus():
                return
            self.press(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, SHIFT if back else NONE)
        raise AssertionError(f"{wanted.accessibleName()} is not within reach of Tab")

    def ask(self, key: Qt.Key, done: Callable[[], object]) -> None:
        """A button by its letter: Qt lets it sink for a moment before it works."""
        self.press(key, ALT)
        self._until(done)

    def _until(self, done: Callable[[], object]) -> None:
        clock = QElapsedTimer()
        clock.start()
        while not done():
            assert not clock.hasExpired(_PATIENCE), "nothing came of the last key"
            QApplication.processEvents()

    def walk(self, table: RecordTable, row: int, column: str) -> None:
        """From the cell in focus to another one, by arrows."""
        at = [one.key for one in table._records.columns].index(column)
        here = table.currentIndex()
        down, right = row - here.row(), at - here.column()
        for steps, on, off in (
            (down, Qt.Key.Key_Down, Qt.Key.Key_Up),
            (right, Qt.Key.Key_Right, Qt.Key.Key_Left),
        ):
            for _ in range(abs(steps)):
                self.press(on if steps > 0 else off)
        assert (table.currentIndex().row(), table.currentIndex().column()) == (row, at)

    def put_in_cell(self, table: RecordTable, text: str) -> None:
        """The first letter opens it, so opening is no key by itself; Enter keeps it."""
        self.enter()
        self.keys -= 1
        editor = next(found for found in table.viewport().findChildren(QLineEdit) if found.isVisible())
        editor.setFocus()
        editor.selectAll()
        self.put(text)
        self.enter()
        self._until(lambda: table.state() == RecordTable.State.NoState)

    def choose_in_cell(self, table: RecordTable, words: str) -> None:
        """Enter opens the list, a letter that no other has or arrows go to the words, Enter takes them."""

        def opened() -> list[QComboBox]:
            return [found for found in table.viewport().findChildren(QComboBox) if found.view().isVisible()]

        self.enter()
        self._until(opened)
        (editor,) = opened()
        steps = editor.findText(words) - editor.currentIndex()
        assert editor.findText(words) >= 0
        keys = [Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up] * abs(steps)
        alike = sum(editor.itemText(at)[0] == words[0] for at in range(editor.count()))
        if alike == 1 and len(keys) > 1:
            keys = [Qt.Key(ord(words[0].upper()))]
        for key in (*keys, Qt.Key.Key_Return):
            self.keys += 1
            QTest.keyClick(editor.view(), key)
        self._until(lambda: table.state() == RecordTable.State.NoState and not opened())

    def _awake(self) -> None:
        """Where there is no screen, no window is active any more once a list over it has closed."""
        QApplication.processEvents()
        if QApplication.activeModalWidget() is None and QApplication.activeWindow() is not self.window:
            self.window.activateWindow()
            QApplication.processEvents()

    # -- the page Doorbraak ---------------------------------------------------------------------------

    def doorbraak(self, one: dict[str, Any], content: dict[str, Any]) -> None:
        """Added, with its words, payer, cost, decider, and what it is for."""
        page = self.go("Doorbraak")
        self.find(one["kind"], self.session.catalogue.interventions[one["kind"]].name, ("intervention",))
        table = _table(page, "Doorbraken")
        self.reach(table)
        row = table.currentIndex().row()
        self.walk(table, row, "decider")
        self.put_in_cell(table, one["decider"])
        self.walk(table, row, "payer")
        self.choose_in_cell(table, self.session.catalogue.payers[one["payer"]].name)
        for line in content["costs"]:
            if line["intervention"] == one["id"]:
                self.walk(table, row, "cost")
                self.put_in_cell(table, str(line["price_cents"] // 100))
        if one["words"]:
            self.reach(next(found for found in page.findChildren(QPlainTextEdit) if found is page._words))  # type: ignore[attr-defined]
            self.put(one["words"])
        self.purposes(one, content)

    def purposes(self, one: dict[str, Any], content: dict[str, Any]) -> None:
        """Ticked in a small window each."""
        self.press(Qt.Key.Key_R, ALT)
        for kind, letter in (("problems", Qt.Key.Key_P), ("goals", Qt.Key.Key_O), ("agencies", Qt.Key.Key_I)):
            rows = [at for at, row in enumerate(content[kind]) if row["id"] in one[kind]]
            if rows:
                ticked: list[bool] = []
                self._in_dialog(lambda dialog, rows=rows, ticked=ticked: self._tick(dialog, rows, ticked))
                self.ask(letter, lambda ticked=ticked: ticked)

    def _in_dialog(self, work: Callable[[QDialog], None]) -> None:
        """What is done in the small window that the next key opens."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            work(dialog)
        else:
            QTimer.singleShot(1, self.window, lambda: self._in_dialog(work))

    def _tick(self, dialog: QDialog, rows: Sequence[int], ticked: list[bool]) -> None:
        """Arrows and Space in the small window, and Enter."""
        listed = dialog.findChild(QListWidget)
        assert listed is not None
        for row in rows:
            while listed.currentRow() < row:
                self.keys += 1
                QTest.keyClick(listed, Qt.Key.Key_Down)
            self.keys += 1
            QTest.keyClick(listed, Qt.Key.Key_Space)
        self.keys += 1
        QTest.keyClick(listed, Qt.Key.Key_Return)
        ticked.append(True)

    def decision(self, one: dict[str, Any], statuses: Rows) -> None:
        """Who decides and when, and the whole history: each status is chosen, and then dated and given its reason."""
        page = self.go("Doorbraak")
        table, history = _table(page, "Doorbraken"), _table(page, "Statusverloop")
        row = self.session.dossier(self.household).interventions.index(self.known(one))
        for at, change in enumerate(statuses):
            self._to_table(table)
            self.walk(table, row, "status")
            status, now = change["status"], self.known(one).status
            if status == now:  # what it is already makes no line of the history: by another one, and back
                other = next(other for other in STATUSES if other != now)
                self.choose_in_cell(table, choice_names.STATUSES[other])
                self.walk(table, row, "status")
            self.choose_in_cell(table, choice_names.STATUSES[status])
            self.press(Qt.Key.Key_V, ALT)
            self.reach(history)
            assert history.model().rowCount() == at + 1
            if change["reason"]:
                self.walk(history, 0, "reason")
                self.put_in_cell(history, change["reason"])
            self.walk(history, 0, "on_day")
            self.put_in_cell(history, _day(change["on_day"]))
        self._to_table(table)
        self.walk(table, row, "decider")
        self.put_in_cell(table, one["decider"])
        if one["decided_on"]:
            self.walk(table, row, "decided_on")
            self.put_in_cell(table, _day(one["decided_on"]))

    def _to_table(self, table: RecordTable) -> None:
        if not table.hasFocus():
            self.reach(table)

    # -- the page Onderbouwing ------------------------------------------------------------------------

    def justification(self, one: dict[str, Any], content: dict[str, Any]) -> None:
        """All that the case file says of this doorbraak, tab by tab."""
        page = self.go("Onderbouwing")
        self._choose(page, self.known(one).id)
        rows = {name: [row for row in content[name] if row["intervention"] == one["id"]] for name in LISTS}
        written = {row["part"]: row["words"] for row in rows["considerations"]}
        if rows["grounds"]:
            self.grounds(page, rows["grounds"])
        if any(part in written for part in PARTS):
            self.press(Qt.Key.Key_F, ALT)
            self._parts(page, [(part, written[part]) for part in PARTS if part in written])
        if any(part in written for part in VALUES):
            self.press(Qt.Key.Key_R, ALT)
            self._parts(page, [(part, written[part]) for part in VALUES if part in written])
        if rows["perspectives"] or "weighing" in written:
            self.perspectives(page, rows["perspectives"], written.get("weighing", ""))
        if rows["barriers"]:
            self.barriers(page, rows["barriers"])
        if rows["comparisons"]:
            self.comparisons(page, rows["comparisons"])

    def _choose(self, page: Any, intervention: int) -> None:
        """The doorbraak that the page is about, when it is about another one."""
        if page._which.value != intervention:
            self.reach(page._which)
            steps = page._which.findData(intervention) - page._which.currentIndex()
            for _ in range(abs(steps)):
                self.press(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        assert page._which.value == intervention

    def grounds(self, page: Any, rows: Rows) -> None:
        """Searched, and then their reasons; those at hand from the suggestions, each with its reason at once.

        A role that is another one than that of its kind is chosen in its cell.
        """
        block, lists = page._articles, self.session.catalogue
        self.press(Qt.Key.Key_A, ALT)
        if not block._article.hasFocus():  # the tab was open already
            self.reach(block._article)
        searched, at_hand = [], []
        for row in rows:
            listed = [record.id for record in block._suggested.table._records.records]
            typed, at = self.shortest(row["article"], _names_of(row["article"], lists), ("article",))
            near = row["article"] in listed and listed.index(row["article"]) < len(typed) + at
            if near:
                at_hand.append(row)
            else:
                self.take(typed, at)
                searched.append(row)
        self._reasons(block, searched)
        for row in at_hand:
            self._suggestion(block, row)
        self._roles(block.table, rows)

    def _suggestion(self, block: Any, row: dict[str, Any]) -> None:
        listed = block._suggested.table
        at = [record.id for record in listed._records.records].index(row["article"])
        self.press(Qt.Key.Key_V, ALT)
        assert listed.hasFocus()
        self.walk(listed, at, "article")
        self.enter()
        assert block._reason.hasFocus()
        self.put(row["reason"])
        self.session.flush()

    def _reasons(self, block: Any, rows: Rows) -> None:
        """Ctrl+Enter goes from one to the next that has none."""
        if not rows:
            return
        self.press(Qt.Key.Key_M, ALT)
        reasons = {row["article"]: row["reason"] for row in rows}
        for _ in rows:
            assert block._reason.hasFocus()
            self.put(reasons[block.table.record().article])
            self.press(Qt.Key.Key_Return, CONTROL)

    def _roles(self, table: RecordTable, rows: Rows) -> None:
        roles = {row["article"]: row["role"] for row in rows}
        for at, ground in enumerate(list(table._records.records)):
            if ground.role != roles[ground.article]:
                if not table.hasFocus():
                    self.reach(table)
                self.walk(table, at, "role")
                self.choose_in_cell(table, choice_names.GROUND_ROLES[roles[ground.article]])

    def _parts(self, page: Any, parts: Iterable[tuple[str, str]]) -> None:
        fields = {**page._weighing.fields, **page._values.fields}
        for part, words in parts:
            self.reach(fields[part])
            self.put(words)

    def perspectives(self, page: Any, rows: Rows, weighing: str) -> None:
        """Each side by a letter, reason and role; a second judgement of a side by its button; days at the end."""
        block = page._perspectives
        self.press(Qt.Key.Key_P, ALT)
        firsts = [next((row for row in rows if row["side"] == side), None) for side in SIDES]
        if rows:
            assert block.table.hasFocus()
            self.walk(block.table, 0, "side")
            for row in firsts:
                assert row is not None, "each side has a judgement"
                self._judge(row)
        else:
            self.reach(block.weighing)
        self.put(weighing)
        for row in rows:
            if row not in firsts:
                self.reach(block.table, back=True)
                records = block.table._records.records
                at = max(at for at, one in enumerate(records) if one.side == row["side"])
                self.walk(block.table, at, "side")
                many = len(records)
                self.ask(Qt.Key.Key_N, lambda many=many: len(block.table._records.records) > many)
                self._judge(row)
        if self.dated:
            self._days(block.table, rows)

    def _judge(self, row: dict[str, Any]) -> None:
        letter = next(letter for letter, verdict in KEYS.items() if verdict == row["verdict"])
        self.type(letter)
        self.enter()
        self.put(row["reason"])
        self.press(Qt.Key.Key_Tab)
        self.put(row["by_role"])
        self.enter()

    def _days(self, table: RecordTable, rows: Rows) -> None:
        """Only of what was not judged today."""
        days = {(row["side"], row["by_role"]): _day(row["on_day"]) for row in rows}
        late = [at for at, one in enumerate(table._records.records) if days.get((one.side, one.by_role)) != _today()]
        if not rows or not late:
            return
        self.reach(table, back=True)
        for at in late:
            self.walk(table, at, "on_day")
            one = table._records.records[at]
            self.put_in_cell(table, days[one.side, one.by_role])

    def barriers(self, page: Any, rows: Rows) -> None:
        block = page._barriers
        self.press(Qt.Key.Key_L, ALT)
        assert block._new.hasFocus()
        for row in rows:
            self.put(row["words"])
            self.enter()
        table = block.table
        self.reach(table)
        for at, row in enumerate(rows):
            if row["rung"]:
                self.walk(table, at, "rung")
                self.choose_in_cell(table, choice_names.RUNGS[row["rung"]])
            if row["tried"]:
                self.walk(table, at, "tried")
                self.put_in_cell(table, row["tried"])
            if row["gone_on"]:
                self.walk(table, at, "gone_on")
                self.put_in_cell(table, _day(row["gone_on"]))

    def comparisons(self, page: Any, rows: Rows) -> None:
        block = page._earlier._compared
        self.press(Qt.Key.Key_E, ALT)
        self.reach(block._new)
        for row in rows:
            self.put(row["other"])
            self.press(Qt.Key.Key_Tab)
            for _ in range(1 + list(choice_names.COMPARED).index(row["verdict"])):
                self.press(Qt.Key.Key_Down)
            self.press(Qt.Key.Key_Backtab, SHIFT)
            self.enter()
        self.reach(block.table)
        for at, row in enumerate(rows):
            if row["why"]:
                self.walk(block.table, at, "why")
                self.put_in_cell(block.table, row["why"])

    # -- the page Papieren ----------------------------------------------------------------------------

    def printed(self, id_: str) -> list[str]:
        """By its name in the list and Ctrl+P, which opens the preview; returns what that is called."""
        page, titles = self.go("Papieren"), []

        def leave(dialog: QDialog) -> None:
            assert isinstance(dialog, QPrintPreviewDialog)
            titles.append(dialog.windowTitle())
            dialog.reject()

        title = next(one.title for one in PRINTABLE if one.id == id_)
        for letter in title.casefold():
            if page.paper is not None and page.paper[0] == id_:
                break
            self.type(letter)
        assert page.paper is not None
        assert page.paper[0] == id_
        self._in_dialog(leave)
        self.press(Qt.Key.Key_P, CONTROL)
        return titles

    # -- finding --------------------------------------------------------------------------------------

    def shortest(self, id_: str, named: Iterable[str], kinds: Sequence[str]) -> tuple[str, int]:
        """As few letters of a name as bring it within reach, and how far down it then stands."""
        found = []
        for name in named:
            for long in range(2, min(_LETTERS, len(name)) + 1):
                hits = [hit.id for hit in search(self.session.catalogue, name[:long], tuple(kinds))]
                if id_ in hits:
                    found.append((long + hits.index(id_), name[:long], hits.index(id_)))
        assert found, f"{id_} is not found"
        _, typed, at = min(found)
        return typed, at

    def take(self, typed: str, at: int) -> None:
        self.type(typed)
        field = QApplication.focusWidget()
        assert isinstance(field, TypeAhead)
        for key in (*[Qt.Key.Key_Down] * at, Qt.Key.Key_Return):
            self.keys += 1
            QTest.keyClick(field._completer.popup(), key)

    def find(self, id_: str, name: str, kinds: Sequence[str]) -> None:
        self.take(*self.shortest(id_, (name,), kinds))

    @property
    def household(self) -> int:
        assert self.view.household is not None
        return self.view.household

    def known(self, one: dict[str, Any]) -> Intervention:
        """The doorbraak of a case file in the open household: by its kind, or its words."""
        listed = self.dossier.interventions
        return next(known for known in listed if (known.kind, known.words) == (one["kind"], one["words"]))


def main_doorbraak(content: dict[str, Any]) -> dict[str, Any]:
    """The one of a case that is justified in full."""
    of: list[str] = [row["intervention"] for row in content["considerations"]]
    found: dict[str, Any] = max(content["interventions"], key=lambda one: of.count(one["id"]))
    return found


def _names_of(article: str, lists: Any) -> tuple[str, ...]:
    """How somebody would call it: as lawyers do, or by its title."""
    return reference_of(article, lists).casefold(), lists.articles[article].title.casefold()


def _table(page: QWidget, name: str) -> RecordTable:
    return next(found for found in page.findChildren(RecordTable) if found.accessibleName() == name)


def _day(text: str) -> str:
    return shown_day(date.fromisoformat(text))


def _today() -> str:
    return shown_day(date.today())


def before_the_doorbraak(content: dict[str, Any]) -> dict[str, Any]:
    """The same household with its map, problems, agencies and costs, and no doorbraak yet."""

    def loose(rows: Rows) -> Rows:
        return [{**row, "intervention": None} for row in rows]

    own = [*LISTS, "interventions", "statuses", "steps", "outcomes", "confirmations", "payments"]
    bare = {**content, **{name: [] for name in own}}
    for name in ("costs", "refusals"):
        bare[name] = [row for row in content[name] if not row.get("intervention")]
    bare["tasks"] = loose(content["tasks"])
    bare["signals"] = [{**row, "barrier": None} for row in loose(content["signals"])]
    return bare


def least(content: dict[str, Any]) -> dict[str, Any]:
    """Of its main doorbraak what has to be there for nothing to be missing: all grounds, the whole form, the values.

    Each side is judged once. One thing that blocks, one earlier case.
    """
    main = main_doorbraak(content)
    own = {name: [row for row in content[name] if row["intervention"] == main["id"]] for name in LISTS}
    sides = {row["side"]: row for row in reversed(own["perspectives"])}
    return {
        **content,
        **own,
        "interventions": [{**main, "goals": [], "agencies": []}],
        "perspectives": list(sides.values()),
        "barriers": own["barriers"][:1],
        "comparisons": own["comparisons"][:1],
    }


def written(writer: Writer, content: dict[str, Any]) -> list[int]:
    """From adding the main doorbraak of a case to the preview of its onderbouwing: keys, clicks, letters of words."""
    one = main_doorbraak(content)
    writer.dated = False
    writer.doorbraak(one, content)
    writer.justification(one, content)
    assert len(writer.printed("onderbouwing")) == 1
    return [writer.keys, writer.clicks, writer.words]


def main(folder: Path) -> None:
    from doorbraak.model.dossier import casefile
    from tests.benchmarks import in_window, workspaces

    workspaces.create(folder / "werkmap", "onderbouwen").close()
    window = in_window.closed(folder / "werkmap")
    window.resize(1366, 768)  # a small laptop, whatever screen the platform makes up
    QTest.keyClick(in_window.secret(window), Qt.Key.Key_Return)
    assert window.session is not None
    assert window.view is not None
    whole, counted = case(LARGE), {}
    bare = casefile.read(json.dumps(before_the_doorbraak(whole)).encode(), window.session.catalogue)
    for name, content in (("least", least(whole)), ("whole", whole)):
        of = window.session.run("Casus invoeren", casefile.take_in, bare)
        window.view.open_household(int(str(of)))
        counted[name] = written(Writer(window), content)
    window.close()
    print(json.dumps(counted))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
