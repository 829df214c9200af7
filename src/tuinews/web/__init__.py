"""Fetching: within limits, and only to addresses that are allowed.

The only package that uses the HTTP library; `fetcher.Fetcher` is its interface.
"""
