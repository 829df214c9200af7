"""What a list of sources brings: which of them are new, and which the library or the list itself has already."""

from collections.abc import Iterable
from dataclasses import fields, replace
from itertools import chain

from tuinews import address
from tuinews.address import masked, name_of, signed_in, source_key
from tuinews.errors import without_secrets
from tuinews.model.source import NewSource, Source, SourceKind
from tuinews.model.source_list import ImportedSources, SkippedSource
from tuinews.model.sources.arrangement import Arrangement
from tuinews.model.sources.options import USUAL_OPTIONS, SourceOptions
from tuinews.model.undo.changes import SourceArranged
from tuinews.quick_dataclass import dataclass
from tuinews.subscriptions.subscription_list import ListedSource, SubscriptionList


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The sources of a list: the new ones, each once, and those whose address is known under any spelling."""

    new: tuple[ListedSource, ...]
    known: tuple[ListedSource, ...]

    def imported(self, skipped: Iterable[SkippedSource]) -> ImportedSources:
        """The same as the answer to an import."""
        return ImportedSources(
            tuple(one.url for one in self.new), tuple(one.url for one in self.known), tuple(skipped)
        )


def plan_import(sources: SubscriptionList, known_urls: Iterable[str]) -> ImportPlan:
    """Tell new from known; the first of several spellings of one address is the new one, the rest are known."""
    keys = {source_key(url) for url in known_urls}
    new: list[ListedSource] = []
    known: list[ListedSource] = []
    for one in sources.sources:
        key = source_key(one.url)
        (known if key in keys else new).append(one)
        keys.add(key)
    return ImportPlan(tuple(new), tuple(known))


def options_for_known(sources: SubscriptionList, known: Iterable[Source]) -> list[SourceArranged]:
    """What a list of the user's own changes of known sources: it sets the options that nobody set here."""
    if not sources.is_own:
        return []
    by_key = {source_key(spelling): source for source in known for spelling in spellings([source])}
    changes: dict[int, SourceArranged] = {}
    for one in sources.sources:
        source = by_key.get(source_key(one.url))
        if source is not None and source.id not in changes:
            before = Arrangement.of(source)
            after = replace(before, options=_completed(source.options, one.options))
            if after != before:
                changes[source.id] = SourceArranged(source.id, before, after)
    return list(changes.values())


def _completed(own: SourceOptions, listed: SourceOptions) -> SourceOptions:
    """Options, and of listed ones those that are not set among them."""
    names = [one.name for one in fields(SourceOptions)]
    unset = [name for name in names if getattr(own, name) == getattr(USUAL_OPTIONS, name)]
    return replace(own, **{name: getattr(listed, name) for name in unset})


def skipped(sources: SubscriptionList) -> list[SkippedSource]:
    """What a list names and is not taken, each with its reason, and without its secrets."""
    return [replace(one, url=masked(one.url)) for one in sources.skipped]


def new_sources(listed: Iterable[ListedSource]) -> list[NewSource]:
    """Listed sources to be added. A list that does not say the kind gives feeds; the first refresh finds out."""
    return [_new_source(one) for one in listed]


def whole(source: Source) -> Source:
    """A source as it is fetched: a feed that a page announced, with the password of the address that was typed."""
    return replace(source, url=signed_in(source.url, source.typed_url))


def bare(source: Source) -> Source:
    """A source as an export without secrets names it."""
    site = source.site_url
    return replace(
        source, url=address.without_secrets(source.url), site_url=site and address.without_secrets(site)
    )


def spellings(sources: Iterable[Source]) -> list[str]:
    """The addresses under which exports, with secrets and without, name `sources`."""
    named = ((source.url, whole(source).url, bare(source).url) for source in sources)
    return list(dict.fromkeys(chain.from_iterable(named)))


def _new_source(one: ListedSource) -> NewSource:
    kind = one.kind or SourceKind.FEED
    # Many programs write the address where they have no name for it.
    title = without_secrets(one.title) if one.title and "://" in one.title else one.title
    name = title or name_of(one.url)
    return NewSource(kind, one.url, name, one.site_url, one.folder, one.url, one.selector_rule, one.options)
