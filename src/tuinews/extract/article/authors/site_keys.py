"""The names of a site, to tell the paper from those who write for it."""

import re
from collections.abc import Iterable

from tuinews.folding import key_of, strip_diacritics

_KIND = re.compile(r"(?:báo|tạp chí|trang tin|chuyên trang)(?: điện tử| mạng)?\s+(?=\S)", re.IGNORECASE)
"""What a Vietnamese paper is, before its name: "Báo điện tử Bến Sông" signs as "Bến Sông" too."""


class SiteKeys:
    """The names of a site as keys (`key_of`): with and without what kind of paper it is."""

    def __init__(self, names: Iterable[str]) -> None:
        forms = (form for name in names for form in (name, _KIND.sub("", name, count=1)))
        self.keys = frozenset(key for form in forms if (key := key_of(form)))

    def __contains__(self, key: str) -> bool:
        """Whether a key names the site; a host has its name without marks: "bensong" of "Bến Sông"."""
        return key in self.keys or (not key.isascii() and strip_diacritics(key) in self.keys)
