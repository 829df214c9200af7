"""What people bring along from other programs."""
