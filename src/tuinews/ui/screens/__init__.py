"""What fills the terminal: the reading screen, and those that come over it for a while."""
