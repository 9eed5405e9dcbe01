from doorbraak.model import catalogue
from doorbraak.model.insight.quick_tiles import agencies_by_domain

LISTS = catalogue.load()


def test_that_every_agency_is_on_a_tile_and_every_life_domain_has_some() -> None:
    found = agencies_by_domain(LISTS)
    assert [domain for domain in found if domain] == list(LISTS.life_domains)
    assert {agency.id for tiles in found.values() for agency in tiles} == set(LISTS.agencies)
    for tiles in found.values():
        assert len({agency.id for agency in tiles}) == len(tiles)


def test_that_the_agency_that_most_problems_bring_comes_first() -> None:
    for domain, tiles in agencies_by_domain(LISTS).items():
        problems = [problem for problem in LISTS.problems.values() if problem.life_domain == domain]
        counts = [sum(agency.id in problem.agencies for problem in problems) for agency in tiles]
        assert counts == sorted(counts, reverse=True)
