"""The links of an article: numbers, letters, clicks, and what is done with the one that is chosen."""
