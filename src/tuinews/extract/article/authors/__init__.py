"""The authors of an article: what the page declares to machines, and what it displays to readers."""
