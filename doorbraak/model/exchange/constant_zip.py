"""A zip of which the bytes follow from its content alone: no time, no system, no order of making."""

import io
import zipfile
from collections.abc import Mapping

_DATE = (1980, 1, 1, 0, 0, 0)


def packed(members: Mapping[str, bytes]) -> bytes:
    """Members sorted by name, with one constant time."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name in sorted(members):
            member = zipfile.ZipInfo(name, _DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0  # the same on every system
            target.writestr(member, members[name])
    return made.getvalue()


def repacked(raw: bytes) -> bytes:
    """The same members, of a zip that another library made."""
    with zipfile.ZipFile(io.BytesIO(raw)) as source:
        return packed({name: source.read(name) for name in source.namelist()})
