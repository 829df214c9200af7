"""The zones of a front page: records of many shapes, of which only some look like headlines by themselves.

A column of bare links has neither heading nor date nor picture, and its addresses may say nothing. But they are of
the same form as those of the certain headlines of the page, as the addresses of menus and services are not.
"""

from collections import Counter
from statistics import fmean

from tuinews.extract.listing.links.groups import LinkGroup
from tuinews.extract.listing.links.links import Link
from tuinews.extract.listing.links.page_zones import FURNISHED, SIDEBAR

_LEAST_CERTAIN = 5
"""Certain headlines by which the form of a site's addresses is known."""

_COMMON = 0.1
"""Share of the certain headlines that has a form which is common."""

_LEAST_WIDTH = 24
"""Letters in the median from which words are a headline and not the name of a section."""

_ALIKE = 0.8
"""Share of a zone's links with the form of headlines."""

_SLUG_OR_NUMBER, _BARE = 1.6, 1.0
"""Points of such a zone: a heading's (see `groups`) where the form has a number or a slug, less where it is a
depth alone."""

_MOSTLY = 0.5
"""Share above which a property holds for most of a group."""


def strengthen_zones(groups: list[LinkGroup], threshold: float) -> None:
    """Strengthen the groups of links as long as headlines and with addresses of the form of the certain ones."""
    certain: dict[str, Link] = {}
    for group in groups:
        if group.penalty < SIDEBAR:
            certain |= {link.key: link for link in group.links if link.score >= threshold and not link.listing}
    if len(certain) < _LEAST_CERTAIN:
        return
    forms = Counter(link.form for link in certain.values())
    common = {form for form, count in forms.items() if count >= max(2, _COMMON * len(certain))}
    for group in groups:
        alike = fmean(link.form in common for link in group.links)
        if alike >= _ALIKE and _may_be_zone(group):
            for link in group.links:
                link.score += _SLUG_OR_NUMBER if link.form.named_by else _BARE


def _may_be_zone(group: LinkGroup) -> bool:
    """Whether a group is neither furniture nor a part of a text nor a row of topics."""
    other = max(group.listing, group.embedded, group.in_prose)
    return group.penalty < FURNISHED and group.typical_width >= _LEAST_WIDTH and other <= _MOSTLY
