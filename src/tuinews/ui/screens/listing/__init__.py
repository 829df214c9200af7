"""What is listed, and the work with the library."""
