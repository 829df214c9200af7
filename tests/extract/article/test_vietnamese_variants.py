"""One Vietnamese page with one thing at a time written as another paper writes it; the rest must stay as it is."""

import json
from datetime import UTC, datetime

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import Article

TITLE = "Xóm chài dựng lại bến sau mùa nước dữ"
LEAD = "Hai trăm hộ xóm chài góp tre, góp công dựng lại cầu bến bị lũ cuốn trôi hồi tháng mười."
TEXT = [
    "Sáng mùng năm, tiếng đục đẽo vang khắp mé sông. Ông Bảy Rạng đứng ngâm nửa người dưới nước giữ từng cây cọc.",
    "Cây cầu cũ dài 40 mét là chỗ lên xuống duy nhất của xóm. Sau trận lũ, mọi người phải lội bùn gần nửa cây số.",
    "Theo ban nhân dân ấp, mỗi hộ góp hai cây tre và ba ngày công. Nhà nào neo đơn thì được miễn.",
    "Dự kiến cầu hoàn thành trước mùa cá linh. Khi ấy, ghe hàng bông sẽ ghé lại xóm như trước.",
    "Chính quyền xã cũng hứa gia cố bờ kè dài 120 mét, kinh phí lấy từ quỹ phòng chống thiên tai.",
]
MENU = "".join(
    f"<li><a href='/m{n}'>{word}</a></li>" for n, word in enumerate(["Thời sự", "Thế giới", "Giáo dục"])
)
MORE = "".join(f"<div><h3><a href='/t{n}.html'>Giá rau ở chợ thứ {n} tăng</a></h3></div>" for n in range(3))
RIGHT = 'style="text-align: right"'
PICTURE = '<img src="/anh/cau-tre-1.jpg" width="660" height="440" alt="">'
URL = "https://bao.example/xom-chai-dung-lai-ben-sau-mua-nuoc-du-123456.html"
NOW = datetime(2026, 3, 8, 12, tzinfo=UTC)


def article(
    *,
    title: str = f"<h1>{TITLE}</h1>",
    told: str = TITLE,
    date: str = "Thứ Sáu, 06/03/2026, 08:15",
    byline: str = "",
    lead: str = f'<p class="sapo">{LEAD}</p>',
    inside: str = "",
    end: str = "",
    data: bool = True,
) -> Article:
    node: dict[str, object] = {
        "@type": "NewsArticle",
        "headline": told,
        "datePublished": "2026-03-06T08:15:00+07:00",
    }
    node |= {"author": {"@type": "Organization", "name": "Báo Bến Chài"}}
    script = f'<script type="application/ld+json">{json.dumps(node)}</script>' if data else ""
    before, after = ("".join(f"<p>{line}</p>" for line in lines) for lines in (TEXT[:2], TEXT[2:]))
    page = (
        f'<html lang="vi"><head><title>{told}</title><meta property="og:title" content="{told}">{script}'
        f'<meta property="og:site_name" content="Báo Bến Chài"><meta name="description" content="{LEAD}"></head>'
        f'<body><div class="top"><span>Chủ Nhật, 08/03/2026</span><ul>{MENU}</ul></div><div class="detail">{title}'
        f'<div class="date">{date}</div>{byline}{lead}<div class="content">{before}{inside}{after}{end}</div>'
        f'</div><div class="more">{MORE}</div><div class="footer"><p>Giấy phép số 118</p></div></body></html>'
    )
    return extract_article(page, URL, now=NOW)


def lines(told: Article) -> list[str]:
    """The lines of the text, without a lead."""
    return told.text.split("\n")[1 if told.lead else 0 :]


