"""Names and phrases as data: the few words that the code asks for by name. The many are in the line model."""

import re


def words(text: str) -> frozenset[str]:
    """A set of words, written as one text."""
    return frozenset(text.split())


CREDIT_NAME = re.compile(
    r"(?:^|[\s_-])(?:credits?|copyright|photographer|photo-?credit|image-?credit|attribution)", re.I
)
"""A class of an element inside a figure that names who made the picture."""

SPOKEN_ONLY = re.compile(
    r"(?:visually|screen|assistive)-?_?(?:hidden|reader)|sr-only|\bhide-?visually|offscreen", re.I
)
"""A class of text for screen readers alone."""

POST_NAME = re.compile(
    r"twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video)|mastodon-embed|bluesky-embed"
)
"""A class of a quotation that a script turns into a post of another site."""

LEAD_NAME = re.compile(
    r"(?:^|[\s_-])(?:sapo|lead(?:-?in)?|lede|standfirst|stand-first|dek|deck|chapeau|chapo|entradilla|bajada|copete|sottotitolo|"
    r"ingress|teaser-?text|intro(?:duction)?|summary|sub-?head(?:line|ing)?|sub-?title|excerpt|abstract|vorspann|anriss|"
    r"description|perex|manchet|occhiello|sommario)(?=$|[\s_-])|headline__sub|Standfirst|Subtitle|SubHeadline",
)
"""A class of the standfirst."""

BESIDE_NAME = re.compile(
    r"(?:^|[\s_#-])(?:ads?|advert\w*|anzeige|werbung|publicidad|pubblicita|sponsor\w*|promo\w*|related\w*|recommend\w*|"
    r"read-?(?:more|next|also)|see-?also|more-?(?:from|on|stories)|newsletter\w*|sign-?up|subscri\w*|paywall|"
    r"author-?(?:bio|box|card|info)|bio|share\w*|social\w*|most-?(?:read|popular)|popular|trending|teasers?|outbrain|"
    r"taboola|comments?|widget|sidebar|product-?card|cta|tin-lien-quan|lien-quan)(?=$|[\s_-])",
    re.IGNORECASE,
)
"""A class of what stands beside a text or between its paragraphs and is no part of it."""
