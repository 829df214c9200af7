"""Threads as the programs of forums write them: each post under the name of its poster, and nothing beside."""

import pytest

from tuinews.extract.article import article_candidates, extract_article
from tuinews.model.article import Article, PageKind
from tuinews.model.document import Heading, Paragraph, Quote, plain

POSTERS = ("Nora Field", "otto_lane", "Mai Trần")
DAYS = ("May 1, 2025", "May 2, 2025", "May 3, 2025")
TEXTS = (
    "I look for a first bicycle for paths in the forest. Which frame would you take?",
    "Take the one with a single ring. Fewer parts fail.",
    "Spend less on the frame and more on the brakes.",
)

DISCOURSE = """<div id='post_{n}' class='topic-body crawler-post'><div class='crawler-post-meta'>
<span class="creator" itemprop="author" itemscope><a itemprop="url" href='/u/{n}'><span
itemprop='name'>{who}</span></a>
</span><span class="crawler-post-infos"><time datetime='2025-05-0{n}T16:55:07Z' class='post-time'>{day}</time>
<span itemprop='position'>{n}</span></span></div><div class='post' itemprop='text'><p>{text}</p></div>
<div><span class='post-likes'>4 Likes</span></div></div>"""
XENFORO_2 = """<article class="message message--post js-post" data-author="{who}" id="js-post-{n}"><div
class="message-user">
<h4 class="message-name"><a href="/members/{n}" class="username">{who}</a></h4><h5 class="userTitle">Senior
Member</h5>
<dl class="pairs"><dt>Joined</dt><dd>Apr 13, 2009</dd><dt>Messages</dt><dd>887</dd></dl></div><div
class="message-main">
<header class="message-attribution"><time class="u-dt" datetime="2025-05-0{n}T15:10:31-0700">{day}</time>
<a>#{n}</a></header>
<article class="message-body"><div class="bbWrapper">{text}</div></article><aside class="message-signature">
<div class="bbWrapper">Ride on.</div></aside><footer><a>Like</a><a>Reply</a></footer></div></article>"""
XENFORO_1 = """<li id="post-{n}" class="message" data-author="{who}"><div class="messageUserInfo"><h3
class="userText">
<a href="members/{n}/" class="username">{who}</a><em class="userTitle">Well-Known
Member</em></h3><dl><dt>Joined:</dt>
<dd>Aug 24, 2012</dd></dl></div><div class="messageInfo"><div class="messageContent"><article>
<blockquote class="messageText SelectQuoteContainer ugc">{text}</blockquote></article></div><div
class="messageMeta">
<span class="authorEnd"><a class="username author">{who}</a>,</span> <a class="datePermalink"><span
class="DateTime"
title="{day} at 8:20 AM">{day}</span></a><a class="LikeLink">Like</a></div></div></li>"""
PHPBB_3 = """<div id="p{n}" class="post has-profile bg2"><div class="inner"><dl class="postprofile"><dt><a
href="./memberlist.php?u={n}"
class="username">{who}</a></dt><dd><strong>Posts:</strong> 23</dd><dd><strong>Joined:</strong> 04 Mar
2019</dd></dl>
<div class="postbody"><div><h3><a href="#p{n}">Re: Which bicycle</a></h3><p class="author"><a>Post</a> by <strong>
<a href="./memberlist.php?mode=viewprofile&u={n}" class="username">{who}</a></strong> » <time
datetime="2025-05-0{n}T10:00:00+00:00">
{day}</time></p><div class="content">{text}</div><div class="notice">Last edited by {who} on 9 May 2025.</div>
<div class="signature">Ride on.</div></div></div></div></div>"""
PHPBB_2 = """<tr><td class="row1"><span class="name"><a name="{n}"></a><b>{who}</b></span><br><span
class="postdetails">Wheel<br>
Joined: 04 Mar 2004<br>Posts: 23</span></td><td class="row1"><table><tr><td><span class="postdetails">Posted: {day}
10:00 am</span></td></tr><tr><td><hr></td></tr><tr><td><span
class="postbody">{text}</span></td></tr></table></td></tr>"""
VBULLETIN_3 = """<table id="post{n}"><tr><td class="thead">{day}, 16:26</td><td
class="thead">#<a><strong>{n}</strong></a></td></tr>
<tr><td class="alt2"><div id="postmenu_{n}"><a class="bigusername" href="member.php?u={n}">{who}</a></div>
<div class="smallfont">Registered User</div><div class="smallfont">Join Date: Mar 2016<br>Posts: 1</div></td>
<td class="alt1" id="td_post_{n}"><div id="post_message_{n}">{text}</div></td></tr></table>"""
VBULLETIN_4 = """<li class="postbitlegacy postbitim postcontainer" id="post_{n}"><div class="posthead"><span
class="postdate">
<span class="date">{day}, <span class="time">05:12 PM</span></span></span></div><div class="postdetails"><div
class="userinfo">
<a class="username offline" href="member.php?{n}"><strong>{who}</strong></a><span
class="usertitle">Member</span></div>
<div class="postbody"><div class="content"><div id="post_message_{n}"><blockquote class="postcontent
restore">{text}
</blockquote></div></div><div class="signature restore"><div class="signaturecontainer">Ride
on.</div></div></div></div></li>"""
VBULLETIN_5 = """<li class="b-post js-post" data-node-id="{n}"><div class="b-userinfo"><div class="author
h-text-size--14">
<strong><a href="/member/{n}">{who}</a></strong></div><div class="usertitle">Junior Member</div></div><div
class="b-post__content">
<time datetime="2025-05-0{n}T10:00:00">{day}, 10:00 AM</time><div class="js-post__content-text restore h-wordwrap">
{text}</div></div><div class="b-post__footer">Like</div></li>"""
MYBB = """<div class="post classic" id="post_{n}"><div class="post_author"><div class="author_information"><strong>
<span class="largetext"><a href="user-{n}.html">{who}</a></span></strong><br><span class="smalltext">Junior
Member</span></div>
<div class="author_statistics">Posts: 3<br>Joined: Feb 2019</div></div><div class="post_content"><div
class="post_head">
<span class="post_date">{day}, 09:14 PM</span></div><div class="post_body scaleimages"
id="pid_{n}">{text}</div></div></div>"""
SMF = """<div class="windowbg" id="msg{n}"><div class="post_wrapper"><div class="poster"><h4><a
href="?action=profile;u={n}">{who}</a>
</h4><ul class="user_info"><li class="membergroup">Newbie</li><li class="postcount">Posts: 8</li></ul></div><div
class="postarea">
<div class="keyinfo"><div class="postinfo"><a class="smalltext">{day}, 10:00:00 AM</a></div></div><div
class="post">
<div class="inner" data-msgid="{n}" id="msg_{n}">{text}</div></div></div><div class="moderatorbar"><div
class="signature">Ride on.
</div></div></div></div>"""
INVISION_4 = """<article id="elComment_{n}" class="cPost ipsBox ipsComment"><aside
class="ipsComment_author"><h3><strong itemprop="name">
<a href="/profile/{n}-x/" class="ipsType_break">{who}</a></strong></h3><ul><li>Members</li><li>12
posts</li></ul></aside>
<div class="ipsComment_content"><div class="ipsComment_meta"><a>Posted <time datetime="2025-05-0{n}T16:29:31Z"
title="x">
{day}</time></a></div><div class="cPost_contentWrap"><div data-role="commentContent" class="ipsType_normal
ipsType_richText">
<p>{text}</p></div></div></div></article>"""
FLARUM = """<article class="CommentPost Post" data-id="{n}"><header class="Post-header"><ul><li
class="item-user"><div class="PostUser">
<h3 class="PostUser-name"><a href="/u/{n}"><span class="username">{who}</span></a></h3></div></li><li
class="item-meta">
<time datetime="2025-05-0{n}T10:00:00+00:00" title="{day} 10:00">2 days ago</time></li></ul></header><div
class="Post-body">
<p>{text}</p></div><footer class="Post-footer"><ul><li>Reply</li></ul></footer></article>"""
STACK = """<div class="answer js-answer" id="answer-{n}"><div class="votecell">{n}</div><div
class="answercell"><div
class="s-prose js-post-body" itemprop="text"><p>{text}</p></div><div class="post-signature"><div class="user-info">
<div class="user-action-time">edited <span title="2025-06-01 00:00:00Z" class="relativetime">Jun 1, 2025 at
0:00</span></div>
<div class="user-details"></div></div><div class="user-info"><div class="user-action-time">answered <span
title="2025-05-0{n} 00:09:00Z" class="relativetime">{day} at 0:09</span></div><div class="user-details"
itemprop="author"><a
href="/users/{n}/x">{who}</a><span class="reputation-score">2,255</span></div></div></div></div></div>"""
HACKER_NEWS = """<tr class='athing comtr' id='{n}'><td><table><tr><td class='ind'></td><td
class="default"><div><span class="comhead">
<a href="user?id={n}" class="hnuser">{who}</a> <span class="age" title="2025-05-0{n}T13:00:00
1746104400"><a>{day}</a></span>
<span class="navs">| next [-]</span></span></div><div class="comment"><div class="commtext c00">{text}</div>
<div class='reply'><p><a>reply</a></p></div></div></td></tr></table></td></tr>"""
OLD_REDDIT = """<div class="thing id-t1_{n} comment" data-author="{who}"><div class="entry unvoted"><p
class="tagline"><a class="expand">[–]</a>
<a href="/user/{n}" class="author">{who}</a> <span class="score">12 points</span> <time title="{day} 18:58:33 UTC"
datetime="2025-05-0{n}T18:58:33+00:00">17 hours ago</time></p><form class="usertext"><div
class="usertext-body"><div class="md">
<p>{text}</p></div></div></form><ul class="flat-list buttons"><li>permalink</li></ul></div><div
class="child"></div></div>"""
LOBSTERS = """<li class="comments_subtree"><div id="c_{n}" class="comment"><div class="details"><div
class="byline"><a href="/~{n}"
class="u-author h-card">{who}</a> <time title="{day}" datetime="2025-05-0{n} 10:00:00">2 days ago</time></div>
<div class="comment_text"><p>{text}</p></div></div></div></li>"""
GITHUB = """<div class="TimelineItem js-comment-container"><div class="timeline-comment"><h3><a class="author"
href="/{who}">{who}</a>
commented <relative-time datetime="2025-05-0{n}T10:00:00Z">{day}</relative-time></h3><table><tbody><tr><td
class="d-block comment-body markdown-body js-comment-body"><p>{text}</p></td></tr></tbody></table></div></div>"""
BBPRESS = """<div class="post-{n} reply bbp-reply"><div class="bbp-meta"><span class="bbp-reply-post-date">{day}
at 10:00 am</span></div>
<div class="bbp-reply-author"><a href="/forums/users/{n}/" class="bbp-author-link"><span
class="bbp-author-name">{who}</span></a>
<div class="bbp-author-role">Participant</div></div><div class="bbp-reply-content"><p>{text}</p></div></div>"""
GITHUB_NEW = """<div class="react-issue-comment"><div class="k1"><div class="k2"><a class="k3"
href="https://github.example/{who}" data-testid="avatar-link"
data-hovercard-url="/users/{who}/hovercard">{who}</a> <a href="#c"><relative-time
datetime="2025-05-0{n}T10:00:00Z">{day}</relative-time></a></div><div class="k4"><div class="k5 markdown-body"
data-testid="markdown-body"><p>{text}</p></div></div></div></div>"""
NODEBB = """<li class="pt-4" itemprop="comment" itemscope itemtype="http://schema.org/Comment"
data-username="{who}"><div class="d-flex"><a href="/user/x{n}">{who}</a> <span class="timeago"
title="2025-05-0{n}T10:00:00.000Z">{day}</span><span class="badge">Moderator</span></div>
<div class="content mt-2" itemprop="text"><p>{text}</p></div></li>"""
UNKNOWN = """<section class="forum-message"><div class="message-meta"><b class="message-author">{who}</b>
<i>{day}</i></div>
<div class="message-text"><p>{text}</p></div><a>Antworten</a></section>"""

