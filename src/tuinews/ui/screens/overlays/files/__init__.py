"""What comes over the screen for files that go with articles."""
