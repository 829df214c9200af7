"""Whose day a line tells: the article's own, or that of its subject, of a change, a comment, another article."""

import pytest

from tuinews.extract.article import extract_article

TEXT = "".join(
    f"<p>Cây cầu thứ {n} bắc qua sông được thành phố sửa xong sau bảy tháng, và người dân đi lại từ tuần này.</p>"
    for n in "4567"
)
TAG = '<meta property="article:published_time" content="2025-08-09T08:00:29+00:00">'
DATA = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "%s"}</script>'


def date_of(
    head: str = "", *, below: str = "", under: str = "", url: str | None = None, lang: str = "vi"
) -> str | None:
    """The date of a page with this head, and this around its text."""
    page = f"""<html lang="{lang}"><head><title>Cầu mở lại</title>{head}</head><body>
<article><h1>Cầu mở lại</h1>{below}{TEXT}</article>{under}</body></html>"""
    published = extract_article(page, url).published
    return published.date if published else None


class TestTheSubjectOfALine:
    @pytest.mark.parametrize(
        ("lang", "line"),
        [
            ("vi", "Sinh ngày 6/8/1961 tại Huế"),
            ("vi", "Cầu chạy thử từ ngày 6/8/2025."),
            ("vi", "Khánh thành: 6/8/2023"),
            ("en", "Born 6 August 1961 in the harbour"),
            ("en", "Open to walkers since 6 August 2025."),
            ("en", "Harbour Bridge, 6 August 1931"),
            ("en", "Anniversary 6 August 2021"),
            ("de", "Der Verkehr rollt seit dem 6. August 2025."),
            ("fr", "Le pont a été ouvert le 6 août 2025."),
            ("es", "El puente abrió el 6 de agosto de 2025"),
            ("it", "Il ponte è aperto dal 6 agosto 2025"),
            ("pl", "Most działa od 6 sierpnia 2025"),
            ("ru", "Мост открыт с 6 августа 2025"),
            ("ja", "橋は2025年8月6日に開通した"),
            ("zh", "大桥于2025年8月6日通车"),
        ],
    )
    def test_is_no_day_of_publication(self, lang: str, line: str) -> None:
        assert date_of(TAG, below=f"<p>{line}</p>", lang=lang) == "2025-08-09T08:00:29+00:00"

    @pytest.mark.parametrize(
        ("lang", "line"),
        [
            ("vi", "Cầu chạy thử từ ngày 6/8/2025."),
            ("en", "Open to walkers since 6 August 2025."),
            ("de", "Der Verkehr rollt seit dem 6. August 2025."),
        ],
    )
    def test_yields_to_an_address_and_a_kicker_where_machines_are_told_nothing(self, lang: str, line: str) -> None:
        url = "https://bao.example/2025/08/09/cau"
        assert (date_of(below=f"<p>{line}</p>", lang=lang, url=url) or "")[:10] == "2025-08-09"
        assert (date_of(below=f"<p>{line}</p><p>09.08.2025</p>", lang=lang) or "")[:10] == "2025-08-09"

    @pytest.mark.parametrize("line", ["6/8/2025", "Xuất bản: 6/8/2025", "Ngày đăng 06/08/2025"])
    def test_a_line_that_says_nothing_else_is_believed(self, line: str) -> None:
        assert date_of(TAG, below=f"<p>{line}</p>") == "2025-08-06"

    def test_what_the_line_says_besides_of_the_stated_day_is_believed(self) -> None:
        line = "<p>21/08/2025 <span>09/08/2025</span></p>"
        assert date_of(TAG, below=line) == "2025-08-09T08:00:29+00:00"

    @pytest.mark.parametrize(
        ("lang", "line"),
        [
            ("vi", "Hạn nộp hồ sơ: 9/11/2025"),
            ("vi", "Ngày hết hạn: 9/11/2025"),
            ("vi", "Thành lập ngày 9/11/2005"),
            ("en", "Expiry date: 9 November 2025"),
            ("en", "Best before 9 November 2025"),
            ("en", "Deadline: November 9, 2025"),
            ("de", "Mindesthaltbarkeitsdatum: 9. November 2025"),
            ("fr", "Date limite : 9 novembre 2025"),
            ("es", "Fecha de caducidad: 9 de noviembre de 2025"),
            ("pt", "Válido até 9 de novembro de 2025"),
            ("ru", "Годен до 9 ноября 2025"),
            ("ja", "賞味期限：2025年11月9日"),
            ("ko", "유통기한: 2025년 11월 9일"),
        ],
    )
    def test_what_is_called_otherwise_dates_no_page(self, lang: str, line: str) -> None:
        assert date_of(below=f"<p>{line}</p>", lang=lang) is None

    def test_the_label_may_stand_in_the_line_before(self) -> None:
        assert date_of(below="<dl><dt>Hết hạn</dt><dd>9/11/2025</dd></dl>") is None


