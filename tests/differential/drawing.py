"""Draw the next request of a walk."""

from __future__ import annotations

import re
from random import Random
from typing import Any

from differential.bodies import BODIES
from differential.pool import UNKNOWN, Pool
from differential.steps import Step
from differential.surface import SETTINGS_LEFT, Operation
from differential.values import ODD, Drawer

Json = dict[str, Any]
#: How often requests go to a resource; the first pattern that fits counts.
_WEIGHTS: tuple[tuple[str, float], ...] = (
    (r"^/orders/[^/]+/refunds", 9), (r"^/orders/[^/]+/notes", 5), (r"^/orders", 26),
    (r"^/products/[^/]+/variations", 12),
    (r"^/products/[^/]+/\w+$", 2), (r"^/products/attributes", 9), (r"^/products/\w+", 13), (r"^/products", 26),
    (r"^/coupons", 12), (r"^/customers", 12), (r"^/taxes", 9), (r"^/shipping", 9), (r"^/settings", 5),
    (r"^/webhooks", 4),
    (r"^/reports", 4), (r"^/payment", 4), (r"^/refunds", 2), (r"^/data", 1.5), (r"^/system", 0.5), (r"", 1),
)  # fmt: skip
#: Whose keys these are.
_OWNER = "«user:1»"
#: How long a value in an address is at most: web servers refuse longer addresses before a store sees them.
_LONGEST = 900
_METHODS = {"create": 4, "update": 4, "list": 3.5, "get": 1.5, "delete": 1.2, "batch": 1.5, "bulk": 1.5, "other": 1}
_AUTHS = (
    ("rw", "basic", 90),
    ("rw", "query", 3),
    ("rw", "oauth", 3),
    ("ro", "basic", 2),
    ("none", "basic", 1),
    ("wrong", "basic", 1),
)


