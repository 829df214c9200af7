"""The command line: one file a command; argv is parsed before anything heavy is imported."""
