"""Products of the legacy API, their attributes, terms and reviews."""
