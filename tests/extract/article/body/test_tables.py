"""Tables with data are text, wherever they stand in an article; those of links and of widgets are not."""

from collections.abc import Sequence

import pytest

from tuinews.extract.article import extract_article

TEXTS = {
    "vi": (
        "Suốt chín mươi phút, hai đội chỉ tạo ra năm cơ hội rõ rệt, còn chủ nhà bế tắc ở cả hai biên sân.",
        "Phút 97, tiền vệ đội khách nhận thẻ thứ hai sau pha kéo áo, nhưng chủ nhà vẫn không thể ghi bàn.",
        "“Em chỉ nhìn chân trụ của họ”, thủ thành vừa tròn mười chín tuổi nói sau trận đấu trên sân Đồng Lau.",
        "Trận chung kết sẽ diễn ra vào tối thứ bảy tuần sau trên sân trung lập, gặp nhà đương kim vô địch.",
    ),
    "en": (
        "The harbour of Low Fenwick reopened on Monday morning, and the first ferry of the year left at dawn.",
        "Engineers had worked through eleven nights to repair the pier in the bay, which a barge had struck.",
        "“Nobody slept, and nobody complained,” said Jo Tansley, who runs the ticket office at the north gate.",
        "The ferry will sail every two hours until the end of October, and more often on market days in town.",
    ),
    "ja": (
        "月曜の朝、港が再開し、今年最初の渡し船が四十人を乗せて出港した。町の人々は岸壁で手を振った。",
        "はしけが衝突した湾の桟橋は、作業員が十一夜をかけて修理したもので、費用は三億円に上るという。",
        "「誰も眠らず、誰も文句を言わなかった」と、北門の切符売り場で働く丹下さんは話した。",
        "渡し船は十月末まで二時間おきに運航し、町に市が立つ日にはさらに便を増やす予定だという。",
    ),
    "ar": (
        "أعيد فتح الميناء صباح الاثنين، وغادرت أول عبّارة في هذا العام عند السادسة وعلى متنها أربعون راكبا.",
        "وعمل المهندسون إحدى عشرة ليلة لإصلاح الرصيف في الخليج بعد أن صدمته سفينة نقل في شهر مايو الماضي.",
        "وقال جابر التنسي الذي يدير مكتب التذاكر عند البوابة الشمالية: «لم ينم أحد ولم يشتك أحد من ذلك».",
        "وستبحر العبّارة كل ساعتين حتى نهاية أكتوبر، وأكثر من ذلك في أيام السوق في المدينة القديمة.",
    ),
}
DATA: dict[str, tuple[str, Sequence[Sequence[str]]]] = {
    "penalties": ("vi", (("Lượt", "Chủ nhà", "Đội khách"), ("1", "Vào", "Vọt xà"), ("2", "Cản phá", "Vào"))),
    "gold": ("vi", (("Loại vàng", "Mua vào", "Bán ra"), ("Nhẫn trơn", "86,5", "88,5"), ("Miếng", "85,2", "86,7"))),
    "timetable": ("en", (("6:00", "6:40"), ("8:00", "8:40"), ("10:00", "10:40"))),
    "fixtures": ("en", (("4.5.2026", "Rovers", "15:00"), ("11.5.2026", "Pier Town", "12:30"))),
    "line-up": ("en", (("1", "<a href='/p/1'>Jo Tansley</a>", "GK"), ("9", "<a href='/p/2'>Mo Reed</a>", "FW"))),
    "sailings": ("ja", (("便", "出港", "到着"), ("一便", "6:00", "6:40"), ("二便", "8:00", "8:40"))),
    "rates": ("ar", (("العملة", "شراء", "بيع"), ("دولار", "3.75", "3.76"), ("يورو", "4.05", "4.09"))),
}
WRAPPED = {
    "bare": "{}",
    "scrolls": '<div class="overflow-x-auto"><div class="inner">{}</div></div>',
    "figure": '<figure class="wp-block-table">{}</figure>',
}


