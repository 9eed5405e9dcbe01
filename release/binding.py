"""Qt's binding brings its own Python files along as an archive, and compiles them at each start: a tenth of it.

It can lay them beside itself (`SBK_EMBED=0`, a switch of shiboken6), and then Python finds them there: in the build
as bytecode, so that nothing is left to compile.
"""

import importlib.util
import os
import py_compile
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = "files.dir"  # as the binding calls it, beside its library


def lay_out(work: Path) -> Path:
    """`work`/files.dir with the compiled files. The binding that is installed here stays as it is.

    Raises RuntimeError when it is not installed, or laid nothing out.
    """
    made = work / FOLDER
    shutil.rmtree(made, ignore_errors=True)
    found = importlib.util.find_spec("shiboken6")
    if found is None or found.origin is None:
        raise RuntimeError("shiboken6 is not installed.")
    with tempfile.TemporaryDirectory(prefix="doorbraak-") as folder:
        copy = Path(folder) / "shiboken6"
        shutil.copytree(Path(found.origin).parent, copy, ignore=shutil.ignore_patterns("__pycache__", FOLDER))
        surroundings = {**os.environ, "PYTHONPATH": folder, "SBK_EMBED": "0"}
        subprocess.run([sys.executable, "-c", "import shiboken6"], env=surroundings, check=True)
        sources = sorted((copy / FOLDER).rglob("*.py"))
        for source in sources:
            inside = source.relative_to(copy / FOLDER)
            py_compile.compile(
                str(source),
                str((made / inside).with_suffix(".pyc")),
                dfile=inside.as_posix(),
                doraise=True,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,  # there is no source to go by
            )
    if not sources:
        raise RuntimeError("shiboken6 laid nothing out: its switch is gone.")
    return made
