"""What was done by hand and can be taken back."""
