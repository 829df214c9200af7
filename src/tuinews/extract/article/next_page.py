"""The next page of an article that is divided into several.

`rel=next` alone is not enough, since blogs use it for the next post. The address must be the current one with the
next page number.
"""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from tuinews.address import host_of, join
from tuinews.extract.page.elements import Attributed
from tuinews.extract.page.structured import Structured

_IN_QUERY = re.compile(
    r"(?:^|&)(?:page|p|pg|paged|seite|pagina|page_no|pagenum|trang|s)=(\d{1,3})(?=&|$)", re.IGNORECASE
)
_IN_PATH = re.compile(
    r"(?:[/_,-](?:page|seite|pagina|trang|p|s)?[-_/]?)(\d{1,2})(?=(?:\.\w{2,5})?/?$)|\.(\d{1,2})(?=\.html?$)",
    re.IGNORECASE,
)
_SAYS_NEXT = re.compile(
    r"^\W*(?:\d{1,2}|next(?: page(?:\s?:.*)?)?|continue(?: reading)?|older|nächste(?: seite)?|weiter(?:lesen)?|"
    r"(?:page )?suivante?|siguiente|(?:p[áa]gina )?(?:siguiente|successiva|seguinte)|volgende|nästa|neste|næste|"
    r"dalej|następna|следующая|наступна|далее|επόμενη(?: σελίδα)?|sonraki(?: sayfa)?|trang (?:sau|tiếp)|"
    r"(?:kế )?tiếp(?: theo)?|(?:halaman )?(?:selanjutnya|berikutnya)|lanjut|"
    r"下一页|下一頁|后一页|次へ|次のページ|다음|التالي|الصفحة التالية|بعدی|"
    r"صفحه بعد|הבא|לעמוד הבא|अगला(?: पेज)?|(?:หน้า)?ถัดไป)\W*$",
    re.IGNORECASE,
)
MAX_LINKS = 3_000
"""Links that are looked at; the fullest pages have about 1,000."""

LONGEST_LABEL = 30
"""Letters of a link to the next page; a longer one is a headline."""

ADDRESS_END = 16
"""Characters at the end of an address with the page number, so that most links need not be joined and compared."""


def next_page_of(anchors: Sequence[Attributed], page: Structured, url: str | None) -> str | None:
    """The address of the article's next page, None if this is the last; `anchors` are the `a` elements."""
    if not url:
        return None
    stated = join(url, page.links.get("next"))
    if stated and _follows(url, stated):
        return stated
    first, *others = {str(number + 1) for _, number in _readings(url)}
    for link, attributes in anchors[:MAX_LINKS]:
        href = attributes.get("href") or ""
        end = href[-ADDRESS_END:]
        if first not in end and not (others and any(number in end for number in others)):
            continue
        text = link.text(deep=True).strip()
        if len(text) > LONGEST_LABEL or not (_SAYS_NEXT.match(text) or "next" in (attributes.get("rel") or "")):
            continue
        target = join(url, href)
        if target and _follows(url, target):
            return target
    return None


def _follows(url: str, target: str) -> bool:
    """Whether the second address is the first with the next page number."""
    return host_of(url) == host_of(target) and any(
        base == other and number == current + 1
        for base, current in _readings(url)
        for other, number in _readings(target)
        if number > 1
    )


def _readings(url: str) -> list[tuple[str, int]]:
    """An address without its page number, and the number; an address without one is page 1."""
    parts = urlsplit(url)
    path, query = parts.path.rstrip("/"), parts.query
    readings = [(f"{_bare(path)}?{query}", 1)]
    in_query = _IN_QUERY.search(query)
    if in_query:
        rest = (query[: in_query.start()] + query[in_query.end() :]).strip("&")
        readings.append((f"{_bare(path)}?{rest}", int(in_query[1])))
    in_path = _IN_PATH.search(path)
    if in_path:
        rest = path[: in_path.start()] + path[in_path.end() :]
        readings.append((f"{_bare(rest)}?{query}", int(in_path[1] or in_path[2])))
    return readings


def _bare(path: str) -> str:
    return re.sub(r"\.\w{2,5}$", "", path.rstrip("/"))
