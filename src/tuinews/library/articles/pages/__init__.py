"""Pages as articles: fetched, printed on several, saved by a browser, read by rules of their own."""
