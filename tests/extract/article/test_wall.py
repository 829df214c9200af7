"""Pages that came in place of an article are told from it, in every language, and short articles are none."""

import pickle

import pytest

from tuinews.errors import WallError
from tuinews.extract.article import extract_article
from tuinews.model.page import ExpectedArticle, Wall

RIVER = ExpectedArticle("The council votes on the river plan", "news.example")
SÔNG = ExpectedArticle("Hội đồng bỏ phiếu về kế hoạch sông Hương", "Báo Ví dụ")
川 = ExpectedArticle("市議会が川の計画を可決", "例新聞")


def page(title: str, *lines: str, head: str = "", more: str = "") -> str:
    text = "".join(f"<p>{line}</p>" for line in lines)
    return f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{text}{more}</body></html>"


def test_below_the_right_title_a_text_that_the_listing_knows_nothing_of_is_a_wall() -> None:
    told = "Work on the old bed begins in spring and takes three years, the mayor said after the vote."
    expected = ExpectedArticle(RIVER.title, RIVER.source, told)
    below = "Subscribers get the whole paper each morning, and the archive since 1910."
    with pytest.raises(WallError):
        extract_article(page(RIVER.title, below), "https://news.example/1", expected=expected)
    for text in ("The council voted late at night.", "Builders come in spring; it takes three years."):
        found = extract_article(page(RIVER.title, text, below), "https://news.example/1", expected=expected)
        assert text in found.text
    untold = ExpectedArticle(RIVER.title, RIVER.source, "See here.")
    assert below in extract_article(page(RIVER.title, below), "https://news.example/1", expected=untold).text


@pytest.mark.parametrize(
    ("title", "told", "below"),
    [
        (
            "市議会が川の計画を可決",
            "市議会は金曜日、川を元の流れに戻す計画を可決した。工事は春に始まる。",
            "この記事は有料会員限定です。",
        ),
        ("สภาเมืองลงมติแผนแม่น้ำ", "สภาเมืองลงมติเมื่อวันศุกร์ให้แม่น้ำกลับสู่ร่องน้ำเดิม", "เนื้อหานี้สำหรับสมาชิก กรุณาเข้าสู่ระบบ"),
    ],
)
def test_that_is_so_in_scripts_without_blanks_whose_signs_meet_by_chance(
    title: str, told: str, below: str
) -> None:
    expected = ExpectedArticle(title, "例新聞", told)
    with pytest.raises(WallError):
        extract_article(page(title, below), "https://news.example/1", expected=expected)
    assert told in extract_article(page(title, told, below), "https://news.example/1", expected=expected).text


