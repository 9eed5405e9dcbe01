"""Typed words shown as typed: Qt takes a text that looks like HTML for HTML."""


def tooltip(text: str) -> str:
    """For setToolTip and tooltip roles: words only, wrapped; empty stays empty."""
    import html  # late: a start needs no tooltip

    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
