"""A library in memory, for tests of the screen."""

from fake_annotations import FakeTags
from fake_articles import FakeArticles
from fake_sources import FakeSources
from fake_standing import FakeStanding


class FakeLibrary(FakeStanding, FakeTags, FakeArticles, FakeSources):
    """A `LibraryProtocol` in dictionaries."""
