"""Words that plugins add where WooCommerce lists some: statuses of orders, types of products, currencies, roles.

A seed that has such a word comes from a store that knows it. So the mock store takes it wherever it checks words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from . import fresh
from .description import Description, Json
from .kinds import elements, is_list, is_map, members
from .resource import Shop
from .seed_check import operation_of

_NOTE = "plugin words"
#: Parameters whose words are those of a field that is called otherwise.
_OF_FIELD = {"include_types": "type", "exclude_types": "type"}
_STATUSES = "orders.statuses"


def note(shop: Shop, seed: Json) -> None:
    """Remember the words of a seed that the description does not know."""
    found: dict[str, list[str]] = {}
    for path, value in seed.items():
        operation = None if path.startswith("@") else operation_of(shop.versions, path)
        if operation is None:
            continue
        known = _listed(shop.versions.newest, operation.item)
        for record in value if is_list(value) and known else []:
            for name in known.keys() & members(record).keys():
                _add(found, f"{operation.kind}.{name}", record[name], known[name])
    for name, words in _told(seed).items():
        for word in words:
            _add(found, name, word, ())
    shop.state.set_note(_NOTE, found)
    _know_statuses(shop, found.get("orders.status", []))


def of_shop(shop: Shop, kind: str, name: str) -> Sequence[str]:
    """The words that plugins of this shop added to a field or a parameter."""
    words: Any = members(shop.state.note(_NOTE, {})).get(f"{kind}.{_OF_FIELD.get(name, name)}", [])
    return [str(word) for word in words]


def _listed(description: Description, item: str) -> dict[str, Sequence[str]]:
    """The fields of a record that have words, with those that are known."""
    fields = description.properties({"$ref": item}) if item else {}
    return {name: field["x-known-values"] for name, field in fields.items() if "x-known-values" in field}


def _told(seed: Json) -> dict[str, list[str]]:
    """What a store says of its words beside the records that have them."""
    report = seed.get("system_status")
    types = members(members(members(report).get("settings")).get("taxonomies")) if is_map(report) else {}
    return {
        "orders.status": [str(row.get("slug", "")) for row in elements(seed.get("orders/statuses"))],
        "orders.currency": [str(row.get("code", "")) for row in elements(seed.get("data/currencies"))],
        "products.type": [str(name) for name in types],
    }


def _add(found: dict[str, list[str]], name: str, word: Any, known: Sequence[str]) -> None:
    if isinstance(word, str) and word and word not in known and word not in found.setdefault(name, []):
        found[name].append(word)


def _know_statuses(shop: Shop, words: Sequence[str]) -> None:
    """Statuses that only orders name are in the shop's list too."""
    statuses = shop.resource(_STATUSES)
    listed = {doc["slug"] for doc in shop.state.all(_STATUSES)}
    missing = [{"slug": word, "name": word.replace("-", " ").capitalize()} for word in words if word not in listed]
    usual = [] if listed or not missing else fresh.statuses()
    for status in (*usual, *missing):
        statuses.save(status)