NAME = "Lê Hải Đăng"
SIGNED = [
    (f"<p {RIGHT}><strong>{NAME}</strong> (Theo <em>AFP</em>)</p>", (NAME,)),
    (f"<p {RIGHT}><strong>{NAME} (T/h)</strong></p>", (NAME,)),
    (f"<p>{NAME.upper()}</p>", (NAME.upper(),)),
    (f"<p>{NAME} (TTXVN/Bến+)</p>", (NAME,)),
    (f"<p {RIGHT}><strong>{NAME}/TTXVN</strong></p>", (NAME,)),
    (f"<p {RIGHT}><strong>{NAME}/Tạ Quân</strong></p>", (NAME, "Tạ Quân")),
    (f"<p {RIGHT}><strong>Bài: {NAME}</strong></p><p {RIGHT}><strong>Ảnh: Tạ Quân</strong></p>", (NAME,)),
    (f"<p {RIGHT}>Vĩnh Long, ngày 6/3/2026</p><p {RIGHT}><strong>{NAME}</strong></p>", (NAME,)),
    (f'<div class="tac-gia">{NAME}</div>', (NAME,)),
    (f'<div class="nguon-tac-gia"><span>{NAME}</span></div>', (NAME,)),
    (f"<p {RIGHT}>Người viết: {NAME}</p>", (NAME,)),
    (f"<p {RIGHT}><strong>{NAME.upper()} – THU DUNG – T.Đ.T</strong></p>", (NAME.upper(), "THU DUNG", "T.Đ.T")),
    (f"<p {RIGHT}><strong>Tin và ảnh: V.HÙNG - N.Phú</strong></p>", ("V.HÙNG", "N.Phú")),
    (f"<p {RIGHT}><strong>{NAME} - Tạ Quân/BEN.VN</strong></p>", (NAME, "Tạ Quân")),
    (f"<p {RIGHT}><strong>(Tổng hợp)</strong></p>", ()),
    (f"<p {RIGHT}><strong>P.V (t/h)</strong></p>", ("P.V",)),
    (f"<p {RIGHT}><strong>Theo Nikkei Asia</strong></p>", ()),
    ('<div class="author"><a class="author">(TTXVN/Vietnam+)</a></div>', ()),
    (f'<p class="author">{NAME}</p><p class="source">Theo <span>Nikkei Asia</span></p>', (NAME,)),
    (f"<div>Bài viết: {NAME.upper()}</div><div>Ảnh: CHÚC LY</div>", (NAME.upper(),)),
    (f"<p {RIGHT}><strong>Bài, ảnh và video: {NAME}</strong></p>", (NAME,)),
    (f"<p {RIGHT}>Sóc Trăng, tháng 3-2026<br><strong>{NAME}</strong></p>", (NAME,)),
    (f"<p {RIGHT}><em>(Theo {NAME} - Báo Sóc Trăng)</em></p>", (NAME,)),
    (f"<p {RIGHT}><strong>Theo Tuổi Trẻ</strong></p>", ()),
    ('<p class="author"><strong>Đăng</strong></p>', ("Đăng",)),
    ('<div class="source">H.Đ</div>', ("H.Đ",)),
    (f"<p {RIGHT}><strong>{NAME}</strong></p><p><strong>Xem thêm:</strong> <a href='/x'>Cầu tre</a></p>", (NAME,)),
]


@pytest.mark.parametrize(("end", "names"), SIGNED)
def test_a_signature_names_the_author_and_is_no_text(end: str, names: tuple[str, ...]) -> None:
    told = article(end=end)
    assert told.authors == names
    assert lines(told) == TEXT


BYLINES = [
    (f'<div><a href="">{NAME}</a> - <span>06/03/2026 08:15</span></div>', (NAME,)),
    (f"<div><small>Viết bởi {NAME}</small></div>", (NAME,)),
    (f"<div>Gửi bởi: {NAME} vào lúc Thứ Sáu, 06/03/2026 - 08:15</div>", (NAME,)),
    (
        f'<div class="author"><b>TS. {NAME}</b><br><em>Viện Nghiên cứu Sông nước miền Nam</em></div>',
        (f"TS. {NAME}",),
    ),
    ('<div class="author">Tổng hợp</div>', ()),
    ('<div class="byline">Nguồn: VietnamPlus</div>', ()),
    (f"<ul><li>{NAME}</li><li>Sóc Trăng</li></ul>", (NAME,)),
    (f'<div class="author-date">{NAME}, Thứ Sáu, 06/03/2026 08:15 (GMT+7)</div>', (NAME,)),
    (f"<ul><li>Tác giả, <span>{NAME}</span></li><li>Vai trò, <span>Bến Chài</span></li></ul>", (NAME,)),
    ('<div class="author"></div><div>Theo dõi Báo Bến Chài trên Google News</div>', ()),
    ('<div class="author-time"><span>Thứ Sáu</span> <span>06/03/2026</span></div>', ()),
    ('<div class="source">Nguồn: Báo Khác</div>', ()),
    ('<div class="author">Tác giả:</div>', ()),
    ('<div class="author">Báo Bến Chài</div>', ()),
    ('<div class="author">Nhóm phóng viên thời sự</div>', ("Nhóm phóng viên thời sự",)),
]


@pytest.mark.parametrize(("byline", "names"), BYLINES)
def test_a_byline_names_persons_alone(byline: str, names: tuple[str, ...]) -> None:
    told = article(byline=byline)
    assert told.authors == names
    assert lines(told) == TEXT


