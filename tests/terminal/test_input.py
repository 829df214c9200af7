"""What is made of a terminal's bytes."""

import random

import pytest
from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.message import Message

from tuinews.ui.terminal.input import InputDecoder, InputParser


def found_in(*pieces: bytes | int) -> list[Message]:
    """What the pieces are, each come by itself; a number is that of silences of a tenth of a second."""
    decoder, parser = InputDecoder(), InputParser()
    found: list[Message] = []
    for piece in pieces:
        silences = range(piece) if isinstance(piece, int) else ()
        texts = [decoder.rest() for _ in silences] if isinstance(piece, int) else [decoder.decode(piece)]
        found += [event for text in texts if text for event in parser.feed(text)]
        if silences:  # the parser waits for the clock
            parser.has_waited(1.0)
            found += parser.tick()
    return found


def keys(*pieces: bytes | int) -> list[str]:
    """The keys that they are."""
    return [event.key for event in found_in(*pieces) if isinstance(event, events.Key)]


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


@pytest.mark.parametrize(
    ("pieces", "typed"),
    [
        ((b"\x1b[<0;1", 3, b"0;5Mj"), ["j"]),
        ((b"\x1b[<", 9, b"35;10;5", 9, b"mj"), ["j"]),
        ((b"\x1b[", 2, b"1;5", 2, b"Aj"), ["ctrl+up", "j"]),
        ((b"\x1b[", 2, b"Aj"), ["up", "j"]),
        ((b"k\x1b[97", 4, b";5uj"), ["k", "ctrl+a", "j"]),
        ((b"\x1b[<0;1", 10, b"j"), ["j"]),
        ((b"\x1b[<0;1", b"\x1b[Aj"), ["up", "j"]),
        ((b"\x1b", 2, b"[<0;10;5Mj"), ["escape", "j"]),
        ((b"\x1b", 2, b"[1;5Aj"), ["escape", "j"]),
        ((b"j\x1b", 1), ["j", "escape"]),
        ((b"\x1b", b"]11;rgb:DADA/AAAA/RRRR\x07j"), ["j"]),
        ((b"\x1b", b"[A"), ["up"]),
        ((b"\x1b", 2, b"[j"), ["escape", "left_square_bracket", "j"]),
        ((b"\x1b", 20, b"[1;j"), ["escape", "left_square_bracket", "1", "semicolon", "j"]),
        ((b"\x1b[" + b"1" * 200, 10, b"j"), ["j"]),
    ],
)
def test_a_sequence_that_a_slow_line_parts_types_nothing(
    pieces: tuple[bytes | int, ...], typed: list[str]
) -> None:
    found = keys(*pieces)
    assert found[-len(typed) :] == typed
    if len(pieces[0]) < 100:  # type: ignore[arg-type]
        assert found == typed


@pytest.mark.parametrize(
    ("pieces", "pasted", "typed"),
    [
        ((b"\x1b[200~ti", 20, b"n\n", 20, b"m\x1b[20", 3, b"1~j"), ["tin\nm"], ["j"]),
        ((b"\x1b[200~tin j", 50, b"jk"), ["tin j"], ["j", "k"]),
        ((b"\x1b[200~tin", 2, b"j", 40, b"\x1b", 1, b"j"), ["tinj"], ["j"]),
        ((b"\x1b[200~", 50, b"jk"), [""], ["j", "k"]),
        ((b"\x1b[200~a\x1b[201~\x1b[200~b", 50, b"jk"), ["a", "b"], ["j", "k"]),
        ((b"\x1b[201~jk", 60, b"l"), [], ["j", "k", "l"]),
    ],
)
def test_a_paste_that_never_ends_takes_the_keys_for_a_while(
    pieces: tuple[bytes | int, ...], pasted: list[str], typed: list[str]
) -> None:
    found = found_in(*pieces)
    assert [event.text for event in found if isinstance(event, events.Paste)] == pasted
    assert [event.key for event in found if isinstance(event, events.Key)] == typed


def test_a_report_may_come_byte_by_byte() -> None:
    assert keys(*[bytes([byte]) for byte in b"\x1b[M#\xc3\xa9j\x1b[Ak"]) == ["j", "up", "k"]


def test_what_was_cut_off_takes_no_later_key() -> None:
    decoder = InputDecoder()
    decoder.decode(b"\x1b[M#")
    assert decoder.rest() == ""
    assert decoder.decode(b"jk") == "jk"
    decoder.decode(b"\x1b]11;rgb:")
    decoder.rest()
    assert decoder.decode(b"jk") == "jk"


def test_a_paste_is_whole() -> None:
    parser = InputParser()
    pasted = "tin \n một [M !!! https://a.example/x"
    found = list(parser.feed(f"\x1b[200~{pasted}\x1b[201~"))
    assert [event.text for event in found if isinstance(event, events.Paste)] == [pasted]


def test_nothing_of_a_paste_is_a_key() -> None:
    for pasted, text in (
        (b"\x07\x1b[31mhttps://a.example/\x1b[0m", "https://a.example/"),
        (b"a\x1bD" + b"x" * 60, "aD" + "x" * 60),
        (b"a\x1b\x1b\x1b[A\x1bOPb\x00\x03\x1a\x7f", "aOPb"),
        (b"a\x07b\x1b[<0;1;1Mc", "abc"),
        (b"one\r\n\ttwo\x9b", "one\r\n\ttwo"),
        (b"\x1b[200~a\x1b[1", "a"),
        (b"a\x1b[M   b", "ab"),
    ):
        data = b"\x1b[200~" + pasted + b"\x1b[201~j"
        for middle in range(len(data) + 1):
            found = found_in(data[:middle], data[middle:])
            assert [event.key for event in found if isinstance(event, events.Key)] == ["j"], (pasted, middle)
            assert [event.text for event in found if isinstance(event, events.Paste)] == [text], (pasted, middle)


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
