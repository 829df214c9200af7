"""What lists hold, in which order, and how much."""
