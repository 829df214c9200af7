"""What the conversation understands and says: each room's table of words, and its sentences."""
