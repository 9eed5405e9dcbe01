"""Words on one line, and no longer than their place is."""


def on_one_line(words: str) -> str:
    return " ".join(words.split())


def cut(words: str, most: int) -> str:
    """On one line of at most `most` signs: up to the last whole word that fits, and "…" says that there is more."""
    line = on_one_line(words)
    if len(line) <= most:
        return line
    start = line[: most - 1]
    at = start.rfind(" ")
    return f"{(start[:at] if at > most // 2 else start).rstrip(' ,;:.')}…"
