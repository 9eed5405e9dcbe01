"""What has to come along of the file of now when a copy takes its place."""

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak.model.errors import UserError
from doorbraak.model.workspace import (
    cipher,
    copy_places,
    handing_carrying,
    key_of_now,
    log,
    log_carrying,
    tombstone_carrying,
)
from doorbraak.model.workspace.handing_carrying import Handing
from doorbraak.model.workspace.tombstones import Tombstone

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Present:
    """Lines of its access log, settings that go with its slots, what was erased, dossiers that go to colleagues, and
    where else copies went.
    """

    lines: tuple[log.Entry, ...]
    settings: dict[str, str]
    tombstones: tuple[Tombstone, ...]
    handing: Handing | None
    places: tuple[str, ...]


def read(db: "Database") -> Present:
    """As far as it can be read: the file may be damaged."""
    return Present(
        log_carrying.readable(db),
        _settings_of(db),
        tombstone_carrying.readable(db),
        handing_carrying.readable(db),
        copy_places.readable(db),
    )


def _settings_of(db: "Database") -> dict[str, str]:
    with contextlib.suppress(UserError), cipher.errors_for_people():
        return key_of_now.settings(db)
    return {}
