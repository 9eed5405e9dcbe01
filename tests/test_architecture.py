"""Reads the syntax tree of every module and holds the rules that CONTRIBUTING.md states."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import doorbraak

PACKAGE = Path(doorbraak.__file__).parent

# Lowest first. A module imports from its own layer's package and from what lies below.
LAYERS = (
    ("doorbraak.model.errors",),
    ("doorbraak.model.money", "doorbraak.model.bounded", "doorbraak.model.whole_files"),
    ("doorbraak.model.policy",),
    ("doorbraak.model.catalogue", "doorbraak.model.workspace"),
    ("doorbraak.model.dossier",),
    ("doorbraak.model.insight",),
    ("doorbraak.model.exchange",),
    ("doorbraak.model.handover",),
    ("doorbraak.model.documents",),
    ("doorbraak.ui",),
    ("doorbraak.cli",),
    ("doorbraak.__main__",),
)
ANYWHERE = (
    "doorbraak",
    "doorbraak.model",
    "doorbraak.model.enumeration",
    "doorbraak.model.shortening",
    "doorbraak.paths",
)
PAGES = ("doorbraak.ui.household", "doorbraak.ui.overview", "doorbraak.ui.coordination")
DRAWING = ("PySide6", "shiboken6", "matplotlib")
NETWORK = (
    "PySide6.QtNetwork",
    "PySide6.QtWebSockets",
    "asyncio",
    "ftplib",
    "http",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib.request",
    "xmlrpc",
)
STORAGE = ("sqlcipher3", "sqlite_utils", "sqlite3")


@dataclass(frozen=True, slots=True)
class Import:
    module: str  # who imports
    line: int
    target: str  # what, as far as it is a module
    late: bool  # inside a function, so not when the module is loaded
    for_types: bool = False  # under TYPE_CHECKING, so never while the program runs

    def __str__(self) -> str:
        return f"{self.module}:{self.line} imports {self.target}"


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def within(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(package + ".") for package in packages)


def targets(node: ast.Import | ast.ImportFrom, module: str, is_package: bool) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
        return
    origin = node.module or ""
    if node.level:
        above = module.split(".")[: len(module.split(".")) - node.level + is_package]
        origin = ".".join([*above, *([node.module] if node.module else [])])
    for alias in node.names:
        full = f"{origin}.{alias.name}"
        # `from doorbraak.model import money` gives a module, `from doorbraak.model.money import euro` a name.
        # Of other packages we can't see which it is: the full name starts with the package all the same.
        yield full if full in MODULES or not origin.startswith("doorbraak") else origin


def called_by_name(node: ast.AST) -> str | None:
    """The module in `importlib.import_module("name")` or `__import__("name")`."""
    match node:
        case ast.Call(func=ast.Attribute(attr="import_module") | ast.Name(id="import_module" | "__import__")):
            match node.args:
                case [ast.Constant(value=str(name)), *_]:
                    return name
    return None


def imports_of(module: str, source: str, is_package: bool) -> Iterator[Import]:
    def walk(node: ast.AST, late: bool, for_types: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            found: list[str] = []
            if isinstance(child, ast.Import | ast.ImportFrom):
                found = list(targets(child, module, is_package))
            elif name := called_by_name(child):
                found = [name]
            for target in found:
                yield Import(module, getattr(child, "lineno", 0), target, late, for_types)
            yield from walk(
                child,
                late or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda),
                for_types or (isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING")),
            )

    yield from walk(ast.parse(source), False, False)


IMPORTS = [
    found
    for module, path in MODULES.items()
    for found in imports_of(module, path.read_text(encoding="utf-8"), path.name == "__init__.py")
]


def layer(module: str) -> int:
    for height, packages in enumerate(LAYERS):
        if within(module, packages):
            return height
    raise AssertionError(f"{module} is in no layer: give it a place in LAYERS or in ANYWHERE.")


def test_that_every_module_has_a_place_in_the_layers() -> None:
    assert len(MODULES) > 10
    for module in MODULES:
        if module not in ANYWHERE:
            layer(module)


def test_that_imports_point_one_way() -> None:
    wrong = []
    for found in IMPORTS:
        if not found.target.startswith("doorbraak") or found.target in ANYWHERE:
            continue
        if found.module in ANYWHERE:
            wrong.append(str(found))  # these are for everybody, so they lean on nobody
            continue
        here, there = layer(found.module), layer(found.target)
        packages = [package for package in LAYERS[here] if within(found.module, (package,))]
        if there > here or (there == here and not within(found.target, tuple(packages))):
            wrong.append(str(found))
    assert wrong == []


def test_that_insight_takes_records_and_knows_no_store() -> None:
    wrong = [
        str(found)
        for found in IMPORTS
        if within(found.module, ("doorbraak.model.insight",)) and within(found.target, ("doorbraak.model.workspace",))
    ]
    assert wrong == []


def test_that_no_modules_import_each_other_in_a_circle() -> None:
    ways: dict[str, set[str]] = {module: set() for module in MODULES}
    for found in IMPORTS:
        if not found.late and not found.for_types and found.target in MODULES and found.target != found.module:
            ways[found.module].add(found.target)
    finished: set[str] = set()
    circles: list[list[str]] = []

    def follow(module: str, trail: list[str]) -> None:
        if module in trail:
            circles.append([*trail[trail.index(module) :], module])
        elif module not in finished:
            for target in sorted(ways[module]):
                follow(target, [*trail, module])
            finished.add(module)

    for module in ways:
        follow(module, [])
    assert circles == []


def test_that_the_model_imports_no_qt_and_no_matplotlib() -> None:
    wrong = [
        str(found) for found in IMPORTS if within(found.module, ("doorbraak.model",)) and within(found.target, DRAWING)
    ]
    assert wrong == []


def test_that_nothing_imports_a_network() -> None:
    assert [str(found) for found in IMPORTS if within(found.target, NETWORK)] == []


def test_that_only_the_cipher_knows_the_storage_libraries() -> None:
    """It prepares them before their first import. A type alone may be named elsewhere."""
    cipher = "doorbraak.model.workspace.cipher"
    importers = [found for found in IMPORTS if within(found.target, STORAGE) and not found.for_types]
    assert cipher in {found.module for found in importers}
    assert [str(found) for found in importers if found.module != cipher] == []


def test_that_the_command_line_imports_the_window_late() -> None:
    early = [
        str(found)
        for found in IMPORTS
        if found.module == "doorbraak.cli" and not found.late and within(found.target, ("doorbraak.ui", *DRAWING))
    ]
    assert early == []


def test_that_pages_do_not_import_each_other() -> None:
    """Files of one page share their first word: map_view.py may use map_items.py. The package lists pages."""

    def page(module: str) -> tuple[str, str]:
        package, _, name = module.rpartition(".")
        return package, name.split("_")[0]

    wrong = [
        str(found)
        for found in IMPORTS
        if within(found.module, PAGES)
        and found.module not in PAGES
        and within(found.target, PAGES)
        and page(found.module) != page(found.target)
    ]
    assert wrong == []


def test_that_the_rules_see_every_kind_of_import() -> None:
    source = """
