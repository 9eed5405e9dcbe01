"""Faults that are made on purpose. `python -m tests.faults` prints a line per row: what was tried, how it ended."""
