"""Names in ideographs and Hangul that touch their day sign an article, and are none of its text."""

import pytest

from tuinews.extract.article import extract_article

TEXTS = [
    "川沿いの古い水車は三月に最後の回転を終え、粉屋は誰にも何も言わずに扉に鍵をかけた。",
    "一年のあいだ町議会は屋根と水利権と値段について議論を重ねたが、穀物を運ぶ人々の話を聞こうとはしなかった。",
    "残ったのは音である。静かな夕べには石臼の音が聞こえると年寄りは言い、若い者はそれは堰の音だと言う。",
]


def _page(line: str) -> str:
    text = "".join(f"<p>{one}</p>" for one in TEXTS)
    head = "<head><title>水車の最後の回転</title></head>"
    return f"<html lang=ja>{head}<body><main><article><h1>水車の最後の回転</h1>{line}{text}</article></main>"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("<div><span>佐藤次郎</span><span>2026年11月20日</span></div>", "佐藤次郎"),
        ("<p>佐藤次郎2026年11月20日 10:30</p>", "佐藤次郎"),
        ("<div><time datetime=2026-11-20>2026年11月20日</time><a href=/a/1>佐藤次郎</a></div>", "佐藤次郎"),
        ("<p>佐藤 次郎2026/11/20</p>", "佐藤 次郎"),
        ("<p>李小龙2026-11-20</p>", "李小龙"),
        ("<p>김철수2026.11.20</p>", "김철수"),
    ],
)
def test_a_name_that_touches_its_day_signs(line: str, name: str) -> None:
    article = extract_article(_page(line))
    assert article.authors == (name,)
    assert article.published is not None
    assert article.published.latest.date().isoformat() == "2026-11-20"
    assert article.text.split("\n") == TEXTS


@pytest.mark.parametrize(
    "label",
    ["更新日", "最終更新", "社会部", "東京新聞", "スポーツ", "作成者", "등록일", "작성자", "国際面", "新华社北京"],
)
def test_a_label_that_touches_a_day_is_no_name(label: str) -> None:
    assert extract_article(_page(f"<p>{label}2026年11月20日</p>")).authors == ()
