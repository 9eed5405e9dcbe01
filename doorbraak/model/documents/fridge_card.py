"""The card for on the fridge: one page for the household itself, with what it wants, who does what, and whom to call.

Everybody who comes by can read it. So it holds no sums, laws, letters' texts, notes or events, and what the household
did not say itself is in plain words. Somebody who works at an agency goes by the agency's name.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import wording
from doorbraak.model.documents.fridge_card_doing import with_verb
from doorbraak.model.documents.fridge_card_names import function_or_name, plain_name, with_article
from doorbraak.model.documents.fridge_card_twice import told_twice
from doorbraak.model.documents.fridge_card_words import Said, by, said_of, sentence, whole_day
from doorbraak.model.documents.safety import refuse_paper
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import ALLOWED, OFF
from doorbraak.model.dossier.letters import Letter
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.dossier.tasks import Kind, Task
from doorbraak.model.insight import names
from doorbraak.model.insight.letters_asking import asks
from doorbraak.model.insight.load import load_of
from doorbraak.model.insight.talk import agencies_at_table, ours_of
from doorbraak.model.shortening import cut

Sign = Literal["goal", "step", "day", "phone", "pause"]

NOBODY = Profile()
EXAMPLE = "Voorbeeld"
HEADINGS: dict[Sign, str] = {
    "goal": "Dit wilt u",
    "step": "Dit doen we nu",
    "day": "Deze dagen komen eraan",
    "phone": "Vragen? Bel ons",
    "pause": "Dit kan stoppen of wachten",
}
_HINTS: dict[Sign, str] = {"step": "Wie doet wat, en voor welke dag?", "day": "Welke dag, en wat dan?"}
_COUNTED: dict[Sign, tuple[str, str]] = {
    "step": ("afspraak", "afspraken"),
    "day": ("dag", "dagen"),
    "pause": ("organisatie", "organisaties"),
}
_MOST: dict[Sign, int] = {"goal": 2, "step": 4, "day": 3, "pause": 3}
_OWN_STEPS = 3
"""So many of what the household does itself go before what others do for it."""
_MOST_LATE = 2
"""What is past its day comes after what is ahead, and is the first to give way."""
_BLANKS: dict[Sign, int] = {"goal": 2, "step": 3, "day": 2, "pause": 2}
_LONGEST_OWN, _LONGEST, _LONGEST_NAME, _SHORTEST = 400, 200, 50, 30
_SHORTER: tuple[tuple[Sign, int], ...] = (
    ("pause", 2), ("goal", 1), ("step", 4), ("day", 2), ("pause", 1), ("step", 2), ("day", 1), ("step", 1),
)  # fmt: skip
"""What gives way when it does not all fit, in this order, and how many lines are kept."""
_NOW = timedelta(weeks=8)
_DATED: frozenset[Kind] = frozenset({"appointment", "payment", "deadline", "objection"})
_FOR_ALL: frozenset[Kind] = frozenset({"appointment", "payment", "objection"})


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who does what, and by when."""

    who: str
    words: str
    due: date | None
    kind: Kind = "task"


@dataclass(frozen=True, slots=True)
class CardLine:
    """`start` stands out before `words`. `own`: said by the household itself. Without words: a line to write on."""

    words: str
    start: str = ""
    end: str = ""
    own: bool = False

    @property
    def text(self) -> str:
        shown = " ".join(part for part in (self.words, self.end) if part)
        return f"{self.start}: {shown}" if self.start else shown


@dataclass(frozen=True, slots=True)
class CardPart:
    """`lines`: the most important first. `left`: how many more there are. `shortened`: a text goes on elsewhere."""

    sign: Sign
    lines: tuple[CardLine, ...]
    left: int = 0
    shortened: bool = False

    @property
    def heading(self) -> str:
        return HEADINGS[self.sign]

    @property
    def hint(self) -> str:
        """What to write on the lines, as long as they are all empty."""
        return "" if any(line.words for line in self.lines) else _HINTS.get(self.sign, "")


