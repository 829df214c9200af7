"""What comes from outside becomes a picture of bounded size, or one calm error; never anything else."""

import io
import random
import struct
import warnings
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from tuinews.errors import ExtractError
from tuinews.model.kept_article import Picture
from tuinews.pictures.decoding import check_decoder
from tuinews.pictures.picture_kind import PictureKind
from tuinews.pictures.reencoding import LONG_SIDE, MOST_BYTES, reencoded

Colour = tuple[int, int, int]


def shown(picture: Picture, x: float, y: float = 0.5) -> Colour:
    """The colour of a kept picture at a place, each from 0 to 1."""
    with Image.open(io.BytesIO(picture.data)) as image:
        assert (image.width, image.height) == (picture.width, picture.height)
        pixel: Any = image.convert("RGB").getpixel((int(x * (image.width - 1)), int(y * (image.height - 1))))
        return pixel  # type: ignore[no-any-return]


def near(one: Colour, other: Colour, by: int = 24) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "AVIF"])
def test_each_kind_keeps_its_colours(make_picture: Callable[..., bytes], kind: str) -> None:
    picture = reencoded(make_picture(kind), "https://a.example/1")
    assert (picture.address, picture.width, picture.height) == ("https://a.example/1", 60, 40)
    assert near(shown(picture, 0.2), (200, 30, 40))
    assert near(shown(picture, 0.8), (20, 60, 210))


@pytest.mark.parametrize(
    ("mode", "left", "right", "expected"),
    [
        ("L", 230, 10, ((230, 230, 230), (10, 10, 10))),
        ("P", 1, 0, ((0, 0, 0), (0, 0, 0))),
        ("1", 1, 0, ((255, 255, 255), (0, 0, 0))),
    ],
)
def test_other_modes_are_brought_to_colours(
    make_picture: Callable[..., bytes], mode: str, left: int, right: int, expected: tuple[Colour, Colour]
) -> None:
    picture = reencoded(make_picture("PNG", left, right, mode=mode), "x")
    assert near(shown(picture, 0.2), expected[0])
    assert near(shown(picture, 0.8), expected[1])


def test_sixteen_bits_a_pixel_are_not_all_white() -> None:
    for value, expected in ((60_000, 234), (3_000, 11)):
        file = io.BytesIO()
        Image.new("I;16", (20, 20), value).save(file, "PNG")
        assert near(shown(reencoded(file.getvalue(), "x"), 0.5), (expected, expected, expected))


def test_cmyk_is_no_negative(make_picture: Callable[..., bytes]) -> None:
    picture = reencoded(make_picture("JPEG", (0, 255, 255, 0), (255, 0, 0, 0), mode="CMYK"), "x")
    assert near(shown(picture, 0.2), (255, 0, 0))
    assert near(shown(picture, 0.8), (0, 255, 255))


def test_a_palette_with_a_transparent_colour_stays_transparent(make_picture: Callable[..., bytes]) -> None:
    data = make_picture("GIF", 1, 2, mode="P", transparency=2)
    with Image.open(io.BytesIO(reencoded(data, "x").data)) as image:
        assert image.mode == "RGBA"
        assert image.getpixel((50, 20))[3] == 0  # type: ignore[index]
        assert image.getpixel((10, 20))[3] == 255  # type: ignore[index]


def test_of_what_moves_the_first_frame_is_kept(make_picture: Callable[..., bytes]) -> None:
    frames = [Image.new("RGB", (30, 20), colour) for colour in ((250, 10, 10), (10, 250, 10), (10, 10, 250))]
    for kind in ("GIF", "WEBP", "PNG"):
        file = io.BytesIO()
        frames[0].save(file, kind, save_all=True, append_images=frames[1:], duration=50)
        assert near(shown(reencoded(file.getvalue(), "x"), 0.5), (250, 10, 10)), kind


