"""Answers about payment gateways of wc/v2."""

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import MAP_OR_EMPTY_LIST, OPEN, Json
from wooclient.v3.models.payment_gateways import PaymentGatewayScript, PaymentGatewaySetting


class PaymentGateway(Model):
    """A way to pay."""

    __shown__ = ("id", "title", "method_title", "enabled")

    id: Annotated[Literal["bacs", "cheque", "cod", "paypal"] | str, OPEN]
    """Name of the gateway, as orders give it in `payment_method`."""
    title: str | None
    """Name customers see at checkout. Null only where a plugin sets none."""
    description: str | None
    """Text below the name at checkout. Null only where a plugin sets none."""
    order: int | str
    """Place at checkout, low numbers first; "" until somebody sorts the gateways."""
    enabled: bool
    """Whether customers may choose it."""
    method_title: str
    """Name shop staff see on the settings screen."""
    method_description: str
    """Explanation for shop staff, or ""."""
    settings: Annotated[dict[str, PaymentGatewaySetting], MAP_OR_EMPTY_LIST]
    """Further settings of the gateway by name; an empty list where it has none. Whether it is enabled and its
    description are fields of the gateway instead. A request maps names straight to new values.
    """
    needs_setup: bool | None = None
    """Whether something must be filled in before the gateway can be enabled. Absent, like the five fields below, where
    the shop has switched off the suggestions of gateways.
    """
    post_install_scripts: list[PaymentGatewayScript] | None = None
    """Scripts that the setup wizard loads once the gateway is installed."""
    settings_url: str | None = None
    """Address of the settings screen of this gateway."""
    connection_url: str | None = None
    """Where shop staff link the shop to their account with the provider; null for gateways without such a step."""
    setup_help_text: str | None = None
    """Hint shown during setup, or null."""
    required_settings_keys: list[str] | None = None
    """Names of the settings that must be filled in during setup."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
