"""`python3 run.py pictures`: draws the pictures of the manual anew; those that no place draws any more go.

With --publication the publication that they show is made anew first, which takes some minutes.
"""

import shutil
import sys
import tempfile
from argparse import Namespace
from pathlib import Path

from doorbraak.ui import app
from tests.manual_text import PICTURES
from tests.pictures.drawing import drawn
from tests.pictures.rooms import EXAMPLE


def main(words: list[str]) -> int:
    app.application()  # before papers are drawn, which make do with less of it
    with tempfile.TemporaryDirectory() as made:
        if "--publication" in words:
            _publish(Path(made))
        new = {f"{name}.png": content for name, content in drawn(Path(made))}
    PICTURES.mkdir(exist_ok=True)
    for old in set(PICTURES.iterdir()) - {PICTURES / name for name in new}:
        old.unlink()
    for name, content in new.items():
        (PICTURES / name).write_bytes(content)
    print(f"{len(new)} pictures, {sum(map(len, new.values())) // 1000} kB, in {PICTURES}. Look at them.")
    return 0


def _publish(folder: Path) -> None:
    from doorbraak.cli import demo_coordinator

    demo_coordinator.demo(Namespace(out=folder / "demo", no_window=True))
    shutil.copy(next((folder / "demo").rglob(EXAMPLE.name)), EXAMPLE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
