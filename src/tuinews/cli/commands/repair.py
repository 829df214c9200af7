"""`tuinews repair`: where the text stands on the pages of a source, where it is not found right."""

import argparse

from tuinews.address import masked
from tuinews.cli.commands.sources import repair_to_json
from tuinews.cli.output import print_json, print_lines, report
from tuinews.cli.session import identifier, with_library
from tuinews.cli.words import sources as messages
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.model.article import SelectorRule
from tuinews.model.source import Source
from tuinews.text import clean_line


def run(arguments: argparse.Namespace) -> int:
    """Set what is given, clear, or say how the source is read now; then print how it is read."""
    changes = arguments.body is not None or arguments.drop is not None
    if arguments.clear and changes:
        report(_(messages.REPAIR_CONFLICT))
        return 2
    source = with_library(arguments, lambda library: _repaired(library, arguments, changes=changes))
    if arguments.json:
        print_json({"id": source.id, "url": masked(source.url), "repair": repair_to_json(source.selector_rule)})
    else:
        print_lines(_as_lines(source))
    return 0


async def _repaired(library: Library, arguments: argparse.Namespace, *, changes: bool) -> Source:
    source = await library.source(identifier(arguments.source))
    if not (changes or arguments.clear):
        return source
    known = SelectorRule() if arguments.clear or source.selector_rule is None else source.selector_rule
    rule = SelectorRule(
        known.body if arguments.body is None else arguments.body or None,
        known.drop if arguments.drop is None else arguments.drop or None,
    )
    await library.set_selector_rule(source.id, rule if rule != SelectorRule() else None)
    return await library.source(source.id)


def _as_lines(source: Source) -> list[str]:
    title = clean_line(source.title)
    if source.selector_rule is None:
        return [messages.no_rule(title)]
    selectors = (("body", source.selector_rule.body), ("drop", source.selector_rule.drop))
    return [title, *(f"  {name}  {clean_line(selector)}" for name, selector in selectors if selector)]
