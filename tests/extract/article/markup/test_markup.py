"""Pages whose text a browser shows and a plain reading of the markup loses."""

import pytest

from tuinews.extract.article.article import extract_article

PROSE = [
    "Cảng cũ của thành phố mở cửa trở lại vào sáng thứ Hai, sau hai năm sửa chữa liên tục.",
    "Các kỹ sư đã làm việc suốt nhiều đêm để gia cố cầu tàu, nơi sóng đánh mạnh nhất trong vịnh.",
    "Chuyến phà đầu tiên rời bến lúc sáu giờ, chở theo hơn hai trăm hành khách và mười chiếc xe tải.",
    "Người dân quanh bến cho biết họ đã chờ ngày này từ lâu, vì đường vòng mất gần một giờ đồng hồ.",
]
TEXT = "".join(f"<p>{line}</p>" for line in PROSE)


def lines_of(body: str) -> list[str]:
    """The lines of the article of a page."""
    html = f'<html lang="vi"><head><title>Bến cảng mở lại</title></head><body>{body}</body></html>'
    return extract_article(html, "https://ben.example/bai").document.lines


def test_an_article_in_a_shadow_root_is_read() -> None:
    root = f'<template shadowrootmode="open"><style>p{{}}</style><div>{TEXT}</div></template>'
    assert lines_of(f"<article><h1>Bến cảng mở lại</h1><tin-bai>{root}</tin-bai></article>") == PROSE


def test_an_article_for_browsers_without_scripts_is_read() -> None:
    shell = '<div id="app"></div><p>Chia sẻ cùng bạn đọc.</p>'
    assert lines_of(f"<noscript><div><h1>Bến cảng mở lại</h1>{TEXT}</div></noscript>{shell}")[:4] == PROSE


def test_a_noscript_beside_an_article_is_not_read() -> None:
    hint = f"<noscript><p>{'Hãy bật JavaScript để đọc báo. ' * 12}</p></noscript>"
    lines = lines_of(f"{hint}<article><h1>Bến cảng mở lại</h1>{TEXT}{TEXT.replace('.', ' ở vịnh.')}</article>")
    assert [line for line in lines if "JavaScript" in line] == []


@pytest.mark.parametrize(
    ("attribute", "found"), [('aria-hidden="true"', True), ("hidden", False), ('style="display:none"', False)]
)
def test_a_paragraph_hidden_from_screen_readers_alone_is_text(attribute: str, found: bool) -> None:
    hidden = f"<p {attribute}>{PROSE[2]}</p>"
    lines = lines_of(f"<article><h1>Bến cảng mở lại</h1>{TEXT.replace(f'<p>{PROSE[2]}</p>', hidden)}</article>")
    assert (PROSE[2] in lines) is found
    assert PROSE[3] in lines


@pytest.mark.parametrize(
    "panel",
    [
        "<h3><button aria-expanded=false>Ai trả tiền?</button></h3><div class=body hidden><p>{}</p></div>",
        "<div><span role=button>Ai trả tiền?</span></div><div style='display:none'><p>{}</p></div>",
        "<div><div role=tabpanel><p>Ai trả tiền?</p></div><div role=tabpanel hidden><p>{}</p></div></div>",
    ],
)
def test_a_panel_that_a_click_opens_is_text(panel: str) -> None:
    hidden = "Ngân sách tỉnh chi một nửa, phần còn lại do các hãng vận tải góp trong mười năm."
    lines = lines_of(
        f"<article><h1>Bến cảng mở lại</h1>{TEXT}{panel.format(hidden)}<p>{PROSE[0][:-1]} ở đây.</p></article>"
    )
    assert hidden in lines


def test_the_title_that_opens_a_panel_is_text_with_it() -> None:
    hidden = "Ngân sách tỉnh chi một nửa, phần còn lại do các hãng vận tải góp trong mười năm."
    title = "<div class=t role=button aria-expanded=false aria-controls=c><a>Ai trả tiền?</a></div>"
    panel = f"<div>{title}<div id=c style='display:none'><p>{hidden}</p></div></div>"
    lines = lines_of(f"<article><h1>Bến cảng mở lại</h1>{TEXT}{panel}<p>{PROSE[0][:-1]} ở đây.</p></article>")
    assert lines[len(PROSE) : -1] == ["Ai trả tiền?", hidden]


def test_a_hidden_copy_beside_a_text_is_none_of_it() -> None:
    hidden = "Ngân sách tỉnh chi một nửa, phần còn lại do các hãng vận tải góp trong mười năm."
    lines = lines_of(f"<article><h1>Bến cảng mở lại</h1>{TEXT}<div hidden><p>{hidden}</p></div></article>")
    assert lines == PROSE


