"""The terminal itself: what it sends, what is written to it, how it is taken and given back, its colours."""
