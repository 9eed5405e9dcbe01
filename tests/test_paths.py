"""A wheel for real is in test_wheel.py; here are the rules of the choice."""

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from doorbraak import paths


def installed_in(folder: Path) -> ModuleType:
    """The module paths as it would be when the package lay in this folder."""
    package = folder / "doorbraak"
    package.mkdir(parents=True)
    copy = shutil.copy(paths.__file__, package / "paths.py")
    spec = importlib.util.spec_from_file_location("paths_elsewhere", copy)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def put_resources(folder: Path) -> Path:
    (folder / "resources" / "catalogue").mkdir(parents=True)
    return folder / "resources"


def test_that_a_checkout_finds_the_resources_beside_the_package(tmp_path: Path) -> None:
    elsewhere = installed_in(tmp_path)
    beside = put_resources(tmp_path)
    assert elsewhere.resources() == beside


def test_that_the_packages_own_resources_go_before_those_beside_it(tmp_path: Path) -> None:
    elsewhere = installed_in(tmp_path)
    put_resources(tmp_path)
    inside = put_resources(tmp_path / "doorbraak")
    assert elsewhere.resources() == inside


def test_that_another_packages_folder_of_that_name_is_not_taken_for_ours(tmp_path: Path) -> None:
    elsewhere = installed_in(tmp_path)
    (tmp_path / "resources" / "somebody else's").mkdir(parents=True)
    with pytest.raises(RuntimeError, match="resources/"):
        elsewhere.resources()


def test_that_an_installation_without_resources_says_so(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="install it again"):
        installed_in(tmp_path).resources()


def test_that_a_frozen_build_looks_where_it_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = installed_in(tmp_path / "archive")
    unpacked = put_resources(tmp_path / "unpacked" / "doorbraak")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "unpacked"), raising=False)
    assert elsewhere.resources() == unpacked


def test_that_this_installation_has_the_resources() -> None:
    assert (paths.resources() / "catalogue" / "problems.csv").is_file()


def test_that_the_manual_is_found_where_the_resources_are(tmp_path: Path) -> None:
    assert (paths.manual() / "index.md").is_file()
    elsewhere = installed_in(tmp_path)
    put_resources(tmp_path / "doorbraak")
    (tmp_path / "doorbraak" / "handleiding").mkdir()
    assert elsewhere.manual() == tmp_path / "doorbraak" / "handleiding"


def test_that_a_frozen_build_is_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.own_command() == [sys.executable, "-m", "doorbraak"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert paths.own_command() == [sys.executable]


def test_that_data_and_cache_lie_apart_under_the_programs_name() -> None:
    data, cache = paths.data_folder(), paths.cache_folder()
    assert "Doorbraak" in data.parts
    assert "Doorbraak" in cache.parts
    assert data not in (cache, *cache.parents)
    assert cache not in data.parents
