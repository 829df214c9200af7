"""Headings of a text and what stands under them, told by their place in its box."""
