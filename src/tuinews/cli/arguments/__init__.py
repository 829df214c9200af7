"""The arguments of commands, by subject; in argparse alone."""
