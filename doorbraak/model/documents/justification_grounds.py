"""The law in a justification: what carries the doorbraak, what gives room, what blocks, and the way out of that."""

from doorbraak.model.documents import wording
from doorbraak.model.documents.document import Block, Bullets, Column, Paragraph, Section, Subheading, Table
from doorbraak.model.documents.one_doorbraak import OneDoorbraak, article_of, not_filled_in
from doorbraak.model.dossier.justification import GroundRole, LegalGround
from doorbraak.model.enumeration import listed
from doorbraak.model.insight.ground_checks import to_check
from doorbraak.model.insight.tensions import TensionFound, tensions_of
from doorbraak.model.shortening import on_one_line

_HEADINGS: dict[GroundRole, str] = {
    "carries": "Dit draagt de doorbraak",
    "room": "Dit geeft ruimte",
    "blocks": "Dit blokkeert",
}
_MISSING: dict[GroundRole, str] = {
    "carries": "een artikel dat de doorbraak draagt",
    "room": "een artikel dat ruimte geeft",
}
CHECK = "Nakijken: lees eerst de tekst van de wet."
_ALL_OPEN = ("De weg eruit is hier gekozen.", "Van elke is de weg eruit hier gekozen.")
GONE = "Dit artikel staat niet meer in de lijst. Dit is de tekst die bewaard is."


def ground_sections(doorbraak: OneDoorbraak) -> tuple[Section, ...]:
    """Purpose of the laws, a section for each role, and what pulls with the way out."""
    return (
        Section("Bedoeling van de wetten", _purpose(doorbraak)),
        *(Section(_HEADINGS[role], _grounds(doorbraak, role)) for role in _HEADINGS),
        Section("Wat botst, en de weg eruit", _tensions(doorbraak)),
    )


def rests_on(doorbraak: OneDoorbraak) -> str:
    """ "Wgs artikel 3 lid 1 draagt het. PW artikel 49 geeft ruimte."; empty when no ground was chosen."""
    said = {
        "carries": ("draagt het", "dragen het"),
        "room": ("geeft ruimte", "geven ruimte"),
        "blocks": ("blokkeert", "blokkeren"),
    }
    found = {role: [article_of(one, doorbraak.catalogue) for one in doorbraak.grounds_that(role)] for role in _HEADINGS}
    return " ".join(f"{listed(named)} {said[role][len(named) > 1]}." for role, named in found.items() if named)


def tension_sources(doorbraak: OneDoorbraak) -> tuple[str, ...]:
    found = tensions_of(doorbraak.grounds, doorbraak.catalogue)
    return tuple(dict.fromkeys(one.source_url for one in found if one.source_url))


def _purpose(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    words = doorbraak.part("purpose-of-laws")
    laws = tuple(wording.law(law, doorbraak.catalogue) for law in doorbraak.laws)
    listed: tuple[Block, ...] = (Paragraph("De gronden komen uit deze wetten:"), Bullets(laws)) if laws else ()
    return (Paragraph(words) if words else not_filled_in("wat de wetten bedoelen"), *listed)


def _grounds(doorbraak: OneDoorbraak, role: GroundRole) -> tuple[Block, ...]:
    found = doorbraak.grounds_that(role)
    if found:
        return tuple(block for ground in found for block in _ground(ground, doorbraak))
    if role in _MISSING:
        return (not_filled_in(_MISSING[role]),)
    return (Paragraph("Er is geen artikel gekozen dat blokkeert."),)


def _ground(ground: LegalGround, doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    """What the article says as it is in the list; an own or vanished one as it was kept."""
    catalogue = doorbraak.catalogue
    article = catalogue.articles.get(ground.article)
    reference = article_of(ground, catalogue)
    says = article.what if article else ground.text
    read = wording.text_version(article.text_version if article else ground.text_version)
    law = f"{wording.law(article.law, catalogue)}. " if article else ""
    told = (
        f"{law}{_read(read, ground)}",
        article.url if article else "",
        GONE if article is None and ground.article else "",
        CHECK if to_check(ground, catalogue) else _checked(ground),
    )
    return (
        Subheading(f"{reference}: {article.title}" if article else reference),
        Paragraph(says) if says else not_filled_in("wat dit artikel zegt"),
        Paragraph(f"Waarom hier: {ground.reason}") if ground.reason else not_filled_in("waarom dit hier geldt"),
        Paragraph(" ".join(part for part in told if part), "muted"),
    )


def _read(version: str, ground: LegalGround) -> str:
    """Of an own article that somebody read, without saying which text: that it was read stands behind it."""
    if version != "niet gelezen":
        return f"Tekst van {version}."
    return "" if ground.checked_on and not ground.article else "De tekst is niet gelezen."


def _checked(ground: LegalGround) -> str:
    return f"Nagekeken op {wording.day(ground.checked_on)}." if ground.checked_on else ""


def _tensions(doorbraak: OneDoorbraak) -> tuple[Block, ...]:
    found = tensions_of(doorbraak.grounds, doorbraak.catalogue)
    if not found:
        said = "Van de gekozen artikelen is niet bekend dat ze botsen."
        return (Paragraph(said if doorbraak.grounds else "Nog niet te zeggen: er is geen artikel gekozen."),)
    columns = (
        Column("Wat in de weg staat", 17),
        Column("Wat botst", 30),
        Column("De weg eruit", 35),
        Column("Hier gekozen", 18),
    )
    solved = sum(one.solved for one in found)
    open_ = len(found) - solved
    return (
        Paragraph(
            f"Er {'is' if len(found) == 1 else 'zijn'} {wording.count(len(found), 'botsing', 'botsingen')}. "
            + (f"Nog niet opgelost: {open_}." if open_ else _ALL_OPEN[len(found) > 1])
        ),
        Table(columns, tuple(_tension(one, doorbraak) for one in found)),
    )


def _tension(found: TensionFound, doorbraak: OneDoorbraak) -> tuple[str, ...]:
    catalogue = doorbraak.catalogue
    opening = {one.id for one in doorbraak.grounds if one.article in found.chosen and one.role != "blocks"}
    between = [one for one in doorbraak.grounds if one.id in found.between]
    pulls = [one for one in between if one.id not in opening] or between  # what opens it does not stand in the way
    opens = [article_of(one, catalogue) for one in doorbraak.grounds if one.id in opening]
    chosen = f"Opgelost met {', '.join(opens)}" if found.solved else "Nog niet opgelost"
    which = ", ".join(article_of(one, catalogue) for one in pulls)
    return (which, on_one_line(found.sentence), on_one_line(found.way_out), chosen)
