"""The doorbraak: the step itself at the left, and at the right which articles carry it and why here."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout

from doorbraak.model.catalogue import Hit
from doorbraak.model.dossier import interventions, justification
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import STATUSES, Intervention
from doorbraak.model.dossier.justification import ROLES, LegalGround
from doorbraak.model.insight import choice_names, names
from doorbraak.ui.page import Page, register
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.fields import TextField
from doorbraak.ui.widgets.numbers import shown_day, typed_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.type_ahead import TypeAhead


@register(30, "Doorbraak")
class BreakthroughPage(Page):
    tables = frozenset({"household", "intervention", "legal_ground"})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._dossier: Dossier | None = None
        self._kind = TypeAhead(
            session, self.tr("Doorbraak toevoegen: typ drie letters"), "add:intervention", ("intervention",)
        )
        self._kind.picked.connect(lambda hit: self._add(kind=hit.id))
        self._kind.own_words.connect(lambda words: self._add(words=words))
        self._steps = RecordTable(session, "intervention", self.tr("Doorbraken"), self._step_columns(), self)
        self._steps.removal.connect(self.removes(self.tr("Doorbraak weghalen"), interventions.remove))
        self._steps.current.connect(lambda _: self._show_step())
        self._words = TextField(session, self.tr("Wat gebeurt er in dit huishouden?"), self._reword)
        self._words.setPlaceholderText(
            self.tr("Wat gebeurt er precies, en waarom is dit de stap die de rest losmaakt?")
        )
        self._words.setFixedHeight(200)
        self._article = TypeAhead(
            session,
            self.tr("Artikel toevoegen: typ een wet of een woord"),
            "add:article",
            ("article",),
            own=False,
        )
        self._article.picked.connect(self._add_ground)
        self._grounds = RecordTable(session, "legal_ground", self.tr("Rechtsgronden"), self._ground_columns(), self)
        self._grounds.removal.connect(self.removes(self.tr("Rechtsgrond weghalen"), justification.remove))
        self._grounds.current.connect(lambda _: self._show_ground())
        self._reason = TextField(session, self.tr("Waarom hier?"), self._give_reason)
        self._reason.setPlaceholderText(self.tr("Waarom past dit artikel bij dit huishouden?"))
        self._reason.setFixedHeight(140)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._text.setAccessibleName(self.tr("Wat het artikel zegt"))
        self._no_steps = quiet(self.tr("Nog geen doorbraak. Welke stap maakt de rest los?"))
        self._no_grounds = quiet()
        self._lay_out()

    def _lay_out(self) -> None:
        left = block(
            heading(self.tr("Welke stap maakt de rest los?"), self._kind),
            self._kind,
            self._no_steps,
            self._steps,
            heading(self.tr("Wat gebeurt er?"), self._words),
            self._words,
        )
        right = block(
            heading(self.tr("Waarom mag het?"), self._article),
            self._article,
            self._no_grounds,
            self._grounds,
            heading(self.tr("Waarom hier?"), self._reason),
            self._reason,
            self._text,
            (
                quiet(self.tr("Geen juridisch advies. Kijk de tekst van de wet altijd na.")),
                button(self.tr("Rechtsgrond we&ghalen"), self._remove_ground),
            ),
        )
        both = QSplitter()
        both.setChildrenCollapsible(False)
        both.setHandleWidth(16)
        both.addWidget(left)
        both.addWidget(right)
        both.setSizes([520, 660])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(both)

    def _step_columns(self) -> list[Column]:
        catalogue = self.session.catalogue
        return [
            Column("kind", self.tr("Doorbraak"), lambda step: names.intervention_name(step, catalogue)),
            Column(
                "status",
                self.tr("Status"),
                lambda step: choice_names.STATUSES[step.status],
                self.writes(self.tr("Status wijzigen"), interventions.set_status),
                choices=lambda: [(status, choice_names.STATUSES[status]) for status in STATUSES],
                start=lambda step: step.status,
                width=120,
            ),
            Column(
                "decided_on",
                self.tr("Besluit op"),
                lambda step: shown_day(step.decided_on),
                self.writes(self.tr("Datum van besluit wijzigen"), interventions.set_decided_on, _day),
                width=100,
                sort=lambda step: step.decided_on.toordinal() if step.decided_on else 0,
                hint=self.tr("De sommen beginnen op de dag van het eerste besluit"),
            ),
        ]

    def _ground_columns(self) -> list[Column]:
        catalogue = self.session.catalogue
        return [
            Column("article", self.tr("Artikel"), lambda ground: names.article_name(ground.article, catalogue)),
            Column(
                "role",
                self.tr("Rol"),
                lambda ground: choice_names.GROUND_ROLES[ground.role],
                self.writes(self.tr("Rol van het artikel wijzigen"), justification.set_role),
                choices=lambda: [(role, choice_names.GROUND_ROLES[role]) for role in ROLES],
                start=lambda ground: ground.role,
                width=150,
            ),
            Column("version", self.tr("Tekst van"), self._version, width=140),
        ]

    def _version(self, ground: LegalGround) -> str:
        article = self.session.catalogue.articles.get(ground.article)
        if article is None:
            return self.tr("nakijken")
        return f"{article.text_version}, nakijken" if article.needs_check else article.text_version

    def refresh(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._steps.show_records(dossier.interventions)
        self._no_steps.setVisible(not dossier.interventions)
        if self._steps.record() is None:
            self._steps.select_first()
        self._show_step()

    def _show_step(self) -> None:
        step: Intervention | None = self._steps.record()
        grounds = [g for g in self._dossier.grounds if step and g.intervention == step.id] if self._dossier else []
        self._words.setEnabled(step is not None)
        self._words.show_value(f"intervention:{step.id}:words" if step else "", step.words if step else "")
        self._article.setEnabled(step is not None)
        self._grounds.show_records(grounds)
        if self._grounds.record() is None:
            self._grounds.select_first()
        self._no_grounds.setVisible(not grounds)
        self._no_grounds.setText(
            self.tr("Nog geen artikel. Zoek bijvoorbeeld op “maatwerk” of “afwijken”.")
            if step
            else self.tr("Kies eerst een doorbraak. Dan kun je er artikelen bij zetten.")
        )
        self._show_ground()

    def _show_ground(self) -> None:
        ground: LegalGround | None = self._grounds.record()
        self._reason.setEnabled(ground is not None)
        self._reason.show_value(f"legal_ground:{ground.id}:reason" if ground else "", ground.reason if ground else "")
        article = self.session.catalogue.articles.get(ground.article) if ground else None
        lines = []
        if article:
            lines = [article.what, self.tr("Gelezen in de tekst van %s.") % article.text_version]
            if article.needs_check:
                lines.append(self.tr("Nakijken: de nieuwste tekst is niet gelezen."))
        self._text.setText(" ".join(lines))

    def _add(self, kind: str = "", words: str = "") -> None:
        if self.attempt(self.tr("Doorbraak toevoegen"), interventions.add, self.household, kind=kind, words=words):
            self._kind.added()
            newest = self.session.dossier(self.household).interventions[-1]
            self._steps.select(newest.id)
        self._kind.setFocus()

    def _add_ground(self, hit: Hit) -> None:
        step = self._steps.record()
        role = "blocks" if self.session.catalogue.articles[hit.id].kind == "belemmering" else "carries"
        if step and self.attempt(self.tr("Rechtsgrond toevoegen"), justification.add, step.id, hit.id, role=role):
            self._article.added()
            self._grounds.select(self.session.dossier(self.household).grounds[-1].id)
        self._article.setFocus()

    def _remove_ground(self) -> None:
        ground = self._grounds.record()
        if ground:
            self.attempt(self.tr("Rechtsgrond weghalen"), justification.remove, ground.id)

    def _reword(self, text: str, merge: str) -> None:
        step = int(merge.split(":")[1])
        self.run(self.tr("Tekst van de doorbraak wijzigen"), interventions.reword, step, text, merge=merge)

    def _give_reason(self, text: str, merge: str) -> None:
        ground = int(merge.split(":")[1])
        self.run(self.tr("Reden wijzigen"), justification.set_reason, ground, text, merge=merge)


def _day(text: str) -> date | None:
    return typed_day(text, "decided_on")
