"""What goes in and out for programs: case files, the summary, the calendar. Each one asks where."""

from datetime import UTC, date, datetime

from doorbraak.model import bounded, whole_files
from doorbraak.model.dossier import casefile, household
from doorbraak.model.errors import InputError
from doorbraak.ui.leaving import Leaving
from doorbraak.ui.widgets import ask


class Outgoing(Leaving):
    """Whole households in and out, and what goes out of all households together."""

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
