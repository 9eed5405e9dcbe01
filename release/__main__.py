"""Everything of a version, in dist/.

    python3 run.py dist                asks PyPI about known vulnerabilities, and fails when there is one
    python3 run.py dist --no-audit     asks nobody: for a build without network

run.py calls it in .venv, when the wheel is there.
"""

import sys

import run
from doorbraak import __version__
from release import audit, frozen, packing, parts

DIST, WORK = run.ROOT / "dist", run.ROOT / "build"
SUMS = "SHA256SUMS"
UNASKED = "--no-audit"
_NOT_CHECKED = (
    "Nothing was checked for known vulnerabilities: {} "
    f"The build is there, without {SUMS}. Try again with a network, or make one unchecked: make dist ARGS={UNASKED}"
)
_FOUND = (
    "What goes along has known vulnerabilities: {}. Renew the locked versions (CONTRIBUTING.md). "
    f"The build is there, without {SUMS}."
)


def main(words: list[str]) -> int:
    """Returns 0, 1 when the build failed, was not checked, or something is wrong with its parts, 2 for wrong usage."""
    if words not in ([], [UNASKED]):
        run.say(f"After dist comes nothing, or {UNASKED}.")
        return 2
    sums = DIST / SUMS
    sums.unlink(missing_ok=True)  # of another build
    made = [DIST / f"doorbraak-{__version__}-py3-none-any.whl"]
    try:
        folder = frozen.build(DIST, WORK)
        run.say(frozen.try_out(folder).rstrip())
        made += packing.pack(folder, DIST, WORK)
    except frozen.Failed as why:
        run.say(str(why))
        return 1
    shipped = parts.shipped()
    listed = DIST / f"doorbraak-{__version__}.cdx.json"
    beside = parts.beside_packages(folder / frozen.PARTS)
    listed.write_text(parts.sbom(parts.program(), shipped, beside), encoding="utf-8")
    try:
        found = [] if words else audit.vulnerabilities(shipped, audit.provided())
    except audit.NotChecked as why:
        run.say(_NOT_CHECKED.format(why))
        return 1
    if found:
        run.say(_FOUND.format("; ".join(found)))
        return 1
    made.append(listed)
    sums.write_text(packing.checksums(made), encoding="utf-8")
    size = frozen.megabytes(folder)
    more = f", more than the {frozen.MOST_MEGABYTES} that it may be" if size > frozen.MOST_MEGABYTES else ""
    checked = "Nothing was checked for known vulnerabilities, as asked." if words else "None has a known vulnerability."
    names = ", ".join(path.name for path in (*made, sums))
    run.say(f"The folder is {size:.0f} MB{more}. {len(shipped)} packages go along. {checked} In {DIST.name}: {names}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
