"""How much longer something takes for more of it: a ratio in one run, since a busy machine has its own seconds."""

from collections.abc import Callable
from time import process_time


def assert_in_proportion(work: Callable[[int], object], most: int) -> None:
    """Four times as much, up to `most`, takes no more than nine times as long: what is quadratic takes sixteen."""
    work(100)
    few, many = (min(_taken(work, amount) for _ in range(3)) for amount in (most // 4, most))
    assert many < 9 * few + 0.02


def _taken(work: Callable[[int], object], amount: int) -> float:
    began = process_time()
    work(amount)
    return process_time() - began
