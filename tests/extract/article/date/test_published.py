"""Which day is that of publication, where a page tells several."""

import pytest

from tuinews.extract.article import extract_article

TEXT = "".join(
    f"<p>The {n}th paragraph of the report is long enough to be one, and it says what the council decided.</p>"
    for n in "4567"
)


def day_of(head: str, *, above: str = "", below: str = "", under: str = "", url: str | None = None) -> str | None:
    """The day of publication of a page with this head, and this around its headline and its text."""
    page = f"""<html lang="en-GB"><head><title>Council opens the bridge</title>{head}</head><body>{above}
<article><h1>Council opens the bridge</h1>{below}{TEXT}</article>{under}</body></html>"""
    published = extract_article(page, url).published
    return published.latest.date().isoformat() if published else None


def data(published: str, modified: str = "") -> str:
    """JSON-LD of an article."""
    change = f', "dateModified": "{modified}"' if modified else ""
    return (
        '<script type="application/ld+json">'
        f'{{"@type": "NewsArticle", "datePublished": "{published}"{change}}}</script>'
    )


def tag(published: str) -> str:
    """Open Graph's tag for the first publication."""
    return f'<meta property="article:published_time" content="{published}">'


class TestAnotherDayThanMachinesAreTold:
    @pytest.mark.parametrize(
        ("told", "shown", "day"),
        [
            ("2023-12-22T18:30:00Z", "December 23, 2023 — 5.30am", "2023-12-23"),
            ("2022-05-04T02:41:00Z", "3/5/2022 22:41", "2022-05-03"),
            ("2023-12-19T03:05:00Z", "December 18, 2023", "2023-12-18"),
        ],
        ids=["the next morning in the page's zone", "the evening before", "the day before alone"],
    )
    def test_the_zone_of_the_page_counts(self, told: str, shown: str, day: str) -> None:
        assert day_of(data(told), below=f"<p>{shown}</p>") == day

    def test_a_note_of_the_day_before_is_no_zone(self) -> None:
        note = "<p>More on this in the radio programme of the region, on 26.08.2024 at 06:00 hours.</p>"
        assert day_of(data("2024-08-27T10:32:24Z"), below=note) == "2024-08-27"

    @pytest.mark.parametrize("shown", ["9 March 2022", "On 8 April 2023"])
    def test_a_date_alone_in_its_line_counts(self, shown: str) -> None:
        day = {"9": "2022-03-09", "On": "2023-04-08"}[shown.split()[0]]
        assert day_of(data("2022-11-17T10:33:13Z"), below=f"<p>{shown}</p>") == day

    def test_the_same_day_with_the_month_first_is_the_same(self) -> None:
        assert day_of(data("2021-11-01T09:00:00Z"), below="<p>11/01/2021</p>") == "2021-11-01"

    def test_a_date_under_a_short_text_is_of_a_comment(self) -> None:
        assert day_of(data("2024-05-02T10:00:00Z"), under="<div><p>Bob</p><p>9 May 2024</p></div>") == "2024-05-02"

    def test_a_time_that_no_line_tells_is_no_day(self) -> None:
        clock = '<p><time datetime="2025-06-30T11:46:00Z">11:46</time></p>'
        assert day_of(data("2025-06-29T17:29:54Z"), below=clock) == "2025-06-29"


