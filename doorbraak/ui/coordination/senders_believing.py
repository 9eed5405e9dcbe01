"""Believing a sender: the digits that it reads aloud are typed here, and the program compares them."""

from datetime import date

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from doorbraak.model.exchange import receiving
from doorbraak.model.exchange.receiving import Confirmed
from doorbraak.model.exchange.senders import Sender
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.form_dialog import FormDialog


def ask_digits(session: Session, sender: Sender, parent: QWidget) -> str:
    """What there is to say about it; empty when it was cancelled."""
    dialog = DigitsDialog(session, sender, parent)
    dialog.exec()
    done = dialog.done_
    dialog.deleteLater()
    return "" if done is None else said_of(done)


class DigitsDialog(FormDialog):
    """Shows none of the digits: who sees them need not listen."""

    def __init__(self, session: Session, sender: Sender, parent: QWidget) -> None:
        super().__init__(_title(sender), parent)
        self._session, self._sender = session, sender
        self.done_: Confirmed | None = None
        self.say(self._asked())
        self.digits = QLineEdit()
        self.digits.setPlaceholderText(self.tr("24 cijfers, in 6 groepjes van 4"))
        self.digits.setMinimumWidth(self.fontMetrics().horizontalAdvance("0000 " * 6) + 32)
        self.ask("fingerprint", self.tr("&Controlegetal"), self.digits)
        self.say(self.tr("Het programma vergelijkt wat je typt. Klopt het niet, dan verandert er niets."))
        self.finish(self.tr("&Vergelijken en bevestigen"))
        self.digits.setFocus()

    def _asked(self) -> str:
        call = self.tr("Bel op een nummer dat je al kende. ")
        if self._sender.counts:
            return call + self.tr(
                "Heeft deze afzender een nieuwe laptop of een nieuwe werkmap? Laat dan het nieuwe controlegetal "
                "voorlezen en typ het hier. Het volgende bestand met dat getal telt mee, een met het oude niet meer."
            )
        return call + self.tr("Laat de afzender het controlegetal voorlezen, en typ het hier.")

    def save(self) -> None:
        done = receiving.confirm(self._session.store, self._sender.number, self.digits.text(), date.today())
        self.done_ = done


def _title(sender: Sender) -> str:
    named = sender.label or _tr("afzender %d") % sender.number
    return (_tr("Nieuwe sleutel van %s") if sender.counts else _tr("Klopt het controlegetal van %s?")) % named


def said_of(done: Confirmed) -> str:
    """In one line above the list; what could not be taken after all as well."""
    if done.next_key:
        return _tr("Het volgende bestand van deze afzender met dat controlegetal telt mee.")
    said = _tr("Het controlegetal klopt: de afzender is bevestigd.")
    if done.taken == 1:
        said += _tr(" Het bestand dat wachtte, telt nu mee.")
    elif done.taken:
        said += _tr(" De %d bestanden die wachtten, tellen nu mee.") % done.taken
    elif not done.small:
        said += _tr(" Wat nu komt, telt mee.")
    if done.small:
        said += _tr(" Klein en nog verzegeld: %d. Dat telt mee zodra er samen genoeg zijn.") % done.small
    return " ".join([said, *(_tr("Een bestand dat wachtte: %s") % why for why in (*done.late, *done.dropped))])


def _tr(text: str) -> str:
    return QApplication.translate("DigitsDialog", text)
