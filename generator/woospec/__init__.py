"""woospec: turns the description of the WooCommerce REST API into a typed Python client."""

#: Of both packages: pyproject.toml reads it here, and the client is rendered with it.
__version__ = "0.1.0"
