"""JSON Feed."""
