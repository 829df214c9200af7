"""What kind of picture bytes are, by the bytes alone: a server's word for it, or a file's name, is only a word.

Signatures: WHATWG MIME Sniffing, 6.1; AVIF, section 6 (the brands of its `ftyp` box).
"""

import re
from enum import StrEnum

from tuinews.errors import ExtractError
from tuinews.language import _

_LOOKED_AT = 1024
"""Bytes in which an XML prolog and comments may stand before `<svg`."""

_AVIF_BRANDS = frozenset((b"avif", b"avis"))
_SVG = re.compile(rb"<svg[\s>:]|<!doctype\s+svg", re.IGNORECASE)
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<", re.IGNORECASE)
_ISPE = re.compile(rb"ispe\0\0\0\0(.{4})(.{4})", re.DOTALL)
"""The box that states an AVIF image's size (ISO/IEC 23008-12, 6.5.3)."""


class PictureKind(StrEnum):
    """The kinds that are decoded; the values are Pillow's names."""

    JPEG = "JPEG"
    PNG = "PNG"
    GIF = "GIF"
    WEBP = "WEBP"
    AVIF = "AVIF"


def kind_of(data: bytes) -> PictureKind:
    """The kind of a picture; raises ExtractError for all else, SVG too.

    An SVG is a program rather than a picture: scripts, addresses to fetch, entities that unfold.
    """
    if data.startswith(b"\xff\xd8\xff"):
        return PictureKind.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PictureKind.PNG
    if data.startswith((b"GIF87a", b"GIF89a")):
        return PictureKind.GIF
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return PictureKind.WEBP
    if not _AVIF_BRANDS.isdisjoint(_brands(data)):
        return PictureKind.AVIF
    raise ExtractError(_("the picture"), _why_not(data))


def stated_pixels(data: bytes, kind: PictureKind) -> int:
    """How many pixels the container of a WebP or an AVIF states, 0 where it cannot be told.

    Their decoders reserve the memory for all pixels as soon as they are opened; the others read a header first.
    """
    if kind is PictureKind.WEBP:
        return _webp_pixels(data)
    if kind is PictureKind.AVIF:
        sizes = (_product(found[1], found[2]) for found in _ISPE.finditer(data[:65_536]))
        return max(sizes, default=0)
    return 0


def _brands(data: bytes) -> list[bytes]:
    """The brands of a file of boxes: its own, and those that it is compatible with (ISO/IEC 14496-12, 4.3)."""
    if data[4:8] != b"ftyp":
        return []
    end = min(int.from_bytes(data[:4], "big"), _LOOKED_AT)
    return [data[8:12], *(data[at : at + 4] for at in range(16, end, 4))]


def _why_not(data: bytes) -> str:
    start = data[:_LOOKED_AT]
    if _SVG.search(start):
        return _("it is an SVG drawing, which is not shown")
    if _MARKUP.match(start):
        return _("the server sent a web page instead of a picture")
    return _("the server sent nothing") if not data else _("it is in a format that is not supported")


def _webp_pixels(data: bytes) -> int:
    """WebP Container Specification: VP8X has the canvas, VP8L and VP8 the size of the one image."""
    chunk, body = data[12:16], data[20:30]
    if len(body) < 10:
        return 0
    if chunk == b"VP8X":
        return (1 + int.from_bytes(body[4:7], "little")) * (1 + int.from_bytes(body[7:10], "little"))
    if chunk == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return (1 + (bits & 0x3FFF)) * (1 + (bits >> 14 & 0x3FFF))
    width, height = (int.from_bytes(part, "little") & 0x3FFF for part in (body[6:8], body[8:10]))
    return width * height


def _product(width: bytes, height: bytes) -> int:
    return int.from_bytes(width, "big") * int.from_bytes(height, "big")
