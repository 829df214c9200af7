"""What is kept no longer goes after a refresh, beside all else; the list and the status line say so."""

from typing import Any

from tuinews.model.sources.retention import RetirementResult, SourceRetirement


async def test_what_was_retired_leaves_the_list_and_is_said(open_app: Any, many: Any) -> None:
    async with open_app(many) as seen:
        await seen.until(lambda: many.retention.spared)
        await seen.press("enter")
        await seen.until(lambda: seen.state.open_id is not None)
        gone = [one for one in many.entries if one != seen.state.open_id][:3]
        many.retention.going = RetirementResult((SourceRetirement(1, "A", 3, 0, 0),))
        for entry_id in gone:
            del many.entries[entry_id]

        await seen.press("R")

        await seen.wait_for("Nothing new; 3 articles were retired, as the settings say")
        assert many.retention.spared[-1] == {seen.state.open_id}
        await seen.until(lambda: not set(gone) & set(seen.state.listed_entries.ids))
