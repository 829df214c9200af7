"""Reads web pages and feeds: pure functions from text to frozen values, without network, clock or disk.

`article` extracts the article of a page, `listing` the articles that a page lists, `feed` reads feeds and
sitemaps, `dates` reads dates, and `page` has what they share. This package alone uses selectolax.
"""
