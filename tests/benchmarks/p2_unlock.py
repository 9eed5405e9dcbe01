"""P2: how long unlocking takes beside the key derivation and the checks that it can't do without."""

from tests.benchmarks import workspaces
from tests.benchmarks.own_process import answer
from tests.benchmarks.row import Plan, Row, ratio

HOW = (
    "From Enter behind the passphrase, over Enter in the list, to casus-01 drawn on its first page, in a fresh "
    "process; beside Argon2id (64 MiB, 3 rounds) and the opening checks of that file."
)


def measure(plan: Plan) -> list[Row]:
    folder = workspaces.casus(plan.folder / "werkmap")
    pairs = [tuple(answer(plan.folder, "unlock_once", str(folder))) for _ in range(plan.processes)]
    return [ratio("P2", "passphrase to drawn household", pairs, 3, HOW)]
