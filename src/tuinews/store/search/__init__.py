"""The full-text index, what a person typed as its match queries, and the hits in order."""
