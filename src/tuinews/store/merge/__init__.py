"""What a listing brings into the tables: entries new and known, and what of a known one is news."""
