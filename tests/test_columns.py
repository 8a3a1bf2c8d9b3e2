"""What kind of column a declared type becomes."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest

from wooclient._runtime.columns import kind_of
from wooclient._runtime.scalars import LocalDateTime
from wooclient.v3.models.orders import Order


@pytest.mark.parametrize(
    ("hint", "kind"),
    [
        (Decimal, "decimal"), (datetime, "moment"), (date, "date"), (bool, "switch"), (int, "whole"),
        (float, "float"), (str, "text"), (LocalDateTime, "shop time"), (LocalDateTime | None, "shop time"),
        (Annotated[datetime, "any"], "moment"), (Annotated[str, "any"], "text"),
        (Annotated[int | None, "any"], "whole"),
        (Literal["a", "b"], "text"), (Literal["a", 1], ""), (Literal[1], ""), (Literal[True], ""),
        (str | None, "text"), (Decimal | None, "decimal"), (Literal["a"] | str | None, "text"),
        (str | int, ""), (str | int | None, ""), (str | list[str], ""), (None | Any, ""),
        (list[str], ""), (dict[str, Any], ""), (Order, ""), (Any, ""), (None, ""), (type(None), ""),
    ],
)  # fmt: skip
def test_a_column_is_of_one_kind_or_none(hint: Any, kind: str) -> None:
    assert kind_of(hint) == kind
