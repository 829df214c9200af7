"""UTF-8 with letters of windows-1252 among it, and what was cut by bytes, which is no letter."""

import pytest

from tuinews.charset.charset import decode

WESTERN = "<rss><item><title>L’été à Zürich – déjà vu, où êtes-vous</title></item>".encode()
RUSSIAN = "<rss><item><title>Новости дня: в городе открыли мост</title></item>".encode()


@pytest.mark.parametrize(
    ("stray", "read"),
    [
        (b"<title>Caf\xe9 Z\xfcrich</title>", "<title>Café Zürich</title>"),
        (b"<title>It\x92s \x93fine\x94 \x96 yes</title>", "<title>It’s “fine” – yes</title>"),
        (b"<p>a caf\xc3...</p>", "<p>a caf\ufffd...</p>"),
        (b"<p>the end \xe2\x80...</p>", "<p>the end \ufffd...</p>"),
        (b"<p>\xa9, then</p>", "<p>\ufffd, then</p>"),
    ],
)
def test_letters_of_another_charset_in_a_western_text(stray: bytes, read: str) -> None:
    assert decode(WESTERN * 3 + stray + WESTERN).endswith(read + WESTERN.decode())


def test_elsewhere_a_stray_byte_says_nothing() -> None:
    assert "\ufffd Z\ufffdrich" in decode(RUSSIAN * 3 + b"<p>Caf\xe9 Z\xfcrich</p>" + RUSSIAN)


def test_the_half_of_a_letter_at_the_end_is_none() -> None:
    assert decode(WESTERN * 3 + b"caf\xe9") == (WESTERN * 3).decode() + "caf\ufffd"
