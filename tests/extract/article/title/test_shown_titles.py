"""The title that readers see, where machines are told another: for search engines, of the site, of a box."""

import json

import pytest

from tuinews.extract.article import extract_article
from tuinews.extract.article.title.slug import words_of

SHOWN = "Làng gốm bên sông đỏ lửa sau mười năm"
SEARCHED = "Gốm Bến Sông: giá bán, địa chỉ mua uy tín nhất"
TEXT = "".join(
    f"<p>Buổi thứ {day}, các hộ trong làng cùng nhau nhào đất, dựng lò và hẹn nhau giữ lửa suốt mùa; người già "
    "chỉ cho lớp trẻ cách chọn đất, cách nghe tiếng lửa để biết mẻ gốm đã chín tới.</p>"
    for day in range(4, 9)
)


def title(
    head: str,
    *,
    told: str = SEARCHED,
    url: str = "https://bao.example/1.html",
    data: object = None,
    lang: str = "vi",
) -> str:
    script = json.dumps(data if data is not None else {"@type": "NewsArticle", "headline": told})
    page = (
        f'<html lang="{lang}"><head><title>{told}</title><meta property="og:title" content="{told}">'
        f'<script type="application/ld+json">{script}</script></head>'
        f"<body><article>{head}{TEXT}</article></body></html>"
    )
    return extract_article(page, url).title


def test_the_only_h1_goes_before_a_title_for_search_engines() -> None:
    assert title(f"<h1>{SHOWN}</h1>") == SHOWN


@pytest.mark.parametrize("head", ["<h1>Menu</h1>", "<h1>Tin mới</h1>", f"<h1 class='sr-only'>{SHOWN}</h1>"])
def test_an_h1_that_is_a_label_or_unseen_does_not(head: str) -> None:
    assert title(head) == SEARCHED


def test_the_address_that_was_asked_for_decides_as_the_canonical_does() -> None:
    told = "Làng gốm bên sông: giá bán và địa chỉ"
    slug = "https://bao.example/lang-gom-ben-song-do-lua-sau-muoi-nam-123.html"
    assert title(f"<h1>{SHOWN}</h1>", told=told, url=slug) == SHOWN


def test_d_with_a_stroke_is_d_in_an_address() -> None:
    assert words_of("trồng sen Đồng Tháp") == {"trong", "sen", "dong", "thap"}


def test_entities_that_were_escaped_twice_are_read() -> None:
    assert title("", told="Chi&amp;#7871;n dịch giữ lửa ở làng gốm") == "Chiến dịch giữ lửa ở làng gốm"


@pytest.mark.parametrize("kind", ["WebSite", "Organization", ["NewsMediaOrganization", "Organization"]])
def test_the_name_of_the_site_is_no_headline(kind: object) -> None:
    data = [{"@type": kind, "name": "Báo Bến Sông"}, {"@type": "NewsArticle", "headline": "Báo Bến Sông"}]
    assert title(f"<h1>{SHOWN}</h1>", told="Báo Bến Sông", data=data) == SHOWN


def test_a_headline_in_an_h2_that_the_sources_repeat_goes_before_the_h1_of_a_box() -> None:
    assert title(f"<h2>{SEARCHED}</h2><div><h1>Original text</h1></div>") == SEARCHED


def test_a_page_without_h1_that_is_told_as_its_paper_has_the_line_that_is_called_title() -> None:
    head = "<html><head><title>Báo Bến Sông điện tử</title></head>"
    page = f"{head}<body><p class='pTitle'>{SHOWN}</p>{TEXT}</body></html>"
    assert extract_article(page, "https://bensong.example/a/1.html").title == SHOWN


def test_a_label_in_an_element_of_its_own_is_no_part_of_the_headline() -> None:
    told = "Debate on the live broadcast flares up"
    head = f"<h1><span>Harbour inquiry</span><span>{told}</span></h1>"
    assert title(head, told=f"{told} - news.example", lang="en") == told
    both = f"Harbour inquiry: {told}"
    assert title(head, told=both, lang="en") == both


@pytest.mark.parametrize(
    ("told", "masthead"),
    [
        ("A dry mill | Miller News", '<b><a href="/">Miller News</a></b>'),
        ("A dry mill : millers", '<h1><a href="https://talk.example/r/millers/">millers</a></h1>'),
    ],
)
def test_a_page_about_another_page_is_called_as_its_link(told: str, masthead: str) -> None:
    link = '<p class="title"><a href="https://mill.example/dry">A dry mill</a> <span>(mill.example)</span></p>'
    page = f"<html><head><title>{told}</title></head><body>{masthead}{link}<div>{TEXT}</div></body></html>"
    assert extract_article(page, "https://talk.example/r/millers/1").title == "A dry mill"
