"""How the senders of small files are named among the others: one by one for the rules, together for what is kept.

A colleague with a small file subtracts its own households like any other, so the rules have to know each by itself.
Of one such file what it counts in every cell is nearly a profile: what stays in the workspace names them together.
"""

SMALL = "klein"
"""What the small files of a period are called together."""


def named(sender: str) -> str:
    """One of them, for as long as a publication is made."""
    return f"{SMALL} {sender}"


def kept_as(name: str) -> str:
    """The name by which a sender may be kept."""
    return SMALL if name.startswith(SMALL) else name
