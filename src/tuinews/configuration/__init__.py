"""A settings file as a file: read by its lines, written back whole, the bounds of its values."""