PREFIXES = ["(Dân Ta) –", "TBO -", "VTN.vn -", "(Chinhbao.vn) -", "QĐND Online –", "GD&amp;TĐ -", "Kinhtebao -"]


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("lead", ["<p class='sapo'>{}</p>", "<p><strong>{}</strong></p>", "<div><b>{}</b></div>"])
def test_a_lead_may_begin_with_the_paper(prefix: str, lead: str) -> None:
    told = article(lead=lead.format(f"{prefix} {LEAD}"))
    assert told.lead == f"{prefix} {LEAD}".replace("&amp;", "&")
    assert lines(told) == TEXT


@pytest.mark.parametrize(
    "lead", ["<div class='hometext'>{}</div>", "<p><b>{}</b></p>", "<h3>{}</h3>", "<em>{}</em>", "<h2>{}</h2>"]
)
def test_a_lead_is_told_by_the_description_and_its_look(lead: str) -> None:
    told = article(lead=lead.format(LEAD))
    assert told.lead == LEAD
    assert lines(told) == TEXT


@pytest.mark.parametrize(
    "date",
    [
        "Đăng lúc: 08:15 - 06/03/2026",
        "08:15 - 06/03/2026",
        "8h15 ngày 6/3/2026",
        "Cập nhật lúc 08:15, Thứ Sáu, 06/03/2026",
        "08 giờ 15 ngày 06/3/2026",
        "T6, 06/03/2026 08:15",
    ],
)
@pytest.mark.parametrize("data", [True, False])
def test_the_day_is_that_of_the_article(date: str, data: bool) -> None:
    told = article(date=date, data=data)
    assert told.published is not None
    assert told.published.date == "2026-03-06T08:15+07:00"


def test_a_weekday_tells_which_of_two_numbers_is_the_month() -> None:
    swapped = json.dumps({"@type": "NewsArticle", "headline": TITLE, "datePublished": "2026-02-03T08:15:00"})
    page = (
        f'<html lang="vi"><head><title>{TITLE}</title><script type="application/ld+json">{swapped}</script></head>'
        f"<body><h1>{TITLE}</h1><div>Thứ Hai, 02/03/2026, 08:15</div>{''.join(f'<p>{line}</p>' for line in TEXT)}"
    )
    told = extract_article(page, URL, now=NOW).published
    assert told is not None
    assert told.date == "2026-03-02T08:15+07:00"


def test_a_note_to_the_text_stays_below_the_signature() -> None:
    note = "* Tên nhân vật đã được thay đổi."
    told = article(end=f"<p {RIGHT}><b>{NAME}</b></p><p><i>{note}</i></p>")
    assert told.authors == (NAME,)
    assert lines(told) == [*TEXT, note]


def test_who_signs_stands_below_the_captions_of_an_essay() -> None:
    figures = "".join(f"<figure>{PICTURE}<figcaption><p>{line}</p></figcaption></figure>" for line in TEXT)
    told = article(end=f"{figures}<p {RIGHT}><strong>{NAME}</strong></p>")
    assert told.authors == (NAME,)


CAPTION = "Người dân vót tre bên bờ sông"
CAPTIONS = [
    f"<p style='text-align:center'>{PICTURE}<br>{CAPTION}</p>",
    f"<p>{PICTURE}</p><p><em>{CAPTION}</em></p>",
    f"<p class='Image'>{PICTURE}</p><p class='Image'>{CAPTION}</p>",
    f"<div class='wrap-img'>{PICTURE}<div class='img-des'>{CAPTION}</div></div>",
    f"<div class='image'>{PICTURE}<h6>{CAPTION}</h6></div>",
    f"<dl class='wp-caption'><dt>{PICTURE}</dt><dd>{CAPTION}</dd></dl>",
    f"<div class='expNoEdit'><figure>{PICTURE}</figure><p class='expEdit'>{CAPTION}</p></div>",
    f"<table><tr><td>{PICTURE}</td><td>{PICTURE}</td></tr><tr><td colspan='2'>{CAPTION}</td></tr></table>",
    f"<table class='image'><tr><td>{PICTURE}<br>{CAPTION}</td></tr></table>",
    f"<div style='float:left'>{PICTURE}<div style='text-align:center'><b>{CAPTION}</b></div></div>",
    f"<div class='gallery'><ul><li>{PICTURE}<p>{CAPTION}</p></li></ul></div>",
]


