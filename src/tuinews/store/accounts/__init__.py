"""Accounts on servers: what of a library is also there, and which marks the servers have not taken yet."""
