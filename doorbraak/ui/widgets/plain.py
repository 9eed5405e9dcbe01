"""Typed words shown as typed: Qt takes what looks like HTML for HTML, and & for the letter of a menu entry."""


def tooltip(text: str) -> str:
    """For setToolTip and tooltip roles: words only, wrapped; empty stays empty."""
    import html  # late: a start needs no tooltip

    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""


def entry(text: str) -> str:
    """For a menu, where & would underline the next letter."""
    return text.replace("&", "&&")
