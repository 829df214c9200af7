"""What a page says of its day, read at the time of the fetch: that adds what is missing and overrules nothing."""

from datetime import datetime

import pytest

from tuinews.extract.article import extract_article

NOW = datetime.fromisoformat("2026-11-29T12:00:00+07:00")
TEXT = "".join(
    f"<p>Cây cầu thứ {n} bắc qua sông được thành phố sửa xong sau bảy tháng, và người dân đi lại từ tuần này.</p>"
    for n in "4567"
)
STATED = {
    "JSON-LD": '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "%s"}</script>',
    "Open Graph": '<meta property="article:published_time" content="%s">',
}


def date_of(
    head: str = "",
    *,
    below: str = "",
    under: str = "",
    url: str | None = None,
    lang: str = "vi",
    now: datetime | None = NOW,
) -> str | None:
    """The date of a page fetched `now`, with this head, and this around its text."""
    page = f"""<html lang="{lang}"><head><title>Cầu mở lại</title>{head}</head><body>
<article><h1>Cầu mở lại</h1>{below}{TEXT}</article>{under}</body></html>"""
    published = extract_article(page, url, now=now).published
    return published.date if published else None


class TestWhatStatesItsYearStands:
    @pytest.mark.parametrize("told", STATED.values(), ids=STATED)
    @pytest.mark.parametrize(
        ("lang", "shown"),
        [
            ("vi", "Hôm nay, 05:00"),
            ("vi", "2 giờ trước"),
            ("vi", "12/3 07:30"),
            ("vi", "Thứ Tư 10:30"),
            ("en", "Today 5:00 am"),
            ("en", "March 12"),
            ("de", "Publiziert heute um 12:19 Uhr"),
            ("fr", "Publié il y a 3 heures"),
            ("es", "hace 2 días"),
            ("ru", "вчера, 10:15"),
            ("ja", "1 時間前"),
            ("zh", "3小时前"),
            ("ko", "2시간 전"),
            ("th", "3 ชั่วโมงที่แล้ว"),
        ],
    )
    def test_against_words_of_now_and_days_without_a_year(self, told: str, lang: str, shown: str) -> None:
        given = told % "2024-03-12T08:30:00+07:00"
        assert date_of(given, below=f"<p>{shown}</p>", lang=lang) == "2024-03-12T08:30+07:00"

    @pytest.mark.parametrize("shown", ["1 giờ trước", "hôm qua", "Mới đây"])
    def test_the_attribute_of_the_very_element(self, shown: str) -> None:
        below = f'<p>Đăng <time datetime="2019-04-11T22:22:00+07:00">{shown}</time></p>'
        assert date_of(below=below) == "2019-04-11T22:22+07:00"

    def test_the_age_of_a_comment_is_no_day_of_the_article(self) -> None:
        below = "<p>12/03/2024 08:30</p><p>Bạn đọc Minh, 2 giờ trước</p>"
        assert date_of(below=below) == "2024-03-12T08:30+07:00"

    def test_a_day_in_the_address(self) -> None:
        url = "https://bao.example/2024/03/12/cau-mo-lai"
        assert date_of(below="<p>Hôm qua, 10:30</p>", url=url) == "2024-03-12"

    @pytest.mark.parametrize("now", [None, NOW, NOW.replace(year=2031)])
    def test_whenever_it_is_fetched(self, now: datetime | None) -> None:
        assert date_of(below="<p>Thứ Ba, 12/03/2024 - 08:30</p>", now=now) == "2024-03-12T08:30+07:00"


class TestElementsThatTouch:
    @pytest.mark.parametrize(
        ("lang", "pieces", "date"),
        [
            ("vi", ["12/03/2024", "08:30"], "2024-03-12T08:30+07:00"),
            ("vi", ["Chuyên mục 1", "2/03/2024"], "2024-03-02"),
            ("vi", ["12 tháng 3, 2024", "15 bình luận"], "2024-03-12"),
            ("en", ["November 21, 2025", "0"], "2025-11-21"),
            ("en", ["March 12, 2024", "7:55 AM UTC"], "2024-03-12T07:55+00:00"),
            ("en", ["Ann Roe", "March 12, 2024", "3 min read"], "2024-03-12"),
            ("de", ["12. März 2024", "5", "Kommentare"], "2024-03-12"),
            ("fr", ["12 mars 2024", "10h30"], "2024-03-12T10:30"),
            ("ja", ["2024年3月12日", "12時30分"], "2024-03-12T12:30"),
        ],
    )
    def test_are_read_apart(self, lang: str, pieces: list[str], date: str) -> None:
        below = "<p>" + "".join(f"<span>{piece}</span>" for piece in pieces) + "</p>"
        assert (date_of(below=below, lang=lang) or "").startswith(date)

    def test_a_piece_of_a_long_line_that_is_called_the_day_of_publication(self) -> None:
        names = "".join(f"<a href='/{n}'>Phóng viên thường trú số {n} </a>" for n in range(6))
        assert date_of(below=f"<p>{names}<span>Xuất bản: 12/03/2024</span></p>") == "2024-03-12"


