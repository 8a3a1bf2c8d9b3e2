"""What changed for those who use the client: names, arguments, results and fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from woospec.diff.annotations import Relation, relation
from woospec.diff.changes import Found
from woospec.diff.surface import Argument, Class, Method, Surface

Relate = Callable[[str, str], Relation]


def compare_surfaces(old: Surface, new: Surface) -> Iterator[Found]:
    """Every change from `old` to `new` that can be seen in Python."""
    was_types, now_types = old.types, new.types

    def relate(was: str, now: str) -> Relation:
        return relation(was, now, was_types, now_types)

    yield from _names(old, new)
    moved = _moved(old, new)
    for path in dict.fromkeys((*old.classes, *new.classes)):
        was, now = old.classes.get(path), new.classes.get(path)
        if was is not None and now is not None:
            yield from _class(old.whole(was), new.whole(now), relate)
        elif was is not None and path in moved:
            yield Found("class-moved", path, was.module, moved[path].module)
            yield from _class(old.whole(was), new.whole(moved[path]), relate)
        elif was is not None:
            yield Found("class-removed", path)
        elif now is not None and now not in moved.values():
            yield Found("class-added", path)


def _names(old: Surface, new: Surface) -> Iterator[Found]:
    """Types that have a name of their own."""
    for path in dict.fromkeys((*old.names, *new.names)):
        if path not in new.names:
            yield Found("name-removed", path)
        elif path not in old.names:
            yield Found("name-added", path)
        elif old.names[path] != new.names[path]:
            change = relation(old.names[path], new.names[path], {}, {})
            rule = f"choices-{change}" if change in ("narrowed", "widened") else "value-changed"
            if change != "same":
                yield Found(rule, path, old.names[path], new.names[path])


def _moved(old: Surface, new: Surface) -> dict[str, Class]:
    """Classes that are found under their name in another module, if it is one only."""
    come: dict[str, list[Class]] = {}
    for path, one in new.classes.items():
        if path not in old.classes:
            come.setdefault(one.name, []).append(one)
    gone = [one for path, one in old.classes.items() if path not in new.classes]
    names = [one.name for one in gone]
    return {
        one.path: come[one.name][0] for one in gone if len(come.get(one.name, ())) == 1 and names.count(one.name) == 1
    }


def _class(old: Class, new: Class, relate: Relate) -> Iterator[Found]:
    at = new.path
    if old.bases != new.bases:
        yield Found("bases-changed", at, ", ".join(old.bases), ", ".join(new.bases))
    if old.docs != new.docs:
        yield Found("docstring-changed", at)
    for name, was, now in _both(old.fields, new.fields):
        yield from _one_side("field", f"{at}.{name}", was, now)
        if was is not None and now is not None:
            yield from _read("field", f"{at}.{name}", was, now, relate)
    yield from _arguments(at, old.keys, new.keys, relate)
    for name, method, other in _both(old.methods, new.methods):
        yield from _one_side("method", f"{at}.{name}", method, other)
        if method is not None and other is not None:
            yield from _method(f"{at}.{name}", method, other, relate)


def _method(at: str, old: Method, new: Method, relate: Relate) -> Iterator[Found]:
    yield from _arguments(at, old.arguments, new.arguments, relate)
    yield from _read("result", at, old.result, new.result, relate)
    if old.docs != new.docs:
        yield Found("docstring-changed", at)


def _arguments(at: str, old: dict[str, Argument], new: dict[str, Argument], relate: Relate) -> Iterator[Found]:
    for name, was, now in _both(old, new):
        place = f"{at}({name})"
        if was is None and now is not None:
            yield Found("required-argument-added" if now.required else "argument-added", place, now=now.type)
        elif now is None and was is not None:
            yield Found("argument-removed", place, was=was.type)
        elif was is not None and now is not None:
            if was.required != now.required:
                yield Found(f"argument-became-{'required' if now.required else 'optional'}", place)
            change = relate(was.type, now.type) if was.type or now.type else "same"
            if change != "same":
                rule = "argument-widened" if change == "widened" else "argument-narrowed"
                yield Found(rule, place, was.type, now.type)


def _read(what: str, at: str, old: str, new: str, relate: Relate) -> Iterator[Found]:
    change = relate(old, new) if old or new else "same"
    if change != "same":
        yield Found(f"{what}-{'narrowed' if change == 'narrowed' else 'widened'}", at, old, new)


def _one_side(what: str, at: str, old: object, new: object) -> Iterator[Found]:
    if old is None or new is None:
        yield Found(f"{what}-{'added' if old is None else 'removed'}", at)


def _both(old: dict[str, Any], new: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    for name in dict.fromkeys((*old, *new)):
        yield name, old.get(name), new.get(name)
