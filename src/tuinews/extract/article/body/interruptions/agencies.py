"""What stands below a text to say whose it is: an agency, the initials of an editor, a source."""

import re

from tuinews.extract.page.agencies import NEWS_AGENCY
from tuinews.late import late_pattern

LONGEST = 60
"""Letters of such a line."""

_AGENCY = rf"(?:{NEWS_AGENCY}|agencias?|agenturen|agences|agencies|وكالات)"
_INITIALS = r"[a-zäöü]{2,4}"
_SIGNED = late_pattern(
    r"[\W_]*(?:(?:mit|avec|con|with|com|med|theo|additional reporting (?:by|from))\s+"
    r"(?:material von\s+|informationen von\s+)?)?"
    rf"(?:{_INITIALS}\s?/\s?)*{_AGENCY}(?:\s?[/,+&]\s?(?:{_AGENCY}|{_INITIALS}))*[\W_]*",
    re.IGNORECASE,
)
_INITIALS_ALONE = late_pattern(rf"\(\s*{_INITIALS}(?:\s?[/,]\s?{_INITIALS})*\s*\)")
_LABELLED = late_pattern(
    r"[(（]?(?:المصدر|ที่มา|источник|quellen?|source|fuente|fonte|bron|出典|출처|фото|kaynak|来源|來源|स्रोत"
    r"|editor(?:es|a)?|penyunting|redaktor)\s?[:：]\s*\S.{1,50}(?<![.!?…])"
    r"|(?:com informações d[aeo]s?|con información de|mit (?:agentur)?material(?:ien)? (?:der|des|von))\s.{2,40}",
    re.IGNORECASE,
)
_LEADS_AWAY = late_pattern(r"[^\W\d][\w ]{1,20}[:：]\s*https?://\S+")
_ADDRESS = late_pattern(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FURNITURE = late_pattern(
    r"\W*(?:rate this (?:article|post|story)|was this (?:article |page )?helpful\??|comments are (?:closed|off)\.?"
    r"|filed under\s?:.*|posted in\s?:.*|tagged(?: with)?\s?:.*)\W*(?:yes\W*no)?\W*",
    re.IGNORECASE,
)


def says_whose(text: str) -> bool:
    """Whether a line below a text is nothing but such a signature, a label or an address.

    A notice of rights is left where it stands: careful readers disagree on whether it is of the text.
    """
    return len(text) <= LONGEST and any(
        one.fullmatch(text) is not None
        for one in (_SIGNED, _INITIALS_ALONE, _LABELLED, _LEADS_AWAY, _ADDRESS, _FURNITURE)
    )
