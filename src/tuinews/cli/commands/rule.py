"""`tuinews rule`: what is done to articles as they arrive."""

import argparse
from typing import Any

from tuinews.cli.output import print_json, print_lines
from tuinews.cli.queries import query_mistakes, tell_mistyped, typed_query
from tuinews.cli.session import with_library
from tuinews.cli.words import standing as messages
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.model.standing.queries import ArrivalRule
from tuinews.text import clean_line


def run(arguments: argparse.Namespace) -> int:
    """Do what is asked with rules."""
    if arguments.what == "list":
        return _listed(arguments)
    if arguments.what == "remove":
        rule = with_library(arguments, lambda library: library.remove_rule(arguments.number))
        print_json(rule_to_json(rule)) if arguments.json else print_lines([rule_line(rule)])
        return 0
    query = typed_query(arguments.query)
    with query_mistakes(query) as told:
        rule_or_none, count = with_library(arguments, lambda library: _tried(library, arguments, query))
        if arguments.json:
            print_json((rule_to_json(rule_or_none) if rule_or_none else {}) | {"articles": count})
        else:
            shown = [rule_line(rule_or_none)] if rule_or_none else []
            print_lines([*shown, messages.would_touch(clean_line(query), count)])
        if not count:
            tell_mistyped(query)
    return told.status


def _listed(arguments: argparse.Namespace) -> int:
    rules = with_library(arguments, Library.rules)
    if arguments.json:
        print_json([rule_to_json(rule) for rule in rules])
    else:
        print_lines([rule_line(rule) for rule in rules] or [_(messages.NO_RULES)])
    return 0


async def _tried(library: Library, arguments: argparse.Namespace, query: str) -> tuple[ArrivalRule | None, int]:
    """How many articles that are there a rule finds; the rule, where it is to be kept."""
    count = await library.found_count(query)
    kept = await library.add_rule(arguments.action, query) if arguments.what == "add" else None
    return kept, count


def rule_to_json(rule: ArrivalRule) -> dict[str, Any]:
    """A rule as `rule list --json` prints it."""
    return {"id": rule.id, "action": rule.action.value, "tag": rule.tag or None, "query": rule.query}


def rule_line(rule: ArrivalRule) -> str:
    """A rule as a line for people, as it is typed."""
    action = f"{rule.action.value}={rule.tag}" if rule.tag else rule.action.value
    return f"{rule.id:>4}  {clean_line(action)}  {clean_line(rule.query)}"
