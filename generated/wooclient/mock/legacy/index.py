"""The index: the store, and the routes that a version has."""

from __future__ import annotations

from typing import Any, ClassVar

from ..description import Json, Route
from .call import LegacyCall
from .resource import LegacyResource

_METHODS = ("HEAD", "GET", "POST", "PUT", "PATCH", "DELETE")
#: Name in `meta` → setting: its group and name.
_SETTINGS = {
    "currency": ("general", "woocommerce_currency"),
    "currency_position": ("general", "woocommerce_currency_pos"),
    "thousand_separator": ("general", "woocommerce_price_thousand_sep"),
    "decimal_separator": ("general", "woocommerce_price_decimal_sep"),
    "weight_unit": ("products", "woocommerce_weight_unit"),
    "dimension_unit": ("products", "woocommerce_dimension_unit"),
}


class Index(LegacyResource):
    """`/`: open to everybody."""

    #: The version of the API, where it tells one.
    release: ClassVar[str] = "3.1.0"
    help: ClassVar[str] = "https://woocommerce.github.io/woocommerce-rest-api-docs/"
    #: What this version does not tell of the store.
    untold: ClassVar[tuple[str, ...]] = ()

    def get(self, call: LegacyCall) -> Any:
        """The store."""
        told = {"version": self.release} if self.release else {}
        return {
            "store": {
                "name": "Kettle & Clay",
                "description": "",
                "URL": self.shop.url,
                "wc_version": ".".join(map(str, self.shop.release)),
                **told,
                "routes": {self.shown_path(route.path): self._route(route) for route in self.api.description.routes},
                "meta": {name: value for name, value in self._meta().items() if name not in self.untold},
            }
        }

    def _route(self, route: Route) -> Json:
        """What can be done with a route; the addresses are those of v3 in all versions."""
        methods = {"HEAD" if method == "GET" else method for method in route.operations} | set(route.operations)
        found: Json = {"supports": [method for method in _METHODS if method in methods]}
        if "{" not in route.path:
            found["meta"] = {"self": f"{self.shop.url}/wc-api/v3{route.path}"}
        if any(operation.method in ("POST", "PUT") for operation in route.operations.values()):
            found["accepts_data"] = True
        return found

    def _meta(self) -> Json:
        option = self.shop.option
        currency = self.state.get("data.currencies", self.shop.currency) or {}
        return {
            **{name: option(group, setting) for name, (group, setting) in _SETTINGS.items()},
            "timezone": self.timezone(),
            "currency_format": currency.get("symbol", ""),
            "price_num_decimals": self.shop.places,
            "tax_included": option("tax", "woocommerce_prices_include_tax") == "yes",
            "ssl_enabled": self.ssl(),
            "permalinks_enabled": True,
            "generate_password": option("account", "woocommerce_registration_generate_password", "yes") == "yes",
            "links": {"help": self.help},
        }

    def timezone(self) -> str:
        """The shop's time zone; WordPress keeps UTC as an offset of nothing."""
        name = str(self.state.note("timezone", "UTC"))
        return "+00:00" if name == "UTC" else name

    def shown_path(self, path: str) -> str:
        """A path as the index writes it."""
        return path.replace("{", "<").replace("}", ">")

    def ssl(self) -> bool:
        """Whether the checkout is encrypted."""
        return self.shop.url.startswith("https")


class IndexV2(Index):
    """v2 knows encryption only as a setting that WooCommerce no longer shows."""

    release = ""

    def ssl(self) -> bool:
        """Only by a setting."""
        return False


class IndexV1(IndexV2):
    """v1 tells less of how prices are written."""

    help = "https://woocommerce.github.io/woocommerce/rest-api/"
    untold = ("currency_position", "thousand_separator", "decimal_separator", "price_num_decimals", "generate_password")

    def shown_path(self, path: str) -> str:
        """What stands for an order's id has no name of its own here."""
        return super().shown_path(path).replace("<order_id>", "<id>")
