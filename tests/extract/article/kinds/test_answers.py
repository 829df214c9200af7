"""Threads whose first post is set otherwise than its answers, which look like the comments of an article."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import Article, PageKind
from tuinews.model.document import Heading, plain

QUESTION = (
    "I keep bees on a flat roof in the middle of the city, and every August the wasps find the hives. Narrowing "
    "the entrance helped for a week. Which trap would you hang, and how far from the hives? I do not want to lure "
    "more of them than are there already, and the neighbours have small children who play on the terrace below. "
    "The hives themselves are strong this year, eleven frames each, and I would rather lose honey than a queen."
)
ANSWERS = (
    "A bottle with juice, ten metres off.",
    "No trap at all. Close the gaps first.",
    "Ten metres is too near.",
)
NAMES = ("drone_ed", "Mật Ong", "K. Wabe")
DAYS = ("2024-08-03", "2024-08-04", "2024-08-05")

DRUPAL = (
    '<article class="node node-forum"><h1>Wasps on the roof</h1><div class="submitted"><a href="/users/vespa" '
    'class="username">vespa</a> <time datetime="2024-08-02T10:00:00Z">2 Aug 2024</time></div>'
    '<div class="field field-name-body"><p>{question}</p></div></article><section id="comments" class="comments">'
    "{answers}</section>",
    '<div class="comment"><div class="submitted"><a class="username" href="/users/{name}">{name}</a> <time '
    'datetime="{day}T10:00:00Z">{day}</time></div><div class="field-name-comment-body"><p>{text}</p></div>'
    '<ul class="links"><li><a href="#">Reply</a></li></ul></div>',
)
BOARD = (
    '<main class="ThreadView"><h1>Wasps on the roof</h1><div class="meta">by <a class="ThreadView-author" '
    'href="/members/vespa.html">vespa</a> <time datetime="2024-08-02T10:00:00Z">2 years ago</time></div>'
    '<div class="rich"><p>{question}</p></div></main><section id="comments" class="Replies">'
    "<ul>{answers}</ul></section>",
    '<li class="Replies-item"><a class="Replies-username" href="/members/{name}.html">{name}</a> <time '
    'datetime="{day}T10:00:00Z">2 years ago</time><div class="discussion-message">{text}</div>'
    '<div class="Replies-signature">Ride on.</div></li>',
)
TABLE = (
    "<h1>Wasps on the roof</h1><table><tr><td class=h>Wasps on the roof by <a href=/vespa class=user>vespa</a>: "
    "<span class=date>2024-08-02 10:00</span></td></tr><tr><td><div class=narrow>{question}</div></td></tr>"
    "</table><table>{answers}</table>",
    "<tbody class=answer><tr><td class=h>Re: Wasps on the roof by <a href='/{name}' class=user itemprop=author>"
    "{name}</a>: <span class=date>{day} 10:00</span></td></tr><tr><td><div class='narrow text'>{text}</div>"
    "</td></tr></tbody>",
)
MEMBERS = (
    "<h1>Wasps on the roof</h1><div><a href=/members/vespa>vespa</a><p>{question}</p></div><div>{answers}</div>",
    "<section><header><a href='/members/{name}'>{name}</a></header><time datetime={day}>{day}</time><p>{text}</p>"
    "</section>",
)
UNNAMED = (
    '<div class="thread-view"><h1>Wasps on the roof</h1><div class="kb">vespa</div><div>2 Aug 2024</div>'
    '<p>{question}</p></div><div class="kc">{answers}</div>',
    '<div class="kd"><div class="ke"><b>{name}</b></div><div class="kf">{day} 10:00</div><div class="kg">'
    '<p>{text}</p></div><div class="signature">Ride on. Ride on. Ride on.</div></div>',
)
PAGES = {"drupal": DRUPAL, "board": BOARD, "table": TABLE, "members": MEMBERS, "unnamed": UNNAMED}


def page(name: str, head: str = "") -> str:
    around, answer = PAGES[name]
    answers = "".join(
        answer.format(name=who, day=day, text=text) for who, day, text in zip(NAMES, DAYS, ANSWERS, strict=True)
    )
    body = around.format(question=QUESTION, answers=answers)
    menu = "".join(f"<li><a href='/{n}'>Room {n}</a></li>" for n in range(8))
    return f"<html><head><title>Wasps on the roof</title>{head}</head><body><ul>{menu}</ul>{body}</body></html>"


def posts_of(article: Article) -> list[str]:
    return [plain(block.spans) for block in article.document.blocks if isinstance(block, Heading) and block.post]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    "url",
    [
        "https://bees.example/forum/wasps-on-the-roof",
        "https://ong.example/dien-dan/ong-bap-cay.html",
        "https://bees.example/showthread.php?t=77",
        "https://forums.bees.example/a/77",
    ],
)
def test_the_text_before_the_answers_is_the_first_post(name: str, url: str) -> None:
    article = extract_article(page(name), url)

    assert article.page_kind is PageKind.THREAD
    lines = article.text.splitlines()
    assert [line for line in lines if line in (QUESTION, *ANSWERS)] == [QUESTION, *ANSWERS]
    assert [post.split(" · ")[0] for post in posts_of(article)][-3:] == list(NAMES)
    assert not {"Reply", "Ride on.", "Room 3"} & set(lines)


def test_the_first_post_has_its_poster() -> None:
    article = extract_article(page("drupal"), "https://bees.example/forum/wasps-on-the-roof")

    assert posts_of(article)[0].startswith("vespa")
    assert article.authors == ("vespa",)
    assert article.published is not None
    assert article.published.date.startswith("2024-08-02")


def test_what_only_repeats_needs_two_marks() -> None:
    url = "https://bees.example/forum/wasps"

    assert extract_article(page("unnamed"), url).page_kind is PageKind.THREAD
    assert extract_article(page("unnamed").replace("thread-view", "ka"), url).page_kind is PageKind.ARTICLE


def test_subjects_of_answers_tell_a_thread_wherever_it_lies() -> None:
    assert extract_article(page("table"), "https://bees.example/77/wasps").page_kind is PageKind.THREAD


def test_comments_of_an_article_are_none_where_nothing_says_forum() -> None:
    html = page("drupal").replace("node-forum", "node-story")
    article = extract_article(html, "https://bees.example/stories/wasps-on-the-roof")

    assert article.page_kind is PageKind.ARTICLE
    assert ANSWERS[1] not in article.text


def test_a_page_that_calls_itself_an_article_needs_two_marks() -> None:
    head = '<script type="application/ld+json">{"@type": "Article", "headline": "Wasps on the roof"}</script>'
    html = page("drupal", head).replace("node-forum", "node-story")

    assert extract_article(html, "https://bees.example/forum/wasps").page_kind is PageKind.ARTICLE
    assert extract_article(page("drupal", head), "https://bees.example/forum/wasps").page_kind is PageKind.THREAD


def test_comments_that_answer_one_another_tell_no_thread() -> None:
    html = page("table").replace("Re: Wasps on the roof", "Re: Nonsense")

    assert extract_article(html, "https://bees.example/77/wasps").page_kind is PageKind.ARTICLE


def test_a_thread_that_says_when_it_was_published_is_an_article() -> None:
    head = '<meta property="article:published_time" content="2024-08-02T10:00:00Z">'

    article = extract_article(page("drupal", head), "https://bees.example/forum/wasps")
    assert article.page_kind is PageKind.ARTICLE
    assert ANSWERS[1] not in article.text


def test_cards_beside_a_text_are_no_answers() -> None:
    cards = "".join(
        f'<div class="kd"><b>{who}</b><div>{day} 10:00</div><div>Room {n}</div></div>'
        for n, (who, day) in enumerate(zip(NAMES, DAYS, strict=True))
    )
    more = f"<p>{QUESTION} Yes.</p><p>{QUESTION} No.</p>"
    text = f"<div class='ka'><h1>Wasps</h1><p>{QUESTION}</p><div>{cards}</div>{more}</div>"
    article = extract_article(f"<html><body>{text}</body></html>", "https://bees.example/forum/wasps")

    assert article.page_kind is PageKind.ARTICLE
