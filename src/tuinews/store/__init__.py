"""The shelf: alone knows sqlite3. `store.Store` is its only door.

Nothing is lost here: every write is one transaction, every mark is on the disk before it is acknowledged, and a
damaged file is moved aside and its rows saved, never dropped.
"""
