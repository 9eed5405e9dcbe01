"""What has to hold between the parts of a case file, and between the file and the catalogue."""

from collections.abc import Collection
from typing import Any

from doorbraak.model.catalogue import Catalogue, scale_of
from doorbraak.model.dossier import checks, considerations
from doorbraak.model.dossier.casefile_format import EXAMPLE, CaseFile
from doorbraak.model.dossier.casefile_limits import too_much
from doorbraak.model.dossier.casefile_lists import LISTS
from doorbraak.model.dossier.casefile_refusal import place, refuse


def check(case: CaseFile, catalogue: Catalogue) -> None:
    """Raises CaseFileRefused at the first thing that does not fit."""
    _check_household(case, catalogue)
    if what := too_much(case)[1]:
        refuse("", what)
    for name, part in LISTS.items():
        if part.prefix:
            _check_ids(name, getattr(case, name))
    for name, part in LISTS.items():
        rows = getattr(case, name)
        for field, target in part.refers.items():
            itself = field in part.later
            _check_references(name, field, rows, {row.id for row in getattr(case, target)}, itself=itself)
        for field, target in part.codes.items():
            _check_codes(name, field, rows, getattr(catalogue, target))
    _check_roles(case, catalogue)
    _check_ranks(case)
    _check_costs(case)
    _check_confirmations(case)
    _check_refusals(case)
    _check_considerations(case)
    _check_comparisons(case)
    _check_merging(case)
    _check_measurements(case, catalogue)


def _check_household(case: CaseFile, catalogue: Catalogue) -> None:
    if case.household.retention and case.household.retention not in catalogue.retention:
        refuse(place("household.retention"), "staat een code die niet in de lijsten voorkomt")
    if (case.household.closed is None) != (case.household.close_reason == ""):
        refuse(place("household.close_reason"), "staat iets anders dan bij closed")
    if case.household.closed is None and case.household.close_words:
        refuse(place("household.close_words"), "staat tekst, maar het dossier is niet gesloten")
    _check_notice(case)


def _check_notice(case: CaseFile) -> None:
    if (case.notice == EXAMPLE) != case.household.example:
        refuse("notice", "staat iets anders dan bij household, example")


def _check_ids(name: str, rows: tuple[Any, ...]) -> None:
    seen = set()
    for number, row in enumerate(rows):
        if row.id in seen:
            refuse(place(f"{name}[{number}].id"), "staat een naam die al gebruikt is")
        seen.add(row.id)


def _check_references(name: str, field: str, rows: tuple[Any, ...], known: set[str], *, itself: bool) -> None:
    for number, row in enumerate(rows):
        value = getattr(row, field)
        references = (value,) if isinstance(value, str) else value or ()
        what = ""
        if not known.issuperset(references):
            what = "staat een verwijzing naar iets dat er niet is"
        elif len(set(references)) < len(references):
            what = "staat een verwijzing twee keer"
        elif itself and row.id in references:
            what = "staat een verwijzing naar zichzelf"
        if what:
            refuse(place(f"{name}[{number}].{field}"), what)


def _check_codes(name: str, field: str, rows: tuple[Any, ...], known: Collection[str]) -> None:
    for number, row in enumerate(rows):
        value = getattr(row, field)
        if value and value not in known:
            refuse(place(f"{name}[{number}].{field}"), "staat een code die niet in de lijsten voorkomt")


def _check_roles(case: CaseFile, catalogue: Catalogue) -> None:
    """One list holds what somebody is in a household and what somebody is to somebody else."""
    for name, field, rows, wanted in (
        ("people", "role", case.people, "rol"),
        ("relations", "kind", case.relations, "relatie"),
    ):
        for number, row in enumerate(rows):
            code = getattr(row, field)
            if code and catalogue.roles[code].kind != wanted:
                refuse(place(f"{name}[{number}].{field}"), "staat een code die hier niet past")


def _check_ranks(case: CaseFile) -> None:
    """The household's own order has each place once."""
    seen = set()
    for number, row in enumerate(case.problems):
        if row.rank in seen:
            refuse(place(f"problems[{number}].rank"), "staat een plaats die al vergeven is")
        if row.rank is not None:
            seen.add(row.rank)


def _check_costs(case: CaseFile) -> None:
    """A line of an event or intervention takes its chances from there; others have their own."""
    for number, row in enumerate(case.costs):
        bound = row.event is not None or row.intervention is not None
        if row.event is not None and row.intervention is not None:
            refuse(place(f"costs[{number}].event"), "staat ook een doorbraak: een van de twee kan")
        if bound == (row.chances is not None):
            what = "staan kansen die al vastliggen" if bound else "ontbreken de kansen"
            refuse(place(f"costs[{number}].chances"), what)
        if row.intervention is not None and row.attribution != 100:
            refuse(place(f"costs[{number}].attribution"), "hoort 100 te staan")


def _check_confirmations(case: CaseFile) -> None:
    """Each moment of a line once: the verb takes a second one in place of the first."""
    seen = set()
    for number, row in enumerate(case.confirmations):
        if (row.cost_line, row.after) in seen:
            refuse(place(f"confirmations[{number}].after"), "staat een moment dat er al is")
        seen.add((row.cost_line, row.after))


def _check_refusals(case: CaseFile) -> None:
    """By one of the four, and nothing twice: the verb keeps what is refused again once."""
    seen = set()
    for number, row in enumerate(case.refusals):
        asks = (row.agency, row.problem, row.event, row.intervention)
        if sum(of is not None for of in asks) != 1:
            refuse(place(f"refusals[{number}]"), "hoort precies een te staan van agency, problem, event, intervention")
        if (row.price, asks) in seen:
            refuse(place(f"refusals[{number}]"), "staat een voorstel dat al geweigerd is")
        seen.add((row.price, asks))


def _check_considerations(case: CaseFile) -> None:
    """Each part once, and with words: the verb takes an empty text for taking the part away."""
    seen = set()
    for number, row in enumerate(case.considerations):
        # NFC makes a text at most three times as long; what is too long then is for the verb to refuse.
        if not checks.paragraph(row.words, "words", most=4 * considerations.LONGEST):
            refuse(place(f"considerations[{number}].words"), "staat geen tekst")
        if (row.intervention, row.part) in seen:
            refuse(place(f"considerations[{number}].part"), "staat een deel dat er al is")
        seen.add((row.intervention, row.part))


def _check_comparisons(case: CaseFile) -> None:
    """Each other case once: the verb takes a second word on it in place of the first."""
    seen = set()
    for number, row in enumerate(case.comparisons):
        other = checks.line(row.other, "other", most=4 * checks.LINE)
        if not other:
            refuse(place(f"comparisons[{number}].other"), "staat geen tekst")
        if (row.intervention, other) in seen:
            refuse(place(f"comparisons[{number}].other"), "staat een geval dat er al is")
        seen.add((row.intervention, other))


def _check_merging(case: CaseFile) -> None:
    for number, row in enumerate(case.agencies):
        if row.merges_into is not None and row.future != "merge":
            refuse(place(f"agencies[{number}].merges_into"), "staat een instantie, maar niet dat ze samengaan")


def _check_measurements(case: CaseFile, catalogue: Catalogue) -> None:
    """A figure or one of the words of the measure's scale."""
    for number, row in enumerate(case.measurements):
        if not scale_of(catalogue.measures[row.measure]).takes(row.value_e2, row.answer):
            refuse(place(f"measurements[{number}].value_e2"), "staat iets dat niet op deze schaal past")
