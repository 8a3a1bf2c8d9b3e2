"""Secrets of records, taken out before people or files get them."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from pydantic import Field

from wooclient._runtime.masking import mask, masker
from wooclient._runtime.models import Model
from wooclient.v3.models.orders import Order
from wooclient.v3.models.payment_gateways import PaymentGateway
from wooclient.v3.models.settings import Setting
from wooclient.v3.models.shipping import ShippingZoneMethod

_HIDDEN = {"id": "api_key", "type": "password", "value": "s3cret", "default": ""}
_OPEN = {"id": "title", "type": "text", "value": "Bank", "default": ""}
_MASKED = {**_HIDDEN, "value": "***"}


class Aliased(Model):
    """A secret under other names in JSON, and a record inside a record of its own kind."""

    __secret__: ClassVar[tuple[tuple[str, str, str], ...]] = (("held", "sort", "hidden"),)
    held: str = Field(alias="Held-Value", default="")
    sort: str = Field(alias="type", default="")
    more: list[Aliased] = Field(default_factory=list)


class Around(Model):
    """Has no secret itself."""

    inner: Aliased | None = Field(alias="Inner", default=None)
    order: Order | None = None


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Setting, _HIDDEN, _MASKED),
        (Setting, _OPEN, _OPEN),
        (Setting, {**_HIDDEN, "value": ""}, {**_HIDDEN, "value": ""}),
        (Setting, {"id": "api_key", "value": "s3cret"}, {"id": "api_key", "value": "s3cret"}),
        (list[Setting], [_OPEN, _HIDDEN, None], [_OPEN, _MASKED, None]),
        (Setting, {"own": _HIDDEN, "other": _OPEN}, {"own": _MASKED, "other": _OPEN}),
        (PaymentGateway, {"id": "acme", "settings": {"key": _HIDDEN, "title": _OPEN}},
         {"id": "acme", "settings": {"key": _MASKED, "title": _OPEN}}),
        (PaymentGateway, {"id": "acme", "settings": []}, {"id": "acme", "settings": []}),
        (PaymentGateway, {"id": "acme"}, {"id": "acme"}),
        (ShippingZoneMethod, {"id": 1, "settings": {"key": _HIDDEN}}, {"id": 1, "settings": {"key": _MASKED}}),
        (Aliased, {"Held-Value": "a", "type": "hidden"}, {"Held-Value": "***", "type": "hidden"}),
        (Aliased, {"held": "a", "type": "hidden"}, {"held": "a", "type": "hidden"}),
        (Aliased, {"more": [{"Held-Value": "a", "type": "hidden"}]},
         {"more": [{"Held-Value": "***", "type": "hidden"}]}),
        (Around, {"Inner": {"Held-Value": "a", "type": "hidden"}, "order": {"Held-Value": "a", "type": "hidden"}},
         {"Inner": {"Held-Value": "***", "type": "hidden"}, "order": {"Held-Value": "a", "type": "hidden"}}),
    ],
)  # fmt: skip
def test_a_secret_is_masked_where_another_field_says_that_it_is_one(kind: Any, value: Any, expected: Any) -> None:
    before = repr(value)
    assert mask(kind, value) == expected
    assert repr(value) == before, "what was given stays as it is"


@pytest.mark.parametrize("kind", [Order, dict[str, Any], None, int, list[str]])
def test_a_type_without_secrets_needs_no_masking(kind: Any) -> None:
    assert masker(kind) is None
    assert mask(kind, _HIDDEN) is _HIDDEN
