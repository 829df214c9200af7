"""What a paper sets below its text: share, follow us, tags, a call for hints, the notice of its agency.

Only the last lines of a text are looked at, and only as long as each of them is such a line.
"""

import re
from collections.abc import Iterator

from tuinews.extract.article.body.interruptions.agencies import says_whose
from tuinews.extract.article.body.interruptions.boxes import Boxes
from tuinews.extract.dates import is_only_a_date, words_beside
from tuinews.extract.page.letters import FIGURE
from tuinews.extract.page.lines import PageLine
from tuinews.late import late_pattern

LONGEST_LABEL, LONGEST_TAG, LINKED = 20, 30, 0.7
"""Letters of the label before what a text is about, and of each of those; and the share of them in links."""

LONGEST_DATE = 70
"""Letters of a line that tells nothing but when a text was published, and when it was changed."""

MOST_LINES, LONGEST = 8, 160
"""Last lines of the text that are looked at, and letters of such a line."""

_NETWORK = (
    r"(?:facebook|instagram|twitter|x|tik\s?tok|you\s?tube|whats\s?app|telegram|zalo|line|linkedin|google|signal|"
    r"threads)"
)
_CLOSING = late_pattern(
    rf"""\W*(?:
    share\ (?:this|on|via)\b | (?:diesen\ )?(?:artikel|beitrag)\ teilen | teilen\ (?:sie|auf|mit)\b
  | comparte?r?\ (?:en|est[ea]|la)\b | partager\ (?:sur|cet|l[’'])? | condividi\b | compartilhe?\b | udostępnij\b
  | podziel\ się\b | del\ (?:artikkelen|saken|på)\b | dela\ (?:artikeln|på)\b
  | chia\ sẻ(?:\ bài\ viết|\ lên|\ qua)?\W*$ | シェアする | この記事をシェア | شارك(?:\ (?:المقال|الخبر|على))?
  | مشاركة\W*$ | แชร์(?:ข่าว|บทความ|หน้า)? | 分享到?\W*$ | 공유하기
  | follow\ (?:us|the\ \w+)\ on\b | síg[ua]?e?nos\b | folge?n?(?:\ sie)?\ uns\b | suivez-nous\b | seguici\b
  | siga-nos\b | volg\ ons\b | obserwuj\ nas\b | følg\ oss\b | följ\ oss\b
  | (?:mời\ (?:quý\ )?(?:bạn\ |độc\ )?(?:đọc\ )?)?theo\ dõi\ .{{0,40}}\b{_NETWORK}\b
  | .{{0,20}}フォローして | تابعنا\b | تابعوا?نا\b | تابعونا\b | ติดตาม(?:เรา|ข่าว\w*|ข่าวสาร)
  | подписывайтесь\ на | підписуйтесь\ на
  | (?:tags?|schlag(?:worte|wörter)|etiquetas|mots-clés|tagi|emneord|nøkkelord|từ\ khóa|タグ|キーワード
     |الكلمات\ المفتاحية|وسوم|الوسوم|แท็ก(?:ที่เกี่ยวข้อง)?|คำค้น|теги|标签|關鍵字|关键词)(?:\s*[:：\#]|\W*$)
  | (?:har\ du|hast\ du|haben\ sie|do\ you\ have|have|got|¿tienes|masz)[ ]
     (?:en\ |et\ |a\ |an\ |any\ |einen\ |alguna?\ )?
     (?:nyhets)?(?:tips?|hinweise?|news\ tip|story|pista|informacj\w+|temat)\b
  | ©\ ?\w[\w\ .-]{{0,30}},\ ?\w+:\d{{6}}
  | 제보는\ | (?:.{{0,30}}\S+@\S+\s+)?[<〈]?저작권자\ ?[(ⓒ©<].{{0,40}}무단
  | この記事は(?:有料|会員限定) | 有料会員になると | (?:有料(?:会員)?|会員限定)記事$ | 残り\s?\d+文字
  | bạn\ vừa\ đọc\ .{{0,20}}\bnội\ dung\b
  | (?:nội\ dung|bài\ viết)\ (?:này\ )?(?:chỉ\ )?dành\ cho\ (?:thuê\ bao|thành\ viên|hội\ viên)
  | (?:编辑|編輯|发布|發布|发表|發表)[于於]\ ?\d{{4}} | read\ in\ (?:the\ )?app$
  | (?:find|read)\ this\ (?:article|story|page)\ (?:online\ )?at\b
  | this\ page\ has\ been\ (?:visited|viewed|accessed)\b
  | (?:you\ are\ )?visitor\ (?:number|no\.?|\#)
  | (?:article\ )?réservé\ aux\ abonnés$ | (?:nur\ )?für\ abonnenten$ | (?:exclusivo|solo)\ para\ suscriptores$
  | bạn\ đang\ (?:đọc|xem)\ (?:bài|tin) | tải\ (?:ngay\ )?(?:ứng\ dụng|app)\b
  | (?:download|get|install)\ (?:the|our)\ .{{0,30}}\bapp\b
  | laden?\ sie\ (?:sich\ )?(?:unsere|die)\ .{{0,20}}app\b
  | descarg(?:a|ue|á)\ (?:nuestra|la)\ .{{0,20}}(?:app|aplicación) | télécharge[rz]\ (?:notre|l['’])\ ?appli
  | baixe\ (?:o\ nosso\ |o\ )?app\b | scarica\ (?:la\ nostra|l['’])\ ?app\b | скачайте?\ (?:наше\ )?приложение
  | .{{0,50}}(?:ऐप|एप)\ डाउनलोड | ดาวน์โหลดแอป | .{{0,20}}アプリを?ダウンロード
  | 下载.{{0,10}}(?:客户端|APP) | حمّ?ل\ (?:تطبيق|التطبيق)
  | [(（【]?(?:责任编辑|责编|責任編輯|编辑|編輯|校对|审核)\s?[:：]
  | 分享(?:至|让更多人) | (?:用微信|微信)扫 | 点击.{{0,14}}关注
  | 特别声明\s?[:：] | 声明\s?[:：]本 | انتهای\ (?:پیام|خبر) | (?:\#\s*){{2,}}$ | -\s?30\s?-$ | _{{2,}}$
  | this\ (?:article|story)\ (?:originally|first)\ appeared\ (?:on|in)\b
  | (?:media|press)\ (?:contacts?|enquiries|inquiries)\s?:.{{0,80}}[@\d] | follow\ .{{3,30}}\ on\ (?:x|twitter)\b
  | (?:follow|read\ more\ of|more\ of)\ [\w’']{{2,12}}\ (?:full\ )?coverage\ (?:of|at|on|here)\b
  | suscr[ií]b(?:e|a)(?:te|se)\ a\ nuestr[oa]\b | subscribe\ to\ (?:our|the)\ .{{0,40}}newsletter
  | abonnieren\ sie\ (?:unseren|den)\b.{{0,40}}newsletter | iscriviti\ alla\ (?:nostra\ )?newsletter
  | assine\ (?:a\ )?nossa\ newsletter | inscrivez-vous\ à\ (?:notre|la)\ (?:news|info)
  | réagissez\ (?:à|dans)\b | let\ us\ know\ (?:what\ you\ think\ )?in\ the\ comments
  | bạn\ (?:có\ ý\ kiến|nghĩ)\ gì\ về\ .{{0,60}}(?:bình\ luận|ý\ kiến) | vai
    \ a(?:l|lla|ll['’])?\ .{{0,12}}(?:notizie|homepage|home\ page|sezione)\b
  | contact\s?:.{{0,60}}@ | [-–—\s]*ends?[-–—\s]*$ | haberi?n\ devamı$ | dziękujemy,\ że\ przeczytał
    )""",
    re.IGNORECASE | re.VERBOSE,
)
LONGEST_CHANNEL = 400
"""Letters of the last paragraph of a text that calls to a channel of the paper, with its address."""

