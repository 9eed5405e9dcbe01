"""One knelpunt with its households: who is helped and whether the rule changes, beside each other."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model import money
from doorbraak.model.catalogue import fold
from doorbraak.model.dossier import signals, signals_together
from doorbraak.model.dossier.household import Household
from doorbraak.model.errors import InputError, UserError
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.shared_signals import RULE_NAMES, Known, SharedSignal, Told
from doorbraak.model.shortening import cut
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.fields import DraftLine, completes
from doorbraak.ui.widgets.numbers import shown_day, typed_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.wrapped_label import WrappedLabel

_LONGEST = 160  # letters of what a knelpunt is called that stand above it; its rows hold the whole


class SignalDetail(QWidget):
    """Emits `opened` with the id of a household and the table of the signal, `named` with a knelpunt that was made."""

    opened = QtSignal(int, str)
    named = QtSignal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._homes: tuple[Household, ...] = ()
        self._shared: SharedSignal | None = None
        self._chosen: tuple[SharedSignal, ...] = ()
        self._title = WrappedLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("letters", "heading")
        self._facts, self._of_all = quiet(), quiet()
        self.table = RecordTable(session, "shared_told", self.tr("Huishoudens met dit knelpunt"), self._columns(), self)
        self.table.keep_at(lambda told: f"signal:{told.id}:told")
        self.table.least, self.table.lines = 3, 2
        self.table.opened.connect(lambda told: self.opened.emit(told.signal.household, "signal"))
        self._theme = DraftLine(session, self.tr("Thema voor wat gekozen is"), "add:shared_theme")
        self._theme.setPlaceholderText(self.tr("Eén thema, bijvoorbeeld: briefadres"))
        self._theme.returnPressed.connect(self._set_theme)
        self._give = button(self.tr("&Thema geven"), self._set_theme)
        self._to = DraftLine(session, self.tr("Gemeld aan"), "add:shared_told")
        self._to.setPlaceholderText(self.tr("Aan wie gemeld?"))
        self._day = DraftLine(session, self.tr("Gemeld op"), "add:shared_told_day")
        self._day.setPlaceholderText(self.tr("Dag (vandaag)"))
        self._tell = button(self.tr("Voor a&llen gemeld"), self._tell_all)
        self._letter = button(self.tr("Signaalbrief &maken…"), self._write_letter)
        for line in (self._theme, self._to, self._day):
            line.belongs_to(0)
        for line in (self._to, self._day):
            line.returnPressed.connect(self._tell_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(block(self._title, self._facts, self.table), 1)
        column.addWidget(
            block(
                heading(self.tr("Hoort dit bij elkaar?"), self._theme),
                self._of_all,
                (self._theme, self._give),
                heading(self.tr("Weet wie de regel maakt het?"), self._to),
                (self._to, self._day),
                (self._letter, self._tell),
            )
        )

    def _columns(self) -> list[Column]:
        return [
            Column(
                "number", self.tr("Nummer"), lambda told: str(told.number), numeric=True, width=76,
                sort=lambda told: told.number,
            ),
            Column(
                "fixing", self.tr("Helpt dit gezin"), lambda told: _name(choice_names.FIXING, told.signal.fixing),
                self._writes(self.tr("Of dit gezin geholpen is wijzigen"), signals.set_fixing),
                choices=lambda: list(choice_names.FIXING.items()), start=lambda told: told.signal.fixing, width=114,
            ),
            Column(
                "solving", self.tr("Verandert de regel"),
                lambda told: _name(choice_names.SOLVING, told.signal.solving),
                self._writes(self.tr("Of de regel verandert wijzigen"), signals.set_solving),
                choices=lambda: list(choice_names.SOLVING.items()), start=lambda told: told.signal.solving, width=136,
            ),
            Column("words", self.tr("Wat mocht niet"), lambda told: told.signal.words, tip=_about, wraps=True),
        ]  # fmt: skip

    def _writes(self, label: str, verb: Callable[..., object]) -> Callable[[Any, str], object]:
        return lambda told, chosen: self._session.run(label, verb, told.id, chosen, household=told.number, by=self)

    # -- showing ----------------------------------------------------------------------------------------

    def know(self, homes: tuple[Household, ...], found: tuple[SharedSignal, ...]) -> None:
        """Among which households was looked, and what was found: themes that there are, are offered."""
        self._homes = homes
        if not found:
            self.show_signal(None, ())
        completes(self._theme, sorted({one.theme for one in found if one.theme}))

    @property
    def households(self) -> int:
        return len(self._homes)

    @property
    def example(self) -> bool:
        return bool(self._homes) and all(home.example for home in self._homes)

    def show_signal(self, shared: SharedSignal | None, chosen: tuple[SharedSignal, ...]) -> None:
        """`chosen`: all that are marked, `shared` the one in focus."""
        self._shared, self._chosen = shared, chosen or ((shared,) if shared else ())
        there = shared is not None
        self._title.setText(cut(shared.words, _LONGEST) if shared else self.tr("Nog geen knelpunt gekozen."))
        self._facts.setText(self._facts_of(shared) if shared else "")
        self.table.show_records(shared.told if shared else ())
        if self.table.record() is None:
            self.table.select_first()
        told = sum(len(one.told) for one in self._chosen)
        many = self.tr("%d knelpunten gekozen. Met één thema worden ze er één.") % len(self._chosen)
        one = self.tr("Kies links meer knelpunten om ze samen te voegen.")
        self._of_all.setText(many if len(self._chosen) > 1 else one if there else "")
        self._tell.setToolTip(self.tr("Voor %d signalen tegelijk") % told if told else "")
        for control in (self._theme, self._give, self._to, self._day, self._tell, self._letter):
            control.setEnabled(there)

    def _facts_of(self, shared: SharedSignal) -> str:
        catalogue = self._session.catalogue
        said = [f"{RULE_NAMES[shared.rule]}."]
        said += [self.tr("%s.") % choice_names.RUNGS[shared.rung]] if shared.rung else []
        said += [f"{names.article_name(shared.article, catalogue)}."] if shared.article else []
        said += [f"{shared.agency}."] if shared.agency else []
        for wijk in shared.more_often:
            said.append(self.tr("In %s vaker: %d huishoudens.") % (names.wijk_name(wijk), shared.wijken[wijk]))
        said += _sum(shared.hours_e2, len(shared.households), lambda e2: f"{names.contacts(e2)} uur kwijt")
        said += _sum(shared.lost_cents, len(shared.households), lambda cents: f"{money.whole(cents)} kwijt")
        return " ".join(said)

    # -- writing ----------------------------------------------------------------------------------------

    def _signals(self, listed: tuple[SharedSignal, ...]) -> tuple[int, ...]:
        return tuple(told.id for one in listed for told in one.told)

    def _set_theme(self) -> None:
        """One step, over all households that have it."""
        theme, chosen = " ".join(self._theme.text().split()), self._chosen
        try:
            if not fold(theme):
                raise InputError(self.tr("Schrijf een thema, in een paar woorden."), "theme")
            label = self.tr("Knelpunten samenvoegen") if len(chosen) > 1 else self.tr("Thema geven")
            self._session.run(label, signals_together.set_theme, self._signals(chosen), theme, by=self)
        except UserError as error:
            self._session.problem.emit(error)
            self._theme.setFocus()
            return
        self._theme.added()
        self.named.emit(f"theme:{fold(theme)}")

    def _tell_all(self) -> None:
        to = self._to.text().strip()
        try:
            if not to:
                raise InputError(self.tr("Schrijf aan wie het gemeld is."), "told_to")
            on = typed_day(self._day.text(), "told_on") or date.today()
            label = self.tr("Voor allen melden")
            self._session.run(label, signals_together.tell, self._signals(self._chosen), to, on, by=self)
        except UserError as error:
            self._session.problem.emit(error)
            wrong = self._day if isinstance(error, InputError) and error.field == "told_on" else self._to
            wrong.setFocus()
            return
        self._to.added()
        self._day.added()
        self.table.setFocus()

    def _write_letter(self) -> None:
        if self._shared is not None:
            from doorbraak.ui.overview.signals_letter import write_letter  # late: with all that draws paper

            write_letter(self.window(), self._session, self._shared, self._homes)


def _name(called: dict[Any, str], status: str) -> str:
    return called[status] if status else ""


def _about(told: Told) -> str:
    """All that has no column: the words whole, the wijk, and who was told since when."""
    since = " ".join(part for part in (shown_day(told.signal.told_on), told.signal.told_to) if part)
    lines = (told.signal.words, f"Wijk: {told.wijk}" if told.wijk else "", f"Gemeld: {since}" if since else "")
    return "\n".join(line for line in lines if line)


def _sum(known: Known, households: int, written: Callable[[int], str]) -> list[str]:
    if not known.households:
        return []
    whole = "het ene huishouden" if households == 1 else f"{known.households} van de {households} huishoudens"
    return [f"{written(known.total)}, bekend van {whole}."]
