"""The guide as a source: in the language that is spoken, its name on it too."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tuinews.cli.commands.guide import open_guide
from tuinews.library.library import Library
from tuinews.model.view import View
from tuinews.settings import Settings


@pytest.mark.parametrize(("lang", "name"), [("en", "The tuinews guide"), ("vi", "Hướng dẫn tuinews")])
async def test_the_guide_has_one_name_in_one_language(
    tmp_path: Path, speak: Callable[[str], str], lang: str, name: str
) -> None:
    speak(lang)
    library = await Library.open(tmp_path, Settings())
    source = await open_guide(library)
    assert source.title == name
    ids = await library.entry_ids(View(source_id=source.id))
    kept = [await library.article(entry_id) for entry_id in ids]
    await library.close()
    assert len(kept) >= 9
    assert {(one.article.lang, one.article.site) for one in kept if one} == {(lang, name)}
