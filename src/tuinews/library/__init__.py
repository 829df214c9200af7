"""The desk: the only room that knows web, extract and store, and all that a screen or a command may ask."""
