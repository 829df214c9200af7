"""Bylines in the words of many languages, and what stands beside the name in them."""

import pytest

from tuinews.extract.article import extract_article

PROSE = {
    "Latin": "Nemo in valle ante vesperam domum rediit, quia molendinum vetus cum aquis altis stabat et sonabat.",
    "el": "Το συμβούλιο μίλησε τρεις ώρες για τον παλιό μύλο, του οποίου η στέγη στάζει εδώ και πολλά χρόνια.",
    "ru": "Совет три часа говорил о старой мельнице, крыша которой течёт уже много лет, и ничего не решил.",
    "ar": "تحدث المجلس ثلاث ساعات عن الطاحونة القديمة التي يتسرب الماء من سقفها منذ سنوات ولم يقرر شيئا.",
    "he": "המועצה דיברה שלוש שעות על הטחנה הישנה, שהגג שלה דולף זה שנים רבות, ולא החליטה דבר.",
    "hi": "परिषद ने तीन घंटे तक पुरानी चक्की पर बात की, जिसकी छत वर्षों से टपक रही है, और कुछ तय नहीं हुआ।",
}


def authors(lang: str, byline: str, head: str = "") -> list[str]:
    prose = PROSE.get(lang, PROSE["Latin"])
    text = "".join(f"<p>{number}. {prose}</p>" for number in range(1, 6))
    page = f'<html lang="{lang}"><head><title>{prose[:30]}</title>{head}</head><body><article>'
    return list(extract_article(f"{page}<h1>{prose[:30]}</h1>{byline}{text}</article></body></html>").authors)


@pytest.mark.parametrize(
    ("lang", "byline", "name"),
    [
        ("hu", "Szerző: Kis Anna", "Kis Anna"),
        ("fi", "Kirjoittaja: Aino Koski", "Aino Koski"),
        ("cs", "Napsala: Eva Nová", "Eva Nová"),
        ("hr", "Piše: Ana Horvat", "Ana Horvat"),
        ("sl", "Avtorica: Ana Kos", "Ana Kos"),
        ("lt", "Autorė: Rasa Kalnė", "Rasa Kalnė"),
        ("sv", "Skriven av Sven Ek", "Sven Ek"),
        ("ro", "Scris de Ion Popa", "Ion Popa"),
        ("tr", "Yazar: Ayşe Dağ", "Ayşe Dağ"),
        ("fr", "Propos recueillis par Léa Marin", "Léa Marin"),
        ("it", "dal nostro inviato Carla Neri", "Carla Neri"),
        ("es", "De nuestra enviada especial Lucía Ríos", "Lucía Ríos"),
        ("el", "Του Γιάννη Πέτρου", "Γιάννη Πέτρου"),
        ("el", "Συντάκτης: Γιάννης Πέτρου", "Γιάννης Πέτρου"),
        ("ru", "Подготовила Анна Лесова", "Анна Лесова"),
        ("ar", "كتب: أحمد سالم", "أحمد سالم"),
        ("ar", "<span>كتب: أحمد سالم</span> <span>الجمعة 20 نوفمبر 2026 - 09:12</span>", "أحمد سالم"),
        ("ar", "نویسنده: مریم کوهی", "مریم کوهی"),
        ("he", "מאת: רון גל", "רון גל"),
        ("hi", "लेखक: मोहन वर्मा", "मोहन वर्मा"),
    ],
)
def test_a_name_behind_the_words_of_its_language(lang: str, byline: str, name: str) -> None:
    assert authors(lang, f"<p>{byline}</p>") == [name]


@pytest.mark.parametrize(
    "byline",
    [
        "Par Léa Marin avec AFP",
        "By Léa Marin and Reuters",
        "Léa Marin (Rome, envoyée spéciale)</p><p>12/11/2026",
        "By Léa Marin. Translated from the French by Ruth Gray",
        "Par Léa Marin, traduit de l'anglais par Ruth Gray",
        "Von Léa Marin. Aus dem Englischen von Ruth Gray",
        '<span class="by">Léa Marin</span>',
    ],
)
def test_agencies_places_and_translators_are_no_part_of_a_byline(byline: str) -> None:
    assert authors("fr", f"<p>{byline}</p>") == ["Léa Marin"]


