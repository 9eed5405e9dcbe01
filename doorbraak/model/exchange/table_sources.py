"""Makes resources/exchange/tables.json from the program's own lists. After a change of a list:

    python -m doorbraak.model.exchange.table_sources

A code that was added or dropped asks for another VERSION: one period has one version.
"""

from doorbraak import paths
from doorbraak.model import catalogue
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.barriers import RUNGS
from doorbraak.model.dossier.interventions import STATUSES
from doorbraak.model.dossier.outcomes import WORKED
from doorbraak.model.exchange.table_catalogue import FILE, FORMAT, NONE, OTHER, Measure, Side
from doorbraak.model.exchange.table_file import DimensionRow, TableFile, TableRow
from doorbraak.model.exchange.tables import OTHER_LABEL, law_names, names_of
from doorbraak.model.insight.names import NO_LAW

VERSION = "2026.1"

_STATUS = {
    "proposed": "Bedacht", "requested": "Aangevraagd", "granted": "Toegekend", "partly": "Deels toegekend",
    "refused": "Geweigerd", "done": "Uitgevoerd", "evaluated": "Teruggekeken", "withdrawn": "Ingetrokken",
}  # fmt: skip
_WORKED = {"yes": "Ja", "partly": "Deels", "no": "Nee", "too-early": "Te vroeg"}
_RUNG = {
    "law": "Wet", "ordinance": "Verordening", "policy-rule": "Beleidsregel", "work-process": "Werkproces",
    "ict": "ICT", "habit": "Gewoonte",
}  # fmt: skip
CHILDREN = {"met": "Met kinderen onder de 18", "zonder": "Zonder kinderen onder de 18"}
SCORES = {"0-3": "0 tot en met 3", "4-5": "4 en 5", "6-7": "6 en 7", "8-10": "8 tot en met 10"}
SAVED = ("saved_direct_expected", "saved_direct_realised", "saved_prevented_expected", "saved_prevented_realised")
SIDES: dict[Side, str] = {"below": "Kan lager uitvallen", "above": "Kan hoger uitvallen"}


def made(lists: Catalogue) -> bytes:
    """The whole file."""
    import msgspec

    file = TableFile(format=FORMAT, version=VERSION, dimensions=_dimensions(lists), tables=(*_counts(), *_amounts()))
    return msgspec.json.format(msgspec.json.encode(file), indent=1) + b"\n"


def _codes(
    names: dict[str, str], *, parents: dict[str, str] | None = None, none: str = "", other: bool = True
) -> tuple[tuple[str, str, str], ...]:
    """`none`: what an empty code is called, where it has a row of its own. A row `overig` of the list is ours too."""
    labels = {**names, **({OTHER: OTHER_LABEL} if other else {}), **({NONE: none} if none else {})}
    return tuple((id_, label, (parents or {}).get(id_, "")) for id_, label in labels.items())


def _dimensions(lists: Catalogue) -> tuple[DimensionRow, ...]:
    articles = {row.id: f"{row.title} ({_law(lists, row.law)} {row.numbered})" for row in lists.articles.values()}
    domains, kinds = names_of(lists.life_domains), names_of(lists.interventions)
    homes = {row.id: row.life_domain for row in lists.problems.values()}
    public = {row.id: row.name for row in lists.payers.values() if row.public}
    return (
        DimensionRow(id="team", title="Team", response="partition", from_key=True,
                     codes=_codes({}, none="Geen team ingevuld")),
        DimensionRow(id="wijk", title="Wijk", response="partition", from_key=True,
                     codes=_codes({}, none="Geen wijk ingevuld")),
        DimensionRow(id="children", title="Kinderen", response="partition", codes=_codes(CHILDREN, other=False)),
        DimensionRow(id="life_domain", title="Leefgebied", response="multi", codes=_codes(domains)),
        DimensionRow(id="life_domain_or_none", title="Leefgebied", response="multi",
                     codes=_codes(domains, none="Niet bij een probleem")),
        DimensionRow(id="problem", title="Probleem", response="multi", coarser="life_domain",
                     codes=_codes(names_of(lists.problems), parents=homes)),
        DimensionRow(id="agency", title="Instantie", response="multi", codes=_codes(names_of(lists.agencies))),
        DimensionRow(id="intervention", title="Doorbraak", response="multi", codes=_codes(kinds)),
        DimensionRow(id="status", title="Stand", response="multi",
                     codes=_codes({status: _STATUS[status] for status in STATUSES}, other=False)),
        DimensionRow(id="worked", title="Werkte het?", response="multi",
                     codes=_codes({said: _WORKED[said] for said in WORKED}, other=False)),
        DimensionRow(id="rung", title="Wat stond in de weg", response="multi",
                     codes=_codes({rung: _RUNG[rung] for rung in RUNGS if rung}, none="Niet ingevuld", other=False)),
        DimensionRow(id="article", title="Regel", response="multi",
                     codes=_codes(articles, none="Geen artikel gekozen")),
        DimensionRow(id="score", title="Cijfer", response="partition", codes=_codes(SCORES, other=False)),
        DimensionRow(id="law", title="Wet", response="multi", codes=_codes(law_names(lists), none=NO_LAW)),
        DimensionRow(id="payer", title="Betaler", response="multi", codes=_codes(public)),
        DimensionRow(id="winner", title="Wie er tijd door krijgt", response="multi",
                     codes=_codes(names_of(lists.payers), none="Onbekend")),
    )  # fmt: skip


def _law(lists: Catalogue, law: str) -> str:
    row = lists.laws[law]
    return row.abbreviation or row.title


