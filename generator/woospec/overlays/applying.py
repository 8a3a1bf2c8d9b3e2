"""Actions carried out on a document, and whose each part of it is afterwards."""

from __future__ import annotations

import json
import marshal
from typing import Any

from woospec.kinds import is_list, is_map
from woospec.load import Node
from woospec.overlays.reading import Action, Overlay
from woospec.overlays.targets import Keys, below, selected
from woospec.overlays.words import opened, place_of
from woospec.pointers import escape
from woospec.problems import Placed, Problems
from woospec.rules.shape import kind_word, shown
from woospec.select import METHODS

Json = dict[str, Any]
#: The newest form of marshal that writes everything out, however often it stands in a value.
_UNSHARED = 2
#: What belongs to the description itself: where a version is, and what the generator refers to.
_OURS: frozenset[Keys] = frozenset(
    {
        ("openapi",),
        ("servers",),
        ("x-fields",),
        ("x-conditions",),
        ("x-common-errors",),
        ("components", "securitySchemes"),
        ("components", "headers"),
        ("components", "responses"),
        ("components", "schemas", "Error"),
        ("components", "schemas", "BatchItemError"),
    }
)
#: How many keys lead to an operation or a component, and what says that the whole of a schema is meant.
_WHOLE, _OF_WHOLE_SCHEMAS = 3, frozenset({"type", "description", "$ref", "anyOf", "allOf", "enum"})
_OF_A_PATH = 2
#: What an overlay may add to, and not remove.
_NEEDED: frozenset[Keys] = frozenset(
    {
        *((key,) for key in ("info", "security", "tags", "x-shown", "paths", "components")),
        *(("components", key) for key in ("schemas", "parameters")),
    }
)


def pointer(keys: Keys) -> str:
    """The keys as a JSON pointer."""
    return "".join(f"/{escape(str(key))}" for key in keys)


