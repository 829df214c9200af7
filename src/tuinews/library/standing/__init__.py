"""Queries that stand: what the library does with saved views."""
