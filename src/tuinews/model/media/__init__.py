"""Files that go with articles."""
