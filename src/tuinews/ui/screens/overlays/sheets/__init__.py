"""The sheets in which a source or a folder is edited."""
