"""The article in a page's data, in the forms in which programs write it: the same four paragraphs every time."""

import json

import pytest

from tuinews.extract.article.blocks.blocks import document_from_html
from tuinews.extract.page.data.article_data import ArticleData, PageData
from tuinews.extract.page.tree import parse

TITLE = "The lighthouse of Skerra is lit again"
URL = "https://coast.example/news/lighthouse-of-skerra-lit-again"
PARAGRAPHS = (
    "The lighthouse of Skerra was lit again on Friday evening, eleven years after its lamp had been taken away.",
    "“We carried the lens up in four pieces, and not one of them was scratched,” said Ylva Norrby, who led it.",
    "The council had meant to pull the tower down in 2019; a petition with nine thousand names, most of them from "
    "people who had never seen it, changed its mind.",
    "From June on visitors may climb the hundred and ninety steps, twelve at a time, if the wind allows it.",
)
OTHER = (
    "Ferries stay in the harbour until Sunday, says the line, since the swell is too high for the small pier. " * 9
)
TEXT = "\n\n".join(PARAGRAPHS)
HTML = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
MENU = {"title": "Coast Courier", "items": [{"label": "News", "href": "/news"}, {"label": "Sport", "href": "/s"}]}


def read(body: str, titles: tuple[str, ...] = (TITLE,)) -> ArticleData | None:
    return PageData(parse(f"<html><body><div id=root></div>{body}</body></html>"), (), titles, URL).article()


def lines(body: str) -> tuple[str, ...]:
    found = read(body)
    return tuple(document_from_html(found.markup, URL).lines) if found else ()


def script(code: str) -> str:
    return f"<script>{code}</script>"


def as_json(value: object) -> str:
    return f'<script type="application/json" id="__NEXT_DATA__">{json.dumps(value)}</script>'


def state(content: object, **more: object) -> dict[str, object]:
    article = {"id": 71, "title": TITLE, "slug": "lighthouse-of-skerra-lit-again", "content": content, **more}
    return {"props": {"pageProps": {"menu": MENU, "article": article}}, "query": {"slug": "x"}, "buildId": "a1b2"}


def flight(rows: str, size: int = 60) -> str:
    """Rows of server components, cut into pushes of `size` characters wherever that is."""
    pieces = [rows[place : place + size] for place in range(0, len(rows), size)]
    pushes = "".join(script(f"self.__next_f.push({json.dumps([1, piece])})") for piece in pieces)
    return script("(self.__next_f=self.__next_f||[]).push([0])") + pushes


def text_row(name: str, text: str) -> str:
    return f"{name}:T{len(text.encode()):x},{text}"


def react(tag: str, *children: object, **attributes: object) -> list[object]:
    return ["$", tag, None, {**attributes, "children": children[0] if len(children) == 1 else list(children)}]


def devalue(value: object) -> list[object]:
    """A value as the list of its members, as Nuxt writes it."""
    members: list[object] = []

    def place(one: object) -> int:
        here = len(members)
        members.append(None)
        if isinstance(one, dict):
            members[here] = {key: place(inner) for key, inner in one.items()}
        elif isinstance(one, list):
            members[here] = [place(inner) for inner in one]
        else:
            members[here] = one
        return here

    members.append(["ShallowReactive", 1])
    place(value)
    return members


def portable(text: str, **more: object) -> dict[str, object]:
    return {
        "_type": "block",
        "style": "normal",
        "children": [{"_type": "span", "text": text, "marks": []}],
        **more,
    }


def prose_mirror(text: str) -> dict[str, object]:
    return {"type": "paragraph", "content": [{"type": "text", "text": text}]}


