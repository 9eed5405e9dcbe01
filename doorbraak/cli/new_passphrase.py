"""Another passphrase by command, another key after a leak, or another recovery code."""

from argparse import Namespace

from doorbraak.cli import passphrase
from doorbraak.cli.next_command import typed
from doorbraak.cli.workspace import closed_after, folder_of, open_either
from doorbraak.model.errors import InputError, UserError
from doorbraak.model.handover import leaked_keys
from doorbraak.model.workspace import kind, old_copies
from doorbraak.model.workspace import passphrase as verbs
from doorbraak.model.workspace.store import Store

_PRESENT = "Wachtzin van nu: "
_CODE = """Nieuwe herstelcode: {}

Deze code staat hier alleen nu. Schrijf hem op papier en bewaar hem, niet bij de laptop.
De code van hiervoor opent de werkmap niet meer."""
_ONLY_THE_CODE = (
    "Met --recovery blijft de wachtzin zoals hij is. Er is niets veranderd. "
    "Laat --new-passphrase-file weg, of laat --recovery weg."
)
_CODE_NOT_SHOWN = (
    "De herstelcode van nu geldt niet meer, en de nieuwe kon niet worden getoond. De wachtzin opent de werkmap. "
    "Maak meteen een nieuwe code: doorbraak passphrase --recovery"
)


def change(arguments: Namespace) -> int:
    """Asks the present one, and unless it is about the code alone a new one, twice.

    The first line goes out before anything is changed: where no code can be shown, none is made.
    """
    if arguments.recovery and arguments.new_passphrase_file is not None:
        raise InputError(_ONLY_THE_CODE, "new_passphrase_file")
    secret = passphrase.given(arguments.passphrase_file, question=_PRESENT)
    with closed_after(open_either(folder_of(arguments.workspace), secret)) as store:
        print(f"Werkmap: {store.folder}", flush=True)
        if arguments.recovery:
            _show(store, verbs.new_code(store, secret))
            return 0
        new = passphrase.new(arguments.new_passphrase_file)
        if arguments.leaked:
            _renew(store, secret, new)
        else:
            verbs.change(store, secret, new)
            print("De nieuwe wachtzin geldt nu. Kopieën van hiervoor gaan nog open met de oude.")
            print(f"Weet iemand anders de oude? Typ dan: {typed('passphrase --leaked', arguments)}")
    return 0


def _renew(store: Store, secret: str, new: str) -> None:
    """Raises what kept the copy with the new key from being made, after the code was shown."""
    done = verbs.renew(store, secret, new)
    print("De werkmap heeft een nieuwe sleutel en een nieuwe wachtzin.")
    _show(store, done.code)
    if kind.of(store.file.db) == "households":
        with store.change("Sleutels vernieuwen", undoable=False):
            said = leaked_keys.renew(store)
        print(*said, sep="\n", end="\n" if said else "")
    if done.problem is not None:
        raise done.problem
    old = len(old_copies.old_copies(store))
    if old:
        counted = "1 kopie gaat" if old == 1 else f"{old} kopieën gaan"
        print(f"{counted} nog open met een oude wachtzin of code.")
        print("Vernietigen kan in het venster: Bestand, Wachtzin en herstelcode.")


def _show(store: Store, code: str) -> None:
    """Who could not be shown the code is told by the window too, until there is one that was."""
    try:
        print(_CODE.format(code), flush=True)
    except OSError as error:
        raise UserError(_CODE_NOT_SHOWN) from error
    verbs.code_seen(store)
