"""Inzage, the help around the household: agencies and who works there, letters, visits, doorbraken and why."""

import re
from typing import Any

from doorbraak.model.documents import wording
from doorbraak.model.documents.subject_access_item import Fact, Group, Item, View, amount, day, listed
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.insight import choice_names, names


def agencies(view: View) -> Group:
    catalogue = view.catalogue
    found = tuple(
        view.item(
            "agencies",
            one,
            view.called("agencies", one.id),
            Fact("Soort", listed(one.kind, catalogue.agencies) if one.words and one.kind else ""),
            Fact("Voor wie", view.people(one.people)),
            Fact("Voor welk probleem", view.all_called("problems", one.problems)),
            Fact("Contacten per maand", names.contacts(one.contacts_e2)),
            Fact("Wet", names.law_name(one.law, catalogue) if one.law else ""),
            Fact("Wie betaalt", names.payer_name(one.payer, catalogue) if one.payer else ""),
            Fact("Hoe het contact is", choice_names.BONDS[one.bond].lower() if one.bond else ""),
            amount("Wat zij vordert", one.claim_cents),
            Fact("Met het plan", choice_names.FUTURES[one.future].lower() if one.future else ""),
            Fact("Gaat samen met", view.called("agencies", one.merges_into)),
            view.typed("Stopt wanneer", "agencies", one, one.ends_when),
            day("Gestopt op", one.ended_on),
        )
        for one in view.records("agencies")
    )
    return Group("Instanties", "instanties", found)


def workers(view: View) -> Group:
    """Who reads it for one person alone is told by which function and not by name: that is somebody else too."""
    whole = view.masks is None
    found = tuple(
        view.item(
            "workers",
            one,
            one.name if whole and one.name else _function(view, one),
            Fact("Functie", one.function if whole and one.name else ""),
            Fact("Werkt bij", view.called("agencies", one.agency)),
            Fact("Telefoon", one.phone if whole else ""),
            Fact("Mail", one.mail if whole else ""),
        )
        for one in view.records("workers")
    )
    return Group("Wie er werkt", "wie daar werkt", found)


def _function(view: View, one: Any) -> str:
    return view.who("", one.function).text or "Een hulpverlener"


def letters(view: View) -> Group:
    found = tuple(
        view.item(
            "letters",
            one,
            view.letter(one),
            view.typed("Wat er gevraagd wordt", "letters", one, one.demand),
            view.typed("Afzender in woorden", "letters", one, one.sender if one.agency is not None else ""),
            amount("Bedrag", one.amount_cents),
            day("Uiterlijk", one.last_day),
            day("Afgehandeld op", one.settled_on),
            Fact("Kan niet samen met", view.all_called("letters", one.contradicts)),
        )
        for one in view.records("letters")
    )
    return Group("Brieven", "brieven", found)


def visits(view: View) -> Group:
    """A working note is not shown; that there is one, and until when, is."""
    found = tuple(
        view.item(
            "visits",
            one,
            f"{choice_names.CONVERSATIONS[one.conversation]}, {wording.day(one.on_day)}",
            Fact("Waar", choice_names.PLACES[one.place].lower()),
            Fact("Minuten met mensen", str(one.minutes_with_people)),
            Fact("Minuten achter het toetsenbord", str(one.minutes_at_keyboard)),
            view.typed("Verslag", "visits", one, one.report),
        )
        for one in view.records("visits")
    )
    return Group("Bezoeken en gesprekken", "bezoeken", found)


def interventions(view: View) -> Group:
    catalogue = view.catalogue
    found = tuple(
        view.item(
            "interventions",
            one,
            view.called("interventions", one.id),
            Fact("Soort", one.kind if one.words and one.kind not in catalogue.interventions else ""),
            view.typed("Wat er gebeurt", "interventions", one, one.words),
            Fact("Stand", choice_names.STATUSES[one.status].lower()),
            day("Besloten op", one.decided_on),
            view.who("Wie besluit", one.decider),
            Fact("Wie betaalt", names.payer_name(one.payer, catalogue) if one.payer else ""),
            Fact("Voor welk probleem", view.all_called("problems", one.problems)),
            Fact("Voor welk doel", view.all_called("goals", one.goals)),
            Fact("Welke instanties stoppen of wachten", view.all_called("agencies", one.agencies)),
        )
        for one in view.records("interventions")
    )
    return Group("Doorbraken", "doorbraken", found)


def statuses(view: View) -> Group:
    found = tuple(
        view.item(
            "statuses",
            one,
            f"{choice_names.STATUSES[one.status]}, {wording.day(one.on_day)}",
            _doorbraak(view, one),
            view.typed("Waarom", "statuses", one, one.reason),
        )
        for one in view.records("statuses")
    )
    return Group("Hoe het met een doorbraak ging", "het verloop van een doorbraak", found)


