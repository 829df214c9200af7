"""One file a command: each has `run(arguments)` and returns the exit status."""
