"""When a household is not safe with paper about it in the house, nothing is made that can be left behind."""

from doorbraak.model.dossier.household import Household
from doorbraak.model.errors import InputError


def refuse_paper(household: Household) -> None:
    """Raises InputError while the household is marked "niet op papier achterlaten"."""
    if household.no_paper:
        raise InputError(
            "Bij dit huishouden staat: niet op papier achterlaten. Daarom is er niets gemaakt of afgedrukt. "
            "Is papier weer veilig? Haal het vinkje weg op het blad Dossier.",
            "no_paper",
        )
