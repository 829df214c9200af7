"""What the screen was like when it was left."""