@dataclass(frozen=True, slots=True)
class FridgeCard:
    """`title` is free of names, because it also stands in the file's properties. `ask`: whom, for what is not here."""

    title: str
    on: date
    mark: str
    ask: str
    parts: tuple[CardPart, ...]

    @property
    def heading(self) -> str:
        return "Onze afspraken"

    @property
    def day(self) -> str:
        return wording.day(self.on)

    def closing(self, part: CardPart) -> tuple[str, ...]:
        """What is not on the card, so that nobody thinks that this is all."""
        said = []
        if part.shortened:
            said.append(f"Hier staat niet alles: {self.ask}.")
        if part.left and part.sign == "goal":
            said.append("Uw andere wensen staan in het plan.")
        elif part.left and part.sign == "pause":
            one, more = _COUNTED[part.sign]
            said.append(f"En nog {wording.count(part.left, one, more)}: zie het plan.")
        elif part.left:
            one, more = _COUNTED[part.sign]
            said.append(f"En nog {wording.count(part.left, one, more)}: {self.ask}.")
        return tuple(said)

    @property
    def text(self) -> str:
        """All words in reading order, one piece per line."""
        pieces = [self.heading, self.mark, self.day]
        for part in self.parts:
            pieces += [part.heading, part.hint, *(line.text for line in part.lines), *self.closing(part)]
        return "\n".join(piece for piece in pieces if piece)


def fridge_card_of(dossier: Dossier, catalogue: Catalogue, today: date, profile: Profile = NOBODY) -> FridgeCard:
    """`profile`: whom to call. Raises InputError when paper is not safe."""
    refuse_paper(dossier.household)
    said = said_of(dossier, catalogue, profile)
    called = said.plain(profile.name or dossier.household.lead)
    own, others = _agreements(dossier)
    if not own and not others:
        own, others = _after_refusal(dossier, today)
    moved = None if _near(own, today) else _own_day(dossier, today)
    if moved:
        own.insert(0, Agreed(moved.lead or "U", moved.words, moved.due, moved.kind))
    parts = (
        _goals(dossier),
        _steps(own, others, said, today),
        _listed("day", _days(dossier, said, today, moved)),
        CardPart("phone", _call(profile, said, called)),
        *_pauses(dossier, catalogue, said, today),
    )
    return FridgeCard(
        title=f"Koelkastkaart huishouden {dossier.household.number}",
        on=today,
        mark=EXAMPLE if dossier.household.example else "",
        ask=f"vraag het aan {function_or_name(called, catalogue)}" if 0 < len(called) <= _SHORTEST else "vraag het ons",
        parts=tuple(_within(part) for part in parts),
    )