SIGN_IN_FORM = "<form><input name=u><input type=password name=p><button>OK</button></form>"
WALLS = {
    "challenge": (
        RIVER,
        Wall.ROBOTS,
        page("One moment", "news.example checks the security of your connection first."),
    ),
    "challenge by its script": (
        RIVER,
        Wall.ROBOTS,
        page("news.example", "Stand by.", head="<script src=/cdn-cgi/challenge-platform/x.js></script>"),
    ),
    "challenge vi": (
        SÔNG,
        Wall.ROBOTS,
        page("Chờ chút", "Vui lòng xác minh bạn không phải là robot để xem tiếp nội dung."),
    ),
    "challenge ru": (RIVER, Wall.ROBOTS, page("Минуту", "Идёт проверка браузера. Страница откроется сама.")),
    "consent de": (
        RIVER,
        Wall.CONSENT,
        page(
            "Willkommen",
            "Lesen Sie news.example mit Werbung und Tracking, oder schließen Sie ein Abo ab.",
            "Mehr dazu unten.",
        ),
    ),
    "consent es": (
        RIVER,
        Wall.CONSENT,
        page("Su privacidad", "Para seguir leyendo debe aceptar las cookies de nuestros socios."),
    ),
    "sign-in by its form": (
        RIVER,
        Wall.SIGN_IN,
        page("Welcome back", "Enter your details below to go on.", more=SIGN_IN_FORM),
    ),
    "sign-in vi": (
        SÔNG,
        Wall.SIGN_IN,
        page("Thành viên", "Bạn cần đăng nhập để đọc tiếp bài viết này trên trang của chúng tôi."),
    ),
    "scripts": (
        RIVER,
        Wall.SCRIPT,
        page("news.example", "Please enable JavaScript to run this app in your browser of choice."),
    ),
    "soft 404": (
        RIVER,
        Wall.GONE,
        page("Oh no", "The page you asked for was not found. It may have moved elsewhere."),
    ),
    "soft 404 pl": (
        RIVER,
        Wall.GONE,
        page("Ojej", "Ta strona nie istnieje. Sprawdź adres albo wróć na stronę główną."),
    ),
    "maintenance ja": (
        川,
        Wall.MAINTENANCE,
        page("お知らせ", "ただいまメンテナンス中です。しばらくしてから再度アクセスしてください。"),
    ),
    "maintenance fr": (
        RIVER,
        Wall.MAINTENANCE,
        page("Bientôt", "Le site est en cours de maintenance et revient dans une heure."),
    ),
    "check for robots by its script": (
        RIVER,
        Wall.ROBOTS,
        page("Un momento", "Cargando…", head="<script src=/.within.website/x/cmd/anubis/main.mjs></script>"),
    ),
    "sign-in ro": (RIVER, Wall.SIGN_IN, page("Ziarul", "Conectează-te pentru a citi mai departe.")),
    "check for robots cs": (RIVER, Wall.ROBOTS, page("Okamžik", "Ověřujeme, že nejste robot. Vyčkejte prosím.")),
    "consent el": (RIVER, Wall.CONSENT, page("Νέα", "Σεβόμαστε την ιδιωτικότητά σας. Αποδοχή όλων.")),
    "soft 404 hu": (RIVER, Wall.GONE, page("Hiba", "A keresett oldal nem található.")),
    "maintenance fa": (RIVER, Wall.MAINTENANCE, page("سایت", "سایت در حال تعمیر است. بعدا مراجعه کنید.")),
    "scripts bg": (RIVER, Wall.SCRIPT, page("Сайт", "Моля, включете JavaScript, за да видите сайта.")),
    "another country": (
        RIVER,
        Wall.REGION,
        page("Sorry", "This page is not available in your country due to legal reasons, we are sorry to say."),
    ),
    "another country ar": (川, Wall.REGION, page("عذرا", "هذا المحتوى غير متاح في بلدك لأسباب تتعلق بالحقوق.")),
    "no words at all for it": (
        RIVER,
        Wall.OTHER,
        page("Parked", "Buy this domain today, it may be just right for your business."),
    ),
}


@pytest.mark.parametrize("name", WALLS)
def test_a_wall_is_told_and_named(name: str) -> None:
    expected, wall, html = WALLS[name]
    with pytest.raises(WallError) as caught:
        extract_article(html, "https://news.example/a", expected=expected)
    assert caught.value.wall is wall
    copied = pickle.loads(pickle.dumps(caught.value))
    assert (copied.wall, str(copied)) == (wall, str(caught.value))


SCRIPTS_AND_COOKIES = {
    "en": "Please enable JavaScript and cookies to continue.",
    "ar": "يرجى تمكين جافا سكريبت وملفات تعريف الارتباط للمتابعة.",
    "ar, Latin": "يرجى تفعيل JavaScript وملفات تعريف الارتباط للمتابعة.",
    "fa": "لطفاً جاوااسکریپت و کوکی‌ها را فعال کنید تا ادامه دهید.",
    "fa, Latin": "برای ادامه، JavaScript و کوکی را فعال کنید.",
    "he": "כדי להמשיך, אפשרו JavaScript ועוגיות.",
    "hi": "जारी रखने के लिए जावास्क्रिप्ट और कुकीज़ चालू करें।",
    "hi, Latin": "कृपया JavaScript और कुकी सक्षम करें।",
    "bn": "চালিয়ে যেতে জাভাস্ক্রিপ্ট ও কুকি চালু করুন।",
    "ta": "தொடர ஜாவாஸ்கிரிப்ட் மற்றும் குக்கீகளை இயக்கவும்.",
    "th": "โปรดเปิดใช้งาน JavaScript และคุกกี้เพื่อดำเนินการต่อ",
    "th, Thai": "กรุณาเปิดใช้จาวาสคริปต์และคุกกี้",
    "ko": "계속하려면 자바스크립트와 쿠키를 사용하도록 설정하세요.",
    "ko, Latin": "계속하려면 JavaScript 및 쿠키를 허용해 주세요.",
    "ja": "続行するには JavaScript とクッキーを有効にしてください。",
    "zh": "请启用 JavaScript 和 cookie 以继续。",
    "zh, accept": "请开启 JavaScript 并接受 Cookie 以继续。",
    "tr": "Devam etmek için JavaScript'i ve çerezleri etkinleştirin.",
    "vi": "Vui lòng kích hoạt JavaScript và chấp nhận cookie để tiếp tục.",
    "vi, other": "Trình duyệt cần cho phép JavaScript và cookie để xem trang này.",
    "id": "Aktifkan JavaScript dan cookie untuk melanjutkan.",
    "de": "Bitte JavaScript erlauben und Cookies zustimmen, um fortzufahren.",
    "fi": "Salli JavaScript ja evästeet jatkaaksesi.",
    "hu": "A folytatáshoz engedélyezze a JavaScriptet és a sütiket.",
    "bg": "За да продължите, разрешете JavaScript и бисквитки.",
    "ru": "Чтобы продолжить, разрешите JavaScript и файлы cookie.",
    "hr": "Za nastavak omogućite JavaScript i kolačiće.",
    "el": "Για να συνεχίσετε, ενεργοποιήστε την JavaScript και τα cookies.",
}


