"""Pictures on the screen: drawn in cells, off the loop."""