_TO_CHANNEL = late_pattern(
    r"(?:simak|ikuti|dapatkan|baca|follow|join|siga|participe|sigue|únete|suivez|rejoignez|folgen|theo dõi"
    r"|подпис\w+)\b"
    rf".{{0,200}}\b{_NETWORK}\W+(?:channel|kanal|saluran|canal|kênh|group|grup)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Such a paragraph, which papers of Indonesia set below each article."""

_CHANNEL = late_pattern(
    rf"[\W_]*(?:participe|entre|inscreva|join|follow|subscribe|únete|sigue|suivez|rejoignez|folgen|segui|iscriviti|dołącz"
    rf"|подпис\w+|theo dõi|tham gia|gabung|ikuti)\b.{{0,80}}\b{_NETWORK}\b",
    re.IGNORECASE,
)
MOST_OPENING, LONGEST_OPENING = 4, 40
"""First lines of the text that are looked at, where some papers set the same calls, and letters of such a line."""

LONGEST_COPYRIGHT = 80
"""Letters of the last line of a text that says nothing but whose it is."""

MOST_BEHIND = 3
"""Last lines of the text among which it is said whose it is."""

_COPYRIGHT = late_pattern(r"\W*(?:copyright\s)?(?:©|\(c\))\s?(?:copyright\s)?(?:19|20)\d\d\b", re.IGNORECASE)

ALL_LINKED = 0.85
"""Share of linked letters from which a line is a link with an arrow, and nothing else."""

_BACK, _ONWARD = frozenset("←‹«⟵⇐◀"), frozenset("→›»⟶⇒▶")
"""Arrows before the title of the article before, and behind that of the next."""

LONGEST_PAGER = 100
"""Letters of a line with the numbers of all pages."""

_PAGER = late_pattern(
    r"(?:\d{1,3}|pages?|seiten?|páginas?|pagina|trang|halaman|sayfa|страниц[аы]|第|页|頁|上一[页頁]|下一[页頁]|首[页頁]"
    r"|尾[页頁]|末[页頁]|全文|next|prev(?:ious)?|first|last|vorherige|nächste|précédente?|suivante?|anterior|siguiente"
    r"|próxima|seguinte|trước|sau|tiếp(?: theo)?|selanjutnya|sebelumnya|(?:tampilkan|lihat) semua|view all"
    r"|single page|次へ|前へ|[次前]のページ|다음|이전|of|von|de|[\W_])+",
    re.IGNORECASE,
)

MOST_CALLS = 4
"""Lines of a list of such calls."""

_NUMERIC = late_pattern(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b")
_QUOTES = frozenset("“”„«»‘’「」'" + '"')


def closing_lines(boxes: Boxes) -> Iterator[int]:
    """The last kept lines, as long as each of them is such a line, or a list of links below one; and calls to
    follow the paper with several links, wherever they stand.
    """
    lines = boxes.page_lines.lines
    yield from (place for place in boxes.kept if lines[place].links > 1 and _is_closing(lines[place]))
    yield from _calls_in_lists(boxes)
    for place in boxes.kept[:MOST_OPENING]:
        if lines[place].size > LONGEST_OPENING or not _CLOSING.match(lines[place].text):
            break
        yield place
    yield from _behind_copyright(boxes)
    linked: list[int] = []
    for place in reversed(boxes.kept[-MOST_LINES:]):
        line = lines[place]
        if _is_closing(line) or _is_tagged(line) or _is_pager(line) or _calls_to_channel(line):
            yield place
            yield from linked
            linked = []
        elif line.size <= LONGEST and 2 * line.linked >= line.size:
            linked.append(place)
        else:
            return


def _behind_copyright(boxes: Boxes) -> Iterator[int]:
    """The last kept lines from the one that says whose the text is: terms of use and disclaimers follow."""
    for place in boxes.kept[-MOST_BEHIND:]:
        line = boxes.page_lines.lines[place]
        if _COPYRIGHT.match(line.text) and (line.size <= LONGEST_COPYRIGHT or place != boxes.kept[-1]):
            yield from (one for one in boxes.kept if one >= place)
            return


def _calls_in_lists(boxes: Boxes) -> Iterator[int]:
    """The lines of small lists of nothing but such calls: to load an application, to follow a channel."""
    page_lines = boxes.page_lines
    near = boxes.near()
    for element in page_lines.index.tagged("ul"):
        places = boxes.places(element)
        if (
            0 < len(places) <= MOST_CALLS
            and near.start <= places.start < near.stop
            and all(
                line.size <= LONGEST and (_CHANNEL.match(line.text) is not None or _is_closing(line))
                for line in boxes.lines(element)
            )
            and not all(is_only_a_date(line.text) for line in boxes.lines(element))
        ):
            yield from places


def _is_closing(line: PageLine) -> bool:
    if says_whose(line.text) or (line.size <= LONGEST_DATE and _is_stamp(line.text)):
        return True
    said = line.text[0] in _QUOTES or line.text[-1] in _QUOTES
    return line.size <= LONGEST and not said and _CLOSING.match(line.text) is not None


def _calls_to_channel(line: PageLine) -> bool:
    """Whether a line with a link calls to a channel of the paper on a network."""
    return bool(line.links) and line.size <= LONGEST_CHANNEL and _TO_CHANNEL.match(line.text) is not None


def _is_tagged(line: PageLine) -> bool:
    """Whether a line is a label and several short links behind it: what a text is about."""
    label, colon, rest = line.text.partition(":")
    return (
        line.links > 1
        and bool(colon)
        and len(label) <= LONGEST_LABEL
        and len(rest) <= LONGEST_TAG * line.links
        and line.linked >= LINKED * len(rest)
    )


def _is_pager(line: PageLine) -> bool:
    """Whether a line leads to the other pages of the text, or to the articles beside it, and says nothing else."""
    if not line.links:
        return False
    if line.linked >= ALL_LINKED * line.size and (line.text[0] in _BACK or line.text[-1] in _ONWARD):
        return True
    return line.size <= LONGEST_PAGER and _PAGER.fullmatch(line.text) is not None


def _is_stamp(text: str) -> bool:
    """Whether a line tells nothing but when the text was published."""
    return FIGURE.search(text) is not None and (
        is_only_a_date(text) or (_NUMERIC.search(text) is not None and not words_beside(text))
    )
