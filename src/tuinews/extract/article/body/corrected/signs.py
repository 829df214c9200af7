"""What several of the corrections go by: ends of sentences, the length of a byline, the names of teasers."""

from tuinews.extract.page.patterns import NamePattern

LONGEST_BYLINE = 120
"""Letters of a byline; a longer line is a paragraph, whatever its beginning."""

ENDS = frozenset(".!?…。！？\"'”’“»«」』।؟")
"""The last signs of sentences and of what somebody said."""

TEASER = NamePattern(
    r"(?:^|[\s_-])(?:related|recommend\w*|read-?(?:more|also|next)|newsletter|subscri\w+|promo\w*|advert\w*|sponsor\w*|"
    r"teasers?|share|social|tags?)(?=$|[\s_-])",
)
"""Class names of what leads to other articles, or away."""
