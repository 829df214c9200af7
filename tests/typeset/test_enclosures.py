"""The files that go with an article stand below it, each once, with their addresses."""

from dataclasses import replace

from tuinews.model.article import Article
from tuinews.model.document import Document, Figure, Paragraph, Span
from tuinews.model.entry import Enclosure
from tuinews.typeset.enclosures import kind_of, with_enclosures
from tuinews.typeset.markdown import to_markdown
from tuinews.typeset.plain import to_text

EPISODE = "https://cdn.example/ep12.mp3"
ARTICLE = Article("https://a.example/12", "Tập 12", Document((Paragraph((Span("Về con sông."),)),)))


def test_each_file_is_a_line_with_its_kind_address_and_length() -> None:
    files = (
        Enclosure(EPISODE, "audio/mpeg", 34_200_000),
        Enclosure(EPISODE, "audio/mpeg", 34_200_000),
        Enclosure("https://cdn.example/film", "video/mp4"),
        Enclosure("https://cdn.example/notes.pdf", "application/pdf", 900),
        Enclosure("https://cdn.example/cover.jpg", "image/jpeg", 1),
    )
    text = to_text(with_enclosures(ARTICLE, files), 80)
    assert text.count(f"Audio: {EPISODE}") == 1
    assert f"Audio: {EPISODE}[1], 34.2 MB" in text
    assert "Video: https://cdn.example/film[2]" in text
    assert "File: https://cdn.example/notes.pdf[3], 1 kB" in text
    assert "cover.jpg" not in text, "pictures of feeds repeat the article's own"
    assert f"](<{EPISODE}>)" in to_markdown(with_enclosures(ARTICLE, files[:1]))


def test_what_the_article_shows_already_is_not_said_again() -> None:
    linked = Paragraph((Span("nghe", href=EPISODE),))
    film = Figure(url="https://cdn.example/film.webm")
    article = replace(ARTICLE, document=Document((linked, film)))
    files = (Enclosure(EPISODE, "audio/mpeg"), Enclosure("https://cdn.example/film.webm", "video/webm"))
    assert with_enclosures(article, files) is article
    assert with_enclosures(ARTICLE, ()) is ARTICLE


def test_the_kind_is_told_by_the_type_or_by_the_name() -> None:
    assert [
        kind_of(Enclosure(url, kind))
        for url, kind in (
            ("https://a.example/x", "Audio/OGG"),
            ("https://a.example/x.MP4?k=1", None),
            ("https://a.example/x.mp3", "application/octet-stream"),
            ("https://a.example/x.webp", ""),
            ("https://a.example/x", None),
        )
    ] == ["audio", "video", "audio", "image", ""]
