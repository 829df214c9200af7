"""A picture as it is kept: no larger than a screen can use, and nothing of the file that came (its EXIF, its odd
corners) but the pixels.
"""

import io
import math

from PIL import Image

from tuinews.model.kept_article import Picture
from tuinews.pictures.decoding import calmly, decoded

LONG_SIDE = 1600
"""Pixels of the longer side: a terminal over a whole screen has hardly more."""

MOST_BYTES = 400_000
"""Bytes of a file that is kept."""

_QUALITIES = (82, 60)
_MARGIN = 0.95
"""How much smaller than it must be a picture is made, so that it fits the second time."""


def reencoded(data: bytes, address: str) -> Picture:
    """The picture of an address in the form that is kept: a JPEG, or a WebP where parts of it are transparent.

    Raises ExtractError if the bytes are none, or are too many pixels.
    """
    image = decoded(data, LONG_SIDE)
    return calmly(lambda: _within_bounds(image, address))


def _within_bounds(image: Image.Image, address: str) -> Picture:
    # Twice the size is enough to average over, and much less work.
    image.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    while True:
        for quality in _QUALITIES:
            written = _written(image, quality)
            if len(written) <= MOST_BYTES:
                return Picture(address, image.width, image.height, written)
        smaller = _MARGIN * math.sqrt(MOST_BYTES / len(written))
        image = image.resize((max(1, int(image.width * smaller)), max(1, int(image.height * smaller))))


def _written(image: Image.Image, quality: int) -> bytes:
    file = io.BytesIO()
    if image.mode == "RGBA":
        image.save(file, "WEBP", quality=quality, method=1)
    else:
        image.save(file, "JPEG", quality=quality, optimize=True)
    return file.getvalue()
