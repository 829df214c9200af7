"""Bytes to text, whatever the page says of itself, and Vietnamese that was written for fonts of its own."""

from tuinews.charset.charset import decode

__all__ = ["decode"]
