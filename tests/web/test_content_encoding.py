"""Content codings undone step by step."""

import gzip
import zlib

import pytest

from tuinews.web.content_encoding import STEP, ContentEncodingError, Decoder

TEXT = "Mưa lớn ở Đà Nẵng. ".encode() * 500


def packed(data: bytes) -> bytes:
    """Gzip without the time in it: two processes that collect these tests must see the same ones."""
    return gzip.compress(data, mtime=0)


def _bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def _decode(coding: str, body: bytes, piece: int) -> bytes:
    decoder = Decoder(coding)
    out = b"".join(
        part for start in range(0, len(body), piece) for part in decoder.feed(body[start : start + piece])
    )
    decoder.finish()
    return out


@pytest.mark.parametrize("piece", [1, 7, 100_000])
@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("", TEXT),
        ("identity", TEXT),
        ("none", TEXT),
        ("UTF-8", TEXT),
        ("gzip", packed(TEXT)),
        (" X-GZIP ", packed(TEXT)),
        ("gzip", packed(TEXT[:99]) + packed(TEXT[99:])),
        ("gzip", packed(TEXT) + b"\0" * 20),
        ("gzip", TEXT),  # says so and is not
        ("deflate", zlib.compress(TEXT)),
        ("deflate", _bare(TEXT)),
        ("deflate, gzip", packed(zlib.compress(TEXT))),
        ("gzip, identity, gzip", packed(packed(TEXT))),
    ],
)
def test_every_coding_in_pieces_of_every_size(coding: str, body: bytes, piece: int) -> None:
    assert _decode(coding, body, piece) == TEXT


@pytest.mark.parametrize("coding", ["", "gzip", "deflate", "gzip, gzip"])
def test_an_empty_body_is_empty(coding: str) -> None:
    assert _decode(coding, b"", 1) == b""


def test_no_step_yields_more_than_its_size() -> None:
    bomb = packed(bytes(5_000_000))
    steps = [len(part) for part in Decoder("gzip").feed(bomb)]
    assert sum(steps) == 5_000_000
    assert max(steps) <= STEP


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, br", "compress", "gzip, gzip, gzip"])
def test_what_was_not_offered_is_refused_before_the_body(coding: str) -> None:
    with pytest.raises(ContentEncodingError):
        Decoder(coding)


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", packed(TEXT)[:-4]),
        ("gzip", packed(TEXT)[:1]),
        ("gzip", packed(TEXT)[:20] + b"\xff" * 50),
        ("gzip", packed(TEXT)[:-8] + b"\0" * 8),
        ("deflate", zlib.compress(TEXT)[:-8]),
        ("deflate", b"\xff\xff\xff\xff"),
        ("gzip, gzip", packed(packed(TEXT)[:-9])),
    ],
)
def test_what_is_damaged_or_cut_off_is_an_error(coding: str, body: bytes) -> None:
    with pytest.raises(ContentEncodingError, match=r"^the response (was cut off|is damaged)$"):
        _decode(coding, body, 10)
