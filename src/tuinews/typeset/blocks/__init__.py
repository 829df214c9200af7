"""Each kind of block as rows of a width."""
