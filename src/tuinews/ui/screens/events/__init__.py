"""What the screen does when its widgets tell of something; `reading.py` has the table of what answers what."""
