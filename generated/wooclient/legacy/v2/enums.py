"""Known values of fields and parameters of wc-api/v2."""
