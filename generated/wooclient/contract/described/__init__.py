"""What the description says of a version, and which of it a store serves."""
