"""Afzenders: who sends, who was believed, and who has not sent yet."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from doorbraak.model.catalogue import fold
from doorbraak.model.errors import UserError
from doorbraak.model.exchange import coordinator, coordinator_periods, export_periods, periods, senders
from doorbraak.model.workspace.store import Changes
from doorbraak.ui.coordination import senders_table
from doorbraak.ui.coordination.senders_believing import ask_digits
from doorbraak.ui.coordination.senders_key import ask_key_file, ask_rotation
from doorbraak.ui.coordination.senders_table import SenderRow
from doorbraak.ui.overview_page import OverviewPage
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.blocks import button, heading, quiet, tab_order
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.filter_bar import FilterBar
from doorbraak.ui.widgets.notice import Notice
from doorbraak.ui.widgets.own_undo import OwnUndoLine
from doorbraak.ui.widgets.wrapped_label import WrappedLabel


class SendersPage(OverviewPage):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Afzenders"))
        self._session = session
        self._rows: tuple[SenderRow, ...] = ()
        self.period = ChoiceBox(self.tr("Over welke periode"), parent=self)
        self.period.chosen.connect(lambda _: self.refresh())
        self.search = OwnUndoLine()
        self.search.setAccessibleName(self.tr("Zoeken in afzenders"))
        self.search.setPlaceholderText(self.tr("Zoek op naam of controlegetal"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._filter())
        self.kinds = FilterBar(
            self.tr("Welke afzenders"),
            {
                "all": self.tr("Alle"),
                "unknown": self.tr("Nog niet bevestigd"),
                "not yet": self.tr("Nog niet ontvangen"),
                "withdrawn": self.tr("Ingetrokken"),
            },
            self,
        )
        self.kinds.chosen.connect(lambda _: self._filter())
        self._help, self._steps, self.notice = quiet(), WrappedLabel(), Notice(self)
        self._steps.setTextFormat(Qt.TextFormat.PlainText)
        self._steps.setText(self._first_steps())
        self.table = senders_table.table(session, self)
        self.table.least = 4
        self.table.current.connect(lambda _: self._offer())
        self.table.removal.connect(lambda _: self._withdraw())
        self.table.opened.connect(lambda _: self._believe())
        self._believe_button = button(self.tr("Bev&estigen…"), self._believe)
        self._withdraw_button = button(self.tr("&Intrekken…"), self._withdraw)
        self._own = QLabel()
        self._own.setProperty("letters", "figure")
        self._own.setAccessibleName(self.tr("Jouw controlegetal"))
        self._hand_out = button(self.tr("&Sleutelbestand maken…"), self._give_key)
        self._replace = button(self.tr("Sleutel &vervangen…"), self._rotate)
        self._lay_out()
        session.changed.connect(self._changed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("Wie stuurt er, en wie nog niet?"), self.table))
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.period, 1)
        top.addWidget(self.search, 1)
        column.addLayout(top)
        column.addWidget(self.kinds)
        column.addWidget(self._help)
        column.addWidget(self._steps)
        column.addWidget(self.notice)
        column.addWidget(self.table, 1)
        acts = QHBoxLayout()
        acts.setSpacing(6)
        acts.addWidget(self._believe_button)
        acts.addWidget(self._withdraw_button)
        acts.addStretch()
        column.addLayout(acts)
        column.addSpacing(6)
        column.addWidget(heading(self.tr("Jouw sleutel, waarmee zij versleutelen"), self._hand_out))
        column.addWidget(
            quiet(
                self.tr(
                    "Belt een afzender om je sleutelbestand te controleren? Lees dan dit controlegetal voor. Het wordt "
                    "anders als er een team of wijk bij komt."
                )
            )
        )
        own = QHBoxLayout()
        own.setSpacing(6)
        own.addWidget(self._own)
        own.addStretch()
        own.addWidget(self._hand_out)
        own.addWidget(self._replace)
        column.addLayout(own)
        column.addStretch()
        self._column = column
        tab_order(
            self.period, self.search, self.kinds, self.table, self._believe_button, self._withdraw_button,
            self._hand_out, self._replace,
        )  # fmt: skip

    # -- reading ----------------------------------------------------------------------------------------

    def _changed(self, _: Changes) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        store = self._session.store
        offered = coordinator_periods.asked(store, date.today())
        self.period.offer([(str(one), export_periods.name(one)) for one in offered])
        asked = periods.parse(self.period.value)
        self._rows = tuple(
            SenderRow(line, None if line.sender.withdrawn_on is not None else line.asked[0][1])
            for line in senders.lines(store, [asked])
        )
        self._own.setText(coordinator.handed_out(store).spoken)
        self._filter()

    def _filter(self) -> None:
        words = fold(self.search.text())
        found = [row for row in self._rows if words in fold(f"{row.id} {row.sender.label} {row.sender.spoken}")]
        self.kinds.show_counts({key: sum(_is(row, key) for row in found) for key in self.kinds.keys})
        shown = tuple(row for row in found if _is(row, self.kinds.key))
        self.table.show_records(shown)
        if self.table.record() is None:
            self.table.select_first()
        for widget in (self.period, self.search, self.kinds, self.table):
            widget.setVisible(bool(self._rows))
        self._believe_button.setVisible(bool(self._rows))
        self._withdraw_button.setVisible(bool(self._rows))
        self._column.setStretch(self._column.count() - 1, 0 if self._rows else 1)
        self._hand_out.setProperty("main", not self._rows)
        self._hand_out.style().unpolish(self._hand_out)
        self._hand_out.style().polish(self._hand_out)
        self._help.setText(self._said(len(shown)))
        self._steps.setVisible(not self._rows)
        self._offer()

    def _said(self, shown: int) -> str:
        if not self._rows:
            return self.tr("Nog geen afzenders. Zo begin je:")
        if not shown:
            return self.tr("Niets gevonden. Kies iets anders, of maak de zoekregel leeg.")
        return self.tr("Typ in de kolom Naam hoe je een afzender noemt. Een bestand telt pas mee na bevestigen.")

    def _first_steps(self) -> str:
        return self.tr(
            "1.  Maak het sleutelbestand, met de namen van teams en wijken. Geef het aan elke afzender.\n"
            "2.  Neem de bestanden in die je terugkrijgt: op het blad Ontvangen, of sleep ze op dit venster.\n"
            "3.  Bel elke afzender en bevestig het controlegetal. Pas dan telt het bestand mee."
        )

    def _offer(self) -> None:
        row = self.table.record()
        self._believe_button.setEnabled(row is not None)
        self._withdraw_button.setEnabled(row is not None and row.sender.withdrawn_on is None)
        text = self.tr("Bev&estigen…")
        if row is not None and row.sender.withdrawn_on is not None:
            text = self.tr("Opnieuw bev&estigen…")
        elif row is not None and row.sender.counts:
            text = self.tr("Nieuwe sleutel bev&estigen…")
        self._believe_button.setText(text)

    # -- doing ------------------------------------------------------------------------------------------

    def _believe(self) -> None:
        row = self.table.record()
        if row is None:
            return
        said = ask_digits(self._session, row.sender, self.window())
        if said and self.isVisible():  # a lock may have closed it
            self.notice.say(said, calm=True)
            self.table.setFocus()

    def _withdraw(self) -> None:
        row = self.table.record()
        if row is None or row.sender.withdrawn_on is not None:
            return
        question = self.tr(
            "Alles wat deze afzender stuurde en nog niet gepubliceerd is, wordt gewist. Nieuwe bestanden worden "
            "geweigerd, tot je de afzender opnieuw bevestigt.\n\n"
            "Wat al gepubliceerd is, blijft zoals het is. Intrekken kan niet ongedaan worden gemaakt."
        )
        named = row.sender.label or self.tr("afzender %d") % row.id
        sure = ask.sure(self.window(), self.tr("%s intrekken?") % named, question, self.tr("Ja, &intrekken"))
        if not sure or not self.isVisible():  # a lock may have closed the question
            return
        try:
            senders.withdraw(self._session.store, row.id, date.today())
        except UserError as error:
            self._session.problem.emit(error)
            return
        self.notice.say(self.tr("De afzender is ingetrokken. De bijdragen zijn gewist."), calm=True)

    def _give_key(self) -> None:
        ask_key_file(self._session, self.window())  # type: ignore[arg-type]
        if self.isVisible():
            self.refresh()  # other teams, other digits

    def _rotate(self) -> None:
        said = ask_rotation(self._session, self.window())
        if said and self.isVisible():
            self.refresh()
            self.notice.say(said, calm=True)

    def take_focus(self) -> None:
        if self._rows:
            self.search.setFocus()
        else:
            self._hand_out.setFocus()

    def forget(self) -> None:
        self._rows = ()
        self.search.clear()
        self.table.show_records(())
        self.notice.clear()
        self._own.clear()


def _is(row: SenderRow, key: str) -> bool:
    one = row.sender
    if key == "withdrawn":
        return one.withdrawn_on is not None
    if key == "unknown":
        return one.confirmed_on is None and one.withdrawn_on is None
    return key == "all" or row.state == key
