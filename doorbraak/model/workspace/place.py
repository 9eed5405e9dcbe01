"""Whether the file that is open still is the one at its place in the folder."""

from dataclasses import dataclass
from pathlib import Path

from doorbraak.model.errors import DiskFailed
from doorbraak.model.workspace import DATABASE, cipher, lock

MOVED = (
    "De werkmap is verplaatst of weggehaald terwijl zij open was. Wat daarna is getypt, is niet bewaard. "
    "Het programma kan niet zien of wat eerder is bewaard er nog is. Zet de map terug op dezelfde plek, "
    "of sluit het programma en zoek de map op."
)


@dataclass(slots=True)
class Place:
    """The folder of an open workspace: the file that was opened there, by device and inode, and the lock."""

    folder: Path
    file: tuple[int, int]
    held: lock.Lock

    def check(self) -> None:
        """Raises DiskFailed when another file, or none, is there now: what is written would be found by nobody.

        A lock file that somebody tidied away is made and locked again. Raises FileInUse when another program
        was first.
        """
        with cipher.errors_for_people():
            try:
                found = cipher.identity(self.folder / DATABASE)
            except (FileNotFoundError, NotADirectoryError) as error:
                raise DiskFailed(MOVED) from error
            if found != self.file:
                raise DiskFailed(MOVED)
            if not self.held.stands():
                lost, self.held = self.held, lock.take(self.held.path.parent)
                lost.release()
