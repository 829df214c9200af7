"""Sources: found at an address, refreshed, read from lists, and followed to their older entries."""
