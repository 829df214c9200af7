"""What is known of any page before its kind matters: its tree, its lines, its tags, what it declares of itself."""
