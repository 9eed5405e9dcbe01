"""The signaalbrief: one knelpunt, for who can change the rule. About a rule, and about no household.

It is made of what came through the door (model/exchange/signals_out.py), of the catalogue, and of words that
somebody read and that the naam-wacht let pass. Nothing of a dossier comes here. So the safety flag of a household
(`documents/safety.py`) does not stop it: that is about paper in the house, and this names nobody and goes elsewhere.
"""

import re
from collections.abc import Collection
from datetime import date

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import wording
from doorbraak.model.documents.document import EXAMPLE, Block, Bullets, Document, Paragraph, Quote, Section
from doorbraak.model.documents.signal_letter_names import Watched
from doorbraak.model.documents.signal_letter_words import LetterWords, cleaned, refuse_names
from doorbraak.model.dossier.barriers import Rung
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.exchange.signals_out import ProtectedSignal
from doorbraak.model.insight import names

TITLE = "Signaalbrief"
FILE_NAME = "signaalbrief.pdf"
ABOUT_A_RULE = "Over een regel, niet over een gezin"
NOBODY = Profile()
NOTHING = Paragraph("Nog niet ingevuld.", "muted")
LADDER: dict[Rung, str] = {
    "": "Wij weten nog niet welke regel dit is. Verbiedt de wet het, of is het een gewoonte?",
    "law": "Dit staat in de wet. Alleen de wetgever kan het veranderen.",
    "ordinance": "Dit staat in een verordening. De gemeenteraad kan haar veranderen.",
    "policy-rule": "Dit is een beleidsregel. Het bestuur dat hem maakte, kan hem veranderen en ervan afwijken.",
    "work-process": "Dit is een werkproces. Geen wet schrijft het zo voor.",
    "ict": "Dit ligt aan een computersysteem. Geen wet schrijft het zo voor.",
    "habit": "Dit is een gewoonte. Geen regel schrijft het zo voor.",
}


def signal_letter_of(
    words: LetterWords, out: ProtectedSignal, watched: Watched, catalogue: Catalogue, today: date,
    profile: Profile = NOBODY, let_be: Collection[str] = (),
) -> Document:  # fmt: skip
    """Raises InputError for words that point at somebody, TypeError for what did not come through the door.

    `let_be`: keys of the questions about words that somebody answered.
    """
    if type(out) is not ProtectedSignal:
        raise TypeError("only what came through the door may stand in a letter")
    words = cleaned(words)
    refuse_names(words, watched, let_be)
    return Document(
        title=TITLE,
        subtitle=words.subject,
        on=today,
        marks=(EXAMPLE, ABOUT_A_RULE) if out.example else (ABOUT_A_RULE,),
        sections=(
            Section("Voor wie", (Paragraph(words.to) if words.to else NOTHING,)),
            Section("Wat staat in de weg?", _said(words.words)),
            Section("Welke regel is dat?", _rule(out, catalogue)),
            Section("Wat is er geprobeerd?", _said(words.tried)),
            Section("Wat moet er anders?", _said(words.proposal)),
            Section("Hoe vaak, en wat kost het?", _weight(out, words)),
            Section("Wat vragen wij u?", (Bullets(_ASKED),)),
            *_contact(profile),
            Section("Bij deze brief", (Paragraph(_closing(out, today)),)),
        ),
    )


_ASKED = (
    "Kunt u deze regel of werkwijze veranderen? Zo niet, wie kan dat wel?",
    "Wat kan er nu al, zolang de regel nog zo is?",
    "Wanneer horen wij wat u besluit?",
)


def _said(text: str) -> tuple[Block, ...]:
    """As somebody wrote it."""
    return (Quote(text),) if text else (NOTHING,)


def _rule(out: ProtectedSignal, catalogue: Catalogue) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph(LADDER[out.rung], "strong")]
    article = catalogue.articles.get(out.article)
    if article is not None:
        blocks.append(Paragraph(f"{names.article_name(article.id, catalogue)}."))
        blocks.append(Quote(article.what))
        check = " Nakijken: de nieuwste tekst is niet gelezen." if article.needs_check else ""
        blocks.append(Paragraph(f"Gelezen tekst: {wording.text_version(article.text_version)}.{check}", "muted"))
    agency = catalogue.agencies.get(out.agency)
    if agency is not None:
        blocks.append(Paragraph(f"Het loopt vast bij deze soort instantie: {agency.name}."))
    return tuple(blocks)


def _weight(out: ProtectedSignal, words: LetterWords) -> tuple[Block, ...]:
    """Only our own counts are held back: a letter that names an amount itself does not say that there is none."""
    said = []
    if out.households:
        said.append(f"Dit raakt {out.households} huishoudens.")
    if out.wijken:
        said.append(f"Het komt vaker voor in {' en '.join(names.wijk_name(wijk) for wijk in out.wijken)}.")
    if out.hours:
        said.append(f"Het kostte samen {out.hours} werk.")
    if out.euros:
        said.append(f"Er ging samen {out.euros} verloren.")
    if not out.households:
        said.append("Deze brief noemt geen aantal huishoudens. Zo is geen gezin te herkennen.")
    named = any(_SUM.search(text) for text in (words.words, words.tried, words.proposal))
    if not out.hours and not out.euros and not named:
        said.append("Onze uren en bedragen staan er ook niet bij." if not out.households else _NO_SUMS)
    return (Bullets(tuple(said)),)


_SUM = re.compile(r"€|(?<!\w)(?:euro|eur|cent|uur|uren)(?!\w)", re.IGNORECASE)
_NO_SUMS = "Onze uren en bedragen staan er niet bij. Zo is geen gezin te herkennen."


def _contact(profile: Profile) -> tuple[Section, ...]:
    """Whom to answer; nothing while nobody filled it in."""
    said = wording.contact(profile)
    return (Section("Antwoord aan", (Paragraph(said),)),) if said else ()


def _closing(out: ProtectedSignal, today: date) -> str:
    example = "Dit is een voorbeeld met gepubliceerde of verzonnen gegevens. " if out.example else ""
    return (
        f"{example}Brief van {wording.day(today)}. Dit is geen juridisch advies. "
        "De uitleg bij een artikel is in eigen woorden geschreven. Kijk voor een besluit de tekst van de wet na."
    )
