import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.charset import decode

TEXT = {
    "vi": "Thủ tướng yêu cầu các bộ, ngành và địa phương khẩn trương ứng phó với bão số 9 trên Biển Đông",
    "ru": "Правительство утвердило новый план развития города, сообщили в пресс-службе администрации",
    "ja": "政府は火曜日、新しい経済対策を発表した。専門家によると、影響は限定的だという。カタカナも",
    "zh": "政府周二公布了新的经济计划，专家表示影响有限。记者报道",
    "tw": "政府週二公布了新的經濟計畫，專家表示影響有限。記者報導",
    "ko": "정부는 화요일 새로운 경제 계획을 발표했다. 전문가들은 영향이 제한적이라고 말했다",
    "th": "รัฐบาลประกาศแผนเศรษฐกิจใหม่เมื่อวันอังคาร ผู้เชี่ยวชาญกล่าวว่าผลกระทบมีจำกัด",
    "cs": "Vláda v úterý schválila nový plán rozvoje města, řekl mluvčí. Příští týden začnou práce na mostě, žluť",
    "pl": "Rząd przyjął we wtorek nowy plan rozwoju miasta, poinformował rzecznik. Żółty łoś wciąż śpi",
    "tr": "Hükümet salı günü şehrin yeni gelişim planını kabul etti, sözcü açıkladı. Güneş ışığı değişti",
    "fr": "Le gouvernement a adopté mardi un plan pour l’été, a déclaré un porte-parole à Orléans. Où ça ?",
    "el": "Η κυβέρνηση ενέκρινε την Τρίτη το νέο σχέδιο ανάπτυξης της πόλης, δήλωσε ο εκπρόσωπος",
    "he": "הממשלה אישרה ביום שלישי את תוכנית הפיתוח החדשה של העיר",
}
WRITTEN_IN = [
    ("vi", "windows-1258"),
    ("ru", "koi8-r"),
    ("ru", "windows-1251"),
    ("ru", "iso-8859-5"),
    ("ja", "euc-jp"),
    ("ja", "shift_jis"),
    ("ja", "iso-2022-jp"),
    ("zh", "gb2312"),
    ("tw", "big5"),
    ("ko", "ks_c_5601-1987"),
    ("th", "cp874"),
    ("cs", "windows-1250"),
    ("cs", "iso-8859-2"),
    ("pl", "iso-8859-2"),
    ("tr", "windows-1254"),
    ("fr", "windows-1252"),
    ("el", "windows-1253"),
    ("he", "windows-1255"),
    ("ru", "utf-16-le"),
    ("ja", "utf-16-be"),
    ("fr", "utf-32-le"),
    ("vi", "utf-8"),
]
TONES = "\u0300\u0301\u0303\u0309\u0323"


def as_windows_1258(text: str) -> bytes:
    """Vietnamese as that charset writes it: the letter with its hat, then the tone as a mark."""
    marked = unicodedata.normalize("NFD", text)
    for base in "âêôăơưÂÊÔĂƠƯ":
        for tone in TONES:
            hat = unicodedata.normalize("NFD", base)
            # NFD sorts the dot below before the hat.
            marked = marked.replace(unicodedata.normalize("NFD", base + tone), base + tone).replace(hat, base)
    return marked.encode("cp1258")


def page(lang: str, charset: str) -> bytes:
    html = f"<html><body><p>{TEXT[lang]}</p><p>{TEXT[lang]}</p></body></html>"
    python = {"ks_c_5601-1987": "cp949"}.get(charset, charset)
    return as_windows_1258(html) if charset == "windows-1258" else html.encode(python)


@pytest.mark.parametrize(("lang", "charset"), WRITTEN_IN)
def test_a_page_that_says_nothing_is_detected(lang: str, charset: str) -> None:
    assert TEXT[lang] in decode(page(lang, charset))


@pytest.mark.parametrize(("lang", "charset"), WRITTEN_IN)
def test_a_page_is_decoded_as_its_header_says(lang: str, charset: str) -> None:
    assert TEXT[lang] in decode(page(lang, charset), f'text/html; Charset="{charset.upper()}"')


