"""The nouns: frozen, slotted dataclasses on the standard library alone.

Atom's words for fields (RFC 4287: entry, published, updated, summary, content, enclosure).
"""
