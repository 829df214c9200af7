"""The title of an article: the vote of what a page calls itself, less the site's name."""
