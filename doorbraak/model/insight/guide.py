"""The questions that guide the three conversations: ours, short, one thing at a time, over the domains of a life.

Every one can be skipped. An answer goes where it belongs: to the own words of the household, or as a sentence to the
report of the visit, after its question, so that nobody types it twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.own_words import OwnWords, Question
from doorbraak.model.dossier.visits import Conversation, Visit
from doorbraak.model.insight import worklist
from doorbraak.model.insight.first_day import first_day

To = Question | Literal["report"]


@dataclass(frozen=True, slots=True)
class Ask:
    """`to`: which question of the own words it answers, or "report". Of one conversation each of those comes once."""

    words: str
    to: To = "report"


GUIDES: dict[Conversation, tuple[Ask, ...]] = {
    "first": (
        Ask("Wat gaat er goed bij u thuis?", "went-well"),
        Ask("Hoe woont u? Kunt u hier blijven?"),
        Ask("Komt u rond met uw geld?"),
        Ask("Hoe slaapt u, en hoe voelt u zich?"),
        Ask("Hoe gaat het met de kinderen, thuis en op school?"),
        Ask("Wat doet u overdag? Heeft u werk?"),
        Ask("Wie helpt u als het even niet gaat?", "with-whom"),
        Ask("Wat wilde u, en wat mocht niet?", "not-allowed"),
        Ask("Wat kunt u zelf, als één ding weg is?", "self"),
    ),
    "plan": (
        Ask("Klopt wat wij vorige keer opschreven?"),
        Ask("Wat is er sinds die tijd veranderd?"),
        Ask("Wat geeft u als eerste lucht?"),
        Ask("Welke regel zit u het meest in de weg?", "not-allowed"),
        Ask("Wat doet u het liefst zelf?", "self"),
        Ask("Wie mag met ons meedenken?", "with-whom"),
        Ask("Wie hoeft van u niet meer te komen?"),
        Ask("Wat moet er blijven zoals het is?"),
    ),
    "look-back": (
        Ask("Wat is er gelukt?", "went-well"),
        Ask("Wat lukte niet? Hoe kwam dat?"),
        Ask("Deden wij wat wij beloofden?"),
        Ask("Merkt u het aan uw geld?"),
        Ask("Hoe is het nu in huis?"),
        Ask("Hoe gaat het nu met de kinderen?"),
        Ask("Wat kunt u nu zelf?", "self"),
        Ask("Wie kan er weg, en wie moet blijven?"),
    ),
}


def asks_of(conversation: Conversation) -> tuple[Ask, ...]:
    """Those of the plan for a visit that is none of the three."""
    return GUIDES.get(conversation) or GUIDES["plan"]


def visit_of(visits: Iterable[Visit], today: date) -> Visit | None:
    """The one of today; of two the last."""
    return max((visit for visit in visits if visit.on_day == today), key=lambda visit: visit.id, default=None)


def conversation_of(dossier: Dossier, today: date) -> Conversation:
    """What the visit of today is; before there is one, what it most likely will be."""
    visit = visit_of(dossier.visits, today)
    if visit is not None and visit.conversation:
        return visit.conversation
    if not any(one.on_day < today for one in dossier.visits):
        return "first"
    return "plan" if worklist.moment_reached(first_day(dossier), today) == "start" else "look-back"


def said_today(said: Iterable[OwnWords], question: Question, today: date) -> OwnWords | None:
    """What was written down today; an older answer stays as it was."""
    return next((one for one in said if one.question == question and one.noted_on == today), None)


def said_before(said: Iterable[OwnWords], question: Question, today: date) -> tuple[OwnWords, ...]:
    return tuple(one for one in said if one.question == question and one.noted_on != today)


def answer_in(report: str, ask: Ask) -> str:
    """What stands after this question in a report; "" without."""
    begin = f"{ask.words} "
    return next((line[len(begin) :] for line in report.split("\n") if line.startswith(begin)), "")


def with_answer(report: str, ask: Ask, answer: str) -> str:
    """The report with this answer after its question; an empty answer takes the line away. The rest stays."""
    begin, answer = f"{ask.words} ", " ".join(answer.split())
    lines = report.split("\n") if report else []
    at = next((at for at, line in enumerate(lines) if line.startswith(begin)), None)
    fresh = [begin + answer] if answer else []
    if at is None:
        lines += fresh
    else:
        lines[at : at + 1] = fresh
    return "\n".join(lines)
