"""What a person wrote and marked in articles: notes, and passages that are highlighted."""
