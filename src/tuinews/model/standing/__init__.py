"""Queries that stand: kept in the library and asked again and again, without being typed."""
