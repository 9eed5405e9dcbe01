"""Laptop kwijt: what to do, which keys to replace, and what was on it as far as a copy tells."""

from datetime import date

from doorbraak.model.documents import log_words, wording
from doorbraak.model.documents.document import Block, Bullets, Column, Document, Paragraph, Section, Table
from doorbraak.model.workspace.held_by_copy import HeldByCopy, HeldHome

TITLE = "Laptop kwijt"
_FIRST = (
    (
        "Bel meteen je leidinggevende, en wie in je organisatie over datalekken gaat: de functionaris "
        "gegevensbescherming of de informatiebeveiliger. Doe dat ook bij twijfel."
    ),
    (
        "Zij bekijken of het gemeld moet worden aan de Autoriteit Persoonsgegevens: binnen 72 uur (AVG artikel 33). "
        "Zij bekijken ook of de gezinnen bericht krijgen (AVG artikel 34). "
        "Nakijken: tekst van de wet op 23 november 2026."
    ),
    (
        "Vertel erbij: stond Doorbraak open toen de laptop wegraakte? Lag de wachtzin of de herstelcode erbij? Zo "
        "niet, dan is het bestand versleuteld en zonder wachtzin niet te lezen."
    ),
    "Vraag de beheerder om de laptop op afstand te wissen en je account te blokkeren. Gestolen? Doe aangifte.",
)
_KEYS = (
    (
        "Kopieer op een andere laptop de map backups van je tweede plek in een lege map. Kies Bestaande werkmap "
        "openen, wijs die map aan en typ de wachtzin van toen. Dan kun je de nieuwste kopie terugzetten."
    ),
    (
        "Kies daar Bestand, Wachtzin en herstelcode, Zin gelekt: dan krijgt de werkmap een nieuwe sleutel en een "
        "nieuwe zin. Oude kopieën gaan nog open met de oude zin: vernietig die als je ze niet meer nodig hebt."
    ),
)
_RECEIVING = (
    "Geef je collega’s een nieuwe ontvangstsleutel, en vraag ze de oude niet meer te gebruiken. Wat zij met de oude "
    "verzegelden, kan lezen wie jouw wachtzin heeft."
)
_SENDING = (
    "Stuur je bestanden naar een coördinator? Vraag die om je sleutel in te trekken. Begin daarna met een nieuwe."
)
_COORDINATOR = (
    "Was dit de laptop van de coördinator? Vervang de sleutel van de coördinator en geef een nieuw sleutelbestand uit. "
    "Wat nog verzegeld was voor de oude, is met de oude sleutel te lezen."
)


def paper_of(held: HeldByCopy | None, today: date) -> Document:
    """`held`: what a copy tells; without one, only what to do."""
    keys = [*_KEYS]
    if held is None or held.receiving:
        keys.append(_RECEIVING)
    if held is None or held.sends:
        keys.append(_SENDING)
    if held is None or held.coordinator:
        keys.append(_COORDINATOR)
    sections = [
        Section("Wat doe je eerst?", (Bullets(_FIRST),)),
        Section("Welke sleutels vervang je?", (Bullets(tuple(keys)),)),
    ]
    if held is not None:
        sections += [Section("Wat stond erop?", _what(held)), Section("Wat was er al af?", _left(held))]
    return Document(TITLE, "Wat je doet en wat erop stond", today, ("Vertrouwelijk",), tuple(sections))


def _what(held: HeldByCopy) -> tuple[Block, ...]:
    when = log_words.moment(held.at.isoformat())
    said = [Paragraph(f"Volgens de kopie van {when}. Wat er daarna bij kwam of wegging, weet de kopie niet.")]
    if held.coordinator:
        return (
            *said,
            Paragraph("Dit is de werkmap van een coördinator. Er staat geen huishouden in, wel wat laptops stuurden."),
        )
    real = [home for home in held.homes if not home.example]
    people = log_words.counted(sum(home.people for home in real), "mens", "mensen")
    homes = log_words.counted(len(real), "huishouden", "huishoudens")
    said.append(Paragraph(f"Er stonden {homes} in, met {people}.", "strong"))
    if len(real) < len(held.homes):
        said.append(
            Paragraph(f"En {log_words.counted(len(held.homes) - len(real), 'voorbeeld', 'voorbeelden')} over niemand.")
        )
    said.append(
        Paragraph(
            "In een dossier kunnen gegevens staan over gezondheid, schulden, strafzaken en kinderen. Wie het zijn, zie "
            "je door de kopie op een andere laptop terug te zetten."
        )
    )
    if held.erased or held.handed_over:
        said.append(
            Paragraph(f"Eerder gewist: {held.erased}. Overgedragen: {held.handed_over}. Die stonden er niet meer op.")
        )
    return (*said, *((_table(real),) if real else ()))


def _table(homes: list[HeldHome]) -> Table:
    columns = (
        Column("Nummer", 2, number=True),
        Column("Hier sinds", 4),
        Column("Mensen", 2, number=True),
        Column("Stand", 6),
    )
    return Table(
        columns,
        tuple((str(one.number), wording.day(one.here_since), str(one.people), _standing(one)) for one in homes),
    )


def _standing(home: HeldHome) -> str:
    return f"Onderweg naar {home.away}" if home.away else "Gesloten" if home.closed else "Lopend"


def _left(held: HeldByCopy) -> tuple[Block, ...]:
    used = f"Voor het laatst gebruikt, volgens het logboek in de kopie: {log_words.moment(held.last_used)}."
    if not held.left:
        return Paragraph(used), Paragraph("Er was niets afgedrukt of als bestand gemaakt.")
    said = "Dit was afgedrukt of als bestand gemaakt. Lag het bij de laptop?"
    if held.more:
        said += f" Daarvoor nog {held.more} keer: zie het logboek."
    rows = tuple((log_words.moment(at), what) for at, what in held.left)
    return Paragraph(used), Paragraph(said), Table((Column("Moment", 4), Column("Wat", 8)), rows)
