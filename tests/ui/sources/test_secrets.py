"""What is secret in an address is not shown on the screen."""

from typing import Any

from fake_library import FakeLibrary

from tuinews.model.source import Source, SourceKind
from tuinews.ui.screens.commands.reader.external import open_address
from tuinews.ui.screens.overlays.adding.rows import offers
from tuinews.ui.words.sources import adding


def test_an_address_that_is_typed_is_offered_without_its_password() -> None:
    [offer] = offers("https://ana:s3same@a.example/rss?token=t0ken", [])
    assert offer.words == "Add https://ana:•••@a.example/rss?token=•••"
    assert "s3same" in str(offer.value)
    assert adding.checking("https://ana:s3same@a.example/") == "Checking https://ana:•••@a.example/…"


async def test_what_is_opened_in_the_browser_is_told_without_its_password(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        open_address(seen.state, "https://ana:s3same@a.example/")
        await seen.wait_for("https://ana:•••@a.example/")
        assert "s3same" not in seen.text


async def test_a_source_without_a_name_is_listed_by_its_address_without_the_password(open_app: Any) -> None:
    library = FakeLibrary([Source(1, SourceKind.FEED, "", "https://ana:s3same@a.example/rss")])
    async with open_app(library, (220, 30)) as seen:
        await seen.wait_for("https://ana:•••@a.examp")
        assert "s3same" not in seen.text