PROGRAMS = {
    "discourse": DISCOURSE, "xenforo 2": XENFORO_2, "xenforo 1": XENFORO_1, "phpbb 3": PHPBB_3, "phpbb 2": PHPBB_2,
    "vbulletin 3": VBULLETIN_3, "vbulletin 4": VBULLETIN_4, "vbulletin 5": VBULLETIN_5, "mybb": MYBB, "smf": SMF,
    "invision 4": INVISION_4, "flarum": FLARUM, "stack exchange": STACK, "hacker news": HACKER_NEWS,
    "old reddit": OLD_REDDIT, "lobsters": LOBSTERS, "github": GITHUB,
    "github now": GITHUB_NEW, "nodebb": NODEBB, "bbpress": BBPRESS,
    "no known program": UNKNOWN,
}  # fmt: skip
NOISE = (
    "Joined", "Posts", "Messages", "Member", "Ride on", "Like", "reply", "edited", "points", "Wheel", "commented",
    "Participant", "permalink", "#1", "Similar", "Newbie", "2,255", "Antworten",
)  # fmt: skip


MARKED = '<div itemscope itemtype="https://schema.org/DiscussionForumPosting">{}</div>'


def page(post: str, texts: tuple[str, ...] = TEXTS) -> str:
    posts = "".join(
        post.format(n=n, who=who, day=day, text=text)
        for n, (who, day, text) in enumerate(zip(POSTERS, DAYS, texts, strict=False), 1)
    )
    posts = MARKED.format(posts) if post == NODEBB else posts
    around = f"<table>{posts}</table>" if post.startswith("<tr") else f"<div id='posts'>{posts}</div>"
    return (
        "<html lang='en'><head><title>Which bicycle | Forest Forum</title></head><body>"
        f"<nav><a href='/'>Forums</a></nav><h1>Which bicycle</h1>{around}"
        "<div><h3>Similar threads</h3><ul><li><a href='/t/1'>Similar tyres?</a></li></ul></div>"
        "<footer>Forum software</footer></body></html>"
    )


