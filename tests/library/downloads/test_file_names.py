"""What downloaded files are called, whatever their titles and addresses say."""

from itertools import islice
from unicodedata import category

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tuinews.library.downloads.file_names import MOST_BYTES, numbered, safe_name

AT = "https://pod.example/media/"


@pytest.mark.parametrize(
    ("title", "address", "media_type", "name"),
    [
        ("Tập 12: chuyện biển", AT + "12.mp3", None, "Tập 12 chuyện biển.mp3"),
        ("../../etc/passwd", AT + "x.mp3", None, "etc passwd.mp3"),
        ("a/b\\c", AT + "..%2f..%2fevil.sh", None, "a b c.sh"),
        ("", AT + "..%2f..%2fevil.mp3?token=1", None, "evil.mp3"),
        ("", "https://pod.example/", None, "download"),
        ("CON", AT + "a.mp3", None, "_CON.mp3"),
        ("lpt1.old", AT + "a.mp3", None, "_lpt1.old.mp3"),
        ("-rf", AT + "a.mp3", None, "rf.mp3"),
        (".bashrc", AT + "a.mp3", None, "bashrc.mp3"),
        ("Title\x1b]0;owned\x07 goes\non\x00", AT + "a.mp3", None, "Title goes on.mp3"),
        ("Right‮3pm.exe", AT + "a.mp3", None, "Right3pm.exe.mp3"),
        ("Ends in dots...", AT + "a", "audio/mpeg", "Ends in dots.mp3"),
        ("Film", AT + "stream?id=3", "video/mp4; codecs=x", "Film.mp4"),
        ("No kind", AT + "stream", None, "No kind"),
        ('What? <Why> | "How" *', AT + "a.M4A", None, "What Why How.m4a"),
    ],
)
def test_a_name_is_one_safe_part_of_a_path(title: str, address: str, media_type: str | None, name: str) -> None:
    assert safe_name(title, address, media_type) == name


@given(st.text(max_size=300), st.text(max_size=60), st.none() | st.text(max_size=30))
@example("a" * 300, "a.mp3", None)  # which is cut, as hardly any of those is
def test_any_words_give_a_name_that_every_system_takes(title: str, path: str, media_type: str | None) -> None:
    name = safe_name(title, AT + path, media_type)
    thousandth = next(islice(numbered(name), 999, None))  # no other has a longer number
    assert len(f"{thousandth}.part".encode()) <= MOST_BYTES
    assert not set(name) & set('/\\:*?"<>|')
    assert not {category(sign) for sign in name} & {"Cc", "Cs", "Zl", "Zp"}
    assert name == name.strip(" .")
    assert name[0] not in "-~"
    assert name not in ("", ".", "..")


def test_names_that_are_taken_are_numbered_before_their_ending() -> None:
    every = list(numbered("One.mp3"))
    assert every[:3] == ["One.mp3", "One (2).mp3", "One (3).mp3"]
    assert (every[999], every[-1]) == ("One (1000).mp3", "One (9999).mp3")
    assert list(islice(numbered("No. 5"), 2)) == ["No. 5", "No. 5 (2)"]
