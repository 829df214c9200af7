"""Headlines of a few characters in charsets of two bytes that nobody declared, and what only looks like them."""

import pytest

from tuinews.charset import decode
from tuinews.charset.double_bytes import double_byte_codec


def feed(headline: str, charset: str) -> bytes:
    """A feed with one item, its headline in two places."""
    return (f"<rss><channel><title>{headline}</title><item><title>{headline}</title></item>".encode(charset)) + (
        b"<link>https://a.example/1</link></channel></rss>"
    )


@pytest.mark.parametrize(
    ("headline", "charset"),
    [
        ("老桥今晨重新开放通车", "gb18030"),
        ("村里的水井今年很低", "gb18030"),
        ("昨夜大雨，山路中断三小时", "gb18030"),
        ("老橋今晨重新開放通車", "big5"),
        ("昨夜大雨，山路中斷三小時", "big5"),
        ("다리가 다시 열렸다", "cp949"),
        ("어젯밤 큰비로 산길이 끊겼다", "cp949"),
        ("마을 우물 물이 줄었다", "cp949"),
        ("古い橋がけさ再び開通", "euc_jp"),
        ("大雨で山道が三時間通行止め", "euc_jp"),
        ("古い橋がけさ再び開通", "cp932"),
        ("ニュースとスポーツ", "cp932"),
    ],
)
def test_a_headline_that_declares_nothing_is_read(headline: str, charset: str) -> None:
    assert headline in decode(feed(headline, charset), "text/xml")


@pytest.mark.parametrize(
    ("headline", "charset"),
    [
        ("It’s what they’re saying, isn’t it, and that’s it", "cp1252"),
        ("AÇÃO NÃO PÁRA EM SÃO JOÃO", "cp1252"),
        ("À L’ÉCOLE ÉLÉMENTAIRE", "cp1252"),
        ("Мост снова открыт после ремонта", "cp1251"),
        ("Мост снова открыт после ремонта", "koi8-r"),
        ("ΝΕΑ ΓΕΦΥΡΑ ΣΤΗΝ ΠΟΛΗ", "cp1253"),
        ("הגשר נפתח שוב הבוקר", "cp1255"),
        ("فتح الجسر من جديد صباح اليوم", "cp1256"),
        ("KÖPRÜ YENİDEN AÇILDI, ŞEHİR SEVİNDİ", "cp1254"),
        ("POŽÁR VE MĚSTĚ, ŽÁDNÉ OBĚTI", "cp1250"),
    ],
)
def test_letters_of_one_byte_are_no_rows_of_two(headline: str, charset: str) -> None:
    assert double_byte_codec(feed(headline, charset)) is None


def test_a_sample_that_ends_within_a_character_is_told() -> None:
    assert double_byte_codec("老桥今晨重新开放通车".encode("gb18030")[:-1]) == "gb18030"
    assert double_byte_codec(b"") is None
    assert double_byte_codec("老桥".encode("gb18030")) is None
