"""What speaks for and against a doorbraak on the sheet to decide on: what blocks, who judged what, and conditions."""

from doorbraak.model.documents.one_doorbraak import OneDoorbraak, article_of, not_filled_in
from doorbraak.model.documents.whole_sentences import MORE, both_ends, first_sentences
from doorbraak.model.dossier.perspectives import Verdict
from doorbraak.model.insight import choice_names
from doorbraak.model.insight.tensions import tensions_of
from doorbraak.model.shortening import cut, on_one_line

ALL_CONDITIONS = "Alle voorwaarden staan in de onderbouwing, die bij dit besluit hoort."
_MORE = "(meer)"
_SHORT = 45
LABEL = 14
_MOST_BLOCKING, _MOST_EACH = 3, 4
_NO_ARTICLE = frozenset({"moeder", "vader", "oma", "opa", "uwv", "cak", "cjib", "svb"})
_NEUTER = ("college", "bestuur", "team", "wijkteam", "gezin", "huishouden", "loket", "bureau", "hoofd")


def blocking(doorbraak: OneDoorbraak, most: int) -> tuple[tuple[str, str], ...]:
    """ "Blokkeert" with each article that does and the way out of it, in one cell."""
    blocks = doorbraak.grounds_that("blocks")
    if not blocks:
        return ()
    catalogue, found = doorbraak.catalogue, tensions_of(doorbraak.grounds, doorbraak.catalogue)
    said = []
    for ground in blocks[:_MOST_BLOCKING]:
        name = cut(article_of(ground, catalogue), min(_SHORT, 2 * most))
        chosen = {id_ for one in found if ground.id in one.between for id_ in one.chosen}
        opens = [article_of(one, catalogue) for one in doorbraak.grounds
                 if one.article in chosen and one.role != "blocks"]  # fmt: skip
        way_out = f"uitweg {', '.join(cut(one, min(_SHORT, 2 * most)) for one in opens[:3])}" if opens else ""
        said.append(f"{name}: {way_out or 'nog geen uitweg gekozen'}")
    more = len(blocks) - len(said)
    return (("Blokkeert", "; ".join(said) + (f"; en nog {more} in de onderbouwing" if more > 0 else "")),)


def weighed(doorbraak: OneDoorbraak, most: int, weighing: int) -> tuple[tuple[str, str], ...]:
    """Who is against beside who is for it, what those ask who have conditions, and the weighing, which asks too.

    The weighing stands there whole, or else both its ends: it begins with what we think of it, and after what speaks
    against it come its conditions.
    """
    judged: tuple[tuple[str, str], ...] = (
        ("Voor", _said(doorbraak, "for", most) or "Niemand"),
        ("Tegen", _said(doorbraak, "against", most) or "Niemand"),
        ("Voorwaarden", _conditions(doorbraak, most)),
    )
    if not doorbraak.sides:
        judged = (("Oordeel", not_filled_in("een oordeel").text),)
    words = on_one_line(doorbraak.part("weighing"))
    return (*judged, ("Afweging", both_ends(words, weighing))) if words else judged


def _said(doorbraak: OneDoorbraak, verdict: Verdict, most: int) -> str:
    """Who, from which side, and why."""
    judged = [one for one in doorbraak.sides if one.verdict == verdict]
    shown = [
        f"{_cut(one.by_role, most) or 'Iemand'} ({choice_names.SIDES[one.side].lower()})"
        + (f": {_quoted(one.reason, most)}" if one.reason else "")
        for one in judged[:_MOST_EACH]
    ]
    more = len(judged) - len(shown)
    return "; ".join((*shown, *((f"en nog {more}: zie de onderbouwing",) if more > 0 else ())))


def _conditions(doorbraak: OneDoorbraak, most: int) -> str:
    """What those ask who are for it when something else is done too."""
    asked = [one for one in doorbraak.sides if one.verdict == "conditions"]
    shown = [
        f"{according_to(_cut(one.by_role, most))} ({choice_names.SIDES[one.side].lower()}): "
        f"{_quoted(one.reason, most) if one.reason else 'zonder uitleg'}"
        for one in asked[:_MOST_EACH]
    ]
    more = len(asked) - len(shown)
    shown += [f"en nog {more}: zie de onderbouwing"] if more > 0 else []
    return "; ".join(shown) or "Niemand vroeg om een voorwaarde."


def briefly(words: str, most: int) -> str:
    """Where many texts stand below each other, each says in one word that there is more."""
    return first_sentences(words, most).replace(MORE, _MORE)


def has_conditions(doorbraak: OneDoorbraak) -> bool:
    return bool(doorbraak.part("weighing")) or any(one.verdict == "conditions" for one in doorbraak.sides)


def according_to(role: str) -> str:
    """ "Volgens de wijkagent": who asks for something is not who does it."""
    if not role:
        return "Volgens iemand die meedacht"
    first = role.split()[0]
    if first.lower() in ("de", "het", "een") or first.lower() in _NO_ARTICLE or first[1:] != first[1:].lower():
        lower = first.lower() not in ("de", "het", "een", "moeder", "vader", "oma", "opa")
        return f"Volgens {role if lower else f'{role[:1].lower()}{role[1:]}'}"
    article = "het" if first.lower().startswith(_NEUTER) else "de"
    return f"Volgens {article} {role[:1].lower()}{role[1:]}"


def _quoted(words: str, most: int) -> str:
    shown = briefly(words, most)
    whole = shown.removesuffix(_MORE).rstrip()
    return f"“{whole}”{f' {_MORE}' if whole != shown else ''}"


def _cut(role: str, most: int) -> str:
    return cut(role, max(most // 2, min(_SHORT, 2 * most)))
