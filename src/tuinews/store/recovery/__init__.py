"""Opening the file, however it is found: whole, damaged, read-only, locked, or not there."""
