"""Vietnamese for fonts with signs of their own: read where a page is written so, left alone elsewhere."""

import unicodedata

import pytest

from tuinews.charset import decode
from tuinews.charset.vietnamese_fonts import in_unicode
from tuinews.extract.article import extract_article

PAIRS = [
    (
        "Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc",
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc",
        "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc",
    ),
    (
        "§­êng vµo b¶n ®· ®­îc më réng, kh«ng cßn lÇy léi nh­ nh÷ng n¨m tr­íc",
        "Ñöôøng vaøo baûn ñaõ ñöôïc môû roäng, khoâng coøn laày loäi nhö nhöõng naêm tröôùc",
        "Đường vào bản đã được mở rộng, không còn lầy lội như những năm trước",
    ),
    (
        "Ng­êi d©n gãp tõng bao g¹o ®Ó n­íc lò rót lµ cã c¸i ¨n, mét hé gióp mét hé",
        "Ngöôøi daân goùp töøng bao gaïo ñeå nöôùc luõ ruùt laø coù caùi aên, moät hoä giuùp moät hoä",
        "Người dân góp từng bao gạo để nước lũ rút là có cái ăn, một hộ giúp một hộ",
    ),
    (
        "Theo chñ tÞch x·, viÖc nµy cña c¶ lµng vµ ph¶i xong tr­íc th¸ng 5",
        "Theo chuû tòch xaõ, vieäc naøy cuûa caû laøng vaø phaûi xong tröôùc thaùng 5",
        "Theo chủ tịch xã, việc này của cả làng và phải xong trước tháng 5",
    ),
]
UNICODE = [unicode for _, _, unicode in PAIRS]


def page(column: int, *, font: str = "", title: str = "") -> str:
    opened = f'<font face="{font}">' if font else ""
    lines = "".join(f"<p>{opened}{pair[column]}.</p>" for pair in PAIRS)
    head = PAIRS[1][column]
    return f"<html><head><title>{title or head}</title></head><body><h1>{head}</h1>{lines}</body></html>"


@pytest.mark.parametrize("column", [0, 1])
@pytest.mark.parametrize("font", ["", ".VnTime", "VNI-Times"])
@pytest.mark.parametrize("charset", ["latin-1", "utf-8"])
@pytest.mark.parametrize(
    "declared", [None, "text/html", "text/html; charset=iso-8859-1", "text/html; charset=utf-8"]
)
def test_a_page_is_read_whatever_it_says_of_itself(
    column: int, font: str, charset: str, declared: str | None
) -> None:
    text = decode(page(column, font=font).encode(charset), declared)
    for line in UNICODE:
        assert f"{line}.</p>" in text


@pytest.mark.parametrize("column", [0, 1])
def test_an_article_in_it_is_an_article(column: int) -> None:
    told = extract_article(decode(page(column).encode("latin-1")), "http://baocu.example/1.html")
    assert told.title == UNICODE[1]
    assert told.lang == "vi"
    assert f"{UNICODE[2]}." in told.text.split("\n")


def test_descriptions_and_alt_texts_are_read_too() -> None:
    told = page(0).replace("<h1>", f'<img alt="{PAIRS[2][0]}" src="/a.jpg"><h1>')
    assert f'alt="{UNICODE[2]}"' in in_unicode(told)


def test_a_font_of_capitals_shows_capitals() -> None:
    told = page(0).replace("<h1>", '<h1><font face=".VnTimeH">')
    assert UNICODE[1].upper() in in_unicode(told)


def test_capitals_of_vni_have_capital_marks_or_small_ones() -> None:
    told = page(1, title="COÄNG HOØA XAÕ HOÄI, Aán Ñoä")
    assert "CỘNG HÒA XÃ HỘI, Ấn Độ" in in_unicode(told)


def test_a_text_in_unicode_on_the_same_page_stays() -> None:
    right = "Được viết bằng Unicode từ đầu, với dấu « và » ở hai bên"
    told = page(0).replace("<h1>", f"<p>{right}</p><h1>")
    assert right in in_unicode(told)


RIGHT = [
    "".join(f"<p>{line}</p>" for line in UNICODE) * 5,
    unicodedata.normalize("NFC", "Fröken Ñandú å bød naïveté à Ærøskøbing® — µm, «ß», \xad«·¸" * 20),
    "<p>El niño comió un ñandú, naïf œuvre, Übergröße, smørrebrød, cigüeña.</p>" * 20,
    "<p>VNI-Times và .VnTime là hai họ phông chữ cũ; “Coäng hoøa” là Cộng hòa.</p>" * 20,
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_not_touched(text: str) -> None:
    assert in_unicode(text) is text
    assert decode(text.encode("utf-8")) == text
