"""What the keys do in the list of entries: moving, marking, searching, exporting, asking for older ones."""
