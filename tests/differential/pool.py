"""What there is in the stores: the records of each collection, by names that hold on both sides."""

from __future__ import annotations

from random import Random
from typing import Any

from differential.steps import name
from replay.ids import space_of

Json = dict[str, Any]
#: What records are known by.
_KEYS = ("id", "instance_id", "slug", "code")
#: An id that nothing has.
UNKNOWN = "99999999"


class Pool:
    """Records that requests can be about."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.collections: dict[str, list[str]] = {}
        #: What a record is like, as it was last answered.
        self.known: dict[str, Json] = {}

    def add(self, collection: str, record: Json) -> None:
        """Note a record of a collection."""
        key = next((record[k] for k in _KEYS if k in record), None)
        if key is None or key == "":
            return
        space = space_of(collection)
        key = int(key) if space == "comment" and str(key).isdigit() else key  # the legacy API writes it as a text
        is_number = isinstance(key, int) and not isinstance(key, bool)
        here = name(space, key) if is_number and space else str(key)
        names = self.collections.setdefault(collection, [])
        if here not in names:
            names.append(here)
        self.known[f"{collection}/{here}"] = {
            k: record[k] for k in ("type", "status", "code", "slug", "name") if k in record
        }

    def remove(self, path: str) -> None:
        """Forget a record, and what stands below it."""
        collection, _, key = path.rpartition("/")
        if key in self.collections.get(collection, ()):
            self.collections[collection].remove(key)
        for below in [c for c in self.collections if c.startswith(f"{path}/")]:
            del self.collections[below]
        self.known.pop(path, None)

    def pick(self, collection: str) -> str:
        """A record of a collection, newer ones more often; an unknown id if there is none, and now and then."""
        found = self.collections.get(collection, [])
        if not found or self.random.random() < 0.03:
            return UNKNOWN
        return found[int(len(found) * self.random.random() ** 0.5)]

    def reference(self, collection: str) -> Any:
        """A record of a collection; what stands below others is named by its last word."""
        if not collection.startswith("/"):
            wide = [c for c in self.collections if c.endswith(f"/{collection}")]
            collection = self.random.choice(wide) if wide else collection
        found = self.pick(collection)
        return int(UNKNOWN) if found == UNKNOWN else found

    def codes(self) -> list[str]:
        """The codes of coupons."""
        return [k["code"] for path, k in self.known.items() if path.startswith("/coupons/") and k.get("code")]

    def place(self, path: str) -> str:
        """A path with a record for each of its parameters."""
        done = ""
        for part in path.split("/")[1:]:
            done += "/" + (self._at(done, path) if part.startswith("{") else part)
        return done

    def _at(self, collection: str, path: str) -> str:
        found = self.pick(collection)
        wanted = {"variations": "variable"}.get(path.rpartition("}/")[2].partition("/")[0])
        if wanted and self.random.random() < 0.8:
            fitting = [
                n
                for n in self.collections.get(collection, [])
                if self.known.get(f"{collection}/{n}", {}).get("type") == wanted
            ]
            found = self.random.choice(fitting) if fitting else found
        return found
