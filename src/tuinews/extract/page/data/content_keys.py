"""What the keys of data say: which hold no text of an article, and which name it, date it and sign it."""

from collections.abc import Mapping
from functools import lru_cache

from tuinews.late import late_pattern

Node = Mapping[str, object]
"""An object of a page's data, by its keys."""

TITLES = ("headline", "title", "name", "headLine", "heading", "seoTitle", "pageTitle")
ADDRESSES = (
    "url",
    "slug",
    "link",
    "permalink",
    "path",
    "href",
    "canonicalUrl",
    "canonical_url",
    "canonical",
    "webUrl",
    "uri",
    "fullSlug",
)
DATES = (
    "datePublished",
    "publishedAt",
    "published_at",
    "publishDate",
    "publish_date",
    "publishedDate",
    "published_date",
    "first_publish_date",
    "firstPublishedAt",
    "first_published_at",
    "firstPublished",
    "publicationDate",
    "publication_date",
    "publishTime",
    "publish_time",
    "publishedOn",
    "pubDate",
    "published",
    "display_date",
    "displayDate",
    "date",
    "createdAt",
    "created_at",
    "dateCreated",
    "_createdAt",
)
LEADS = (
    "sapo",
    "standfirst",
    "lede",
    "lead",
    "dek",
    "deck",
    "chapeau",
    "subheadline",
    "summary",
    "description",
    "excerpt",
)
AUTHORS = ("author", "authors", "byline", "bylines", "creator", "creators", "writers", "contributors", "by")

_NO_CONTENT = late_pattern(
    r"(?:class(?:name|es)?|styles?|css|href|src|srcset|url|uri|slug|path|id|key|d|lang|locale|locales|translations?|i18n|intl|"
    r"labels?|strings|dictionary|flags|experiments|navigation|nav|menus?|"
    r"footer|siteheader|masthead|sidebar|cookies?|consent|gdpr|privacy|terms|legal|disclaimers?|errors?|seo|metadata|metatags?|"
    r"og|opengraph|twitter|jsonld|tracking|analytics|ads?|adverts?|advertising|sponsors?|newsletters?|signup|"
    r"subscriptions?|paywall|promos?|banners?|alerts?|notifications?|comments?|replies|reviews?|reactions|"
    r"(?:\w*(?:related|recommend|trending|popular|mostread|mostviewed|latest|similar|next|previous|prev|more)\w*)|"
    r"(?:author|authors|byline|contributors?|creators?|users?|profiles?|bio|biography)|tags?|categor(?:y|ies)|topics?|"
    r"sections?info|keywords|metadescription|"
    r"fallback|loading|notfound|placeholder|scripts?|queries|querykey|variables|props_?types?)",
)
_SUMMARY = late_pattern(
    r"excerpts?|summar(?:y|ies)|(?:short|long)?descriptions?|subtitle|standfirst|dek|teasers?|abstract|caption|alt"
)
_JOINT = late_pattern(r"[^a-z0-9]+")


@lru_cache(maxsize=20_000)
def is_content(key: str) -> bool:
    """Whether what stands under a key may be text of an article."""
    return not _NO_CONTENT.fullmatch(_JOINT.sub("", key.lower()))


@lru_cache(maxsize=20_000)
def is_summary(key: str) -> bool:
    """Whether what stands under a key sums an article up, if it is short."""
    return _SUMMARY.fullmatch(_JOINT.sub("", key.lower())) is not None
