"""The store: the only package that uses sqlite3. `store.Store` is its interface.

Nothing is lost here: every write is one transaction, every mark is on the disk before it is acknowledged, and a
damaged file is moved aside and its rows saved, never dropped.
"""
