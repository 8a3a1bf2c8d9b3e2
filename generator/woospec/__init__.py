"""woospec: turns the description of the WooCommerce REST API into a typed Python client."""
