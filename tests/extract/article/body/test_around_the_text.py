"""Lines at the beginning and the end of a text, and what stands twice in it, told by their place alone."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import Article

PROSE = [
    "The choir of the upper valley sang in the market hall on Friday, and nobody went home before midnight.",
    "It had learnt the songs in a school without heating, where the singers kept their coats and gloves on.",
    "“We sang with our breath in front of us,” said the baker who conducts the choir, “and it looked like smoke.”",
    "Next year the choir will travel to the coast, if the bus that was promised comes over the pass in time.",
]


def article(first: str = "", last: str = "", middle: str = "", lang: str = "en") -> Article:
    before, after = ("".join(f"<p>{line}</p>" for line in lines) for lines in (PROSE[:3], PROSE[3:]))
    return extract_article(
        f"<html lang={lang}><head><title>A song in the hall</title></head><body><main><article>"
        f"<h1>A song in the hall</h1><div>{first}{before}{middle}{after}{last}</div></article></main>",
        "https://valley.example/a-song",
    )


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("03/10/2025 08:30", "2025-10-03T08:30"),
        ("Oct 8, 2025 (last edited)", None),
        ("November 2016", "2016-11"),
        ("By Ute Lang. 3.10.2025.", "2025-10-03"),
    ],
)
def test_a_date_above_the_text_is_no_line_of_it(line: str, date: str | None) -> None:
    told = article(f"<p>{line}</p>", lang="en-GB")
    assert told.text.split("\n") == PROSE
    assert date is None or (told.published is not None and told.published.latest.isoformat().startswith(date))


def test_a_byline_in_a_script_without_capitals_is_no_line_of_the_text() -> None:
    told = article("<p>بقلم سمير الحداد 3 أكتوبر 2025</p>", lang="ar")
    assert told.text.split("\n") == PROSE
    assert told.authors == ("سمير الحداد",)


def test_a_year_begins_a_text() -> None:
    assert article(
        "<p>In 2016 the hall was a stable, and the choir a dozen boys who liked the echo of it.</p>"
    ).text.startswith("In 2016")


def test_a_heading_above_the_first_paragraph_is_the_first_of_the_text() -> None:
    assert article("<h2>Where it began</h2>").text.split("\n") == ["Where it began", *PROSE]


def test_a_list_may_end_a_text() -> None:
    items = ["红旗是孩子们做的", "桥墩只有一座", "秋天加开列车"]
    told = article(
        last=f"<ul>{''.join(f'<li><section><span>{item}</span></section></li>' for item in items)}</ul>"
    )
    assert told.text.split("\n")[-3:] == items


def test_a_quotation_that_is_set_apart_and_said_in_the_text_is_read_once() -> None:
    quote = '<div class="my-8 text-2xl">“We sang with our breath in front of us”</div>'
    assert article(middle=quote).text.split("\n") == PROSE


def test_a_quotation_that_is_set_apart_and_said_nowhere_else_stays() -> None:
    quote = '<div class="my-8 text-2xl">“Nobody asked us whether we could sing at all”</div>'
    assert "“Nobody asked us whether we could sing at all”" in article(middle=quote).text


def test_a_caption_for_small_screens_is_a_copy_of_the_one_under_the_picture() -> None:
    caption = "The choir under the roof of the hall."
    picture = '<img src="https://i.example/1.jpg" width="800" height="500">'
    told = article(
        middle=f'{picture}<p class="text-xs">{caption} Photo: Ada Holm</p><p class="md:hidden">{caption}</p>'
    )
    assert caption not in told.text


def test_a_picture_between_the_lead_and_the_text_keeps_its_caption() -> None:
    lead = "Cả xóm góp gỗ, góp công suốt mùa khô để đóng hai chiếc ghe thay cho chiếc phà cũ đã hỏng."
    text = "Chiều qua, cả xóm kéo ra bãi xem ghe hạ thủy, ghe nào cũng sơn mũi đỏ và vẽ mắt thật to."
    picture = '<div><img src="https://i.example/ghe.jpg" width="900" height="600"></div>'
    page = (
        "<html lang=vi><head><title>Ghe mới hạ thủy</title></head><body><main><h1>Hai chiếc ghe mới ở bãi Gừa</h1>"
        f'<p class="text-lg">{lead}</p>{picture}<div class="text-xs">Ghe mới. Ảnh: T.Lý</div>'
        f"<div>{''.join(f'<p>{n}. {text}</p>' for n in range(4))}</div></main></body></html>"
    )
    told = extract_article(page, "https://ben.example/ghe")
    assert told.lead == lead
    assert told.document.captions == ["Ghe mới. Ảnh: T.Lý"]


def test_a_long_byline_with_an_address_is_no_line_of_the_text() -> None:
    byline = (
        "By Clara Denholm, county reporter, clara@valley.example, follow her on the network at @claradenholm, "
        "posted October 3, 2025, 8:30 a.m."
    )
    assert article(f"<p>{byline}</p>").text.split("\n") == PROSE


def test_a_day_with_the_section_beside_it_is_no_line_of_the_text() -> None:
    assert article('<p>03-10-2025 - 08:30 AM | <a href="/xa-hoi">Xã hội</a></p>').text.split("\n") == PROSE


def test_a_quotation_is_read_once_in_a_page_that_a_table_sets() -> None:
    text = "".join(f"<p>{line}</p>" for line in PROSE)
    quote = "<blockquote>“We sang with our breath in front of us”</blockquote>"
    cells = f"<td>{text.replace(PROSE[3], f'{PROSE[3]}</p>{quote}<p>')}</td><td><a href='/'>News</a></td>"
    html = f"<html lang=en><title>A song</title><body><table><tr>{cells}</tr></table>"
    assert "“We sang with our breath in front of us”" not in extract_article(html, None).text.split("\n")


def test_few_points_above_the_text_stay_together() -> None:
    points = ["The choir sang until midnight on Friday", "It travels to the coast next year"]
    told = article("<ul>" + "".join(f"<li>{point}</li>" for point in points) + "</ul>")
    assert told.text.split("\n") == [*points, *PROSE]


@pytest.mark.parametrize(
    "line",
    [
        "(dpa)", "ul/dpa", "(dmk)", "mit dpa", "(Avec AFP)", "—Reuters", "EFE", "（共同）", "Фото: pixabay.com",
        "المصدر: وكالات", "ที่มา: สำนักข่าวริมคลอง", "newsdesk@valley.example", "Comments are closed.",
        'Filed under: <a href="/t">Songs</a>, <a href="/u">Halls</a>', "(责编：王二、赵五)", "انتهای پیام", "###",
        "This article originally appeared on The Valley Post.", "Media contact: press@valley.example", "- ENDS -",
        'Topics: <a href="/t">Songs</a>, <a href="/u">Halls</a>, <a href="/v">Winter</a>',
        "07/03/2026 10:00", "&lt;저작권자 © 골짜기일보, 무단 전재 및 재배포 금지&gt;",
    ],
)  # fmt: skip
def test_whose_a_text_is_stands_below_it_and_is_none_of_it(line: str) -> None:
    assert article(last=f"<p>{line}</p>").text.split("\n") == PROSE


@pytest.mark.parametrize("line", ["The baker went home.", "Nobody asked AP about it, and AP said nothing."])
def test_a_short_sentence_ends_a_text(line: str) -> None:
    assert article(last=f"<p>{line}</p>").text.split("\n")[-1] == line


@pytest.mark.parametrize(
    "line",
    [
        'Follow us on <a href="#">Facebook</a>, <a href="#">X</a> and <a href="#">Instagram</a>',
        "<span>Listen</span><span>0:00 / 4:12</span><span>1x</span>",
    ],
)
def test_calls_to_follow_and_players_stand_between_paragraphs(line: str) -> None:
    assert article(middle=f"<p>{line}</p>").text.split("\n") == PROSE


def test_an_agency_in_brackets_and_where_a_text_comes_from_go_below_it() -> None:
    text = "".join(
        f"<p>Chuyến phà qua vịnh sẽ chạy cả ban đêm, sau ba mùa đông chờ đợi, lần {n}.</p>" for n in range(6)
    )
    below = "<p>(Vietnam+)</p><p>Link gốc: https://bao.example/x</p>"
    html = f"<title>Đảo nhỏ có phà đêm</title><h1>Đảo nhỏ có phà đêm</h1><div>{text}{below}</div>"
    assert extract_article(html).text.split("\n")[-1].endswith("lần 5.")


def test_what_readers_say_under_a_call_to_talk_is_none_of_the_text() -> None:
    said = "".join(
        f"<div><p>{name}, 2 hours ago</p><p>My grandfather sang there every winter of his life, and said so.</p>"
        "<p>Reply · Like (3)</p></div>"
        for name in ("Bob", "Jo")
    )
    assert article(last=f"<div><h3>Join the conversation</h3>{said}</div>").text.split("\n") == PROSE
