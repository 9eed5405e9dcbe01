"""The gemeente that a publication is about, as the coordinator typed it last: in the package and no figure."""

from doorbraak.model.exchange import publication_csv
from doorbraak.model.workspace.store import Store

_SETTING = "gemeente"


def kept(store: Store) -> str:
    """The code of the CBS, or nothing."""
    return store.file.setting(_SETTING)


def keep(store: Store, code: str) -> None:
    """For the next time too; empty for none. Raises InputError for what is no code."""
    publication_csv.check_gemeente(code)
    if code != kept(store):
        store.file.keep_settings({_SETTING: code})