STATES: dict[str, object] = {
    "markup": HTML,
    "markup in an object": {"rendered": HTML, "protected": False},
    "plain text": TEXT,
    "escaped markup": HTML.replace("<", "&lt;").replace(">", "&gt;"),
    "paragraphs": list(PARAGRAPHS),
    "paragraphs of an own kind": [{"type": "paragraph", "text": text} for text in PARAGRAPHS],
    "paragraphs without a kind": [{"text": text, "position": n} for n, text in enumerate(PARAGRAPHS)],
    "portable text": [portable(text) for text in PARAGRAPHS],
    "ProseMirror": {"type": "doc", "content": [prose_mirror(text) for text in PARAGRAPHS]},
    "Slate": [{"children": [{"text": text}]} for text in PARAGRAPHS],
    "Contentful": {
        "nodeType": "document",
        "data": {},
        "content": [
            {"nodeType": "paragraph", "data": {}, "content": [{"nodeType": "text", "value": text, "marks": []}]}
            for text in PARAGRAPHS
        ],
    },
    "Lexical": {
        "root": {
            "type": "root",
            "children": [
                {"type": "paragraph", "children": [{"type": "text", "format": 0, "text": text}]}
                for text in PARAGRAPHS
            ],
        }
    },
    "Draft.js": {
        "entityMap": {},
        "blocks": [{"key": "a", "type": "unstyled", "text": text, "inlineStyleRanges": []} for text in PARAGRAPHS],
    },
    "Editor.js": {"time": 1, "blocks": [{"type": "paragraph", "data": {"text": text}} for text in PARAGRAPHS]},
    "Gutenberg": [
        {"name": "core/paragraph", "attributes": {"content": text}, "innerBlocks": []} for text in PARAGRAPHS
    ],
    "Wix": {
        "nodes": [
            {
                "type": "PARAGRAPH",
                "id": "k1",
                "nodes": [{"type": "TEXT", "textData": {"text": text, "decorations": []}}],
            }
            for text in PARAGRAPHS
        ]
    },
    "Prismic": [{"type": "paragraph", "text": text, "spans": []} for text in PARAGRAPHS],
    "Arc": [{"type": "text", "_id": "k", "content": text} for text in PARAGRAPHS],
    "blocks by their ids": {
        f"f0d5889{n}": {"type": "RICH", "value": text, "position": n} for n, text in enumerate(PARAGRAPHS)
    },
    "fields with names of their own": [{"cls": "p", "cntnt": {"mrkup": text}} for text in PARAGRAPHS],
    "text and the looks of it": [
        {"kind": "txt", "fonts": {"family": "Abel, Arial, Verdana, sans-serif"}, "text": {"value": text}}
        for text in PARAGRAPHS
    ],
    "elements of a newspaper": [
        {"__typename": "ParagraphBlock", "content": [{"__typename": "TextInline", "text": text}]}
        for text in PARAGRAPHS
    ],
    "blocks in models": [
        {
            "type": "text",
            "model": {
                "blocks": [
                    {
                        "type": "paragraph",
                        "model": {"text": text, "blocks": [{"type": "fragment", "model": {"text": text}}]},
                    }
                ]
            },
        }
        for text in PARAGRAPHS
    ],
    "a tree of HTML": {
        "type": "root",
        "children": [
            {"type": "element", "tagName": "p", "properties": {}, "children": [{"type": "text", "value": text}]}
            for text in PARAGRAPHS
        ],
    },
    "a tree of Nuxt": {"type": "minimark", "value": [["p", {}, text] for text in PARAGRAPHS]},
    "Mobiledoc": json.dumps(
        {"version": "0.3.1", "markups": [], "sections": [[1, "p", [[0, [], 0, text]]] for text in PARAGRAPHS]}
    ),
    "Quill": {"ops": [{"insert": "\n".join(PARAGRAPHS) + "\n"}]},
    "JSON in a string": json.dumps([{"type": "paragraph", "text": text} for text in PARAGRAPHS]),
    "a text in every language's field": {"sv": HTML},
}


@pytest.mark.parametrize("form", STATES)
def test_every_form_of_rich_text_is_read_by_its_paragraphs(form: str) -> None:
    assert lines(as_json(state(STATES[form]))) == PARAGRAPHS


