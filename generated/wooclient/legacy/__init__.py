"""The API under /wc-api/, version by version."""
