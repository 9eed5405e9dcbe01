"""The published households and their papers about one doorbraak, for the tests of each paper."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from doorbraak import paths
from doorbraak.model.catalogue import load
from doorbraak.model.documents.papers import PAPERS, Paper
from doorbraak.model.documents.sources import Sources
from doorbraak.model.dossier import casefile, precedents
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.workspace.store import Store

CATALOGUE = load()
TODAY = date(2026, 11, 22)
OWN = Profile("Noor", "casusregisseur", "06 1234 5678", "T-4")
CASES = sorted(path.name for path in (paths.resources() / "cases").glob("*.json"))
ABOUT_ONE: dict[str, Paper] = {paper.id: paper for paper in PAPERS if paper.of_doorbraak}


def sources(found: Dossier, **given: Any) -> Sources:
    return Sources(found, CATALOGUE, saving_of(found, CATALOGUE), TODAY, **given)


def published(store: Store, case: str) -> Sources:
    """One of the six, with the others beside it as earlier cases."""
    ids = {}
    for name in CASES:
        content = (paths.resources() / "cases" / name).read_bytes()
        with store.change("Casus invoeren"):
            ids[name] = casefile.take_in(store, casefile.read(content, CATALOGUE))
    others = precedents.of_others(store, ids[case])
    return sources(dossiers.read(store, ids[case]), profile=OWN, precedents=others)


def marked(found: Dossier, marker: str) -> Dossier:
    """With the marker for every text and every code that could be typed or come from elsewhere."""

    def of(record: Any) -> Any:
        return replace(record, **{one.name: marker for one in fields(record) if one.type in (str, "str")})

    changed: dict[str, Any] = {}
    for one in fields(found):
        value = getattr(found, one.name)
        changed[one.name] = of(value) if is_dataclass(value) else tuple(map(of, value))
    return replace(found, **changed)
