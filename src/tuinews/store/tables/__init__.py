"""One file a table, or a few that belong together: its columns once, its queries and its changes."""
