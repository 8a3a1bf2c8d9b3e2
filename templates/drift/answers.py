"""Real answers beside the description: fields and words that it lacks, values that it does not allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from .._runtime.shapes import is_array, is_object
from ..contract.described.description import Described, Description, Json, unnamed
from .comparing import Release
from .dump import Sample
from .findings import Finding
from .masking import is_code
from .shapes import Shape, described_shape, seen_types


def answer_differences(description: Description, samples: Sequence[Sample], release: Release) -> Iterator[Finding]:
    """Every difference between real answers of one version and the description of it."""
    reads = {operation.route: operation for operation in description.operations.values() if operation.reads}
    for sample in samples:
        operation = reads.get(unnamed(sample.path))
        schema = operation.answer(sample.status) if operation is not None else None
        if operation is not None and schema is not None:
            yield from _Answer(description, operation, release).differences(sample, schema)


@cache
def _shape(description: Description, id: str, status: int) -> Shape:
    """What the description says of an answer."""
    return described_shape(description, description.operations[id].answer(status) or {})


class _Answer:
    """One operation, to be held beside answers of it."""

    def __init__(self, description: Description, operation: Described, release: Release) -> None:
        self._description, self._operation, self._release = description, operation, release

    def differences(self, sample: Sample, schema: Json) -> Iterator[Finding]:
        """What of one answer the description lacks, or does not allow."""
        told: set[tuple[str, str]] = set()
        for fault in self._description.faults(schema, sample.body):
            name = ".".join(part for part in fault.pointer.split("/") if part and not part.isdigit())
            if (name, fault.message) not in told:
                told.add((name, fault.message))
                yield self._finding("answer-differs", name, fault.message, fault.place)
        yield from self._beyond(sample.body, _shape(self._description, self._operation.id, sample.status), "")

    def _beyond(self, value: object, shape: Shape, name: str) -> Iterator[Finding]:
        """Fields and words that the description does not have."""
        if is_array(value):
            inner = shape.item if shape.item is not None else shape
            for item in value:
                yield from self._beyond(item, inner, name)
        elif is_object(value):
            if not shape.fields:  # it may hold anything
                return
            for key, child in value.items():
                path = f"{name}.{key}" if name else key
                if key in shape.fields:
                    yield from self._beyond(child, shape.fields[key], path)
                elif key != "_links" and is_code(key):  # any other name is masked, and tells nothing
                    yield self._finding("answer-field", path, ", ".join(sorted(seen_types([child]))))
        elif isinstance(value, str) and shape.words and shape.is_open and value not in shape.words and is_code(value):
            yield self._finding("answer-word", name, value)

    def _finding(self, kind: str, name: str, store: str, place: str = "") -> Finding:
        operation = self._operation
        return Finding(
            kind, self._description.version, operation.id, "answer", name, store, place=place or operation.place
        )
