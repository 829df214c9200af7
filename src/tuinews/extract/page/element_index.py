"""The elements of a page by their tags, and by what they are called: seven hundred have some two hundred names.

What is asked of every element for its name is asked of these, and of most pages the answer is no: then it is found
at once, by words that stand in no name at all.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from tuinews.extract.page.names import CAPTION_STEMS, COMMENT_STEMS, MAX_NAME, holds_caption, holds_comments
from tuinews.extract.page.patterns import NamePattern


class ElementIndex:
    """The elements of a page by tag and name; `names` has one for each, "" where it has none."""

    __slots__ = ("_by_tag", "_captions", "_comments", "_names", "_words", "each", "joined", "small")

    def __init__(self, tags: Iterable[str], names: Sequence[str]) -> None:
        self._names = names
        self._by_tag = defaultdict[str, list[int]](list)
        for element, tag in enumerate(tags):
            self._by_tag[tag].append(element)
        each = dict.fromkeys(names)
        each.pop("", None)
        self.each = tuple(each)
        """Each name once, in the order of the page."""
        self.joined = "\n".join(self.each)
        """All of them, a line each; `small` is the same in small letters."""
        self.small = self.joined.lower()
        self._words: frozenset[str] | None = None
        self._comments: frozenset[str] | None = None
        self._captions: frozenset[str] | None = None

    def tagged(self, *tags: str) -> list[int]:
        """The elements of these tags, in page order."""
        found = [self._by_tag[tag] for tag in tags if tag in self._by_tag]
        return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))

    @property
    def words(self) -> frozenset[str]:
        """The single class names, ids and the like, of the first `MAX_NAME` characters of each name."""
        if self._words is None:
            read = "\n".join([name[:MAX_NAME] for name in self.each])
            self._words = frozenset(read.replace("#", " ").split())
        return self._words

    @property
    def comments(self) -> frozenset[str]:
        """The names of elements that contain the comments of readers."""
        if self._comments is None:
            self._comments = self._with(COMMENT_STEMS, holds_comments)
        return self._comments

    @property
    def captions(self) -> frozenset[str]:
        """The names of elements that contain a caption."""
        if self._captions is None:
            self._captions = self._with(CAPTION_STEMS, holds_caption)
        return self._captions

    def called(self, is_meant: Callable[[str], bool]) -> list[int]:
        """The elements with a name of which this is true, in page order."""
        return self.elements(frozenset(filter(is_meant, self.each)))

    def matching(self, pattern: NamePattern) -> list[int]:
        """The elements whose name matches a pattern, in page order."""
        return self.called(pattern.matches) if pattern.may_match_in(self.small) else []

    def elements(self, wanted: frozenset[str]) -> list[int]:
        """The elements with one of these names, in page order."""
        return [element for element, name in enumerate(self._names) if name in wanted] if wanted else []

    def _with(self, stems: Iterable[str], is_meant: Callable[[str], bool]) -> frozenset[str]:
        """The names of which this is true, each of which has one of these parts of words."""
        may_be = any(stem in self.small for stem in stems)
        return frozenset(filter(is_meant, self.each)) if may_be else frozenset()
