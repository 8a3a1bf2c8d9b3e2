"""What changed between two flat documents, operation by operation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from woospec.diff.changes import Found
from woospec.diff.schemas import Schemas, Way, releases
from woospec.diff.shapes import SILENT, Document, Part, docs, text
from woospec.kinds import elements, members
from woospec.pointers import unescape

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_NAME = re.compile(r"\{([^{}]*)\}")
#: How a parameter is written, and what holds where nothing is said.
_WRITTEN: dict[str, tuple[str, bool]] = {
    "query": ("form", True), "cookie": ("form", True), "path": ("simple", False), "header": ("simple", False)
}  # fmt: skip
Pairs = Iterator[tuple[str, Found]]


def compare(old: dict[str, Any], new: dict[str, Any]) -> Pairs:
    """Every change from `old` to `new`, with the operation in which it was found.

    Raises ValueError for a reference that leaves a document or leads nowhere.
    """
    return _Comparison(Document(old), Document(new)).changes()


class _Comparison:
    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = old, new
        self.schemas = Schemas(old, new)

    def changes(self) -> Pairs:
        yield from (("", found) for found in self._addresses())
        for where, way in (("paths", "request"), ("webhooks", "answer")):
            old, new = _operations(self.old, where), _operations(self.new, where)
            for key in dict.fromkeys((*old, *new)):
                was, now = old.get(key), new.get(key)
                if was is None or now is None:
                    word = "added" if was is None else "removed"
                    one = now or was
                    assert one is not None
                    before, after = was.pointer if was else "", now.pointer if now else ""
                    yield _id(one), Found(f"operation-{word}", one.name, before=before, after=after)
                else:
                    made = _Operation(self, was, now, "request" if way == "request" else "answer")
                    yield from ((_id(now), found) for found in made.changes())

    def _addresses(self) -> Iterator[Found]:
        old, new = _servers(self.old), _servers(self.new)
        yield from (Found("address-removed", "servers", was=one, before="/servers") for one in old if one not in new)
        yield from (Found("address-added", "servers", now=one, after="/servers") for one in new if one not in old)


class _Operation:
    """An operation that both documents have. A webhook goes the other way: what is sent there comes to us."""

    def __init__(self, all_of_it: _Comparison, old: Part, new: Part, way: Way) -> None:
        self.docs, self.schemas = (all_of_it.old, all_of_it.new), all_of_it.schemas
        self.old, self.new = old, new
        self.sent: Way = way
        self.back: Way = "answer" if way == "request" else "request"

    def changes(self) -> Iterator[Found]:
        yield from self._notes()
        yield from self._parameters()
        yield from self._body()
        yield from self._answers()

    def _notes(self) -> Iterator[Found]:
        old, new = members(self.old.value), members(self.new.value)
        here = {"before": self.old.pointer, "after": self.new.pointer}
        if old.get("operationId") != new.get("operationId"):
            yield Found("operation-id-changed", self.new.name, _id(self.old), _id(self.new), **here)
        if (old.get("deprecated") is True) != (new.get("deprecated") is True):
            word = "deprecated" if new.get("deprecated") is True else "reactivated"
            yield Found(f"operation-{word}", self.new.name, **here)
        yield from releases(self.new.name, self.old.pointer, self.new.pointer, *_bounds(old, new))
        if (old.get("summary"), docs(old)) != (new.get("summary"), docs(new)):
            yield Found("docs-changed", self.new.name, **here)
        ways = [
            {text(one) for one in elements(members(part.value).get("security", doc.root.value.get("security", [{}])))}
            for part, doc in ((self.old, self.docs[0]), (self.new, self.docs[1]))
        ]
        if ways[0] - ways[1]:
            yield Found("authentication-narrowed", "security", **here)
        elif ways[1] - ways[0]:
            yield Found("authentication-widened", "security", **here)

    def _parameters(self) -> Iterator[Found]:
        old, new = (_parameters(doc, part) for doc, part in zip(self.docs, (self.old, self.new), strict=True))
        for key in dict.fromkeys((*old, *new)):
            was, now = old.get(key), new.get(key)
            if was is not None and now is not None:
                yield from self._parameter(was, now)
            elif was is not None:
                yield Found("parameter-removed", was.name, before=was.pointer)
            elif now is not None:
                must = now.value.get("required") is True
                yield Found("required-parameter-added" if must else "parameter-added", now.name, after=now.pointer)

    def _parameter(self, old: Part, new: Part) -> Iterator[Found]:
        here = {"before": old.pointer, "after": new.pointer}
        was, now = old.value, new.value
        if was["in"] == "path" and was["name"] != now["name"]:
            yield Found("path-parameter-renamed", new.name, was["name"], now["name"], **here)
        if (was.get("required") is True) != (now.get("required") is True):
            word = "required" if now.get("required") is True else "optional"
            yield Found(f"parameter-became-{word}", new.name, **here)
        if _written(was) != _written(now):
            yield Found("parameter-written-otherwise", new.name, _written(was), _written(now), **here)
        if was.get("deprecated") != now.get("deprecated"):
            yield Found("request-deprecated" if now.get("deprecated") else "request-reactivated", new.name, **here)
        yield from releases(new.name, old.pointer, new.pointer, *_bounds(was, now))
        if docs(was) != docs(now):
            yield Found("docs-changed", new.name, **here)
        yield from self.schemas.compare((_schema(old, new.name),), (_schema(new, new.name),), self.sent)

    def _body(self) -> Iterator[Found]:
        old, new = (
            doc.follow(part.child("requestBody")) for doc, part in zip(self.docs, (self.old, self.new), strict=True)
        )
        if not old.is_there and not new.is_there:
            return
        must = [part.is_there and members(part.value).get("required") is True for part in (old, new)]
        here = {"before": old.pointer if old.is_there else "", "after": new.pointer if new.is_there else ""}
        if not new.is_there:
            yield Found("body-removed", "body", **here)
        elif not old.is_there:
            yield Found("required-body-added" if must[1] else "body-added", "body", **here)
        else:
            if must[0] != must[1]:
                yield Found("body-became-required" if must[1] else "body-became-optional", "body", **here)
            yield from self._content(old, new, "body", self.sent)

    def _answers(self) -> Iterator[Found]:
        old, new = self.old.child("responses"), self.new.child("responses")
        for status in dict.fromkeys((*members(old.value), *members(new.value))):
            was, now = self.docs[0].follow(old.child(status)), self.docs[1].follow(new.child(status))
            if was.is_there and now.is_there:
                yield from self._headers(was, now, status)
                yield from self._content(was, now, "answer" if _succeeds(status) else f"answer {status}", self.back)
                if docs(was.value) != docs(now.value):
                    yield Found("docs-changed", f"answer {status}", before=was.pointer, after=now.pointer)
                continue
            what, word = "status" if _succeeds(status) else "refusal", "added" if now.is_there else "removed"
            before, after = was.pointer if was.is_there else "", now.pointer if now.is_there else ""
            yield Found(f"{what}-{word}", f"answer {status}", before=before, after=after)

    def _headers(self, old: Part, new: Part, status: str) -> Iterator[Found]:
        was, now = (_headers(doc, part) for doc, part in zip(self.docs, (old, new), strict=True))
        for name in dict.fromkeys((*was, *now)):
            at = f"answer {status} header {name}"
            if name not in now:
                yield Found("header-removed", at, before=was[name].pointer)
            elif name not in was:
                yield Found("header-added", at, after=now[name].pointer)
            else:
                here = {"before": was[name].pointer, "after": now[name].pointer}
                must = [part.value.get("required") is True for part in (was[name], now[name])]
                if must[0] != must[1]:
                    yield Found("header-became-required" if must[1] else "header-became-optional", at, **here)
                yield from self.schemas.compare((_schema(was[name], at),), (_schema(now[name], at),), self.back)

    def _content(self, old: Part, new: Part, at: str, way: Way) -> Iterator[Found]:
        was, now = members(members(old.value).get("content")), members(members(new.value).get("content"))
        here = {"before": old.pointer, "after": new.pointer}
        for media in dict.fromkeys((*was, *now)):
            if media not in now:
                yield Found(f"{way}-media-type-removed", at, was=media, **here)
            elif media not in was:
                yield Found(f"{way}-media-type-added", at, now=media, **here)
            else:
                pair = [part.child("content", media, "schema")._replace(name=at) for part in (old, new)]
                if pair[0].is_there or pair[1].is_there:
                    schemas = [(one if one.is_there else one._replace(value={}),) for one in pair]
                    yield from self.schemas.compare(schemas[0], schemas[1], way)


def _operations(document: Document, where: str) -> dict[tuple[str, str], Part]:
    """Operations by method and path; the names of parts of a path do not matter."""
    found: dict[tuple[str, str], Part] = {}
    for path, item in members(document.root.value.get(where)).items():
        for method in _METHODS:
            if method in members(item):
                part = document.root.child(where, path, method)
                found[method, _NAME.sub("{}", path)] = part._replace(name=f"{method.upper()} {path}")
    return found


def _id(operation: Part) -> str:
    """What people call an operation: its id, or method and path."""
    return str(members(operation.value).get("operationId") or operation.name)


def _servers(document: Document) -> list[str]:
    return [str(members(one).get("url")) for one in elements(document.root.value.get("servers"))]


def _parameters(document: Document, operation: Part) -> dict[tuple[str, str], Part]:
    """Parameters by place and name, those of a path by their position in it."""
    path = operation.name.partition(" ")[2]
    places = _NAME.findall(path)
    found: dict[tuple[str, str], Part] = {}
    item = operation.pointer.rpartition("/")[0]
    above = Part(document.root.child(*_keys(item)).value, item, "")
    for owner in (above, operation):
        for n in range(len(elements(members(owner.value).get("parameters")))):
            part = document.follow(owner.child("parameters", n))
            name, place = str(part.value.get("name")), str(part.value.get("in"))
            key = str(places.index(name)) if place == "path" and name in places else name
            key = key.lower() if place == "header" else key
            shown = {"path": f"{{{name}}}", "query": f"?{name}"}.get(place, f"{place} {name}")
            found[place, key] = part._replace(name=shown)
    return found


def _bounds(old: dict[str, Any], new: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The first release that has a part, and the first without it, as both documents say."""
    for end in ("since", "until"):
        yield end, str(old.get(f"x-woo-{end}", "")), str(new.get(f"x-woo-{end}", ""))


def _keys(pointer: str) -> list[str]:
    return [unescape(key) for key in pointer.split("/")[1:]]


def _written(parameter: dict[str, Any]) -> str:
    style, explode = _WRITTEN.get(str(parameter.get("in")), ("form", True))
    style = str(parameter.get("style", style))
    explode = parameter.get("explode", explode if "style" not in parameter else style == "form")
    return f"{style}{', exploded' if explode else ''}{', reserved' if parameter.get('allowReserved') else ''}"


def _schema(part: Part, name: str) -> Part:
    """The schema of a parameter or header, also of one that is written in a media type."""
    content = members(members(part.value).get("content"))
    found = part.child("content", next(iter(content)), "schema") if content else part.child("schema")
    return found._replace(value={} if found.value is SILENT else found.value, name=name)


def _headers(document: Document, answer: Part) -> dict[str, Part]:
    return {
        name.lower(): document.follow(answer.child("headers", name))
        for name in members(members(answer.value).get("headers"))
    }


def _succeeds(status: str) -> bool:
    return status.startswith("2")
