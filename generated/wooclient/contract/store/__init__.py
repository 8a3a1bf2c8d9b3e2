"""The store under test: its clients, and the first look at it."""
