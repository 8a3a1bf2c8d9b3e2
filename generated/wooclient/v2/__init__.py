"""wc/v2, as far as it is unlike newer versions."""
