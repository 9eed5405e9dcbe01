"""The household's own-use workbook: a sheet per kind of record, and the rekensom with formulas that are alive."""

from datetime import date
from fractions import Fraction

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import sum_words
from doorbraak.model.documents.document import marks_of
from doorbraak.model.documents.spreadsheet import Cell, Sheet, bytes_of
from doorbraak.model.documents.workbook_sum import AMOUNTS, euro, same_as_program, sum_sheets, total_formulas
from doorbraak.model.documents.workbook_working import EXPLANATION
from doorbraak.model.dossier.assumptions import Assumptions
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.figures import figures_of
from doorbraak.model.insight.ground_checks import to_check
from doorbraak.model.insight.savings import Saving

USUAL = Assumptions()


def workbook_of(
    dossier: Dossier, catalogue: Catalogue, saving: Saving, today: date, assumptions: Assumptions = USUAL
) -> bytes:
    """The bytes of an .xlsx file. `saving` over 12 months of the same dossier; `assumptions` of the workspace."""
    sheets = sheets_of(dossier, catalogue, saving, today, assumptions)
    return bytes_of(sheets, f"Werkboek huishouden {dossier.household.number}")


def sheets_of(
    dossier: Dossier, catalogue: Catalogue, saving: Saving, today: date, assumptions: Assumptions = USUAL
) -> tuple[Sheet, ...]:
    return (
        _cover(dossier, saving, today),
        _assumptions(saving, assumptions),
        _people(dossier, catalogue),
        _goals(dossier),
        _problems(dossier, catalogue),
        _agencies(dossier, catalogue),
        _interventions(dossier, catalogue),
        _grounds(dossier, catalogue),
        _events(dossier, catalogue),
        *sum_sheets(dossier, catalogue, saving),
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
    for label, amounts in total_formulas(saving).items():
        rows += [(f"{label}: {name.lower()}", formula) for name, formula in zip(AMOUNTS, amounts, strict=True)]
    rows += [
        ("Publieke besparing, laag", euro(saving.band.low)),
        ("Publieke besparing, hoog", euro(saving.band.high)),
        ("Marge deels aangenomen", "Ja" if saving.band.assumed else "Nee"),
        ("De formules geven dezelfde centen als het programma", same_as_program(saving)),
    ]
    return Sheet("Lees eerst", ("Werkboek van één huishouden", ""), tuple(rows), (52, 24))


def _assumptions(saving: Saving, assumptions: Assumptions) -> Sheet:
    """What the sums rest on, in sentences: how the band was made, and from whom the rate is."""
    rows: list[tuple[Cell, ...]] = [
        ("Prijspeil", sum_words.price_level(saving)),
        ("Formule", sum_words.FORMULA),
        ("Afronden", EXPLANATION),
        ("Marge", sum_words.band(saving) or "Er is geen marge: er is niets onzeker ingevuld."),
        ("Hoe de marge is gemaakt", sum_words.BAND_METHOD),
        ("Aangenomen", sum_words.ASSUMED),
        ("Discontovoet", sum_words.discount(assumptions)),
        ("Niet meegeteld", sum_words.CHECKS),
        ("Terugverdiend", sum_words.payback(saving)),
        *(("Kijk dit na", said) for said in sum_words.marks(saving)),
        ("Kwaliteit van een prijs", sum_words.GRADES),
    ]
    return Sheet("Aannames", ("Waarover", "Wat er geldt"), tuple(rows), (28, 110))


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
                "nakijken" if to_check(one, catalogue) else "",
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
