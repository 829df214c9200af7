"""Which lines of a page are the article: a learnt model, and what structure says for or against it."""
