"""What commands say, by its subject, and what argparse says itself."""