class TestAChange:
    @pytest.mark.parametrize(
        ("lang", "line"),
        [
            ("vi", "Cập nhật: 26/08/2025"),
            ("vi", "26/08/2025 (cập nhật)"),
            ("en", "2025.08.26 lastupdate"),
            ("en", "Last modified 26 August 2025"),
            ("de", "Zuletzt aktualisiert am 26.08.2025"),
            ("fr", "Mis à jour le 26 août 2025"),
            ("ja", "更新日：2025年8月26日"),
        ],
    )
    def test_is_no_publication(self, lang: str, line: str) -> None:
        change = '<meta property="article:modified_time" content="2025-08-26T12:11:22+00:00">'
        assert date_of(TAG + change, below=f"<p>{line}</p>", lang=lang) == "2025-08-09T08:00:29+00:00"

    def test_what_was_posted_counts_in_a_long_line_of_updates(self) -> None:
        links = "".join(f'<a href="/{n}">Theo dõi phóng viên số {n} </a>' for n in range(5))
        line = f"<p>{links}<span>Updated April 16, 2025 at 9:02 AM; Posted April 14, 2025 at 8:30 AM</span></p>"
        assert (date_of(below=line) or "")[:16] == "2025-04-14T08:30"


class TestAnotherArticle:
    COMMENT = (
        '<section class="comments"><h3>3 bình luận</h3><div><b>minh</b> <span>15/04/2025</span></div></section>'
    )

    def test_a_comment_dates_no_page(self) -> None:
        assert date_of(under=self.COMMENT) is None

    def test_a_byline_in_a_margin_comes_before_a_comment(self) -> None:
        aside = '<aside><time datetime="2025-04-14">14/04/2025</time></aside>'
        assert date_of(below=aside, under=self.COMMENT) == "2025-04-14"
        assert date_of(below=aside, under=self.COMMENT, url="https://bao.example/2025/04/cau") == "2025-04-14"

    def test_a_link_dates_no_page(self) -> None:
        link = (
            '<li><a href="/%d"><div>Tin khác</div><div><span>Xã hội</span> <time>%d/3/2025</time></div></a></li>'
        )
        more = "".join(link % (n, n) for n in range(1, 4))
        assert date_of(under=f"<section><h2>Đọc tiếp</h2><ul>{more}</ul></section>") is None

    def test_the_day_under_the_text_does(self) -> None:
        assert date_of(under="<p>Đăng ngày 14/04/2025</p>") == "2025-04-14"
        assert date_of(under="<p>14/04/2025</p>") == "2025-04-14"


class TestTheZone:
    @pytest.mark.parametrize(
        ("moment", "shown", "date"),
        [
            ("2025-04-14T08:30:00+02:00", "14 April 2025, 08:30", "2025-04-14T08:30+02:00"),
            ("2025-04-14T06:30:00Z", "14 April 2025, 08:30", "2025-04-14T08:30+02:00"),
            ("2025-04-13T23:00:00Z", "14 April 2025, 08:00", "2025-04-14T08:00+09:00"),
            ("2025-04-14T08:30:00-0330", "April 14, 2025 8:30 am", "2025-04-14T08:30-03:30"),
            ("2025-04-14T08:31:00+02:00", "14 April 2025, 10:47", "2025-04-14T10:47"),
        ],
        ids=["the same", "told at Greenwich", "the day before at Greenwich", "half an hour", "another moment"],
    )
    def test_is_that_of_the_element(self, moment: str, shown: str, date: str) -> None:
        assert self.english("", f'<p>By Ann Roe <time datetime="{moment}">{shown}</time></p>') == date

    @staticmethod
    def english(head: str, below: str) -> str | None:
        """The date of an English page."""
        text = "The bridge at the old harbour was opened to cars after seven months of works on its piers. " * 4
        page = f"""<html lang="en"><head><title>Bridge reopens</title>{head}</head><body><article>
<h1>Bridge reopens</h1>{below}<p>{text}</p><p>{text}</p></article></body></html>"""
        published = extract_article(page).published
        return published.date if published else None

    def test_is_that_of_the_data_where_the_page_shows_the_same_moment_of_another_day(self) -> None:
        shown = "<p>December 23, 2023 — 5.30am</p>"
        assert self.english(DATA % "2023-12-22T18:30:00Z", shown) == "2023-12-23T05:30+11:00"

    def test_the_next_day_beside_a_late_hour_at_greenwich_is_that_of_the_page(self) -> None:
        assert date_of(DATA % "2025-04-13T17:30:00Z", below="<p>Minh Anh 14/04/2025</p>") == "2025-04-14"


