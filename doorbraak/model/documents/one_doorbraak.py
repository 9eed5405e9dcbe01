"""All that the papers about one doorbraak need of a dossier, picked out once."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import wording
from doorbraak.model.documents.document import Paragraph
from doorbraak.model.documents.sources import Sources
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.barriers import RUNGS, Barrier
from doorbraak.model.dossier.comparisons import Comparison
from doorbraak.model.dossier.considerations import Part
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.events import ThreateningEvent
from doorbraak.model.dossier.goals import Goal
from doorbraak.model.dossier.interventions import ALLOWED, Intervention, StatusChange
from doorbraak.model.dossier.justification import GroundRole, LegalGround
from doorbraak.model.dossier.outcomes import Outcome
from doorbraak.model.dossier.perspectives import SIDES, Perspective
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.dossier.steps import Step
from doorbraak.model.insight import choice_names, mandates, names, objection
from doorbraak.model.insight.named_articles import reference_of
from doorbraak.model.insight.savings import Amounts, added
from doorbraak.model.insight.unpriced import Unpriced, unpriced
from doorbraak.model.shortening import on_one_line

Answer = Literal["granted", "partly", "refused"]
ANSWERS: dict[Answer, str] = {"granted": "Ja", "partly": "Deels", "refused": "Nee"}
NOT_FILLED_IN = "Nog niet ingevuld"
SEVERAL = "Dit telt alle doorbraken van dit huishouden samen."
_NUMBERED = re.compile(r"\bhuishoudens?\s+(?:nr\.?\s*|nummer\s+)?\d[\d.]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decided:
    """What was answered, when and why; `on` is None while nobody wrote down when."""

    answer: Answer
    on: date | None
    reason: str


@dataclass(frozen=True)
class OneDoorbraak:
    """`one` with everything that hangs on it; rows of other doorbraken are left out."""

    sources: Sources
    one: Intervention

    @property
    def dossier(self) -> Dossier:
        return self.sources.dossier

    @property
    def catalogue(self) -> Catalogue:
        return self.sources.catalogue

    @cached_property
    def name(self) -> str:
        return on_one_line(names.intervention_name(self.one, self.catalogue))

    @cached_property
    def words(self) -> str:
        """What is done in this household; empty when that is the name already."""
        return "" if on_one_line(self.one.words) == self.name else self.one.words

    @cached_property
    def unpriced(self) -> Unpriced:
        """Among all doorbraken of the plan."""
        return unpriced(self.dossier.interventions, self.sources.saving)

    @cached_property
    def against_decider(self) -> tuple[str, ...]:
        """Why who was chosen may not be whom the law, this gemeente or the usual way names."""
        asked = (self.one, self.dossier, self.catalogue, self.sources.mandates)
        return mandates.against(mandates.warnings(*asked))

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(one for one in self.dossier.problems if one.id in self.one.problems)

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """What the doorbraak is for, or else what has to come first; what comes first goes first."""
        of_this = [goal for goal in self.dossier.goals if goal.id in self.one.goals]
        shown = of_this or [goal for goal in self.dossier.goals if goal.first]
        return tuple(sorted(shown, key=lambda goal: not goal.first))

    @cached_property
    def agencies(self) -> tuple[Agency, ...]:
        return tuple(one for one in self.dossier.agencies if one.id in self.one.agencies)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        return tuple(one for one in self.dossier.steps if one.intervention == self.one.id)

    @cached_property
    def statuses(self) -> tuple[StatusChange, ...]:
        """The oldest first."""
        of_this = (one for one in self.dossier.statuses if one.intervention == self.one.id)
        return tuple(sorted(of_this, key=lambda change: (change.on_day, change.id)))

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        of_this = (one for one in self.dossier.outcomes if one.intervention == self.one.id)
        return tuple(sorted(of_this, key=lambda outcome: (outcome.on_day, outcome.id)))

    @cached_property
    def grounds(self) -> tuple[LegalGround, ...]:
        return tuple(one for one in self.dossier.grounds if one.intervention == self.one.id)

    def grounds_that(self, *roles: GroundRole) -> tuple[LegalGround, ...]:
        return tuple(ground for role in roles for ground in self.grounds if ground.role == role)

    def part(self, part: Part) -> str:
        """What was written there; empty when nobody did."""
        of_this = (one for one in self.dossier.considerations if one.intervention == self.one.id)
        return next((one.words for one in of_this if one.part == part), "")

    @cached_property
    def sides(self) -> tuple[Perspective, ...]:
        """Those with a verdict or a reason, by side."""
        of_this = [one for one in self.dossier.perspectives if one.intervention == self.one.id]
        judged = [one for one in of_this if one.verdict or one.reason]
        return tuple(sorted(judged, key=lambda one: SIDES.index(one.side)))

    @cached_property
    def barriers(self) -> tuple[Barrier, ...]:
        """From hard to soft, those without a rung last."""
        of_this = [one for one in self.dossier.barriers if one.intervention == self.one.id]
        return tuple(sorted(of_this, key=lambda one: (not one.rung, RUNGS.index(one.rung))))

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        return tuple(one for one in self.dossier.comparisons if one.intervention == self.one.id)

    @cached_property
    def laws(self) -> tuple[str, ...]:
        """Ids of the laws that carry it or give room, each once."""
        known = (self.catalogue.articles.get(ground.article) for ground in self.grounds_that("carries", "room"))
        return tuple(dict.fromkeys(article.law for article in known if article))

    @cached_property
    def threats(self) -> tuple[ThreateningEvent, ...]:
        """What threatens the household still, the nearest first: not what came, was averted, or had its day."""
        today = self.sources.today
        still = (event for event in self.dossier.events if not event.outcome and event.expected_on >= today)
        return tuple(sorted(still, key=lambda event: (event.expected_on, event.id)))

    @cached_property
    def own_cost(self) -> Amounts | None:
        """What this doorbraak costs by itself in the period, by whomever it is paid, or would have cost when it does
        not come; None when nobody wrote that.
        """
        lines = [row for row in self.sources.saving.lines if row.line.intervention == self.one.id]
        return added(row for row in lines if row.standing != "check") if lines else None

    @cached_property
    def cost_of_all(self) -> Amounts:
        """What all doorbraken of the plan cost by themselves together."""
        lines = (row for row in self.sources.saving.lines if row.line.intervention is not None)
        return added(row for row in lines if row.counts)

    @cached_property
    def decided(self) -> Decided | None:
        """The last answer, while it still stands: not after a request that was made again."""
        status, given = self.one.status, self._answers
        if status in ("granted", "partly", "refused"):
            answer: Answer | None = status
        elif status in ALLOWED and given:
            answer = given[-1][0]
        else:
            answer = "granted" if status in ALLOWED and self.one.decided_on else None
        if answer is None:
            return None
        last = next((change for said, change in reversed(given) if said == answer), None)
        on = objection.refused_on(self.one, self.statuses) or self.one.decided_on or (last.on_day if last else None)
        return Decided(answer, on, last.reason if last else "")

    @property
    def _answers(self) -> list[tuple[Answer, StatusChange]]:
        """Each answer that was given, the oldest first."""
        return [(answer, change) for change in self.statuses for answer in ANSWERS if change.status == answer]

    @property
    def help_came_first(self) -> bool:
        """Help first, paper later: it is done and nobody decided yet."""
        return self.one.status in ("done", "evaluated") and self.decided is None

    @cached_property
    def said_status(self) -> str:
        """ "Aangevraagd op 6 oktober 2026"."""
        name = choice_names.STATUSES[self.one.status]
        last = next((one for one in reversed(self.statuses) if one.status == self.one.status), None)
        return f"{name} op {wording.day(last.on_day)}" if last else name


def doorbraak_of(sources: Sources, intervention_id: int) -> OneDoorbraak:
    """Raises LookupError for a doorbraak of another household."""
    return OneDoorbraak(sources, sources.intervention(intervention_id))


def not_filled_in(what: str) -> Paragraph:
    """An incomplete paper says so where something is missing."""
    return Paragraph(f"{NOT_FILLED_IN}: {what}.", "muted")


def without_numbers(words: str) -> str:
    """The number of another household is nobody's business on paper."""
    found = _NUMBERED.sub("een eerder huishouden", words)
    return found[:1].upper() + found[1:] if found != words and words[:1].isupper() else found


def article_of(ground: LegalGround, catalogue: Catalogue) -> str:
    """ "Wgs artikel 3 lid 1", or the own title that was kept."""
    article = catalogue.articles.get(ground.article)
    if article is None:
        return on_one_line(ground.title or ground.article)
    law = names.law_name(article.law, catalogue)
    return reference_of(article.id, catalogue).replace(f"{law} ", f"{law} artikel ", 1)
