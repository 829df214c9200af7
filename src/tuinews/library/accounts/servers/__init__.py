"""The protocols of servers other than the Google Reader API, a file each."""