def headings(article: Article) -> list[str]:
    return [plain(b.spans) for b in article.document.blocks if isinstance(b, Heading) and b.post]


@pytest.mark.parametrize("name", PROGRAMS)
def test_each_post_stands_under_its_poster_and_day(name: str) -> None:
    article = extract_article(page(PROGRAMS[name]), "https://forum.example/t/1")

    assert article.page_kind is PageKind.THREAD
    found = headings(article)
    assert [one.split(" · ")[0] for one in found] == list(POSTERS)
    for heading, day in zip(found, DAYS, strict=True):
        assert day in heading
    paragraphs = [plain(b.spans) for b in article.document.blocks if isinstance(b, Paragraph)]
    assert paragraphs == list(TEXTS)
    assert not [noise for noise in NOISE if noise in article.text]
    assert article.authors == (POSTERS[0],)
    assert article.published is not None
    assert article.published.date.startswith("2025-05-01")
    assert article.title == "Which bicycle"


def test_the_day_on_which_a_poster_became_a_member_is_not_the_day_of_the_post() -> None:
    post = UNKNOWN.replace(
        '<div class="message-meta">', '<div class="message-meta"><u class="date">Joined 4 March 2004</u>'
    )

    found = headings(extract_article(page(post)))
    assert [heading.split(" · ")[1] for heading in found] == list(DAYS)


