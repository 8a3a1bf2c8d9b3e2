"""What other generators read about pages and retries."""

from __future__ import annotations

from typing import Any

from woospec.flat import followed, parameters_of

Json = dict[str, Any]
_BACKOFF = {"initialInterval": 500, "maxInterval": 8000, "maxElapsedTime": 60000, "exponent": 2}
#: For any request: whoever counts requests stopped it before WooCommerce.
RETRIES: Json = {"strategy": "backoff", "backoff": _BACKOFF, "statusCodes": ["429"], "retryConnectionErrors": False}
#: For requests that change nothing.
_READS: Json = {**RETRIES, "statusCodes": ["408", "429", "500", "502", "503", "504"], "retryConnectionErrors": True}
#: How versions call the size of a page.
_SIZES = ("per_page", "filter[limit]")


def _names(document: Json, parameter: Json) -> list[str]:
    """The name of a parameter, and those inside of it: `filter[limit]`."""
    name = parameter["name"]
    inside = _fields(document, parameter["schema"]) if parameter.get("style") == "deepObject" else ()
    return [name, *(f"{name}[{field}]" for field in inside)]


def _fields(document: Json, schema: Json) -> list[str]:
    """The fields of a schema, those that it joins included."""
    schema = followed(document, schema)
    joined = [name for part in schema.get("allOf", ()) for name in _fields(document, part)]
    return [*joined, *schema.get("properties", ())]


def hints(document: Json, method: str, item: Json, operation: Json) -> Json:
    """The words of an operation for generators that know them."""
    found: Json = {"x-speakeasy-retries": _READS} if method == "get" else {}
    names = [name for p in parameters_of(document, item, operation) for name in _names(document, p)]
    if operation.get("x-paging") != "pages" or "page" not in names:
        return found
    key = operation.get("x-envelope", {}).get("response")
    within = f".{key}" if key else ""
    sizes = [{"name": name, "in": "parameters", "type": "limit"} for name in _SIZES if name in names]
    found["x-speakeasy-pagination"] = {
        "type": "offsetLimit",
        "inputs": [{"name": "page", "in": "parameters", "type": "page"}, *sizes],
        "outputs": {"results": f"${within}"},
    }
    found["x-fern-pagination"] = {"offset": "$request.page", "results": f"$response{within}"}
    return found