ARTICLE = {"title": TITLE, "url": URL, "bodyHtml": HTML}
STATE = json.dumps({"user": None, "menu": MENU, "article": ARTICLE})
LITERAL = f"{{menu:{{items:[]}},draft:!1,article:{{title:'{TITLE}',n:void 0,at:new Date(17e8),body:'{HTML}'}}}}"
PLACES = {
    "an assignment": script(f"window.__PRELOADED_STATE__ = {STATE};"),
    "an assignment after others": script(f"var a=1,b={{}};window.dataLayer=[];window.__APP__={STATE};start(a)"),
    "a string of JSON": script(f"window.__INITIAL_STATE__ = JSON.parse({json.dumps(STATE)})"),
    "an assigned string": script(f"window.__STATE__={json.dumps(STATE)};"),
    "a literal of JavaScript": script(f"window.__DATA__={LITERAL};"),
    "an argument": script(f"kit.start(app, element, {{node_ids: [0, 2], data: [null,{LITERAL}], form: null}});"),
    "the call of a function": script(
        'window.__NUXT__=(function(a,b,c){c.body=b;c.tags=[];return {layout:"default",data:[{article:c}],'
        f"error:a}}}}(null,{json.dumps(HTML)},{{title:{json.dumps(TITLE)}}}));"
    ),
    "a list of members": as_json(devalue(ARTICLE)),
    "a response in a string": as_json({"status": 200, "headers": {}, "body": json.dumps({"post": ARTICLE})}),
    "an attribute": f"<div data-page='{STATE}'></div>".replace("’", "&#39;"),
    "the state of Angular": '<script type="application/json">'
    + STATE.replace("&", "&a;").replace('"', "&q;").replace("<", "&l;").replace(">", "&g;")
    + "</script>",
    "a stream of React Router": script(
        "window.__reactRouterContext.streamController.enqueue("
        + json.dumps(
            json.dumps([{"_1": 2}, "article", {"_3": 4, "_5": 6}, "title", TITLE, "bodyHtml", HTML]) + "\n"
        )
        + ");"
    ),
    "a list of settings and layout": as_json(
        {
            "i18n": {
                "denied": "You may not see this page, please sign in.",
                "owned": "You own this product already.",
            },
            "messages": {
                f"k{n}": f"The message number {n} tells of something else, and so it is none." for n in range(30)
            },
            "layout": {
                "side": [{"kind": "box", "teasers": [{"title": "F", "url": "/f", "text": OTHER[:200]}] * 3}],
                "main": {"rows": [{"cells": [{"content": HTML}]}]},
            },
        }
    ),
    "a post that is sent as a newsletter": script(
        f"window._preloads = JSON.parse({json.dumps(json.dumps({'post': {'type': 'newsletter', **ARTICLE}}))})"
    ),
    "a comment": f'<script type="application/json"><!--{STATE}--></script>',
    "escaped as an address": script(
        'window.S=JSON.parse(decodeURIComponent("' + "".join(f"%{b:02X}" for b in STATE.encode()) + '"))'
    ),
    "rows of server components": flight(
        '1:I[4,[],""]\n' + text_row("c", HTML) + "2:" + json.dumps({"title": TITLE, "html": "$c"}) + "\n"
    ),
    "elements of server components": flight(
        '0:["$","main",null,{"className":"a b","children":"$L3"}]\n'
        + "3:"
        + json.dumps(react("div", *[react("p", text) for text in PARAGRAPHS]))
        + "\n"
    ),
    "parts that are named": script(
        "window.__APOLLO_STATE__="
        + json.dumps(
            {
                "Post:1": {
                    "id": "1",
                    "title": TITLE,
                    "content": {"paragraphs": [{"__ref": f"P:{n}"} for n in "2013"]},
                },
                **{
                    f"P:{n}": {"type": "P", "text": PARAGRAPHS[m]}
                    for n, m in zip("3102", (3, 2, 1, 0), strict=True)
                },
            }
        )
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_the_text_is_found_wherever_a_page_keeps_it(place: str) -> None:
    assert lines(PLACES[place]) == PARAGRAPHS


def test_of_several_articles_the_one_with_the_title_of_the_page_is_read() -> None:
    others = [
        {"title": f"Ferries stay in harbour {n}", "url": f"/f/{n}", "body": f"<p>{OTHER}</p>"} for n in range(4)
    ]
    assert lines(as_json({"latest": others, "feed": [*others, ARTICLE], "cache": {"71": ARTICLE}})) == PARAGRAPHS


def test_of_a_redux_state_the_one_with_the_address_of_the_page_is_read() -> None:
    posts = {str(n): {"slug": f"ferries-{n}", "title": {"rendered": "F"}, "content": OTHER} for n in range(4)}
    wanted = {"slug": URL.rsplit("/", 1)[1], "title": {"rendered": "L"}, "content": {"rendered": HTML}}
    assert lines(script(f"var state = {json.dumps({'posts': {**posts, '9': wanted}})};")) == PARAGRAPHS


def test_what_a_text_says_of_itself_is_told_in_the_words_of_schema_org() -> None:
    more = {
        "authors": [{"name": "Ylva Norrby"}, {"node": {"name": "Per Dal"}}],
        "publishedAt": "2025-03-04T10:00:00Z",
    }
    found = read(as_json(state(HTML, **more)))
    assert found is not None
    assert found.is_named
    assert found.node["headline"] == TITLE
    assert found.node["author"] == [
        {"@type": "Person", "name": "Ylva Norrby"},
        {"@type": "Person", "name": "Per Dal"},
    ]
    assert found.node["datePublished"] == "2025-03-04T10:00:00Z"


def test_headings_lists_quotes_pictures_and_marks_are_kept() -> None:
    blocks = [
        portable(PARAGRAPHS[0]),
        {"_type": "block", "style": "h3", "children": [{"_type": "span", "text": "The steps"}]},
        {
            "_type": "block",
            "listItem": "bullet",
            "level": 1,
            "children": [{"_type": "span", "text": "One hundred"}],
        },
        {
            "_type": "block",
            "listItem": "bullet",
            "level": 1,
            "children": [{"_type": "span", "text": "And ninety"}],
        },
        {"_type": "image", "asset": {"url": "https://coast.example/i.jpg"}, "caption": "The lens, and its keeper"},
        {
            "_type": "block",
            "style": "blockquote",
            "markDefs": [{"_key": "k", "_type": "link", "href": "https://coast.example/ylva"}],
            "children": [
                {"_type": "span", "text": "Not one was "},
                {"_type": "span", "text": "scratched", "marks": ["strong", "k"]},
            ],
        },
        {"_type": "relatedArticles", "items": [{"title": "Ferries stay in harbour", "text": OTHER}]},
        portable(PARAGRAPHS[2]),
        portable(PARAGRAPHS[3]),
    ]
    found = read(as_json(state(blocks)))
    assert found is not None
    document = document_from_html(found.markup, URL)
    kinds = [type(block).__name__ for block in document.blocks]
    assert kinds == ["Paragraph", "Heading", "List", "Figure", "Quote", "Paragraph", "Paragraph"]
    assert document.captions == ["The lens, and its keeper"]
    assert not any("Ferries" in line for line in document.lines)


def test_marked_ranges_become_links_and_bold_words() -> None:
    blocks = [
        {
            "type": "unstyled",
            "text": text,
            "inlineStyleRanges": [{"offset": 4, "length": 10, "style": "BOLD"}],
            "entityRanges": [{"offset": 0, "length": 3, "key": 0}],
        }
        for text in PARAGRAPHS
    ]
    entities = {"0": {"type": "LINK", "data": {"url": "https://coast.example/x"}}}
    found = read(as_json(state({"blocks": blocks, "entityMap": entities})))
    assert found is not None
    assert found.markup.startswith('<p><a href="https://coast.example/x">The</a> <strong>lighthouse</strong> of')


def test_markdown_is_read_by_its_signs() -> None:
    text = (
        f"## Again\n\n{PARAGRAPHS[0]}\n\n- **One** hundred\n- And [ninety](https://coast.example/90)\n\n"
        + "\n\n".join(PARAGRAPHS[1:])
    )
    assert lines(as_json(state(text))) == ("Again", PARAGRAPHS[0], "One hundred", "And ninety", *PARAGRAPHS[1:])


@pytest.mark.parametrize(
    "value",
    [
        {"translations": {str(n): OTHER for n in range(9)}},
        {"consent": {"text": OTHER}},
        {"comments": [{"text": OTHER}]},
        {"css": "body { margin: 0; } .a { color: red; }" * 40},
        {"menu": MENU},
        {"authors": [{"bio": OTHER}]},
    ],
)
def test_what_is_no_article_is_none(value: object) -> None:
    assert read(as_json(value)) is None


def test_a_text_is_not_repeated_for_its_summary_and_its_other_form() -> None:
    value = {
        "title": TITLE,
        "lead": PARAGRAPHS[0],
        "plaintext": TEXT,
        "html": HTML,
        "blocks": STATES["portable text"],
    }
    assert lines(as_json({"post": value})) == PARAGRAPHS


def test_values_that_hold_themselves_end() -> None:
    rows = '1:["$","div",null,{"children":["$1","$2"]}]\n2:{"a":"$1","b":"$2"}\n'
    assert (
        read(flight(rows) + script('window.A={"P:1":{"x":{"__ref":"P:1"},"y":[{"__ref":"P:1"}]}}' + " " * 200))
        is None
    )
