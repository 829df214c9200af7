"""Feeds of well-known hosts, which their pages do not always announce: rules as data.

Each rule has patterns of a host and a path, and the feed's address with their groups, as the host documents it.
"""

import re
from urllib.parse import parse_qs, urlsplit

_NO_GITHUB_OWNER = (
    r"(?!(?:topics|trending|explore|features|about|settings|marketplace|sponsors|orgs|collections|events|search|"
    r"login|join|notifications|pricing|apps|readme|security|enterprise|customer-stories)(?:/|$))"
)
_RULES = [
    # https://docs.github.com/en/rest/activity/feeds and the .atom of each page of commits, tags and releases
    (r"github\.com", rf"/{_NO_GITHUB_OWNER}([\w.-]+)", "https://github.com/{0}.atom"),
    (r"github\.com", rf"/{_NO_GITHUB_OWNER}([\w.-]+/[\w.-]+)(?:/releases)?", "https://github.com/{0}/releases.atom"),
    (r"github\.com", rf"/{_NO_GITHUB_OWNER}([\w.-]+/[\w.-]+)/(tags|commits|wiki)", "https://github.com/{0}/{1}.atom"),
    (r"github\.com", rf"/{_NO_GITHUB_OWNER}([\w.-]+/[\w.-]+/commits/[\w./-]+)", "https://github.com/{0}.atom"),
    (r"gitlab\.com", r"/([\w.-]+/[\w./-]+?)/-/(tags|commits/[\w./-]+|releases)", "https://gitlab.com/{0}/-/{1}?format=atom"),
    (r"codeberg\.org", r"/([\w.-]+(?:/[\w.-]+)?(?:/releases|/tags)?)", "https://codeberg.org/{0}.rss"),
    # https://developers.google.com/youtube/v3/guides/push_notifications; a page of an @handle announces its own
    (r"youtube\.com", r"/channel/(UC[\w-]{22})(?:/\w*)?", "https://www.youtube.com/feeds/videos.xml?channel_id={0}"),
    (r"youtube\.com", r"/user/([\w-]+)(?:/\w*)?", "https://www.youtube.com/feeds/videos.xml?user={0}"),
    (r"reddit\.com", r"/((?:r|u|user)/[\w-]+(?:/(?:new|top|hot|rising))?)", "https://www.reddit.com/{0}/.rss"),
    (r"([\w-]+)\.substack\.com", r"(?:/.*)?", "https://{0}.substack.com/feed"),
    (r"medium\.com", r"/(@[\w.-]+|tag/[\w-]+)", "https://medium.com/feed/{0}"),
    (r"([\w-]+)\.medium\.com", r"", "https://{0}.medium.com/feed"),
    (r"([\w-]+)\.wordpress\.com", r"((?:/(?:category|tag|author)/[^/]+)*)", "https://{0}.wordpress.com{1}/feed/"),
    (r"([\w-]+\.blogspot\.[a-z.]+)", r"/search/label/([^/]+)", "https://{0}/feeds/posts/default/-/{1}"),
    (r"([\w-]+\.blogspot\.[a-z.]+)", r"", "https://{0}/feeds/posts/default"),
    (r"tumblr\.com", r"/(?:blog/)?([\w-]+)", "https://{0}.tumblr.com/rss"),
    (r"([\w-]+)\.tumblr\.com", r"", "https://{0}.tumblr.com/rss"),
    (r"bsky\.app", r"/profile/([\w.:-]+)", "https://bsky.app/profile/{0}/rss"),
    (r"((?:[\w-]+\.)*(?:lemmy\.[\w.]+|lemmy\w*\.[\w.]+)|beehaw\.org|programming\.dev)", r"/c/([\w@.-]+)", "https://{0}/feeds/c/{1}.xml"),
    (r"news\.ycombinator\.com", r"(?:/news)?", "https://news.ycombinator.com/rss"),
    (r"lobste\.rs", r"((?:/t/[\w,-]+)?)", "https://lobste.rs{0}.rss"),
    (r"arxiv\.org", r"/list/([\w.-]+)/(?:new|recent|current)", "https://rss.arxiv.org/rss/{0}"),
    (r"stackoverflow\.com", r"/questions/tagged/([^/]+)", "https://stackoverflow.com/feeds/tag/{0}"),
    (r"dev\.to", r"/([\w-]+)", "https://dev.to/feed/{0}"),
    (r"vimeo\.com", r"/([a-z][\w-]+)", "https://vimeo.com/{0}/videos/rss"),
    (r"letterboxd\.com", r"/([\w-]+)", "https://letterboxd.com/{0}/rss/"),
    (r"([\w-]+)\.(livejournal\.com|dreamwidth\.org)", r"", "https://{0}.{1}/data/rss"),
    (r"([\w-]+)\.hashnode\.dev", r"", "https://{0}.hashnode.dev/rss.xml"),
    (r"([\w-]+)\.ghost\.io", r"", "https://{0}.ghost.io/rss/"),
    (r"([\w-]+)\.bearblog\.dev", r"", "https://{0}.bearblog.dev/feed/"),
    (r"([\w-]+)\.micro\.blog", r"", "https://{0}.micro.blog/feed.xml"),
]  # fmt: skip
_COMPILED = [(re.compile(host), re.compile(path), template) for host, path, template in _RULES]
_PROFILE = re.compile(r"/@([\w.]+)(?:/(?:with_replies|media))?")
_NO_FEDIVERSE = re.compile(
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
    host = re.sub(r"^(?:www|m|old|new|mobile)\.(?=[^.]+\.)", "", host)
    path = parts.path.rstrip("/")
    if host == "youtube.com" and path == "/playlist":
        playlist = parse_qs(parts.query).get("list", [""])[0]
        return f"https://www.youtube.com/feeds/videos.xml?playlist_id={playlist}" if playlist else None
    for host_pattern, path_pattern, template in _COMPILED:
        on, at = host_pattern.fullmatch(host), path_pattern.fullmatch(path)
        if on and at:
            return template.format(*on.groups(), *at.groups())
    profile = _PROFILE.fullmatch(path)
    if profile and not _NO_FEDIVERSE.search(host):
        return f"https://{host}/@{profile[1]}.rss"
    return None
