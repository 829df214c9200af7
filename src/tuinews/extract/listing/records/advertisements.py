"""Advertisements in the shape of articles: a record that says so of itself, and leads to another site."""

import re

from tuinews.extract.listing.outline import Outline
from tuinews.extract.listing.records.records import Record

_LABEL = re.compile(
    r"[\W_]*(?:"
    r"ads?|adv|advert(?:isement|isements|orial|ising|iser content)?"
    r"|sponsored(?: (?:content|post|by .{1,40}))?|paid (?:content|post|partnership)|promoted"
    r"|partner content|anzeige|werbung|gesponsert|publicité|sponsorisé"
    r"|contenu (?:sponsorisé|partenaire)|publi-?(?:reportage|rédactionnel)|publicidad|patrocinado"
    r"|contenido patrocinado|publicidade|conteúdo patrocinado|pubblicità|sponsorizzato"
    r"|advertentie|gesponsord|annonse?r?|annons|reklam[ae]?|mainos|sponzorováno|hirdetés"
    r"|publicitate|реклама|на правах рекламы|партнёрский материал|διαφήμιση|إعلان|محتوى ممول|آگهی"
    r"|פרסומת|ממומן|विज्ञापन|โฆษณา|广告|廣告|推广|贊助|赞助|広告|pr|スポンサー|광고|협찬|iklan|sponsor|quảng cáo"
    r"|tài trợ|được tài trợ|nội dung tài trợ"
    r")[\W_]*",
    re.IGNORECASE,
)
_LONGEST = 60
"""Letters of a text that may be a label."""


def is_advertisement(outline: Outline, record: Record) -> bool:
    """Whether a record is an advertisement; one that the site itself wrote is an article of its own."""
    link = record.link
    if not link.offsite:
        return False
    if "sponsored" in (outline.nodes[link.node].attributes.get("rel") or "").lower().split():
        return True
    texts = (node.text.strip() for node in outline.nodes[record.start : record.end] if node.is_text)
    return any(text and len(text) < _LONGEST and _LABEL.fullmatch(text) for text in texts)