@pytest.mark.parametrize(
    ("label", "raw", "text"),
    [
        ("latin1", b"\x80\x93x\x94", "€“x”"),
        ("ISO-8859-1", b"\x81", "\x81"),
        ("us-ascii", b"caf\xe9", "café"),
        ("iso-8859-9", b"\xfe\x80", "ş€"),
        ("tis-620", b"\xa1\x80", "ก€"),
        ("gb2312", "镕".encode("gb18030"), "镕"),
        ("ks_c_5601-1989", "똠".encode("cp949"), "똠"),
        ("shift_jis", "①".encode("cp932"), "①"),
        ("koi8-r", b"\x80", "─"),
        ("x-mac-cyrillic", b"\x80", "А"),
        ("cp-1251", b"\xc0", "А"),
        ("ibm866", b"\x80", "А"),
    ],
)
def test_labels_mean_what_browsers_take_them_for(label: str, raw: bytes, text: str) -> None:
    assert decode(raw, f"text/html; charset={label}") == text


@pytest.mark.parametrize(
    "text", ["źle, nie ma śladu, a późno ktoś zginął", "Kôň a ťava žijú šťastne", "Žena a Škoda Ť"]
)
def test_letters_of_windows_1250_under_the_label_of_iso_8859_2_are_kept(text: str) -> None:
    assert decode(text.encode("cp1250"), "text/html; charset=iso-8859-2") == text
    assert decode(text.encode("iso8859-2"), "text/html; charset=iso-8859-2") == text


def test_a_lone_dash_of_windows_makes_no_other_charset_of_iso_8859_2() -> None:
    text = "Žádný člověk \x96 též šťastný"
    assert decode(text.encode("iso8859-2"), "text/html; charset=latin2") == text


def test_the_xml_declaration_and_the_meta_element_are_read() -> None:
    word = "Привет".encode("cp1251")
    assert "Привет" in decode(b'<?xml version="1.0" encoding="windows-1251"?><rss>' + word)
    assert "Привет" in decode(b"<html><meta charset=windows-1251>" + word)
    content = b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
    assert "Привет" in decode(b"<html>" + content + word)


def test_the_header_goes_before_the_declaration() -> None:
    body = b'<?xml version="1.0" encoding="koi8-r"?><rss>' + "Привет".encode("cp1251")
    assert "Привет" in decode(body, "text/xml; charset=windows-1251")


@pytest.mark.parametrize("header", ["iso-8859-1", "windows-1252", "us-ascii", "windows-1253"])
@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("windows-1251", "Городской совет проголосовал за план реки"),
        ("koi8-r", "Городской совет проголосовал за план реки"),
        ("shift_jis", "市議会が川の計画を可決した"),
        ("gb2312", "市议会通过了河流计划"),
        ("big5", "市議會通過河流計劃"),
        ("euc-kr", "시의회가 강 계획을 통과시켰다"),
        ("windows-1256", "المجلس يصوت على خطة النهر"),
    ],
)
def test_a_header_that_contradicts_a_right_declaration_is_not_believed(
    charset: str, text: str, header: str
) -> None:
    body = f'<?xml version="1.0" encoding="{charset}"?><rss>{text}'.encode(charset)
    assert decode(body, f"text/xml; charset={header}").endswith(text)


def test_the_euro_of_gbk_is_read_and_a_stray_byte_of_windows_makes_no_litter() -> None:
    price = "价格".encode("gbk") + b"\x80 5"
    assert decode(price, "text/html; charset=gbk") == "价格€ 5"
    assert decode(b"<title>\x80 5</title>", "text/html; charset=no-such") == "<title>€ 5</title>"


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "koi8-r", "gb2312", "windows-1258"])
def test_utf8_is_utf8_whatever_the_page_claims(label: str) -> None:
    assert decode(TEXT["vi"].encode(), f"text/html; charset={label}") == TEXT["vi"]


def test_a_page_that_claims_utf8_and_is_not_is_detected() -> None:
    assert TEXT["ru"] in decode(b"<meta charset=utf-8>" + page("ru", "windows-1251"), "text/html; charset=utf-8")


