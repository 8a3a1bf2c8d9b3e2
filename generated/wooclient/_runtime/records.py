"""Models as flat rows for tables: pandas, polars, csv."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from inspect import isawaitable
from typing import Any, get_args

from pydantic import BaseModel

from .errors import ItemError
from .shapes import is_many, is_mapping, is_sequence, is_text
from .wire import to_wire
from .words import nearest


def to_records(models: Iterable[Any], *, explode: str = "", separator: str = ".") -> list[dict[str, Any]]:
    """Models as flat rows, one each, all with the same keys: what `pandas.DataFrame` and `polars.DataFrame` take.

    Objects inside become columns (`billing.city`). Numbers, texts, Decimals and datetimes stay what they are; lists of
    single values stay lists; lists of objects, free JSON and lists that only a plugin knows become JSON text, also
    where they are empty, since a column has one type.

    Args:
        models: Models of one kind, such as a `Page` or what `iter` walks.
        explode: Name of a list inside, such as `line_items`: each of its items becomes a row of its own, with the
            fields of the record beside those of the item (`line_items.sku`). A record without items gives one row.
            The record's own sums (`total`, `shipping_total`) then stand on each of its rows: add up those of the items,
            or take one row for each `id` first.
        separator: What joins the names of nested fields.

    Raises:
        TypeError: For a record alone, for what is walked with `async for`, for what is no record, and if `explode` is
            no text.
        ValueError: For an `explode` that a record does not know.
        AttributeError: For one that was not requested.
    """
    if not is_text(explode):
        raise TypeError(
            f"explode is {explode!r}; pass the name of one list, such as explode='line_items', and call to_records() "
            "once for each list"
        )
    rows = [row for model in _records(models) for row in _rows(model, explode, separator)]
    names = list(dict.fromkeys(name for row in rows for name in row))
    return [{name: row.get(name) for name in names} for row in rows]


def _records(given: Any) -> Iterator[Any]:
    """The records in what was given. Raises TypeError where they are not one by one in it."""
    if isinstance(given, BaseModel):
        raise TypeError(f"to_records() takes several records; pass a list: [{type(given).__name__}], or to_record()")
    if hasattr(given, "__aiter__"):
        raise TypeError("to_records() cannot wait; pass a list: [record async for record in ...]")
    if isawaitable(given):
        raise TypeError("to_records() cannot wait; pass what is there after await")
    if is_mapping(given):
        raise TypeError("to_records() takes several records; pass a list of them, or .values() of those by name")
    if not is_many(given):
        raise TypeError(f"to_records() takes several records; pass a list of them, not {type(given).__name__}")
    for one in given:
        if not isinstance(one, BaseModel | Mapping):
            what = "of a batch pass result.values" if isinstance(one, ItemError) else "pass models or mappings"
            raise TypeError(f"to_records() takes records, and {type(one).__name__} is none; {what}")
        yield one


def _rows(model: Any, explode: str, separator: str) -> list[dict[str, Any]]:
    if not explode:
        return [flat(model, separator)]
    held = _named(model, explode)
    items = held if is_sequence(held) else [held]
    record = {k: v for k, v in flat(model, separator).items() if k != explode}
    return [{**record, **_item(item, explode, separator)} for item in items] or [record]


def _named(model: Any, name: str) -> Any:
    """What a record holds under `name`."""
    known: Mapping[str, Any] = model
    if isinstance(model, BaseModel):
        if name in type(model).model_fields:
            return getattr(model, name)
        known = {**dict.fromkeys(type(model).model_fields), **model.__dict__, **(model.model_extra or {})}
    if name not in known:
        close = nearest(name, known)
        hint = f"; did you mean {close}?" if close else ""
        raise ValueError(f"explode: {type(model).__name__} has no {name}{hint}")
    return known[name]


def _item(item: Any, name: str, separator: str) -> dict[str, Any]:
    """The columns of one item; stores send null, or a single value, among the objects now and then."""
    if isinstance(item, BaseModel) or is_mapping(item):
        return flat(item, separator, f"{name}{separator}")
    return {} if item is None else {name: _cell(item)}


def flat(value: Any, separator: str, prefix: str = "") -> dict[str, Any]:
    """One object as a flat row; each name begins with `prefix`."""
    if isinstance(value, BaseModel):
        fields: Mapping[str, Any] = {**value.__dict__, **(value.model_extra or {})}
        fields = {k: v for k, v in fields.items() if k in value.model_fields_set or k not in type(value).model_fields}
    else:
        fields = value
    # Of a mapping nobody knows what its lists hold.
    plain = _plain_lists(type(value)) if isinstance(value, BaseModel) else value.keys()
    row: dict[str, Any] = {}
    for name, held in fields.items():
        if isinstance(held, BaseModel):
            row.update(flat(held, separator, f"{prefix}{name}{separator}"))
        else:
            row[f"{prefix}{name}"] = _cell(held, stays_list=name in plain)
    return row


@cache
def _plain_lists(model: type[BaseModel]) -> frozenset[str]:
    """The fields that are declared as lists of single values."""
    fields = model.model_fields.items()
    return frozenset(name for name, field in fields if not _holds_objects(field.annotation))


def _holds_objects(hint: Any) -> bool:
    """Whether objects, or anything at all, may stand in values of a declared type."""
    if hint is Any or (isinstance(hint, type) and issubclass(hint, BaseModel | dict)):
        return True
    return any(_holds_objects(part) for part in get_args(hint))


def _cell(value: Any, *, stays_list: bool = False) -> Any:
    if (
        stays_list
        and is_sequence(value)
        and not any(isinstance(item, list | tuple | dict | BaseModel) for item in value)
    ):
        return list(value)
    if isinstance(value, list | tuple | dict):
        return json.dumps(to_wire(value), ensure_ascii=False, default=str)
    return value
