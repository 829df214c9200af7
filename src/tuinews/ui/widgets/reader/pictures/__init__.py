"""The pictures of an article: where there is room for them, and what is drawn there."""
