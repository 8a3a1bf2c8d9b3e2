"""What a verdict on a part of a flat document depends on, as a digest: the part, and all that it refers to.

Texts that no validator reads are left out, so that better words for a field leave every verdict as it is.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from woospec.cache import Section, digest
from woospec.kinds import Value, is_map, members
from woospec.load import unescape

Json = dict[str, Any]
_TEXTS = frozenset({"description", "summary"})
#: What stands below these is data, in which a description is a value like any other.
_EXAMPLES = frozenset({"example", "examples"})
DATA = _EXAMPLES | {"const", "default", "enum"}
_COMPONENTS = "#/components/"


class Fingerprint:
    """Digests of the parts of one document; `known` holds those of parts that earlier runs saw."""

    def __init__(self, document: Json, known: Section) -> None:
        self.document, self.known = document, known

    @cached_property
    def components(self) -> dict[str, tuple[str, tuple[str, ...]]]:
        """Every component by kind and name: its own digest, and the components that it names."""
        kinds: Json = self.document["components"]
        return {
            f"{kind}/{name}": self.own(part) for kind, named in kinds.items() for name, part in members(named).items()
        }

    @cached_property
    def paths(self) -> dict[str, str]:
        """Every path with a digest of it and all that it refers to."""
        return {path: self._whole(path, item) for path, item in self.document["paths"].items()}

    @cached_property
    def whole(self) -> str:
        """A digest of everything."""
        head = {k: v for k, v in self.document.items() if k not in ("paths", "components")}
        # What is no map of components has none to list.
        kinds = {k: list(v) if is_map(v) else v for k, v in self.document["components"].items()}
        parts = [self.own([head, kinds])[0], *(f"{k} {own}" for k, (own, _) in self.components.items())]
        return digest("\n".join([*parts, *(f"{k} {v}" for k, v in self.paths.items())]).encode())

    def _whole(self, path: str, item: Any) -> str:
        parts = [f"{n} {self.components[n][0]}" for n in sorted(self.reached([item])) if n in self.components]
        return digest("\n".join([path, self.own(item)[0], *parts]).encode())

    def reached(self, parts: Iterable[Any]) -> set[str]:
        """The components, by kind and name, that some parts refer to, also by way of others."""
        found = {name for part in parts for name in self.own(part)[1]}
        pending = list(found)
        while pending:
            for name in self.components.get(pending.pop(), ("", ()))[1]:
                if name not in found:
                    found.add(name)
                    pending.append(name)
        return found

    def own(self, part: Any) -> tuple[str, tuple[str, ...]]:
        """A digest of a part itself, and the components that it names."""
        # Version 2 of the format writes the same bytes for equal data, however it is held in memory.
        raw = marshal.dumps(part, 2)
        key = digest(raw)
        found: tuple[str, tuple[str, ...]] | None = self.known.find(key)
        if found is None:
            found = (digest(marshal.dumps(without_texts(part), 2)), tuple(dict.fromkeys(_named(part))))
            self.known.keep(key, found)
        return found


def without_texts(value: Value) -> Any:
    """The value with nothing in place of texts for people."""
    if isinstance(value, list):
        return [without_texts(v) for v in value]
    if isinstance(value, dict):
        return {
            k: "" if k in _TEXTS and isinstance(v, str) else v if k in DATA or k[:2] == "x-" else without_texts(v)
            for k, v in value.items()
        }
    return value


def _named(value: Value) -> Iterator[str]:
    """The components, by kind and name, that a part refers to outside of examples."""
    if isinstance(value, list):
        for inner in value:
            yield from _named(inner)
    elif isinstance(value, dict):
        ref = value.get("$ref")
        if isinstance(ref, str) and ref.startswith(_COMPONENTS):
            yield unescape(ref.removeprefix(_COMPONENTS))
        for key, inner in value.items():
            if key not in _EXAMPLES:
                yield from _named(inner)
