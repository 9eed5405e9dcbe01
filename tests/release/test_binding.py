"""The Python files of Qt's binding, compiled beside it."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

from release import binding


def test_that_the_binding_finds_its_compiled_files_and_the_installed_one_stays_as_it_is(tmp_path: Path) -> None:
    found = importlib.util.find_spec("shiboken6")
    assert found is not None
    assert found.origin is not None
    made = binding.lay_out(tmp_path)
    assert {path.suffix for path in made.rglob("*") if path.is_file()} == {".pyc"}
    assert not (Path(found.origin).parent / binding.FOLDER).exists()
    copy = tmp_path / "elders" / "shiboken6"
    shutil.copytree(Path(found.origin).parent, copy)
    shutil.copytree(made, copy / binding.FOLDER)
    asked = (
        f"import sys; sys.path.insert(0, {str(copy.parent)!r}); import shiboken6; "
        "print(sys.modules['shibokensupport.signature.loader'].__file__)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(copy / binding.FOLDER / "shibokensupport" / "signature" / "loader.pyc")
