"""Which components of a flat document refer to which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from woospec.kinds import NESTED, Value, members
from woospec.pointers import unescape

Json = dict[str, Any]
_COMPONENTS = "#/components/"
#: What stands below these is data, in which `$ref` is a value like any other.
_EXAMPLES = frozenset({"example", "examples"})


class References:
    """The references of one document; it must not change as long as this is used."""

    def __init__(self, document: Json) -> None:
        self.document = document
        #: What parts refer to, by identity, with the parts themselves: so no other one can have it.
        self.named: dict[int, tuple[Any, tuple[str, ...]]] = {}

    @cached_property
    def components(self) -> dict[str, tuple[str, ...]]:
        """Every component by kind and name, and those that it names."""
        kinds: Json = self.document["components"]
        return {
            f"{kind}/{name}": tuple(dict.fromkeys(components_in(part)))
            for kind, named in kinds.items()
            for name, part in members(named).items()
        }

    def reached(self, parts: Iterable[Any]) -> set[str]:
        """Return the components, by kind and name, that some parts refer to, also by way of others."""
        pending = [name for part in parts for name in self._named_in(part)]
        found = set(pending)
        while pending:
            for name in self.components.get(pending.pop(), ()):
                if name not in found:
                    found.add(name)
                    pending.append(name)
        return found

    def _named_in(self, part: Any) -> tuple[str, ...]:
        if id(part) not in self.named:
            self.named[id(part)] = part, tuple(components_in(part))
        return self.named[id(part)][1]

    def leading_to(self, names: set[str]) -> set[str]:
        """Return some components, and all that refer to them, also by way of others."""
        found, more = set(names), names
        while more:
            more = {n for n, below in self.components.items() if n not in found and not found.isdisjoint(below)}
            found |= more
        return found


def components_in(value: Value) -> Iterator[str]:
    """Yield the components, by kind and name, that a part refers to outside of examples."""
    pending: list[Value] = [value]
    while pending:
        here = pending.pop()
        if isinstance(here, list):
            pending += [v for v in here if isinstance(v, NESTED)]
        elif isinstance(here, dict):
            ref = here.get("$ref")
            if isinstance(ref, str) and ref.startswith(_COMPONENTS):
                yield unescape(ref.removeprefix(_COMPONENTS))
            pending += [v for k, v in here.items() if isinstance(v, NESTED) and k not in _EXAMPLES]
