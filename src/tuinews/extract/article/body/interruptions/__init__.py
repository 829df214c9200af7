"""What interrupts a text and is none of it: consent, summaries by machines, forms, players, advertisements."""
