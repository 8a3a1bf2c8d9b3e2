"""Reads a store list by list, and keeps what it read without people and secrets. It sends nothing but GET."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from wooclient._runtime.errors import NotFound
from wooclient.cli.resources import placeholders, resource
from wooclient.cli.walking import Taken, call, pages
from wooclient.mock.description import Description, Json, Versions
from wooclient.mock.kinds import is_list, is_map, members
from wooclient.mock.seed_check import record_problems

from . import rules
from .inventing import Inventor
from .journal import Journal, Listed
from .places import Places
from .replacing import Replacer

if TYPE_CHECKING:
    from wooclient import WooClient

#: What is read, in the order in which it must be known: the shop, its catalog, its people, its orders.
KINDS = (
    "taxes", "taxes.classes", "shipping.zones", "shipping.zones.locations", "settings", "settings.options",
    "shipping.zones.methods", "shipping.methods", "payment_gateways", "orders.statuses", "system_status.tools",
    "data.currencies", "data.countries", "data.continents", "products.attributes", "products.attributes.terms",
    "products.categories", "products.tags", "products.brands", "products.shipping_classes", "products",
    "products.variations", "coupons", "customers", "products.reviews", "webhooks", "orders", "orders.refunds",
    "orders.notes",
)  # fmt: skip
#: Parameters by which a list shows all that there is, where it takes them.
_ALL = {"customers": {"role": "all"}, "products.reviews": {"status": "all"}}
_REPORT = "system_status"
#: What stands below a record of a kind, and for which records.
_BELOW: dict[str, tuple[tuple[str, Callable[[Json], bool]], ...]] = {
    "settings": (("settings.options", lambda doc: True),),
    "shipping.zones": (("shipping.zones.locations", lambda doc: True), ("shipping.zones.methods", lambda doc: True)),
    "products.attributes": (("products.attributes.terms", lambda doc: True),),
    "products": (("products.variations", lambda doc: bool(doc.get("variations")) or doc.get("type") == "variable"),),
    "orders": (("orders.refunds", lambda doc: bool(doc.get("refunds"))), ("orders.notes", lambda doc: True)),
}


class Reader:
    """Reads one store into a journal."""

    def __init__(self, woo: WooClient, journal: Journal, kept: frozenset[str], tell: Callable[..., None]) -> None:
        self.woo = woo
        self.journal = journal
        self.description: Description = Versions().newest
        self.inventor = Inventor(bytes.fromhex(journal.note("salt")))
        self.replacer = Replacer(self.description, self.inventor, journal, woo.url, kept)
        self.replacer.counts.update(journal.note("counts", {}))
        #: Told how far a kind is: kind, done, total.
        self.tell = tell

    def read(self) -> None:
        """Read all that is not read yet."""
        if self.journal.note(_REPORT) is None:
            report = self._report()
            self.journal.set_note(_REPORT, report)
        for kind in KINDS:
            if not self._is_below(kind):
                self.journal.plan([Listed(self._path(kind, ()), kind, ())])
            # What rates and zones ask of a postcode is known before the first address is read.
            self.replacer.places = Places(self.inventor, self.journal.words("postcode"), self.journal.words("city"))
            done, planned = self.journal.counted(kind)
            while (one := self.journal.next(kind)) is not None:
                done += 1
                self._list(one, done, planned)

    def _report(self) -> Json:
        operation = resource(_REPORT).operation("get")
        found, _ = call(self.woo, operation, (), {})
        schema = self._schema(_REPORT)
        return self._fitting(schema, self.replacer.record(_REPORT, schema, members(found)))

    def _is_below(self, kind: str) -> bool:
        return any(kind == child for children in _BELOW.values() for child, _ in children)

    def _path(self, kind: str, ids: tuple[int | str, ...]) -> str:
        operation = resource(kind).operation("list")
        path = operation.path
        for name, value in zip(placeholders(operation), ids, strict=True):
            path = path.replace(f"{{{name}}}", str(value))
        return path.strip("/")

    def _list(self, one: Listed, number: int, lists: int) -> None:
        """Read one list, or what is left of it. A route that the store's release does not have is passed over."""
        seen = self.journal.ids(one.path)
        count = len(seen)
        try:
            for records, total in self._pages(one, seen):
                docs = [record.value for record in records if is_map(record.value)]
                self._keep(one, docs)
                count += len(docs)
                self.tell(one.kind, *((number, lists) if self._is_below(one.kind) else (count, total)))
        except NotFound:
            pass
        self.journal.finish(one.path)

    def _pages(self, one: Listed, seen: list[int | str]) -> Iterator[Taken]:
        operation = resource(one.kind).operation("list")
        context = self.description.by_id[operation.id].args.get("context", {})
        edited = {"context": "edit"} if "edit" in context.get("enum", ()) else {}
        given: Mapping[str, Any] = {**edited, **_ALL.get(one.kind, {})}
        if operation.paging != "pages":
            self.journal.forget(one.path)
            seen = []
        return pages(self.woo, operation, one.ids, given, seen, ahead=operation.paging == "pages")

    def _keep(self, one: Listed, docs: list[Json]) -> None:
        schema = self._schema(one.kind)
        personal = [self._public_code(one.kind, doc) for doc in docs]
        words = [word for doc in docs for word in _words(one.kind, doc)]
        kept: list[tuple[Any, Json]] = []
        for doc, code in zip(docs, personal, strict=True):
            if code:
                self.journal.put(one.path, [], [("coupon", code.casefold())], [], dict(self.replacer.counts))
            found = self.replacer.record(one.kind, schema, doc)
            kept.append((doc.get("id"), self._fitting(schema, found)))
        children = [
            Listed(self._path(child, (*one.ids, doc["id"])), child, (*one.ids, doc["id"]))
            for doc in docs
            for child, wanted in _BELOW.get(one.kind, ())
            if "id" in doc and wanted(doc)
        ]
        self.journal.put(one.path, kept, words, children, dict(self.replacer.counts))

    def _public_code(self, kind: str, doc: Json) -> str:
        """The code of a coupon that is for everybody; that of one person is worth money to others."""
        personal = doc.get("email_restrictions") or doc.get("usage_limit") == 1
        return "" if kind != "coupons" or personal else str(doc.get("code") or "")

    def _schema(self, kind: str) -> Json:
        return {"$ref": self.description.items[kind]}

    def _fitting(self, schema: Json, record: Json) -> Json:
        """A record without values that are not of their type, as plugins leave some; the mock store fills them in."""
        for problem in reversed(record_problems(Versions(), schema, record)):
            _drop(record, problem.pointer)
            self.replacer.counts["unfit"] += 1
        return record


def _drop(record: Any, pointer: str) -> None:
    parts = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
    if not parts:
        return
    place = record
    for part in parts[:-1]:
        place = place[int(part)] if is_list(place) else place[part]
    if is_map(place):
        place.pop(parts[-1], None)
    else:
        del place[int(parts[-1])]


def _words(kind: str, doc: Json) -> Iterator[tuple[str, str]]:
    """The words that a record makes public."""
    if kind == "shipping.zones.locations" and doc.get("type") == "postcode":
        yield "postcode", str(doc.get("code") or "")
    for path, name in rules.PUBLISHED.get(kind, {}).items():
        for word in _at(doc, path.split(".")):
            if isinstance(word, str) and word:
                yield name, word.casefold()


def _at(value: Any, parts: list[str]) -> Iterator[Any]:
    if is_list(value):
        for item in value:
            yield from _at(item, parts)
    elif not parts:
        yield value
    elif is_map(value):
        yield from _at(value.get(parts[0]), parts[1:])
