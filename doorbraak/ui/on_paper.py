"""What goes out of one household for people to read: documents, plan, map, charts and the talk sheet."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model import whole_files
from doorbraak.model.dossier import assumptions, profile
from doorbraak.ui.leaving import Leaving
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import ask

if TYPE_CHECKING:
    from doorbraak.model.documents.chart import Chart
    from doorbraak.ui.paper.chart_file import Kind


class OnPaper(Leaving):
    """Nothing of a household that is not safe with paper about it."""

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

    def _after(self) -> bool:
        """Whether the page in sight shows how it is when the plan is carried out: then that is what goes out."""
        view = self._window.view
        pages = view.findChildren(Page) if view is not None else []
        return any(page.after for page in pages if page.isVisible())
