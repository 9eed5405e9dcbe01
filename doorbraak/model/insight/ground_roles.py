"""Which role an article gets when it is chosen as a legal ground; somebody may change it afterwards."""

from doorbraak.model.catalogue import Article
from doorbraak.model.dossier.justification import GroundRole

_ROLES: dict[str, GroundRole] = {
    "grondslag": "carries",
    "zorgplicht": "carries",
    "grondrecht": "carries",
    "afwijkingsbevoegdheid": "room",
    "hardheidsclausule": "room",
    "dringende_redenen": "room",
    "kwijtschelding": "room",
    "evenredigheid": "room",
    "procedure": "room",
    "belemmering": "blocks",
}


def role_of(article: Article) -> GroundRole:
    """By its kind: an obstacle blocks, an exception gives room, a right or a duty carries."""
    return _ROLES[article.kind]