def test_a_photograph_that_was_held_sideways_is_upright(make_picture: Callable[..., bytes]) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # "the top is at the right": turn it by 90 degrees
    picture = reencoded(make_picture("JPEG", size=(60, 40), exif=exif), "x")
    assert (picture.width, picture.height) == (40, 60)
    assert near(shown(picture, 0.5, 0.1), (200, 30, 40))
    assert b"Exif" not in picture.data


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_large_one_is_brought_down(make_picture: Callable[..., bytes], kind: str) -> None:
    picture = reencoded(make_picture(kind, size=(2400, 1200)), "x")
    assert (picture.width, picture.height) == (LONG_SIDE, LONG_SIDE // 2)


def test_the_noisiest_is_within_the_bytes() -> None:
    noise = Image.effect_noise((1000, 900), 200).convert("RGB")
    noise.putalpha(Image.effect_noise((1000, 900), 200))
    file = io.BytesIO()
    noise.save(file, "PNG", compress_level=0)
    picture = reencoded(file.getvalue(), "x")
    assert len(picture.data) <= MOST_BYTES
    assert min(picture.width, picture.height) > 300


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(width: int, height: int, pixels: bytes = b"") -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def gif_of(width: int, height: int) -> bytes:
    return (
        b"GIF89a"
        + struct.pack("<HH", width, height)
        + b"\x80\0\0"
        + bytes(6)
        + b","
        + bytes(4)
        + (struct.pack("<HH", width, height) + b"\0\x02\x02D\x01\0;")
    )


def webp_of(width: int, height: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"VP8X" + struct.pack("<I", 10) + b"\x02\0\0\0" + size
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body


def avif_of(width: int, height: int) -> bytes:
    return (
        struct.pack(">I", 20) + b"ftypavif" + bytes(8) + b"\0\0\0\x14ispe" + struct.pack(">III", 0, width, height)
    )


@pytest.mark.parametrize(
    "bomb",
    [
        png_of(10_000, 10_000, bytes(1000)),
        png_of(2**31 - 1, 2**31 - 1),
        gif_of(65_535, 65_535),
        webp_of(16_000, 16_000),
        avif_of(60_000, 60_000),
    ],
    ids=["png", "png without end", "gif", "webp", "avif"],
)
def test_a_bomb_is_refused_before_it_is_decoded(bomb: bytes) -> None:
    with pytest.raises(ExtractError) as caught:
        reencoded(bomb, "x")
    assert "million pixels are too many" in str(caught.value)


def test_a_jpeg_of_a_thousand_passes_is_refused(make_picture: Callable[..., bytes]) -> None:
    data = make_picture("JPEG", progressive=True)
    with pytest.raises(ExtractError, match="too large to show"):
        reencoded(data[:-2] + b"\xff\xda\0\x08\x01\x01\0\0?\0" * 1000 + b"\xff\xd9", "x")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "sent nothing"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "SVG"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a -->\n<svg:svg/>", "SVG"),
        (b"<!DOCTYPE html><title>Sign in</title>", "a web page instead"),
        (b"\0\0\x01\0" + bytes(40), "not supported"),
        (b"%PDF-1.7", "not supported"),
        (b"BM" + bytes(60), "not supported"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"\xff\xd8\xff" + bytes(100), "damaged"),
        (b"GIF89a", "damaged"),
    ],
)
def test_what_is_none_says_why(data: bytes, why: str) -> None:
    with pytest.raises(ExtractError) as caught:
        reencoded(data, "x")
    assert why in str(caught.value)


def test_a_picture_of_several_brands_is_known_by_any(make_picture: Callable[..., bytes]) -> None:
    data = make_picture("AVIF")
    assert b"avif" in data[16:40]
    assert reencoded(data[:8] + b"mif1" + data[12:], "x").width == 60


def test_what_pillow_cannot_decode_here_is_not_called_damaged() -> None:
    for kind in (PictureKind.AVIF, PictureKind.WEBP):
        with pytest.raises(ExtractError, match=f"it is {kind.value}, which the Pillow installed here cannot read"):
            check_decoder(kind, lambda codec: False)
        check_decoder(kind, lambda codec: True)
    check_decoder(PictureKind.PNG, lambda codec: False)


def outcome(data: bytes) -> str:
    """What becomes of bytes: a picture, or the one line that says why there is none."""
    try:
        return f"{len(reencoded(data, 'x').data)} bytes"
    except ExtractError as error:
        return str(error)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "AVIF"])
def test_cut_short_or_spoilt_it_is_a_picture_or_an_error(make_picture: Callable[..., bytes], kind: str) -> None:
    whole = make_picture(kind, size=(90, 70))
    dice = random.Random(kind)
    spoilt = [whole[: len(whole) * part // 12] for part in range(12)]
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(dice.randrange(1, 12)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        spoilt.append(bytes(data))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        outcomes = [outcome(data) for data in spoilt]
    assert all(outcomes)
    assert sum("damaged" in words for words in outcomes) >= 6
