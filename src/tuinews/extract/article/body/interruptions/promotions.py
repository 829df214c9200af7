"""Calls to subscribe to a newsletter, where no form shows them to be one."""

from collections.abc import Iterator

from tuinews.extract.article.body.interruptions.boxes import Boxes
from tuinews.extract.page.patterns import words

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


def promotion_lines(boxes: Boxes) -> Iterator[int]:
    """The lines with such a call, in an element of its own."""
    letters = [word for word in _LETTERS if word in boxes.small_text]
    if not letters:
        return
    for place in boxes.odd:
        line = boxes.page_lines.lines[place]
        small = line.text.lower() if line.size <= LONGEST else ""
        if any(word in small for word in letters) and any(word in small for word in _CALLS):
            yield place
