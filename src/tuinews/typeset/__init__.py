"""Typesetting: an article and a width in, lines with roles out; no colours, no screen library."""
