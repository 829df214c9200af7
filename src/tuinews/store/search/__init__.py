"""The full-text index, what a person typed as its questions, and the hits in order."""
