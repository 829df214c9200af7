"""What a site repeats goes, and what an article says stays."""

import time
from dataclasses import replace

import pytest

from tuinews.extract.recurring import Shortened, shortened
from tuinews.model.article import Article, PageKind
from tuinews.model.document import (
    Block,
    Code,
    Document,
    Figure,
    Footnote,
    Heading,
    List,
    Mark,
    Paragraph,
    Quote,
    Span,
    Table,
)
from tuinews.model.kept_article import SiteMemory

from .articles import BOX, MISSION, article, key, memory_of, own, paragraph, usual


def read(one: Article, *others: Article) -> Shortened:
    return shortened(one, memory_of(*others, one), key(one))


def test_what_two_articles_end_with_goes_from_both() -> None:
    one, other = usual(BOX, MISSION), usual(BOX, MISSION)
    for which in (one, other):
        found = read(which, one, other)
        assert found.left_out == 2
        assert found.article.document == Document(which.document.blocks[:6])


def test_the_first_page_of_a_site_stays_whole() -> None:
    one = usual(BOX)
    assert read(one) == Shortened(one)
    assert shortened(one, SiteMemory(), key(one)) == Shortened(one)


def test_a_box_between_paragraphs_goes() -> None:
    one = article(own(), own(), BOX, own(), own(), own())
    other = article(own(), BOX, own(), own(), own(), own())
    assert read(one, other).left_out == 1
    assert BOX not in read(one, other).article.text


def test_straight_and_curly_signs_capitals_and_blanks_are_one_line() -> None:
    one = usual("It's here: “Our” morning letter, free for all.")
    other = usual('IT’S here:  "our" morning letter – free for all')
    assert read(one, other).left_out == 1


@pytest.mark.parametrize("text", ["Gulls return", "Read it all", "More news"])
def test_short_lines_of_two_articles_stay(text: str) -> None:
    one, other = usual(text), usual(text)
    assert read(one, other).left_out == 0


def test_short_lines_of_many_articles_go() -> None:
    pages = [usual("Recommended story:") for _ in range(8)]
    assert read(pages[0], *pages).left_out == 1
    pages += [usual() for _ in range(3)]
    assert read(pages[0], *pages).left_out == 0


def test_a_few_bold_words_are_a_heading_and_stay() -> None:
    pages = [article(own(), own(), paragraph("Our verdict:", Mark.STRONG), own(), own(), own()) for _ in range(9)]
    assert read(pages[0], *pages).left_out == 0


SENTENCE = "This sentence stands on both of the pages, and rightly so."


@pytest.mark.parametrize(
    "block",
    [
        Heading(2, (Span(SENTENCE),)),
        Quote((paragraph(SENTENCE),)),
        Code(SENTENCE),
        Table((), (((Span(SENTENCE),),),)),
        Figure("https://post.example/1.jpg", caption=(Span(SENTENCE),)),
        Footnote("1", (paragraph(SENTENCE),)),
        Paragraph((Span(SENTENCE),), indent=1),
    ],
    ids=lambda block: type(block).__name__,
)
def test_what_recurs_rightly_stays(block: Block) -> None:
    pages = [article(own(), own(), block, own(), own(), own(), BOX) for _ in range(9)]
    found = read(pages[0], *pages)
    assert found.left_out == 1
    assert found.article.document.blocks == pages[0].document.blocks[:-1]


def test_a_refrain_stays() -> None:
    refrain = "And the gulls, the gulls, they cried all night."
    one = article(own(), refrain, own(), refrain, own(), refrain, own(), BOX)
    other = article(own(), own(), own(), own(), refrain, BOX)
    assert read(one, other).article.document.blocks == one.document.blocks[:-1]


def test_a_notice_above_each_video_goes_once_many_articles_have_it() -> None:
    consent = "I agree that external content is shown to me here."
    pages = [article(own(), consent, own(), own(), consent, own(), own(), own()) for _ in range(5)]
    assert read(pages[0], *pages[:3]).left_out == 0
    found = read(pages[0], *pages)
    assert found.left_out == 2
    assert consent not in found.article.text
    quoted = article(own(), consent, own(), Quote((paragraph(consent),)), own(), own(), own(), own())
    assert read(quoted, *pages).left_out == 0


