"""Answers about customers addresses of wc-api/v3."""

from wooclient._runtime.models import Model


class LegacyBillingAddress(Model):
    """Address for the bill. Every field is there, empty if unknown."""

    __shown__ = ("first_name", "last_name", "company", "city", "country", "email")

    first_name: str
    """Given name."""
    last_name: str
    """Family name."""
    company: str
    """Firm or organisation."""
    address_1: str
    """Street and number."""
    address_2: str
    """Flat, floor or unit."""
    city: str
    """Town."""
    state: str
    """Code of the state or province; free text where the store knows none."""
    postcode: str
    """Postal code."""
    country: str
    """Country code of two capital letters."""
    email: str
    """Mail address for the order; the store refuses what is none."""
    phone: str
    """Telephone number."""


class LegacyShippingAddress(Model):
    """Address for parcels. Every field is there, empty if unknown."""

    __shown__ = ("first_name", "last_name", "company", "city", "country")

    first_name: str
    """Given name of the recipient."""
    last_name: str
    """Family name of the recipient."""
    company: str
    """Firm or organisation at the address."""
    address_1: str
    """Street and number."""
    address_2: str
    """Flat, floor or unit."""
    city: str
    """Town."""
    state: str
    """Code of the state or province; free text where the store knows none."""
    postcode: str
    """Postal code."""
    country: str
    """Country code of two capital letters."""