from . import keys
from ..money import euro
from PySide6 import QtNetwork
if TYPE_CHECKING:
    import sqlite_utils
def later():
    import matplotlib.pyplot
    importlib.import_module("sqlcipher3")
"""
    seen = imports_of("doorbraak.model.workspace.store", source, is_package=False)
    assert [(found.target, found.late, found.for_types) for found in seen] == [
        ("doorbraak.model.workspace.keys", False, False),
        ("doorbraak.model.money", False, False),
        ("PySide6.QtNetwork", False, False),
        ("sqlite_utils", False, True),
        ("matplotlib.pyplot", True, False),
        ("sqlcipher3", True, False),
    ]
    assert within("PySide6.QtNetwork", NETWORK)
    assert within("matplotlib.pyplot", DRAWING)


WITHOUT_A_SCREEN = """
import importlib, sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {drawing!r}:
            raise ImportError(name + " is not here")

sys.meta_path.insert(0, Refuse())
for module in {modules!r}:
    importlib.import_module(module)
print(*sorted({heavy!r} & sys.modules.keys()))
"""


@pytest.mark.parametrize(
    "modules",
    [[name for name in MODULES if within(name, ("doorbraak.model",))], ["doorbraak.cli"]],
    ids=["model", "cli"],
)
def test_that_it_loads_without_qt_and_matplotlib_and_fetches_nothing_heavy(modules: list[str]) -> None:
    heavy = {"highspy", "openpyxl", "sqlite_utils", "numpy"}
    script = WITHOUT_A_SCREEN.format(drawing=DRAWING, modules=modules, heavy=heavy)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.split() == [], "these belong inside the function that needs them"


def test_that_the_refusal_in_that_test_really_refuses() -> None:
    script = WITHOUT_A_SCREEN.format(drawing=DRAWING, modules=["PySide6.QtCore"], heavy=set())
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "PySide6 is not here" in done.stderr


def test_that_no_file_is_named_after_nothing() -> None:
    empty_names = {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}
    assert [name for name in MODULES if name.rpartition(".")[2] in empty_names] == []
