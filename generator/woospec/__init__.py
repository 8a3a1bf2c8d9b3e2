"""woospec: turns the description of the WooCommerce REST API into a typed Python client."""

#: Of the generator. The client's is the revision of the description, `info.version` of its root.
__version__ = "0.1.0"
