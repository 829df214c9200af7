"""Feeds of well-known hosts, which their pages do not always announce: rules as data.

Each rule has patterns of a host and a path, and the feed's address with their groups, as the host documents it.
Those of `_ASKED` come first: they need parameters of the query, which stand in the feed's address by their names.
"""

import re
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit

from tuinews.late import late_pattern

_NO_GITHUB_OWNER = (
    r"(?!(?:topics|trending|explore|features|about|settings|marketplace|sponsors|orgs|collections|events|search|"
    r"login|join|notifications|pricing|apps|readme|security|enterprise|customer-stories)(?:/|$))"
)
_NO_OWNER = r"(?!(?:explore|user|org|repo|search|api|issues|pulls|notifications)(?:/|$))"
_NO_BLOG = r"(?!(?:dashboard|explore|search|tagged|settings|likes|following|communities|inbox|new)$)"
_GITHUB_LISTS = r"(tags|commits|wiki|discussions(?:/categories/[\w-]+)?)"
_STACK_EXCHANGE = (
    r"(stackoverflow\.com|serverfault\.com|superuser\.com|askubuntu\.com|stackapps\.com|mathoverflow\.net"
    r"|(?:[\w-]+\.)*stackexchange\.com|\w\w\.stackoverflow\.com)"
)
_WIKI = (
    r"([\w-]+\.(?:wikipedia|wiktionary|wikinews|wikivoyage|wikisource|wikibooks|wikiquote)\.org"
    r"|(?:commons|meta)\.wikimedia\.org|wikidata\.org)"
)
_REDDIT = (
    r"((?:/(?:r|u|user)/[\w+-]+)?(?:/m/\w+|/comments/\w+(?:/[^/]*){0,2}|/submitted)?"
    r"(?:/(?:new|top|hot|rising|best|controversial))?)"
)
_RULES = [
    # https://docs.github.com/en/rest/activity/feeds and the .atom of each page of commits, tags and releases
    (r"github\.com", rf"/{_NO_GITHUB_OWNER}([\w.-]+)", "https://github.com/{0}.atom"),
    (r"github\.com", rf"/{_NO_GITHUB_OWNER}([\w.-]+/[\w.-]+?)(?:\.git|/releases(?:/tag/.*|/latest)?)?", "https://github.com/{0}/releases.atom"),
    (r"github\.com", rf"/{_NO_GITHUB_OWNER}([\w.-]+/[\w.-]+)/{_GITHUB_LISTS}", "https://github.com/{0}/{1}.atom"),
    (r"github\.com", rf"/{_NO_GITHUB_OWNER}([\w.-]+/[\w.-]+)/tree/([\w./-]+)", "https://github.com/{0}/commits/{1}.atom"),
    (r"github\.com", r"/(orgs/[\w-]+/discussions(?:/categories/[\w-]+)?)", "https://github.com/{0}.atom"),
    (r"github\.com", rf"/{_NO_GITHUB_OWNER}([\w.-]+/[\w.-]+/commits/[\w./-]+)", "https://github.com/{0}.atom"),
    (r"gitlab\.com", r"/((?!explore/|users/|help/|groups/|dashboard/)[\w.-]+(?:/(?!-/)[\w.-]+)+)", "https://gitlab.com/{0}.atom"),
    (r"gitlab\.com", r"/([\w.-]+/[\w./-]+?)/-/(tags|commits/[\w./-]+|releases)", "https://gitlab.com/{0}/-/{1}?format=atom"),
    (r"codeberg\.org", rf"/{_NO_OWNER}([\w.-]+(?:/[\w.-]+)?(?:/releases|/tags)?)", "https://codeberg.org/{0}.rss"),
    # https://developers.google.com/youtube/v3/guides/push_notifications; a page of an @handle announces its own
    (r"youtube\.com", r"/channel/(UC[\w-]{22})(?:/\w*)?", "https://www.youtube.com/feeds/videos.xml?channel_id={0}"),
    (r"youtube\.com", r"/user/([\w-]+)(?:/\w*)?", "https://www.youtube.com/feeds/videos.xml?user={0}"),
    # https://www.reddit.com/wiki/rss: .rss behind nearly every address, with its query
    (r"reddit\.com", r"((?:/(?:r|u|user)/[\w+-]+)?(?:/m/\w+)?)/search", "https://www.reddit.com{0}/search.rss{query}"),
    (r"reddit\.com", r"/(domain/[\w.-]+)", "https://www.reddit.com/{0}/.rss{query}"),
    (r"reddit\.com", _REDDIT, "https://www.reddit.com{0}/.rss{query}"),
    (r"open\.substack\.com", r"/pub/([\w-]+)(?:/.*)?", "https://{0}.substack.com/feed"),
    (r"((?!open\.|www\.)[\w-]+)\.substack\.com", r"(?:/.*)?", "https://{0}.substack.com/feed"),
    (r"medium\.com", r"/(@[\w.-]+|tag/[\w-]+)", "https://medium.com/feed/{0}"),
    (r"medium\.com", r"/((?!(?:about|me|m|p|plans|search|topics|tag|jobs-at-medium|new-story)$)[a-z][\w-]+)", "https://medium.com/feed/{0}"),
    (r"([\w-]+)\.medium\.com", r"", "https://{0}.medium.com/feed"),
    (r"([\w-]+)\.wordpress\.com", r"((?:/(?:category|tag|author)/[^/]+)*)", "https://{0}.wordpress.com{1}/feed/"),
    (r"([\w-]+\.blogspot\.[a-z.]+)", r"/search/label/([^/]+)", "https://{0}/feeds/posts/default/-/{1}"),
    (r"([\w-]+\.blogspot\.[a-z.]+)", r"", "https://{0}/feeds/posts/default"),
    (r"tumblr\.com", rf"/{_NO_BLOG}(?:blog/)?([\w-]+)", "https://{0}.tumblr.com/rss"),
    (r"([\w-]+)\.tumblr\.com", r"", "https://{0}.tumblr.com/rss"),
    (r"([\w-]+)\.tumblr\.com", r"/tagged/([^/]+)", "https://{0}.tumblr.com/tagged/{1}/rss"),
    (r"bsky\.app", r"/profile/([\w.:-]+)", "https://bsky.app/profile/{0}/rss"),
    (r"((?:[\w-]+\.)*(?:lemmy\.[\w.]+|lemmy\w*\.[\w.]+)|beehaw\.org|programming\.dev)", r"/([cu]/[\w@.-]+)", "https://{0}/feeds/{1}.xml"),
    # Hacker News has one feed of its own; https://hnrss.github.io has the rest
    (r"news\.ycombinator\.com", r"(?:/news)?", "https://news.ycombinator.com/rss"),
    (r"news\.ycombinator\.com", r"/(newest|ask|show|jobs|best)", "https://hnrss.org/{0}"),
    (r"lobste\.rs", r"", "https://lobste.rs/rss"),
    (r"lobste\.rs", r"/((?:t|domains)/[\w,.-]+|newest(?:/[\w-]+)?|top|~[\w-]+)", "https://lobste.rs/{0}.rss"),
    (r"arxiv\.org", r"/(?:list|archive)/([\w.-]+)(?:/(?:new|recent|current|pastweek))?", "https://rss.arxiv.org/rss/{0}"),
    (r"arxiv\.org", r"/a/([\w-]+)", "https://arxiv.org/a/{0}.atom2"),
    # https://docs.pypi.org/api/feeds/, https://libraries.io (npm has none)
    (r"pypi\.org", r"/project/([\w.-]+)(?:/.*)?", "https://pypi.org/rss/project/{0}/releases.xml"),
    (r"npmjs\.com", r"/package/((?:@[\w.~-]+/)?[\w.~-]+)(?:/v/.*)?", "https://libraries.io/npm/{quoted}/versions.atom"),
    # https://stackexchange.com/feeds
    (_STACK_EXCHANGE, r"/(?:questions/tagged|tags)/([^/]+)(?:/info)?", "https://{0}/feeds/tag/{1}"),
    (_STACK_EXCHANGE, r"/questions/(\d+)(?:/.*)?", "https://{0}/feeds/question/{1}"),
    (_STACK_EXCHANGE, r"/users/(\d+)(?:/.*)?", "https://{0}/feeds/user/{1}"),
    (_STACK_EXCHANGE, r"(?:/questions)?", "https://{0}/feeds"),
    # https://www.mediawiki.org/wiki/Manual:RSS_and_Atom_feeds
    (_WIKI, r"/wiki/Special:(RecentChanges|NewPages)", "https://{0}/w/index.php?title=Special:{1}&feed=atom"),
    (_WIKI, r"/wiki/Special:PageHistory/(.+)", "https://{0}/w/index.php?title={1}&action=history&feed=atom"),
    (r"dev\.to", r"/t/([\w-]+)(?:/latest)?", "https://dev.to/feed/tag/{0}"),
    (r"dev\.to", r"/([\w-]+)", "https://dev.to/feed/{0}"),
    # https://partner.steamgames.com/doc/marketing/event_tools/rss, https://blog.rust-lang.org (feeds of crates.io)
    (r"store\.steampowered\.com", r"/(?:news/)?app/(\d+)(?:/.*)?", "https://store.steampowered.com/feeds/news/app/{0}/"),
    (r"crates\.io", r"/crates/([\w-]+)(?:/.*)?", "https://static.crates.io/rss/crates/{0}.xml"),
    (r"write\.as", r"/([\w-]+)", "https://write.as/{0}/feed/"),
    (r"buttondown\.(?:com|email)", r"/([\w-]+)(?:/archive)?", "https://buttondown.com/{0}/rss"),
    (r"odysee\.com", r"/(@[\w-]+(?::\w+)?)", "https://odysee.com/$/rss/{0}"),
    (r"pinterest\.[a-z.]{2,6}", r"/([\w-]+)", "https://www.pinterest.com/{0}/feed.rss"),
    (r"pinterest\.[a-z.]{2,6}", r"/((?!pin/|search/|ideas/)[\w-]+/[\w-]+)", "https://www.pinterest.com/{0}.rss"),
    (r"deviantart\.com", r"/([\w-]+)(?:/gallery)?", "https://backend.deviantart.com/rss.xml?q=gallery:{0}"),
    (r"([\w-]+)\.itch\.io", r"/([\w-]+)(?:/devlog)?", "https://{0}.itch.io/{1}/devlog.rss"),
    # https://sourceforge.net/p/forge/documentation/RSS, https://packagist.org/about, https://guides.rubygems.org/rubygems-org-api
    (r"sourceforge\.net", r"/projects/([\w.-]+)", "https://sourceforge.net/projects/{0}/rss"),
    (r"sourceforge\.net", r"/projects/([\w.-]+)/files(?:/(.*))?", "https://sourceforge.net/projects/{0}/rss?path=/{1}"),
    (r"packagist\.org", r"/packages/([\w.-]+/[\w.-]+)", "https://packagist.org/feeds/package.{0}.rss"),
    (r"rubygems\.org", r"/gems/([\w.-]+)(?:/versions.*)?", "https://rubygems.org/gems/{0}/versions.atom"),
    (r"openstreetmap\.org", r"/user/([^/]+)(?:/diary)?", "https://www.openstreetmap.org/user/{0}/diary/rss"),
    (r"dailymotion\.com", r"/((?!video|playlist|search)[\w.-]+)", "https://www.dailymotion.com/rss/user/{0}"),
    (r"vimeo\.com", r"/([a-z][\w-]+)", "https://vimeo.com/{0}/videos/rss"),
    (r"letterboxd\.com", r"/([\w-]+)", "https://letterboxd.com/{0}/rss/"),
    (r"([\w-]+)\.(livejournal\.com|dreamwidth\.org)", r"", "https://{0}.{1}/data/rss"),
    (r"([\w-]+)\.hashnode\.dev", r"", "https://{0}.hashnode.dev/rss.xml"),
    (r"([\w-]+)\.ghost\.io", r"", "https://{0}.ghost.io/rss/"),
    (r"([\w-]+)\.bearblog\.dev", r"", "https://{0}.bearblog.dev/feed/"),
    (r"([\w-]+)\.micro\.blog", r"", "https://{0}.micro.blog/feed.xml"),
]  # fmt: skip
_ASKED = [
    (r"youtube\.com", r"/(?:playlist|watch)", ("list",), "https://www.youtube.com/feeds/videos.xml?playlist_id={list}"),
    (r"news\.ycombinator\.com", r"/(user|item|submitted|threads)", ("id",), "https://hnrss.org/{0}?id={id}"),
    (r"hn\.algolia\.com", r"", ("q",), "https://hnrss.org/newest?q={q}"),
    (r"hn\.algolia\.com", r"", ("query",), "https://hnrss.org/newest?q={query}"),
    # https://info.arxiv.org/help/api/user-manual.html
    (r"arxiv\.org", r"/search(?:/\w+)?", ("query",), "https://export.arxiv.org/api/query?search_query=all:{query}&sortBy=submittedDate&sortOrder=descending"),
    (_WIKI, r"/w/index\.php", ("title", "action=history"), "https://{0}/w/index.php?title={title}&action=history&feed=atom"),
    (_WIKI, r"/wiki/([^?]+)", ("action=history",), "https://{0}/w/index.php?title={1}&action=history&feed=atom"),
]  # fmt: skip
_COMPILED = [(late_pattern(host), late_pattern(path), template) for host, path, template in _RULES]
_COMPILED_ASKED = [
    (late_pattern(host), late_pattern(path), needed, template) for host, path, needed, template in _ASKED
]
_TAG_PAGE = late_pattern(r"/tags/(\w+)")
_PROFILE = late_pattern(r"/@([\w.]+)(?:(/tagged/\w+)|/with_replies|/media)?")
_NO_FEDIVERSE = late_pattern(
    r"(?:^|\.)(?:youtube|medium|tiktok|threads|substack|flipboard|instagram|warpcast|odysee|rumble)\.(?:com|net)$"
)


