"""The ids of the Google Reader API, which servers write in four ways, brought to one.

An item is a number of 64 bits: decimal (negative ones too) in lists, sixteen hex digits behind a tag in contents,
either in what is sent. TheOldReader has ObjectIds of 24 hex digits in the place of numbers.
"""

import re
from urllib.parse import unquote

_TAG = "tag:google.com,2005:reader/item/"
_DECIMAL = re.compile(r"-?[0-9]{1,20}")
_HEX = re.compile(r"[0-9a-f]{1,16}")
_OBJECT = re.compile(r"[0-9a-f]{24}")
_FEED = "feed/"
_HALF, _WHOLE = 1 << 63, 1 << 64


def item_id(text: object) -> str | None:
    """The one form of an item's id: a signed decimal number, or an ObjectId; None for what is none."""
    value = str(text).strip().lower() if isinstance(text, str | int) else ""
    is_tagged = "/" in value
    value = value.rpartition("/")[2]
    if _OBJECT.fullmatch(value):
        return value
    is_padded = len(value) == 16 and value[0] == "0"
    if _DECIMAL.fullmatch(value) and not is_tagged and not is_padded:
        return str(_signed(int(value)))
    return str(_signed(int(value, 16))) if _HEX.fullmatch(value) else None


def sent_id(known: str) -> str:
    """How an id is sent: numbers are taken as they are everywhere, ObjectIds behind their tag."""
    return f"{_TAG}{known}" if _OBJECT.fullmatch(known) else known


def feed_key(stream: str) -> str:
    """What tells feeds apart however their ids are written: RSSMonster's are addresses, encoded or not."""
    return unquote(stream.removeprefix(_FEED))


def _signed(number: int) -> int:
    return number - _WHOLE if _HALF <= number < _WHOLE else number
