"""Telling somebody who does not look: what is new where that was wanted, and which sources died."""
