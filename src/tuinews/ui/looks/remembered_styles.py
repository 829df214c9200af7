"""Styles that are worked out once for all widgets that look alike to the sheets, and for their parts when drawn.

Textual matches every rule with every widget, and with each part of it that has a style of its own, whenever a
class changes; three quarters of that are parts, most of them of panes that show none of them. What a rule can ask
of a widget are the types, names, classes and states on the way from the app down to it: for a way that was there
before, the rules are known.
"""

from collections.abc import Iterable
from typing import Any

from textual.css.styles import RenderStyles, RulesMap
from textual.dom import DOMNode

from tuinews.ui.stylesheets import ParsedOnce

_Way = tuple[Any, ...]
"""What the sheets can ask of a widget and of those that it is in."""

_Known = dict[_Way, RulesMap]

_known: dict[tuple[Any, ...], _Known] = {}
"""By the sheets and their variables: they are the same for every app of a process."""

_MOST_SHEETS = 16
"""Sheets with variables whose rules are remembered: each theme, and each overlay that came, makes others."""


class RememberedStyles(ParsedOnce):
    """Textual's sheets, which remember what they gave to a widget of the same kind in the same place."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._applied: _Known = {}
        self._states: frozenset[str] = frozenset()
        self._ways: dict[DOMNode, _Way] | None = None

    def parse(self) -> None:
        """Textual's: parse what has come; what was remembered holds for the sheets that there were."""
        super().parse()
        sheets = tuple((place, *source) for place, source in self.source.items())
        key = (frozenset(self._variables.items()), sheets)
        self._applied = _known.setdefault(key, {})
        if len(_known) > _MOST_SHEETS:
            del _known[next(iter(_known))]
        self._states = frozenset().union(*(rule.pseudo_classes for rule in self._rules or ()))

    def update_nodes(self, nodes: Iterable[DOMNode], animate: bool = False) -> None:
        """Textual's: give widgets their styles; no class and no state changes meanwhile."""
        self._ways = {}
        try:
            super().update_nodes(nodes, animate)
        finally:
            self._ways = None

    def apply(
        self, node: DOMNode, *, animate: bool = False, cache: dict[tuple[Any, ...], RulesMap] | None = None
    ) -> None:
        """Textual's: give a widget its styles. What Textual remembers during one update is remembered for good."""
        _ = self.rules  # parsed by now
        super().apply(node, animate=animate, cache=_RememberedRules(self, node))

    def _process_component_classes(self, node: DOMNode) -> None:
        """Textual's: give a widget the styles of its parts, each when it is asked for; those that were there
        already are compared, and the widget drawn anew where one changes."""
        names = node._get_component_classes()
        if names:
            before, now = node._component_styles, _PartStyles(self, node, frozenset(names))
            node._component_styles = now
            if any(now[name] != styles for name, styles in before.items() if name in names):
                node.refresh()

    def known_rules(self, node: DOMNode) -> RulesMap | None:
        """What a widget such as `node` was given, None if there was none yet."""
        return self._applied.get(self._way_to(node))

    def remember(self, node: DOMNode, rules: RulesMap) -> None:
        """Remember what a widget such as `node` is given."""
        self._applied[self._way_to(node)] = rules

    def _way_to(self, node: DOMNode) -> _Way:
        known = self._ways.get(node) if self._ways is not None else None
        if known is not None:
            return known
        checks: dict[str, Any] = node._PSEUDO_CLASSES
        states = tuple(name for name in self._states if name in checks and checks[name](node))
        parent = node._parent
        above = self._way_to(parent) if isinstance(parent, DOMNode) else ()
        way = (above, type(node), node._id, node.classes, states)
        if self._ways is not None:
            self._ways[node] = way
        return way


class _RememberedRules(dict[tuple[Any, ...], RulesMap]):
    """Where Textual looks for the rules of one widget, by keys of its own that hold for one update."""

    def __init__(self, sheets: RememberedStyles, node: DOMNode) -> None:
        self._sheets, self._node = sheets, node

    def get(self, key: Any, default: Any = None) -> Any:
        """What a widget such as this one was given."""
        return self._sheets.known_rules(self._node)

    def __setitem__(self, key: Any, rules: RulesMap) -> None:
        self._sheets.remember(self._node, rules)


class _PartStyles(dict[str, RenderStyles]):
    """The styles of a widget's parts, each worked out when it is asked for."""

    def __init__(self, sheets: RememberedStyles, node: DOMNode, names: frozenset[str]) -> None:
        self._sheets, self._node, self._names = sheets, node, names

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __missing__(self, name: str) -> RenderStyles:
        part = DOMNode(classes=name)
        part._attach(self._node)
        self._sheets.apply(part)
        self[name] = part.styles
        return part.styles
