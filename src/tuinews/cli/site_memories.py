"""What one process of `tuinews parse article --batch` remembers of the sites whose pages it was given."""

from tuinews.extract.recurring import Shortened, article_key, lines_of, remember, shortened
from tuinews.model.article import Article
from tuinews.model.kept_article import SiteMemory

MOST_SITES = 200
"""Sites that are remembered, those read last: some 10 MB."""


class SiteMemories:
    """The memory of each site by the name that requests give it."""

    def __init__(self) -> None:
        self._by_name: dict[str, SiteMemory] = {}

    def read(self, name: str, address: str, article: Article) -> Shortened:
        """The article without what its site repeats as far as is known, which learns from this one after that."""
        key = article_key(address)
        memory = self._by_name.pop(name, SiteMemory())
        self._by_name[name] = remember(memory, lines_of(article, key))
        while len(self._by_name) > MOST_SITES:
            del self._by_name[next(iter(self._by_name))]
        return shortened(article, memory, key)
