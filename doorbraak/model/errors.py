"""What can go wrong outside our own code, each as a sentence for the person who can mend it.

Anything that is not a `UserError` is a bug of ours and is caught in one place per program.
The sentences never contain what somebody typed about a household.
"""

from datetime import datetime


class UserError(Exception):
    """Says in Dutch what happened, what is safe and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class InputError(UserError):
    """A value that a field can't take. `field` is the code name of the field that has to be mended."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class NotFound(UserError):
    """Something that was asked for by name or number is not there."""


class WrongPassphrase(UserError):
    """No key slot opens with this passphrase or recovery code.

    `fits` is the moment of a copy of which the slots, other ones, do open this workspace with it.
    """

    def __init__(self, sentence: str, fits: datetime | None = None) -> None:
        super().__init__(sentence)
        self.fits = fits


class WeakPassphrase(InputError):
    """A new passphrase that is too short or too well known."""


class WorkspaceMissing(UserError):
    """The folder holds no workspace."""


class WorkspaceExists(UserError):
    """The folder holds a workspace already; nothing is overwritten."""


class OtherWorkspace(UserError):
    """The folder holds a workspace of the other kind: with households, or a coordinator's."""


class SlotsMissing(UserError):
    """The file with key slots is absent or unreadable, so that no passphrase can be tried."""


class FileInUse(UserError):
    """Another program has the workspace open."""


class FileNewer(UserError):
    """The file was written by a newer version of the program."""


class FileDamaged(UserError):
    """The file is cut, changed or not what it should be."""


class NoAccess(UserError):
    """The system does not let us read or write there."""


class InTheWay(NoAccess):
    """Something else lies where the program keeps a file or a folder: a person has to move it."""


class DiskFull(UserError):
    """There is no room left for the change; it was not made."""


class DiskFailed(UserError):
    """The disk refused to write or read; the change was not made."""


class CatalogueDamaged(UserError):
    """A catalogue file can't be trusted: names the file and the line.

    `found` is the part of the sentence that says what is wrong in `file`, without what to do about it.
    """

    def __init__(self, sentence: str, found: str = "", file: str = "") -> None:
        super().__init__(sentence)
        self.found = found or sentence
        self.file = file


class CaseFileRefused(UserError):
    """A case file is not what docs/file-formats.md describes; nothing was taken over."""
