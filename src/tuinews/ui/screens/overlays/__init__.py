"""What comes over the reading screen for a while: help, palette, adding sources, the welcome."""
