"""Content codings, undone in small steps: what a body is packed in, told by its bytes."""
