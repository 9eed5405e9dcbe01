"""The program's own lists, and a copy that a test may damage."""

import shutil
from pathlib import Path

import pytest

from doorbraak import paths
from doorbraak.model import catalogue as lists
from doorbraak.model.catalogue import Catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return lists.load()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A resources folder of the test's own."""
    for name in ("catalogue", "law", "prices"):
        shutil.copytree(paths.resources() / name, tmp_path / name)
    return tmp_path
