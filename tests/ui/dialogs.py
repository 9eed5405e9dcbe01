"""Every dialog of the program, opened over the window as the program opens it, on casus-01."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from doorbraak.model.documents.reasons import Reason
from doorbraak.model.dossier import casefile, household, profile
from doorbraak.model.exchange.lacking import Lacking
from doorbraak.model.exchange.table_catalogue import Code
from doorbraak.model.handover import on_the_way, taking
from doorbraak.model.handover.colleague_key import ColleagueKey
from doorbraak.model.handover.own_key import Colleague
from doorbraak.model.handover.packet import Packet
from doorbraak.model.workspace.backup import Backup
from doorbraak.model.workspace.tombstones import Place, Tombstone
from doorbraak.ui.assumptions import AssumptionsDialog
from doorbraak.ui.backups import BackupsDialog
from doorbraak.ui.backups_drill import DrillDialog
from doorbraak.ui.backups_secret import _SecretDialog
from doorbraak.ui.catalogue_update import CatalogueUpdateDialog
from doorbraak.ui.closing_list import ClosingListDialog
from doorbraak.ui.colleagues import ColleaguesDialog
from doorbraak.ui.copy_blocks import CopyBlocksDialog
from doorbraak.ui.erase import EraseDialog
from doorbraak.ui.erase_proof import ProofDialog
from doorbraak.ui.handover_dialogs import AnswerDialog, ColleagueDialog, GiveDialog, SpokenDialog, TakeDialog
from doorbraak.ui.household.costs_details import CostDetails
from doorbraak.ui.household.costs_doubles import DoublesDialog
from doorbraak.ui.household.costs_new_event import NewEvent
from doorbraak.ui.household.costs_why import WhyDialog
from doorbraak.ui.household.household_file_closing import Closing
from doorbraak.ui.household.measurements_new import NewMeasurement
from doorbraak.ui.local_mandates import LocalMandatesDialog
from doorbraak.ui.lost_laptop import CopyDialog, LostLaptopDialog
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.overview.exchange_lacking import LackingDialog
from doorbraak.ui.overview.signals_letter import LetterForm
from doorbraak.ui.page import Page
from doorbraak.ui.pages import SIGNALS
from doorbraak.ui.passphrase_dialogs import ChangeDialog, LeakedDialog
from doorbraak.ui.passphrase_menu import KeysDialog
from doorbraak.ui.profile import ProfileDialog
from doorbraak.ui.recovery_dialogs import CodeDialog, NewCodeDialog, TestCodeDialog
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.pick_many import PickMany
from doorbraak.ui.widgets.quick_paste import PasteAgencies
from tests.conftest import PASSPHRASE
from tests.ui.conftest import page_named
from tests.ui.overview.test_signals import fill

Open = Callable[[MainWindow], object]
_ERASED = Tombstone(
    1, "ab" * 32, "household", 7, "request", "2026-11-23T10:00:00+00:00", None, (Place("second", "/media/stick"),)
)
_COLLEAGUE = ColleagueKey(bytes(range(32)), "Sam")
_GIVEN = on_the_way.Given(1, "Sam", date(2026, 11, 1), date(2026, 12, 1))
_LACKS = Lacking((Code("t1", "Team Noord"),), (Code("w1", "Wijk 1"),), (1, 2))
_CODE = "ABCDE-FGHJK-MNPQR-STVWX-YZ012-34567"


def _nothing(*_: object) -> None:
    """What a form calls when it is saved: it is only looked at here."""


def _costs(window: MainWindow) -> Page:
    return page_named(window, "Rekensom")


def _cost_details(window: MainWindow) -> QDialog:
    page = _costs(window)
    dossier = page.session.dossier(page.household)
    return CostDetails(page, dossier.costs[0], dossier, _nothing, page)


def _measurement(window: MainWindow) -> QDialog:
    session = window.session
    measure = next(iter(session.catalogue.measures.values()))
    return NewMeasurement(measure, session.dossier(window.view.household), session.catalogue, _nothing, window)


def _why(window: MainWindow) -> QDialog:
    rows = (("Politie", "€ 600"), ("Huisarts", "€ 400"))
    told = ("Twee keer per jaar.", "Elke maand.")
    said = ("Dit telt alle regels op.",)
    total = ("Samen", "€ 1.000")
    return WhyDialog(Reason("Publiek geld per jaar", "€ 1.000", said, ("Wat", "Bedrag"), rows, total, told), window)


def _letter(window: MainWindow) -> None:
    """By its button: what goes in it is worked out there."""
    if len(household.all_of(window.session.store)) == 1:
        window.session.run("Begin", fill)
    window.show_page(SIGNALS)
    QApplication.processEvents()
    page = window.view._stack.currentWidget()
    assert page is not None
    next(one for one in page.findChildren(QPushButton) if "brief" in one.text()).click()


def _take(window: MainWindow) -> QDialog:
    """Of a household that is here already: all that it can ask."""
    session, here = window.session, window.view.household
    packet = Packet(
        format="doorbraak-overdracht", transfer="ab" * 16, receipt="cd" * 32, secret="ef" * 32,
        last_day=date(2026, 12, 1), from_="Sam", marks=(), gone=(), case="",
    )  # fmt: skip
    case = casefile.of_dossier(session.dossier(here))
    return TakeDialog(session, taking.Offered(packet, case, here, None), window)


MADE: dict[type[QDialog], Callable[[MainWindow], QDialog]] = {
    AnswerDialog: lambda w: AnswerDialog(w.session, _GIVEN, w),
    AssumptionsDialog: lambda w: AssumptionsDialog(w.session.assumptions, w.session.catalogue, _nothing, w),
    BackupsDialog: BackupsDialog,
    CatalogueUpdateDialog: lambda w: CatalogueUpdateDialog(w.session, w),
    ChangeDialog: lambda w: ChangeDialog(w.session.store, w),
    Closing: lambda w: Closing(_nothing, w),
    CodeDialog: lambda w: CodeDialog(_CODE, w.session.store, w),
    ColleagueDialog: lambda w: ColleagueDialog(_COLLEAGUE, w),
    CopyBlocksDialog: lambda w: CopyBlocksDialog(w.session, w),
    CostDetails: _cost_details,
    DoublesDialog: lambda w: DoublesDialog(_costs(w), set(), w),
    DrillDialog: lambda w: DrillDialog(w, w.session.store, PASSPHRASE),
    EraseDialog: lambda w: EraseDialog(w.session, w.session.dossier(w.view.household), w),
    GiveDialog: lambda w: GiveDialog([Colleague(1, "Sam", _COLLEAGUE, date(2026, 11, 1))], "Huishouden 1", w),
    KeysDialog: KeysDialog,
    LackingDialog: lambda w: LackingDialog(w.session, _LACKS, w),
    LeakedDialog: lambda w: LeakedDialog(w.session.store, w),
    LocalMandatesDialog: lambda w: LocalMandatesDialog(w.session, w),
    NewCodeDialog: lambda w: NewCodeDialog(w.session.store, w),
    NewEvent: lambda w: NewEvent("Uithuiszetting", _nothing, w),
    NewMeasurement: _measurement,
    PasteAgencies: lambda w: PasteAgencies(w.session, w.view.household, "huisarts\ntante Bep", w),
    PickMany: lambda w: PickMany("Mensen", "Schulden", "Wie hoort &hierbij?", [(1, "moeder"), (2, "zoon")], (1,), w),
    ProofDialog: lambda w: ProofDialog(w, _ERASED),
    ClosingListDialog: ClosingListDialog,
    ColleaguesDialog: ColleaguesDialog,
    LostLaptopDialog: LostLaptopDialog,
    CopyDialog: lambda w: CopyDialog((Backup(Path("kopie.db"), datetime(2026, 11, 1), {}, (0, "")),), w),
    ProfileDialog: lambda w: ProfileDialog(profile.read(w.session.store), _nothing, w),
    SpokenDialog: lambda w: SpokenDialog("Antwoord", "Lees deze cijfers voor.", "1234 5678", w),
    TakeDialog: _take,
    TestCodeDialog: lambda w: TestCodeDialog(w.session.store, w),
    WhyDialog: _why,
    _SecretDialog: lambda w: _SecretDialog("Kopieën controleren", "Zij gaan open met je wachtzin.", lambda _: "", w),
}


def _exec(make: Callable[[MainWindow], QDialog]) -> Open:
    def open_(window: MainWindow) -> None:
        dialog = make(window)
        dialog.exec()
        dialog.deleteLater()

    return open_


OPENED: dict[str, Open] = {
    **{kind.__name__: _exec(make) for kind, make in MADE.items()},
    LetterForm.__name__: _letter,
    "a line": lambda w: ask.line(w, "Naam wijzigen", "&Hoe heet dit huishouden?", "Zwaluw"),
    "a number": lambda w: ask.whole_number(w, "Nummer wijzigen", "&Welk nummer?", 3, 99),
    "a question": lambda w: ask.sure(w, "Weghalen?", "Dit huishouden weghalen uit de lijst?", "&Weghalen"),
    "the shortcuts": lambda w: w.information.show_shortcuts(),
    "about": lambda w: w.information.show_about(),
}


def with_dialog(window: MainWindow, name: str, work: Callable[[QDialog], object]) -> None:
    """`work` with the dialog of this name while it is open; whatever happens it is closed after it."""
    faults: list[BaseException] = []
    met: list[QDialog] = []

    waiting = QTimer(window)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            return  # it comes after this
        waiting.stop()
        try:
            assert isinstance(dialog, QDialog), name
            met.append(dialog)
            QApplication.processEvents()
            work(dialog)
        except BaseException as error:  # noqa: BLE001 - an exception in a slot would leave the dialog open
            faults.append(error)
        finally:
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.close()

    waiting.timeout.connect(answer)
    waiting.start(2)
    OPENED[name](window)
    waiting.stop()
    if faults:
        raise faults[0]
    assert met, f"did not come: {name}"
