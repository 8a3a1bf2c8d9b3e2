"""Orders of the legacy API."""
