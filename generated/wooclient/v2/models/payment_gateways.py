"""Answers about payment gateways of wc/v2."""

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import MAP_OR_EMPTY_LIST, OPEN, Json, Number
from wooclient.v2.enums import PaymentGatewaySettingTypeValue


class PaymentGatewaySetting(Model):
    """One setting of a gateway."""

    __shown__ = ("id", "label", "type", "value")
    __secret__ = (("value", "type", "password"),)

    id: str
    """Name of the setting, the same as its key."""
    label: str
    """Caption on the settings screen."""
    description: str
    """Explanation shown beside the input, or ""."""
    type: Annotated[PaymentGatewaySettingTypeValue | str, OPEN]
    """Kind of input. A `title` is a mere heading."""
    value: str | int | Number | bool | list[str | int]
    """What is set; "" for everything empty, an empty list and 0 included."""
    default: str | int | Number | bool | list[str | int]
    """Value used until one is stored, or ""."""
    tip: str
    """The same text as `description`."""
    placeholder: str
    """Grey sample text in the empty input, or ""."""
    options: dict[str, str | dict[str, str]] | list[str] | None = None
    """What can be chosen. Absent for kinds without choices."""


class PaymentGatewayScript(Model):
    """A browser script as WordPress registers it."""

    __shown__ = ("src",)

    handle: str
    """Name of the script."""
    src: str | bool
    """Address of the script, or false for a mere bundle of others."""
    deps: list[str]
    """Names of the scripts it needs."""
    ver: str | bool | None
    """Version put into the address; false for that of WordPress, null for none."""
    args: int | str | None
    """1 when the script belongs to the foot of the page."""
    extra: Annotated[dict[str, Json], MAP_OR_EMPTY_LIST]
    """Whatever else was registered with the script; an empty list for nothing."""
    textdomain: str | None = None
    """Name of its translations."""
    translations_path: str | None = None
    """Folder of its translations on the server."""


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
