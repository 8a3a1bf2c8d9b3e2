"""Scenarios carried out, one by one and side by side, and what they came to."""
