"""Windows: read records, call verbs, draw."""

import builtins

import PySide6  # noqa: F401 - it puts an import of its own in the place of Python's

# PySide's import reads the source of every module that is loaded after it, to see whether that asks for one of its
# dialects (`from __feature__ import snake_case`), and keeps all those lines: 9 MB and a twentieth of a start. We speak
# none of them, so what it put itself in front of does the work again.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
