"""How the screen looks: its themes, how well they can be read, and the sheets of the user."""
