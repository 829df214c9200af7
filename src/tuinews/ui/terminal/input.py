"""What a terminal sends, made safe for Textual's parser: any bytes at all are keys, or nothing.

Written for Textual 8.2 (see pyproject.toml): it decodes strictly, so that one byte that is not UTF-8 ended the
program; it types a sequence that it does not know as keys; and a key code out of range is an exception in it.
`tests/terminal/test_input.py` tells when a later Textual does this itself.
"""

from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual._xterm_parser import XTermParser, _re_mouse_event, _re_terminal_mode_response
from textual.events import Key
from textual.keys import Keys
from textual.message import Message

from tuinews.late import late_pattern

_ESCAPE = 0x1B
"""The byte that begins a sequence (ECMA-48)."""
_X10_REPORT = b"\x1b[M"
"""Begins a mouse report of the first protocol: three bytes follow, each of them 32 and more, or 0 where the
column is too great for a byte (ctlseqs, "Mouse Tracking")."""
_STRING = late_pattern(rb"\x1b(?:\][0-9]|P[0-9>!+$=|]|_G)[^\x07\x1b]*")
"""Begins an answer in words, to a question that another program asked: OSC, DCS or APC, up to BEL or ESC \\."""
_STRING_END = late_pattern(rb"\x07|\x1b\\?")
_REST_OF_ANSWER = late_pattern(rb"\]1[01];rgb")
"""What comes behind an escape that was read alone, where a terminal tells a colour."""
_REST_OF_REPORT = late_pattern(rb"\[(?:<|[0-9]*;)[0-?]*[ -/]*[@-~]")
"""What comes so of a report of the mouse, or of a key with modifiers; nobody types it at once."""
_CUT_OFF = late_pattern(rb"\x1b(?:\[[0-?]*[ -/]*)?\Z")
"""A control sequence (ECMA-48, 5.4) whose end has not come; of an escape alone a rest tells that it is a key."""
_GIVEN_UP = late_pattern(rb"\x1b\[[0-?]+[ -/]*(?=\x1b)")
"""One whose end never comes, since another begins."""
_LONGEST_SEQUENCE = 64
"""Bytes that one of them has at most."""
_SEQUENCE_RESTS = 10
"""Rests that the end of a sequence may come late: a slow line parts one anywhere."""
_PASTE_RESTS = 50
"""Rests after which a paste is over whose end does not come: all keys were text of it for ever."""
_PASTE_BEGINS, _PASTE_ENDS = b"\x1b[200~", b"\x1b[201~"
_NO_TEXT = late_pattern(rb"\x1b\[[0-?]*[ -/]*[@-~]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""What is not text of a paste: control sequences and characters. The parser would type what follows an escape."""
_LONGEST_ANSWER = 200
"""Bytes of an answer that are looked at."""
_INTRODUCERS = frozenset("[O]P_^X")
"""What begins a sequence behind an escape (ECMA-48, 5.3); all else there is a key of its own."""
_CONTROL = late_pattern(r"\x1b\[[0-?]*[ -/]*(?!(?<=\x1b\[)\[)[@-~]")
"""A whole control sequence (ECMA-48, 5.4), but for the function keys of Linux's console (ESC [ [ A)."""


class InputDecoder:
    """Bytes to text: what is not UTF-8 is passed over, mouse reports of the first protocol and answers whole."""

    def __init__(self) -> None:
        self._utf8 = getincrementaldecoder("utf-8")("ignore")
        self._matched = 0
        self._report_left = 0
        self._in_string = False
        self._string = b""
        self._held = b""
        self._after_escape = False
        self._cut_off = b""
        self._in_paste = False
        self._rests = 0
        self.answers: list[bytes] = []
        """The answers in words that came, without their introducers' escape and their ends; for whoever asked."""

    def decode(self, data: bytes) -> str:
        """The text of `data`, which may begin and end anywhere."""
        if self._rests and self._after_escape and (rest := _REST_OF_REPORT.match(data)):
            data = data[rest.end() :]  # the escape was given as a key already
        self._rests = 0
        return self._utf8.decode(self._whole(self._without_reports(self._without_strings(data))))

    def rest(self) -> str:
        """Nothing came for a while: what was cut off stays so. The text that the parser is given for it."""
        self._rests += 1
        text = ""
        if self._cut_off == b"\x1b" and not self._in_paste:
            text, self._cut_off = "\x1b", b""
        elif self._rests >= _SEQUENCE_RESTS:
            self._cut_off = b""
            self._after_escape = False
        gives_up = self._in_paste and (self._after_escape or self._rests >= _PASTE_RESTS)
        if gives_up:  # Esc, which terminals take out of what they paste, or a long silence
            self._in_paste, self._cut_off = False, b""
        self._matched = self._report_left = 0
        self._in_string = False
        self._string = self._held = b""
        return _PASTE_ENDS.decode() if gives_up else text

    def _whole(self, data: bytes) -> bytes:
        """`data` with what was kept back of a sequence, without what is to be kept back of another.

        Given in parts, the parser would type them as keys after a tenth of a second.
        """
        data, self._cut_off = _GIVEN_UP.sub(b"", self._cut_off + data), b""
        cut_off = _CUT_OFF.search(data)
        if cut_off is not None and len(cut_off.group()) <= _LONGEST_SEQUENCE:
            data, self._cut_off = data[: cut_off.start()], cut_off.group()
        return self._with_clean_pastes(data)

    def _with_clean_pastes(self, data: bytes) -> bytes:
        """`data` with nothing but text in what is pasted."""
        kept = bytearray()
        while data:
            mark = _PASTE_ENDS if self._in_paste else _PASTE_BEGINS
            text, found, data = data.partition(mark)
            kept += (_NO_TEXT.sub(b"", text) if self._in_paste else text) + found
            self._in_paste = bool(found) is not self._in_paste
        return bytes(kept)

    def _without_strings(self, data: bytes) -> bytes:
        """`data` without the strings that terminals answer with, which are kept apart."""
        data, self._held = self._held + data, b""
        kept = bytearray()
        if self._after_escape and _REST_OF_ANSWER.match(data):
            # The escape was given as a key already, or is kept back; the rest of what it began is none.
            self._in_string = True
            self._cut_off = b""
        self._after_escape = data.endswith(b"\x1b") and not self._in_string
        if data.endswith(b"\x1b]") and not self._in_string:
            data, self._held = data[:-2], b"\x1b]"
        while data:
            outside, data = self._rest_of_string(data) if self._in_string else self._until_string(data)
            kept += outside
        return bytes(kept)

    def _until_string(self, data: bytes) -> tuple[bytes, bytes]:
        """What is typed before the next string, and what of the string has come."""
        start = _STRING.search(data)
        self._in_string = start is not None
        self._string = start.group()[1:] if start else b""
        return (data[: start.start()], data[start.end() :]) if start else (data, b"")

    def _rest_of_string(self, data: bytes) -> tuple[bytes, bytes]:
        """What of a string's end is a key: the escape that cut it off; and what comes behind it."""
        end = _STRING_END.search(data)
        self._string = (self._string + data[: end.start() if end else None])[:_LONGEST_ANSWER]
        if end is None:
            return b"", b""
        if end.group() == b"\x1b" and end.end() == len(data):  # the next bytes tell whether it ends here
            self._held = b"\x1b"
            return b"", b""
        self._in_string = False
        if end.group() == b"\x1b":
            return end.group(), data[end.end() :]
        self.answers.append(self._string)
        return b"", data[end.end() :]

    def _without_reports(self, data: bytes) -> bytes:
        """`data` without the three bytes of each report; the parser passes over its beginning."""
        kept = bytearray()
        for byte in data:
            if self._report_left and (byte == 0 or byte >= 0x20):
                self._report_left -= 1
                continue
            self._report_left = 0
            kept.append(byte)
            goes_on = byte == _X10_REPORT[self._matched]
            self._matched = self._matched + 1 if goes_on else int(byte == _ESCAPE)
            if self._matched == len(_X10_REPORT):
                self._matched, self._report_left = 0, 3
        return bytes(kept)


class InputParser(XTermParser):
    """Textual's parser, which never fails and never types what is not a key."""

    def has_waited(self, seconds: float) -> None:
        """What it was given last came so long ago, and was kept back."""
        if self._timeout_time is not None:
            self._timeout_time -= seconds

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[Key]:
        """Textual's: the keys of a sequence; one that is whole and means nothing is the key that is ignored.

        Escape and a key that came together are both: Textual knows of them only when nothing more comes, and makes
        a circumflex of the escape where something does. A letter may have been typed with Alt; whoever gives the
        keys knows whether that is bound.
        """
        try:
            keys = list(super()._sequence_to_key_events(sequence, alt))
        except (ValueError, OverflowError):  # a code that is not a character's, or no number
            keys = []
        if not keys and len(sequence) == 2 and sequence[1] not in _INTRODUCERS:
            if sequence[1].isalnum():
                return list(super()._sequence_to_key_events(sequence[1], alt=True))
            return [Key("escape", "\x1b"), *super()._sequence_to_key_events(sequence[1])]
        if keys or not _CONTROL.fullmatch(sequence):
            return keys
        if _re_mouse_event.match(sequence) or _re_terminal_mode_response.match(sequence):
            return keys
        return [Key(Keys.Ignore.value, sequence)]

    def parse_mouse_code(self, code: str) -> Message | None:
        """Textual's: the event of a mouse report, None if it makes no sense."""
        try:
            return super().parse_mouse_code(code)
        except (ValueError, ArithmeticError):  # a size in pixels of nothing
            return None
