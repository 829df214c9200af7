"""What a person wrote and marked in articles: notes and highlights."""
