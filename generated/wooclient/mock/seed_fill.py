"""Records of seeds as whole ones: what a test left out is as in a record that nobody filled in."""

from __future__ import annotations

from typing import Any

from . import blank, dates
from .call import Call
from .description import Description, Json, Operation
from .kinds import is_list, is_map
from .known_fields import Fields
from .resource import Shop
from .seed_check import without_gaps

#: Moments that a record without them gets: that of reading it in.
_MADE = ("date_created", "date_modified")

#: What a record is that shows no status, where that is not public.
_STATUSES = {"products.reviews": "approved", "webhooks": "active"}


def completed(shop: Shop, operation: Operation, value: Any) -> Any:
    """What stands under a path, each record whole. Settings and their like have nothing that must be there."""
    newest = shop.versions.newest
    create = newest.by_id.get(f"{operation.kind}.create")
    if create is None:
        return value
    fill = _Fill(shop, newest, create)
    value = without_gaps({"type": "array"}, value)
    return [fill.whole(record) for record in value] if is_list(value) else value


class _Fill:
    def __init__(self, shop: Shop, description: Description, create: Operation) -> None:
        self.description = description
        self.fields = Fields(description)
        self.schema: Json = {"$ref": create.item}
        self.empty = shop.resource(create.kind).blank(Call(description, create, {}))
        if "status" in self.empty:
            self.empty["status"] = self.empty["status"] or _STATUSES.get(create.kind, "publish")
        now = shop.now()
        for name in _MADE:
            self.empty[name], self.empty[f"{name}_gmt"] = dates.local(now, shop.zone), dates.utc(now)

    def whole(self, record: Any) -> Any:
        """A record with all that must be there."""
        if not is_map(record):
            return record
        found = self._filled(self.schema, record, self.empty)
        # Lists look for it, though not all releases show it.
        return {"status": self.empty["status"], **found} if "status" in self.empty else found

    def _filled(self, schema: Json, value: Json, empty: Json) -> Json:
        """An object, and those inside it, with the fields that its schema calls for."""
        schema = self.description.resolve(schema)
        known = self.fields.of(schema)
        found = {name: self._inside(known.get(name, {}), inner) for name, inner in value.items()}
        for name in schema.get("required", ()):
            if name not in found and name in known:
                found[name] = empty[name] if name in empty else blank.empty(self.description, known[name])
        return found

    def _inside(self, schema: Json, value: Any) -> Any:
        value = without_gaps(schema, value)
        if is_list(value) and is_map(schema.get("items")):
            return [self._inside(schema["items"], item) for item in value]
        if is_map(value) and schema and self.fields.of(schema):
            return self._filled(schema, value, {})
        return value
