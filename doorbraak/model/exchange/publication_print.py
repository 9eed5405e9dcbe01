"""Digits by which two people hear that they look at the same publication: packages are not signed.

They are of every figure with its words as a screen shows them, and not of the file: another program may pack the same
figures in another way, and the gemeente that is typed beside them is none of them.
"""

import hashlib
import json

from doorbraak.model.exchange import other_senders
from doorbraak.model.exchange.coordinator_key import spoken as spoken_digest
from doorbraak.model.exchange.published import Publication


def spoken(publication: Publication) -> str:
    """For reading aloud: "0412 9983 ...", as of a key."""
    tables = [
        [
            table.id,
            [[one.cell, one.labels, one.status, one.value, one.households, one.low, one.high] for one in table.cells],
        ]
        for table in publication.tables
    ]
    quarters = [[one.period, one.fingerprint] for one in publication.quarters]
    said = [publication.period, publication.catalogue, publication.example, tables, quarters]
    said += [other_senders.said(publication)] if publication.other_senders else []
    return spoken_digest(hashlib.sha256(f"doorbraak-publication|{json.dumps(said)}".encode()).hexdigest())