def _doorbraak(view: View, one: Any) -> Fact:
    return Fact("Doorbraak", view.called("interventions", one.intervention))


def steps(view: View) -> Group:
    found = tuple(
        view.item(
            "steps",
            one,
            view.words("steps", one, one.words),
            _doorbraak(view, one),
            Fact("Wie is aan zet", choice_names.OWNERS[one.owner].lower() if one.owner else ""),
            view.who("Wie doet het", one.lead),
            day("Uiterlijk", one.due),
            day("Gedaan op", one.done_on),
        )
        for one in view.records("steps")
    )
    return Group("Stappen", "stappen", found)


def tasks(view: View) -> Group:
    found = tuple(
        view.item(
            "tasks",
            one,
            choice_names.TASKS[one.kind],
            view.typed("", "tasks", one, one.words),
            view.who("Wie doet het", one.lead),
            day("Uiterlijk", one.due),
            day("Gedaan op", one.done_on),
            _doorbraak(view, one),
        )
        for one in view.records("tasks")
    )
    return Group("Taken en afspraken", "taken en afspraken", found)


def outcomes(view: View) -> Group:
    found = tuple(
        view.item(
            "outcomes",
            one,
            f"Werkte het? {choice_names.WORKED[one.worked]}",
            _doorbraak(view, one),
            day("Gevraagd op", one.on_day),
            view.typed("Waarom", "outcomes", one, one.why),
        )
        for one in view.records("outcomes")
    )
    return Group("Werkte het?", "of het werkte", found)


def grounds(view: View) -> Group:
    return Group("Rechtsgronden", "rechtsgronden", tuple(_ground(view, one) for one in view.records("grounds")))


def _ground(view: View, one: LegalGround) -> Item:
    """What the lists say of an article now is about nobody; what was kept of it then may be typed."""
    article = view.catalogue.articles.get(one.article)
    called = names.ground_name(one, view.catalogue)
    what = article.what if article else ""
    version = wording.text_version(one.text_version) if one.text_version else ""
    return view.item(
        "grounds",
        one,
        called if article else view.words("grounds", one, called),
        _doorbraak(view, one),
        Fact("Wat het doet", choice_names.GROUND_ROLES[one.role].lower()),
        view.typed("Waarom hier", "grounds", one, one.reason),
        view.typed("Toen gekozen als", "grounds", one, "" if one.title == called else one.title),
        Fact("Regel in de lijst", "" if article else one.article),
        Fact("Wat er staat", one.text) if one.text == what else view.typed("Wat er staat", "grounds", one, one.text),
        Fact("Tekst van", version if _a_day(version) else view.words("grounds", one, version)),
        day("Nagelezen op", one.checked_on),
    )


def _a_day(version: str) -> bool:
    """Of which day, or year, a law was read, is about nobody."""
    return re.fullmatch(r"(?:\d{1,2} [a-z]+ )?\d{4}", version) is not None


def considerations(view: View) -> Group:
    found = tuple(
        view.item(
            "considerations",
            one,
            choice_names.PARTS[one.part],
            view.typed("", "considerations", one, one.words),
            _doorbraak(view, one),
        )
        for one in view.records("considerations")
    )
    return Group("Onderbouwing", "onderbouwing", found)


def perspectives(view: View) -> Group:
    found = tuple(
        view.item(
            "perspectives",
            one,
            f"{choice_names.SIDES[one.side]}: {choice_names.VERDICTS[one.verdict].lower()}",
            _doorbraak(view, one),
            view.typed("Waarom", "perspectives", one, one.reason),
            view.who("Wie vond dat", one.by_role),
            day("Op", one.on_day),
        )
        for one in view.records("perspectives")
    )
    return Group("Vier kanten", "hoe er van vier kanten naar is gekeken", found)


def barriers(view: View) -> Group:
    found = tuple(
        view.item(
            "barriers",
            one,
            view.words("barriers", one, one.words),
            _doorbraak(view, one),
            Fact("Wat voor regel", choice_names.RUNGS[one.rung].lower() if one.rung else ""),
            view.typed("Wat is geprobeerd", "barriers", one, one.tried),
            day("Weg sinds", one.gone_on),
        )
        for one in view.records("barriers")
    )
    return Group("Wat in de weg stond", "wat in de weg stond", found)


def comparisons(view: View) -> Group:
    found = tuple(
        view.item(
            "comparisons",
            one,
            view.words("comparisons", one, one.other),
            _doorbraak(view, one),
            Fact("Gelijk of anders", choice_names.COMPARED[one.verdict].lower()),
            view.typed("Waarom", "comparisons", one, one.why),
        )
        for one in view.records("comparisons")
    )
    return Group("Vergeleken met eerder", "een vergelijking met eerder", found)
