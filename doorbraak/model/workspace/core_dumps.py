"""What a crash may leave on the disk."""

import sys


def no_core_dumps() -> None:
    """No image of this process's memory beside the program when it crashes: keys and dossiers are in it.

    From here to the end of the process. A crash service of the system is asked the same by this limit, but
    decides by itself. Windows has no such limit.
    """
    if sys.platform == "win32":
        return
    import resource

    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):  # a system that does not let a process lower it
        return