QUOTES = {
    "vbulletin 3": '<div style="margin:20px"><div class="smallfont">Quote:</div><table><tr><td class="alt2">'
    '<div>Nora Field '
    "wrote:</div><div>Which frame?</div></td></tr></table></div>",
    "blockquote": '<blockquote><cite>Nora Field wrote:</cite>Which frame?</blockquote>',
    "discourse": '<aside class="quote"><div class="title"><div class="quote-controls"></div>'
    "Nora Field wrote:</div><blockquote><p>Which frame?</p></blockquote></aside>",
    "xenforo": '<div class="bbCodeBlock bbCodeBlock--quote"><div class="bbCodeBlock-title">'
    "<a>Nora Field wrote:</a></div>"
    '<div class="bbCodeBlock-content"><div class="bbCodeBlock-expandContent">Which frame?</div>'
    '<div class="bbCodeBlock-expandLink"><a>Click to expand...</a></div></div></div>',
    "vbulletin": '<div class="bbcode_quote"><div class="quote_container"><div class="bbcode_postedby">'
    'Nora Field wrote:</div><div class="message">Which frame?</div></div></div>',
}  # fmt: skip


@pytest.mark.parametrize("name", QUOTES)
def test_what_a_post_quotes_is_a_quotation(name: str) -> None:
    texts = (TEXTS[0], f"{QUOTES[name]}A large one.", TEXTS[2])
    blocks = extract_article(page(XENFORO_2, texts)).document.blocks

    (place,) = [n for n, block in enumerate(blocks) if isinstance(block, Quote)]
    quote = blocks[place]
    assert isinstance(quote, Quote)
    assert [line for block in quote.blocks for line in block.own_lines] == ["Nora Field wrote:", "Which frame?"]
    answer = blocks[place + 1]
    assert isinstance(answer, Paragraph)
    assert plain(answer.spans) == "A large one."


