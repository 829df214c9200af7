"""What programs of forums add to the text of a post: notes of changes, previews of links, whole quotations."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.extract.article.kinds.threads.post_moment import is_date, to_the_minute
from tuinews.model.document import Block, Document, Figure, Quote

LONG = (
    "We tried the long rakes first and the flat boat later, and the rakes brought up more than the boat did, "
    "since the race is narrow there. It took two days for forty yards, and then the water stood as high as before."
)
POST = (
    '<article class="message" data-author="{name}"><time datetime="2025-02-0{n}T10:00:00Z">Feb {n}, 2025</time>'
    '<div class="bbWrapper">{text}</div></article>'
)


def blocks_of(*texts: str) -> list[Block]:
    posts = "".join(
        POST.format(name=name, n=n, text=text)
        for n, (name, text) in enumerate(zip(("reed", "mossy", "oakum"), texts, strict=False), 1)
    )
    html = f"<body><h1>Cleaning the race</h1><div>{posts}</div></body>"
    return list(extract_article(html, "https://mills.example/threads/race.77/").document.blocks)


def lines_of(*texts: str) -> list[str]:
    return Document(tuple(blocks_of(*texts))).lines


@pytest.mark.parametrize(
    "note",
    [
        "<span data-note><strong>Edited <time datetime='2025-02-09'>February 9</time> by reed</strong></span>",
        "<div><em>Last edited by reed; 02-09-2025 at 10:15 AM.</em></div>",
        "<p><i>Zuletzt bearbeitet von reed am 9. Februar 2025, 10:15</i></p>",
        "<p>Dernière modification par reed le 9 février 2025.</p>",
        "<div>Последний раз редактировалось reed; 09.02.2025 в 10:15.</div>",
        "<div>Chỉnh sửa lần cuối: 9/2/2025</div>",
        "<div><i>本帖最后由 reed 于 2025-2-9 10:15 编辑</i></div>",
        "<div><a href='/attachments/2028258/'>View attachment 2028258</a></div>",
    ],
)
def test_a_note_of_the_program_is_none_of_the_post(note: str) -> None:
    plain = lines_of("<p>Mind the eels.</p>", "<p>They come in May.</p>")

    assert lines_of(f"<p>Mind the eels.</p>{note}", "<p>They come in May.</p>") == plain


@pytest.mark.parametrize(
    "sentence",
    [
        "Edited volumes on mills are rare, and the one of 1998 is out of print.",
        "Modified rakes with 12 teeth work better than anything that I tried before them, in 2019 and later.",
    ],
)
def test_a_sentence_that_begins_like_a_note_stays(sentence: str) -> None:
    assert sentence in lines_of(f"<p>{sentence}</p><p>So much for that.</p>", "<p>Thanks.</p>")


CARDS = {
    "xenforo": '<div class="bbCodeBlock bbCodeBlock--unfurl js-unfurl"><div class="contentRow"><div>'
    '<img src="/i.jpg"></div><div><h3 class="js-unfurl-title"><a href="https://water.example/eels">'
    'The way of the eel</a></h3><div class="js-unfurl-desc">Where eels come from, and where they go.</div>'
    "<div>water.example</div></div></div></div>",
    "discourse": '<aside class="onebox allowlistedgeneric"><header class="source"><a href="https://water.example/">'
    'water.example</a></header><article class="onebox-body"><h3><a href="https://water.example/eels">The way of '
    "the eel</a></h3><p>Where eels come from, and where they go.</p></article></aside>",
    "other": '<div class="link-preview"><a class="title" href="https://water.example/eels">The way of the eel</a>'
    "<p>Where eels come from, and where they go.</p></div>",
}


@pytest.mark.parametrize("name", CARDS)
def test_the_preview_of_a_link_is_its_title(name: str) -> None:
    blocks = blocks_of(f"<p>Read this:</p>{CARDS[name]}<p>It is short.</p>", "<p>Thanks.</p>")

    lines = Document(tuple(blocks)).lines
    assert [line for line in lines if "eel" in line] == ["The way of the eel"]
    assert "water.example" not in lines
    assert not [block for block in blocks if isinstance(block, Figure)]


def quote(text: str) -> str:
    return f'<blockquote class="bbCodeBlock--quote"><p>reed said:</p><p>{text}</p></blockquote><p>Two days!</p>'


def quoted(*texts: str) -> list[str]:
    found = next(block for block in blocks_of(*texts) if isinstance(block, Quote))
    return Document((found,)).lines


def test_a_quotation_of_what_stands_above_is_its_beginning() -> None:
    name, text = quoted(f"<p>{LONG}</p>", quote(LONG))

    assert name == "reed said:"
    assert text.endswith(" …")
    assert LONG.startswith(text.removesuffix(" …"))
    assert 40 < len(text) < 90


def test_what_is_quoted_from_elsewhere_is_whole() -> None:
    assert quoted("<p>Has anybody cleaned the race?</p>", quote(LONG)) == ["reed said:", LONG]


def test_a_short_quotation_is_whole() -> None:
    assert quoted("<p>Has anybody cleaned the race?</p>", quote("Has anybody cleaned the race?")) == [
        "reed said:",
        "Has anybody cleaned the race?",
    ]


WHOLE = f"<p>We used rakes.</p><p>{LONG}</p><p>Mind the eels.</p>"


@pytest.mark.parametrize(
    "preview",
    [
        f"<p>We used rakes.</p><p>{LONG[:90]}</p>",
        f"<p>We used rakes.</p><p>{LONG[:90]} …</p>",
        f"<p>We used rakes.</p><p>{LONG}</p>",
        WHOLE,
    ],
)
def test_a_preview_of_a_post_before_its_text_goes(preview: str) -> None:
    twice = f'<div class="short">{preview}</div><div class="long" style="display:none">{WHOLE}</div>'

    assert lines_of(twice, "<p>Thanks.</p>") == lines_of(WHOLE, "<p>Thanks.</p>")


def test_a_line_that_is_said_twice_stays() -> None:
    song = "<p>Row, row, row your boat.</p><p>Row, row, row your boat.</p><p>Gently down the stream.</p>"

    assert lines_of(song, "<p>Thanks.</p>").count("Row, row, row your boat.") == 2


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ("Wed Mar 4 18:58:33 2026 UTC", "Wed Mar 4 18:58 2026"),
        ("2/21/2024 5:00:00 AM", "2/21/2024 5:00 AM"),
        ("2014-03-28 15:35:05 +00:00", "2014-03-28 15:35"),
        ("Feb 1, 2025 at 8:20 AM", "Feb 1, 2025 at 8:20 AM"),
    ],
)
def test_a_moment_is_shown_to_the_minute(stated: str, shown: str) -> None:
    assert to_the_minute(stated) == shown


def test_a_year_alone_is_no_moment() -> None:
    assert [is_date(text) for text in ("2023", "2023,", "", "Mar 09, 2023")] == [False, False, False, True]
