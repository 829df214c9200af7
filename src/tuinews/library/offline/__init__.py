"""What is fetched to be read without a network."""
