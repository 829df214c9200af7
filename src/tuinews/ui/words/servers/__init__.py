"""What the screen says of servers on which a person has an account."""
