"""Sheets that are parsed: without what is for their readers they say the same."""

from pathlib import Path
from typing import Any

import pytest
from textual import widgets
from textual.app import App
from textual.css.parse import parse
from textual.css.tokenize import tokenize_values
from textual.screen import Screen
from textual.widget import Widget

from tuinews.ui.looks.theme import DEFAULT_VARIABLES
from tuinews.ui.stylesheets import compact, stylesheet

OURS = sorted(stylesheet("app").parent.glob("*.tcss"))
THEIRS = [
    App,
    Screen,
    Widget,
    *(getattr(widgets, name) for name in ("Button", "Input", "OptionList", "Static", "Tabs")),
]


def rules_of(css: str) -> list[Any]:
    """What a sheet says, rule by rule."""
    rules = parse("", css, ("", ""), variable_tokens=tokenize_values({**VARIABLES, **DEFAULT_VARIABLES}))
    return [repr((rule.selector_set, rule.styles.get_rules(), len(rule.errors))) for rule in rules]


VARIABLES = App().get_css_variables()


@pytest.mark.parametrize("path", OURS, ids=[path.stem for path in OURS])
def test_our_sheets_say_the_same_without_comments_and_white_space(path: Path) -> None:
    css = path.read_text("utf-8")
    assert rules_of(css) == rules_of(compact(css))
    assert len(compact(css)) < len(css)


@pytest.mark.parametrize("kind", THEIRS, ids=[kind.__name__ for kind in THEIRS])
def test_textuals_own_sheets_do_too(kind: Any) -> None:
    assert rules_of(kind.DEFAULT_CSS) == rules_of(compact(kind.DEFAULT_CSS))


def test_what_means_something_stays() -> None:
    css = "A  >  B :hover ,\nC:focus {\n  border : heavy red ;\n  /* why: { */ width: 1fr;\n}"
    assert compact(css) == "A>B :hover,C:focus{border :heavy red;width:1fr;}"
    assert compact("A { width: 1; } # to its end\nB { width: 2; }").endswith("\nB { width: 2; }")
