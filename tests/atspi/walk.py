"""The tree of the running program, read from outside as a screen reader does: over AT-SPI, on a screen of its own.

Run by the system's Python, which has pyatspi; the arguments are the command that starts the program. Prints a line per
place, and each control that has no name; ends with 1 when there was one, or when a place did not come.
"""

import subprocess
import sys
import time

import pyatspi

WAITS = 60  # seconds, for a place to come
CONTROLS = {
    pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY, pyatspi.ROLE_PASSWORD_TEXT, pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_SPIN_BUTTON,
    pyatspi.ROLE_LIST, pyatspi.ROLE_LIST_ITEM, pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE, pyatspi.ROLE_PAGE_TAB,
    pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_MENU,
}  # fmt: skip
PAGES = ("Kaart", "Mensen", "Problemen en instanties", "Wat eerst?", "Rekensom")
DRAWINGS = {"Kaart": "Kaart van het huishouden", "Mensen": "Genogram"}


def every(node, within=None):
    """All that is in sight, each with what it lies in; the cells of a table are asked one by one and stand apart."""
    for at in range(node.childCount):
        child = node.getChildAtIndex(at)
        if child is None:
            continue
        showing = child.getState().contains(pyatspi.STATE_SHOWING)
        if showing or child.getRole() == pyatspi.ROLE_LIST_ITEM:
            yield child, node
        if showing and child.getRole() not in (pyatspi.ROLE_TABLE, pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_SPIN_BUTTON):
            yield from every(child, node)


def window(program):
    """The program's window, or nothing yet."""
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and app.get_process_id() == program.pid:
            app.clear_cache()  # else what came since is not there
            for at in range(app.childCount):
                return app.getChildAtIndex(at)
    return None


def wait_for(program, wanted):
    """What `wanted` finds in the window, as soon as it does."""
    until = time.monotonic() + WAITS
    while time.monotonic() < until:
        if program.poll() is not None:
            raise SystemExit(f"the program ended: {program.returncode}")
        shown = window(program)
        found = next((one for one, _ in every(shown) if wanted(one)), None) if shown is not None else None
        if found is not None:
            return found
        time.sleep(0.3)
    raise SystemExit(f"did not come within {WAITS} seconds")


def named(words, *roles):
    return lambda one: one.name.replace("&", "").startswith(words) and one.getRole() in roles


def press(node):
    action = node.queryAction()
    names = [action.getName(at).lower() for at in range(action.nActions)]
    action.doAction(next(at for at, name in enumerate(names) if name in ("press", "toggle", "click")))


def told(place, shown):
    """How much there is in sight, and what of it lacks a name."""
    met = list(every(shown))
    controls = [one for one, _ in met if one.getRole() in CONTROLS]
    nameless = [one for one in controls if not one.name.strip()]
    print(f"{place:28} {len(met):4} in sight, {len(controls):3} controls, {len(nameless)} without a name")
    for one in nameless:
        box = one.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        print(f"    {one.getRoleName()} at {box.x},{box.y} in {one.parent.name}")
    return met, len(nameless)


def drawing(met, words):
    """A drawing is a list with an item and a sentence for each thing in it."""
    whole = next((one for one, _ in met if one.getRole() == pyatspi.ROLE_LIST and one.name.startswith(words)), None)
    if whole is None or not whole.childCount:
        print(f"    no items in the drawing: {words}")
        return 1
    items = [whole.getChildAtIndex(at) for at in range(whole.childCount)]
    silent = [one for one in items if not one.name.strip().endswith(".")]
    print(f"    {words}: {len(items)} items, {len(silent)} without a sentence, as: {items[0].name}")
    return len(silent)


def open_first(households):
    """The first row, by Down and Enter."""
    households.queryComponent().grabFocus()
    time.sleep(0.5)
    subprocess.check_call(["xdotool", "key", "Down", "Return"])


def look_at(program, page):
    """A page of the household that is open, chosen in the list at the left by its name."""
    entry = wait_for(program, lambda one: one.getRole() == pyatspi.ROLE_LIST_ITEM and one.name == page)
    pages = entry.parent
    pages.queryComponent().grabFocus()
    time.sleep(0.5)
    subprocess.check_call(["xdotool", "key", "Home"] + ["Down"] * entry.getIndexInParent())
    wait_for(program, lambda one: one.name == page and one.getRole() != pyatspi.ROLE_LIST_ITEM)
    met, faults = told(page, window(program))
    selected = [one.name for one, _ in met if one.parent == pages and one.getState().contains(pyatspi.STATE_SELECTED)]
    if selected != [page]:
        print(f"    chosen in the list: {selected}")
        faults += 1
    if page in DRAWINGS:
        faults += drawing(met, DRAWINGS[page])
    return faults


def main(command):
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    faults = 0
    try:
        look_around = wait_for(program, named("Rondkijken", pyatspi.ROLE_PUSH_BUTTON))
        faults += told("Eerste start", window(program))[1]
        press(look_around)
        households = wait_for(program, lambda one: one.getRole() == pyatspi.ROLE_TABLE and one.name == "Huishoudens")
        faults += told("Huishoudens", window(program))[1]
        open_first(households)
        for page in PAGES:
            faults += look_at(program, page)
    finally:
        program.terminate()
        program.wait()
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
