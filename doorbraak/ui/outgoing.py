"""What goes in and out by the window: case files, documents, plan and map, the summary. Each one asks where.

What leaves is logged before it is written, as on the command line: then it is never missing from the log.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from doorbraak.model import bounded, whole_files
from doorbraak.model.dossier import assumptions, casefile, household, profile
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import InputError, UserError
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import ask

if TYPE_CHECKING:
    from doorbraak.model.documents.chart import Chart
    from doorbraak.ui.main_window import MainWindow
    from doorbraak.ui.paper.chart_file import Kind
    from doorbraak.ui.session import Session


class Outgoing(QObject):
    """Belongs to one window; does nothing while no workspace is open."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def take_case(self) -> None:
        """One or more case files; each is its own step, and a refused one says why."""
        chosen = ask.files(self._window, self.tr("Huishouden invoeren"), self.tr("Dossierbestand (*.json)"))
        session, view = self._window.session, self._window.view  # a lock may have closed the dialog
        if session is None or view is None:
            return
        from doorbraak.model.dossier.casefile_limits import MOST_BYTES

        last = None
        for path in chosen:
            with self._saying():
                case = casefile.read(bounded.read(path, MOST_BYTES), session.catalogue)
                label, number = self.tr("Huishouden invoeren"), household.next_number(session.store)
                last = session.run(label, casefile.take_in, case, household=number, action="invoeren")
        if last is not None and len(chosen) == 1:
            view.open_household(last)

    def give_case(self) -> None:
        """The whole household as one file that says that it holds personal data."""
        dossier = self._dossier()
        if dossier is not None:
            self._write(
                self.tr("Huishouden naar een bestand"),
                f"dossier-{dossier.household.number}.json",
                self.tr("Dossierbestand (*.json)"),
                f"huishouden {dossier.household.number}",
                lambda path: whole_files.write_all(path.parent, {path.name: casefile.write(dossier)}),
            )

    def documents(self) -> None:
        """Plan, map, chart and workbook into a folder; asks before older ones are written over."""
        dossier = self._for_paper()
        if dossier is None:
            return
        title = self.tr("Map voor de documenten (bevatten persoonsgegevens)")
        chosen, session = ask.folder(self._window, title, Path.home()), self._window.session
        if chosen is None or session is None:
            return
        prefix = f"huishouden-{dossier.household.number}-"
        there = any(path.name.startswith(prefix) for path in chosen.iterdir())
        question = self.tr("In deze map staan al documenten van dit huishouden.\nDie worden vervangen. Doorgaan?")
        if there and not ask.sure(self._window, self.tr("Documenten vervangen"), question, self.tr("&Vervangen")):
            return
        with self._saying():
            from doorbraak.ui import paper

            whole_files.refuse_inside(session.store.folder, chosen)
            session.store.note("uitvoeren", f"huishouden {dossier.household.number}")
            own, rest_on = profile.read(session.store), assumptions.read(session.store)
            made = paper.write_documents(dossier, session.catalogue, chosen, date.today(), own, rest_on)
            said = self.tr("%d documenten met persoonsgegevens gemaakt in: %s")
            self._say(said % (len(made), chosen))

    def talk_sheet(self, party: str) -> None:
        """One page for somebody who pays or wins: without a name of the family, and personal data all the same."""
        dossier, session = self._for_paper(), self._window.session
        if dossier is None or session is None:
            return
        from doorbraak.model.documents.talk_sheet import talk_sheet_of
        from doorbraak.ui.paper import pdf

        own, saving = profile.read(session.store), session.saving(dossier.household.id)
        sheet = talk_sheet_of(dossier, session.catalogue, saving, party, date.today(), own)
        self._write(
            self.tr("Gespreksblad opslaan (bevat persoonsgegevens)"),
            f"huishouden-{dossier.household.number}-gespreksblad-{party}.pdf",
            self.tr("Document (*.pdf)"),
            f"huishouden {dossier.household.number}",
            lambda path: whole_files.write_all(path.parent, {path.name: pdf.pdf(sheet)}),
        )

    def print_plan(self) -> None:
        """A preview first; printing from there."""
        dossier, session = self._for_paper(), self._window.session
        if dossier is None or session is None:
            return
        with self._saying(busy=False):
            from doorbraak.ui.paper import preview

            own, rest_on = profile.read(session.store), assumptions.read(session.store)
            if preview.print_plan(self._window, dossier, session.catalogue, date.today(), own, rest_on):
                session.store.note("afdrukken", f"huishouden {dossier.household.number}")

    def print_map(self) -> None:
        """A preview first; printing from there."""
        dossier, session = self._for_paper(), self._window.session
        if dossier is None or session is None:
            return
        with self._saying(busy=False):
            from doorbraak.ui.paper import preview

            if preview.print_map(self._window, dossier, session.catalogue, date.today(), after=self._after()):
                session.store.note("afdrukken", f"huishouden {dossier.household.number}")

    def save_map(self) -> None:
        """As a drawing, a page or a picture: the list in the dialog says which."""
        dossier = self._for_paper()
        if dossier is None:
            return
        from doorbraak.ui import map_files

        title, after = self.tr("Kaart opslaan (bevat persoonsgegevens)"), self._after()
        name = f"huishouden-{dossier.household.number}-kaart{'-na-doorbraak' if after else ''}.svg"
        kinds = ";;".join(map_files.filters())
        chosen = ask.target_and_kind(self._window, title, name, kinds)
        session = self._window.session  # a lock may have closed the dialog
        if chosen is None or session is None:
            return
        made = map_files.map_file(*chosen)
        if not self._may_replace(title, chosen[0], made.path):
            return
        with self._saying():
            from doorbraak.ui.paper import ecomap

            whole_files.refuse_inside(session.store.folder, made.path)
            session.store.note("uitvoeren", f"huishouden {dossier.household.number}")
            content = made.content(ecomap.sheet_of(dossier, session.catalogue, date.today(), after=after))
            whole_files.write_all(made.path.parent, {made.path.name: content})
            self._say(self.tr("Gemaakt: %s") % made.path)

    def save_chart(self, made: "Callable[[], Chart | None]", kind: "Kind") -> None:
        """The chart in sight, with its title, source and mark; `made` gives it as it is after the last edit."""
        dossier = self._for_paper()
        chart = made()
        if dossier is None or chart is None:
            return
        from doorbraak.ui.paper import chart_file

        title = self.tr("Grafiek opslaan (bevat persoonsgegevens)")
        name = chart_file.name_of(dossier.household.number, chart, kind)
        chosen = ask.target(self._window, title, name, chart_file.filter_of(kind))
        session = self._window.session  # a lock may have closed the dialog
        if chosen is None or session is None:
            return
        file = chart_file.chart_file(chosen, kind)
        if not self._may_replace(title, chosen, file.path):
            return
        with self._saying():
            whole_files.refuse_inside(session.store.folder, file.path)
            session.store.note("uitvoeren", f"huishouden {dossier.household.number}")
            whole_files.write_all(file.path.parent, {file.path.name: file.content(chart)})
            self._say(self.tr("Gemaakt: %s") % file.path)

    def _may_replace(self, title: str, chosen: Path, path: Path) -> bool:
        """The dialog asked about the file that was chosen, and not about one that got another name since."""
        if path == chosen or not path.exists():
            return True
        question = self.tr("Dit bestand is er al en wordt vervangen. Doorgaan?\n%s") % path
        return ask.sure(self._window, title, question, self.tr("&Vervangen")) and self._window.session is not None

    def _after(self) -> bool:
        """Whether the page in sight shows how it is when the plan is carried out: then that is what goes out."""
        view = self._window.view
        pages = view.findChildren(Page) if view is not None else []
        return any(page.after for page in pages if page.isVisible())

    def summary(self) -> None:
        """The protected counts of this laptop: the only thing here that holds no personal data."""
        session = self._session()
        if session is None:
            return
        from doorbraak.model.exchange import door, summary, tables

        protected = door.protect(tables.of_store(session.store, session.catalogue))
        if protected is None:
            session.problem.emit(InputError(self.tr("Er zijn nog geen huishoudens. Er valt niets samen te vatten.")))
            return
        self._write(
            self.tr("Samenvatting maken"),
            summary.FILE_NAME,
            self.tr("Werkboek (*.xlsx)"),
            "samenvatting",
            lambda path: summary.write(protected, path, date.today()),
        )

    def calendar(self) -> None:
        """All open days of all households, for an ordinary calendar: numbers and kinds, no name and no word."""
        session = self._session()
        if session is None:
            return
        from doorbraak.model.documents import calendar
        from doorbraak.model.dossier import agenda
        from doorbraak.model.insight import worklist

        days = worklist.items(agenda.read(session.store), date.today())
        if not days:
            session.problem.emit(InputError(self.tr("Er zijn nog geen open data. Er valt niets op te slaan.")))
            return
        content = calendar.write(days, agenda.calendar_keys(session.store), datetime.now(UTC))
        self._write(
            self.tr("Agendabestand opslaan: alleen nummers en soorten data, geen namen"),
            calendar.FILE_NAME,
            self.tr("Agendabestand (*.ics)"),
            "agenda",
            lambda path: whole_files.write_all(path.parent, {path.name: content}),
            self.tr("%d data opgeslagen, alleen met het nummer van het huishouden: %%s") % len(days),
        )

    def _session(self) -> "Session | None":
        """The open session, with all that was typed committed."""
        session = self._window.session
        if session is not None:
            session.flush()
        return session

    def _dossier(self) -> Dossier | None:
        """The open household as it is now, editors included."""
        session, view = self._session(), self._window.view
        if session is None or view is None or view.household is None:
            return None
        return session.dossier(view.household)

    def _for_paper(self) -> Dossier | None:
        """The open household, unless it is not safe with paper about it: then that is said."""
        dossier = self._dossier()
        if dossier is None:
            return None
        with self._saying():
            from doorbraak.model.documents.safety import refuse_paper

            refuse_paper(dossier.household)
            return dossier
        return None

    def _write(
        self, title: str, name: str, kinds: str, object_: str, work: Callable[[Path], object], said: str = ""
    ) -> None:
        chosen, session = ask.target(self._window, title, name, kinds), self._window.session
        if chosen is None or session is None:
            return
        with self._saying():
            whole_files.refuse_inside(session.store.folder, chosen)
            session.store.note("uitvoeren", object_)
            work(chosen)
            self._say((said or self.tr("Gemaakt: %s")) % chosen)

    def _say(self, text: str) -> None:
        self._window.statusBar().showMessage(text, 15_000)

    @contextmanager
    def _saying(self, *, busy: bool = True) -> Iterator[None]:
        """Refusals are said in the window; meanwhile the mouse waits, unless there is something to click on."""
        if busy:
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            yield
        except UserError as error:
            if self._window.session is not None:
                self._window.session.problem.emit(error)
        finally:
            if busy:
                QApplication.restoreOverrideCursor()
