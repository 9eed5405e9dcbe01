"""Inzage, the household itself: who they are, what they want, what is stuck, and how it goes with them."""

from doorbraak.model.catalogue import scale_of
from doorbraak.model.documents import wording
from doorbraak.model.documents.subject_access_item import Fact, Group, Item, View, day, listed, yes
from doorbraak.model.dossier.measurements import Measurement
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.measuring import found_words

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip


def household(view: View) -> tuple[Fact, ...]:
    """What stands of the household as a whole; it has no source of its own."""
    home, catalogue = view.dossier.household, view.catalogue
    basis = catalogue.retention.get(home.retention)
    facts = (
        Fact("Nummer in dit programma", str(home.number)),
        view.of_home("Hoe het dossier heet", home.name),
        day("Begonnen op", home.opened),
        day("Op deze laptop sinds", home.here_since),
        day("Datum van het plan", home.plan_date),
        view.who("Vaste contactpersoon", home.lead),
        Fact("Wijk", home.wijk),
        Fact("Papier", "Niet op papier achterlaten" if home.no_paper else "Papier mag"),
        Fact("Voorbeeld", "Ja: gepubliceerde of verzonnen gegevens" if home.example else ""),
        view.of_home("Aantekening", home.note),
        Fact("Waarom we het bewaren", basis.basis if basis else home.retention or "Nog niet gekozen"),
        Fact("Hoe lang", names.keeping_term(home.retention, catalogue)),
        day("Gesloten op", home.closed),
        Fact("Waarom gesloten", choice_names.CLOSE_REASONS[home.close_reason] if home.closed else ""),
        view.of_home("Bij het sluiten gezegd", home.close_words),
    )
    return tuple(one for one in facts if one.text)


def people(view: View) -> Group:
    """Of others who reads it alone finds nothing here."""
    found = tuple(
        view.item(
            "people",
            one,
            names.person_name(one, view.catalogue),
            Fact("Rol", names.relation_name(one.role, view.catalogue)),
            Fact("Geboortejaar", str(one.birth_year or "")),
            Fact("Woont hier", choice_names.LIVING[one.lives_here].lower()),
            Fact("Geslacht", choice_names.SEXES[one.sex].lower() if one.sex else ""),
            Fact("Wordt 18 in", _MONTHS[one.month_of_18 - 1] if one.month_of_18 else ""),
            yes("Overleden", one.died),
        )
        for one in view.records("people")
    )
    return Group("Mensen", "mensen", found)


def relations(view: View) -> Group:
    found = tuple(
        view.item(
            "relations",
            one,
            names.relation_name(one.kind, view.catalogue),
            Fact("Tussen", f"{view.somebody(one.person)} en {view.somebody(one.other)}"),
            view.typed("Erbij gezegd", "relations", one, one.words),
            Fact("Sinds", str(one.since or "")),
        )
        for one in view.records("relations")
    )
    return Group("Relaties", "relaties", found)


def custody(view: View) -> Group:
    found = tuple(
        view.item(
            "custody",
            one,
            choice_names.AUTHORITIES[one.authority],
            Fact("Over", view.somebody(one.person)),
            Fact("Wie heeft het", view.somebody(one.holder)),
            view.typed("Erbij gezegd", "custody", one, one.words),
        )
        for one in view.records("custody")
    )
    return Group("Gezag", "gezag", found)


def life_events(view: View) -> Group:
    found = tuple(
        view.item(
            "life_events",
            one,
            choice_names.LIFE_EVENTS[one.kind],
            Fact("Wanneer", f"{_MONTHS[one.month - 1]} {one.year}" if one.month else str(one.year)),
            Fact("Van wie", view.somebody(one.person)),
            view.typed("Erbij gezegd", "life_events", one, one.words),
        )
        for one in view.records("life_events")
    )
    return Group("Levensloop", "gebeurtenissen in het leven", found)


def goals(view: View) -> Group:
    found = tuple(
        view.item(
            "goals",
            one,
            "Wat eerst moet" if one.first else "Doel",
            view.typed("", "goals", one, one.words),
        )
        for one in view.records("goals")
    )
    return Group("Doelen", "doelen", found)


def own_words(view: View) -> Group:
    found = tuple(
        view.item(
            "own_words",
            one,
            choice_names.QUESTIONS[one.question],
            view.own("", one, "own_words", one.words),
            Fact("Gezegd door", view.somebody(one.person)),
        )
        for one in view.records("own_words")
    )
    return Group("Eigen woorden", "eigen woorden", found)


def problems(view: View) -> Group:
    catalogue = view.catalogue
    found = tuple(
        view.item(
            "problems",
            one,
            view.called("problems", one.id),
            Fact("Soort", listed(one.kind, catalogue.problems) if one.words else ""),
            Fact("Leefgebied", names.life_domain_name(one.life_domain, catalogue)),
            Fact("Bij wie", view.people(one.people)),
            Fact("Eigenaar", choice_names.OWNERS[one.owner].lower() if one.owner else ""),
            view.who("Wie trekt het", one.lead),
            Fact("Hoe zwaar, van 0 tot 10", "" if one.weight is None else str(one.weight)),
            Fact("Plaats in eigen volgorde", str(one.rank or "")),
            Fact("Wacht op", view.all_called("problems", one.waits_for)),
            day("Opgelost op", one.solved_on),
        )
        for one in view.records("problems")
    )
    return Group("Problemen", "problemen", found)


def measurements(view: View) -> Group:
    return Group("Metingen", "metingen", tuple(_measured(view, one) for one in view.records("measurements")))


def _measured(view: View, one: Measurement) -> Item:
    """An answer that is not on the scale of now may be anything."""
    measure = view.catalogue.measures.get(one.measure)
    known = measure is not None and one.answer in scale_of(measure).answers
    answer = one.answer if known else view.words("measurements", one, one.answer)
    return view.item(
        "measurements",
        one,
        names.measure_name(one.measure, view.catalogue),
        Fact("Antwoord", found_words(one.value_e2, answer)),
        Fact("Schaal", measure.scale if measure else ""),
        Fact("Wanneer", f"{choice_names.MOMENTS[one.moment].lower()}, {wording.day(one.on_day)}"),
        Fact("Van wie", view.somebody(one.person) or "het huishouden"),
        view.typed("Erbij gezegd", "measurements", one, one.words),
    )