@pytest.mark.parametrize("line", SCRIPTS_AND_COOKIES.values(), ids=SCRIPTS_AND_COOKIES)
def test_a_page_that_wants_scripts_and_cookies_asks_for_no_consent(line: str) -> None:
    with pytest.raises(WallError) as caught:
        extract_article(page("news.example", line), "https://news.example/a", expected=RIVER)
    assert caught.value.wall is Wall.SCRIPT


CONSENTS = {
    "tr": "Gizliliğiniz bizim için önemli. Çerez kullanıyoruz.",
    "ar": "نحن نستخدم ملفات تعريف الارتباط لتحسين تجربتك.",
    "ko": "이 사이트는 쿠키를 사용합니다. 계속하려면 동의하세요.",
    "beside a word on scripts": "Wir bitten um Ihre Zustimmung. Ohne JavaScript geht es hier nicht weiter.",
}


@pytest.mark.parametrize("line", CONSENTS.values(), ids=CONSENTS)
def test_a_page_that_asks_for_consent_says_so(line: str) -> None:
    with pytest.raises(WallError) as caught:
        extract_article(page("news.example", line), "https://news.example/a", expected=RIVER)
    assert caught.value.wall is Wall.CONSENT


ARTICLES = {
    "short": (RIVER, page("Council: the river plan", "The council voted. More will follow in the evening.")),
    "cut behind a sign-in": (
        RIVER,
        page(
            "The council votes on the river plan",
            "The council voted on Friday…",
            "Log in to read on.",
            more=SIGN_IN_FORM,
        ),
    ),
    "another title, its words in the text": (
        RIVER,
        page("Breaking", "It is decided: the river plan goes ahead, says the mayor."),
    ),
    "title inflected": (
        ExpectedArticle("Совета голосует за планы рек"),
        page("Новость", "Городской совет одобрил план развития реки большинством голосов."),
    ),
    "vietnamese": (SÔNG, page("Kế hoạch sông Hương được thông qua", "Chiều nay các đại biểu đã đồng ý.")),
    "other title, long text": (
        ExpectedArticle("Worth your while"),
        page("Essay", *["All of it is about trees and their roots. "] * 60),
    ),
    "a title that says nothing": (
        ExpectedArticle("7.2"),
        page("Release notes", "Fixes a crash at start and a wrong colour."),
    ),
    "no listing": (
        None,
        page("How to sign in to your account", "Open the settings, choose the account, and sign in there."),
    ),
    "no listing, 404": (
        None,
        page("404 Media is one year old", "The site not found by everybody celebrates its first year."),
    ),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_no_wall(name: str) -> None:
    expected, html = ARTICLES[name]
    assert extract_article(html, "https://news.example/a", expected=expected).text


def test_a_page_that_nobody_named_is_a_wall_if_it_says_so_and_is_built_so() -> None:
    says = page(
        "Just a moment", "Checking your browser.", head="<script src=/cdn-cgi/challenge-platform/x.js></script>"
    )
    with pytest.raises(WallError):
        extract_article(says)
    comments = page("Trees", "All about trees.", head="<div class=g-recaptcha></div>")
    assert extract_article(comments).text
