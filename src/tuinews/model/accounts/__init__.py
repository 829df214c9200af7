"""Accounts on servers that keep one person's reading."""
