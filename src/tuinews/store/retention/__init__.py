"""Which entries are kept no longer, and how they go: what protects an entry, what is remembered of one."""
