"""Runs the project's tasks, each in a virtual environment that it makes itself.

    python3 run.py demo      six example households: the sums, the documents, a window where there is a screen
    python3 run.py test      lint, types and the whole suite
    python3 run.py bench     the measured numbers; writes benchmarks.json
    python3 run.py pictures  draws the pictures of the manual anew (docs/handleiding/beelden)
    python3 run.py faults    kills, failing disks and damaged files; a line per row (FAULTS=full for all of it)
    python3 run.py walk      plays the whole walk in windows, seen or unseen; a picture of each step, in walk/
    python3 run.py lint      lint and types alone
    python3 run.py format    puts the sources in the shape that lint asks for
    python3 run.py dist      the wheel and the one-folder build, tried and packed, in dist/, with their parts, checked,
                             and checksums (--no-audit: not checked)
    python3 run.py clean     removes all that these tasks made, .venv too

What comes after the task goes along to its last command: `python3 run.py test -k money`.
`make` is a thin front for this file. Only the standard library, and readable for an old Python, so that
it can say what is missing.
"""

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements-dev.lock"

PYTHON = "python"  # stands for the virtual environment's Python in the commands below
LINT = [
    [PYTHON, "-m", "ruff", "check", "."],
    [PYTHON, "-m", "ruff", "format", "--check", "."],
    [PYTHON, "-m", "mypy"],
]
TASKS = {
    "demo": [[PYTHON, "-m", "doorbraak", "demo"]],
    # pytest itself ends with a failure when it ran no test at all.
    "test": LINT + [[PYTHON, "-m", "pytest", "-n", "auto"]],
    "bench": [[PYTHON, "-m", "tests.benchmarks"]],
    "pictures": [[PYTHON, "-m", "tests.pictures"]],
    "faults": [[PYTHON, "-m", "tests.faults"]],
    "walk": [[PYTHON, "-m", "tests.walk"]],
    "lint": LINT,
    "format": [[PYTHON, "-m", "ruff", "check", "--fix", "."], [PYTHON, "-m", "ruff", "format", "."]],
    "dist": [[PYTHON, "-m", "build", "--wheel", "--no-isolation", "--outdir", "dist"], [PYTHON, "-m", "release"]],
}
NEEDS_QT = ("demo", "test", "bench", "pictures", "faults", "walk", "dist")
OFFSCREEN = ("test", "bench", "pictures", "faults", "dist")

# The system libraries that Qt's wheels leave to the system, with their package on Debian and Ubuntu.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# And what a window on an X11 or a Wayland screen needs on top of that.
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}

# What `clean` removes, beside every __pycache__.
MADE = (
    ".coverage",
    ".hypothesis",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".venv",
    ".venv-audit",
    "benchmarks.json",
    "build",
    "dist",
    "htmlcov",
    "walk",
)


class Missing(Exception):
    """Something this machine lacks: one sentence that names it and says what to do."""


def newer_python():
    """The path of a Python on this machine that is new enough, or None."""
    for minor in range(19, OLDEST_PYTHON[1] - 1, -1):
        found = shutil.which("python3.%d" % minor)
        if found:
            return found
    return None


def loads(library):
    """Whether the system's linker finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def qt_libraries(task, environment):
    """Library name to Debian package: what Qt needs on Linux for this task and this screen."""
    needed = dict(QT_LIBRARIES)
    if task not in OFFSCREEN:
        if environment.get("DISPLAY") or task == "walk":
            needed.update(X11_LIBRARIES)
        elif environment.get("WAYLAND_DISPLAY"):
            needed.update(WAYLAND_LIBRARIES)
    return needed


def provide_build_tools():
    """Sees to it that a one-folder build can be made; raises Missing when it can't."""
    import sysconfig

    if not sys.platform.startswith("linux"):
        return
    library = sysconfig.get_config_var("INSTSONAME") or ""
    beside = Path(sysconfig.get_config_var("LIBDIR") or "/", library)
    packages = [] if shutil.which("objdump") and shutil.which("strip") else ["binutils"]
    if ".so" in library and not (beside.is_file() or loads(library)):
        packages.append("libpython%d.%d" % sys.version_info[:2])
    if packages:
        install_packages(packages, "A one-folder build needs what is not here.")


def is_root():
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install_packages(packages, reason):
    """Installs Debian packages when we may; raises Missing, with the command, when not."""
    command = "apt-get install --yes " + " ".join(packages)
    if not shutil.which("apt-get"):
        raise Missing(
            "%s Install what this system has instead of these packages of Debian, then run this again: %s."
            % (reason, " ".join(packages))
        )
    if not is_root():
        raise Missing("%s Run this, then try again: sudo %s" % (reason, command))
    say("%s Installing %s." % (reason, " ".join(packages)))
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    quiet = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    # A list of packages that is a little old may still do, so a failing update does not stop us.
    subprocess.call(quiet + ["update"], env=environment, stdout=sys.stderr)
    install = quiet + ["install", "--yes", "--no-install-recommends"] + list(packages)
    if subprocess.call(install, env=environment, stdout=sys.stderr) != 0:
        raise Missing("%s Installing failed, see above; by hand it is: %s" % (reason, command))


