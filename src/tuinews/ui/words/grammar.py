"""The end of a sentence."""


def sentence(text: str) -> str:
    """`text` with a capital letter, and with a full stop unless it has an end already."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
