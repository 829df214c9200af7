"""Threads of programs that name their posts otherwise: by attributes, as notes or mails, in tables."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import Article, PageKind
from tuinews.model.document import Heading, plain

TITLE = "Night ferry: who has tried it?"
POSTERS = ("lantern_9", "Otto Lane", "mai.tran")
TEXTS = (
    "The boat across the sound runs at night now. Has anybody been on it, and is there coffee?",
    "I took it twice in a gale. There is no coffee, but there is a heater and a cat.",
    "Bring a thermos, and book the bicycle an hour before.",
)

NODEBB = """<li component="post" class="pt-4" data-pid="{n}" data-username="{who}"><div class="icon"><a
href="/user/{n}" data-username="{who}"><span class="avatar">O</span></a></div><div class="post-container"><div
class="post-header"><a class="fw-bold" href="/user/{n}">{who}</a> <span>wrote <a class="timeago"
title="2025-03-0{n}T08:12:00.000Z"></a></span></div><div class="content text-break"><p>{text}</p></div><div
component="post/footer"><span>1 Reply</span><a>Quote</a></div></div></li>"""
GROUPS = """<section class="BkrUxb" role="listitem" data-author="{who}"><div class="tKBOJe"><img src="p.png"></div>
<div class="cUd1Nd"><h3 class="s1f8Zd">{who}</h3><div><span class="zX2W9c">Mar {n}, 2025, 8:12:00 AM</span>
<div>unread,</div><div role="button">Reply to author</div></div></div><div class="GsRcTc">to ferry-dev</div><div
class="ptW7te"><html-blob><div dir="ltr">{text}</div><div><br></div></html-blob></div></section>"""
DISCUZ = """<div id="post_{n}"><table class="plhin"><tr><td class="pls"><div class="authi"><a
href="home.php?mod=space&uid={n}" class="xw1">{who}</a></div><p><em>Senior member</em></p></td><td class="plc"><div
class="authi"><em>Posted 2025-3-{n} 08:12</em></div><div class="pcb"><table><tr><td class="t_f"
id="postmessage_{n}">{text}</td></tr></table></div></td></tr><tr><td><div class="sign">Still
waters</div></td></tr></table></div>"""
TILDES = """<li class="comment-tree-item"><article id="comment-{n}" class="comment"><header
class="comment-header"><a
href="/user/{n}" class="link-user">{who}</a> <time datetime="2025-03-0{n}T09:12:00Z">March {n}</time></header><div
class="comment-text"><p>{text}</p></div><div class="comment-votes">3 votes</div></article></li>"""
GITLAB = """<li class="note timeline-entry" id="note_{n}"><div class="note-header"><a class="author-name-link"
href="/u{n}"><span class="note-header-author-name">{who}</span></a> <time
datetime="2025-03-0{n}T09:12:00Z">Mar {n}</time><div class="note-actions"><span>Developer</span></div></div><div
class="note-body"><div class="note-text md"><p>{text}</p></div></div></li>"""
HYPERKITTY = """<div class="email"><div class="email-header"><div class="email-author"><a href="/users/{n}/"
class="name">{who}</a></div><div class="email-date"><span>{n} Mar 2025</span> <span>8:12
a.m.</span></div></div><div
class="email-body"><p>{text}</p></div><div class="email-info"><a>Sign in to reply online</a></div></div>"""
GITHUB = """<div class="react-issue-comment"><div><a href="/u{n}" data-testid="avatar-link">{who}</a>
<relative-time
datetime="2025-03-0{n}T09:12:00Z">Mar {n}, 2025</relative-time> <span>Contributor</span></div><div
class="markdown-body"><p>{text}</p></div></div>"""

TILDES_FIRST = """<article class="topic-full"><header><h1>{title}</h1><a href="/user/1" class="link-user">{who}</a>
<time datetime="2025-03-01T08:12:00Z">March 1</time></header><div
class="topic-full-text"><p>{text}</p></div></article>"""
GITLAB_FIRST = """<div class="detail-page-header"><span>Open</span> Issue created <time
datetime="2025-03-01T08:12:00Z">Mar 1, 2025</time> by <a class="author-link" href="/u1"><span
class="author">{who}</span></a></div><h1 class="title">{title}</h1><div class="description"><p>{text}</p></div>"""
GITHUB_FIRST = """<h1><bdi class="markdown-title">{title}</bdi><span>#481</span></h1><div><a
data-testid="issue-body-header-author" href="/u1">{who}</a> opened <relative-time
datetime="2025-03-01T08:12:00Z">Mar 1, 2025</relative-time><div class="markdown-body"><p>{text}</p></div></div>"""

HEADED = "<h1>{title}</h1>"

PROGRAMS = {
    "NodeBB": (HEADED, NODEBB, "https://b.example/topic/481/night-ferry"),
    "Google Groups": (HEADED, GROUPS, "https://groups.google.com/g/ferry-dev/c/AbC123"),
    "groups elsewhere": (HEADED, GROUPS, "https://b.example/481"),
    "Discuz": (HEADED, DISCUZ, "https://bbs.example/thread-481-1-1.html"),
    "Tildes": (TILDES_FIRST, TILDES, "https://tildes.example/~travel/1abc/night_ferry"),
    "GitLab": (GITLAB_FIRST, GITLAB, "https://gitlab.example/sound/ferry/-/issues/481"),
    "HyperKitty": (HEADED, HYPERKITTY, "https://lists.example/archives/list/f@lists.example/thread/ABC/"),
    "GitHub": (GITHUB_FIRST, GITHUB, "https://github.com/sound/ferry/issues/481"),
}


def _page(name: str) -> Article:
    first, one, url = PROGRAMS[name]
    places = range(len(POSTERS)) if first is HEADED else range(1, len(POSTERS))
    head = first.format(title=TITLE, who=POSTERS[0], text=TEXTS[0])
    posts = "".join(one.format(n=n + 1, who=POSTERS[n], text=TEXTS[n]) for n in places)
    html = (
        f"<html><head><title>{TITLE} · sound/ferry · Sound Board</title></head><body><nav><a href='/'>Home</a>"
        f"</nav><main>{head}<div class='list'>{posts}</div></main><footer>A board</footer></body></html>"
    )
    return extract_article(html, url)


@pytest.mark.parametrize("name", PROGRAMS)
def test_each_program_gives_its_posts_under_their_posters(name: str) -> None:
    article = _page(name)
    assert article.page_kind is PageKind.THREAD
    assert article.title == TITLE
    headings = [plain(block.spans) for block in article.document.blocks if isinstance(block, Heading)]
    assert [heading.split(" · ")[0] for heading in headings] == list(POSTERS)
    assert [line for line in article.text.split("\n") if line not in headings] == list(TEXTS)


def test_answers_within_a_post_are_posts_of_their_own() -> None:

    html = f"""<html><head><title>Night ferry</title></head><body><h1>Night ferry: who?</h1><div>
    <section data-author="otto"><div class="head">otto</div><div class="said"><p>{TEXTS[0]}</p></div>
    <section data-author="nora"><div class="head">nora</div><div class="said"><p>{TEXTS[1]}</p></div></section>
    </section></div></body></html>"""
    article = extract_article(html, "https://b.example/481")
    assert article.text.split("\n") == ["otto", TEXTS[0], "nora", TEXTS[1]]


def test_comments_with_their_authors_in_attributes_leave_an_article_an_article() -> None:
    text = "".join(f"<p>{TEXTS[0]} {TEXTS[1]} Number {n} of the paragraphs of a report.</p>" for n in range(6))
    comments = "".join(
        f"<div class='c' data-author='{who}'><b>{who}</b><div class='said'><p>{said}</p></div></div>"
        for who, said in zip(POSTERS, TEXTS, strict=True)
    )
    html = (
        f"<html><body><article><h1>Night ferry: a report</h1>{text}</article><div>{comments}</div></body></html>"
    )
    assert extract_article(html, "https://paper.example/2025/night-ferry").page_kind is PageKind.ARTICLE
