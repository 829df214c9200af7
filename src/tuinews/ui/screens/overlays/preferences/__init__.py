"""What comes over the screen to change how the program works and looks."""
