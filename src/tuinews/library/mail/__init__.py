"""Folders of mail as sources: read where they lie, never changed, and only what is new in them."""
