"""What calls about customers addresses of wc-api/v3 take."""

from __future__ import annotations

from typing import TypedDict

from wooclient._runtime.inputs import ClearWithText


class LegacyBillingAddressInput(TypedDict, total=False):
    """Address for the bill. Every field is there, empty if unknown."""

    first_name: str | ClearWithText
    """Given name. CLEAR sends ""."""
    last_name: str | ClearWithText
    """Family name. CLEAR sends ""."""
    company: str | ClearWithText
    """Firm or organisation. CLEAR sends ""."""
    address_1: str | ClearWithText
    """Street and number. CLEAR sends ""."""
    address_2: str | ClearWithText
    """Flat, floor or unit. CLEAR sends ""."""
    city: str | ClearWithText
    """Town. CLEAR sends ""."""
    state: str | ClearWithText
    """Code of the state or province; free text where the store knows none. CLEAR sends ""."""
    postcode: str | ClearWithText
    """Postal code. CLEAR sends ""."""
    country: str | ClearWithText
    """Country code of two capital letters. CLEAR sends ""."""
    email: str | ClearWithText
    """Mail address for the order; the store refuses what is none. CLEAR sends ""."""
    phone: str | ClearWithText
    """Telephone number. CLEAR sends ""."""


class LegacyShippingAddressInput(TypedDict, total=False):
    """Address for parcels. Every field is there, empty if unknown."""

    first_name: str | ClearWithText
    """Given name of the recipient. CLEAR sends ""."""
    last_name: str | ClearWithText
    """Family name of the recipient. CLEAR sends ""."""
    company: str | ClearWithText
    """Firm or organisation at the address. CLEAR sends ""."""
    address_1: str | ClearWithText
    """Street and number. CLEAR sends ""."""
    address_2: str | ClearWithText
    """Flat, floor or unit. CLEAR sends ""."""
    city: str | ClearWithText
    """Town. CLEAR sends ""."""
    state: str | ClearWithText
    """Code of the state or province; free text where the store knows none. CLEAR sends ""."""
    postcode: str | ClearWithText
    """Postal code. CLEAR sends ""."""
    country: str | ClearWithText
    """Country code of two capital letters. CLEAR sends ""."""
