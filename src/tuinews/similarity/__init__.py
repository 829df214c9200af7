"""Likeness: whether two entries tell the same story. Pure: words in, numbers and a yes or no out."""