class Application:
    """One document on which overlays are carried out.

    `origins` are the parts that overlays wrote, by pointer; `removed` what they took out.
    """

    def __init__(self, document: Json, problems: Problems) -> None:
        #: A copy: what was read or found in the store stays as it is.
        self.document: Json = _copy(document)
        self.problems = problems
        self.origins: dict[str, Node] = {}
        self.removed: dict[str, Node] = {}

    @property
    def changes(self) -> dict[str, Node]:
        """What overlays wrote and took out, by pointer."""
        return {**self.origins, **self.removed}

    def apply(self, overlay: Overlay) -> None:
        """Carry out every action of an overlay, in order."""
        for action in overlay.actions:
            found = self._selected(action.target)
            if action.update is None:
                # Of a list, what stands behind is removed first, so that the other places stay right.
                for keys in sorted(found, key=_last, reverse=True):
                    self._remove(keys, action)
            elif found and self._fits(found, action):
                for keys in found:
                    self._update(keys, action.update)

    def _selected(self, target: Node) -> list[Keys]:
        """The places that a target selects: in the document as the house has it, or as other tools read it."""
        unheard = Problems(stage=self.problems.stage)
        found = selected(target, self.document, unheard)
        if not found and "anyOf" in str(target.value):
            unheard = Problems(stage=self.problems.stage)
            plain = selected(target, opened(self.document), unheard)
            found = [place_of(self.document, place) for place in plain]
        self.problems.extend(unheard)
        return found

    def _fits(self, found: list[Keys], action: Action) -> bool:
        """Whether a target can be changed at all: objects and lists can, single values stand in one."""
        for keys in found:
            value, target = below(self.document, keys), action.target
            if not is_map(value) and not is_list(value):
                message = f"the target {shown(target.value)} selects {kind_word(value)}"
                hint = "select the object that holds it, and put the value under its key into update"
                self.problems.add("overlay-target", message, target, hint=hint)
                return False
            if is_list(value) and action.update is not None and is_list(action.update.value):
                message = "a list is to be added to a list, as one entry"
                hint = "write one action for each entry, such as update: packed"
                self.problems.add("overlay-target", message, action.update, target, hint=hint)
                return False
            if is_map(value) and action.update is not None and not is_map(action.update.value):
                message = f"an object is to be changed by {kind_word(action.update.value)}"
                hint = "update must be a map of what to add; only lists take a single value"
                self.problems.add("overlay-target", message, action.update, target, hint=hint)
                return False
        return True

    def _update(self, keys: Keys, node: Node) -> None:
        target = below(self.document, keys)
        if is_list(target):
            self._append(target, keys, node)
        else:
            self._merge(target, keys, node)

    def _append(self, target: list[Any], keys: Keys, node: Node) -> None:
        """Add one entry; a plain value that is there already goes without saying."""
        if self._is_ours((*keys, len(target)), node):
            return
        if not is_map(node.value) and any(_same(node.value, there) for there in target):
            return
        self.origins[pointer((*keys, len(target)))] = node
        target.append(_copy(node.value))
        if (checked := self._checked(keys)) is not None:
            self._append(checked, (*keys[:-1], "enum"), node)

    def _checked(self, keys: Keys) -> list[Any] | None:
        """The words that a store without plugins takes, if keys lead to an open list beside which they stand."""
        found = below(self.document, (*keys[:-1], "enum")) if keys[-1:] == ("x-known-values",) else None
        return found if is_list(found) else None

    def _merge(self, target: Json, keys: Keys, node: Node) -> None:
        for key, child in node.members():
            here = (*keys, key)
            old = target.get(key)
            if is_map(old) and is_map(child.value) and self._stands(here, child):
                continue
            if is_map(old) and is_map(child.value):
                self._merge(old, here, child)
            elif is_list(old) and is_list(child.value):
                for entry in child.elements():
                    self._append(old, here, entry)
            elif not self._is_ours(here, child):
                self._set(target, here, child)

    def _stands(self, keys: Keys, node: Node) -> bool:
        """Whether a whole schema or operation would be mixed with another one that is there already; that is told."""
        name, place = str(keys[-1]), pointer(keys)
        if self.written(place) is not None:
            return False
        if keys[:2] == ("components", "schemas") and len(keys) == _WHOLE and node.value.keys() & _OF_WHOLE_SCHEMAS:
            message = f"a schema called {shown(name)} is there already"
            hint = f"choose another name; to change the one that is there, target $.components.schemas.{name}"
            self.problems.add("overlay-name", message, node, hint=hint)
            return True
        if keys[0] == "paths" and len(keys) == _OF_A_PATH and "servers" in node.value:
            message = f"the path {shown(name)} is there already, and it has no servers"
            hint = f"write yours whole, such as /acme/api{name}, and with servers"
            self.problems.add("path", message, node, hint=hint)
            return True
        if keys[0] != "paths" or len(keys) != _WHOLE or name not in METHODS or "operationId" not in node.value:
            return False
        id = str(below(self.document, (*keys, "operationId")))
        if node.value["operationId"] == id:
            return False
        message = f"{name.upper()} {shown(keys[1])} is there already: it is {id}"
        hint = f"take it out; to change the one that is there, target $.paths['{keys[1]}'].{name}"
        self.problems.add("path", message, node, hint=hint)
        return True

    def _set(self, target: Json, keys: Keys, node: Node) -> None:
        key, place = str(keys[-1]), pointer(keys)
        gone = self.removed.get(place)
        if gone is not None and gone.file.path != node.file.path:
            self._conflict(f"{shown(place)} is removed by one overlay and added by another", node, gone)
        elif key in target and not _same(target[key], node.value):
            other = self.written(place)
            if other is not None and other.file.path != node.file.path:
                self._conflict(f"two overlays say different things of {shown(place)}", node, other)
        target[key] = _copy(node.value)
        self.origins[place] = node

    def _remove(self, keys: Keys, action: Action) -> None:
        place = pointer(keys)
        if self._is_ours(keys, action.target) or not keys or keys in _NEEDED:
            if not keys or keys in _NEEDED:
                self._needed(place or "the whole document", action.target)
            return
        other = self.written(place)
        if other is not None and other.file.path != action.node.file.path:
            self._conflict(f"{shown(place)} is added by one overlay and removed by another", action.target, other)
            return
        parent = below(self.document, keys[:-1])
        if is_map(parent):
            parent.pop(str(keys[-1]), None)
        elif is_list(parent) and isinstance(keys[-1], int):
            word = parent.pop(keys[-1])
            if (checked := self._checked(keys[:-1])) is not None and word in checked:
                checked.remove(word)
        self.removed[place] = action.target

    def written(self, place: str) -> Node | None:
        """Where an overlay wrote the part at a pointer, or something around it."""
        while place:
            if place in self.origins:
                return self.origins[place]
            place = place.rpartition("/")[0]
        return None

    def _is_ours(self, keys: Keys, node: Placed) -> bool:
        """Whether a place is one that no overlay may change, which is reported."""
        found = next((keys[:i] for i in range(1, len(keys) + 1) if keys[:i] in _OURS), None)
        if found is not None:
            self._needed(pointer(found), node)
        return found is not None

    def _needed(self, place: str, node: Placed) -> None:
        hint = "take this action out; what a version is, how it is reached and its errors stay as they are"
        self.problems.add("overlay-removed", f"{shown(place)} cannot be changed: clients depend on it", node, hint=hint)

    def _conflict(self, message: str, node: Placed, other: Placed) -> None:
        hint = "take it out of one of them, or make them agree"
        self.problems.add("overlay-conflict", message, node, other, hint=hint)


def _last(keys: Keys) -> tuple[int, ...]:
    return tuple(key if isinstance(key, int) else -1 for key in keys)


def _copy(value: Any) -> Any:
    """A copy in which no two places share a list or a map: a change of one is no change of the other."""
    return marshal.loads(marshal.dumps(value, _UNSHARED))  # noqa: S302 - our own, just written


def _same(one: Any, other: Any) -> bool:
    """Whether two values are the same in JSON: 1 and true are not."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
