"""The keys that lie in a workspace and that whoever read it knows: renewed with its own key, and who has to hear it."""

from doorbraak.model.exchange import coordinator_key, sent
from doorbraak.model.handover import own_key
from doorbraak.model.workspace.store import Store

RECEIVING = (
    "Je ontvangstsleutel is nieuw. Geef je collega’s een nieuw sleutelbestand, en vraag ze de oude sleutel te vergeten."
)
SENDING = (
    "Ook de sleutel waarmee je naar de coördinator stuurt is nieuw. Bel de coördinator en lees voor: {}. Tot dan wordt "
    "je bestand geweigerd."
)


def renew(store: Store) -> tuple[str, ...]:
    """What to do about each that was renewed; nothing where there is none. Inside a change."""
    said = [RECEIVING] if own_key.renew(store) else []
    if sent.sender(store) is not None:
        said.append(SENDING.format(coordinator_key.spoken(sent.replace_key(store).fingerprint)))
    return tuple(said)
