"""The library: the only package that uses web, extract and store, and everything that a screen or a command may
ask."""
