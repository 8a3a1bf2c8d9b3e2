"""A store that fails in every way a network can, on raw sockets, and what the client makes of it."""
