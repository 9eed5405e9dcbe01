"""Inzage, what was told to others and what the household asked and said about its own dossier."""

from dataclasses import replace

from doorbraak.model.documents.subject_access_item import Fact, Group, View, amount, day
from doorbraak.model.dossier.corrections import Correction
from doorbraak.model.insight import choice_names, names


def signals(view: View) -> Group:
    catalogue = view.catalogue
    found = tuple(
        view.item(
            "signals",
            one,
            view.words("signals", one, one.words),
            Fact("Wat voor regel", choice_names.RUNGS[one.rung].lower() if one.rung else ""),
            Fact("Artikel", names.article_name(one.article, catalogue) if one.article else ""),
            Fact("Instantie", view.called("agencies", one.agency)),
            Fact("Doorbraak", view.called("interventions", one.intervention)),
            Fact("Bij welke hobbel", view.called("barriers", one.barrier)),
            view.typed("Thema", "signals", one, one.theme),
            Fact("Uren verloren", "" if one.hours_e2 is None else names.quantity(one.hours_e2 * 100)),
            amount("Geld verloren", one.lost_cents),
            Fact("Voor dit huishouden", choice_names.FIXING[one.fixing].lower() if one.fixing else ""),
            Fact("Voor iedereen", choice_names.SOLVING[one.solving].lower() if one.solving else ""),
            view.typed("Wat er anders moet", "signals", one, one.proposal),
            view.who("Gemeld aan", one.told_to),
            day("Gemeld op", one.told_on),
        )
        for one in view.records("signals")
    )
    return Group("Signalen", "signalen", found)


def sharing(view: View) -> Group:
    found = tuple(
        view.item(
            "sharing",
            one,
            view.words("sharing", one, one.what),
            day("Gedeeld op", one.on_day),
            Fact("Met welke instantie", view.called("agencies", one.agency)),
            view.who("Met wie", one.with_whom),
            view.typed("Waarom", "sharing", one, one.why),
            Fact("Op welke grond", choice_names.SHARING_GROUNDS[one.ground].lower()),
            Fact("Welke wet", names.law_name(one.law, view.catalogue) if one.law else ""),
            day("Aan het huishouden verteld op", one.told_on),
            Fact("Aan het huishouden verteld", "" if one.told_on else "nog niet"),
            view.typed("Waarom nog niet", "sharing", one, one.why_untold),
        )
        for one in view.records("sharing")
    )
    return Group("Wat is gedeeld", "wat is gedeeld", found)


def corrections(view: View) -> Group:
    found = tuple(
        view.item(
            "corrections",
            one,
            view.words("corrections", one, one.place) or "Verbetering",
            day("Gevraagd op", one.on_day),
            Fact("Gevraagd door", view.somebody(one.person)),
            _another(view, one),
            view.typed("Wat er stond", "corrections", one, one.old_text),
            view.own("Wat er moet staan", one, "corrections", one.new_text),
            Fact("Besluit", choice_names.DECISIONS[one.decision].lower()),
            day("Besloten op", one.decided_on),
            view.typed("Waarom", "corrections", one, one.reason),
        )
        for one in view.records("corrections")
    )
    return Group("Gevraagde verbeteringen", "verbeteringen", found)


def statements(view: View) -> Group:
    found = tuple(
        view.item(
            "statements",
            one,
            view.somebody(one.person) or view.who("", one.by_whom).text or "Eigen verklaring",
            view.own("", one, "statements", one.words),
            day("Gezegd op", one.on_day),
            view.who("Door een ander", one.by_whom if one.person is not None else ""),
        )
        for one in view.records("statements")
    )
    return Group("Eigen verklaringen", "eigen verklaringen", found)


def _another(view: View, one: Correction) -> Fact:
    """Who asked for it in words, where that is not the same person once more."""
    said = view.who("Gevraagd door een ander", one.asked_by)
    known = next((who.name for who in view.dossier.people if who.id == one.person), "")
    return replace(said, text="") if said.text in (view.somebody(one.person), known) else said
