"""Styles that are remembered are those that Textual would work out anew."""

from typing import Any

from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

Looks = dict[str, RulesMap]


def looks(node: DOMNode) -> Looks:
    """The rules of a widget and of its parts."""
    parts = {name: node._component_styles[name].base.get_rules() for name in node._get_component_classes()}
    return {"": node.styles.base.get_rules(), **parts}


def differing(app: Any) -> list[str]:
    """The widgets to which Textual's own sheets give other styles than they have."""
    plain = Stylesheet(variables=app.get_css_variables())
    plain.source = dict(app.stylesheet.source)
    plain.parse()
    wrong = []
    for node in [app, *app.screen.walk_children(with_self=True)]:
        given = looks(node)
        node._component_styles = {}
        plain.apply(node)
        wrong += [f"{node} {name}" for name, rules in looks(node).items() if rules != given[name]]
    app.stylesheet.update(app.screen)
    return wrong


async def test_remembered_styles_are_those_that_would_be_found_anew(open_app: Any, library: Any) -> None:
    async with open_app(library, size=(120, 40)) as seen:
        assert not differing(seen.app), "at the start"
        for key in ("tab", "enter", "z", "z", "v", "slash", "escape", "question_mark", "escape", "E"):
            await seen.press(key)
            assert not differing(seen.app), key
        seen.app.theme = "nord"
        await seen.settle()
        assert not differing(seen.app), "another theme"
        await seen.press("escape")
        assert not differing(seen.app), "the list in another theme"


async def test_a_part_is_worked_out_when_it_is_drawn_and_follows_the_state_of_its_widget(
    open_app: Any, library: Any
) -> None:
    async with open_app(library) as seen:
        listed = seen.state.entry_list
        cursor = "entry-list--cursor"
        with_keys = listed.get_component_styles(cursor).background
        await seen.press("shift+tab")
        assert listed.get_component_styles(cursor).background != with_keys
        await seen.press("tab")
        assert listed.get_component_styles(cursor).background == with_keys
        assert "reader--quote" not in dict.keys(seen.state.reader._component_styles)
