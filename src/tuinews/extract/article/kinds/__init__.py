"""Tells what kind a page is by its structure, and gives each kind its few rules."""
