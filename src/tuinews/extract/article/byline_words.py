"""The words of bylines, as data: what stands before a name, what is nobody's name, what is a company's."""

import re


def _any_of(text: str) -> str:
    """The alternatives of a text in which each stands between bars; each may be a pattern."""
    return "|".join(part.strip() for part in " ".join(text.split()).split(" | "))


BEFORE_NAME = _any_of(
    """by | von | vom | par | por | di | door | av | af | od | przez | text | texte | texto | testo | tekst |
    teksti | foto | autor(?:es|a|in|ka)? | auteurs? | autore | authors? | writer | written by | posted by |
    published by | story by | words by | reported by | opinion by | analysis by | review(?:ed)? by |
    contributed by | article by | edited by | escrito por | redactado por | publicado por | publié par |
    écrit par | rédigé par | scritto da | a cura di | geschrieben von | ein artikel von | eine analyse von |
    ein gastbeitrag von | ein kommentar von | geschreven door | автор | текст | theo | bài | tác giả |
    thực hiện | yazan | haber | oleh | penulis | 作者 | 记者 | 記者 | 文 | 撰文 | 编辑 | 責任編輯 | 기자 | 글 |
    執筆 | 文責 | 著者 | بقلم | كتب"""
)
"""Words that stand before the name of an author, in the languages of the press."""

_NOBODY = _any_of(
    r"""admin(?:istrator)? | editors? | editorial(?: (?:team|staff|board))? |
    staff(?: (?:reports?|writers?|reporter))? | redak(?:tion|cja|ce) | redac(?:ción|cion|ção|tion|tie) |
    redazione | newsroom | news ?desk | web ?desk | team | guest(?: (?:author|post|contributor))? |
    contribut(?:or|ing writer)s? | author | autor | writer | reporter | journalist | correspondent |
    anonymous | unknown | null | none | undefined | default | user | webmaster | root | info |
    press release | pr | online | web | author name | by | von | vccorp.* | .*\bvn | báo \w+ | baotuoitre |
    senior \w+ | \w+ (?:editor|writer|reporter|correspondent|columnist|producer) | follow |
    view all posts.* | more from.* | see .* | read more.* | about the authors? | share | facebook |
    twitter | instagram | linkedin | e-?mail | rss | comments? | subscribe"""
)
NOBODY = re.compile(rf"^(?:the\s+)?(?:{_NOBODY})$", re.IGNORECASE)
"""What stands where a name should and names nobody."""

_COMPANY = _any_of(
    """inc | llc | ltd | gmbh | corp | co | group | media | news(?:paper)? | press | magazine | agency | team |
    staff | editors? | editorial | desk | network | times | post | herald | tribune | daily | gazette |
    journal | tv | radio | online | redaktion | redacción | redazione | rédaction | university | institute |
    department | ministry | foundation | council | company | agence | agentur | zeitung"""
)
COMPANY = re.compile(rf"\b(?:{_COMPANY})\b|\.(?:com|org|net|de|vn|co)\b", re.IGNORECASE)
"""Words that a person's name does not have."""

_RANK = _any_of(
    """senior | chief | staff | contributing | associate | managing | guest | deputy | sports? | opinion | news |
    business | tech(?:nology)? | political | national | features? | arts | digital | lead | principal"""
)
_OFFICE = _any_of(
    """(?:staff )?writer | editor | reporter | correspondent | columnist | journalist | contributor | producer |
    sponsored | the associated press | associated press | reuters | afp | dpa"""
)
ROLE = re.compile(rf"\s+(?:(?:{_RANK})\s+)*(?:{_OFFICE})s?$", re.IGNORECASE)
"""An office or an agency that stands behind a name."""
