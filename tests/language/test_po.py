"""Catalogues are read as gettext's own tools read and write them."""

import io
import shutil
import subprocess
from gettext import GNUTranslations
from pathlib import Path

import pytest

from tuinews.language.po import Message, compiled, read_po, write_po

CATALOGUE = r"""# A comment of whoever translates.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=n != 1;\n"

#: ui/screen.py cli/parser.py
msgid "open"
msgstr "mở"

#, fuzzy
msgid "close"
msgstr "đóng?"

msgid "a \"word\", a tab\tand a \\"
msgstr ""
"một \"từ\", "
"một tab\tvà một \\"

msgid "{count} article"
msgid_plural "{count} articles"
msgstr[0] "{count} bài"
msgstr[1] "{count} bài báo"

msgid "not yet"
msgstr ""

#~ msgid "gone"
#~ msgstr "đã bỏ"
"""


def translations(catalogue: bytes) -> GNUTranslations:
    return GNUTranslations(io.BytesIO(catalogue))


def test_messages_are_read_with_their_forms_and_places() -> None:
    found = {one.id: one for one in read_po(CATALOGUE)}
    assert list(found) == ["", "open", "close", 'a "word", a tab\tand a \\', "{count} article", "not yet"]
    assert found["open"] == Message("open", forms=("mở",), places=("ui/screen.py", "cli/parser.py"))
    assert found["close"].fuzzy
    assert found["{count} article"].forms == ("{count} bài", "{count} bài báo")
    assert found["not yet"].forms == ("",)


def test_what_is_compiled_speaks() -> None:
    said = translations(compiled(read_po(CATALOGUE)))
    assert said.gettext("open") == "mở"
    assert said.gettext('a "word", a tab\tand a \\') == 'một "từ", một tab\tvà một \\'
    assert [said.ngettext("{count} article", "{count} articles", n) for n in (1, 2)] == [
        "{count} bài",
        "{count} bài báo",
    ]


def test_what_is_fuzzy_or_not_translated_stays_as_it_is() -> None:
    said = translations(compiled(read_po(CATALOGUE)))
    assert [said.gettext(one) for one in ("close", "not yet", "gone")] == ["close", "not yet", "gone"]


def test_what_is_written_is_read_again() -> None:
    messages = read_po(CATALOGUE)
    assert read_po(write_po(messages)) == messages


def test_a_line_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no line of a catalogue: nonsense"):
        read_po('msgid "a"\nnonsense here\n')


def test_an_empty_catalogue_is_one() -> None:
    assert translations(compiled(())).gettext("open") == "open"


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext is not installed here")
def test_gettexts_own_compiler_says_the_same(tmp_path: Path) -> None:
    (tmp_path / "one.po").write_text(CATALOGUE, "utf-8")
    subprocess.run(["msgfmt", "--no-hash", "-o", tmp_path / "one.mo", tmp_path / "one.po"], check=True, timeout=20)
    theirs = translations((tmp_path / "one.mo").read_bytes())
    ours = translations(compiled(read_po(CATALOGUE)))
    for one in read_po(CATALOGUE):
        assert ours.gettext(one.id) == theirs.gettext(one.id)
