"""The guide edition is whole: every kind of block, no dead link, dates in order."""

import re
from pathlib import Path

import pytest

from tuinews.demo.edition import edition, guide_articles
from tuinews.demo.pictures import names
from tuinews.model.document import Block, List, every_block
from tuinews.text import clean_line, clean_text
from tuinews.typeset.typeset import typeset

GUIDES = edition("http://a.example/")


def test_about_ten_articles_in_two_languages_newest_first() -> None:
    assert len(GUIDES) == 11
    assert {guide.article.lang for guide in GUIDES} == {"vi", "en"}
    dates = [guide.published for guide in GUIDES]
    assert dates == sorted(dates, reverse=True)
    assert len({guide.path for guide in GUIDES}) == len(GUIDES)


def test_every_kind_of_block_occurs() -> None:
    kinds = {type(block).__name__ for guide in GUIDES for block in every_block(guide.article.document.blocks)}
    assert kinds == {
        "Heading",
        "Paragraph",
        "List",
        "Quote",
        "Table",
        "Code",
        "Figure",
        "Embed",
        "Rule",
        "Footnote",
    }


def test_lists_nest_three_deep_and_one_article_is_long() -> None:
    def depth(block: Block) -> int:
        match block:
            case List(items=items):
                return 1 + max(depth(inner) for item in items for inner in item)
        return 0

    assert max(depth(block) for guide in GUIDES for block in guide.article.document.blocks) == 4
    assert max(len(guide.article.text.split()) for guide in GUIDES) > 3000


def test_on_the_shelf_nothing_leads_to_a_site_that_is_not_there() -> None:
    guides = edition("tuinews:guide")
    assert guides[0].article.url == "tuinews:guide/huong-dan/tuinews-lam-gi.html"
    assert not [link for guide in guides for link in typeset(guide.article, 80).links]


def test_every_article_says_what_a_newspaper_says() -> None:
    for guide in GUIDES:
        article = guide.article
        assert article.title == clean_line(article.title)
        assert article.text == clean_text(article.text)
        assert article.authors
        assert len(guide.summary) > 100
        assert guide.picture in names()
        assert guide.published.utcoffset() is not None


@pytest.mark.parametrize(("lang", "spoken"), [("vi", "vi"), ("en", "en"), ("fr", "en")])
def test_the_guide_is_in_one_language_and_links_to_itself_alone(lang: str, spoken: str) -> None:
    found = guide_articles(lang, "https://a.example")
    assert len(found) >= 9
    assert {one.article.lang for one in found} == {spoken}
    paths = {one.path for one in found}
    for one in found:
        linked = set(re.findall(r"/huong-dan/[a-z-]+\.html", str(one.article.document)))
        assert linked <= paths, one.path
        assert one.article.text == clean_text(one.article.text)
        assert len(one.summary) > 100
        assert one.picture in names()
        assert typeset(one.article, 72).lines


@pytest.mark.parametrize(
    ("page", "lang", "said"),
    [("tutorial.md", "en", "the guide, {} articles"), ("tutorial.vi.md", "vi", "bản hướng dẫn: {} bài")],
)
def test_the_tutorial_says_how_many_articles_the_guide_has(page: str, lang: str, said: str) -> None:
    numbers = {"en": {10: "ten", 11: "eleven", 12: "twelve"}, "vi": {9: "chín", 10: "mười", 11: "mười một"}}
    count = len(guide_articles(lang, "http://a.example/"))
    text = " ".join((Path(__file__).parents[2] / "docs" / page).read_text("utf-8").split())
    assert said.format(numbers[lang][count]) in text
