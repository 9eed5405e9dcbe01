"""The same core without a window. Loads no Qt, and nothing heavy, before a command asks for it."""

from doorbraak.cli.program import main

__all__ = ["main"]
