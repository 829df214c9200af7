"""Overlays that close once, however many keys ask for it in one burst."""

from typing import TypeVar

from textual.screen import ModalScreen

Result = TypeVar("Result")


def close(overlay: ModalScreen[Result], result: Result | None = None) -> None:
    """Close an overlay and give its result; nothing where another screen is shown by now, which it would close."""
    if overlay.is_attached and overlay.is_active:
        overlay.dismiss(result)


def is_empty(overlay: ModalScreen[Result]) -> bool:
    """Whether an overlay was closed before there was anything in it: then there is nothing to begin."""
    return not overlay.children
