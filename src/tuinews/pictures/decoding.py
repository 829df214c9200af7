"""Bytes from anywhere to an image of bounded size; whatever is wrong with them is one calm error."""

import io
import warnings
from collections.abc import Callable
from typing import TypeVar

from PIL import Image, ImageOps, features

from tuinews.errors import ExtractError, TuinewsError
from tuinews.language import _
from tuinews.pictures.picture_kind import PictureKind, kind_of, stated_pixels

MOST_PIXELS = 24_000_000
"""Pixels of a picture that is decoded, as from a camera of 24 megapixels: 72 MB for a moment."""

MOST_JPEG_PIXELS = 50_000_000
"""Pixels of a JPEG: its decoder brings it down to an eighth while it reads; of a progressive one it holds three
bytes a pixel until the end."""

MOST_SCANS = 100
"""Passes of a progressive JPEG; usual are ten, and each costs as much as the whole picture."""

_CODECS = {PictureKind.AVIF: "avif", PictureKind.WEBP: "webp"}
"""Decoders that Pillow may have been built without, by its names for them."""

_START_OF_SCAN = b"\xff\xda"

# What is allowed is checked before anything is decoded; Pillow's own limit warns on stderr, where the screen is.
Image.MAX_IMAGE_PIXELS = None

T = TypeVar("T")


def decoded(data: bytes, long_side: int) -> Image.Image:
    """The picture upright, its first frame, as RGB or RGBA, not much larger than `long_side` needs it.

    Raises ExtractError: no picture, too many pixels, damaged.
    """
    kind = kind_of(data)
    check_decoder(kind)
    _check_pixels(stated_pixels(data, kind), MOST_PIXELS)
    if kind is PictureKind.JPEG and data.count(_START_OF_SCAN) > MOST_SCANS:
        raise ExtractError(_("the picture"), _("it is too large to show"))
    return calmly(lambda: _read(data, kind, long_side))


def check_decoder(kind: PictureKind, has: Callable[[str], bool] = features.check_module) -> None:
    """Raise ExtractError where this Pillow cannot decode a kind: it would call the picture damaged."""
    if kind in _CODECS and not has(_CODECS[kind]):
        raise ExtractError(
            _("the picture"), _("it is {kind}, which the Pillow installed here cannot read", kind=kind.value)
        )


def calmly(work: Callable[[], T]) -> T:
    """What `work` returns; raises ExtractError for whatever a decoder could not bear, and says no warning.

    A picture made to break a decoder ends in any exception there is, of Pillow or of what it stands on.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return work()
    except TuinewsError:
        raise
    except (Exception, MemoryError) as error:
        raise ExtractError(_("the picture"), _("it is damaged or incomplete")) from error


def _read(data: bytes, kind: PictureKind, long_side: int) -> Image.Image:
    with Image.open(io.BytesIO(data), formats=[kind.value]) as image:
        _check_pixels(image.width * image.height, MOST_JPEG_PIXELS if kind is PictureKind.JPEG else MOST_PIXELS)
        if kind is PictureKind.JPEG:
            image.draft(None, _at_least(image.size, long_side))
            _check_pixels(image.width * image.height, MOST_PIXELS)
        image.load()
        upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith("I"):  # 16 bits a pixel: converted as they are, nearly all would be white
        upright = upright.point(lambda value: value * (1 / 256)).convert("L")
    has_alpha = upright.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in upright.info
    return upright.convert("RGBA" if has_alpha else "RGB")


def _at_least(size: tuple[int, int], long_side: int) -> tuple[int, int]:
    scale = min(1.0, long_side / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _check_pixels(count: int, most: int) -> None:
    if count > most:
        megapixels = count / 1_000_000
        raise ExtractError(
            _("the picture"), _("its {count:.0f} million pixels are too many to show", count=megapixels)
        )
