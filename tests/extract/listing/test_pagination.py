"""The next page of a listing: by its relation, its words, its address, its number."""

import pytest

from tuinews.extract.listing import extract_listing

URL = "https://a.example/news"
STORIES = "".join(
    f'<h2><a href="/2024/story-of-day-{i}">A story of the day, number {i}</a></h2>' for i in range(5)
)


def next_of(markup: str, url: str = URL, head: str = "") -> str | None:
    return extract_listing(f"<html><head>{head}</head><body>{STORIES}{markup}</body></html>", url).next_page


WORDS = ["Next", "Next »", "Older posts", "← Older", "Trang sau", "Xem thêm", "Nächste Seite", "Ältere Beiträge"]
WORDS += ["Suivant", "Siguiente", "Successiva", "Próxima", "Volgende", "Nästa", "Następna", "Další", "Дальше"]
WORDS += ["Следующая", "下一页", "次のページ", "다음", "Berikutnya", "ถัดไป", "التالي", "Sonraki", "Επόμενη"]


@pytest.mark.parametrize("text", WORDS)
def test_words_for_next(text: str) -> None:
    assert (
        next_of(f'<div class="pagination"><a href="/news?page=2">{text}</a></div>')
        == "https://a.example/news?page=2"
    )


@pytest.mark.parametrize(
    ("markup", "url", "wanted"),
    [
        ('<a rel="next" href="?start=20">20</a>', URL, "https://a.example/news?start=20"),
        ('<a href="/news/page/2" >«Načíst další příběhy</a>', URL, "https://a.example/news/page/2"),
        ('<ul><li><a href="/news-p3">3</a></li></ul>', "https://a.example/news-p2", "https://a.example/news-p3"),
        ('<p><a href="/l_1.html">1</a> <b>2</b> <a href="/l_3.html">3</a></p>', URL, "https://a.example/l_3.html"),
        ('<a href="/news/page/2">Newer</a><a href="/news/page/4">Older</a>', "https://a.example/news/page/3",
         "https://a.example/news/page/4"),
        ('<a href="/news/page/2">Newer posts</a>', "https://a.example/news/page/3", None),
        ('<a class="next" href="https://b.example/page/2">Next</a>', URL, None),
        ('<a href="#more">More</a>', URL, None),
        ('<a href="/video/more">More</a>', URL, None),
        ('<a href="/politics/page/2">Politics</a>', URL, None),
    ],
)  # fmt: skip
def test_where_the_next_page_is(markup: str, url: str, wanted: str | None) -> None:
    assert next_of(markup, url) == wanted


def test_the_head_goes_before_the_body() -> None:
    head = '<link rel="next" href="/news/page/2/">'
    assert next_of('<a href="/other?page=2">Next</a>', head=head) == "https://a.example/news/page/2/"