class TestRenewed:
    SHOWN = "<p>Updated: October 9, 2023</p>"

    def test_the_day_that_the_page_shows_counts(self) -> None:
        assert day_of(data("2023-01-17T13:00:58Z"), below=self.SHOWN) == "2023-10-09"

    def test_a_tag_for_the_first_publication_counts_more(self) -> None:
        assert day_of(tag("2023-01-17T13:00:58Z"), below=self.SHOWN) == "2023-01-17"

    def test_an_address_of_the_same_day_counts_more(self) -> None:
        url = "https://example.com/2023/01/17/bridge"
        assert day_of(data("2023-01-17T13:00:58Z"), below=self.SHOWN, url=url) == "2023-01-17"

    def test_after_years_it_is_upkeep(self) -> None:
        assert day_of(data("2016-01-17T13:00:58Z"), below=self.SHOWN) == "2016-01-17"

    def test_in_the_words_of_other_languages(self) -> None:
        shown = "<p>Sidst opdateret 09.10.2023</p>"
        assert day_of(data("2023-01-17T13:00:58Z"), below=shown) == "2023-10-09"
        assert day_of(tag("2023-01-17T13:00:58Z"), below=shown) == "2023-01-17"

    def test_the_moment_of_the_change_is_no_day_of_publication(self) -> None:
        head = data("2024-12-03T14:17:00Z", "2024-12-04T00:05:00Z")
        assert day_of(head, below="<p>4 December 2024, 00:05</p>") == "2024-12-03"

    def test_what_is_published_and_updated_was_published(self) -> None:
        both = "<p>Published: December 22, 2023 at 8:48 p.m. | Updated: December 23, 2023 at 10:54 a.m.</p>"
        assert day_of(data("2023-12-23T01:48:19Z"), below=both) == "2023-12-22"

    def test_a_kicker_counts_more_than_a_change_alone(self) -> None:
        kicker, change = "<p>By Ann Roe | 30 September 2018</p>", "<p>Article updated on 7 January 2020.</p>"
        assert day_of("", above=kicker, below=change) == "2018-09-30"


class TestWhereNothingIsTold:
    def test_a_name_may_be_glued_to_the_date(self) -> None:
        assert day_of("", below="<p><b>Ann Roe</b><span>Dec 05, 2023</span></p>") == "2023-12-05"

    def test_a_change_may_be_glued_to_the_date(self) -> None:
        line = "<p><b>Health</b><span>DECEMBER 22, 2022</span><span>Updated: JANUARY 02, 2026</span></p>"
        assert day_of("", above=line) == "2022-12-22"

    def test_a_label_may_stand_in_the_line_before(self) -> None:
        box = "<div><h4>Published</h4><div>July 8, 2024</div></div>"
        other = "<div><p>Companies Dec 19, 2025</p></div>"
        assert day_of("", under=f"<div><p>Tags</p>{'<p>bridge</p>' * 8}{box}</div>{other}") == "2024-07-08"

    def test_a_caption_does_not_hide_the_date_line(self) -> None:
        caption = (
            "<p>The mayor, Jane Doe, is pictured at the old bridge on December 20, 2023. (Ann Roe, Gazette)</p>"
        )
        line = "<p>Published: December 22, 2023</p>"
        assert day_of("", below=caption + line) == "2023-12-22"

    def test_a_time_above_the_headline_is_read(self) -> None:
        when = '<p><time datetime="2023-10-12T19:38:01Z">two years back</time></p>'
        assert day_of("", above=when) == "2023-10-12"

    def test_a_time_element_tells_day_from_month(self) -> None:
        when = '<p><time datetime="2023-10-12T19:38:01Z">10/12/2023</time></p>'
        assert day_of("", above=when) == day_of("", below=when) == "2023-10-12"

    def test_a_press_release_begins_with_its_day(self) -> None:
        assert day_of("", below=f"<p>Leeds, 2 May 2024 - The council opens the bridge, {TEXT[3:]}") == "2024-05-02"

    def test_the_marks_of_comments_are_not_those_of_the_article(self) -> None:
        moment = '<time itemprop="datePublished" datetime="2022-07-11T18:56:58Z">then</time>'
        comment = f"<div><p>Bob</p><p>{moment}</p></div>"
        label = "<p>(Re)Published: May 25, 2021</p>"
        assert day_of("", under=f"{label}<div>{'<p>reply</p>' * 4}{comment}</div>") == "2021-05-25"

    def test_a_date_before_the_text_counts_where_the_headline_is_elsewhere(self) -> None:
        menu = "".join(f"<li><a href='/{n}'>Section number {n}</a></li>" for n in range(20))
        page = f"<h1>Gazette of the council</h1><ul>{menu}</ul><p>Datum: 26. Januar 2022</p><div>{TEXT}</div>"
        published = extract_article(f"<html lang='de'><title>x</title><body>{page}</body></html>").published
        assert published is not None
        assert published.latest.date().isoformat() == "2022-01-26"

    def test_english_of_the_region_that_open_graph_names(self) -> None:
        page = f"""<html lang="en"><head><meta property="og:locale" content="en_US"></head>
<body><h1>Council opens the bridge</h1><p>Post time: 01-04-2024</p>{TEXT}</body></html>"""
        published = extract_article(page).published
        assert published is not None
        assert published.latest.date().isoformat() == "2024-01-04"
