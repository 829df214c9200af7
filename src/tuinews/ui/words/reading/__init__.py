"""What is said of the article that is read."""
