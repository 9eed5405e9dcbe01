"""Documents and charts drawn without a window: the one room for window and command line."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.assumptions import Assumptions
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.local_mandates import LocalMandate
from doorbraak.model.dossier.precedents import Precedent
from doorbraak.model.dossier.profile import Profile

if TYPE_CHECKING:
    from doorbraak.model.documents.sources import Sources

__all__ = ["write_documents"]


NOBODY = Profile()
USUAL = Assumptions()


def write_documents(
    dossier: Dossier, catalogue: Catalogue, folder: Path, today: date, profile: Profile = NOBODY,
    assumptions: Assumptions = USUAL, party: str = "", *, precedents: tuple[Precedent, ...] = (),
    mandates: tuple[LocalMandate, ...] = (),
) -> tuple[Path, ...]:  # fmt: skip
    """Every paper but inzage, map (now and after), chart and workbook of one household into `folder` (made when
    missing), all or none. What is about one doorbraak is made for each that is not withdrawn.

    `profile` stands on the papers: whom to call. `assumptions`: in whose prices the sums are. `party`: a payer or
    winner that gets a talk sheet when it is one in this household. `precedents`: earlier households. `mandates`: who
    may decide.
    File names hold the household's number and never a name. Returns the paths.
    Raises InputError when paper is not safe; DiskFull, NoAccess or DiskFailed with what to do. The older documents
    are then still there.
    """
    from doorbraak.model import whole_files
    from doorbraak.model.documents.chart_waterfall import waterfall_of
    from doorbraak.model.documents.safety import refuse_paper
    from doorbraak.model.documents.sources import Sources
    from doorbraak.model.documents.talk_sheet import parties_of, talk_sheet_of
    from doorbraak.model.documents.workbook import workbook_of
    from doorbraak.model.insight.price_level import level_of
    from doorbraak.model.insight.savings import saving_of
    from doorbraak.ui.paper import chart, ecomap, pdf

    refuse_paper(dossier.household)
    saving = saving_of(dossier, catalogue, level=level_of(catalogue, assumptions.price_year))
    shown = waterfall_of(saving, example=dossier.household.example)
    sheet = ecomap.sheet_of(dossier, catalogue, today)
    after = ecomap.sheet_of(dossier, catalogue, today, after=True)
    contents = {
        **_papers(Sources(dossier, catalogue, saving, today, profile, precedents, mandates)),
        "kaart.svg": ecomap.svg(sheet),
        "kaart.pdf": ecomap.pdf(sheet),
        "kaart-na-doorbraak.pdf": ecomap.pdf(after),
        "besparing-per-wet.pdf": chart.pdf(shown),
        "besparing-per-wet.png": chart.png(shown),
        "werkboek.xlsx": workbook_of(dossier, catalogue, saving, today, assumptions),
    }
    if party in parties_of(saving):
        contents[f"gespreksblad-{party}.pdf"] = pdf.pdf(
            talk_sheet_of(dossier, catalogue, saving, party, today, profile)
        )
    prefix = f"huishouden-{dossier.household.number}-"
    return whole_files.write_all(folder, {prefix + name: content for name, content in contents.items()})


def _papers(sources: "Sources") -> dict[str, bytes]:
    """The second doorbraak of the household keeps its 2, also when the first was withdrawn: onderbouwing-2.pdf."""
    from doorbraak.model.documents import printable
    from doorbraak.ui.paper import pdf

    listed = [(at, one.id) for at, one in enumerate(sources.dossier.interventions, 1) if one.status != "withdrawn"]
    found: dict[str, bytes] = {}
    for kind in (one for one in printable.PRINTABLE if not one.of_person):
        for name, about in [(f"-{at}", id_) for at, id_ in listed] if kind.of_doorbraak else [("", None)]:
            found[f"{kind.id}{name}.pdf"] = pdf.pdf(printable.made(kind, sources, about))
    return found
