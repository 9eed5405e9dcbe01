"""The agencies of each life domain, to point at: those that its problems usually bring, most usual first."""

from collections import Counter

from doorbraak.model.catalogue import Agency, Catalogue, fold


def agencies_by_domain(catalogue: Catalogue) -> dict[str, tuple[Agency, ...]]:
    """By id of the life domain, in the order of the list; under "" those that no problem brings."""
    counted: dict[str, Counter[str]] = {domain: Counter() for domain in catalogue.life_domains}
    for problem in catalogue.problems.values():
        counted.setdefault(problem.life_domain, Counter()).update(problem.agencies)
    seen = {agency for found in counted.values() for agency in found}
    counted[""] = Counter(agency for agency in catalogue.agencies if agency not in seen)
    return {
        domain: tuple(
            sorted(
                (catalogue.agencies[agency] for agency in found if agency in catalogue.agencies),
                key=lambda agency: (-found[agency.id], fold(agency.name)),
            )
        )
        for domain, found in counted.items()
        if found
    }
