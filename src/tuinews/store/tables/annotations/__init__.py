"""What a person wrote and marked in articles, a file a table."""
