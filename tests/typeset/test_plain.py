"""Plain text for a pipe."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from tuinews.model.article import Article
from tuinews.model.document import Document
from tuinews.model.when import Precision, When
from tuinews.typeset.plain import to_text


def test_the_article_then_its_links(everything: Article) -> None:
    text = to_text(everything, 60)
    assert text.startswith(
        "Tiêu đề của một bài báo đủ dài để phải xuống dòng khi màn\nhình hẹp lại\n\nThanh Huyền, An"
    )
    assert text.endswith("\n\n[1] https://a.example/x\n[2] https://video.example/x\n")
    assert not [line for line in text.split("\n") if line != line.rstrip()]


def test_a_wide_width_is_taken_at_its_word(everything: Article) -> None:
    assert max(map(len, to_text(everything, 120).split("\n"))) > 80


def test_an_article_without_a_language_has_its_date_in_the_programs(speak: Callable[[str], str]) -> None:
    article = Article(None, "A title", Document(()), published=When(datetime(2026, 3, 7), Precision.DAY))
    assert "7 March 2026" in to_text(article, 60)
    assert "2026-03-07" in to_text(replace(article, lang="pl"), 60)
    speak("vi")
    assert "7 tháng 3, 2026" in to_text(article, 60)
    assert "7 March 2026" in to_text(replace(article, lang="en-GB"), 60)
