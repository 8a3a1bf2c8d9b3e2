"""Two answers held against each other: shape, and values."""

from __future__ import annotations

import re
from typing import Any

#: Fields whose values no other store would give: ids, dates, addresses with ids, rendered HTML, file names, texts.
_ASIDE = re.compile(
    r"(^|_)ids?$|^date|_gmt$|_html$|permalink|href|^order_key$|^number$|^payment_url$|^src$|^srcset$|^sizes$|^thumbnail$|avatar"
    r"|^message$|^params$|^new_draft_order_id$|^cart_hash$|^variations$|^related_ids$|^grouped_products$|^receipt_url$"
    r"|^expiration_date$|^note$|^access_expires|^download_url$|^json_error_message$|^_links$|^generated_slug$"
    # The legacy API's names for dates, for an id as a text, and for an address with an id.
    r"|^(created|updated|completed)_at$|^last_(update|order_date)$|^order_number$|^view_order_url$"
)


def kind(value: Any) -> str:
    """The JSON type of a value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    return {int: "number", float: "number", str: "string", list: "array", dict: "object"}[type(value)]


def shapes(theirs: Any, ours: Any, where: str = "") -> list[str]:
    """Differences of keys and JSON types, all the way down."""
    if kind(theirs) != kind(ours):
        return [f"{where}: {kind(theirs)} there, {kind(ours)} here"]
    if isinstance(theirs, dict):
        found = [f"{where}.{k}: only there" for k in theirs.keys() - ours.keys()]
        found += [f"{where}.{k}: only here" for k in ours.keys() - theirs.keys()]
        for key in theirs.keys() & ours.keys():
            if key not in ("params", "details") or ".data" not in where:
                found += shapes(theirs[key], ours[key], f"{where}.{key}")
        return found
    if isinstance(theirs, list):
        return [d for i, (a, b) in enumerate(aligned(theirs, ours)) for d in shapes(a, b, f"{where}[{i}]")]
    return []


def values(theirs: Any, ours: Any, where: str = "") -> list[str]:
    """Differences of values, those aside that no two stores share."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        return [
            d for k in theirs.keys() & ours.keys() if not _ASIDE.search(k)
            for d in values(theirs[k], ours[k], f"{where}.{k}")
        ]  # fmt: skip
    if isinstance(theirs, list) and isinstance(ours, list):
        if len(theirs) != len(ours):
            return [f"{where}: {len(theirs)} there, {len(ours)} here"]
        return [d for i, (a, b) in enumerate(aligned(theirs, ours)) for d in values(a, b, f"{where}[{i}]")]
    if kind(theirs) == kind(ours) and theirs != ours and not _alike(theirs, ours):
        return [f"{where}: {short(theirs)} there, {short(ours)} here"]
    return []


def aligned(theirs: list[Any], ours: list[Any]) -> list[tuple[Any, Any]]:
    """Pairs of items; lists of things with the same ids are paired by id, as order among equal dates is not fixed."""
    if all(isinstance(i, dict) and isinstance(i.get("id"), int | str) for i in (*theirs, *ours)):
        mine = {i["id"]: i for i in ours}
        if len(mine) == len(ours) and {i["id"] for i in theirs} == mine.keys():
            return [(i, mine[i["id"]]) for i in theirs]
    return list(zip(theirs, ours, strict=False))


def _alike(theirs: Any, ours: Any) -> bool:
    """Whether two texts are both names of files, whatever number tells them apart, or both of moments.

    A webhook without a name gets one of the moment in which it is made.
    """
    if not isinstance(theirs, str) or not isinstance(ours, str):
        return False
    moment, counted = re.compile(
        r"1[7-9]\d{8}|order-\w{3}-\d\d-\d{4}-\d{4}-[ap]m|Webhook created on \w{3} \d\d, \d{4} @ [\d:]{5} [AP]M"
    ), re.compile(r"(-\d+)?(\.(?:png|jpe?g|gif|webp))$")
    if counted.search(theirs) and counted.sub(r"\2", theirs) == counted.sub(r"\2", ours):
        return True
    return ("/wp-content/" in theirs and "/wp-content/" in ours) or bool(
        moment.fullmatch(theirs) and moment.fullmatch(ours)
    )


def short(value: Any) -> str:
    """A value for a line of a report."""
    text = repr(value)
    return text if len(text) < 60 else text[:57] + "..."
