"""What the dossier knows already, in sentences beside the fields of the justification."""

from collections.abc import Sequence

from doorbraak.model import money
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.justification import ROLES, GroundRole, LegalGround
from doorbraak.model.insight import names
from doorbraak.model.insight.missing_parts import without_way_out
from doorbraak.model.insight.named_articles import reference_of
from doorbraak.model.insight.pockets import purses_of
from doorbraak.model.insight.savings import Saving
from doorbraak.model.shortening import cut
from doorbraak.ui.widgets.numbers import shown_day

_LONGEST = 100  # letters of what an article says: a reminder, the whole stands with the articles
_MOST = 3  # purses on one line
_ROLES: dict[GroundRole, str] = {"carries": "Draagt", "room": "Geeft ruimte", "blocks": "Blokkeert"}


def quotes_of(chosen: Intervention, dossier: Dossier) -> tuple[str, ...]:
    """The household's own words between quotation marks: the goals that it is for, else its first; then the problem."""
    goals = [goal for goal in dossier.goals if goal.id in chosen.goals] or [
        goal for goal in dossier.goals if goal.first
    ]
    words = [goal.words for goal in sorted(goals, key=lambda goal: not goal.first)]
    words += [said.words for said in dossier.own_words if said.question == "problem"]
    return tuple(dict.fromkeys(f"“{' '.join(one.split())}”" for one in words))


def articles_said(grounds: Sequence[LegalGround], catalogue: Catalogue) -> str:
    """Per chosen article its law and in short what it says."""
    if not grounds:
        return "Nog geen artikel gekozen. Kies ze op het tabblad Artikelen."
    return "\n".join(f"{_short(ground, catalogue)}: {cut(_said(ground, catalogue), _LONGEST)}" for ground in grounds)


def effects_known(dossier: Dossier, saving: Saving, catalogue: Catalogue) -> str:
    """What threatens, what it saves, who pays and who wins."""
    lines = [
        f"Dreigt rond {shown_day(event.expected_on)}: {names.event_name(event, catalogue)}. "
        f"Kans {event.chance_threatening}%, met het plan {event.chance_plan}%."
        for event in sorted(dossier.events, key=lambda one: (one.expected_on, one.id))
        if not event.outcome
    ] or ["Bij de Rekensom staat nog geen dreiging."]
    if not saving.lines:
        return "\n".join([*lines, "Nog geen kosten ingevuld."])
    public = saving.public
    lines.append(
        f"Besparing in 12 maanden, alle doorbraken samen: {money.whole(public.saving)}. "
        f"Direct {money.whole(public.direct)}, voorkomen {money.whole(public.prevented)}."
    )
    purses = purses_of(saving.public_lines)
    lays_out = [f"{names.payer_name(one.id, catalogue)} {money.whole(one.lays_out)}" for one in purses if one.lays_out]
    wins = [f"{names.payer_name(one.id, catalogue)} {money.whole(one.wins)}" for one in purses if one.wins > 0]
    if lays_out:
        lines.append(f"Betaalt de doorbraak: {', '.join(lays_out[:_MOST])}.")
    if wins:
        lines.append(f"Wint het meest: {', '.join(wins[:_MOST])}.")
    return "\n".join(lines)


def grounds_known(grounds: Sequence[LegalGround], catalogue: Catalogue) -> str:
    """Which articles carry, give room and block, and whether room stands against what blocks."""
    if not grounds:
        return "Nog geen artikel gekozen."
    lines = []
    for role in ROLES:
        found = [_short(ground, catalogue) for ground in grounds if ground.role == role]
        lines.append(f"{_ROLES[role]}: {', '.join(found) or 'geen'}.")
    if any(ground.role == "blocks" for ground in grounds):
        lines.append(
            "Bij wat blokkeert is nog geen uitweg gekozen."
            if without_way_out(grounds, catalogue)
            else "Bij alles wat blokkeert is een uitweg gekozen."
        )
    return "\n".join(lines)


def _short(ground: LegalGround, catalogue: Catalogue) -> str:
    if ground.article in catalogue.articles:
        return reference_of(ground.article, catalogue)
    return cut(ground.title or ground.article, _LONGEST)


def _said(ground: LegalGround, catalogue: Catalogue) -> str:
    article = catalogue.articles.get(ground.article)
    return article.what if article else ground.text or "kijk de tekst zelf na"
