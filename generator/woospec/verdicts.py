"""Which parts of a description earlier runs found valid, so that they are not judged again.

Only runs without any problem are remembered: whatever a verdict might owe to another fault, none was there. A verdict
stands for as long as everything that it depends on stays as it is (see `fingerprint`); `cache` adds the programs.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable
from typing import Any

from woospec.cache import Cache, Section, digest
from woospec.fingerprint import DATA, Fingerprint
from woospec.kinds import Value
from woospec.load import Spec
from woospec.rules.house import Op
from woospec.rules.sites import kind_of
from woospec.rules.standard import Fault
from woospec.select import Bundle

#: Starts the standard's validation of a bundle; what it returns waits for the faults.
Standard = Callable[[dict[str, Any]], Callable[[], list[Fault]]]


class Verdicts:
    """What is known to be valid."""

    def __init__(self, cache: Cache) -> None:
        self.parts = cache.section("parts")
        self.documents, self.examples = cache.section("valid documents"), cache.section("valid examples")
        self.files, self.specs = cache.section("files"), cache.section("valid specs")
        self.texts = cache.section("valid texts")

    def knows(self, spec: Spec) -> bool:
        """Whether the spec as it is written broke no rule, except perhaps those about texts."""
        return bool(self.specs.find(spec_digest(spec, self.files)))

    def readable(self, spec: Spec) -> set[str]:
        """The files whose texts broke no rule, as they are."""
        return {path for path, file in spec.files.items() if self.texts.find(f"{kind_of(path)} {file.key}")}

    def fingerprint(self, bundle: Bundle) -> Fingerprint:
        """The digests of a bundle's parts."""
        return Fingerprint(bundle.document, self.parts)

    def standard(self, one: Fingerprint, ask: Standard) -> Callable[[], list[Fault]]:
        """The faults of a document: none if it is known, else `ask` finds them."""
        return list if self.documents.find(one.whole) else ask(one.document)

    def without_known_examples(self, one: Fingerprint, operations: list[Op]) -> list[Op]:
        """The operations whose examples have to be judged."""
        unknown = {path for path, key in one.paths.items() if not self.examples.find(key)}
        return [op for op in operations if op.path in unknown]

    def keep(self, spec: Spec, prints: Iterable[Fingerprint]) -> None:
        """Remember a spec and its documents, in which nothing was found."""
        self.specs.keep(spec_digest(spec, self.files), True)
        for path, file in spec.files.items():
            self.texts.keep(f"{kind_of(path)} {file.key}", True)
        for one in prints:
            self.documents.keep(one.whole, True)
            for key in one.paths.values():
                self.examples.keep(key, True)


def spec_digest(spec: Spec, known: Section) -> str:
    """A digest of a spec as it is written, but for the words of descriptions: only whether there are any counts."""
    total: list[str] = []
    for path, file in spec.files.items():
        key = f"{kind_of(path)} {file.key}"
        found: str | None = known.find(key)
        if found is None:
            # In an example, a description is a value like any other.
            data = file.data if kind_of(path) == "examples" else _described(file.data)
            found = digest(marshal.dumps(data, 2))
            known.keep(key, found)
        total.append(f"{path} {found}")
    return digest("\n".join(total).encode())


def _described(value: Value) -> Any:
    if isinstance(value, list):
        return [_described(v) for v in value]
    if isinstance(value, dict):
        return {k: _member(k, v) for k, v in value.items()}
    return value


def _member(key: str, value: Value) -> Any:
    if key == "description" and isinstance(value, str):
        return "words" if value.strip() else ""
    return value if key in DATA else _described(value)
