"""P13: how long until the first chart is drawn, beside matplotlib alone; and how long each later one takes.

As a script it prints seconds: `p13_charts bare FOLDER`, or `p13_charts charts FOLDER COUNT`.
"""

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import workspaces
from tests.benchmarks.own_process import answer
from tests.benchmarks.row import Plan, Row, p95, ratio

if TYPE_CHECKING:
    from doorbraak.ui.household.costs_charts import ChartsBlock

HOW = (
    "From the click on the charts of casus-01 until the first has been painted, in a process that had no chart; beside "
    "the import of matplotlib and one bare figure of six bars in another such process, with the same window open."
)
LATER = "From a key in the list of six charts until the chosen one has been painted."
AGAIN = "From another attribution until the chart in sight has been painted anew: with the rest after the last change."


def measure(plan: Plan) -> list[Row]:
    folder = workspaces.casus(plan.folder / "werkmap")
    answer(plan.folder, "p13_charts", "bare", str(folder))  # writes down which fonts there are, once for every machine
    pairs, later, again = [], [], []
    for _ in range(plan.processes):
        bare = answer(plan.folder, "p13_charts", "bare", str(folder))
        first, chosen, changed = answer(plan.folder, "p13_charts", "charts", str(folder), str(max(6, plan.edits // 6)))
        pairs.append((first, bare))
        later += [1000 * seconds for seconds in chosen]
        again += [1000 * seconds for seconds in changed]
    return [
        ratio("P13", "first chart / matplotlib and a bare figure", pairs, 1.3, HOW),
        Row("P13-later", "another chart, 95th percentile", p95(later), 120, "ms", LATER),
        Row("P13-again", "the same chart anew, 95th percentile", p95(again), 150, "ms", AGAIN),
    ]


def bare(folder: Path) -> float:
    """In the same surroundings: Qt makes every import a little slower."""
    from tests.benchmarks import in_window
    from tests.benchmarks.edit_often import settle

    window = in_window.closed(folder)
    in_window.unlock(window)
    settle()
    begun = time.perf_counter()
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    drawn = Figure(figsize=(9, 4))
    FigureCanvasAgg(drawn)
    drawn.subplots().barh(range(6), range(6))
    drawn.canvas.draw()
    passed = time.perf_counter() - begun
    window.close()
    return passed


def charts(folder: Path, count: int) -> tuple[float, list[float], list[float]]:
    """The first chart, `count` others, and as many redrawn after a change, in seconds."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from doorbraak.model.dossier import costs
    from doorbraak.ui.household.costs_charts import ChartsBlock
    from tests.benchmarks import in_window
    from tests.benchmarks.edit_often import settle

    window = in_window.closed(folder)
    page = in_window.unlock(window)
    session, home = window.session, window.view.household
    block, holder = ChartsBlock(page), QStackedWidget()
    holder.addWidget(QWidget())
    holder.addWidget(block)
    holder.resize(1130, 560)  # what a page has on a small laptop
    holder.show()
    block.show_dossier(session.dossier(home), session.saving(home))
    settle()
    if "matplotlib" in sys.modules:
        raise RuntimeError("matplotlib is there before the first chart")
    begun = time.perf_counter()
    holder.setCurrentWidget(block)
    first = _drawn(block, begun)
    chosen, changed = [], []
    for at in range(count):
        settle()
        begun = time.perf_counter()
        QTest.keyClick(block.chosen, Qt.Key.Key_Home if at % 6 == 5 else Qt.Key.Key_Down)
        chosen.append(_drawn(block, begun))
        settle()
        cost = session.dossier(home).costs[0]
        begun = time.perf_counter()
        session.run("Toerekening wijzigen", costs.set_attribution, cost.id, 99 - at % 90)
        block.show_dossier(session.dossier(home), session.saving(home))
        changed.append(_drawn(block, begun))
    holder.close()
    window.close()
    return first, chosen, changed


def _drawn(block: "ChartsBlock", begun: float) -> float:
    """Seconds until the picture is drawn and painted."""
    from PySide6.QtCore import QEventLoop

    from tests.benchmarks.eye import Eye, wait_for

    picture, waiting = block.view.picture, QEventLoop()
    picture.drawn.connect(waiting.quit)
    waiting.exec()
    picture.drawn.disconnect(waiting.quit)
    wait_for(Eye(picture))
    return time.perf_counter() - begun


if __name__ == "__main__":
    place = Path(sys.argv[2])
    print(json.dumps(bare(place) if sys.argv[1] == "bare" else charts(place, int(sys.argv[3]))))
