"""Plain text whose lines are broken softly (RFC 3676): a line that ends in a blank goes on in the next."""

_SIGNATURE = "-- "
"""Ends in a blank, and goes on in nothing."""


def unflowed(text: str, *, is_joined: bool) -> str:
    """The text with its paragraphs in one line each; quoted lines are joined with those quoted as deeply.

    `is_joined` (`delsp=yes`): the blank at the end of a line is none of the text.
    """
    lines: list[str] = []
    depth, goes_on = 0, False
    for line in text.splitlines():
        words = line.lstrip(">")
        quoted = len(line) - len(words)
        words = words.removeprefix(" ")  # what was put before a line so that it is not a quotation
        is_soft = words.endswith(" ") and words != _SIGNATURE
        said = words.removesuffix(" ") if is_soft and is_joined else words
        if goes_on and quoted == depth and words != _SIGNATURE:
            lines[-1] += said
        else:
            lines.append(f"{'>' * quoted}{' ' if quoted else ''}{said}")
        depth, goes_on = quoted, is_soft
    return "\n".join(line.rstrip() for line in lines)
