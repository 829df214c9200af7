"""One article: opened, fetched, kept, and read another way."""
