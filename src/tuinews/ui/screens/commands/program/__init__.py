"""What the keys do with the program itself: panels over it, the language that it speaks, the terminal it is in."""
