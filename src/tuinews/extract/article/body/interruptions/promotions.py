"""Calls to subscribe to a newsletter, where no form shows them to be one."""

import re
from collections.abc import Iterator

from tuinews.extract.article.body.interruptions.boxes import Boxes
from tuinews.extract.page.patterns import NamePattern, words
from tuinews.late import late_pattern

LONGEST_LINK = 30
"""Letters of a link that asks one to sign up."""

LONGEST = 220
"""Letters of such a call."""

_LETTERS = words(
    """
    newsletter newsletters briefing nyhetsbrev nyhedsbrev nieuwsbrief infolettre boletín bülten uutiskirje
    hírlevél newsletteru biuletyn рассылк розсилк бюлетин ενημερωτικό ניוזלטר خبرنامه
    نشرتنا النشرة न्यूज़लेटर จดหมายข่าว 뉴스레터
    ニュースレター メルマガ 电子报 電子報 通讯 buletin
    """
)
_CALLS = words(
    """
    sign subscribe inbox join abonnier anmelden melden inscri abonnez recevez suscr apúnt recib iscriv ricev assin
    inscrev
    receb meld schrijf ontvang prenumerer registrer tilaa feliratkoz iratkoz zapisz odbieraj přihlas odebír prihlás
    abonați
    aboneaz подпис підпиш абонира εγγραφ הירשמו הצטרפו عضو اشترك سجل सदस्यता สมัคร 구독 登録 订阅 訂閱 đăng abone
    berlangganan daftar
    """
)


_SIGN_UP = late_pattern(
    r"\W*(?:sign (?:me )?up(?: (?:now|here|for free))?|subscribe(?: (?:now|here))?|join (?:now|us)"
    r"|(?:jetzt |hier )?(?:anmelden|abonnieren)|s['’]inscrire|je m['’]inscris|s['’]abonner|suscríbete|suscribirse"
    r"|apúntate|iscriviti|abbonati|inscreva-se|assine(?: já)?|(?:meld je )?aan(?:melden)?|inschrijven|prenumerera"
    r"|tilaa|zapisz się|подписаться|đăng ký(?: ngay| nhận tin)?|登録(?:する|はこちら)|구독하기"
    r"|(?:立即)?(?:订阅|訂閱)|اشترك(?: الآن)?|abone ol"
    r"|(?:donate|give|contribute)(?: (?:now|today|here))?|support us|become a (?:member|supporter)"
    r"|(?:jetzt )?spenden|(?:faire|je fais) un don"
    r"|don(?:ar|a) (?:ahora|ora)|doe mee|wesprzyj nas|поддержать|ủng hộ(?: ngay)?)\W*",
    re.IGNORECASE,
)
"""What a link says that leads to a newsletter, or to where one pays."""

_BLOCKER = late_pattern(
    r"\b(?:ad|werbe|annons|reklame?)-?\s?block\w*|bloqueador(?:es)? de (?:anuncios|publicidad|propagandas?)"
    r"|bloqueur de pub\w*|trình chặn quảng cáo|блокировщик\w* рекламы|広告ブロック"
    r"|广告拦截|廣告攔截|광고 ?차단|مانع الإعلانات"
)
_BLOCKERS = ("block", "bloque", "chặn", "блокировщик", "ブロック", "拦截", "攔截", "차단", "مانع")
"""What each of them has in it: the short lines of a page are searched for these in a tenth of the time."""

_LET = late_pattern(
    r"turn(?:ed)? off|disabl|whitelist|allow|deaktivier|ausschalt|desactiv|désactiv|disattiv|desativ|tắt|отключ"
    r"|無効|关闭|關閉|해제|تعطيل|eteindre|éteindre"
)
"""What such a box asks to be done with what blocks advertisements."""

_PAID = NamePattern(
    r"(?:^|[\s_-])(?:pay-?wall|subscri(?:be|ption)s?|donat\w+|support(?:-us)?|membership)"
    r"(?:[-_](?:box|cta|prompt|wall|banner|form|block|stub|offer|message))?(?=$|[\s_-])",
    *("paywall", "pay-wall", "subscri", "donat", "support", "membership"),
)
"""Names of boxes that ask for money, however much they say."""

LONGEST_BOX, MOST_LINES = 300, 5
"""Letters and lines of the box of such a link: a name, what it offers, the link."""


def promotion_lines(boxes: Boxes) -> Iterator[int]:
    """The lines with such a call, in an element of its own, and those of a box with a link to sign up."""
    yield from _with_a_link(boxes)
    yield from _about_blockers(boxes)
    letters = [word for word in _LETTERS if word in boxes.small_text]
    if not letters:
        return
    for place in boxes.odd:
        line = boxes.page_lines.lines[place]
        small = line.text.lower() if line.size <= LONGEST else ""
        if any(word in small for word in letters) and any(word in small for word in _CALLS):
            yield place


def _with_a_link(boxes: Boxes) -> Iterator[int]:
    """The lines of small boxes with a link that says "Sign up" and nothing else."""
    page_lines = boxes.page_lines
    for place in boxes.near():
        line = page_lines.lines[place]
        if not line.linked or line.size > LONGEST_LINK or not _SIGN_UP.fullmatch(line.text):
            continue
        alone = len(boxes.places(line.element)) < 2
        box = page_lines.parent[line.element] if alone else line.element
        if boxes.is_small(box) and (_is_small(boxes, box) or _PAID.matches(page_lines.names[box])):
            yield from boxes.places(box)


def _about_blockers(boxes: Boxes) -> Iterator[int]:
    """The lines of a small box that asks to let advertisements through."""
    if not any(stem in boxes.small_text for stem in _BLOCKERS) or _BLOCKER.search(boxes.small_text) is None:
        return
    for place in boxes.odd:
        line = boxes.page_lines.lines[place]
        if line.size <= LONGEST and _BLOCKER.search(line.text.lower()) and _LET.search(line.text.lower()):
            alone = len(boxes.places(line.element)) < 2
            box = boxes.page_lines.parent[line.element] if alone else line.element
            yield from boxes.places(box) if boxes.is_small(box) and _is_small(boxes, box) else (place,)


def _is_small(boxes: Boxes, box: int) -> bool:
    lines = boxes.lines(box)
    return len(lines) <= MOST_LINES and sum(line.size for line in lines) <= LONGEST_BOX
