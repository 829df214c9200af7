"""What is made of a terminal's bytes."""

import random

import pytest
from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser

from tuinews.ui.terminal.input import InputDecoder, InputParser


def keys(*pieces: bytes) -> list[str]:
    """The keys that the pieces are, each come by itself."""
    decoder, parser = InputDecoder(), InputParser()
    found = [event for piece in pieces if (text := decoder.decode(piece)) for event in parser.feed(text)]
    return [event.key for event in found if isinstance(event, events.Key)]


@pytest.mark.parametrize(
    ("data", "typed"),
    [
        (b"a\xffb", ["a", "b"]),
        (b"\x1bjk", ["alt+j", "k"]),
        (b"\x1bj\x1bk", ["alt+j", "alt+k"]),
        (b"x\x1b/y", ["x", "escape", "slash", "y"]),
        (b"\x1b;\x1b[A", ["escape", "semicolon", "up"]),
        (b"\xe1j", ["j"]),
        (b"\xe1\xba\xa1", ["ạ"]),
        ("đ日".encode(), ["đ", "日"]),
        (b"\x1b[M#\x84*j", ["j"]),
        (b"\x1b[M#\xc3\xa9j", ["j"]),
        (b"\x1b[M#\x00\x00j", ["j"]),
        (b"\x1b[M#\x1b[Aj", ["up", "j"]),
        (b'\x1b[M   \x1b[M!!!\x1b[M"""j', ["j"]),
        (b"\x1b[35;10;5Mj", ["j"]),
        (b"\x1b[?1;2cj", ["j"]),
        (b"\x1b[>0;276;0cj", ["j"]),
        (b"\x1b[8;40;120tj", ["j"]),
        (b"\x1b[97:65;2uj", ["j"]),
        (b"\x1b[99999999uj", ["j"]),
        (b"\x1b]11;rgb:DADA/AAAA/RRRR\x07j", ["j"]),
        (b"\x1b]11;rgb:DADA/AAAA/RRRR\x1b\\j", ["j"]),
        (b"\x1bP>|tmux 3.3a\x1b\\j", ["j"]),
        (b"\x1b[[Aj", ["f1", "j"]),
        (b"\x1b[<0;5;5Mj", ["j"]),
    ],
)
def test_a_key_is_a_key_and_all_else_is_passed_over(data: bytes, typed: list[str]) -> None:
    assert keys(data) == typed
    for middle in range(3, len(data)):
        assert keys(data[:middle], data[middle:]) == typed, middle


def test_a_report_may_come_byte_by_byte() -> None:
    assert keys(*[bytes([byte]) for byte in b"\x1b[M#\xc3\xa9j\x1b[Ak"]) == ["j", "up", "k"]


def test_what_was_cut_off_takes_no_later_key() -> None:
    decoder = InputDecoder()
    decoder.decode(b"\x1b[M#")
    decoder.rest()
    assert decoder.decode(b"jk") == "jk"
    decoder.decode(b"\x1b]11;rgb:")
    decoder.rest()
    assert decoder.decode(b"jk") == "jk"


def test_a_paste_is_whole() -> None:
    parser = InputParser()
    pasted = "tin \n một [M !!! https://a.example/x"
    found = list(parser.feed(f"\x1b[200~{pasted}\x1b[201~"))
    assert [event.text for event in found if isinstance(event, events.Paste)] == [pasted]


def test_every_key_that_textual_knows_is_still_one() -> None:
    for sequence in ANSI_SEQUENCES_KEYS:
        if sequence == "\x1b":
            continue
        theirs = [str(event) for event in XTermParser().feed(sequence)]
        assert [str(event) for event in InputParser().feed(sequence)] == theirs, repr(sequence)


@pytest.mark.parametrize("seed", range(20))
def test_no_bytes_at_all_are_an_error(seed: int) -> None:
    dice = random.Random(seed)
    starts = (b"", b"\x1b[", b"\x1b[M", b"\x1b[<", b"\x1bO", b"\x1b]1", b"\x1bP>", b"\x1b[200~", b"\x1b[201~")
    decoder, parser = InputDecoder(), InputParser()
    for _ in range(300):
        digits = bytes(dice.choice(b"0123456789;:<>?$~uMmRt") for _ in range(dice.randrange(12)))
        text = decoder.decode(dice.choice(starts) + digits + dice.randbytes(dice.randrange(20)))
        events_of = list(parser.feed(text)) if text else []
        assert all(not isinstance(event, events.Key) or event.key for event in events_of)


def test_textual_still_fails_where_ours_does_not() -> None:
    with pytest.raises(ValueError, match="int"):
        list(XTermParser().feed("\x1b[97:65;2u"))
    typed = [event.key for event in XTermParser().feed("\x1b[?1;2c" + "x" * 40) if isinstance(event, events.Key)]
    assert "question_mark" in typed
