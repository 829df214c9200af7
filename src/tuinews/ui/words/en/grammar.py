"""Plural forms, and the end of a sentence."""


def plural(count: int, one: str, many: str) -> str:
    """`one` where there is one of something, else `many`."""
    return one if count == 1 else many


def counted(count: int, noun: str) -> str:
    """`1 article`, `1,234 articles`."""
    return plural(count, f"1 {noun}", f"{count:,} {noun}s")


def sentence(text: str) -> str:
    """`text` with a capital letter, and with a full stop unless it has an end already."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
