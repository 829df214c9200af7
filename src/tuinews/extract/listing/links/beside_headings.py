"""Zones that their heading names: the most read, popular or recommended articles are not the page's own list.

Class names say so on some pages only, and then in many languages; a heading says it to every reader.
"""

import re
from statistics import median

from tuinews.extract.listing.links.links import width
from tuinews.extract.listing.outline import Outline

_LONGEST = 40
"""Letters of such a heading; a longer text is a headline that mentions what is popular."""

_LONGEST_RAW = 120
"""Characters of such a heading with the white space of its source."""

_TAGS = frozenset(("h2", "h3", "h4", "h5", "h6", "div", "span", "p", "strong", "b", "th", "td", "dt", "a", "li"))
"""Elements that are headings of zones; an `h1` is that of the page itself, whose list then is of the most read."""

_HEIGHT = 4
"""Elements around a heading within which its zone begins: `div > h3 > span`, `thead > tr > th`."""

_MOST_NODES = 30
"""Nodes of a heading with all that is around it before its zone: a link, an icon, the name of a second tab."""

_MOST_ZONES = 40
"""Such headings that are looked at; pages have one or two."""

_REACH = 12
"""Elements behind a heading among which its zone begins."""

_LEAST_LINKS = 2
"""Links from which an element behind the heading is the whole zone, and not the first of its records."""


def _whole(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{'|'.join(alternatives)})\W*$", re.IGNORECASE)


_BESIDE = _whole(
    r"(?:the )?most (?:read|viewed|popular|shared|commented|watched|e-?mailed|discussed)(?: [\w']+){0,3}",
    r"(?:popular|trending|recommended)(?: (?:right|now|posts?|stories|articles|news|topics|reads?|reading|content|"
    r"today|this|week|month|for|you|on|in))*|what others are reading|recent comments",
    r"you (?:may|might|could) (?:also )?(?:like|enjoy|be interested in)",
    r"(?:tin |bài )?(?:viết )?(?:được )?(?:đọc|xem|bình luận) nhiều(?: nhất)?(?: (?:tuần|tháng|hôm|nay|ngày))*",
    r"có thể bạn (?:quan tâm|thích)|nhiều người (?:đọc|xem|quan tâm)",
    r"(?:am )?meist(?:en)? ?(?:gelesen|gesehen|kommentiert)e?\w?(?: \w+)?|beliebt\w*(?: \w+)?|"
    r"das könnte (?:sie|dich) (?:auch )?interessieren",
    r"(?:les )?(?:articles? )?(?:les )?plus (?:lus?|populaires?|vus?|partagés?|commentés?)|tendances?|populaires?|"
    r"vous aimerez aussi",
    r"(?:l[oa]s? )?(?:noticias )?(?:más|mais) (?:leíd[oa]s?|lid[oa]s?|vist[oa]s?|populares|comentad[oa]s?)|"
    r"populares|tendencias|te puede interesar|você também pode gostar",
    r"(?:i |le |gli )?più (?:lett[ieo]|vist[ieo]|popolari|commentat[ie])|potrebbe interessarti",
    r"meest (?:gelezen|bekeken|populaire?)|populair|mest (?:läst[ae]?|leste?|læste?|sett[e]?)|populärt",
    r"(?:luetuimmat|suosituimmat|najczęściej czytane|najpopularniejsze|popularne|nejčtenější|najčítanejšie"
    r"|legolvasottabb(?:ak)?|legnépszerűbb(?:ek)?|cele mai citite)(?: \w+)?",
    r"(?:самое |самые )?(?:популярн\w+|читаемы?е|читаемое|обсуждаемое|просматриваемые)(?: \w+){0,2}|"
    r"сейчас читают|найпопулярніш\w+(?: \w+)?",
    r"(?:τα )?(?:πιο )?(?:δημοφιλή|διαβασμένα)|(?:en )?çok okunan(?:lar)?",
    r"(?:アクセス|人気|週間|記事|総合|デイリー)*ランキング|人気の?記事|よく読まれている記事|おすすめ記事",
    r"(?:热门|熱門|热点|人气|人氣|阅读|点击|點擊)(?:文章|新闻|新聞|排行榜?|推荐|推薦)*|排行榜?|"
    r"(?:推荐|推薦)(?:阅读|閱讀)|猜你喜欢|为您推荐",
    r"(?:가장 )?많이 본 (?:뉴스|기사)|인기 ?(?:기사|뉴스|글)|랭킹 ?뉴스",
    r"الأكثر (?:قراءة|مشاهدة|شعبية|تداولا?ً?|تعليقا?ً?)|پربازدید(?:ترین)?\S*|پربیننده(?:ترین)?\S*",
    r"הנקראות ביותר|הכי נקראו\w*|(?:ข่าว|เรื่อง)?ยอดนิยม|(?:berita )?(?:ter)?populer|paling (?:banyak )?dibaca",
)
"""The words of such headings; not those of related articles, which are part of the page below a main story."""


