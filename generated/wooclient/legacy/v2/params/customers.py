"""What calls about customers of wc-api/v2 take."""

from __future__ import annotations

from wooclient._runtime.inputs import CommaListInput, Parameters


class CustomerOrderListParams(Parameters, total=False):
    """Parameters of customers.orders.list."""

    fields: CommaListInput
    """Names of the fields to answer, joined by commas. In v2 any text here empties the whole list."""
