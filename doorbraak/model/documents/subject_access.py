"""Inzage: everything that is recorded about a household, each item with its source and day, for whoever asks.

Of the whole household, or for one person. Then others are a role and what is only about them is not in it; what may
still say something about another, is read by somebody before it is given. What exists and is not shown, is said.
"""

from collections import Counter

from doorbraak.model.documents import (
    subject_access_help,
    subject_access_money,
    subject_access_people,
    subject_access_rights,
    wording,
)
from doorbraak.model.documents.document import (
    Block,
    Bullets,
    Column,
    Document,
    Paragraph,
    Section,
    Table,
    marks_of,
)
from doorbraak.model.documents.sources import Sources
from doorbraak.model.documents.subject_access_about import about_of
from doorbraak.model.documents.subject_access_item import Fact, Group, View, blocks_of
from doorbraak.model.documents.subject_access_names import masks_of
from doorbraak.model.dossier.visits import NOTE_LASTS

TITLE = "Inzage"
_NOTE = "Een werknotitie van een bezoek."
NOT_SHOWN: dict[str, str] = {
    "visit.private_note": _NOTE,
    "visit.note_since": _NOTE,
    "household.exchange_secret": "Een geheim getal, voor de cijfers die zonder namen naar de coördinator gaan. "
    "Het zegt niets over u.",
    "problem.map_x": "Waar op de kaart een probleem of instantie is neergezet.",
    "problem.map_y": "Waar op de kaart een probleem of instantie is neergezet.",
    "agency.map_x": "Waar op de kaart een probleem of instantie is neergezet.",
    "agency.map_y": "Waar op de kaart een probleem of instantie is neergezet.",
}
"""Columns of the dossier that are not in it, and what is said about them instead."""
_NOT_FOR_ONE = (
    "Wat gedeeld is met een instantie die er alleen voor een ander is. Gaat het ook over u? Vraag ernaar.",
    "Kosten die niet van u alleen zijn.",
    "Waarom een doorbraak mag, als die niet over u alleen gaat.",
    "Metingen, verklaringen en verbeteringen waar niet bij staat van wie ze zijn.",
    "Hoe hulpverleners heten. Hun functie staat er wel.",
)
_ALSO_THERE = (
    "Een logboek: wanneer dit dossier is bekeken, gewijzigd en afgedrukt, en op welk account. Vraag ernaar.",
    "Reservekopieën van dit dossier, ook van eerdere dagen. De oudste zijn ongeveer een half jaar oud.",
    "Woorden die half zijn getypt en nog niet zijn opgeslagen.",
)


def inzage_of(sources: Sources, person: int | None) -> Document:
    """`person`: for whom alone; None is the whole household. Raises LookupError for somebody of another household."""
    view = _view(sources, person)
    home = view.dossier.household
    called = view.somebody(person)
    return Document(
        title=f"{TITLE} huishouden {home.number}",
        subtitle=f"Voor {called}" if person is not None else home.name,
        on=sources.today,
        marks=marks_of(home),
        sections=(
            Section("Wat is dit?", _opening(view, sources)),
            Section("Het huishouden", (_facts(subject_access_people.household(view)),)),
            *(Section(heading, blocks_of(groups, _nothing(view))) for heading, groups in _parts(view)),
            Section("Wat er wel is, maar hier niet staat", (Bullets(_not_shown(view)),)),
            Section("Wat u kunt vragen", (Bullets(_rights(view)),)),
        ),
    )


def to_read(sources: Sources, person: int | None) -> tuple[tuple[str, int], ...]:
    """How many items under each heading may still say something about another; none for the whole household."""
    found: Counter[str] = Counter()
    if person is not None:
        view = _view(sources, person)
        home = sum(one.typed for one in subject_access_people.household(view))
        found.update({"Het huishouden": home})
        for heading, groups in _parts(view):
            found[heading] += sum(item.to_read for group in groups for item in group.items)
    return tuple((heading, number) for heading, number in found.items() if number)


def _view(sources: Sources, person: int | None) -> View:
    dossier, catalogue, about = sources.dossier, sources.catalogue, about_of(sources.dossier)
    if person is None:
        return View(dossier, catalogue, about)
    reader = next((one for one in dossier.people if one.id == person), None)
    if reader is None:
        raise LookupError(person)
    return View(dossier, catalogue, about, person, masks_of(dossier, catalogue, sources.profile, about, reader))