def rows_of(cells: Sequence[Sequence[str]]) -> str:
    rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in cells)
    return f"<table><tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"


def lines_of(lang: str, box: str, place: int, *, names: str = "news-detail", below: str = "") -> list[str]:
    """The text of a page with a box before paragraph `place`, and one below its article."""
    inside = [f"<p>{text}</p>" for text in TEXTS[lang]]
    inside.insert(place, box)
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Town", "Sport", "Sea", "Letters"))
    links = "".join(f'<li><a href="/n/{n}.html">A parish far away votes on mill {n}</a></li>' for n in range(4))
    html = (
        f"<html lang={lang}><head><title>Eleven nights</title></head><body><ul class=menu>{menu}</ul>"
        f'<div class="{names}-main"><h1 class="{names}-title">Eleven nights</h1><div class="{names}-time">x</div>'
        f'<article class="{names}-body" itemprop="articleBody">{"".join(inside)}</article>'
        f'<div class="{names}-tags"><a href="/t">sea</a></div>{below}<h3>More</h3><ul>{links}</ul></div>'
    )
    return extract_article(html, "https://paper.example/town/eleven-nights.html").document.lines


@pytest.mark.parametrize(
    ("wrapped", "names"), [("bare", "foot-info"), ("scrolls", "news"), ("figure", "foot-info")]
)
@pytest.mark.parametrize("data", DATA)
def test_a_table_of_data_is_text_first_among_the_paragraphs_and_last(data: str, wrapped: str, names: str) -> None:
    lang, cells = DATA[data]
    texts = list(TEXTS[lang])
    shown = [" ".join(cell.split(">")[1].split("<")[0] if "<" in cell else cell for cell in row) for row in cells]
    for place in (0, 2, 4):
        lines = lines_of(lang, WRAPPED[wrapped].format(rows_of(cells)), place, names=names)
        assert lines == [*texts[:place], *shown, *texts[place:]]


STANDINGS = rows_of(tuple((str(place), f"Town {place}", str(40 - 3 * place)) for place in range(1, 5)))
TEASERS = rows_of(
    (("<a href='/n/7.html'>A parish votes on its mill</a>", "<a href='/n/8.html'>The quay is sold again</a>"),) * 3
)


@pytest.mark.parametrize(
    ("box", "below"),
    [
        ("", f'<div class="widget-standings">{STANDINGS}</div>'),
        ("", f'<div class="right"><div class="box-table"><h4>The league</h4>{STANDINGS}</div></div>'),
        (f'<div class="related-news">{STANDINGS}</div>', ""),
        (TEASERS, ""),
        ("", f'<div class="widget"><h3>The league</h3>{STANDINGS}</div>'),
        ("<table><tr><td><a href='/n/9.html'>Another pier</a></td></tr></table>", ""),
    ],
)
def test_a_table_of_a_widget_or_of_links_is_none_of_the_text(box: str, below: str) -> None:
    for place in (1, 4):
        assert lines_of("en", box, place, below=below) == list(TEXTS["en"])


@pytest.mark.parametrize(("name", "found"), [("row", True), ("related", False)])
def test_the_times_of_a_programme_that_boxes_set_are_text(name: str, found: bool) -> None:
    programme = {"10:00": "The gate is lifted", "11:30": "Grinding by hand", "14:00": "Bread for the geese"}
    rows = "".join(
        f'<div class="{name}"><div class="time">{time}</div><div class="what">{what}</div></div>'
        for time, what in programme.items()
    )
    lines = lines_of("en", f'<div class="programme">{rows}</div>', 2)
    assert all((time in lines) is found for time in programme)


def test_the_heading_of_a_table_at_the_end_comes_with_it() -> None:
    lang, cells = DATA["gold"]
    box = f"<h3>Giá vàng sáng nay</h3><div class='tbl'>{rows_of(cells)}</div>"
    assert lines_of(lang, box, 4, names="foot-info")[4:6] == ["Giá vàng sáng nay", "Loại vàng Mua vào Bán ra"]
