"""Connections: names to addresses, which of them are allowed, through which proxy, whose certificate counts."""
