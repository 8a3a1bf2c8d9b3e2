"""The fields of schemas, looked up once: a seed has thousands of records, and of a few schemas."""

from __future__ import annotations

from .description import Description, Json


class Fields:
    """The fields of the object schemas of a description."""

    def __init__(self, description: Description) -> None:
        self.description = description
        #: By the id of a schema, which is kept too: no other can get its id.
        self._found: dict[int, tuple[Json, Json]] = {}

    def of(self, schema: Json) -> Json:
        """The fields of an object schema, references followed once. Not to be changed."""
        known = self._found.get(id(schema))
        if known is None:
            known = self._found[id(schema)] = (schema, self.description.properties(schema))
        return known[1]
