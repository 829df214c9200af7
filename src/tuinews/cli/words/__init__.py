"""What commands say, by its subject; what most of them say is in `cli.messages`."""
