"""The pages have what real pages have around their articles."""

from datetime import datetime, timedelta
from html import unescape
from html.parser import HTMLParser

import pytest

from tuinews.demo.edition import GuideArticle, edition
from tuinews.demo.html_pages import article_page, front_page, listing_page, relative
from tuinews.demo.site import VIETNAM

NOW = datetime(2026, 9, 6, 10, 30, tzinfo=VIETNAM)
GUIDES = edition("http://a.example/")
VOID = {"meta", "link", "img", "hr", "br", "input"}


class _Balance(HTMLParser):
    """Raises AssertionError where elements do not close in order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(source)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.path)
def test_an_article_page_is_well_formed_and_has_its_words_once(guide: GuideArticle) -> None:
    page = article_page(guide, [other for other in GUIDES if other is not guide], NOW)
    _Balance(page)
    assert page.count(f'<h1 class="title">{guide.article.title}</h1>') == 1
    assert unescape(page).count(guide.summary) == 2


def test_the_masthead_has_todays_date_above_an_older_article() -> None:
    vietnamese = next(g for g in GUIDES if g.article.lang == "vi")
    page = article_page(vietnamese, GUIDES, NOW)
    today = page.index("CHỦ NHẬT, NGÀY 06 THÁNG 09 NĂM 2026 10:30")
    assert today < page.index("<h1") < page.index("Thứ tư, 2/9/2026, 08:00 (GMT+7)")
    assert 'article:modified_time" content="2026-09-06T10:30:00+07:00"' in page
    assert "published_time" not in page


def test_an_english_page_states_its_time_in_the_head() -> None:
    english = next(g for g in GUIDES if g.article.lang == "en")
    page = article_page(english, GUIDES, NOW)
    assert 'article:published_time" content="2026-08-24T09:15:00+07:00"' in page
    assert '<span class="author">Nora Field</span>' in page


def test_a_caption_stands_twice() -> None:
    guide = next(g for g in GUIDES if "tuinews-lam-gi" in g.path)
    page = article_page(guide, GUIDES, NOW)
    caption = "Nguồn tin ở bên trái, danh sách bài ở giữa, bài đang đọc ở bên phải."
    assert f'alt="{caption}"' in page
    assert f"<figcaption>{caption}" in page


def test_the_listing_announces_no_feed_and_doubles_its_titles() -> None:
    page = listing_page(GUIDES, "http://a.example/tin-moi/", NOW)
    _Balance(page)
    assert "alternate" not in page
    first = GUIDES[0]
    assert page.count(f'alt="{first.article.title}"') == 1
    assert page.count(f">{first.article.title}</a>") == 1
    assert "4 ngày trước" in page


def test_the_front_page_announces_three_feeds() -> None:
    page = front_page(GUIDES, "http://a.example/", NOW)
    _Balance(page)
    assert page.count('rel="alternate"') == 3
    assert all(guide.path in page for guide in GUIDES)


@pytest.mark.parametrize(
    ("ago", "text"),
    [
        (timedelta(seconds=5), "1 phút trước"),
        (timedelta(minutes=59), "59 phút trước"),
        (timedelta(hours=23, minutes=59), "23 giờ trước"),
        (timedelta(days=6), "6 ngày trước"),
        (timedelta(days=13), "1 tuần trước"),
        (timedelta(days=59), "1 tháng trước"),
        (timedelta(days=729), "1 năm trước"),
        (timedelta(days=-1), "07/09/2026"),
    ],
)
def test_relative_dates_are_floored(ago: timedelta, text: str) -> None:
    assert relative(NOW - ago, NOW) == text