@pytest.mark.parametrize(
    ("kind", "two", "five"),
    [
        (PageKind.ARTICLE, 1, 1),
        (PageKind.LIVE, 1, 1),
        (PageKind.RECIPE, 0, 1),
        (PageKind.THREAD, 0, 1),
        (PageKind.DOCUMENTATION, 0, 0),
    ],
)
def test_who_writes_in_set_phrases_means_them(kind: PageKind, two: int, five: int) -> None:
    phrase = "Heat the oven to one hundred and eighty degrees."
    pages = [replace(article(own(), own(), phrase, own(), own(), own()), page_kind=kind) for _ in range(5)]
    assert read(pages[0], *pages[:2]).left_out == two
    assert read(pages[0], *pages).left_out == five


def test_title_and_lead_stay() -> None:
    pages = [article(*(own() for _ in range(5)), BOX, lead=MISSION) for _ in range(9)]
    found = read(pages[0], *pages)
    assert (found.left_out, found.article.lead) == (1, MISSION)


@pytest.mark.parametrize(
    "change",
    [
        lambda blocks: (*blocks, own(), own()),
        lambda blocks: (own(), own(), own(), *blocks),
        lambda blocks: blocks[:4],
        lambda blocks: (*blocks[:2], own(), own(), *blocks[4:6], own(), own()),
    ],
    ids=["continued", "with a new beginning", "cut", "rewritten by half"],
)
def test_two_pages_of_one_article_say_nothing_of_each_other(change: object) -> None:
    one = usual()
    other = article(*change(one.document.blocks))  # type: ignore[operator]
    assert read(one, other).left_out == read(other, one).left_out == 0


def test_two_pages_of_one_article_still_lose_what_a_third_has() -> None:
    one = article(*(own() for _ in range(6)), BOX)
    copy = article(*one.document.blocks)
    assert read(one, copy).left_out == 0
    assert read(one, copy, usual(BOX)).article.document.blocks == one.document.blocks[:-1]


def test_short_pages_are_told_apart_once_longer_ones_say_what_the_site_adds() -> None:
    def short() -> Article:
        return article(MISSION, own(), BOX, own(), own())

    longer = [article(MISSION, *(own() for _ in range(5)), BOX, own(), own(), own()) for _ in range(5)]
    brief = short()
    assert read(brief, short(), short()).left_out == 0
    assert read(brief, short(), short(), *longer).left_out == 2
    copy = article(*brief.document.blocks)
    updated = article(own(), *brief.document.blocks)
    for one in (copy, updated):
        found = read(brief, one, *longer)
        assert found.left_out == 2
        assert [block for block in brief.document.blocks if block not in found.article.document.blocks] == [
            paragraph(MISSION),
            paragraph(BOX),
        ]


@pytest.mark.parametrize(
    ("notices", "length"), [(8, 1), (4, 4)], ids=["many lines of the site", "long lines of the site"]
)
def test_short_pages_with_much_of_their_site_are_one_article_by_their_own_text(notices: int, length: int) -> None:
    standing = [
        f"The harbour has notice {chr(97 + number)} for all readers. " * length for number in range(notices)
    ]
    told = [own(1), own(1)]
    brief, update = (article(*standing, own(1), *told) for _ in range(2))
    longer = [article(*standing, *(own() for _ in range(40))) for _ in range(6)]
    text = read(brief, update, *longer).article.document.blocks
    assert [block for block in told if block not in text] == []


def test_versions_of_one_article_never_say_what_is_their_sites() -> None:
    told = [own() for _ in range(6)]
    versions = [article(*(own() for _ in range(new)), *told, MISSION) for new in range(6)]
    for one in versions:
        assert read(one, *versions).left_out == 0


def test_the_same_article_read_again_counts_once() -> None:
    one, other = usual(BOX), usual()
    again = article(*one.document.blocks, url=one.url)
    assert read(one, again, other).left_out == 0
    rewritten = article(*(own() for _ in range(6)), BOX, url=one.url)
    assert shortened(one, memory_of(rewritten), key(one)).left_out == 0


def test_two_of_a_series_that_asks_the_same_questions_keep_them() -> None:
    questions = [f"What do you think of the harbour at {hour} in the morning?" for hour in range(4, 8)]

    def interview() -> Article:
        return article(*(block for question in questions for block in (question, own())))

    pages = [interview() for _ in range(9)]
    assert read(pages[0], *pages).left_out == 0


def test_the_standing_introduction_of_a_series_stays() -> None:
    introduction = "Each week our pilot answers the questions of those who stay on land."
    series = [article(introduction, own(), own(), own(), own()) for _ in range(3)]
    others = [usual() for _ in range(5)]
    assert read(series[0], *series[1:]).left_out == 0
    assert read(series[0], *series, *others).left_out == 0


def test_what_stands_before_most_articles_of_a_site_goes() -> None:
    disclosure = "When you buy by links on this site we may earn a commission."
    pages = [article(disclosure, own(), own(), own(), own()) for _ in range(8)]
    assert read(pages[0], *pages).left_out == 1


