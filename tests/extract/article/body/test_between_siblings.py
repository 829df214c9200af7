"""Headings and notes among the paragraphs of a text, in scripts and boxes that the line model knows little."""

from tuinews.extract.article import extract_article

JAPANESE = (
    "海峡を渡るフェリーが十月から夜間も運航することになった。島の住民は三度の冬、最終便に乗り遅れると本土に泊まるしかなかった。",
    "県は二隻の新造船に費用を出した。建造したのは一九九八年以来進水のなかった造船所で、十一人の乗組員は訓練を受けた。",
    "「父はあの桟橋で四十年待ち続けました」と、船着き場で商店を営む森山さんは話す。「夜中の二時に灯りを見せたかった」",
    "喜ぶ人ばかりではない。別荘の持ち主は眠りを妨げられると心配し、組合は勤務時間の説明がないと訴えている。",
)
NOTE = "自転車は一時間前までに予約してください。"


def _page(inside: str) -> str:
    first, *rest = (f"<p class='nt'>{one}</p>" for one in JAPANESE)
    return f"""<html lang="ja"><head><title>夜の渡し船</title></head><body><nav><a href="/">ホーム</a></nav>
    <h1>夜の渡し船</h1><article class="root">{first}{inside}{"".join(rest)}</article></body></html>"""


def test_a_short_heading_among_paragraphs_is_one_of_the_text() -> None:
    article = extract_article(_page("<h2 class='hd'>反対の声</h2>"))
    assert article.text.split("\n") == [JAPANESE[0], "反対の声", *JAPANESE[1:]]


def test_a_heading_of_links_among_paragraphs_is_none() -> None:
    links = "".join(f"<li><a href='/{n}'>灯台の地図ができるまで {n}</a></li>" for n in range(3))
    article = extract_article(_page(f"<div><h2>関連記事</h2><ul>{links}</ul></div>"))
    assert article.text.split("\n") == list(JAPANESE)


def test_a_sentence_in_a_box_between_paragraphs_stays() -> None:
    box = f"<div class='co'><div class='ic'><span>💡</span></div><div class='co-t'><span>{NOTE}</span></div></div>"
    assert extract_article(_page(box)).text.split("\n") == [JAPANESE[0], NOTE, *JAPANESE[1:]]


def test_a_card_with_a_link_and_a_sentence_between_paragraphs_does_not() -> None:
    card = f"<div class='cd'><a href='/r'>灯台の地図ができるまで</a><p>{NOTE}</p></div>"
    assert NOTE not in extract_article(_page(card), "https://x.example/a").text


def test_a_pull_quote_in_ideographs_stands_once() -> None:
    pulled = "<figure class='pullquote'><blockquote><p>夜中の二時に灯りを見せたかった</p></blockquote></figure>"
    assert extract_article(_page(pulled)).text.split("\n") == list(JAPANESE)
