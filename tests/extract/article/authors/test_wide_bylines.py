"""Bylines in ideographs and Hangul: a name before "reporter", labels with the name behind them, labels of days."""

import pytest

from tuinews.extract.article import extract_article

KOREAN = (
    "해협을 건너는 여객선이 10월부터 밤에도 다닌다. 섬 주민들은 마지막 배를 놓치면 뭍에서 잠을 자야 했다.",
    "군은 조선소에서 새 배 두 척을 만들고 승무원 열한 명을 고용하는 데 예산을 썼다.",
    "기술자들이 나흘 밤 동안 소음을 재 보니 배는 부두 옆 어시장의 환풍기보다 조용했다.",
    "요금은 낮과 같다. 학생과 환자는 무료이고 자전거도 한 시간 전에 예약하면 돈을 받지 않는다.",
)
JAPANESE = (
    "海峡を渡るフェリーが十月から夜間も運航する。島の住民は最終便に乗り遅れると本土に泊まるしかなかった。",
    "県は二隻の新造船に費用を出し、十一人の乗組員は旧税関の模擬装置で訓練を受けた。",
    "技術者が四晩にわたって騒音を測ったところ、船は魚市場の換気扇よりも静かだった。",
    "運賃は昼間と同じで、児童生徒と通院患者は無料、自転車も予約すれば料金はかからない。",
)
DAY = "<p>입력 2025.09.18 08:12</p>"


def _page(title: str, before: str, texts: tuple[str, ...], after: str = "") -> str:
    text = "".join(f"<p>{one}</p>" for one in texts)
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{before}{text}{after}</body></html>"


@pytest.mark.parametrize(
    ("before", "after", "names"),
    [
        (f"<p>한지우 기자</p>{DAY}", "", ("한지우",)),
        (DAY, "<p>한지우 기자 jiwoo@sound.example</p>", ("한지우",)),
        (DAY, "<p>한지우 기자 (jiwoo@sound.example)</p>", ("한지우",)),
        (DAY, "<p>[해협일보 한지우 기자]</p>", ("한지우",)),
        (DAY, "<p>글·사진 한지우 기자</p>", ("한지우",)),
        ("<p>승인 2025.09.18 08:12 | 한지우, 문은정 기자</p>", "", ("한지우", "문은정")),
    ],
)
def test_a_korean_name_before_reporter_signs_and_is_no_text(
    before: str, after: str, names: tuple[str, ...]
) -> None:
    article = extract_article(_page("섬에 밤배가 뜬다", before, KOREAN, after))
    assert article.authors == names
    assert article.text.split("\n") == list(KOREAN)


def test_what_a_korean_agency_sets_before_its_text_names_the_reporter() -> None:
    texts = (f"(서울=해협뉴스) 한지우 기자 = {KOREAN[0]}", *KOREAN[1:])
    assert extract_article(_page("섬에 밤배가 뜬다", DAY, texts)).authors == ("한지우",)


def test_a_reporter_who_is_spoken_of_signs_nothing() -> None:
    texts = (*KOREAN, "선착장에서 만난 한지우 기자는 그 배를 타 보았다고 말했다.")
    article = extract_article(_page("섬에 밤배가 뜬다", DAY, texts))
    assert article.authors == ()
    assert article.text.split("\n") == list(texts)


@pytest.mark.parametrize("label", ["著者", "執筆者", "ライター"])
def test_a_label_of_authorship_names_who_follows_and_a_label_of_the_day_does_not(label: str) -> None:
    facts = f"<dl><dt>公開日</dt><dd>2025年9月18日</dd><dt>{label}</dt><dd>小林 遥</dd></dl>"
    assert extract_article(_page("夜の渡し船", facts, JAPANESE)).authors == ("小林 遥",)


@pytest.mark.parametrize("label", ["公開日", "更新日時", "发布时间", "게시일"])
def test_a_label_of_the_day_is_nobody(label: str) -> None:
    facts = f"<div><span>{label}</span></div><div><time>2025-09-18</time></div>"
    assert extract_article(_page("夜の渡し船", facts, JAPANESE)).authors == ()


def test_a_link_to_sign_in_is_no_author_and_who_submitted_is() -> None:
    text = tuple(f"Le bac qui traverse le détroit circulera la nuit à partir d’octobre, {n}." for n in range(6))
    foot = "<ul class='links'><li><a href='/user/login'>Se connecter</a> pour publier</li></ul>"
    byline = "<p>Soumis par <span>Hélène Kerbrat</span> le jeu 18/09/2025 - 08:12</p>"
    assert extract_article(_page("Un bac de nuit", byline, text, foot)).authors == ("Hélène Kerbrat",)
    assert extract_article(_page("Un bac de nuit", "", text, foot)).authors == ()


def test_a_japanese_name_alone_in_brackets_below_the_text_signs() -> None:
    article = extract_article(_page("夜の渡し船", "<p>2025年9月18日 8:12</p>", JAPANESE, "<p>【小林遥】</p>"))
    assert article.authors == ("小林遥",)
    assert article.text.split("\n") == list(JAPANESE)


@pytest.mark.parametrize(
    ("end", "names"), [("（小林遥）", ("小林遥",)), ("（写真）", ()), ("（共同）", ()), ("（続く）", ())]
)
def test_a_japanese_name_in_brackets_at_the_end_of_the_text_signs(end: str, names: tuple[str, ...]) -> None:
    texts = (*JAPANESE[:-1], JAPANESE[-1] + end)
    article = extract_article(_page("夜の渡し船", "<p>2025年9月18日 8:12</p>", texts))
    assert article.authors == names


def test_what_korean_papers_ask_below_a_text_is_none_of_it() -> None:
    end = "<p>jiwoo@sound.example</p><p>제보는 okjebo &lt;저작권자(c) 해협뉴스, 무단 전재-재배포 금지&gt;</p>"
    assert extract_article(_page("섬에 밤배가 뜬다", DAY, KOREAN, end)).text.split("\n") == list(KOREAN)
