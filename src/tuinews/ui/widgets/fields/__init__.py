"""What is typed or chosen: the lines of prompts, fields of forms, lists to choose from, numbers before a key."""