class TestMonthFirst:
    @pytest.mark.parametrize("told", ["03/02/2026 19:05:00", "3/2/2026 7:05:00 PM", "03-02-2026"])
    def test_data_that_begins_with_a_month_yields_to_the_day_that_is_shown(self, told: str) -> None:
        shown = "<span>Thứ Hai, 02/03/2026, 19:05 (GMT+7)</span>"
        assert date_of(DATA % told, below=shown) == "2026-03-02T19:05+07:00"

    def test_data_with_the_year_first_does_not(self) -> None:
        assert date_of(DATA % "2021-11-01", below="<p>11/01/2021</p>") == "2021-11-01"


def test_a_month_alone_at_the_beginning_is_the_month() -> None:
    page = (
        f"<html lang='vi'><title>Cầu</title><body><h1>Cầu mở lại</h1><p>Tháng 4 năm 2004</p>{TEXT}</body></html>"
    )
    published = extract_article(page).published
    assert published is not None
    assert (published.stated, published.precision.value) == ("2004-04", "month")


class TestNoAuthor:
    @pytest.mark.parametrize(
        "line",
        [
            "Thứ Hai, 02/03/2026, 19:05 (GMT+7)",
            "Chủ Nhật, ngày 01/03/2026",
            "THỨ TƯ | 04-03-2026",
            "Thứ Năm",
            "Chủ nhật, 1 tháng 3 năm 2026",
            "Hôm nay, 10:30",
            "Lunes, 2 de marzo de 2026",
            "Montag, 2. März 2026",
            "Понедельник, 2 марта 2026",
        ],
    )
    @pytest.mark.parametrize("name", ["post-subinfo-date", "author-date", "byline"])
    def test_is_the_weekday_of_the_date_line(self, name: str, line: str) -> None:
        page = f'<title>Cầu</title><article><h1>Cầu mở lại</h1><span class="{name}">{line}</span>{TEXT}</article>'
        assert extract_article(page).authors == ()

    def test_who_is_named_like_a_day_is_an_author(self) -> None:
        page = f'<title>Cầu</title><article><h1>Cầu mở lại</h1><p class="byline">%s</p>{TEXT}</article>'
        for name in (
            "Plácido Domingo",
            "Mai Phương",
            "April May",
            "Hà Thu",
            "Thu Hà",
            "Thu Hai",
            "Tư Sáu",
            "Jan Marek",
        ):
            assert extract_article(page % f"By {name}").authors == (name,)


@pytest.mark.parametrize("line", ["Cầu chạy thử từ ngày 6/8/2025.", "Tin này được nhắc lại ngày 6/8/2025"])
def test_a_day_of_a_sentence_is_none_though_the_stated_one_stands_above_the_headline(line: str) -> None:
    page = (
        f'<html lang="vi"><head><title>Cầu mở lại</title>{TAG}</head><body><p>Đăng ngày 09/08/2025, 15:00</p>'
        f"<article><h1>Cầu mở lại</h1><ul><li>{line}</li></ul>{TEXT}</article></body></html>"
    )
    published = extract_article(page).published
    assert published is not None
    assert published.date[:10] == "2025-08-09"


@pytest.mark.parametrize("tag", ["relative-time", "time-ago", "local-time"])
def test_an_element_that_a_script_shows_as_a_time_is_one(tag: str) -> None:
    below = f'<p>sửa <{tag} datetime="2020-07-07T12:10:51Z" class="no-wrap">hồi tháng bảy</{tag}></p>'
    assert date_of(below=below) == "2020-07-07T12:10:51+00:00"


def test_the_day_of_a_comment_below_a_count_of_comments_is_not_the_pages() -> None:
    text = "".join(
        f"<p>{n}. The boat across the sound will run at night from October, at last.</p>" for n in range(6)
    )
    html = f"""<html><body><article><h1>A night boat for the islands</h1>{text}</article>
    <section><h3>2 comments</h3><div><b>anna</b> <span>19 September 2025</span><p>At last, I say.</p>
    </div></section></body></html>"""
    assert extract_article(html).published is None
