"""Known values of fields and parameters of wc/v2."""
