"""Of which periods nothing can be published any more: a file about one is kept, and counts in no publication."""

from doorbraak.model.exchange import periods
from doorbraak.model.exchange.periods import Period
from doorbraak.model.workspace.store import Store

FINAL = (
    "De publicatie over deze periode ligt al vast en blijft zo, dus dit bestand telt daarin niet mee. Wat deze "
    "afzender over de volgende periode stuurt, telt weer mee."
)
PASSED = (
    "Er is al een latere periode gepubliceerd. Over deze periode kan dat niet meer, dus dit bestand telt niet mee. Wat "
    "deze afzender over de volgende periode stuurt, telt weer mee."
)
YEAR = (
    "Uit deze werkmap wordt per kwartaal gepubliceerd, en dit bestand gaat over een jaar. Het telt dus niet mee. Vraag "
    "om bestanden over een kwartaal."
)
QUARTER = (
    "Uit deze werkmap wordt per jaar gepubliceerd, en dit bestand gaat over een kwartaal. Het telt dus niet mee. Vraag "
    "om een bestand over het jaar."
)


def why(store: Store, period: Period) -> str:
    """A sentence, or nothing when what comes in about this period still counts. As `Ledger.check` refuses it."""
    kept = [periods.parse(one) for (one,) in store.rows("SELECT period FROM published")]
    if period in kept:
        return FINAL
    if any(not one.same_kind(period) for one in kept):
        return QUARTER if period.quarter else YEAR
    return PASSED if any(one.order > period.order for one in kept) else ""
