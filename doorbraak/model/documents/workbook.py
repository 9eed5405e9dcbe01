"""The household's own-use workbook: a sheet per kind of record, with values that give the same cents."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import wording
from doorbraak.model.documents.document import marks_of
from doorbraak.model.documents.spreadsheet import Cell, Sheet, bytes_of
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.figures import figures_of
from doorbraak.model.insight.savings import Amounts, LineSum, Saving, is_public

_AMOUNTS = ("Huidig", "Dreigend", "Plan", "Direct bespaard", "Voorkomen", "Besparing")


def workbook_of(dossier: Dossier, catalogue: Catalogue, saving: Saving, today: date) -> bytes:
    """The bytes of an .xlsx file. `saving` over 12 months of the same dossier."""
    return bytes_of(sheets_of(dossier, catalogue, saving, today), f"Werkboek huishouden {dossier.household.number}")


def sheets_of(dossier: Dossier, catalogue: Catalogue, saving: Saving, today: date) -> tuple[Sheet, ...]:
    return (
        _cover(dossier, saving, today),
        _people(dossier, catalogue),
        _goals(dossier),
        _problems(dossier, catalogue),
        _agencies(dossier, catalogue),
        _interventions(dossier, catalogue),
        _grounds(dossier, catalogue),
        _events(dossier, catalogue),
        _costs(saving, catalogue),
        _grouped(
            "Per wet",
            "Wet",
            saving,
            [(names.law_name(row.id, catalogue), row.amounts) for row in saving.by_law],
        ),
        _grouped(
            "Per betaler",
            "Betaler",
            saving,
            [(names.payer_name(row.id, catalogue), row.amounts) for row in saving.by_payer],
        ),
    )


def _cover(dossier: Dossier, saving: Saving, today: date) -> Sheet:
    household, figures = dossier.household, figures_of(dossier, saving, today=today)
    marks = [(mark, None) for mark in marks_of(household)]
    rows: list[tuple[Cell, ...]] = [
        *marks,
        ("Alleen voor eigen gebruik. Deel dit werkboek niet.", None),
        *([(household.note, None)] if household.example and household.note else []),
        ("Huishouden", household.number),
        ("Werknaam", household.name),
        ("Gemaakt op", today),
        ("Instanties", figures.agencies),
        ("Problemen", figures.problems),
        ("Mensen", figures.people),
        ("Contacten per maand", Fraction(figures.contacts_e2, 100)),
        ("Rekensom vanaf", saving.start),
        ("Rekensom over maanden", saving.months),
    ]
    for label, amounts in (
        ("Publiek", saving.public),
        ("Publiek zonder overdrachten", saving.public_without_transfers),
        ("Niet publiek", saving.private),
    ):
        rows += [(f"{label}: {name.lower()}", cents) for name, cents in zip(_AMOUNTS, _euros(amounts), strict=True)]
    rows += [
        ("Publieke besparing, laag", _euro(saving.band.low)),
        ("Publieke besparing, hoog", _euro(saving.band.high)),
        ("Marge deels aangenomen", "Ja" if saving.band.assumed else "Nee"),
    ]
    return Sheet("Lees eerst", ("Werkboek van één huishouden", ""), tuple(rows), (52, 24))


def _people(dossier: Dossier, catalogue: Catalogue) -> Sheet:
    rows = tuple(
        (names.person_name(one, catalogue), one.birth_year, choice_names.LIVING[one.lives_here])
        for one in dossier.people
    )
    return Sheet("Mensen", ("Wie", "Geboortejaar", "Woont hier"), rows, (40, 14, 12))


def _goals(dossier: Dossier) -> Sheet:
    rows = tuple((goal.words, "Ja" if goal.first else "Nee") for goal in dossier.goals)
    return Sheet("Doelen", ("In eigen woorden", "Moet eerst"), rows, (90, 12))


def _problems(dossier: Dossier, catalogue: Catalogue) -> Sheet:
    people = {one.id: names.person_name(one, catalogue) for one in dossier.people}
    rows = tuple(
        (
            names.life_domain_name(one.life_domain, catalogue),
            names.problem_name(one, catalogue),
            ", ".join(people[id_] for id_ in one.people if id_ in people),
            choice_names.OWNERS[one.owner],
        )
        for one in dossier.problems
    )
    return Sheet("Problemen", ("Leefgebied", "Wat zit vast", "Bij wie", "Eigenaar"), rows, (26, 44, 34, 18))


def _agencies(dossier: Dossier, catalogue: Catalogue) -> Sheet:
    problems = {one.id: names.problem_name(one, catalogue) for one in dossier.problems}
    rows = tuple(
        (
            names.agency_name(one, catalogue),
            Fraction(one.contacts_e2, 100),
            names.law_name(one.law, catalogue),
            names.payer_name(one.payer, catalogue),
            "; ".join(problems[id_] for id_ in one.problems if id_ in problems),
        )
        for one in dossier.agencies
    )
    head = ("Instantie", "Contacten per maand", "Wet", "Betaler", "Voor welke problemen")
    return Sheet("Instanties", head, rows, (44, 20, 22, 24, 70))


def _interventions(dossier: Dossier, catalogue: Catalogue) -> Sheet:
    rows = tuple(
        (names.intervention_name(one, catalogue), one.words, choice_names.STATUSES[one.status], one.decided_on)
        for one in dossier.interventions
    )
    return Sheet("Doorbraken", ("Doorbraak", "In woorden", "Stand", "Besluit van"), rows, (44, 70, 18, 14))


def _grounds(dossier: Dossier, catalogue: Catalogue) -> Sheet:
    steps = {one.id: names.intervention_name(one, catalogue) for one in dossier.interventions}
    rows: list[tuple[Cell, ...]] = []
    for one in dossier.grounds:
        article = catalogue.articles.get(one.article)
        rows.append(
            (
                steps.get(one.intervention, ""),
                names.ground_name(one, catalogue),
                choice_names.GROUND_ROLES[one.role],
                one.reason,
                article.text_version if article else one.text_version,
                "nakijken" if article is None or article.needs_check else "",
                article.url if article else "",
            )
        )
    head = ("Doorbraak", "Artikel", "Rol", "Waarom hier", "Tekst van", "Let op", "Waar te lezen")
    return Sheet("Rechtsgronden", head, tuple(rows), (44, 50, 22, 60, 14, 12, 60))


def _events(dossier: Dossier, catalogue: Catalogue) -> Sheet:
    rows = tuple(
        (
            names.event_name(one, catalogue),
            one.expected_on,
            one.reason,
            one.chance_threatening,
            one.chance_plan,
            choice_names.EVENT_OUTCOMES[one.outcome],
            one.outcome_on,
        )
        for one in dossier.events
    )
    head = (
        "Wat dreigt", "Wanneer", "Waarom", "Kans zonder plan (%)", "Kans met plan (%)", "Hoe het afliep", "Sinds",
    )  # fmt: skip
    return Sheet("Dreiging", head, rows, (36, 14, 70, 20, 18, 16, 14))


def _costs(saving: Saving, catalogue: Catalogue) -> Sheet:
    head = (
        "Kostenpost", "Wet", "Betaler", "Publiek", "Overdracht", "Prijs (€)", "Eenheid", "Aantal", "Keer",
        "Kans huidig (%)", "Kans dreigend (%)", "Kans plan (%)", "Telt mee (%)", "Begint", "Eindigt",
        *(f"{name} (€)" for name in _AMOUNTS), "Bron", "Prijsjaar", "Kwaliteit",
    )  # fmt: skip
    widths = (44, 18, 22, 9, 11, 14, 16, 10, 10, 12, 22, 20, 13, 12, 12, 14, 16, 14, 16, 14, 14, 70, 11, 11)
    return Sheet("Kosten", head, tuple(_cost(row, catalogue) for row in saving.lines), widths)


def _cost(row: LineSum, catalogue: Catalogue) -> tuple[Cell, ...]:
    line = row.line
    return (
        line.words,
        names.law_name(line.law, catalogue),
        names.payer_name(line.payer, catalogue),
        "Ja" if is_public(line, catalogue) else "Nee",
        "Ja" if line.transfer else "Nee",
        _euro(line.price_cents),
        line.unit,
        Fraction(line.quantity_e4, 10_000),
        "Per jaar" if line.recurrence == "yearly" else "Eenmalig",
        line.chances.current,
        line.chances.threatening,
        line.chances.plan,
        line.attribution,
        line.starts,
        line.ends,
        *_euros(row.amounts),
        wording.source(line, catalogue),
        wording.price_year(line, catalogue),
        wording.quality(line, catalogue),
    )


def _grouped(title: str, first: str, saving: Saving, rows: Iterable[tuple[str, Amounts]]) -> Sheet:
    found: list[tuple[Cell, ...]] = [(name, *_euros(amounts)) for name, amounts in rows]
    if found:
        found.append(("Publiek samen", *_euros(saving.public)))
    return Sheet(title, (first, *(f"{name} (€)" for name in _AMOUNTS)), tuple(found), (34, 16, 18, 16, 18, 16, 16))


def _euro(cents: int) -> Fraction:
    return Fraction(cents, 100)


def _euros(amounts: Amounts) -> tuple[Fraction, ...]:
    cents = (
        amounts.current, amounts.threatening, amounts.plan, amounts.direct, amounts.prevented, amounts.saving,
    )  # fmt: skip
    return tuple(_euro(one) for one in cents)
