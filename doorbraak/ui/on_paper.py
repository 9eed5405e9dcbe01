"""What goes out of one household for people to read: documents, plan, map, charts and the talk sheet."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from doorbraak.model import whole_files
from doorbraak.model.dossier import assumptions, local_mandates, precedents, profile, sharing
from doorbraak.model.errors import InputError
from doorbraak.ui.leaving import Leaving
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import ask

if TYPE_CHECKING:
    from doorbraak.model.documents.chart import Chart
    from doorbraak.model.documents.papers import Paper
    from doorbraak.model.documents.printable import Made
    from doorbraak.model.documents.sources import Sources
    from doorbraak.model.dossier.dossier import Dossier
    from doorbraak.ui.paper.chart_file import Kind


class OnPaper(Leaving):
    """Nothing of a household that is not safe with paper about it."""

    def documents(self) -> None:
        """Every paper, map, chart and workbook into a folder; asks before older ones are written over."""
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
            made = paper.write_documents(
                dossier,
                session.catalogue,
                chosen,
                date.today(),
                own,
                rest_on,
                precedents=precedents.of_others(session.store, dossier.household.id),
                mandates=local_mandates.all_of(session.store),
            )
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

    def print_in_sight(self) -> None:
        """The paper on the page in sight, or else the plan; nothing where no household is in sight."""
        pages = self._pages_in_sight()
        session = self._window.session
        if not pages and session is not None:
            session.problem.emit(InputError(self.tr("Open eerst een huishouden. Dan kun je een papier afdrukken.")))
            return
        shown = next((page.paper for page in pages if page.paper is not None), None)
        self.paper(*(shown or ("plan", None)), "print")

    def paper(self, id_: str, about: int | None, way: Literal["print", "save"]) -> None:
        """Print or save a paper of the open household, as it is after the last edit. `about`: which doorbraak."""
        dossier = self._for_paper()
        if dossier is None:
            return
        with self._saying(busy=False):
            from doorbraak.model.documents import printable

            kind, sources = printable.paper(id_), self._sources(dossier)
            made = printable.made(kind, sources, about)
            if kind.of_person and not self._read_first(sources, about):
                return
            if way == "print":
                self._print(dossier, kind, made)
            else:
                self._save(dossier, kind, made, about)

    def _sources(self, dossier: "Dossier") -> "Sources":
        from doorbraak.model.documents.printable import sources_of

        session = self._window.session
        assert session is not None
        saving = session.saving(dossier.household.id)
        return sources_of(session.store, dossier, session.catalogue, saving, date.today())

    def _read_first(self, sources: "Sources", person: int | None) -> bool:
        """What says something of another without a name, no rule can see; nor whom it may put in danger."""
        from doorbraak.model.documents.subject_access import to_read

        found = to_read(sources, person)
        question = self.tr("Het hele overzicht gaat over iedereen die erin staat. Weet je zeker wie het mag lezen?")
        if person is not None:
            places = ", ".join(f"{heading} ({number})" for heading, number in found)
            question = self.tr(
                "Namen van anderen zijn weggehaald. Zinnen over een ander ook, voor zover het programma dat ziet.\n"
                "Lees nog na of er iets over een ander staat. Hier kan dat:\n%s."
            ) % (places or self.tr("nergens"))
        safe = self.tr("Kan iemand gevaar lopen door wat er staat? Overleg dan eerst.")
        title = self.tr("Heb je het nagelezen?")
        answer = ask.sure(self._window, title, f"{question}\n{safe}", self.tr("&Nagelezen"))
        return answer and self._window.session is not None

    def _print(self, dossier: "Dossier", kind: "Paper", made: "Made") -> None:
        """A preview first; printing from there."""
        from doorbraak.ui.paper import preview

        session = self._window.session
        if session is not None and preview.print_paper(self._window, made):
            session.store.note("afdrukken", f"huishouden {dossier.household.number}")
            self._offer_to_write_down(dossier, kind)

    def _save(self, dossier: "Dossier", kind: "Paper", made: "Made", about: int | None) -> None:
        from doorbraak.model.documents.printable import file_name
        from doorbraak.ui.paper import pdf

        written: list[Path] = []
        number = dossier.household.number
        self._write(
            self.tr("%s opslaan (bevat persoonsgegevens)") % kind.title,
            file_name(kind, dossier, about),
            self.tr("Document (*.pdf)"),
            f"huishouden {number}",
            lambda path: written.extend(whole_files.write_all(path.parent, {path.name: pdf.pdf(made)})),
        )
        if written:
            self._offer_to_write_down(dossier, kind)

    def _offer_to_write_down(self, dossier: "Dossier", kind: "Paper") -> None:
        """What is made for others is an act of sharing: one press writes it down, and one sees what is still open."""
        from doorbraak.model.documents.printable import FOR_THE_CIRCLE

        session = self._window.session
        if session is None or kind.id != FOR_THE_CIRCLE:
            return
        title = self.tr("Dit blad delen?")
        question = self.tr(
            "Op het leerkringblad staan geen namen. Het blijven persoonsgegevens.\n"
            "Geef je het aan anderen? Leg dan vast wat je deelt, met wie en waarom."
        )
        if not ask.sure(self._window, title, question, self.tr("&Vastleggen")) or self._window.session is None:
            return
        made = session.attempt(
            self.tr("Gedeeld gegeven toevoegen"),
            sharing.add,
            dossier.household.id,
            self.tr("Leerkringblad, zonder namen"),
            household=dossier.household.number,
            on_day=date.today(),
            with_whom=self.tr("Leerkring van collega’s"),
            why=self.tr("Samen leren van wat vastzat en wat werkte. Namen zijn daarvoor niet nodig."),
        )
        if made:
            session.wanted.emit("sharing")

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
        return any(page.after for page in self._pages_in_sight())

    def _pages_in_sight(self) -> list[Page]:
        view = self._window.view
        return [page for page in view.findChildren(Page) if page.isVisible()] if view is not None else []