def test_the_items_of_a_list_of_authors_are_its_authors() -> None:
    names = ["Anna Field", "Tom Reed", "Mai Lake"]
    items = "".join(f'<li><a href="/a/{n}">{name}</a></li>' for n, name in enumerate(names))
    assert authors("en", f'<ul class="authors">{items}</ul>') == names
    role = '<ul class="authors"><li>Anna Field</li><li>Journalist</li></ul>'
    assert authors("en", role) == ["Anna Field"]


def test_a_declared_name_may_stand_in_brackets_behind_its_address() -> None:
    declared = '<meta name="author" content="anna.field@post.example (Anna Field)">'
    assert authors("en", "", declared) == ["Anna Field"]


@pytest.mark.parametrize("name", ["N.Hà", "Ng.Huyền", "T. Hằng", "B.T"])
def test_initials_with_a_name_sign_a_vietnamese_text(name: str) -> None:
    assert authors("vi", "") == []
    text = "".join(
        f"<p>{n}. Sáng sớm, hàng trăm người dân ven sông đã ra bến chờ chuyến phà đầu tiên.</p>" for n in "1234"
    )
    signed = f'<p style="text-align:right"><b>{name}</b></p>'
    page = f'<html lang="vi"><article><h1>Bến phà cũ</h1>{text}{signed}</article></html>'
    assert extract_article(page).authors == (name,)


@pytest.mark.parametrize(
    "foot",
    [
        '<div class="trending"><h3>Trending</h3><a href="/x">Boats</a><p class="byline">By Joe Other</p></div>',
        '<div id="comments"><div><cite class="fn">Joe Other</cite> says:<p>I liked the mill.</p></div></div>',
        "<blockquote>“The roof leaks”<p><cite>Joe Other, engineer</cite></p></blockquote>",
    ],
)
def test_who_wrote_other_articles_comments_and_quotations_is_no_author(foot: str) -> None:
    text = "".join(f"<p>{number}. {PROSE['Latin']}</p>" for number in range(1, 6))
    page = f'<html lang="en"><article><h1>Molendinum vetus</h1><p>Nov 12, 2026</p>{text}</article>{foot}</html>'
    assert extract_article(page).authors == ()


@pytest.mark.parametrize(
    ("lang", "byline"),
    [
        ("es", "Lucía Ríos y Juan Peña"),
        ("pl", "Lucía Ríos, Juan Peña"),
        ("en", "👤by Lucía Ríos, Juan Peña 💬 3 📅"),
    ],
)
def test_names_alone_beside_a_day_are_a_byline(lang: str, byline: str) -> None:
    assert authors(lang, f"<p>{byline}</p><p>12.11.2026</p>") == ["Lucía Ríos", "Juan Peña"]


@pytest.mark.parametrize(
    "signature",
    [
        "<b>HÀ LINH thực hiện</b>",
        "Ghi chép của HÀ LINH",
        "Bút ký của HÀ LINH",
        "Theo HÀ LINH/Đồng Quê",
        "Reporting by HÀ LINH in Wend; Editing by Tom Reed",
    ],
)
def test_a_signature_says_what_was_done_and_where(signature: str) -> None:
    text = "".join(f"<p>{n}. Sáng sớm, hàng trăm người dân ven sông đã ra bến chờ phà.</p>" for n in "1234")
    signed = f'<p style="text-align:right">{signature}</p>'
    page = f'<html lang="vi"><article><h1>Bến phà cũ</h1>{text}{signed}</article></html>'
    assert extract_article(page).authors == ("HÀ LINH",)
