"""U1, U2, U5 and U10: how many keys quick entry and a justification ask, and how often the right hit comes first."""

from collections.abc import Iterator
from datetime import date

from doorbraak.model import catalogue
from doorbraak.model.catalogue import Catalogue, fold
from doorbraak.model.dossier.dossier import PARTS, Dossier
from doorbraak.model.insight.quick_entry import read_line
from tests.benchmarks.own_process import answer
from tests.benchmarks.row import Plan, Row
from tests.benchmarks.typed_cases import LARGE, SMALL

_LINE = "Real key events in the line, no click: letters of the problem, its usual agency, a number, the usual cost."
_HOUSEHOLD = (
    "Real key events from Ctrl+N to the rekensom: each problem, its agencies, their contacts and costs, of {name}; as "
    "few letters of each name as bring it in the list, keys down counted. Clicks: {clicks}."
)
_HITS = (
    "Of {count} names and synonyms of problems and agencies the first four letters typed: the share that does not come "
    "{place}. Many share their four letters: first can be at best {best:.0f}% of them."
)
_JUSTIFIED = (
    "Real key events from adding the doorbraak of {name} to the print preview of its onderbouwing: {what}. Words are "
    "put in at once and are no keys; letters that find something are. Clicks: {clicks}. Letters of words: {words}."
)
_LETTERS = 4
_PLACES = (("U5", "first", 1), ("U5-five", "among the first five", 5))


def line(plan: Plan) -> list[Row]:
    counted = answer(plan.folder, "typed_cases", str(plan.folder))
    return [Row("U1", "problem, agency, contacts and cost", counted["line"][0], 16, "keys", _LINE)]


def households(plan: Plan) -> list[Row]:
    counted = answer(plan.folder, "typed_cases", str(plan.folder))
    return [
        Row(id_, title, counted[name][0], goal, "keys", _HOUSEHOLD.format(name=name, clicks=counted[name][1]))
        for id_, title, name, goal in (
            ("U2", "24 problems and 25 agencies", SMALL, 650),
            ("U2-large", "32 problems and 48 agencies", LARGE, 1000),
        )
    ]


def justification(plan: Plan) -> list[Row]:
    counted = answer(plan.folder, "typed_justification", str(plan.folder))
    rows = []
    for id_, name, what in (
        ("U10", "least", "all grounds, form and values, each side once: nothing is missing"),
        ("U10-whole", "whole", "also each goal, agency, second judgement, barrier and earlier case"),
    ):
        keys, clicks, words = counted[name]
        how = _JUSTIFIED.format(name=LARGE, what=what, clicks=clicks, words=words)
        rows.append(Row(id_, "finished map to printed justification", keys, 120, "keys", how))
    return rows


def hits(plan: Plan) -> list[Row]:
    """Every name, whatever the plan: it takes less than two seconds."""
    lists, nobody = catalogue.load(), Dossier(**dict.fromkeys(PARTS, ()))  # type: ignore[arg-type]
    meant = list(_names(lists))
    texts = {fold(name[:_LETTERS]) for name, *_ in meant}
    found = {text: read_line(text, date.today(), nobody, lists).choices for text in texts}
    listed = {text: [(choice.kind, choice.code) for choice in choices] for text, choices in found.items()}
    best = sum(max(_counts(meant, text).values()) for text in texts)
    rows = []
    for id_, place, most in _PLACES:
        missed = sum((kind, id_of) not in listed[fold(name[:_LETTERS])][:most] for name, kind, id_of in meant)
        how = _HITS.format(count=len(meant), place=place, best=100 * best / len(meant))
        rows.append(Row(id_, f"four letters: not {place}", 100 * missed / len(meant), 20, "%", how))
    return rows


def _counts(meant: list[tuple[str, str, str]], text: str) -> dict[tuple[str, str], int]:
    counted: dict[tuple[str, str], int] = {}
    for name, kind, id_ in meant:
        if fold(name[:_LETTERS]) == text:
            counted[kind, id_] = counted.get((kind, id_), 0) + 1
    return counted


def _names(lists: Catalogue) -> Iterator[tuple[str, str, str]]:
    for kind, records in (("problem", lists.problems.values()), ("agency", lists.agencies.values())):
        for record in records:
            yield from ((name, kind, record.id) for name in (record.name, *record.synonyms))  # type: ignore[attr-defined]