def test_the_first_way_to_read_a_thread_is_by_its_posts() -> None:
    html = page(DISCOURSE)

    first, *others = article_candidates(html)
    assert first == extract_article(html)
    assert headings(first)
    assert not [heading for other in others for heading in headings(other)]


def test_a_quotation_in_a_quotation_stays_inside() -> None:
    quote = "<blockquote><blockquote>Which frame?</blockquote>A large one.</blockquote>Thank you both."
    blocks = extract_article(page(DISCOURSE, (TEXTS[0], TEXTS[1], quote))).document.blocks

    (outer,) = [block for block in blocks if isinstance(block, Quote)]
    assert isinstance(outer.blocks[0], Quote)


LINKS = {
    "hacker news": (
        HACKER_NEWS,
        '<table class="fatitem"><tr class="athing"><td class="title"><a href="https://a.example/x">Which '
        "bicycle</a></td>"
        '</tr><tr><td class="subtext"><span class="score">90 points</span> by <a href="user?id=ada" '
        'class="hnuser">ada</a> '
        '<span class="age" title="2025-04-30T09:00:00 1746003600"><a>May 1</a></span></td></tr></table>',
    ),
    "old reddit": (
        OLD_REDDIT,
        '<div class="side"><div class="titlebox"><form id="form-1" class="usertext"><div class="usertext-body">'
        "<div "
        'class="md"><p>Be kind to each other here, and name your source.</p></div></div></form></div></div><div '
        'class="sitetable linklisting"><div class="thing link" data-author="ada"><p class="tagline">submitted '
        "<time "
        'datetime="2025-04-30T09:00:00+00:00" title="x">1 day ago</time> by <a class="author">ada</a></p></div>'
        "</div>",
    ),
}


@pytest.mark.parametrize("name", LINKS)
def test_a_thread_about_a_link_is_by_whoever_posted_it(name: str) -> None:
    post, link = LINKS[name]
    around = "<table>" if post.startswith("<tr") else "<div id='posts'>"
    article = extract_article(page(post).replace(around, link + around, 1))

    assert article.authors == ("ada",)
    assert article.published is not None
    assert article.published.date.startswith("2025-04-30")
    assert [one.split(" · ")[0] for one in headings(article)] == list(POSTERS)
    assert "Be kind" not in article.text


def test_one_post_that_is_marked_as_a_thread_is_one() -> None:
    post = page(UNKNOWN, TEXTS[:1]).replace(
        "<div id='posts'>", "<div itemscope itemtype='https://schema.org/Question'>"
    )

    assert extract_article(post).page_kind is PageKind.ARTICLE
    assert extract_article(post.replace("Question", "DiscussionForumPosting")).page_kind is PageKind.THREAD


def test_one_post_is_a_thread_where_a_program_for_threads_says_so() -> None:
    article = extract_article(page(DISCOURSE, TEXTS[:1]))

    assert article.page_kind is PageKind.THREAD
    assert headings(article) == ["Nora Field · May 1, 2025"]


PARAGRAPH = (
    "The tram line along the old harbour will open in September, two years later than the council had promised. "
)


