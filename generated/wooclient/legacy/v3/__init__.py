"""wc-api/v3, as far as it is unlike newer versions."""
