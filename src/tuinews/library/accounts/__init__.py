"""Accounts on servers: their protocols, and how a library is kept in step with one."""
