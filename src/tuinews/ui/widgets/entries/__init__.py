"""The list pane: a window over ids, of which only the rows near the cursor are asked for."""
