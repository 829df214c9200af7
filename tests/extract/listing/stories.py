"""Invented stories in several languages and scripts, and pages that list them in whatever markup a test gives."""

from collections.abc import Callable
from dataclasses import dataclass

SITE = "https://post.example"

TITLES = {
    "en": (
        "The bridge at Garwick is closed for the winter",
        "Herring prices fall for the third week running",
        "Mayor Tilda Brone resigns over the tunnel",
        "School of Osk opens its doors to sailors",
        "Council delays vote on the night ferry again",
        "Old mill to become a library of maps",
    ),
    "vi": (
        "Cầu Gành Hào đóng cửa suốt mùa đông",
        "Giá cá trích giảm tuần thứ ba liên tiếp",
        "Bà Tạ Thị Bông từ chức vì đường hầm",
        "Trường làng Oách mở cửa đón thủy thủ",
        "Hội đồng lại hoãn biểu quyết chuyến phà đêm",
        "Cối xay cũ thành thư viện bản đồ",
    ),
    "ru": (
        "Мост в Гарвике закрыт на всю зиму",
        "Цены на сельдь падают третью неделю",
        "Мэр Тильда Броне уходит из-за туннеля",
        "Школа в Оске открывает двери морякам",
        "Совет снова отложил голосование о пароме",
        "Старая мельница станет библиотекой карт",
    ),
    "ar": (
        "إغلاق الجسر في غارويك طوال الشتاء",
        "أسعار الرنجة تنخفض للأسبوع الثالث",
        "استقالة رئيسة البلدية بسبب النفق",
        "مدرسة أوسك تفتح أبوابها للبحارة",
        "المجلس يؤجل التصويت على العبارة",
        "الطاحونة القديمة تصبح مكتبة خرائط",
    ),
    "ja": (
        "ガーウィック橋、冬の間は通行止めに",
        "ニシンの価格が三週連続で下落",
        "トンネル問題でブローネ市長が辞任へ",
        "オスクの学校が船乗りに門を開く",
        "夜行フェリーの採決、また延期に",
        "古い水車小屋が地図の図書館に",
    ),
}

SUMMARIES = {
    "en": "Nobody in the harbour was told before Monday, and the repair will take until the first week of spring.",
    "vi": "Không ai ở bến cảng được báo trước thứ Hai, việc sửa chữa sẽ kéo dài đến tuần đầu tiên của mùa xuân.",
    "ru": "Никого в порту не предупредили до понедельника, ремонт продлится до первой тёплой недели весны.",
    "ar": "لم يُبلَّغ أحد في الميناء قبل يوم الاثنين، وسيستمر الإصلاح حتى أول أسبوع دافئ في الربيع.",
    "ja": "港では月曜日まで誰も知らされておらず、修理は春の最初の暖かい週まで続く見込みだと関係者は話している。",
}


@dataclass(frozen=True, slots=True)
class Story:
    """One story of a page: its number there, its words, and its address as a path."""

    number: int
    title: str
    summary: str
    path: str
    lang: str

    @property
    def url(self) -> str:
        return SITE + self.path


Shape = Callable[[Story], str]
"""Makes the markup of one story's record."""


def stories(lang: str) -> list[Story]:
    """The stories of a language; their addresses have a number, as most have, and no words of the title."""
    return [
        Story(
            number, title, SUMMARIES[lang], f"/{('world', 'life')[number % 2]}/story-{71000 + number}.html", lang
        )
        for number, title in enumerate(TITLES[lang])
    ]


def page(records: str, lang: str, around: str = "{}") -> str:
    """A page with a menu, a list and a footer; `around` is the markup that holds the records."""
    menu = "".join(f'<li><a href="/{word}/">{word.capitalize()}</a></li>' for word in ("world", "life", "sport"))
    footer = '<footer><a href="/about">About us</a> <a href="/privacy">Privacy and cookies</a></footer>'
    head = f'<!DOCTYPE html><html lang="{lang}"><head><title>Post</title></head>'
    return (
        f"{head}<body><nav><ul>{menu}</ul></nav><main><h1>Post</h1>{around.format(records)}</main>{footer}</body>"
    )


def page_of(shape: Shape, lang: str) -> str:
    """The page of a language's stories, each in the markup of `shape`."""
    return page("".join(map(shape, stories(lang))), lang)