class Plan:
    """Draws requests over what a store can be asked."""

    def __init__(
        self,
        operations: list[Operation],
        pool: Pool,
        random: Random,
        *,
        known: list[Operation] | None = None,
        deletes_anybody: bool = False,
    ) -> None:
        self.pool = pool
        self.random = random
        self.drawer = Drawer(random, pool)
        self.by_path = {(one.method, one.path): one for one in known or operations}
        #: The legacy API deletes even the user whose keys these are; so did others before 9.5.2.
        self.deletes_anybody = deletes_anybody or ("GET", "/customers/count") in self.by_path
        groups: dict[int, list[Operation]] = {}
        for one in operations:
            at = next(i for i, (pattern, _) in enumerate(_WEIGHTS) if re.search(pattern, one.path))
            groups.setdefault(at, []).append(one)
        self.groups = [(group, _WEIGHTS[i][1]) for i, group in sorted(groups.items())]

    def next(self) -> Step:
        """The next request."""
        groups, weights = zip(*self.groups, strict=True)
        for _ in range(40):
            group: list[Operation] = self.random.choices(groups, weights)[0]
            one = self.random.choices(group, [_METHODS[self.kind(o)] for o in group])[0]
            step = self._step(one)
            if self.deletes_anybody and _is_the_end(step):
                continue
            # Most requests are about what is there.
            if UNKNOWN in step.path and self.random.random() < 0.95:
                continue
            if not (
                step.path.startswith("/settings")
                and SETTINGS_LEFT.search(f"{step.path} {step.body}")
                and step.method != "GET"
            ):
                break
        auth, way, _ = self.random.choices(_AUTHS, [weight for *_, weight in _AUTHS])[0]
        step.auth, step.way = auth, way
        return step

    def kind(self, one: Operation) -> str:
        """What an operation does."""
        if one.path.endswith("/batch"):
            return "batch"
        if one.path.endswith("/bulk"):
            return "bulk"
        is_item = one.path.endswith("}")
        if one.method == "GET":
            return "get" if is_item else "list"
        if one.method == "DELETE":
            return "delete"
        return "update" if is_item else "create" if ("GET", one.path) in self.by_path else "other"

    def _step(self, one: Operation) -> Step:
        kind = self.kind(one)
        path = self.pool.place(one.path)
        if kind in ("list", "get"):
            return Step("GET", path, self._query(one, path, kind))
        if kind == "delete":
            return Step("DELETE", path, [("force", "true")] if self.random.random() < 0.6 else [])
        makers = {"batch": self._batch, "bulk": self._bulk}
        body = makers[kind](one, path) if kind in makers else self._body(one, path, kind)
        return Step(one.method, path, [], body)

    def _query(self, one: Operation, path: str, kind: str) -> list[tuple[str, Any]]:
        many = self.random.choice((0, 1, 1, 2, 2, 3)) if kind == "list" else self.random.choice((0, 0, 0, 1))
        names = self.random.sample(sorted(one.args), min(many, len(one.args)))
        pairs: list[tuple[str, Any]] = []
        for name in names:
            value = self._value(name, one.args[name], path)
            if isinstance(value, dict) and value:
                pairs += [
                    (f"{name}[{key}]", _plain(item))
                    for key, item in self.random.sample(sorted(value.items(), key=str), min(2, len(value)))
                ]
            elif isinstance(value, list):
                pairs += [(f"{name}[{i}]", _plain(item)) for i, item in enumerate(value)] or [(name, "")]
            else:
                pairs.append((name, _plain(value)))
        return pairs

    def _value(self, name: str, schema: Json, path: str) -> Any:
        drawer = self.drawer
        return drawer.odd(schema) if drawer.chance(ODD / 2) else drawer.value(name, schema, _collection(path))

    def _body(self, one: Operation, path: str, kind: str) -> Json:
        collection = one.path if kind == "create" else one.path.rpartition("/")[0]
        maker = next((BODIES[end] for end in sorted(BODIES, key=len, reverse=True) if collection.endswith(end)), None)
        enveloped = len(one.body) == 1 and next(iter(one.body.values())).get("type") == "object"
        fields = next(iter(one.body.values())).get("properties", {}) if enveloped else one.body
        body = self._fields(fields, one, path, kind, maker)
        return {next(iter(one.body)): body} if enveloped else body

    def _fields(self, fields: Json, one: Operation, path: str, kind: str, maker: Any) -> Json:
        body: Json = {}
        if kind == "create" and maker is not None:
            body = _known(maker(self.drawer), fields)
        elif maker is not None and self.random.random() < 0.3:
            made = _known(maker(self.drawer), fields)
            body = {n: made[n] for n in self.random.sample(sorted(made), min(1, len(made)))}
        for name in one.required if maker is None else ():
            if name in fields and self.random.random() < 0.97:
                body.setdefault(name, self.drawer.value(name, fields[name], _collection(path)))
        free = sorted(
            n for n in fields if n not in ("id", "images", "image", "downloads", "force") and not n.startswith("_")
        )
        many = (
            self.random.choice((0, 1, 1, 2, 3)) if kind == "create" and maker else self.random.choice((1, 1, 2, 2, 3))
        )
        for name in self.random.sample(free, min(many, len(free))):
            body.setdefault(name, self.drawer.value(name, fields[name], _collection(path)))
        if body and self.random.random() < ODD:
            self._spoil(body, fields)
        return body

    def _spoil(self, body: Json, fields: Json) -> None:
        """Put an odd value in the place of one, now and then inside of another."""
        name = self.random.choice(sorted(body))
        inside = body[name][0] if isinstance(body[name], list) and body[name] else body[name]
        if isinstance(inside, dict) and inside and self.random.random() < 0.5:
            self._spoil(inside, fields.get(name, {}))
        else:
            body[name] = self.drawer.odd(fields.get(name, {}))

    def _bulk(self, one: Operation, path: str) -> Json:
        """Many things of the legacy API, new ones and others, in one list."""
        path = one.path.removesuffix("/bulk")
        create = self.by_path[("POST", path)]
        rows: list[Any] = [
            next(iter(self._body(create, path, "create").values())) for _ in range(self.random.choice((1, 1, 2)))
        ]
        rows = [{**r, "id": self.pool.reference(path)} if self.drawer.chance(0.4) else r for r in rows if r]
        return {next(iter(one.body)): rows if self.drawer.chance(0.95) else self.drawer.odd({})}

    def _batch(self, one: Operation, path: str) -> Json:
        path = one.path.rpartition("/")[0]
        create = self.by_path.get(("POST", path))
        item = next(
            (
                o
                for (m, p), o in self.by_path.items()
                if m in ("PUT", "POST") and re.fullmatch(re.escape(path) + r"/{\w+}", p)
            ),
            None,
        )
        here = self.pool.place(path)
        body: Json = {}
        if create and self.random.random() < 0.8:
            body["create"] = [self._body(create, here, "create") for _ in range(self.random.choice((1, 1, 2)))]
        if item and self.random.random() < 0.5:
            body["update"] = [
                {**self._body(item, here, "update"), "id": self.pool.reference(here)}
                for _ in range(self.random.choice((1, 2)))
            ]
        if self.random.random() < 0.3:
            body["delete"] = [self.pool.reference(here)]
        return body


#: What legacy versions call the same.
_OLDER = {
    "name": "title", "discount_type": "type", "billing": "billing_address", "shipping": "shipping_address",
}  # fmt: skip


def _known(made: Json, fields: Json) -> Json:
    """The fields of a body that an operation has, by its own names."""
    named = {older if (older := _OLDER.get(n, n)) in fields else n: v for n, v in made.items()}
    return {n: v for n, v in named.items() if n in fields}


def _is_the_end(step: Step) -> bool:
    """Whether a request deletes the user whose keys these are."""
    if step.path.endswith("/customers/batch"):
        return _OWNER in step.body.get("delete", ())
    return step.method == "DELETE" and step.path.endswith(f"/customers/{_OWNER}")


def _collection(path: str) -> str:
    head, _, last = path.rpartition("/")
    return head if last.startswith("«") or last.isdigit() else path


def _plain(value: Any) -> Any:
    """A value as a query can have it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, int) else "" if value is None else str(value)[:_LONGEST]
