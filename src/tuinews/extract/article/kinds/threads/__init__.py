"""Threads: whether a page is one, its posts, who wrote them when, and their blocks."""