def test_the_sign_beside_a_headline_is_none_of_its_words() -> None:
    html = f'<body><h1>Bến cảng mở lại<a class="headerlink" href="#b">¶</a></h1>{TEXT}</body>'
    assert extract_article(html).title == "Bến cảng mở lại"


@pytest.mark.parametrize(
    "sign",
    [
        '<a class="copy-link" href="#cho">Sao chép liên kết</a>',
        '<a class="header-anchor" href="#cho">Link kopieren</a>',
    ],
)
def test_a_link_that_copies_the_address_of_a_heading_is_none_of_it(sign: str) -> None:
    assert "Chuyện bến cũ" in lines_of(f"<article><h1>Bến</h1>{TEXT}<h2>Chuyện bến cũ {sign}</h2>{TEXT}</article>")


def test_a_note_whose_word_ends_with_a_colon_is_of_the_text() -> None:
    note = "Lưu ý: bến chỉ nhận xe máy, ô tô phải đi vòng qua cầu dưới cho tới hết tháng sau."
    body = f"<article><h1>Bến cảng</h1>{TEXT}<aside><p>{note}</p></aside>{TEXT.replace('.', ' ở vịnh.')}</article>"
    assert note in lines_of(body)


def test_pictures_in_a_row_have_the_texts_below_them() -> None:
    cells = [f'<td><img src="https://i.example/{n}.jpg" width="300" height="200"></td>' for n in "12"]
    table = f"<table><tr>{''.join(cells)}</tr><tr><td>Phà cập bến.</td><td>Phà rời bến.</td></tr></table>"
    html = f'<html lang="vi"><title>Bến cảng</title><body><article><h1>Bến cảng</h1>{TEXT}{table}{TEXT}</article>'
    told = extract_article(html, "https://ben.example/bai").document
    assert told.captions == ["Phà cập bến.", "Phà rời bến."]
    assert "Phà cập bến." not in told.lines


def test_words_unseen_in_a_short_sentence_are_none_of_it() -> None:
    unseen = '<span class="absolute w-px h-px overflow-hidden">Đ</span>'
    line = "Đêm cuối, cả xóm thức trên bến."
    shown = f"<p>Đ{unseen}êm cuối, cả xóm thức trên bến.</p>"
    assert line in lines_of(f"<article><h1>Bến cảng</h1>{TEXT}{shown}{TEXT}</article>")


@pytest.mark.parametrize(
    "block",
    [
        '<pre><code class="language-py">'
        + "".join(
            f'<span style="display:flex;"><span style="color:#777">{n}</span><span>{line}\n</span></span>'
            for n, line in enumerate(("for pile in quay:", "    count(pile)"), 1)
        )
        + "</code></pre>",
        '<div><div><span>python</span><button>Copy code</button></div><div><code class="!whitespace-pre hljs">'
        "for pile in quay:\n    count(pile)</code></div></div>",
        '<table><tr><td class="crayon-nums"><div>1</div><div>2</div></td><td class="crayon-code"><div>'
        '<div class="crayon-line">for pile in quay:</div>'
        '<div class="crayon-line">&nbsp;&nbsp;&nbsp; count(pile)</div>'
        "</div></td></tr></table>",
    ],
)
def test_code_of_more_highlighters_is_read(block: str) -> None:
    lines = lines_of(f"<article><h1>Bến cảng</h1>{TEXT}{block}{TEXT.replace('.', ' ở vịnh.')}</article>")
    assert lines[4:6] == ["for pile in quay:", "    count(pile)"]


@pytest.mark.parametrize(
    "edit",
    [
        '<span>[<a href="/w?action=edit&section=1">編集</a>]</span>',
        '<span>[<a href="/w?veaction=edit">modifier</a> | <a href="/w?action=edit">modifier le code</a>]</span>',
        ' <a href="/edit/1">[sunting]</a>',
        ' <a href="/w?action=edit">संपादित करें</a>',
    ],
)
def test_a_link_to_edit_a_section_is_none_of_its_heading(edit: str) -> None:
    halves = TEXT.replace(f"<p>{PROSE[2]}</p>", f"<h2>Bến cũ{edit}</h2><p>{PROSE[2]}</p>")
    lines = lines_of(f"<article><h1>Bến cảng mở lại</h1>{halves}</article>")
    assert lines == [*PROSE[:2], "Bến cũ", *PROSE[2:]]
