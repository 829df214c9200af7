"""Articles that were saved in other programs, brought into the library."""
