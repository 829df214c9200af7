"""The features of the elements around a line: the scores of their names, their depth, what they repeat."""

from tuinews.extract.article.body.model.lexicon import Lexicon
from tuinews.extract.page.lines import PageLines

_POSTS = frozenset(("div", "td", "section", "li"))
_FAR = 0.7
"""What the score of an element's name counts for its children, and so on downward."""

_MOST_POSTS = 9
"""Posts before a line that are counted; more say nothing more."""


class ElementFeatures:
    """The features of the block elements, as parallel lists.

    `own`, `low` and `sum` are the score of an element's name, the lowest up to the root, and the sum up to the
    root, each step weighted 0.7. `depth`, `comments` (1 inside an element for comments) and `post` (how many
    elements of the same name came before) are the others.
    """

    __slots__ = ("comments", "depth", "low", "own", "post", "sum")

    def __init__(self, page_lines: PageLines, lexicon: Lexicon) -> None:
        count = len(page_lines.parent)
        own, low, total, depth = [0.0] * count, [0.0] * count, [0.0] * count, [0.0] * count
        comments, post = [0.0] * count, [0.0] * count
        own_score, scores = lexicon.own_score, dict[str, float]()
        posts: dict[tuple[float, str], int] = {}
        commented = page_lines.index.comments
        elements = zip(
            page_lines.parent, page_lines.tag, page_lines.names, page_lines.first, page_lines.last, strict=True
        )
        for place, (above, tag, name, begin, end) in enumerate(elements):
            if begin < end:
                called = tag + name
                known = scores.get(called)
                if known is None:
                    known = scores[called] = own_score(tag, name)
                score = own[place] = known
                if above < 0:
                    total[place] = score
                    continue
                low[place] = score if score < low[above] else low[above]
                total[place] = score + _FAR * total[above]
                if comments[above] or name in commented:
                    comments[place] = 1.0
            depth[place] = depth[above] + 1.0
            post[place] = post[above]
            if (name and tag in _POSTS) or tag == "article":
                key = (depth[place] if tag != "article" else -1.0, tag + name.partition(" ")[0])
                seen = posts.get(key, 0)
                posts[key] = seen + 1
                if seen > post[place]:
                    post[place] = float(min(seen, _MOST_POSTS))
        self.own, self.low, self.sum, self.depth, self.comments, self.post = own, low, total, depth, comments, post