def known_feed(url: str) -> str | None:
    """The feed of a page on a host whose feed addresses are known, else None.

    Nothing is fetched: the address may answer with an error, and then the page itself decides.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    host = re.sub(r"(?<=^)(?:www|old|new|np|mobile|m)\.(?=[^.]+\.)|(?<=\.)m\.(?=wiki)", "", host)
    path = parts.path.rstrip("/")
    return _asked(host, path, parts) or _known(host, path, parts) or _of_the_fediverse(host, path)


def _asked(host: str, path: str, parts: SplitResult) -> str | None:
    """The feed of an address whose query says what is wanted."""
    given = dict(parse_qsl(parts.query))
    for host_pattern, path_pattern, needed, template in _COMPILED_ASKED:
        on, at = host_pattern.fullmatch(host), path_pattern.fullmatch(path)
        if not (on and at):
            continue
        pairs = [name.partition("=") for name in needed]
        if all(given.get(name) and value in ("", given[name]) for name, _, value in pairs):
            values = {name: quote(given[name], safe="", errors="replace") for name, *_ in pairs}
            return template.format(*on.groups(), *at.groups(), **values)
    return None


def _known(host: str, path: str, parts: SplitResult) -> str | None:
    for host_pattern, path_pattern, template in _COMPILED:
        on, at = host_pattern.fullmatch(host), path_pattern.fullmatch(path)
        if on and at:
            groups = [group or "" for group in (*on.groups(), *at.groups())]
            quoted = quote("".join(groups[:1]), safe="", errors="replace")
            return template.format(*groups, query=_kept_query(parts), quoted=quoted)
    return None


def _kept_query(parts: SplitResult) -> str:
    """What a typed address asks for: the order, the time, a flair, words to look for."""
    pairs = [(name, value) for name, value in parse_qsl(parts.query) if not name.startswith(("utm_", "ref"))]
    return f"?{urlencode(pairs, errors='replace')}" if pairs else ""


def _of_the_fediverse(host: str, path: str) -> str | None:
    """Feeds of Mastodon, whose instances have any name (https://docs.joinmastodon.org/user/network/)."""
    if _NO_FEDIVERSE.search(host):
        return None
    profile, tag = _PROFILE.fullmatch(path), _TAG_PAGE.fullmatch(path)
    if profile:
        return f"https://{host}/@{profile[1]}{profile[2] or ''}.rss"
    return f"https://{host}/tags/{tag[1]}.rss" if tag else None
