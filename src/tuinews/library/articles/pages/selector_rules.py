"""Which selector rule a page is read by, and whether the rules of settings and lists are valid."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tuinews.address import host_of, masked, source_key, tidy
from tuinews.errors import ExtractError, SettingsError
from tuinews.extract.article.selectors.selectors import check_selectors
from tuinews.language import _
from tuinews.model.article import SelectorRule
from tuinews.model.source import Source
from tuinews.model.source_list import SkippedSource
from tuinews.subscriptions.subscription_list import ListedSource
from tuinews.text import clean_line


class SelectorRules:
    """The rules of the settings, by host or by the address of a source.

    One that is invalid keeps nothing from starting: it is an error for the pages that it is about.
    """

    def __init__(self, settings: Mapping[str, SelectorRule]) -> None:
        self._by_host: dict[str, SelectorRule] = {}
        self._by_source: dict[str, SelectorRule] = {}
        self._names: dict[SelectorRule, str] = {}
        for name, rule in settings.items():
            self._names[rule] = name
            if "/" in name:
                self._by_source[source_key(tidy(name) or name)] = rule
            else:
                self._by_host[host_of(f"//{name}")] = rule

    def of(self, url: str, source: Source | None) -> SelectorRule | None:
        """The rule for the page at `url`: the source's own, else that of its address in the settings, else its
        host's. Raises SettingsError for a rule of the settings that is invalid."""
        if source is not None and source.selector_rule:
            return source.selector_rule
        rule = (self._of_source(source) if source else None) or self._by_host.get(host_of(url))
        if rule is not None:
            self._check(rule)
        return rule

    def _check(self, rule: SelectorRule) -> None:
        try:
            check_selectors(rule)
        except ExtractError as error:
            where = _("settings repairs.{name}", name=clean_line(self._names[rule], 80))
            raise SettingsError(where, f"{error.what}: {error.why}", _("correct that line")) from error

    def _of_source(self, source: Source) -> SelectorRule | None:
        if not self._by_source:  # as for nearly all, and each page asks
            return None
        addresses = (source.url, source.typed_url, source.site_url)
        found = (self._by_source.get(source_key(address)) for address in addresses if address)
        return next((rule for rule in found if rule), None)


def sound(sources: Sequence[ListedSource]) -> tuple[list[ListedSource], list[SkippedSource]]:
    """The sources of a list, without the rules that are invalid; those are named."""
    taken: list[ListedSource] = []
    skipped: list[SkippedSource] = []
    for one in sources:
        try:
            check_selectors(one.selector_rule or SelectorRule())
        except ExtractError as error:
            skipped.append(
                SkippedSource(
                    masked(one.url),
                    _("its repair rule was ignored: {what}: {why}", what=error.what, why=error.why),
                )
            )
            one = replace(one, selector_rule=None)
        taken.append(one)
    return taken, skipped
