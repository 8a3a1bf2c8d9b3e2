"""What a change of a schema means for those who send it, and for those who read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from woospec.diff.changes import Found
from woospec.diff.rules import RULES
from woospec.diff.shapes import LOWER, SILENT, UPPER, Document, Part, Shape, text

Way = Literal["request", "answer"]
Relation = Literal["narrowed", "widened"]


class Schemas:
    """Compares schemas of two documents, each pair once."""

    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = old, new
        self._known: dict[tuple[Any, ...], list[Found]] = {}

    def compare(self, old: tuple[Part, ...], new: tuple[Part, ...], way: Way) -> list[Found]:
        """The changes from `old` to `new`, those of everything below included; a circle is gone round once."""
        key = (way, tuple(p.pointer for p in old), tuple(p.pointer for p in new))
        if key not in self._known:
            self._known[key] = []
            self._known[key] = list(self._compare(self.old.shape(old), self.new.shape(new), way))
        return self._known[key]

    def _compare(self, old: Shape, new: Shape, way: Way) -> Iterator[Found]:
        pair = Pair(old, new, way)
        yield from pair.types()
        yield from pair.values()
        yield from pair.limits()
        yield from pair.forms()
        yield from pair.notes()
        yield from self._fields(old, new, way)
        if old.items and new.items:
            yield from self.compare(old.items, new.items, way)
        yield from self._extra(pair)
        yield from self._alternatives(pair)

    def _fields(self, old: Shape, new: Shape, way: Way) -> Iterator[Found]:
        for name in dict.fromkeys((*old.fields, *new.fields)):
            was, now = old.fields.get(name, ()), new.fields.get(name, ())
            is_old = bool(was) and _is_seen(self.old.shape(was), way)
            is_new = bool(now) and _is_seen(self.new.shape(now), way)
            must = (name in old.required, name in new.required)
            at = f"{new.name}.{name}"
            before, after = was[-1].pointer if was else "", now[-1].pointer if now else ""
            if is_old and is_new:
                if must[0] != must[1]:
                    word = "required" if must[1] else "optional"
                    yield Found(f"{way}-field-became-{word}", at, before=before, after=after)
                yield from self.compare(was, now, way)
            elif is_old:
                yield Found(_gone(way, bool(now)), at, before=before, after=after)
            elif is_new:
                yield Found(_come(way, bool(was), must[1]), at, before=before, after=after)

    def _extra(self, pair: Pair) -> Iterator[Found]:
        old, new = pair.old.extra, pair.new.extra
        if (old is None) != (new is None):
            taken = {"request": "taken", "answer": "added"}, {"request": "refused", "answer": "removed"}
            yield pair.found(f"extra-fields-{taken[new is None][pair.way]}")
        elif old and new:
            yield from self.compare(old, new, pair.way)
        elif old != new:
            yield from pair.relation("limit", "widened" if old else "narrowed")

    def _alternatives(self, pair: Pair) -> Iterator[Found]:
        gone, come = list(pair.old.alternatives), list(pair.new.alternatives)
        if not gone and not come:
            return
        # Where there are no alternatives, the whole is the only one.
        gone, come = gone or [pair.old.parts], come or [pair.new.parts]
        for old in list(gone):
            same = next((new for new in come if self._is_same(old, new, pair.way)), None)
            if same is not None:
                yield from self.compare(old, same, pair.way)
                gone.remove(old)
                come.remove(same)
        if len(gone) == len(come) == 1:
            yield from self.compare(gone[0], come[0], pair.way)
            return
        for old in gone:
            yield pair.found("form-removed", was=_told(self.old.shape(old)), before=old[-1].pointer)
        for new in come:
            yield pair.found("form-added", now=_told(self.new.shape(new)), after=new[-1].pointer)

    def _is_same(self, old: tuple[Part, ...], new: tuple[Part, ...], way: Way) -> bool:
        return all(RULES[found.rule].verdict == "docs" for found in self.compare(old, new, way))


class Pair:
    """An old and a new shape, and which way values go."""

    def __init__(self, old: Shape, new: Shape, way: Way) -> None:
        self.old, self.new = old, new
        self.way: Way = way

    def found(self, rule: str, was: str = "", now: str = "", **places: str) -> Found:
        """A change of this pair; `rule` without the way."""
        where = {"before": self.old.pointer, "after": self.new.pointer, **places}
        return Found(f"{self.way}-{rule}", self.new.name, was, now, **where)

    def relation(self, what: str, relation: Relation | None, was: str = "", now: str = "") -> Iterator[Found]:
        """A change by whether it allows less or more; where it allows other things, what breaks something is said."""
        breaking: Relation = "narrowed" if self.way == "request" else "widened"
        yield self.found(f"{what}-{relation or breaking}", was, now)

    def types(self) -> Iterator[Found]:
        """Types of value, and null."""
        old, new = self.old.types - {"null"}, self.new.types - {"null"}
        if old != new:
            yield from self.relation("type", _order(old, new), ", ".join(sorted(old)), ", ".join(sorted(new)))
        if ("null" in self.old.types) != ("null" in self.new.types):
            yield self.found("null-added" if "null" in self.new.types else "null-removed")

    def values(self) -> Iterator[Found]:
        """Closed and open lists of values."""
        old, new = self.old.values, self.new.values
        if (old is None) != (new is None):
            yield self.found("values-closed" if old is None else "values-opened", _listed(old), _listed(new))
        elif old is not None and new is not None:
            yield from self._listed_changes("value", old, new)
        if old is None and new is None:
            yield from self._listed_changes("known-value", self.old.known or {}, self.new.known or {})

    def _listed_changes(self, what: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Found]:
        yield from (self.found(f"{what}-removed", was=key) for key in old if key not in new)
        yield from (self.found(f"{what}-added", now=key) for key in new if key not in old)

    def limits(self) -> Iterator[Found]:
        """How large, long or many."""
        for words, sign in ((UPPER, 1), (LOWER, -1)):
            for word in words:
                old, new = self.old.limits.get(word), self.new.limits.get(word)
                if old == new:
                    continue
                wider = old is not None and (new is None or (new - old) * sign > 0)
                yield from self.relation(
                    "limit", "widened" if wider else "narrowed", _said(word, old), _said(word, new)
                )

    def forms(self) -> Iterator[Found]:
        """Formats and patterns, and words that are not followed."""
        for word in dict.fromkeys((*self.old.forms, *self.new.forms)):
            old, new = self.old.forms.get(word), self.new.forms.get(word)
            if old != new:
                relation: Relation | None = "narrowed" if old is None else "widened" if new is None else None
                if (old, new) in (("int32", "int64"), ("int64", "int32")):
                    relation = "widened" if old == "int32" else "narrowed"
                yield from self.relation("format", relation, _said(word, old), _said(word, new))
        for word in dict.fromkeys((*self.old.others, *self.new.others)):
            was, now = self.old.others.get(word, ""), self.new.others.get(word, "")
            if was != now:
                yield self.found("rule-changed", f"{word} {was}" if was else "", f"{word} {now}" if now else "")

    def notes(self) -> Iterator[Found]:
        """What is said besides: defaults, deprecation, releases, words."""
        old, new = self.old, self.new
        if self.way == "request" and text(old.default) != text(new.default):
            was, now = (None if d is SILENT else text(d) for d in (old.default, new.default))
            word = "added" if was is None else "removed" if now is None else "changed"
            yield self.found(f"default-{word}", was or "", now or "")
        if old.deprecated != new.deprecated:
            yield self.found("deprecated" if new.deprecated else "reactivated")
        places = (new.name, old.pointer, new.pointer)
        yield from releases(*places, ("since", old.since, new.since), ("until", old.until, new.until))
        if old.docs != new.docs:
            yield Found("docs-changed", new.name, before=old.pointer, after=new.pointer)


def releases(at: str, before: str, after: str, *bounds: tuple[str, str, str]) -> Iterator[Found]:
    """Changes of the releases that have something; what says nothing is there from the first to the last."""
    for word, old, new in bounds:
        if old != new:
            silent = _release("0") if word == "since" else _release("9999")
            raised = (_release(new) if new else silent) > (_release(old) if old else silent)
            yield Found(f"{word}-{'raised' if raised else 'lowered'}", at, old or "any", new or "any", before, after)


def _release(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))


def _is_seen(shape: Shape, way: Way) -> bool:
    return not (shape.read_only if way == "request" else shape.write_only)


def _gone(way: Way, stays: bool) -> str:
    return "request-field-became-read-only" if stays and way == "request" else f"{way}-field-removed"


def _come(way: Way, was_there: bool, required: bool) -> str:
    if way == "answer":
        return "answer-field-added"
    if required:
        return "required-request-field-added"
    return "request-field-became-writable" if was_there else "request-field-added"


def _order(old: frozenset[str], new: frozenset[str]) -> Relation | None:
    return "narrowed" if new < old else "widened" if new > old else None


def _said(word: str, value: Any) -> str:
    return "" if value is None else f"{word} {value}"


def _listed(values: dict[str, Any] | None) -> str:
    return "any" if values is None else ", ".join(values)


def _told(shape: Shape) -> str:
    return shape.name if "." not in shape.name and "[" not in shape.name else ", ".join(sorted(shape.types))
