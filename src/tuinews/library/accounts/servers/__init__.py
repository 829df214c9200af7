"""The protocols of servers: each a file, or a room, that is an `AccountServer`."""
