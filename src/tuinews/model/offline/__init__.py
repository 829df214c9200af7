"""What is taken along to be read without a network."""