class TestAYearThatIsGuessed:
    def test_is_that_of_the_fetch_where_nothing_says_another(self) -> None:
        assert date_of(below="<p>12/3 07:30</p>") == "2026-03-12T07:30+07:00"
        assert date_of(below="<p>2 giờ trước</p>") == "2026-11-29T10:00+07:00"

    @pytest.mark.parametrize(
        ("url", "below", "date"),
        [
            ("https://bao.example/2023/03/cau", "12/3 07:30", "2023-03-12T07:30+07:00"),
            ("https://bao.example/2023/cau-mo-lai", "31/12 07:30", "2023-12-31T07:30+07:00"),
            ("https://bao.example/2023/cau-mo-lai", "01/01 07:30", "2023-01-01T07:30+07:00"),
        ],
    )
    def test_is_that_of_the_address(self, url: str, below: str, date: str) -> None:
        assert date_of(below=f"<p>{below}</p>", url=url) == date

    def test_is_no_later_than_the_last_change(self) -> None:
        change = '<meta property="article:modified_time" content="2024-02-10T08:00:00+07:00">'
        assert date_of(change, below="<p>12/3 07:30</p>") == "2023-03-12T07:30+07:00"

    @pytest.mark.parametrize(
        "footer", ["<footer>© 2021 Báo</footer>", "<div>Bản quyền thuộc về Báo, 2015–2021</div>"]
    )
    def test_is_that_of_the_copyright(self, footer: str) -> None:
        assert date_of(below="<p>12/3 07:30</p>", under=footer) == "2021-03-12T07:30+07:00"

    def test_lies_near_the_newest_date_of_the_page(self) -> None:
        comments = "<div><p>Minh</p><p>15/03/2022</p><p>Hay.</p><p>Lan</p><p>14/03/2022</p><p>Đúng.</p></div>"
        assert date_of(below="<p>12/3 07:30</p>", under=comments) == "2022-03-12T07:30+07:00"

    def test_is_none_where_the_page_is_older_and_nothing_is_near(self) -> None:
        comments = "<div><p>Minh</p><p>15/02/2022</p><p>Hay.</p></div>"
        assert (date_of(below="<p>12/3 07:30</p>", under=comments) or "")[:4] != "2026"

    def test_an_age_on_an_older_page_is_none(self) -> None:
        url = "https://bao.example/2023/cau-mo-lai"
        assert date_of(below="<p>2 giờ trước</p>", url=url) is None

    def test_a_page_with_a_day_of_today_is_of_today(self) -> None:
        masthead = "<footer><time datetime='2026-11-29'>29/11/2026</time> © 2019</footer>"
        assert date_of(below="<p>2 giờ trước</p>", under=masthead) == "2026-11-29T10:00+07:00"

    def test_a_year_alone_that_machines_are_told_is_the_year(self) -> None:
        assert (
            date_of('<meta name="dc.date" content="2022">', below="<p>12/3 07:30</p>") == "2022-03-12T07:30+07:00"
        )


class TestAnAgeWithItsMomentInAnAttribute:
    @pytest.mark.parametrize(
        ("attribute", "date"),
        [
            ('title="11 апреля 2019, 22:22"', "2019-04-11T22:22"),
            ('data-datetime="2019-04-11T22:22:00+03:00"', "2019-04-11T22:22:00+03:00"),
            ('data-timestamp="1554999720"', "2019-04-11T16:22:00+00:00"),
        ],
    )
    def test_the_moment_is_read(self, attribute: str, date: str) -> None:
        found = date_of(below=f"<div><span {attribute}>2 часа назад</span></div>", lang="ru")
        assert found is not None
        assert found.removesuffix(":00").startswith(date.removesuffix(":00")[:16])

    def test_a_title_that_is_a_sentence_is_no_moment(self) -> None:
        named = '<span title="Ảnh chụp buổi sáng bên sông, năm 1998">2 giờ trước</span>'
        assert date_of(below=f"<div>{named}</div>") == "2026-11-29T10:00+07:00"


