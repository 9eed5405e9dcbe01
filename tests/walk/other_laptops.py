"""The colleagues who send too: made-up laptops, by the code of the demo. They send before anybody opens a window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from doorbraak.model import catalogue
from doorbraak.model.exchange import coordinator_key, sent, synthetic_laptops
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.synthetic_laptops import Laptop
from tests.conftest import CHEAP
from tests.walk.first_start import PASSPHRASE


@dataclass(frozen=True, slots=True)
class Sent:
    """`spoken`: what each laptop reads aloud, in the order in which the files are taken in."""

    files: tuple[Path, ...]
    spoken: tuple[str, ...]


def send(folder: Path, key: bytes, laptops: Sequence[Laptop], period: Period, today: date) -> Sent:
    known = catalogue.load()
    files, spoken = [], []
    for laptop, cases in synthetic_laptops.cases(known, laptops).items():
        store = synthetic_laptops.make_laptop(folder / laptop.name, PASSPHRASE, laptop, cases, key, today, CHEAP)
        path = folder / synthetic_laptops.file_name(laptop, period)
        path.write_bytes(synthetic_laptops.send(store, period, known))
        own = sent.sender(store)
        assert own is not None
        files.append(path)
        spoken.append(coordinator_key.spoken(own.fingerprint))
        store.close()
    return Sent(tuple(files), tuple(spoken))
