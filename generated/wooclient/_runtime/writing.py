"""What of a model was changed since it was read, in the form of an update: nothing more is sent.

The store keeps what a request does not name. So an update that names only what was changed cannot undo what others
changed meanwhile, and cannot lose what plugins keep in places that this package knows nothing about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_origin

from .inputs import (
    ALIKE,
    CLEAR,
    clears,
    hints_of,
    named_once,
    nearest,
    python_name,
    reads_shop_time,
    row_of,
    typed_dict,
)
from .models import Model, original, to_wire
from .repair import is_indexed
from .scalars import UtcDateTime
from .shapes import is_array, is_object, is_text

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
    hints, declared = hints_of(kind), _declared(type(model))
    where = type(model).__name__
    known: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for key, value in _changed(before, to_wire(model)):
        if key in hints:
            if is_text(value) and reads_shop_time(hints[key]) and _answers_utc(type(model), key):
                value += "Z"
            given = _value(before.get(key), value, hints[key], declared.get(key), f"{where}.{key}")
            if given != [] or not value:  # rows that are all as they were, though the list has another form
                known[python_name(kind, key)] = given
        else:
            _check_unknown(key, before, declared, f"{where}.{key}")
            extra[key] = value
    return {**known, "extra": extra} if extra else known


def _changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from ((key, value) for key, value in after.items() if key not in before or not _same(before[key], value))


def _same(one: Any, other: Any) -> bool:
    """Whether two JSON values are one to the store, for which true is not 1."""
    if is_object(one) and is_object(other):
        return one.keys() == other.keys() and all(_same(value, other[key]) for key, value in one.items())
    if is_array(one) and is_array(other):
        return len(one) == len(other) and all(map(_same, one, other))
    return isinstance(one, bool) is isinstance(other, bool) and bool(one == other)


def _check_unknown(key: str, before: Mapping[str, Any], declared: Mapping[str, Any], where: str) -> None:
    """Refuse to send what only the store sets, and what is new and nearly has the name of something else."""
    if key in declared:
        raise TypeError(f"{where} was changed, but only the store sets it")
    if key not in before:
        _check_spelling(key, declared, where)


def _check_spelling(key: str, known: Mapping[str, Any], where: str) -> None:
    close = nearest(key, known, ALIKE)
    if close:
        raise TypeError(f"{where} is new here; did you mean {close}? Names of plugins go through update(extra=...)")


def _value(before: Any, after: Any, hint: Any, shape: Any, where: str) -> Any:
    """What to send for a field: of the type `hint` in requests, of the type `shape` in answers."""
    if after is None and clears(hint):
        return CLEAR
    if _takes(hint, Sequence):
        before, after = _rows(before), _rows(after)
    kind = typed_dict(hint)
    if kind is None:
        return _settings(before, after, where) if _takes(hint, Mapping) and is_object(after) else after
    if after is None and NoneType not in get_args(hint):
        raise TypeError(f"{where} was set to None, with which the store does nothing; empty its fields instead")
    declared = _declared(_model_in(shape))
    if is_array(after):
        return _list(before if is_array(before) else [], after, kind, declared, where)
    return _object(before, after, hints_of(kind), declared, where) if is_object(after) else after


def _takes(hint: Any, container: type) -> bool:
    """Whether one of the forms of a declared type is such a container."""
    return get_origin(hint) is container or any(_takes(option, container) for option in get_args(hint))


def _rows(value: Any) -> Any:
    """A list, also if PHP wrote it as an object with its indices as keys."""
    return list(value.values()) if is_indexed(value) else value


def _settings(before: Any, after: Mapping[str, Any], where: str) -> dict[str, Any]:
    """A map by name. Settings are read with all that is said of them, and written as their values."""
    old: Mapping[str, Any] = before if is_object(before) else {}
    if not any(is_object(one) for one in after.values()):
        return dict(after)
    found: dict[str, Any] = {}
    for name, one in _changed(old, after):
        was: Any = old.get(name)
        if is_object(one) and is_object(was) and [key for key, _ in _changed(was, one)] != ["value"]:
            raise TypeError(f"{where}.{name} was changed, but only its value can be set")
        found[name] = one.get("value") if is_object(one) else one
    return found


def _object(
    before: Any, after: dict[str, Any], hints: Mapping[str, Any], declared: Mapping[str, Any], where: str
) -> Any:
    """The changed keys of an object. One that stands for a record elsewhere, as a picture does, keeps its id."""
    if not is_object(before) or ("id" in hints and after.get("id") != before.get("id")):
        return _whole(None, after, hints, declared, where)
    changed = _nested(before, after, hints, declared, where)
    if "id" in hints and after.get("id") and "src" not in changed:
        changed["id"] = after["id"]
    return changed


def _nested(
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    hints: Mapping[str, Any],
    declared: Mapping[str, Any],
    where: str,
) -> dict[str, Any]:
    """The keys of an object inside a record that differ."""
    changed: dict[str, Any] = {}
    for key, value in _changed(before, after):
        if key in hints:
            changed[key] = _value(before.get(key), value, hints[key], declared.get(key), f"{where}.{key}")
        else:
            _check_unknown(key, before, declared, f"{where}.{key}")
            changed[key] = value
    return changed


def _list(before: list[Any], after: list[Any], kind: Any, declared: Mapping[str, Any], where: str) -> list[Any]:
    row, hints = row_of(kind), hints_of(kind)
    old = {item["id"]: item for item in before if is_object(item) and item.get("id")}
    if row is not None:
        return list(_by_id(before, old, after, hints, declared, row, where))
    return [
        _whole(old.get(item.get("id")), item, hints, declared, where) if is_object(item) else item for item in after
    ]


def _by_id(
    before: list[Any],
    old: Mapping[Any, dict[str, Any]],
    after: list[Any],
    hints: Mapping[str, Any],
    declared: Mapping[str, Any],
    row: tuple[str, ...],
    where: str,
) -> Iterator[dict[str, Any]]:
    """Rows that are records of their own: those that were changed, added or taken away."""
    remove, *keep = row
    nameless = [item for item in before if not is_object(item) or not item.get("id")]
    for item in after:
        known: dict[str, Any] | None = old.get(item.get("id")) if is_object(item) else None
        if known is not None:
            yield from _row(known, item, hints, declared, keep, where)
        elif not _take(nameless, item):
            yield _writable(item, hints, declared, where)
    kept = {item.get("id") for item in after if is_object(item)}
    for number, item in old.items():
        if number not in kept:
            if not remove:
                raise TypeError(f"{where}: item {number} was taken out, but the store keeps what a request leaves out")
            yield {"id": number, **{name: item[name] for name in keep if name in item}, remove: None}


def _row(
    known: dict[str, Any],
    item: dict[str, Any],
    hints: Mapping[str, Any],
    declared: Mapping[str, Any],
    keep: list[str],
    where: str,
) -> Iterator[dict[str, Any]]:
    """A row that is there already, if it was changed; with all it holds if it got another name."""
    changed = _nested(known, item, hints, declared, where)
    if changed and any(name in changed for name in keep):
        yield _writable(item, hints, declared, where)
    elif changed:
        named = {name: item[name] for name in keep if item.get(name) is not None}
        yield {"id": item["id"], **named, **changed}


def _take(items: list[Any], item: Any) -> bool:
    """Whether `item` was among `items`, from which it then is taken."""
    at = next((i for i, one in enumerate(items) if _same(one, item)), None)
    if at is not None:
        del items[at]
    return at is not None


def _whole(
    old: Mapping[str, Any] | None,
    item: dict[str, Any],
    hints: Mapping[str, Any],
    declared: Mapping[str, Any],
    where: str,
) -> dict[str, Any]:
    """An item of a list that is replaced as a whole. A picture whose address was changed is a new one."""
    if old is not None and hints.keys() <= {"id", "name"} and not _same(old, item):
        raise TypeError(
            f"{where}: item {item['id']} was changed, but it is only named here; change it where it is kept"
        )
    moved = old is not None and old.get("src") != item.get("src")
    return named_once(_writable(item, hints, declared, where), hints, moved=moved)


def _writable(
    item: Mapping[str, Any], hints: Mapping[str, Any], declared: Mapping[str, Any], where: str
) -> dict[str, Any]:
    """What a request can set of an item, and what plugins keep in it; what only the store sets stays behind."""
    absent = {name: hint for name, hint in hints.items() if name not in item}
    found: dict[str, Any] = {}
    for key, value in item.items():
        if key in hints:
            found[key] = _value(None, value, hints[key], declared.get(key), f"{where}.{key}")
        elif key not in declared:
            _check_spelling(key, absent, f"{where}.{key}")
            found[key] = value
    return found


def _declared(model: Any) -> dict[str, Any]:
    """The fields of a model by wire name, with their types; none of what is no model."""
    fields: Mapping[str, Any] = getattr(model, "model_fields", {})
    return {field.alias or name: field.annotation for name, field in fields.items()}


def _answers_utc(model: type[Model], key: str) -> bool:
    """Whether a moment in answers is UTC without saying so."""
    field = next((field for name, field in model.model_fields.items() if (field.alias or name) == key), None)
    if field is None:
        return False
    marks = [*field.metadata, *(mark for o in get_args(field.annotation) for mark in getattr(o, "__metadata__", ()))]
    return any(mark in marks for mark in get_args(UtcDateTime)[1:])


def _model_in(shape: Any) -> Any:
    """The model inside a declared type (`list[X]`, `X | None`); None if there is none."""
    if hasattr(shape, "model_fields"):
        return shape
    return next((found for option in get_args(shape) if (found := _model_in(option)) is not None), None)