def _counts() -> tuple[TableRow, ...]:
    def table(
        id_: str, title: str, row_title: str, *dimensions: str, held_in: str = "", margin_of: str = "",
        adds: bool = False,
    ) -> TableRow:  # fmt: skip
        return TableRow(id=id_, title=title, row_title=row_title, measure="count", dimensions=dimensions,
                        held_in=held_in, margin_of=margin_of, adds=adds)  # fmt: skip

    return (
        table("households_team", "Huishoudens per team", "Huishoudens van dit team", "team"),
        table("life_domains", "Leefgebieden", "Huishoudens met een probleem in dit leefgebied", "life_domain"),
        table("problems", "Problemen", "Huishoudens met dit probleem", "problem",
              held_in="life_domains", margin_of="problems_children"),
        table("problems_children", "Problemen, met en zonder kinderen", "Huishoudens met dit probleem",
              "problem", "children", held_in="life_domains"),
        table("agencies", "Instanties", "Huishoudens met deze instantie", "agency"),
        table("interventions", "Doorbraken en hun stand", "Huishoudens met deze doorbraak", "intervention", "status",
              adds=True),
        table("interventions_worked", "Werkte de doorbraak?", "Huishoudens waar dit over deze doorbraak is gezegd",
              "intervention", "life_domain_or_none", "worked", adds=True),
        table("grounds", "Gebruikte rechtsgronden", "Huishoudens waar dit artikel draagt of ruimte geeft", "article"),
        table("signals_rung", "Knelpunten: wat stond in de weg", "Huishoudens met zo’n knelpunt", "rung"),
        table("signals_rule", "Knelpunten per regel", "Huishoudens met een knelpunt door deze regel", "article",
              margin_of="signals_rule_team"),
        table("signals_rule_team", "Knelpunten per regel en team", "Huishoudens met een knelpunt door deze regel",
              "article", "team"),
        table("signals_wijk", "Knelpunten per wijk", "Huishoudens met een knelpunt in deze wijk", "wijk"),
        table("helpfulness_before", "Nut van de hulp, eerste meting", "Huishoudens met dit cijfer", "score", adds=True),
        table("helpfulness_after", "Nut van de hulp, laatste meting", "Huishoudens met dit cijfer", "score", adds=True),
        table("trust_before", "Vertrouwen, eerste meting", "Huishoudens met dit cijfer", "score", adds=True),
        table("trust_after", "Vertrouwen, laatste meting", "Huishoudens met dit cijfer", "score", adds=True),
    )  # fmt: skip


def _amounts() -> tuple[TableRow, ...]:
    """Of the euros no two tables hold the same amount: what would cost is what costs with the plan and what it saves.
    A band is how much lower or higher a saving may turn out: what is between its ends, and no amount of its own.

    The doorbraak's own cost is in a table of its own, and in none of the others.
    """

    from msgspec import structs

    def euro(id_: str, title: str, *dimensions: str, derived: tuple[str, ...] = ()) -> TableRow:
        return TableRow(id=id_, title=title, row_title="Euro in het eerste jaar", measure="euro", unit="euro",
                        step=100, top_step=1000, dimensions=dimensions, derived=derived)  # fmt: skip

    def saved(id_: str, title: str) -> tuple[TableRow, ...]:
        """With both sides of its band behind it."""
        row = TableRow(id=id_, title=title, row_title="Euro in het eerste jaar", measure="euro", unit="euro",
                       step=100, top_step=1000, dimensions=("law", "payer"))  # fmt: skip
        return row, *(
            structs.replace(
                row, id=f"{id_}_{side}", title=f"{words}: {title[0].lower()}{title[1:]}", band_of=id_, side=side
            )
            for side, words in SIDES.items()
        )

    def tenths(
        id_: str, title: str, measure: Measure, unit: str, dimension: str, *, adds: bool = False
    ) -> TableRow:  # fmt: skip
        return TableRow(id=id_, title=title, row_title=f"Tienden van een {unit}", measure=measure,
                        unit=f"tienden van een {unit}", step=1, top_step=10, dimensions=(dimension,),
                        adds=adds)  # fmt: skip

    def contacts(id_: str, title: str) -> TableRow:
        return tenths(id_, title, "contacts", "contact per maand", "children", adds=True)

    def agencies(id_: str, title: str) -> TableRow:
        return tenths(id_, title, "agencies", "instantie", "children", adds=True)

    return (
        euro("cost_before", "Kosten zonder het plan", "law", "payer", derived=("cost_after", *SAVED)),
        euro("cost_after", "Kosten met het plan", "law", "payer"),
        *saved("saved_direct_expected", "Directe besparing, verwacht of niet bevestigd"),
        *saved("saved_direct_realised", "Directe besparing, gerealiseerd"),
        *saved("saved_prevented_expected", "Voorkomen kosten, verwacht of niet bevestigd"),
        *saved("saved_prevented_realised", "Voorkomen kosten, gerealiseerd"),
        euro("intervention_costs", "Kosten van de doorbraken zelf", "intervention", "payer"),
        contacts("contacts_before", "Contacten per maand, eerste meting"),
        contacts("contacts_after", "Contacten per maand, laatste meting"),
        agencies("agencies_before", "Instanties per huishouden, eerste meting"),
        agencies("agencies_after", "Instanties per huishouden, laatste meting"),
        tenths("capacity", "Uren van professionals die vrijkomen", "hours", "uur per jaar", "winner"),
    )


if __name__ == "__main__":
    _file = paths.resources() / FILE
    _file.parent.mkdir(exist_ok=True)
    _file.write_bytes(made(catalogue.load()))
