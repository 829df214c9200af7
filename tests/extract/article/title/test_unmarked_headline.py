"""Pages of 2005 to 2009 whose layout is a table: no h1, the paper as `<title>`, a larger headline."""

import pytest

from tuinews.extract.article import extract_article

TITLE = "Đò ngang chạy chuyến cuối cùng trên bến cũ"
LEAD = "22h đêm qua, chiếc phà mang số 9 rời bến, khép lại hơn một thế kỷ đưa khách sang sông."
TEXT = [
    "Hàng trăm người đứng kín hai bờ để tiễn chuyến phà cuối. Có cụ bà ôm bó huệ trắng thả xuống sông.",
    "Ông Tư Hiền, lái phà 31 năm, nói ông không quen với cảnh bến vắng. Từ mai ông về bến Cát Lở.",
    "Hầm qua sông thông xe từ tháng trước khiến lượng khách đi phà giảm còn một phần mười.",
]
DAY = "Thứ sáu, 6/3/2009, 09:12 GMT+7"
MENU = "".join(
    f'<tr><td><a href="/{n}.asp">{word}</a></td></tr>' for n, word in enumerate(["Xã hội", "Kinh tế", "Rao vặt"])
)
OTHERS = "".join(
    f'<tr><td><a href="/t{n}.asp">Giá rau ở chợ thứ {n} tăng mạnh</a> (0{n}/03)</td></tr>' for n in range(1, 6)
)
BODY = "".join(f"<p>{line}</p>" for line in TEXT)
SIGNED = '<p align="right"><b>Kiên Trường</b></p>'
ROWS = "<table>{}</table>"
LAYOUTS = {
    "a class": f'{DAY}<p class="Title">{TITLE}</p><p class="Lead">{LEAD}</p>{BODY}{SIGNED}',
    "a large font": f"<p>{DAY}</p><p><b><font size=4>{TITLE}</font></b></p><p><b>{LEAD}</b></p>{BODY}{SIGNED}",
    "a bold row": ROWS.format(
        f"<tr><td>{DAY}</td></tr><tr><td><b>{TITLE}</b></td></tr><tr><td><b>{LEAD}</b></td></tr>"
        f"<tr><td>{'<br><br>'.join(TEXT)}</td></tr><tr><td align=right><b>Kiên Trường</b></td></tr>"
    ),
    "a break before the day": f'<span class="tieude">{TITLE}</span><br><i>(Cập nhật: 06/03/2009 09:12)</i>'
    f"<div><b>{LEAD}</b><br><br>{'<br><br>'.join(TEXT)}<br><br><div align=right><b>Kiên Trường</b></div></div>",
    "names of a program": f'<span id="lbl1" class="TitleNews">{TITLE}</span><br/><i>06/03/2009 9:12:00 SA</i>'
    f'<div class="SapoNews">{LEAD}</div><div>{BODY}</div>{SIGNED}',
}


@pytest.mark.parametrize(
    "named", ["Trang tin dien tu tinh Mau", f"Bao Mau - {TITLE}", "BÁO MẪU ĐIỆN TỬ - www.mau.example"]
)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_headline_is_the_line_that_is_set_as_one(layout: str, named: str) -> None:
    others = f"<table><tr><td><b>Các tin khác</b></td></tr>{OTHERS}</table>"
    rates = "<table><tr><td>Tỷ giá</td></tr><tr><td>USD: 17.480</td></tr></table>"
    page = (
        f"<html><head><title>{named}</title></head><body><table><tr><td colspan=3>Thứ bảy, 7/3/2009</td></tr>"
        f"<tr><td><table>{MENU}</table></td><td>{LAYOUTS[layout]}{others}</td><td>{rates}</td></tr>"
        "<tr><td colspan=3>Giấy phép số 12. Ghi rõ nguồn khi phát hành lại.</td></tr></table></body></html>"
    )
    told = extract_article(page, "http://www.mau.example/Index.aspx?ArticleID=33&ChannelID=3")
    assert told.title == TITLE
    assert told.lead == LEAD
    assert told.text.split("\n")[1:] == TEXT
    assert told.authors == ("Kiên Trường",)
    assert told.published is not None
    assert told.published.date == "2009-03-06T09:12+07:00"


PORTALS = {
    "a lesser heading": f"<h3>{TITLE}</h3><p><i>(09:12 | 06/03/2009)</i></p><p><b>{LEAD}</b></p>{BODY}",
    "a link of its own": f'<a class="TitleDetail" href="/news/1">{TITLE}</a><div>06/03/2009 09:12 SA</div>'
    f'<div class="SapoDetail">{LEAD}</div><div>{BODY}</div>',
    "below the name of the section": f'<h1>TIN TỨC - SỰ KIỆN</h1><div class="title_news">{TITLE}</div>'
    f'<span>06/03/2009 09:12</span><div class="sapo">{LEAD}</div><div>{BODY}</div>',
    "below the name of the site": f'<h1><a href="/">Tin tức - Sự kiện</a></h1><h2>{TITLE}</h2>'
    f'<span>Thứ sáu, 06/03/2009 | 09:12</span><p class="sapo">{LEAD}</p>{BODY}',
}


@pytest.mark.parametrize("layout", PORTALS)
def test_a_portal_tells_machines_its_section_alone(layout: str) -> None:
    page = (
        f"<html><head><title>Tin tức - Sự kiện</title></head><body><table>{MENU}</table>"
        f"<div>{PORTALS[layout]}{SIGNED}</div></body></html>"
    )
    told = extract_article(page, "http://www.mau.example/Index.aspx?ArticleID=33&ChannelID=3")
    assert (told.title, told.lead, told.authors) == (TITLE, LEAD, ("Kiên Trường",))
    assert told.text.split("\n")[1:] == TEXT
    assert told.published is not None
    assert told.published.date == "2009-03-06T09:12+07:00"


def test_a_heading_below_the_headline_is_none() -> None:
    page = (
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>06/03/2009</p>"
        f"<h2 class='title'>Một thế kỷ đưa khách sang sông</h2>{BODY}</body></html>"
    )
    assert extract_article(page, "http://www.mau.example/?id=33").title == TITLE


def test_an_entry_of_one_long_paragraph_is_the_first_of_a_diary() -> None:
    entry = " ".join(f"{line} Chuyện thứ {n}, kể lại bên bếp lửa." for n in range(2) for line in TEXT)
    later = "<br>".join(f"{line} Hôm sau nữa, trời lại mưa." for line in TEXT)
    entries = f"<p><b>{TITLE}</b></p><p>2005-06-14 03:25:55</p><p>{entry}</p><a href='/in'>[In]</a>"
    entries += (
        f"<p><b>Tôi thấy mệt thật rồi các bạn ạ</b></p><p>2005-06-13 15:00:14</p>{later}<a href='/in2'>[In]</a>"
    )
    page = (
        f"<html><head><title>Chị Bến | nhatky.example</title></head><body><table><tr><td>{MENU}</td></tr>"
        f"<tr><td>{entries}</td></tr></table></body></html>"
    )
    told = extract_article(page, None)
    assert told.title == TITLE
    assert entry in told.text
    assert "Rao vặt" not in told.text
