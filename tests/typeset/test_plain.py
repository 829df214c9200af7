"""Plain text for a pipe."""

from tuinews.model.article import Article
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
