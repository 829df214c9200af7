"""tuinews as a conversation: commands by word in, lines out; for screen readers, dumb terminals and pipes."""
