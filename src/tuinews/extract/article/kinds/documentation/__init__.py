"""Documentation: which element holds its text, and what in there is of the text."""
