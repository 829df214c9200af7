"""Files that go with articles: their queue, how they come, where they are put."""
