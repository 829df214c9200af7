"""What the keys do: a function a command, in a file for each kind; `registry` knows them by id."""
