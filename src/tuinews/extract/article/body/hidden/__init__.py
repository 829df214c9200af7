"""What of a text is not shown at first: copies for screen readers, and panels that a click opens."""
