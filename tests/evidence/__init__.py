"""What real stores answered, and how the description is held against it."""
