"""What the conversation can do: a file a subject, each with its commands by their ids in the table of words."""
