"""What the screen says of sources: adding, editing, refreshing them."""