def test_a_few_letters_are_of_no_code_page_of_dos() -> None:
    assert "Café, Über" in decode("<?xml version='1.0' encoding='utf-8'?><t>Café, Über</t>".encode("latin-1"))


def test_two_chinese_letters_that_look_like_utf8_keep_their_charset() -> None:
    assert decode("联通".encode("gb18030"), "text/html; charset=gbk") == "联通"


def test_one_bad_byte_does_not_turn_vietnamese_into_litter() -> None:
    body = TEXT["vi"].encode()
    damaged = body[:20] + b"\xff" + body[20:]
    assert decode(damaged).replace("\ufffd", "") == TEXT["vi"]
    assert decode(body[:-1] + b"\xe1").startswith(TEXT["vi"][:-1])


def test_one_bad_byte_does_not_turn_japanese_into_litter() -> None:
    body = page("ja", "shift_jis")
    assert TEXT["ja"][5:] in decode(body[:19] + b"\xff" + body[19:], "text/html; charset=shift_jis")


def test_windows_1258_is_composed_and_other_charsets_are_left_as_they_came() -> None:
    assert decode("e\u0301".encode("cp1258"), "text/html; charset=windows-1258") == "é"
    assert decode("e\u0301".encode()) == "e\u0301"


@pytest.mark.parametrize(
    "codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_marks_and_nuls_tell_the_width(codec: str) -> None:
    text = f'<?xml version="1.0" encoding="utf-16"?><rss><channel><title>{TEXT["ja"]}</title></channel></rss>'
    assert decode(text.encode(codec), "text/xml; charset=iso-8859-1") == text


def test_a_label_of_utf16_without_nuls_is_not_believed() -> None:
    assert decode(b"<p>plain", "text/html; charset=utf-16") == "<p>plain"


def test_ebcdic_is_read_by_its_own_declaration() -> None:
    text = '<?xml version="1.0" encoding="cp500"?><rss>[é]</rss>'
    assert decode(text.encode("cp500")) == text
    assert decode('<?xml version="1.0"?>'.encode("cp037")) == '<?xml version="1.0"?>'


def test_an_escape_in_a_declared_page_is_not_japanese() -> None:
    assert decode(b"a\x1b$Bb", "text/html; charset=utf-8") == "a\x1b$Bb"


@pytest.mark.parametrize(
    "label", ["rot13", "zlib", "base64", "idna", "punycode", "unicode_escape", "utf-7", "x", "\xff"]
)
def test_a_label_that_is_no_charset_is_passed_over(label: str) -> None:
    assert decode(b"<p>+ADw-", f"text/html; charset={label}") == "<p>+ADw-"


def test_a_long_header_is_no_work() -> None:
    start = time.process_time()
    assert decode(b"caf\xc3\xa9", "text/html; charset=" + " " * 60_000) == "café"
    assert decode(b"<meta " * 700 + b"charset= " * 100) == "<meta " * 700 + "charset= " * 100
    assert time.process_time() - start < 5


def test_nul_is_taken_out() -> None:
    assert decode(b"Hello \x00 there, a title with one NUL in it") == "Hello  there, a title with one NUL in it"


def test_ten_megabytes_of_utf8_are_quick() -> None:
    body = TEXT["vi"].encode() * 80_000
    start = time.process_time()
    text = decode(body)
    assert len(text) == len(TEXT["vi"]) * 80_000
    assert time.process_time() - start < 1.0


@given(
    st.binary(max_size=200), st.sampled_from([None, "", "text/html; charset=", "a; charset=hz", "a; charset=big5"])
)
def test_any_bytes_give_text(body: bytes, content_type: str | None) -> None:
    text = decode(body, content_type)
    assert "\0" not in text
    text.encode()


@pytest.mark.parametrize("text", ["It’s “fine” café", "„Ja“ – naïve", "Giá 5 € … ‘rẻ’"])
def test_one_byte_of_windows_in_a_short_text_that_declares_utf8_leaves_its_quotes(text: str) -> None:
    body = f'<?xml version="1.0" encoding="utf-8"?><title>{text} @</title>'.encode().replace(b"@", b"\x92")
    assert text in decode(body)
