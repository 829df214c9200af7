"""A refresh is told as often as one can read, its latest step too."""

from dataclasses import replace
from typing import Any

from tuinews.model.refresh import RefreshProgress
from tuinews.ui.screens.progress_teller import ProgressTeller


async def test_of_many_steps_the_first_and_the_latest_are_told(open_app: Any, library: Any) -> None:
    told: list[int] = []
    async with open_app(library) as seen:
        teller = ProgressTeller(seen.state, lambda progress: told.append(progress.articles_done))
        step = RefreshProgress(1, 1, articles_total=100)
        for number in range(100):
            teller(replace(step, articles_done=number))
        assert told == [0]
        await seen.until(lambda: told[-1] == 99, "the latest")
        assert told == [0, 99]
        await seen.until(lambda: teller._timer is None, "rest")
        teller(replace(step, articles_done=100))
        assert told[-1] == 100
        teller(replace(step, articles_done=101))
        teller.end()
        teller(replace(step, articles_done=102))
        assert told == [0, 99, 100]