def _parts(view: View) -> tuple[tuple[str, tuple[Group, ...]], ...]:
    people, help_ = subject_access_people, subject_access_help
    sums, rights = subject_access_money, subject_access_rights
    return (
        ("Wie", (people.people(view), people.relations(view), people.custody(view), people.life_events(view))),
        ("Wat het huishouden wil en zegt", (people.goals(view), people.own_words(view))),
        ("Wat er vastzit", (people.problems(view),)),
        ("Instanties en brieven", (help_.agencies(view), help_.workers(view), help_.letters(view))),
        ("Bezoeken en gesprekken", (help_.visits(view),)),
        (
            "Doorbraken en afspraken",
            (
                help_.interventions(view),
                help_.statuses(view),
                help_.steps(view),
                help_.tasks(view),
                help_.outcomes(view),
            ),
        ),
        (
            "Waarom het mag",
            (
                help_.grounds(view),
                help_.considerations(view),
                help_.perspectives(view),
                help_.barriers(view),
                help_.comparisons(view),
            ),
        ),
        (
            "Wat er dreigt, en wat het kost",
            (sums.events(view), sums.costs(view), sums.confirmations(view), sums.payments(view), sums.refusals(view)),
        ),
        ("Metingen", (people.measurements(view),)),
        ("Wat anders moet in regels", (rights.signals(view),)),
        ("Met wie is gedeeld", (rights.sharing(view),)),
        ("Verbeteringen en eigen verklaringen", (rights.corrections(view), rights.statements(view))),
    )


def _facts(facts: tuple[Fact, ...]) -> Block:
    return Table((Column("Wat", 30), Column("Wat er staat", 70)), tuple((one.label, one.text) for one in facts))


def _nothing(view: View) -> str:
    return "Hierover is niets opgeschreven." if view.person is None else "Hierover staat er niets dat ook over u gaat."


def _opening(view: View, sources: Sources) -> tuple[Block, ...]:
    on = wording.day(sources.today)
    said = [f"Dit is alles wat er op {on} over u in het programma Doorbraak staat."]
    if view.person is None:
        said[0] = f"Dit is alles wat er op {on} over dit huishouden in het programma Doorbraak staat."
        said.append("Het gaat over iedereen die erin staat.")
    else:
        said.append(
            "Wat alleen over een ander gaat, staat er niet bij. Anderen heten hier gezinslid of betrokkene. "
            "Zinnen die ook over een ander gaan, kunnen zijn weggelaten. Wat u zelf zei, staat er woord voor woord, "
            "ook als u een ander noemde."
        )
    said.append("Bij elk stuk staat van wie het komt, en sinds wanneer het er staat.")
    contact = wording.contact(sources.profile)
    keeper = (Paragraph(f"Wie dit bijhoudt: {contact}."),) if contact else ()
    why = "Het staat er om samen een oplossing te vinden: wat zit vast, wie helpt, wat mag en wat kost het."
    return (Paragraph(" ".join(said)), Paragraph(why), *keeper)


def _not_shown(view: View) -> tuple[str, ...]:
    return (
        *(() if view.person is None else _NOT_FOR_ONE),
        *_notes(view),
        *(said for said in dict.fromkeys(NOT_SHOWN.values()) if said != _NOTE),
        *_ALSO_THERE,
    )


def _notes(view: View) -> tuple[str, ...]:
    """Working notes: how many there are, and when the last one goes."""
    since = [one.note_since for one in view.dossier.visits if one.private_note and one.note_since]
    if not since:
        return ("Er zijn nu geen werknotities. Die zijn er soms kort, als geheugensteun van de hulpverlener.",)
    count = wording.count(len(since), "werknotitie", "werknotities")
    last = wording.day(max(since) + NOTE_LASTS)
    there = f"Er is nu {count}" if len(since) == 1 else f"Er zijn nu {count}"
    return (f"{there}: een geheugensteun van de hulpverlener. Wat er dan nog is, wordt op {last} gewist.",)


def _rights(view: View) -> tuple[str, ...]:
    file = ("Wilt u het als bestand, om mee te nemen? Dat kan ook.",) if view.person is None else ()
    return (
        "Klopt er iets niet? Vraag om het te verbeteren. U krijgt binnen een maand antwoord.",
        "Ziet u het anders? U mag er een eigen verklaring bij zetten, in uw eigen woorden.",
        "Moet er iets weg? Vraag erom. Soms moet het bewaard blijven, en dan hoort u waarom.",
        *file,
        "Komt u er samen niet uit? U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.",
    )