def test_an_article_with_comments_stays_an_article() -> None:
    comments = "".join(
        f'<div class="comment"><b class="comment-author">{who}</b> <i>{day}</i>'
        f'<div class="comment-content"><p>{text}</p></div></div>'
        for who, day, text in zip(POSTERS, DAYS, TEXTS, strict=True)
    )
    story = f'<div class="entry-content"><p>{PARAGRAPH * 3}</p><p>{PARAGRAPH * 3}</p></div>'
    article = extract_article(
        f'<article><h1>Tram to open</h1><p class="author">By Jonas Berg</p>{story}</article>'
        f'<div id="comments" class="comments">{comments}</div>'
    )

    assert article.page_kind is PageKind.ARTICLE
    assert TEXTS[1] not in article.text


def test_messages_under_an_article_are_its_comments() -> None:
    story = f"<div class='story'><p>{PARAGRAPH * 3}</p><p>{PARAGRAPH * 3}</p></div>"
    article = extract_article(page(UNKNOWN).replace("<div id='posts'>", f"{story}<div id='posts'>"))

    assert article.page_kind is PageKind.ARTICLE


def test_a_list_of_whole_articles_is_no_thread() -> None:
    posts = "".join(
        f'<div class="post"><h2><a href="/{n}">Title {n} of the day</a></h2><p class="author">{who}</p>'
        f'<i>{day}</i><div class="post-content"><p>{PARAGRAPH}</p></div></div>'
        for n, (who, day) in enumerate(zip(POSTERS, DAYS, strict=True))
    )

    assert extract_article(f"<body><h1>Journal</h1>{posts}</body>").page_kind is PageKind.ARTICLE


def test_a_post_without_words_does_not_end_the_thread() -> None:
    texts = (TEXTS[0], '<img src="/p.jpg" width="800" height="600" alt="">', TEXTS[2])
    article = extract_article(page(XENFORO_2, texts), "https://forum.example/t/1")

    assert [one.split(" · ")[0] for one in headings(article)] == list(POSTERS)


SAID = [
    "Has anybody cleaned the race of a mill without draining the pond above it?",
    "We did, with long rakes and a flat boat, and it took two days for forty yards.",
    "Rakes are right. Mind the eels, they come through in the first warm week.",
]


@pytest.mark.parametrize(
    "post",
    [
        "<div><div><a href=/u/{name}>{name}</a> <time datetime=2025-02-0{n}T10:00:00Z>Feb {n}</time>"
        "</div><div><p>{said}</p></div>"
        "<div><a href=#>Reply</a></div></div>",
        "<tr><td><a href='member.php?u={n}'>{name}</a><br>Posts: 12{n}</td><td><div>0{n}-02-2025, "
        "10:0{n}</div><div>{said}</div></td></tr>",
        "<section><header><a href=/members/{name}.{n}/>{name}</a></header><time "
        "datetime=2025-02-0{n}>{n}/2</time><p>{said}</p></section>",
    ],
)
def test_posts_without_class_names_are_told_by_links_to_members(post: str) -> None:
    names = ["reed", "mossy", "oakum"]
    posts = "".join(
        post.format(name=name, n=n, said=said) for n, (name, said) in enumerate(zip(names, SAID, strict=True), 1)
    )
    posts = f"<table>{posts}</table>" if post.startswith("<tr") else posts
    found = extract_article(f"<main><h1>Cleaning the race</h1>{posts}</main>", "https://mills.example/t/77")

    assert found.page_kind is PageKind.THREAD
    lines = found.text.split("\n")
    assert [line for line in lines if line in SAID] == SAID
    assert all(any(line.startswith(name) for line in lines) for name in names)


def test_authors_of_an_article_are_no_posters() -> None:
    people = "".join(
        f"<div><a href=/people/{n}>Person {n}</a> <time datetime=2025-02-01>1 Feb</time></div>" for n in "abc"
    )
    text = "".join(f"<p>{said} {said}</p>" for said in SAID)
    found = extract_article(f"<main><h1>Cleaning the race</h1>{people}{text}</main>", "https://mills.example/t/77")
    assert found.page_kind is PageKind.ARTICLE