def shorter(card: FridgeCard) -> FridgeCard | None:
    """The same card with one line less, or with its longest text halved; it says so. None when nothing can go."""
    for sign, kept in _SHORTER:
        for at, part in enumerate(card.parts):
            if part.sign == sign and len(part.lines) > kept and part.lines[-1].words:
                less = replace(part, lines=part.lines[:-1], left=part.left + 1)
                return _with(card, at, less)
    signs, at = max((_longest(part), -at) for at, part in enumerate(card.parts))
    if signs <= _SHORTEST:
        return None
    return _with(card, -at, _halved(card.parts[-at], max(_SHORTEST, signs // 2)))


def _longest(part: CardPart) -> int:
    return max((max(len(line.words), len(line.end)) for line in part.lines), default=0)


def _with(card: FridgeCard, at: int, part: CardPart) -> FridgeCard:
    return replace(card, parts=(*card.parts[:at], part, *card.parts[at + 1 :]))


def _halved(part: CardPart, most: int) -> CardPart:
    lines = tuple(replace(line, words=_quoted_cut(line, most), end=cut(line.end, most)) for line in part.lines)
    return replace(part, lines=lines, shortened=True)


def _within(part: CardPart) -> CardPart:
    """No text so long that it takes the page."""
    lines = tuple(
        replace(
            line,
            words=_quoted_cut(line, _LONGEST_OWN if line.own else _LONGEST),
            start=cut(line.start, _LONGEST_NAME),
            end=cut(line.end, _LONGEST),
        )
        for line in part.lines
    )
    return replace(part, lines=lines, shortened=lines != part.lines)


def _quoted_cut(line: CardLine, most: int) -> str:
    """Own words keep their quotation marks."""
    if line.own and len(line.words) > most:
        return f"“{cut(line.words.strip('“”'), most - 2)}”"
    return cut(line.words, most)


def _listed(sign: Sign, found: tuple[CardLine, ...], later: int = 0) -> CardPart:
    """As many lines as the card has for this; empty ones to write on when there is nothing yet."""
    most = _MOST[sign]
    return CardPart(sign, found[:most] or _blank(sign), max(0, len(found) - most) + later)


def _blank(sign: Sign) -> tuple[CardLine, ...]:
    return (CardLine(""),) * _BLANKS[sign]


def _goals(dossier: Dossier) -> CardPart:
    """What has to come first, or else what was named first; the other wishes stand in the plan."""
    shown = ([goal for goal in dossier.goals if goal.first] or [*dossier.goals[:1]])[: _MOST["goal"]]
    lines = tuple(CardLine(f"“{' '.join(goal.words.split())}”", own=True) for goal in shown)
    return CardPart("goal", lines or _blank("goal"), len(dossier.goals) - len(shown))


def _agreements(dossier: Dossier) -> tuple[list[Agreed], list[Agreed]]:
    """Open steps and agreed tasks, first due first: what the household does itself, and what others do.

    Tasks that are a day by themselves stand with the days.
    """
    tasks = {task.id: task for task in dossier.tasks}
    leads = {("step", step.id): step.lead for step in dossier.steps}
    leads |= {("task", task.id): task.lead for task in dossier.tasks}

    def here(source: str, id_: int) -> bool:
        return source == "step" or (source == "task" and tasks[id_].kind not in _DATED and id_ not in twice)

    twice = told_twice(dossier)
    load = [one for one in load_of(dossier) if here(one.source, one.id)]
    own = [Agreed(leads[one.source, one.id] or "U", one.words, one.due) for one in load]
    others = [Agreed(one.who or "Wij", one.words, one.due) for one in ours_of(dossier) if here(one.source, one.id)]
    return own, others


def _after_refusal(dossier: Dossier, today: date) -> tuple[list[Agreed], list[Agreed]]:
    """Of what was refused the open steps with a day to come: where nothing else is agreed, that is what is done now."""
    refused = {one.id for one in dossier.interventions if one.status == "refused"}
    ahead = [step for step in dossier.steps
             if step.intervention in refused and step.done_on is None and step.due and step.due >= today]  # fmt: skip
    ahead.sort(key=lambda step: (step.due or today, step.id))
    own = [Agreed(step.lead or "U", step.words, step.due) for step in ahead if step.owner == "household"]
    return own, [Agreed(step.lead or "Wij", step.words, step.due) for step in ahead if step.owner != "household"]


def _steps(own: list[Agreed], others: list[Agreed], said: Said, today: date) -> CardPart:
    """What is ahead, the household's own first, and after that what is past its day. What is far is counted, unless
    there is no more.
    """
    now_own, now_others = _near(own, today), _near(others, today)
    if not now_own and not now_others:
        now_own, now_others = ([one for one in all_ if not _late(one, today)] for all_ in (own, others))
    first = max(_OWN_STEPS, _MOST["step"] - len(now_others))
    ahead = (*now_own[:first], *now_others, *now_own[first:])[: _MOST["step"]]
    late = [one for one in (*own, *others) if _late(one, today)]
    shown = (*ahead, *late[:_MOST_LATE])
    lines = tuple(_agreed(one, said, today) for one in shown)
    return CardPart("step", lines or _blank("step"), len(own) + len(others) - len(shown))


def _own_day(dossier: Dossier, today: date) -> Task | None:
    """What the household itself pays or goes to first: whose card has nothing else that it does, begins with that."""
    load = {action.id for action in load_of(dossier) if action.source == "task"}
    own = [task for task in dossier.tasks if task.id in load and task.kind in ("payment", "appointment")]
    near = [task for task in own if task.due and today <= task.due <= today + _NOW]
    return min(near, key=lambda task: (task.kind != "payment", task.due or today, task.id), default=None)


def _near(agreed: list[Agreed], today: date) -> list[Agreed]:
    return [one for one in agreed if one.due is None or today <= one.due <= today + _NOW]


def _late(one: Agreed, today: date) -> bool:
    return one.due is not None and one.due < today


def _agreed(one: Agreed, said: Said, today: date) -> CardLine:
    words = sentence(with_verb(said.plain(one.words), one.kind))
    return CardLine(words, start=said.who(one.who), end=by(one.due, today, on_it=one.kind == "appointment"))


def _days(dossier: Dossier, said: Said, today: date, moved: Task | None) -> tuple[CardLine, ...]:
    """What comes, the nearest first: appointments, payments, the end of a term for bezwaar, and letters that ask.

    A last day that somebody outside watches over is no date for the fridge. Of a letter only the sender is said.
    `moved` stands with what is done now.
    """
    off = {one.id: one.status for one in dossier.interventions if one.status in OFF}
    own = {action.id for action in load_of(dossier) if action.source == "task"}
    found = [
        (task.due, _task_words(task, said))
        for task in dossier.tasks
        if task != moved
        and task.done_on is None
        and task.due is not None
        and task.due >= today
        and (task.intervention not in off or (off[task.intervention] == "refused" and task.kind == "objection"))
        and task.kind in _DATED
        and (task.kind in _FOR_ALL or task.id in own)
    ]
    found += [
        (letter.last_day, _letter_words(letter, dossier, said))
        for letter in dossier.letters
        if letter.settled_on is None and letter.last_day is not None and letter.last_day >= today and asks(letter)
    ]
    found.sort(key=lambda day: day[0])
    return tuple(CardLine(words, start=_capital(whole_day(on, today))) for on, words in found)


def _task_words(task: Task, said: Said) -> str:
    words = with_verb(said.plain(task.words), task.kind)
    return sentence(f"{words} ({cut(said.who(task.lead), _SHORTEST)})" if task.lead else words)


def _letter_words(letter: Letter, dossier: Dossier, said: Said) -> str:
    """Whoever answers: nobody has to do it alone."""
    agency = next((one for one in dossier.agencies if one.id == letter.agency), None)
    sender = said.agency(agency) if agency else said.who(names.letter_sender(letter, (), said.catalogue))
    listed = not agency.words if agency else letter.sender in said.catalogue.agencies
    called = with_article(sender, listed=listed) if sender else ""
    return sentence(f"Samen antwoorden op de brief van {called}" if called else "Samen antwoorden op een brief")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _call(profile: Profile, said: Said, called: str) -> tuple[CardLine, ...]:
    """Whom to call; a line to write on for what nobody filled in."""
    name = ", ".join(part for part in (called, said.plain(profile.function)) if part)
    phone = " ".join(profile.phone.split())
    return (CardLine(name, start="" if name else "Naam"), CardLine(phone, start="" if phone else "Telefoon"))


def _pauses(dossier: Dossier, catalogue: Catalogue, said: Said, today: date) -> tuple[CardPart, ...]:
    """What was decided goes first, then what a doorbraak is for, then the busiest.

    Only what was decided is said to stop: who thinks that an agency is gone no longer opens its letters.
    """
    if not dossier.agencies:
        return (CardPart("pause", _blank("pause")),)
    ranked = []
    for agency in agencies_at_table(dossier, catalogue, today):
        statuses = {one.status for one in dossier.interventions if agency.id in one.agencies}
        if agency.future in ("stop", "pause") and not (statuses and statuses <= OFF):
            decided = bool(statuses & (ALLOWED - {"partly"}))
            ranked.append((not decided, not statuses, _pause(agency, said, decided=decided)))
    if not ranked:
        return ()
    ranked.sort(key=lambda one: one[:2])
    return (_listed("pause", tuple(line for *_, line in ranked)),)


def _pause(agency: Agency, said: Said, *, decided: bool) -> CardLine:
    """Who stands out, as above, and what it does: with the household's condition, in one sentence where that fits."""
    does = {"stop": ("stopt", "kan stoppen"), "pause": ("pauzeert", "kan pauzeren")}[agency.future]
    name, until = cut(plain_name(said.agency(agency)), _LONGEST_NAME), said.plain(agency.ends_when)
    what = does[0 if decided else 1]
    if until.startswith(("Als ", "Na ", "Zodra ")):
        return CardLine(sentence(f"{what} {until[:1].lower()}{until[1:]}"), start=name)
    return CardLine(f"{what}.", start=name, end=sentence(until) if until else "")
