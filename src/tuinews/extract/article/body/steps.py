"""Steps of a recipe or a guide whose numbers stand in elements of their own."""

import re

from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.tags import Trait

LEAST_STEPS = 3
"""Steps from which they are a series and no numbers by chance."""

LEAST_STEP, LONGEST_NUMBER = 30, 12
"""Letters of a step, and of the line with its number."""

LEAST_CHANCE = 0.3
"""Mean probability of the steps from which they are text; numbered teasers ("most read") have less."""

_HEADING = int(Trait.HEADING)
_NUMBER = re.compile(
    r"(?:(?:step|schritt|étape|paso|passo|stap|steg|trin|krok|шаг|bước|langkah|adım)\s*)?0?(\d{1,2})[.):]?", re.I
)


def step_lines(page_lines: PageLines, chances: list[float]) -> set[int]:
    """The lines after lines that count from one on, each with nothing but its number."""
    lines = page_lines.lines
    found, run = set[int](), list[int]()
    for place in range(len(lines) - 1):
        number = _NUMBER.fullmatch(lines[place].text) if lines[place].size <= LONGEST_NUMBER else None
        step = lines[place + 1]
        if number is None or step.size < LEAST_STEP or step.linked or page_lines.traits[step.element] & _HEADING:
            continue
        if int(number[1]) != len(run) + 1:
            found |= _as_text(run, chances)
            run = []
        if int(number[1]) == len(run) + 1:
            run.append(place + 1)
    return found | _as_text(run, chances)


def _as_text(run: list[int], chances: list[float]) -> set[int]:
    enough = len(run) >= LEAST_STEPS and sum(chances[place] for place in run) >= LEAST_CHANCE * len(run)
    return set(run) if enough else set()