def test_what_two_of_fifty_articles_say_stays() -> None:
    told = "The harbour was built in the year of the great storm by sailors of the north."
    pages = [usual() for _ in range(48)]
    twice = [article(own(), own(), told, own(), own(), own()), article(own(), told, own(), own(), own())]
    ends = [usual(told), usual(told)]
    assert read(twice[0], *pages, *twice).left_out == 0
    assert read(ends[0], *pages, *ends).left_out == 0


def test_between_paragraphs_it_takes_more_articles_than_at_the_end() -> None:
    pages = [usual() for _ in range(8)]
    ends = [usual(MISSION), usual(MISSION)]
    boxes = [article(own(), own(), BOX, own(), own()), article(own(), BOX, own(), own(), own())]
    assert read(ends[0], *pages, *ends).left_out == 1
    assert read(boxes[0], *pages, *boxes).left_out == 0
    assert read(boxes[0], *pages[:4], *boxes).left_out == 1


def test_never_more_than_a_third_goes_and_the_surest_first() -> None:
    words = ("one", "two", "three", "four", "five", "six", "seven", "eight")
    standing = [f"Standing sentence {word} of this harbour, long enough." for word in words]
    others = [usual(sentence) for sentence in standing]
    short = article(*(own(1) for _ in range(5)), *standing)
    found = read(short, *others, usual(standing[2]))
    left, kept = found.left_out, sum(map(len, found.article.document.lines))
    assert 0 < left < len(standing)
    assert kept >= 2 / 3 * sum(map(len, short.document.lines))
    assert standing[2] not in found.article.text


def test_an_introduction_after_other_links_or_a_quotation_is_still_one() -> None:
    introduction = "Each week our pilot answers the questions of those who stay on land."
    for before in (
        lambda: List(items=((own(),), (own(),))),
        lambda: Quote((own(),)),
    ):
        series = [article(before(), introduction, own(), own(), own(), own()) for _ in range(3)]
        assert read(series[0], *series).left_out == 0


def test_a_list_goes_as_a_whole_or_not_at_all() -> None:
    def items(*texts: str) -> List:
        return List(items=tuple((paragraph(text),) for text in texts))

    follow = items("Follow us on the harbour radio", "Write to the harbour master")
    pages = [usual(follow) for _ in range(3)]
    assert read(pages[0], *pages).article.document.blocks == pages[0].document.blocks[:-1]
    one = usual(items("Follow us on the harbour radio", "Two spoons of the best olive oil"))
    other = usual(items("Follow us on the harbour radio", "A pound of flour, and a little more"))
    assert read(one, other).left_out == 0


def test_a_line_of_a_paragraph_goes_and_the_look_of_the_others_stays() -> None:
    def broken(own_text: str) -> Article:
        spans = (
            Span(f"{own_text}\n"),
            Span(BOX[:20], (Mark.STRONG,)),
            Span(BOX[20:] + "\nSigned, "),
            Span(own_text[::-1], (Mark.EMPHASIS,), "https://post.example/"),
        )
        return article(own(), own(), Paragraph(spans), own(), own())

    one, other = broken("The first of its kind and the last"), broken("Another day, another boat went out")
    changed = read(one, other).article.document.blocks[2]
    assert isinstance(changed, Paragraph)
    assert [(span.text, span.marks) for span in changed.spans] == [
        ("The first of its kind and the last", ()),
        ("\n", ()),
        ("Signed, ", ()),
        ("The first of its kind and the last"[::-1], (Mark.EMPHASIS,)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mời bạn đọc theo dõi báo trên các nền tảng số của chúng tôi.",
        "本报坚持为读者服务欢迎订阅我们每天清晨的电子邮件通讯",
        "저작권자 항구신문, 무단 전재와 재배포를 금합니다, 모두에게",
        "Подпишитесь на нашу утреннюю рассылку о жизни порта.",
        "اشترك في نشرتنا الصباحية عن حياة الميناء والبحر",
    ],
)
def test_a_box_goes_in_every_script(text: str) -> None:
    assert read(usual(text), usual(text)).left_out == 1


def test_a_thousand_lines_and_sixty_articles_are_read_in_no_time() -> None:
    pages = [article(*(own() for _ in range(100)), BOX) for _ in range(60)]
    memory = memory_of(*pages)
    started = time.process_time()
    for _ in range(10):
        assert shortened(pages[-1], memory, key(pages[-1])).left_out == 1
    assert time.process_time() - started < 1.0
