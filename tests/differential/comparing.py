"""Two answers held against each other: status, code, shape, values, headers."""

from __future__ import annotations

import re
from typing import Any

from differential.likeness import RANDOM, TOLD, IsPair, Texts, alike, without_numbers
from differential.pairing import opened
from differential.sides import Answer
from replay.compare import kind, short
from replay.ids import Ids

Json = dict[str, Any]
LEVELS = ("status", "code", "shape", "values")
HEADERS = (
    "x-wp-total", "x-wp-totalpages", "x-wc-total", "x-wc-totalpages", "link", "location", "allow", "cache-control",
    "content-type",
)  # fmt: skip
#: Headers that say how many records there are.
TOTALS = ("x-wp-total", "x-wc-total")
#: The price of a flat rate for a shipping class, whose number stands behind it.
_CLASS_COST = "class_cost_"
_NUMBERED = re.compile(rf"{_CLASS_COST}\d+")
#: Lists in an order that dates or counts decide: among equals no order is fixed.
_LOOSE_ORDERS = (
    "date",
    "modified",
    "price",
    "popularity",
    "rating",
    "menu_order",
    "count",
    "registered_date",
    "slug",
    "title",
    "name",
)


class Comparison:
    """What differs. `is_pair` says whether two ids, of a field with this name, are the same record's."""

    def __init__(self, theirs: Answer, ours: Answer, is_pair: IsPair, order: str = "", path: str = "") -> None:
        self.is_pair = is_pair
        self._in_own_words = bool(TOLD.search(path))
        self.order = order
        #: The key that the legacy API puts around a list.
        self._envelope = next(iter(theirs.body)) if opened(theirs.body) is not theirs.body else ""
        self.status: list[str] = []
        self.code: list[str] = []
        self.shape: list[str] = []
        self.values: list[str] = []
        self.headers: list[str] = []
        if theirs.status != ours.status:
            self.status.append(
                f"{theirs.status} {theirs.code} there, {ours.status} {ours.code} here".replace("  ", " ")
            )
        elif theirs.code != ours.code:
            self.code.append(f"{theirs.status} {theirs.code} there, {ours.code} here")
        else:
            if theirs.code == "internal_server_error" or (theirs.status == 500 and isinstance(theirs.body, str)):
                # What a store tells of its death depends on its settings.
                theirs, ours = (Answer(a.status, a.headers, {"code": a.code}) for a in (theirs, ours))
            self._walk(theirs.body, ours.body, "", "", theirs.status >= 400)
            self._compare_headers(theirs, ours)

    @property
    def level(self) -> str:
        """The first level of which something differs; empty if nothing does."""
        return next((name for name in LEVELS if getattr(self, name)), "")

    @property
    def first(self) -> str:
        """The first difference."""
        return str(getattr(self, self.level)[0]) if self.level else ""

    @property
    def counts_differ(self) -> bool:
        """Whether the sides have different numbers of records."""
        return self.first.startswith(".count: ") or any(line.startswith(TOTALS) for line in self.headers)

    def agrees(self, level: str) -> bool:
        """Whether the answers agree up to a level: values agree only where the shape does."""
        return not any(getattr(self, name) for name in LEVELS[: LEVELS.index(level) + 1])

    def _walk(self, theirs: Any, ours: Any, where: str, name: str, refused: bool) -> None:
        if kind(theirs) != kind(ours):
            self.shape.append(f"{where}: {kind(theirs)} {short(theirs)} there, {kind(ours)} {short(ours)} here")
        elif isinstance(theirs, dict):
            self._objects(theirs, ours, where, name, refused)
        elif isinstance(theirs, list):
            self._lists(theirs, ours, where, name, refused)
        elif theirs != ours and not self._alike(theirs, ours, where, name, refused):
            self.values.append(f"{where}: {short(theirs)} there, {short(ours)} here")

    def _objects(self, theirs: Json, ours: Json, where: str, holder: str, refused: bool) -> None:
        theirs = self._renamed(theirs, ours)
        if not (theirs.keys() ^ ours.keys()) and list(theirs) != list(ours) and where.endswith((".params", ".details")):
            self.values.append(f"{where}: {list(theirs)} there, {list(ours)} here")
        self.shape += [f"{where}.{k}: only there" for k in theirs if k not in ours]
        self.shape += [f"{where}.{k}: only here" for k in ours if k not in theirs]
        refused = refused or ("code" in theirs and "message" in theirs)
        for key in theirs:
            if key in ours and not (key == "value" and self._is_random(theirs)) and not self._of_machine(where, key):
                # Whose number an `id` is, the list that it stands in tells; PHP makes an object of a list with gaps.
                name = holder if (key == "id" and Ids().space(holder, "")) or key.isdigit() else key
                self._walk(theirs[key], ours[key], f"{where}.{key}", name, refused)

    def _renamed(self, theirs: Json, ours: Json) -> Json:
        """An object in whose keys the numbers of shipping classes are those that this side has for them."""
        if not any(key.startswith(_CLASS_COST) for key in theirs):
            return theirs
        here = [int(key.removeprefix(_CLASS_COST)) for key in ours if _NUMBERED.fullmatch(key)]

        def renamed(key: str) -> str:
            number = int(key.removeprefix(_CLASS_COST)) if _NUMBERED.fullmatch(key) else 0
            found = next((one for one in here if self.is_pair("shipping_class_id", number, one)), number)
            return f"{_CLASS_COST}{found}" if number else key

        names = {key: renamed(key) for key in theirs}
        return {name: theirs[key] if name == key else {**theirs[key], "id": name} for key, name in names.items()}

    def _of_machine(self, where: str, key: str) -> bool:
        """Whether a part of the status report is about the machine that the store runs on."""
        return self._in_own_words and not where and key in ("environment", "database", "security", "logging")

    def _is_random(self, row: Json) -> bool:
        return bool(RANDOM.search(str(row.get("key", ""))))

    def _lists(self, theirs: list[Any], ours: list[Any], where: str, name: str, refused: bool) -> None:
        if RANDOM.search(name):
            return
        if len(theirs) != len(ours):
            self.values.append(f"{where}: {len(theirs)} there, {len(ours)} here")
            return
        for one, other in self._aligned(theirs, ours, name):
            self._walk(one, other, f"{where}[]", name, refused)

    def _aligned(self, theirs: list[Any], ours: list[Any], name: str) -> list[tuple[Any, Any]]:
        """Pairs of items; where the order among equals is not fixed, by ids."""
        if name != self._envelope or self.order not in _LOOSE_ORDERS:
            return list(zip(theirs, ours, strict=True))
        left, found = list(ours), list[tuple[Any, Any]]()
        for one in theirs:
            other = next((o for o in left if isinstance(o, dict) and self.is_pair("id", _id(one), _id(o))), None)
            if other is None:
                return list(zip(theirs, ours, strict=True))
            left.remove(other)
            found.append((one, other))
        return found

    def _alike(self, theirs: Any, ours: Any, where: str, name: str, refused: bool) -> bool:
        if RANDOM.search(name):
            return True
        if name == "meta_data" and isinstance(theirs, int):
            return True  # numbers of custom fields: records and lines count apart, and nothing asks for them
        if isinstance(theirs, int | float) and not isinstance(theirs, bool):
            return self.is_pair(name, theirs, ours)
        return isinstance(theirs, str) and alike(
            Texts(theirs, ours, name, where, refused, self._in_own_words), self.is_pair
        )

    def _compare_headers(self, theirs: Answer, ours: Answer) -> None:
        for name in HEADERS:
            one, other = theirs.headers.get(name, ""), ours.headers.get(name, "")
            if name in ("link", "location"):
                one, other = (without_numbers(_unsigned(text).replace("http://", "https://")) for text in (one, other))
            if one.lower() != other.lower():
                self.headers.append(f"{name}: {short(one)} there, {short(other)} here")


def _id(item: Any) -> Any:
    found = item.get("id", item.get("slug")) if isinstance(item, dict) else None
    return int(found) if isinstance(found, str) and found.isdigit() else found


def _unsigned(text: str) -> str:
    return re.sub(r"(oauth_nonce|oauth_signature|oauth_timestamp|consumer_key|consumer_secret)=[^&>]*", r"\1=", text)
