"""Content codings undone step by step."""

import gzip
import sys
import zlib

import brotli
import pytest

from tuinews.web.coding.codings import STEP, ContentEncodingError
from tuinews.web.coding.content_encoding import Decoder

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
    return out + b"".join(decoder.finish())


@pytest.mark.parametrize("piece", [1, 7, 100_000])
@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("", TEXT),
        ("identity", TEXT),
        ("none", TEXT),
        ("", zlib.compress(TEXT)),
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
        ("br", brotli.compress(TEXT)),
        ("gzip, br", brotli.compress(packed(TEXT))),
        # What is said is wrong, or says less than there is.
        ("", packed(TEXT)),
        ("identity", packed(TEXT)),
        ("gzip", packed(packed(TEXT))),
        ("br", TEXT),
        ("br", b"<?xml version='1.0'?>" + TEXT),
        ("br", packed(TEXT)),
        ("deflate", TEXT),
        ("deflate", b'{"version": "1.1"}' + TEXT),
        ("deflate", packed(TEXT)),
        ("gzip", zlib.compress(TEXT)),
        ("zstd", TEXT),
        ("compress", TEXT),
        ("br, gzip", TEXT),
    ],
)
def test_every_coding_in_pieces_of_every_size(coding: str, body: bytes, piece: int) -> None:
    assert _decode(coding, body, piece).endswith(TEXT)


@pytest.mark.parametrize("piece", [1, 100_000])
def test_zstd_is_undone_where_it_is_at_hand(piece: int) -> None:
    zstd = pytest.importorskip("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")
    body = zstd.compress(TEXT[:99]) + zstd.compress(TEXT[99:])
    for coding in ("zstd", ""):
        assert _decode(coding, body, piece) == TEXT
    with pytest.raises(ContentEncodingError, match="cut off"):
        _decode("zstd", zstd.compress(TEXT)[:-9], piece)
    steps = [len(part) for part in Decoder("zstd").feed(zstd.compress(bytes(5_000_000)))]
    assert sum(steps) == 5_000_000
    assert max(steps) <= STEP


@pytest.mark.parametrize("coding", ["", "gzip", "deflate", "gzip, gzip"])
def test_an_empty_body_is_empty(coding: str) -> None:
    assert _decode(coding, b"", 1) == b""


def test_no_step_yields_more_than_its_size() -> None:
    for coding, bomb in (("gzip", packed(bytes(5_000_000))), ("br", brotli.compress(bytes(5_000_000)))):
        decoder = Decoder(coding)
        steps = [len(part) for part in (*decoder.feed(bomb), *decoder.finish())]
        assert sum(steps) == 5_000_000
        assert max(steps) <= 2 * STEP


def test_too_many_codings_are_refused_before_the_body() -> None:
    with pytest.raises(ContentEncodingError, match="too many"):
        Decoder("gzip, gzip, br")


@pytest.mark.parametrize("coding", ["compress", "exi", "dcb"])
def test_what_cannot_be_undone_says_its_name(coding: str) -> None:
    with pytest.raises(ContentEncodingError, match=rf"unexpected encoding \({coding}\)"):
        _decode(coding, b"\x1f\x9d\x90" + bytes(range(200, 256)), 10)


@pytest.mark.parametrize("piece", [1, 10, 100_000])
@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", packed(TEXT)[:-8] + b"\0" * 8),
        ("gzip", packed(TEXT)[:-8]),
        ("gzip", packed(TEXT)[:-3]),
        ("", packed(TEXT)[:-8] + b"\xff" * 8),
        ("deflate", zlib.compress(TEXT)[:-4] + b"\0" * 4),
        ("deflate", zlib.compress(TEXT)[:-2]),
    ],
)
def test_a_checksum_that_is_wrong_or_cut_costs_nothing(coding: str, body: bytes, piece: int) -> None:
    assert _decode(coding, body, piece) == TEXT


@pytest.mark.parametrize("piece", [1, 10, 100_000])
@pytest.mark.parametrize("flags", [0, 1, 2, 4, 8, 16, 31])
def test_every_header_of_a_member_is_passed(flags: int, piece: int) -> None:
    bare = packed(TEXT)[10:]
    extra = b"\x03\x00abc" if flags & 4 else b""
    names = b"feed.xml\0" * bool(flags & 8) + b"a comment\0" * bool(flags & 16) + b"xx" * bool(flags & 2)
    member = b"\x1f\x8b\x08" + bytes([flags]) + b"\0" * 6 + extra + names + bare
    assert _decode("gzip", member + packed(b"more") + b"\0" * 100, piece) == TEXT + b"more"


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", packed(TEXT)[:-9]),
        ("gzip", packed(TEXT)[:5]),
        ("gzip", packed(TEXT)[:1]),
        ("gzip", packed(TEXT)[:20] + b"\xff" * 50),
        ("deflate", zlib.compress(TEXT)[:-5]),
        ("deflate", b"\xff\xff\xff\xff"),
        ("gzip, gzip", packed(packed(TEXT)[:-9])),
        ("br", brotli.compress(TEXT)[:-9]),
        ("br", brotli.compress(TEXT)[:20] + b"\xff" * 50),
        ("", packed(TEXT)[:-9]),
    ],
)
def test_what_is_damaged_or_cut_off_is_an_error(coding: str, body: bytes) -> None:
    with pytest.raises(ContentEncodingError, match=r"^the response (was cut off|is damaged)$"):
        _decode(coding, body, 10)
