"""When an article was published: what the page declares, displays, and has in its address."""
