"""What a screen reader says of everything on the map: as much as the eye gets, in whole sentences."""

from collections.abc import Sequence

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.agencies import Agency, Bond, Future
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.enumeration import listed
from doorbraak.model.insight import names
from doorbraak.model.insight.choice_names import BONDS, OWNERS

_MOST_KNOTS = 5
_TOWARDS: dict[Bond, str] = {
    "": "is betrokken bij",
    "helps": "helpt bij",
    "thin": "heeft een dunne band met",
    "strains": "wringt bij",
}
_ENDS: dict[Future, str] = {
    "stop": "Stopt na het plan.",
    "pause": "Pauzeert na het plan.",
    "merge": "Gaat na het plan op in een andere instantie.",
}


def of_problem(
    problem: Problem, catalogue: Catalogue, *, key: bool, knots: Sequence[int], agencies: Sequence[str],
    waits_for: Sequence[str],
) -> str:  # fmt: skip
    domain = names.life_domain_name(problem.life_domain, catalogue) or "zonder leefgebied"
    parts = [f"Probleem {names.problem_name(problem, catalogue)}", domain.lower()]
    parts.append(f"eigenaar {OWNERS[problem.owner].lower()}")
    if key:
        parts.append("maakt het meeste los")
    if knots:
        parts.append(_in_knots(knots))
    busy = f"{listed(agencies)} {'is' if len(agencies) == 1 else 'zijn'} ermee bezig." if agencies else ""
    waits = f"Wacht op {listed(waits_for)}." if waits_for else ""
    return " ".join(part for part in (", ".join(parts) + ".", busy, waits) if part)


def _in_knots(knots: Sequence[int]) -> str:
    if len(knots) > _MOST_KNOTS:
        return f"in {len(knots)} knopen"
    return f"in {'knoop' if len(knots) == 1 else 'knopen'} {listed([str(number) for number in knots])}"


def of_agency(agency: Agency, catalogue: Catalogue, *, serves: Sequence[str], end: Future) -> str:
    parts = [names.agency_name(agency, catalogue), contacts_a_month(agency.contacts_e2)]
    if agency.bond:
        parts.append(BONDS[agency.bond].lower())
    parts.append(f"voor {listed(serves)}" if serves else "voor het huishouden")
    return " ".join(part for part in (", ".join(parts) + ".", _ENDS.get(end, "")) if part)


def of_link(agency: Agency, catalogue: Catalogue, target: str) -> str:
    """`target`: the name of a problem or person, or "het huishouden"."""
    return (
        f"{names.agency_name(agency, catalogue)} {_TOWARDS[agency.bond]} {target}, "
        f"{contacts_a_month(agency.contacts_e2)}."
    )


def of_wait(source: str, target: str, knot: int | None) -> str:
    part = f" Dat is deel van knoop {knot}." if knot is not None else ""
    return f"{source} wacht op {target}.{part}"


def of_knot(number: int, members: Sequence[str], *, aimed: Sequence[str] = ()) -> str:
    """`aimed`: the members that the plan is for."""
    waits = [f"{one} wacht op {other}" for one, other in zip(members, (*members[1:], members[0]), strict=True)]
    opens = f" Gaat open door het plan. Dat pakt aan: {listed(aimed)}." if aimed else ""
    return f"Knoop {number}: {listed(waits)}.{opens}"


def of_opening(count: int, opening: Sequence[int]) -> str:
    """What becomes of so many knots when the plan is carried out. What the plan does not say is not promised."""
    left = [number for number in range(1, count + 1) if number not in opening]
    if not count:
        return ""
    if not opening:
        stay = "De knoop is er dan nog" if count == 1 else f"De {count} knopen zijn er dan nog"
        return f"{stay}: het plan zegt niet wat die losmaakt."
    if not left:
        return "De knoop gaat open." if count == 1 else f"De {count} knopen gaan open."
    if count > _MOST_KNOTS:
        some = f"Van de {count} knopen {_go(opening)} er {len(opening)} open."
        return f"{some} Van de rest zegt het plan niet wat die losmaakt."
    are = "is" if len(left) == 1 else "zijn"
    return (
        f"{_numbered(opening)} {_go(opening)} open. "
        f"{_numbered(left)} {are} er dan nog: het plan zegt niet wat die losmaakt."
    )


def _go(numbers: Sequence[int]) -> str:
    return "gaat" if len(numbers) == 1 else "gaan"


def _numbered(numbers: Sequence[int]) -> str:
    return f"{'Knoop' if len(numbers) == 1 else 'Knopen'} {listed([str(number) for number in numbers])}"


def contacts_a_month(contacts_e2: int) -> str:
    if not contacts_e2:
        return "geen contacten per maand"
    return f"{names.contacts(contacts_e2)} {'contact' if contacts_e2 == 100 else 'contacten'} per maand"