def test_a_long_line_is_read_between_its_bars() -> None:
    byline = (
        "Por Lucía Ferrán | Corresponsal en el valle de los tres ríos | lferran@eleco.example "
        "| Publicado el 3 de octubre de 2025 a las 08:30"
    )
    assert str(date_of(below=f"<p>{byline}</p>", lang="es")).startswith("2025-10-03T08:30")


class TestAnAgeInWeeksAndMore:
    @pytest.mark.parametrize(
        ("lang", "shown", "latest", "precision"),
        [
            ("en", "Ann Roe · 4 min read · 2 months ago", "2026-09-29", "month"),
            ("en", "3w", "2026-11-08", "week"),
            ("en", "2mo", "2026-09-29", "month"),
            ("vi", "An Hà - 3 tuần trước", "2026-11-08", "week"),
            ("de", "Von Ilse Kern, vor 2 Wochen", "2026-11-15", "week"),
            ("es", "Publicado hace 2 meses", "2026-09-29", "month"),
            ("pt", "há 1 ano", "2025-11-29", "year"),
            ("pl", "2 miesiące temu", "2026-09-29", "month"),
            ("id", "2 minggu yang lalu", "2026-11-15", "week"),
            ("ko", "2주 전", "2026-11-15", "week"),
            ("en", "Updated 3 weeks ago", "2026-11-08", "week"),
        ],
    )
    def test_is_what_a_page_without_a_day_tells(self, lang: str, shown: str, latest: str, precision: str) -> None:
        page = f'<html lang="{lang}"><article><h1>Cầu mở lại</h1><p>{shown}</p>{TEXT}</article></html>'
        published = extract_article(page, now=NOW).published
        assert published is not None
        assert (published.date, published.precision, published.approximate) == (latest, precision, True)

    @pytest.mark.parametrize(
        "below",
        ["<p>It is 10 years ago that the mill burnt.</p>", '<div class="related"><p>3 weeks ago</p></div>'],
    )
    def test_a_sentence_and_another_article_tell_none(self, below: str) -> None:
        assert date_of(below=below, lang="en") is None

    def test_any_day_goes_before_it(self) -> None:
        assert date_of(below="<p>3 weeks ago</p>", url="https://bao.example/2026/11/02/cau") == "2026-11-02"
        change = '<meta property="article:modified_time" content="2026-11-10">'
        assert date_of(change, below="<p>2 weeks ago</p>", lang="en") == "2026-11-10"


@pytest.mark.parametrize(
    "empty",
    [
        '<time datetime="2026-11-12T07:15:00Z"></time>',
        '<time data-datetime="2026-11-12T07:15:00Z"></time>',
        '<span class="js" data-timestamp="1794467700"></span>',
        '<time data-epoch="1794467700000">—</time>',
    ],
)
def test_an_element_that_a_script_fills_tells_its_moment(empty: str) -> None:
    assert str(date_of(below=f"<p>An Hà</p><div>{empty}</div>")).startswith("2026-11-12")


@pytest.mark.parametrize("told", STATED.values(), ids=STATED)
def test_seconds_since_1970_are_a_moment(told: str) -> None:
    assert str(date_of(told % "1794467700")).startswith("2026-11-12")
    assert str(date_of(told.replace('"%s"', "%s") % "1794467700")).startswith("2026-11-12")


def test_the_day_of_the_fetch_in_a_masthead_is_none_of_the_articles() -> None:
    article, today = f"<article><h1>Cầu mở lại</h1>{TEXT}</article>", "<div>Chủ Nhật, 29/11/2026</div>"
    inside = f"<div>{today}{article}</div><div>Báo</div>"
    for page, date in (
        (today + article, None),
        (inside, "2026-11-29"),
        (today.replace("29", "22") + article, "2026-11-22"),
    ):
        found = extract_article(f'<html lang="vi"><body>{page}</body></html>', now=NOW).published
        assert (found.date if found else None) == date
