"""Sources to start with, as package data; none of them was asked when the list was written."""

import json
from functools import cache
from importlib.resources import files

from tuinews.language import N_
from tuinews.quick_dataclass import dataclass

TOPICS = (
    N_("agency"),
    N_("business"),
    N_("finance"),
    N_("general"),
    N_("law"),
    N_("local"),
    N_("policy"),
    N_("science"),
    N_("society"),
    N_("tech"),
    N_("world"),
)
"""What the sources are about; the screen says them in its own language."""

_GENERAL = ("general", "agency")
_STARTER = 8
"""Sources that are offered to begin with."""

_STARTER_WORLD = 2
"""Of these so many at least that are in English and tell of the world."""


@dataclass(frozen=True, slots=True)
class CatalogueSource:
    """A known source: `lang` and `country` are ISO codes, `feed` None if its page itself is the listing.

    `starter` is its rank among those of its language that a newcomer is offered, 0 where it is none of them.
    """

    name: str
    lang: str
    country: str
    topic: str
    site: str
    feed: str | None = None
    starter: int = 0


@cache
def catalogue() -> tuple[CatalogueSource, ...]:
    """All sources, by language, topic and name."""
    rows = json.loads(files("tuinews").joinpath("catalogue.json").read_text("utf-8"))
    return tuple(CatalogueSource(**row) for row in rows)


def for_language(lang: str) -> tuple[CatalogueSource, ...]:
    """All sources, those of `lang` ("vi", "en-GB") first, then English ones, then the rest, each by topic."""
    own = _primary(lang)
    order = [own, "en"]

    def key(source: CatalogueSource) -> tuple[int, bool, str]:
        rank = order.index(source.lang) if source.lang in order else len(order)
        return rank, source.topic not in _GENERAL, source.topic

    return tuple(sorted(catalogue(), key=key))


def starter_set(lang: str) -> tuple[CatalogueSource, ...]:
    """A few good sources in `lang` and some about the world in English, for a first start."""
    own = _starters(_primary(lang))[: _STARTER - _STARTER_WORLD]
    world = [source for source in _starters("en") if source not in own]
    return (*own, *world[: max(_STARTER_WORLD, _STARTER - _STARTER_WORLD - len(own))])


def _starters(lang: str) -> list[CatalogueSource]:
    return sorted((s for s in catalogue() if s.lang == lang and s.starter), key=lambda source: source.starter)


def _primary(lang: str) -> str:
    return lang.replace("_", "-").partition("-")[0].lower()
