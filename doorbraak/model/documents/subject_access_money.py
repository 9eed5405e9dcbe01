"""Inzage, what threatens and what it costs: every line of the sum with its source, and what was paid of it."""

from doorbraak.model import money
from doorbraak.model.documents import wording
from doorbraak.model.documents.subject_access_item import Fact, Group, Item, View, amount, day, listed, yes
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.why import FORMER_LIST


def events(view: View) -> Group:
    found = tuple(
        view.item(
            "events",
            one,
            view.called("events", one.id),
            Fact("Soort", listed(one.kind, view.catalogue.events) if one.words else ""),
            day("Verwacht rond", one.expected_on),
            view.typed("Waarom", "events", one, one.reason),
            Fact("Kans zonder plan", _between(one.chance_threatening, one.threatening_low, one.threatening_high)),
            Fact("Kans met plan", _between(one.chance_plan, one.plan_low, one.plan_high)),
            Fact("Wat ervan kwam", choice_names.EVENT_OUTCOMES[one.outcome].lower()),
            day("Sinds", one.outcome_on),
        )
        for one in view.records("events")
    )
    return Group("Wat er dreigt", "dreigingen", found)


def _between(middle: int, low: int | None, high: int | None) -> str:
    said = [f"minstens {low}%"] if low is not None else []
    said += [f"hoogstens {high}%"] if high is not None else []
    return f"{middle}% ({', '.join(said)})" if said else f"{middle}%"


def costs(view: View) -> Group:
    return Group("Kosten", "kosten", tuple(_cost(view, one) for one in view.records("costs")))


def _cost(view: View, one: CostLine) -> Item:
    catalogue, chances = view.catalogue, one.chances
    price = catalogue.prices.get(one.price)
    payers = tuple(names.payer_name(id_, catalogue) if id_ else "" for id_ in (one.payer, one.beneficiary))
    unit = price.unit if price and one.unit in ("", price.unit) else view.words("costs", one, one.unit)
    return view.item(
        "costs",
        one,
        view.called("costs", one.id),
        Fact("Prijs", f"{money.exact(one.price_cents)}{f' ({unit})' if unit else ''}"),
        Fact("Prijs minstens, hoogstens", _pair(_euros(one.price_low_cents), _euros(one.price_high_cents))),
        Fact("Hoe vaak", f"{names.quantity(one.quantity_e4)}, {choice_names.RECURRENCES[one.recurrence].lower()}"),
        Fact("Minstens, hoogstens zo vaak", _pair(_number(one.quantity_low_e4), _number(one.quantity_high_e4))),
        Fact("Kans nu, zonder plan, met plan", f"{chances.current}%, {chances.threatening}%, {chances.plan}%"),
        Fact("Kans met plan minstens, hoogstens", _pair(_share(one.chance_low), _share(one.chance_high))),
        Fact("Hoeveel door het plan komt", f"{one.attribution}%"),
        Fact("Dat is minstens, hoogstens", _pair(_share(one.attribution_low), _share(one.attribution_high))),
        Fact("Wie betaalt", payers[0]),
        Fact("Wie wint als het niet nodig is", payers[1]),
        Fact("Wet", names.law_name(one.law, catalogue) if one.law else ""),
        Fact("Geld of tijd", choice_names.EFFECTS[one.effect].lower() if one.effect else ""),
        yes("Uitkering, toeslag of schuld", one.transfer),
        day("Vanaf", one.starts),
        day("Tot en met", one.ends),
        Fact("Voor wie", view.somebody(one.person)),
        Fact("Probleem", view.called("problems", one.problem)),
        Fact("Instantie", view.called("agencies", one.agency)),
        Fact("Dreiging", view.called("events", one.event)),
        Fact("Doorbraak", view.called("interventions", one.intervention)),
        Fact("Prijs uit de lijst", listed(one.price, catalogue.prices) if one.words else ""),
        Fact("Bron van de lijst", (price.source_title if price else FORMER_LIST) if one.price else ""),
        view.typed("Waar de prijs vandaan komt", "costs", one, one.source),
        Fact("Prijs van het jaar", wording.price_year(one, catalogue)),
    )


def _pair(low: str, high: str) -> str:
    return f"{low or 'onbekend'}, {high or 'onbekend'}" if low or high else ""


def _euros(cents: int | None) -> str:
    return "" if cents is None else money.exact(cents)


def _number(quantity_e4: int | None) -> str:
    return "" if quantity_e4 is None else names.quantity(quantity_e4)


def _share(percent: int | None) -> str:
    return "" if percent is None else f"{percent}%"


def confirmations(view: View) -> Group:
    found = tuple(
        view.item(
            "confirmations",
            one,
            f"Na {one.after} maanden: {choice_names.CONFIRMATIONS[one.state].lower()}",
            Fact("Over welke kosten", view.called("costs", one.cost_line)),
            amount("Wat het echt kost", one.actual_cents),
            day("Op", one.on_day),
            view.typed("Waarom", "confirmations", one, one.reason),
        )
        for one in view.records("confirmations")
    )
    return Group("Of het klopte", "of de kosten klopten", found)


def payments(view: View) -> Group:
    found = tuple(
        view.item(
            "payments",
            one,
            f"{money.exact(one.cents)}, {wording.day(one.on_day)}",
            Fact("Voor welke kosten", view.called("costs", one.cost_line)),
            view.typed("Erbij gezegd", "payments", one, one.words),
        )
        for one in view.records("payments")
    )
    return Group("Wat is betaald", "betalingen", found)


def refusals(view: View) -> Group:
    """Cost lines that the program proposed and somebody did not want."""
    found = tuple(
        view.item(
            "refusals",
            one,
            listed(one.price, view.catalogue.prices) or "Eigen kosten van een doorbraak",
            Fact("Instantie", view.called("agencies", one.agency)),
            Fact("Probleem", view.called("problems", one.problem)),
            Fact("Dreiging", view.called("events", one.event)),
            Fact("Doorbraak", view.called("interventions", one.intervention)),
        )
        for one in view.records("refusals")
    )
    return Group("Kosten die niet zijn overgenomen", "kosten die niet zijn overgenomen", found)
