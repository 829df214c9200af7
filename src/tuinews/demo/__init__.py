"""The embedded news site: the guide edition, served on loopback as newspapers are served."""