@pytest.mark.parametrize("picture", CAPTIONS)
@pytest.mark.parametrize("credit", ["", ". Ảnh: Tạ Quân"])
def test_a_caption_is_told_by_where_it_stands(picture: str, credit: str) -> None:
    told = article(inside=picture.replace(CAPTION, CAPTION + credit))
    assert told.document.captions == [CAPTION + credit]
    assert lines(told) == TEXT


def test_a_label_and_a_credit_for_screen_readers_are_none_of_the_caption() -> None:
    credit = "<span role='text'><span class='x1'>Nguồn hình ảnh, </span>Tạ Quân</span>"
    told = article(
        inside=f"<figure><div>{PICTURE}{credit}</div><figcaption><span class='x1'>Chụp lại hình ảnh, </span>"
        f"<p>{CAPTION}.</p></figcaption></figure>"
    )
    assert told.document.captions == [f"{CAPTION}."]
    assert lines(told) == TEXT


PREFIXES_OF_SITES = ["comment-site", "social-share-main", "header-main", "sidebar_news", "related-tin"]


@pytest.mark.parametrize("prefix", PREFIXES_OF_SITES)
def test_what_all_names_of_a_site_begin_with_says_nothing_of_one(prefix: str) -> None:
    text = "".join(f'<p class="{prefix}-p">{line}</p>' for line in TEXT)
    page = (
        f'<html lang="vi"><head><title>{TITLE} - Báo Bến Chài</title></head><body><ul>{MENU}</ul>'
        f'<div class="{prefix}-wrap"><h1 class="{prefix}-title">{TITLE}</h1><h2 class="{prefix}-sapo">{LEAD}</h2>'
        f'<div class="{prefix}-content">{text}</div></div><div class="more">{MORE}</div></body></html>'
    )
    told = extract_article(page, URL, now=NOW)
    assert (told.lead, lines(told)) == (LEAD, TEXT)


def test_the_lines_of_a_photo_diary_are_its_text() -> None:
    diary = [
        f"Cảnh dựng cầu buổi thứ {n} ở xóm chài, lúc nước ròng sát đáy sông và người đông nhất" for n in range(9)
    ]
    told = article(inside="".join(f"<p>{PICTURE}</p><p align='center'>{line}</p>" for line in diary))
    assert set(diary) <= set(lines(told))


SEARCHED = "Cầu tre xóm chài: địa chỉ, hình ảnh, cách đi mới nhất 2026"
TITLES = [
    (f"<h2 class='detail-title'>{TITLE}</h2>", SEARCHED),
    (f"<div class='detail-title'>{TITLE}</div>", SEARCHED),
    (f"<h1>{TITLE}</h1>", SEARCHED),
    (f"<div class='title'>{TITLE}</div>", f"{TITLE}: Báo Bến Chài"),
    (f"<div class='title'>{TITLE}</div>", f"{TITLE} :: Báo Bến Chài"),
    (f"<h2>{TITLE}</h2>", f"Báo Bến Chài | {TITLE}"),
    (f"<h1>{TITLE}</h1>", "Xóm chài dựng lại bến sau mùa..."),
]


@pytest.mark.parametrize(("title", "told"), TITLES)
def test_the_headline_is_the_one_that_is_shown(title: str, told: str) -> None:
    found = article(title=title, told=told)
    assert found.title == TITLE
    assert lines(found) == TEXT


@pytest.mark.parametrize(
    "title", ["Xóm chài - Báo Bến Chài: hai mươi năm nghĩa tình", 'Bài 2 - "Lòng dân" dựng lại xóm chài']
)
def test_a_headline_keeps_its_own_parts_and_signs(title: str) -> None:
    assert article(title=f"<h1>{title}</h1>", told=title.replace('"', "'")).title == title


DEBRIS = [
    "<p>Theo dõi Báo Bến Chài trên <a href='https://news.example/x'>Google News</a></p>",
    "<p><em>Mời độc giả theo dõi các tin nóng khác tại <a href='/'>Báo Bến Chài</a>.</em></p>",
    "<a class='card' href='/k.html'><img src='/k.jpg'><h4>Cầu tre</h4><p>Mỗi năm mất trăm cây.</p></a>",
    "<div><span>Quảng cáo</span></div>",
    "<p>[ <a href='/k.html'>Cầu tre miền Tây còn bao nhiêu cây</a> ]</p>",
    "<p><em>Xem thêm tại đây: <a href='/k.html'>Cầu tre miền Tây còn bao nhiêu cây</a></em></p>",
    "<p>&gt;&gt;&gt; Mời quý độc giả xem thêm video: <a href='/v.html'>Cảnh vớt cầu tre trôi giữa sông</a></p>",
    "<p><em>Bạn đang đọc bài viết này tại chuyên mục Thời sự. Mọi ý kiến xin gửi về toasoan@bao.example.</em></p>",
    "<p>© Báo Bến Chài. Cấm sao chép dưới mọi hình thức.</p>",
    "<div class='rate'><span>Đánh giá bài viết</span><span>5/5 (2 lượt)</span></div>",
]