_JOBS = _whole(
    r"việc làm(?: mới)?|tuyển dụng|tìm việc|rao vặt",
    r"jobs?(?: board)?|careers|latest jobs|vacanc(?:y|ies)|classifieds",
    r"stellen(?:markt|angebote|anzeigen)|empleos?|bolsa de trabajo|offres d.emploi|emplois?",
    r"annunci(?: di lavoro)?|vagas(?: de emprego)?|empregos|vacatures|lediga jobb|ledige stillinger",
    r"oferty pracy|praca|работа|вакансии|робота|iş ilanları|lowongan(?: kerja)?",
    r"求人(?:情報)?|招聘(?:信息)?|求职|채용(?:정보)?|구인|وظائف(?: شاغرة)?|หางาน|ตำแหน่งงาน",
)
"""Headings of advertised jobs, whose titles are names of work; a section of news with this name has headlines."""

_LONGEST_OF_JOBS = 24
"""Letters of such a heading."""

_NAME = 24
"""Letters in the median under which the links of a zone are names and no headlines."""


def _has_names(outline: Outline, zone: range) -> bool:
    widths = [width(outline.text(i)) for i in zone if outline.nodes[i].tag == "a" and outline.text(i)]
    return bool(widths) and median(widths) < _NAME


def zones_beside(outline: Outline) -> list[range]:
    """The nodes of each zone whose heading calls it the most read, popular or recommended."""
    found: list[range] = []
    looked_at = 0
    for node in outline.nodes:
        if not node.text or len(node.text) > _LONGEST_RAW:
            continue
        text = node.text.strip()
        is_beside = 1 < len(text) <= _LONGEST and _BESIDE.match(text) is not None
        if is_beside or (1 < len(text) <= _LONGEST_OF_JOBS and _JOBS.match(text)):
            heading = outline.nodes[node.parent]
            zone = _zone_behind(outline, heading.index) if heading.tag in _TAGS else None
            is_meant = zone is not None and (is_beside or _has_names(outline, zone))
            if zone is not None and is_meant and outline.text(heading.index).strip() == text:
                found.append(zone)
            looked_at += 1
            if looked_at == _MOST_ZONES:
                break
    return found


def _zone_behind(outline: Outline, heading: int) -> range | None:
    """What follows a heading: the next element if it is a list, else all of its kind in a row."""
    for around in (heading, *outline.ancestors(heading, _HEIGHT)):
        node = outline.nodes[around]
        if node.parent < 0 or node.end - around > _MOST_NODES:
            return None
        behind = [outline.nodes[i] for i in outline.children(node.parent) if i >= node.end]
        first = next((i for i, one in enumerate(behind[:_REACH]) if _links_in(outline, one.index)), None)
        if first is None:
            continue
        kind = behind[first].tag, behind[first].first_class
        if (node.tag, node.first_class) == kind and _links_in(outline, around):
            return None  # a record among others, whose headline has these words
        last = first
        if _links_in(outline, behind[first].index) < _LEAST_LINKS:
            while last + 1 < len(behind) and (
                not behind[last + 1].tag or (behind[last + 1].tag, behind[last + 1].first_class) == kind
            ):
                last += 1
        return range(behind[first].index, behind[last].end)
    return None


def _links_in(outline: Outline, index: int) -> int:
    """The addresses that an element links to, counted up to the least of a zone."""
    targets: set[str] = set()
    for node in outline.nodes[index : outline.nodes[index].end]:
        if node.tag == "a" and (target := node.attributes.get("href")):
            targets.add(target)
            if len(targets) >= _LEAST_LINKS:
                break
    return len(targets)
