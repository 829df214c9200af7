"""What is set for sources, and how their pane was left."""
