"""Settings: groups of them, each with its type and what it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..batch import LIMIT, batch
from ..call import Call
from ..description import Description, Json, Operation
from ..errors import Refused
from ..kinds import is_list, members
from ..state import Doc, Key, Keys, Query
from ..text import line
from . import fields
from .named import Named

#: Types of settings that are stored as they are.
_WITH_MARKUP = ("textarea", "select", "checkbox", "multiselect")


class Groups(Named):
    """Groups of settings."""

    def links(self, call: Call, doc: Doc) -> Json:
        """Where its settings are."""
        return {"options": [{"href": self.shop.rest_url(call.description, f"/settings/{doc['id']}")}]}

    def batch(self, call: Call) -> Any:
        """WooCommerce has this route and no code for it: each change fails. Before 9.5.2 it did what it was asked."""
        items = call.get("update")
        if not is_list(items) or not items:
            return []
        if len(items) > LIMIT:
            raise Refused(413, "woocommerce_rest_request_entity_too_large", f"A batch may hold {LIMIT} changes.")
        if not self.shop.since(9, 5, 2):
            return {"update": [self._changed(call, members(item)) for item in items]}
        refused = Refused(405, "invalid-method", "Settings of several groups cannot be changed at once.").body()
        return {"update": [{"id": members(item).get("id", 0), "error": refused} for item in items]}

    def _changed(self, call: Call, item: Json) -> Any:
        """What became of one change, in the group that it names."""
        options = self.shop.resource("settings.options", call.description)
        operation = call.operation_of("batch", "settings.options")
        assert operation is not None
        group = {"group_id": str(item.get("group_id", ""))}
        one = replace(call, operation=operation, path=group, params={**group, "update": [item]})
        return batch(options, one)["update"][0]


class Options(Named):
    """The settings of a group."""

    heeded_nulls = frozenset({"value"})
    #: In a batch, where each of them fails.
    undeclared = frozenset({"create", "delete"})

    def own_checks(self, operation: Operation, description: Description) -> Mapping[str, Json]:
        """The group, which stands in the path, and the value, which can be anything to WordPress."""
        return {"group": {"type": "string"}, "value": {"x-any": "mixed"}} if operation.verb == "update" else {}

    def batch(self, call: Call) -> Any:
        """Beside changes, nothing else is looked at."""
        others = ("create", "delete") if call.get("update") else ()
        return batch(self, replace(call, params={k: v for k, v in call.params.items() if k not in others}))

    def _known(self, group: Key | None) -> bool:
        """Groups without any setting are of two kinds: some are empty, others cannot be asked for at all."""
        return bool(self.state.note(f"settings of {group}")) or bool(self.state.all(self.kind, group))

    def parent_exists(self, call: Call) -> bool:
        """Whether the group can be asked for."""
        return self._known(self.parent_key(call.path))

    def missing(self, call: Call) -> Refused:
        """A group that cannot be asked for, or a setting that it does not have."""
        what = "setting" if self.parent_exists(call) else "setting_group"
        return Refused(404, f"rest_setting_{what}_invalid", "There is no such setting here.")

    def select(self, query: Query, call: Call) -> Keys:
        """Before 9.8 the page of shipping zones told of the settings beside it too, so that each comes twice."""
        found = super().select(query, call)
        return [*found, *found] if call.path.get("group_id") == "shipping" and not self.shop.since(9, 8) else found

    def get(self, call: Call) -> Any:
        """One setting; it looks otherwise than in a list."""
        return self.render(call, self.wanted(call))

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """Only the value changes."""
        doc["value"] = fields.checked(doc, call.params.get("value"))

    def store(self, call: Call | None, doc: Doc, *, new: bool) -> None:
        """WooCommerce strips markup of short texts when it stores them; the answer to the change still shows it."""
        plain = isinstance(doc["value"], str) and doc["type"] not in _WITH_MARKUP
        mailed = str(doc["_parent"]).startswith("email_")
        super().store(call, {**doc, "value": line(doc["value"])} if plain and not mailed else doc, new=new)

    def render(self, call: Call, doc: Doc) -> Json:
        """A setting that stands alone tells its group."""
        shown = self.show(call, doc)
        if call.operation.verb != "list":
            shown["group_id"] = doc["_parent"]
        shown["_links"] = self.links(call, doc)
        return shown

    def seed(self, value: Any, path: Json) -> None:
        """An empty list of a snapshot says that the group is there."""
        self.state.set_note(f"settings of {path['group_id']}", True)
        super().seed(value, path)