@pytest.mark.parametrize("debris", DEBRIS)
def test_what_the_paper_says_of_itself_is_no_text(debris: str) -> None:
    assert lines(article(inside=debris)) == TEXT
    assert lines(article(end=debris)) == TEXT


QUOTE = "Cầu này là của cả xóm, ai cũng có một cây tre trong đó."
QUOTES = [
    f"<blockquote><p>{QUOTE}</p></blockquote>",
    f"<div class='quote-box'><p>{QUOTE}</p></div>",
    f"<div class='quotebox'><p class='quote'>{QUOTE}</p><p class='quote-author'>Ông Bảy Rạng</p></div>",
]


@pytest.mark.parametrize("quote", QUOTES)
def test_a_quote_box_is_text_and_its_speaker_no_author(quote: str) -> None:
    told = article(inside=quote)
    assert lines(told) == [*TEXT[:2], QUOTE, *TEXT[2:]]
    assert told.authors == ()


PLAIN = [
    f"<p>{PICTURE}</p><p>{CAPTION}</p>",
    f"<dl><dt>{PICTURE}</dt><dd>{CAPTION}</dd></dl>",
]


@pytest.mark.parametrize("picture", PLAIN)
def test_a_line_without_a_stop_below_a_picture_is_its_caption(picture: str) -> None:
    told = article(inside=picture)
    assert told.document.captions == [CAPTION]
    assert lines(told) == TEXT


def test_a_picture_whose_alternative_is_the_headline_is_not_captioned_by_it() -> None:
    hero = PICTURE.replace('alt=""', f'alt="{TITLE}"')
    told = article(byline=f"<div>{hero}<div>Toàn cảnh xóm chài nhìn từ bờ kè</div></div>")
    assert told.document.captions == ["Toàn cảnh xóm chài nhìn từ bờ kè"]


def test_a_card_that_only_its_links_tell_is_none_of_the_text() -> None:
    card = (
        "<div><a href='/k.html'><img src='/k.jpg'></a><div><a href='/k.html'>Cầu tre miền Tây còn bao nhiêu</a>"
        "<div>Mỗi năm mất gần trăm cây cầu vì nước dữ.</div></div></div>"
    )
    assert lines(article(inside=card)) == TEXT


def test_the_section_behind_a_date_says_nothing_of_it() -> None:
    told = article(date="06-03-2026 - 08:15 AM | Thị trường chứng khoán", data=False)
    assert told.published is not None
    assert told.published.date == "2026-03-06T08:15+07:00"


def test_a_signature_is_found_above_what_the_page_has_below_it() -> None:
    below = "".join(f"<p>Bạn cần đăng nhập để thực hiện chức năng thứ {n} của trang này.</p>" for n in range(3))
    told = article(end=f"<div>Bài và ảnh: {NAME}</div>{below}")
    assert told.authors == (NAME,)


@pytest.mark.parametrize("end", [f"<p>Tác giả bài viết: {NAME}</p>", f"<div>Theo {NAME} [Tên nguồn]</div>"])
def test_a_labelled_signature_needs_no_look(end: str) -> None:
    told = article(end=end)
    assert told.authors == (NAME,)
    assert lines(told) == TEXT


def test_a_team_before_the_day_signs() -> None:
    told = article(date="<span>Nhóm phóng viên</span> | <span>06/03/2026 08:15</span>")
    assert told.authors == ("Nhóm phóng viên",)
    assert lines(told) == TEXT


@pytest.mark.parametrize("day", ["Thứ Sáu, 06/03/2026, 08:15", "06/03/2026", "08:15 ngày 6/3/2026"])
def test_a_day_alone_at_the_head_is_no_text(day: str) -> None:
    assert lines(article(date="", byline=f"<p>{day}</p>")) == TEXT


def test_a_short_sentence_alone_with_a_picture_in_a_box_is_its_caption() -> None:
    told = article(inside=f"<div>{PICTURE}<p>{CAPTION}.</p></div>")
    assert told.document.captions == [f"{CAPTION}."]
    assert lines(told) == TEXT
