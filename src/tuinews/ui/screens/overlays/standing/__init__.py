"""Over the screen for a while: mutes and rules."""
