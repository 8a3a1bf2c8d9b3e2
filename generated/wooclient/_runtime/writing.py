"""What of a model was changed since it was read, in the form of an update: nothing more is sent.

The store keeps what a request does not name. So an update that names only what was changed cannot undo what others
changed meanwhile, and cannot lose what plugins keep in places that this package knows nothing about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args

from .inputs import CLEAR, clears, hints_of, python_name, row_of, typed_dict
from .models import Model, original, to_wire
from .shapes import is_array, is_object

if TYPE_CHECKING:
    from .operation import Operation


def changes(update: Operation[Any], model: Model) -> dict[str, Any]:
    """The keyword arguments of `update` that carry what was changed in `model` since it was read.

    Objects give only their changed keys; lists are given whole, but custom fields, the lines of an order and embedded
    variations one by one, by their ids. A field that was set to None is cleared in the field's own way. Raises
    TypeError for a model that no store sent, and for a change that no request can make.
    """
    before = original(model)
    if before is None:
        raise TypeError(f"this {type(model).__name__} was not read from a store; use create or update")
    kind = update.body_type()
    hints = hints_of(kind)
    where = type(model).__name__
    declared = {field.alias or name for name, field in type(model).model_fields.items()}
    known: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for key, value in to_wire(model).items():
        if key in before and before[key] == value:
            continue
        if key in hints:
            known[python_name(kind, key)] = _value(before.get(key), value, hints[key], f"{where}.{key}")
        elif key in declared:
            raise TypeError(f"{where}.{key} was changed, but only the store sets it")
        else:
            extra[key] = value
    return {**known, "extra": extra} if extra else known


def _value(before: Any, after: Any, hint: Any, where: str) -> Any:
    if after is None and clears(hint):
        return CLEAR
    kind = typed_dict(hint)
    if kind is None:
        return after
    if after is None and NoneType not in get_args(hint):
        raise TypeError(f"{where} was set to None, with which the store does nothing; empty its fields instead")
    if is_array(after):
        return _list(before if is_array(before) else [], after, kind, where)
    hints = hints_of(kind)
    if not is_object(after):
        return after
    if not is_object(before):
        return _writable(after, hints)
    changed = _nested(before, after, hints, where)
    # An object that stands for a record elsewhere, such as a picture, is meaningless without its id.
    if "id" in hints and "id" not in changed and after.get("id"):
        changed["id"] = after["id"]
    return changed


def _nested(
    before: Mapping[str, Any], after: Mapping[str, Any], hints: Mapping[str, Any], where: str
) -> dict[str, Any]:
    """The keys of an object inside a record that differ."""
    changed: dict[str, Any] = {}
    for key, value in after.items():
        if key in before and before[key] == value:
            continue
        if key not in hints:
            raise TypeError(f"{where}.{key} was changed, but only the store sets it")
        changed[key] = _value(before.get(key), value, hints[key], f"{where}.{key}")
    return changed


def _list(before: list[Any], after: list[Any], kind: Any, where: str) -> list[Any]:
    row = row_of(kind)
    if row is not None:
        return list(_by_id(before, after, kind, row, where))
    hints = hints_of(kind)
    old = {item["id"]: item for item in before if is_object(item) and item.get("id")}
    return [_whole(old.get(item.get("id")), item, hints) if is_object(item) else item for item in after]


def _by_id(
    before: list[Any], after: list[Any], kind: Any, row: tuple[str, ...], where: str
) -> Iterator[dict[str, Any]]:
    """Rows that are records of their own: those that were changed, added or taken away."""
    hints = hints_of(kind)
    remove, *keep = row
    old = {item["id"]: item for item in before}
    for item in after:
        if not item.get("id") or item["id"] not in old:
            yield _writable(item, hints)
        elif item != old[item["id"]]:
            named = {name: item[name] for name in keep if item.get(name) is not None}
            yield {"id": item["id"], **named, **_nested(old[item["id"]], item, hints, where)}
    kept = {item.get("id") for item in after}
    for number, item in old.items():
        if number not in kept:
            if not remove:
                raise TypeError(f"{where}: item {number} was taken out, but the store keeps what a request leaves out")
            yield {"id": number, **{name: item[name] for name in keep if name in item}, remove: None}


def _whole(old: Mapping[str, Any] | None, item: Mapping[str, Any], hints: Mapping[str, Any]) -> dict[str, Any]:
    """An item of a list that is replaced as a whole.

    Of a picture the store has, the id goes and the address stays behind: sent with its address, releases before 9
    would fetch it once more. A picture whose address was changed is a new one.
    """
    found = _writable(item, hints)
    if "src" in hints and found.get("id"):
        found.pop("id" if old is not None and old.get("src") != item.get("src") else "src", None)
    return found


def _writable(item: Mapping[str, Any], hints: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _value(None, value, hints[key], key) for key, value in item.items() if key in hints}
