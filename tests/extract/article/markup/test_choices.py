"""The answers of a quiz are text, however its controls are set; what a form asks for the site is none."""

import pytest

from tuinews.extract.article import extract_article

OPENING = (
    "The old mill on the river turned its wheel for the last time in March, and the miller locked the door "
    "behind him without a word to anyone, so here is what is left to know of it."
)
QUESTIONS = {
    "How many stones did the mill have?": ("Two", "Four of granite", "None at all"),
    "Who built the wheel?": ("A joiner of the town", "The miller", "Nobody knows"),
}


def _page(body: str) -> str:
    head = "<head><title>How well do you know the mill?</title></head>"
    return (
        f"<html lang=en>{head}<body><main><article><h1>How well do you know the mill?</h1>{body}</article></main>"
    )


def _inside(place: int, answer: str) -> str:
    return f'<label><input type=radio name="q{place}"> {answer}</label>'


def _beside(place: int, answer: str) -> str:
    name = f"q{place}-{answer[:3]}"
    return f'<input type=checkbox id="{name}"><label for="{name}"><span>{answer}</span></label>'


def _fieldsets(answer: object, wrap: str) -> str:
    assert callable(answer)
    return "".join(
        f"<fieldset><legend>{place}. {asked}</legend>"
        + "".join(f"<{wrap}>{answer(place, one)}</{wrap}>" for one in answers)
        + "</fieldset>"
        for place, (asked, answers) in enumerate(QUESTIONS.items(), 1)
    )


def _headed(answer: object) -> str:
    assert callable(answer)
    return "".join(
        f"<h3>{place}. {asked}</h3><ul>" + "".join(f"<li>{answer(place, one)}</li>" for one in answers) + "</ul>"
        for place, (asked, answers) in enumerate(QUESTIONS.items(), 1)
    )


@pytest.mark.parametrize(
    "quiz",
    [
        f"<form class=quiz>{_fieldsets(_inside, 'div')}<button>Check</button></form>",
        f"<form>{_fieldsets(_beside, 'p')}<input type=submit value=Check></form>",
        _fieldsets(_inside, "span"),
        _headed(_inside),
        f"<form>{_headed(_beside)}</form>",
    ],
)
def test_the_answers_of_a_quiz_are_text(quiz: str) -> None:
    lines = extract_article(_page(f"<p>{OPENING}</p>{quiz}")).text.split("\n")
    wanted = [OPENING]
    for place, (asked, answers) in enumerate(QUESTIONS.items(), 1):
        wanted += [f"{place}. {asked}", *answers]
    assert lines == wanted


@pytest.mark.parametrize(
    "form",
    [
        "<form><p>Was this page helpful to you?</p><label><input type=radio name=h> Yes, it was</label>"
        "<label><input type=radio name=h> No, not at all</label></form>",
        "<form><fieldset><legend>Sort the comments by</legend><label><input type=radio name=s> Newest</label>"
        "<label><input type=radio name=s> Oldest</label></fieldset><fieldset><legend>Show of them</legend>"
        "<label><input type=radio name=c> All comments</label><label><input type=radio name=c> Mine alone</label>"
        "</fieldset></form>",
        "<form><p>Which letters do you want?</p><label><input type=checkbox name=l> The morning letter</label>"
        "<label><input type=checkbox name=l> The evening letter</label><p>How often do you want them?</p>"
        "<label><input type=radio name=o> Daily</label><label><input type=radio name=o> Weekly</label>"
        "<input type=email><button>Sign up</button></form>",
        f"<aside>{_fieldsets(_inside, 'div')}</aside>",
        f'<div class="related-polls">{_fieldsets(_inside, "div")}</div>',
    ],
)
def test_what_can_be_chosen_in_a_form_of_the_site_is_no_text(form: str) -> None:
    rest = "For a year the council argued about the roof, but nobody asked the people who bring their grain."
    article = extract_article(_page(f"<p>{OPENING}</p><p>{rest}</p>{form}"))
    assert rest in article.text
    assert not any(word in article.text for word in ("at all", "Oldest", "letter", "Weekly", "granite"))
