"""Highlights as values of JSON, in which the library keeps what was done to them, and commands print them."""

from datetime import datetime
from typing import Any

from tuinews.model.annotations.highlights import Highlight, Quotation


def highlight_to_json(one: Highlight) -> dict[str, Any]:
    """All of a highlight."""
    quotation = one.quotation
    return {
        "id": one.id,
        "quotation": quotation.exact,
        "prefix": quotation.prefix,
        "suffix": quotation.suffix,
        "position": quotation.position,
        "made": one.made.isoformat(timespec="seconds"),
    }


def highlight_from_json(value: dict[str, Any]) -> Highlight:
    """What `highlight_to_json` wrote; raises KeyError, TypeError or ValueError for what is none."""
    quotation = Quotation(
        str(value["quotation"]), str(value["prefix"]), str(value["suffix"]), int(value["position"])
    )
    return Highlight(id=int(value["id"]), quotation=quotation, made=datetime.fromisoformat(value["made"]))
