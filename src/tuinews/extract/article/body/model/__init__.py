"""The line model: the features of each line of a page, the words that it knows, its trees."""
