"""The pictures are PNG files of the size that they say."""

import struct
import zlib

import pytest

from tuinews.demo.pictures import HEIGHT, WIDTH, names, picture


@pytest.mark.parametrize("name", names())
def test_a_picture_is_whole(name: str) -> None:
    data = picture(name)
    assert data is not None
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    chunks: dict[bytes, bytes] = {}
    at = 8
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        assert struct.unpack(">I", data[at + 8 + size : at + 12 + size]) == (zlib.crc32(kind + body),)
        chunks[kind] = body
        at += 12 + size
    assert struct.unpack(">II", chunks[b"IHDR"][:8]) == (WIDTH, HEIGHT)
    pixels = zlib.decompress(chunks[b"IDAT"])
    assert len(pixels) == (WIDTH + 1) * HEIGHT
    assert max(pixels) < len(chunks[b"PLTE"]) // 3


def test_there_is_no_other() -> None:
    assert picture("khac.png") is None
