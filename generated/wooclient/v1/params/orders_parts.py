"""What calls about orders parts of wc/v1 take."""

from __future__ import annotations

from typing import TypedDict

from wooclient._runtime.inputs import ClearWithText


class OrderBillingInput(TypedDict, total=False):
    """Address on the invoice. All fields are text, empty when unknown."""

    first_name: str | ClearWithText
    """Given name. CLEAR sends ""."""
    last_name: str | ClearWithText
    """Family name. CLEAR sends ""."""
    company: str | ClearWithText
    """Firm or organisation. CLEAR sends ""."""
    address_1: str | ClearWithText
    """Street and house number. CLEAR sends ""."""
    address_2: str | ClearWithText
    """Flat, floor or unit. CLEAR sends ""."""
    city: str | ClearWithText
    """Town. CLEAR sends ""."""
    state: str | ClearWithText
    """Code of the state or province if WooCommerce lists any for the country, else free text. CLEAR sends ""."""
    postcode: str | ClearWithText
    """Postal code in the form usual in the country. CLEAR sends ""."""
    country: str | ClearWithText
    """Country code of two capital letters. The store does not check it: it keeps `Germany` as sent, and finds no tax
    rate of that country. CLEAR sends "".
    """
    email: str
    """Where order mails go. The store refuses an empty text here, so that nothing clears it."""
    phone: str | ClearWithText
    """Telephone number. CLEAR sends ""."""


class OrderShippingInput(TypedDict, total=False):
    """Address of delivery. All fields are text, empty when unknown or when nothing is shipped."""

    first_name: str | ClearWithText
    """Given name of the recipient. CLEAR sends ""."""
    last_name: str | ClearWithText
    """Family name of the recipient. CLEAR sends ""."""
    company: str | ClearWithText
    """Firm or organisation at the address. CLEAR sends ""."""
    address_1: str | ClearWithText
    """Street and house number. CLEAR sends ""."""
    address_2: str | ClearWithText
    """Flat, floor or unit. CLEAR sends ""."""
    city: str | ClearWithText
    """Town. CLEAR sends ""."""
    state: str | ClearWithText
    """Code of the state or province if WooCommerce lists any for the country, else free text. CLEAR sends ""."""
    postcode: str | ClearWithText
    """Postal code in the form usual in the country. CLEAR sends ""."""
    country: str | ClearWithText
    """Country code of two capital letters. The store does not check it: it keeps `Germany` as sent, and finds no tax
    rate of that country. CLEAR sends "".
    """
    phone: str | ClearWithText
    """Telephone number for the carrier. CLEAR sends ""."""
