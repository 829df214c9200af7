"""What the screen says of queries that stand."""
