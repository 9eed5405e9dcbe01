"""R7: flipped and cut files. Each is noticed, nothing in it is changed, and the sentence tells of a copy."""

import contextlib
import io
import json
import random
from pathlib import Path

from doorbraak.cli import program
from doorbraak.model.workspace import DATABASE, backup, copy_check, keys
from doorbraak.model.workspace.creation import SLOTS
from tests.faults import r1_kills, session, words
from tests.faults.row import Piece, Plan, Row, shared

FILES = ("dossiers", "dossiers", "dossiers", "copy", "copy", "slots", "beside")


def damaged(plan: Plan) -> Row:
    tries = [(FILES[at % len(FILES)], at) for at in range(plan.damaged)]
    found = shared(work, tries, plan.workers)
    notes = [", ".join(f"{sum(kind == name for kind, _ in tries)} x {name}" for name in dict.fromkeys(FILES))]
    return Row("R7", "a flipped or cut file is noticed", len(tries), tuple(found), tuple(notes))


def work(piece: Piece) -> list[str]:
    place, wrong = Path(piece.folder), []
    for kind, seed in piece.tries:
        chance = random.Random(int(str(seed)))
        folder = r1_kills.fresh(place, "edits")
        said = {"dossiers": _database, "copy": _copy, "slots": _slots, "beside": _beside}[str(kind)](folder, chance)
        if said:
            wrong.append(f"{kind}, seed {seed}: {said}")
    return wrong


def spoiled(content: bytes, chance: random.Random) -> bytes:
    """One bit, one byte, a row of bytes, a page of nothing, two pages that changed places, or a file that was cut."""
    size, page = len(content), 4096
    at = chance.randrange(size)
    pages = max(1, size // page)
    first = chance.randrange(pages) * page
    second = chance.randrange(pages) * page
    ways = [
        lambda: content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :],
        lambda: content[:at] + bytes([content[at] ^ chance.randrange(1, 256)]) + content[at + 1 :],
        lambda: content[:at] + chance.randbytes(min(300, size - at)) + content[at + 300 :],
        lambda: content[:at],
        lambda: content[:first],
    ]
    if size < page:  # of JSON any cut is the same
        ways = [*ways[:3], *ways[:2], *ways[:2], ways[3]]
    if size > 2 * page:
        ways += [
            lambda: content[:first] + bytes(page) + content[first + page :],
            lambda: _swapped(content, *sorted((first, second)), page),
        ]
    for _ in range(100):
        made = chance.choice(ways)()
        if made != content:
            return made
    raise AssertionError("nothing was spoiled")


def _swapped(content: bytes, one: int, other: int, page: int) -> bytes:
    if one == other:
        return content
    first, second = content[one : one + page], content[other : other + page]
    return content[:one] + second + content[one + page : other] + first + content[other + page :]


def spoil(path: Path, chance: random.Random) -> bytes:
    """What is in the file now. Of JSON: other than in blanks alone, which is no damage."""
    content = path.read_bytes()
    made = spoiled(content, chance)
    while path.suffix == ".json" and _meaning(made) == _meaning(content):
        made = spoiled(content, chance)
    path.write_bytes(made)
    return made


def _meaning(content: bytes) -> object:
    try:
        return json.loads(content)
    except ValueError:
        return content


def command(folder: Path, *said: str) -> tuple[int, str]:
    """The exit code of `doorbraak check`, and its words on stderr."""
    errors = io.StringIO()
    secret = folder.with_name("wachtzin")
    secret.write_text(session.PASSPHRASE + "\n")
    given = [*said, "--workspace", str(folder), "--passphrase-file", str(secret)]
    with contextlib.redirect_stderr(errors), contextlib.redirect_stdout(io.StringIO()):
        code = program.main(given)
    return code, errors.getvalue()


def _refused(folder: Path, path: Path, content: bytes) -> str:
    code, said = command(folder, "check")
    if code != 1:
        return f"not noticed: {code} {said}"
    if path.read_bytes() != content:
        return "the damaged file was changed"
    return words.fault_in(said, folder) or ("" if "kopie" in said or "herstelcode" in said else f"no copy in: {said}")


def _database(folder: Path, chance: random.Random) -> str:
    path = folder / DATABASE
    content = spoil(path, chance)
    return _refused(folder, path, content) or _comes_back(folder)


def _comes_back(folder: Path) -> str:
    """The newest copy takes its place, and the damaged file is kept."""
    broken = (folder / DATABASE).read_bytes()
    code, said = command(folder, "restore", "--latest")
    if code:
        return f"not put back: {said}"
    if not any(path.read_bytes() == broken for path in (folder / backup.FOLDER).rglob("*.db")):
        return "the damaged file was not kept"
    code, said = command(folder, "check")
    return f"after putting back: {said}" if code else ""


def _copy(folder: Path, chance: random.Random) -> str:
    made = chance.choice(backup.all_of(folder))
    spoil(made.path, chance)
    found = copy_check.faults(made, session.PASSPHRASE)
    if not found:
        return "not noticed"
    return words.fault_in(found[0], folder) or _practised(folder)


def _practised(folder: Path) -> str:
    """`restore-drill` says it too, and the workspace itself opens as always."""
    code, said = command(folder, "restore-drill")
    if code != 1:
        return "the practice did not notice it"
    return words.fault_in(said, folder) or session.wrong_at_rest(
        folder,
        [session.PASSPHRASE],
        {session.content_at_rest(folder, [session.PASSPHRASE], folder.with_name("ernaast"))},
    )


def _slots(folder: Path, chance: random.Random) -> str:
    """Both keys have to open it, or it has to be said."""
    path = folder / SLOTS
    before = keys.read(path)
    content = spoil(path, chance)
    code, said = command(folder, "check")
    if path.read_bytes() != content:
        return "the damaged slots were changed"
    if code == 1:
        return words.fault_in(said, folder)
    return "" if keys.read(path) == before else "not noticed: one of the keys does not open it any more"


def _beside(folder: Path, chance: random.Random) -> str:
    """What lies beside a copy: it does not count, is said to be wrong, or its slots still open it."""
    made = chance.choice(backup.all_of(folder))
    spoil(made.beside, chance)
    again = next((one for one in backup.all_of(folder) if one.path == made.path), None)
    if again is None:
        return ""
    try:
        found = copy_check.faults(again, session.PASSPHRASE)
    except Exception as error:  # noqa: BLE001 - whatever it is, it has to be a sentence
        return words.fault_in(getattr(error, "sentence", repr(error)), folder)
    if found:
        return words.fault_in(found[0], folder)
    return "" if (again.counts, again.log_state) == (made.counts, made.log_state) else "not noticed"
