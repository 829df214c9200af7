"""Patterns of class names that the code looks for. What other names mean is learned (see `article.body.model`)."""

import re

from tuinews.late import late_pattern

_MOST_KNOWN = 20_000
"""Names that one pattern remembers."""


def words(text: str) -> frozenset[str]:
    """A set of words, written as one text."""
    return frozenset(text.split())


class NamePattern:
    """A pattern of the names of elements, written in small letters, for names in letters of any case.

    `re` tries a pattern that ignores case at every letter, and takes three times as long for it. Most names have
    none of the `stems`, parts of words of which each match has one, and names recur on a page and on a site.
    """

    __slots__ = ("_known", "_pattern", "_stems")

    def __init__(self, pattern: str, *stems: str) -> None:
        self._pattern, self._stems = re.compile(pattern), stems
        self._known: dict[str, bool] = {}

    def matches(self, name: str) -> bool:
        """Whether the names of an element have what the pattern describes."""
        known = self._known.get(name)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[name] = self._found_in(name.lower())
        return known

    def may_match_in(self, small: str) -> bool:
        """Whether one of several names, joined and in small letters, may have what the pattern describes."""
        for stem in self._stems:  # a loop, since `any` over a generator takes twice as long
            if stem in small:
                return True
        return not self._stems

    def _found_in(self, small: str) -> bool:
        return self.may_match_in(small) and self._pattern.search(small) is not None


CREDIT_NAME = NamePattern(
    r"(?:^|[\s_-])(?:credits?|copyright|photographer|photo-?credit|image-?credit|attribution)"
    r"|(?:header|image|img|photo|photocms)[_-]?(?:credit|author)|(?:^|\s)author(?=$|\s)",
    *("credit", "copyright", "photographer", "attribution", "author"),
)
"""Class names of the credit of a picture."""

SPOKEN_ONLY = NamePattern(
    r"(?:visually|screen|assistive)-?_?(?:hidden|reader)|sr-only|\bhide-?visually|offscreen",
    *("visually", "screen", "assistive", "sr-only"),
)
"""Class names of text for screen readers alone."""

POST_NAME = late_pattern(
    r"twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video)|mastodon-embed|bluesky-embed"
)
"""Class names of a quotation that a script turns into a post of another site."""

LEAD_NAME = late_pattern(
    r"(?:^|[\s_-])(?:sapo|lead(?:-?in)?|lede|standfirst|stand-first|dek|deck|chapeau|chapo|entradilla|bajada|copete|sottotitolo|"
    r"ingress|teaser-?text|intro(?:duction)?|(?<!with-)summary|sub-?head(?:line|ing)?|sub-?title|excerpt|abstract|vorspann|anriss|"
    r"description|perex|manchet|occhiello|sommario|subt[ií]tulo|sous-?titre|unter(?:titel|zeile)|aanhef|onderkop|lid|preamble|linha-?fina)"
    r"(?=$|[\s_-])|headline__sub|\bpHead\b|\b(?:Lead|Sapo)(?=$|[\s_-]|News)|Standfirst|Subtitle|SubHeadline",
)
"""Class names of the standfirst."""

SURE_LEAD_NAME = late_pattern(
    r"(?:^|[\s_-])(?:sapo|lede|standfirst|stand-first|dek|chapeau|chapo|entradilla|bajada|copete|sottotitolo|ingress|vorspann"
    r"|perex|manchet|occhiello|sommario|linha-?fina)(?=$|[\s_-])|\bSapo(?=$|[\s_-]|News)|Standfirst",
)
"""Those of them that nothing else has."""

BESIDE_NAME = NamePattern(
    r"(?:^|[\s_#-])(?:ads?|advert\w*|anzeige|werbung|publicidad|pubblicita|sponsor\w*|promo\w*|related\w*|recommend\w*|"
    r"read-?(?:more|next|also)|see-?also|more-?(?:from|on|stories)|newsletter\w*|sign-?up|subscri\w*|paywall|"
    r"author-?(?:bio|box|card|info)|bio|share\w*|social\w*|most-?(?:read|popular)|popular|trending|teasers?|outbrain|"
    r"taboola|comments?|widget|sidebar|product-?card|cta|tin-lien-quan|lien-quan)(?=$|[\s_-])",
)
"""Class names of elements beside a text or between its paragraphs that are no part of it."""
