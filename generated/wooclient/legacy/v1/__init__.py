"""wc-api/v1, as far as it is unlike newer versions."""