def provide_qt_libraries(task):
    """Sees to it that Qt finds its system libraries; raises Missing when it can't."""
    if not sys.platform.startswith("linux"):
        return
    if task == "walk" and not os.environ.get("DISPLAY") and not shutil.which("Xvfb"):
        install_packages(["xvfb"], "There is no screen for the walk.")
    needed = qt_libraries(task, os.environ)
    missing = [name for name in needed if not loads(name)]
    if not missing:
        return
    reason = "Qt needs system libraries that are not here: %s." % ", ".join(missing)
    install_packages(sorted({needed[name] for name in missing}), reason)
    missing = [name for name in needed if not loads(name)]
    if missing:
        raise Missing("Qt still does not find %s after installing." % ", ".join(missing))


def python_of(venv):
    if os.name == "nt":
        return venv / "Scripts" / "python.exe"
    return venv / "bin" / "python"


def venv_python():
    return python_of(VENV)


def origin():
    """What the virtual environment follows from: a change in any of it means that it is made again.

    The place counts too, since an environment that was moved or copied still points at the old one.
    """
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = [
        str(ROOT),
        sys.version,
        LOCK.read_text(encoding="utf-8"),
        json.dumps([project["build-system"], project["project"], project["tool"]["hatch"]], sort_keys=True),
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def provide_venv():
    """Makes .venv with the locked versions and the project itself, as a pointer to this folder."""
    editable = ["--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT)]
    provide_environment(VENV, LOCK, origin(), editable)


def provide_environment(venv, lock, wanted, more=()):
    """Makes it with the locked versions, unless it was made from what is `wanted`. `more`: words for one more install.

    Raises Missing.
    """
    stamp = venv / "made-from"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted and python_of(venv).exists():
        return
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        install_packages(["python%d.%d-venv" % sys.version_info[:2]], "This Python can't make a virtual environment.")
    say("Making %s with the locked versions. This takes a minute or two, once." % venv.name)
    pip = [str(python_of(venv)), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    steps = [[sys.executable, "-m", "venv", "--clear", str(venv)], pip + ["--requirement", str(lock)]]
    if more:
        steps.append(pip + list(more))
    for step in steps:
        if subprocess.call(step, cwd=str(ROOT)) != 0:
            raise Missing("Making %s failed, see above. Nothing else changed; mend it and run this again." % venv.name)
    stamp.write_text(wanted, encoding="utf-8")


def clean():
    for name in MADE:
        path = ROOT / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(str(path))
        elif path.exists() or path.is_symlink():
            path.unlink()
    for folder in ("doorbraak", "tests"):
        for path in sorted((ROOT / folder).rglob("__pycache__")):
            shutil.rmtree(str(path))


def environment_for(task):
    environment = dict(os.environ)
    if task in OFFSCREEN:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    elif task == "walk" and sys.platform.startswith("linux"):
        environment["QT_QPA_PLATFORM"] = "xcb"  # of which a picture of the whole screen can be made
    return environment


def run_task(task, extra):
    """Runs the task's commands in turn, up to the first that fails. Returns its exit code."""
    commands = TASKS[task]
    environment = environment_for(task)
    for number, command in enumerate(commands, 1):
        words = [str(venv_python())] + command[1:] + (extra if number == len(commands) else [])
        say("$ " + " ".join(command[:1] + words[1:]))
        code = subprocess.call(words, cwd=str(ROOT), env=environment)
        if code != 0:
            return code
    return 0


def say(text):
    """On stderr, so that stdout holds nothing but what the task prints."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def main(words):
    """Returns 0, the code of the command that failed, 1 when something is missing, 2 for wrong usage."""
    if not words or words[0] in ("-h", "--help", "help"):
        print(__doc__)
        return 0
    task, extra = words[0], list(words[1:])
    if task not in TASKS and task != "clean":
        say("There is no task '%s'. There are: %s, clean." % (task, ", ".join(sorted(TASKS))))
        return 2
    if task == "clean":
        clean()
        return 0
    if sys.version_info < OLDEST_PYTHON:
        newer = newer_python()
        if newer:
            return subprocess.call([newer, str(ROOT / "run.py")] + list(words))
        say("Doorbraak needs Python %d.%d or newer; this is %d.%d." % (OLDEST_PYTHON + sys.version_info[:2]))
        return 1
    try:
        provide_venv()
        if task in NEEDS_QT:
            provide_qt_libraries(task)
        if task == "dist":
            provide_build_tools()
        return run_task(task, extra)
    except Missing as missing:
        say(str(missing))
        return 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
