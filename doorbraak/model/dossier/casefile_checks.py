"""What has to hold between the parts of a case file, and between the file and the catalogue."""

from collections import Counter
from typing import Any

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.casefile_format import EXAMPLE, CaseFile
from doorbraak.model.dossier.casefile_refusal import place, refuse

# list in the file, field, list of the catalogue; an empty field names nothing
_CATALOGUE = (
    ("people", "role", "roles"),
    ("problems", "kind", "problems"),
    ("problems", "life_domain", "life_domains"),
    ("agencies", "kind", "agencies"),
    ("agencies", "law", "laws"),
    ("agencies", "payer", "payers"),
    ("interventions", "kind", "interventions"),
    ("grounds", "article", "articles"),
    ("events", "kind", "events"),
    ("costs", "price", "prices"),
    ("costs", "law", "laws"),
    ("costs", "payer", "payers"),
)
# list in the file, field, list that it refers to
_WITHIN = (
    ("problems", "people", "people"),
    ("agencies", "problems", "problems"),
    ("agencies", "people", "people"),
    ("grounds", "intervention", "interventions"),
    ("costs", "agency", "agencies"),
    ("costs", "event", "events"),
    ("costs", "intervention", "interventions"),
)


def check(case: CaseFile, catalogue: Catalogue) -> None:
    """Raises CaseFileRefused at the first thing that does not fit."""
    _check_notice(case)
    for name in sorted({target for _, _, target in _WITHIN}):
        _check_ids(name, getattr(case, name))
    for name, field, target in _WITHIN:
        _check_references(name, field, getattr(case, name), {row.id for row in getattr(case, target)})
    for name, field, target in _CATALOGUE:
        known = getattr(catalogue, target)
        for number, row in enumerate(getattr(case, name)):
            value = getattr(row, field)
            if value and value not in known:
                refuse(place(f"{name}[{number}].{field}"), "staat een code die niet in de lijsten voorkomt")
    _check_costs(case)


def _check_notice(case: CaseFile) -> None:
    if (case.notice == EXAMPLE) != case.household.example:
        refuse("notice", "staat iets anders dan bij household, example")


def _check_ids(name: str, rows: tuple[Any, ...]) -> None:
    seen = set()
    for number, row in enumerate(rows):
        if row.id in seen:
            refuse(place(f"{name}[{number}].id"), "staat een naam die al gebruikt is")
        seen.add(row.id)


def _check_references(name: str, field: str, rows: tuple[Any, ...], known: set[str]) -> None:
    for number, row in enumerate(rows):
        value = getattr(row, field)
        references = (value,) if isinstance(value, str) else value or ()
        path = place(f"{name}[{number}].{field}")
        if any(reference not in known for reference in references):
            refuse(path, "staat een verwijzing naar iets dat er niet is")
        if any(times > 1 for times in Counter(references).values()):
            refuse(path, "staat een verwijzing twee keer")


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
