"""How one begins with an empty library: the welcome, and the sets of sources that it offers."""
